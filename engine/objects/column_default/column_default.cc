#include "engine/objects/column_default/column_default.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"

namespace schemadiff {

template <>
void Rules<ColumnDefault>::expressions(ColumnDefault& object, const ExpressionVisitor& visit) {
  ExpressionScope scope;
  scope.relation = object.id.container(Kind::table);
  visit(object.expression, scope);
}

template <>
void Rules<ColumnDefault>::references(const ColumnDefault& object, ReferenceSink& sink) {
  sink.relation(object.id.schema, object.id.name);
  sink.object(object.id.with_sub(Kind::column, object.id.sub));
}

}  // namespace schemadiff
