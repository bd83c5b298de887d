#include "engine/objects/access_method/access_method.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"

namespace schemadiff {

std::string display(AccessMethodType type) {
  return type == AccessMethodType::index ? "INDEX" : "TABLE";
}

template <>
void Rules<AccessMethod>::expressions(AccessMethod&, const ExpressionVisitor&) {}

template <>
void Rules<AccessMethod>::references(const AccessMethod& object, ReferenceSink& sink) {
  sink.function(object.handler);
}

template <>
void Rules<AccessMethod>::create(const AccessMethod& object, StepBuilder& steps) {
  steps.add(Verb::create, object,
            "CREATE ACCESS METHOD " + quote(object.id.name) + " TYPE " + display(object.type) +
                " HANDLER " + object.handler.sql());
}

template <>
bool Rules<AccessMethod>::alter(const AccessMethod&, const AccessMethod&, const FieldChanges&,
                                StepBuilder&) {
  return false;
}

template <>
void Rules<AccessMethod>::drop(const AccessMethod& object, StepBuilder& steps) {
  steps.add(Verb::drop, object, "DROP ACCESS METHOD " + quote(object.id.name));
}

}  // namespace schemadiff
