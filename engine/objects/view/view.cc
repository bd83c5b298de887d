#include "engine/objects/view/view.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"

namespace schemadiff {

template <>
void Rules<View>::expressions(View& object, const ExpressionVisitor& visit) {
  ExpressionScope scope;
  scope.role = ExpressionRole::query;
  scope.names = object.columns;
  visit(object.query, scope);
}

template <>
void Rules<View>::references(const View& object, ReferenceSink& sink) {
  sink.schema(object.id.schema);
}

}  // namespace schemadiff
