#include "engine/objects/schema/schema.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"

namespace schemadiff {

template <>
void Rules<Schema>::expressions(Schema&, const ExpressionVisitor&) {}

template <>
void Rules<Schema>::references(const Schema&, ReferenceSink&) {}

template <>
void Rules<Schema>::create(const Schema& object, StepBuilder& steps) {
  steps.add(Verb::create, object, "CREATE SCHEMA " + quote(object.id.name));
}

template <>
bool Rules<Schema>::alter(const Schema&, const Schema&, const FieldChanges&, StepBuilder&) {
  return false;  // a schema has no fields
}

template <>
void Rules<Schema>::drop(const Schema& object, StepBuilder& steps) {
  Step& step = steps.add(Verb::drop, object, "DROP SCHEMA " + quote(object.id.name));
  add_hazard(step, HazardCode::data_loss, "drops the schema");
}

}  // namespace schemadiff
