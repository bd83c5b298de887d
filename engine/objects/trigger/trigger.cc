#include "engine/objects/trigger/trigger.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"

namespace schemadiff {

std::string display(TriggerTiming timing) {
  switch (timing) {
    case TriggerTiming::before:
      return "before";
    case TriggerTiming::after:
      return "after";
    case TriggerTiming::instead_of:
      return "instead of";
  }
  return "?";
}

std::string display(TriggerState state) {
  switch (state) {
    case TriggerState::origin:
      return "enabled";
    case TriggerState::disabled:
      return "disabled";
    case TriggerState::replica:
      return "enabled replica";
    case TriggerState::always:
      return "enabled always";
  }
  return "?";
}

template <>
void Rules<Trigger>::expressions(Trigger& object, const ExpressionVisitor& visit) {
  if (object.when.empty()) return;
  ExpressionScope scope;
  scope.role = ExpressionRole::trigger_when;
  scope.relation = object.relation;
  visit(object.when, scope);
}

template <>
void Rules<Trigger>::references(const Trigger& object, ReferenceSink& sink) {
  sink.object(object.relation);
  sink.function(object.function);
  for (const Identifier name : object.update_columns) {
    sink.object(object.relation.with_sub(Kind::column, name));
  }
  if (object.constraint_table) sink.object(*object.constraint_table);
}

}  // namespace schemadiff
