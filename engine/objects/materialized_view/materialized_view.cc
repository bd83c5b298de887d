#include "engine/objects/materialized_view/materialized_view.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"

namespace schemadiff {

template <>
void Rules<MaterializedView>::expressions(MaterializedView& object,
                                          const ExpressionVisitor& visit) {
  ExpressionScope scope;
  scope.role = ExpressionRole::query;
  scope.names = object.columns;
  visit(object.query, scope);
}

template <>
void Rules<MaterializedView>::references(const MaterializedView& object, ReferenceSink& sink) {
  sink.schema(object.id.schema);
}

}  // namespace schemadiff
