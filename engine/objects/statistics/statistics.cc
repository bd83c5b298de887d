#include "engine/objects/statistics/statistics.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"

namespace schemadiff {

template <>
void Rules<Statistics>::expressions(Statistics& object, const ExpressionVisitor& visit) {
  for (SqlExpression& expression : object.expressions) {
    ExpressionScope scope;
    scope.relation = object.table;
    visit(expression, scope);
  }
}

template <>
void Rules<Statistics>::references(const Statistics& object, ReferenceSink& sink) {
  sink.schema(object.id.schema);
  sink.object(object.table);
  for (const Identifier name : object.columns) {
    sink.object(object.table.with_sub(Kind::column, name));
  }
}

}  // namespace schemadiff
