#include "engine/objects/domain/domain.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"

namespace schemadiff {

template <>
void Rules<Domain>::expressions(Domain& object, const ExpressionVisitor& visit) {
  if (!object.default_value) return;
  ExpressionScope scope;
  scope.target = object.base;
  visit(*object.default_value, scope);
}

template <>
void Rules<Domain>::references(const Domain& object, ReferenceSink& sink) {
  sink.schema(object.id.schema);
  sink.type(object.base);
}

}  // namespace schemadiff
