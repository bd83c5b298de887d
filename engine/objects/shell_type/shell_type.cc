#include "engine/objects/shell_type/shell_type.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"

namespace schemadiff {

template <>
void Rules<ShellType>::expressions(ShellType&, const ExpressionVisitor&) {}

template <>
void Rules<ShellType>::references(const ShellType& object, ReferenceSink& sink) {
  sink.schema(object.id.schema);
}

template <>
void Rules<ShellType>::create(const ShellType& object, StepBuilder& steps) {
  steps.add(Verb::create, object, "CREATE TYPE " + qualified_name(object.id));
}

template <>
bool Rules<ShellType>::alter(const ShellType&, const ShellType&, const FieldChanges&,
                             StepBuilder&) {
  return true;
}

template <>
void Rules<ShellType>::drop(const ShellType& object, StepBuilder& steps) {
  // It does not go, it becomes a base type.
  if (steps.desired.contains(object.id.container(Kind::base_type))) return;
  steps.add(Verb::drop, object, "DROP TYPE " + qualified_name(object.id));
}

}  // namespace schemadiff
