#include "engine/objects/conversion/conversion.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"

namespace schemadiff {

template <>
void Rules<Conversion>::expressions(Conversion&, const ExpressionVisitor&) {}

template <>
void Rules<Conversion>::references(const Conversion& object, ReferenceSink& sink) {
  sink.schema(object.id.schema);
  sink.function(object.function);
}

template <>
void Rules<Conversion>::create(const Conversion& object, StepBuilder& steps) {
  steps.add(Verb::create, object,
            std::string("CREATE ") + (object.is_default ? "DEFAULT " : "") + "CONVERSION " +
                qualified_name(object.id) + " FOR " + quote_literal(object.from) + " TO " +
                quote_literal(object.to) + " FROM " + object.function.sql());
}

template <>
bool Rules<Conversion>::alter(const Conversion&, const Conversion&, const FieldChanges&,
                              StepBuilder&) {
  return false;
}

template <>
void Rules<Conversion>::drop(const Conversion& object, StepBuilder& steps) {
  steps.add(Verb::drop, object, "DROP CONVERSION " + qualified_name(object.id));
}

}  // namespace schemadiff
