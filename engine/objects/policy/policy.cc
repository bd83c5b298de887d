#include "engine/objects/policy/policy.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"

namespace schemadiff {

std::string display(PolicyCommand command) {
  switch (command) {
    case PolicyCommand::all:
      return "ALL";
    case PolicyCommand::select:
      return "SELECT";
    case PolicyCommand::insert:
      return "INSERT";
    case PolicyCommand::update:
      return "UPDATE";
    case PolicyCommand::delete_:
      return "DELETE";
  }
  return "?";
}

template <>
void Rules<Policy>::expressions(Policy& object, const ExpressionVisitor& visit) {
  for (std::optional<SqlExpression>* expression : {&object.using_, &object.with_check}) {
    if (!*expression) continue;
    ExpressionScope scope;
    scope.relation = object.table;
    visit(**expression, scope);
  }
}

template <>
void Rules<Policy>::references(const Policy& object, ReferenceSink& sink) {
  sink.object(object.table);
}

}  // namespace schemadiff
