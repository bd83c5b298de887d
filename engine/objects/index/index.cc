#include "engine/objects/index/index.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/write.h"

namespace schemadiff {

std::string display(const IndexElement& element) { return index_element_sql(element); }

template <>
void Rules<Index>::expressions(Index& object, const ExpressionVisitor& visit) {
  const auto scalar = [&](SqlExpression& expression) {
    if (expression.empty()) return;
    ExpressionScope scope;
    scope.relation = object.table;
    visit(expression, scope);
  };
  for (IndexElement& element : object.elements) scalar(element.expression);
  scalar(object.predicate);
}

template <>
void Rules<Index>::references(const Index& object, ReferenceSink& sink) {
  sink.object(object.table);
  const auto column = [&](Identifier name) {
    if (!name.empty()) sink.object(object.table.with_sub(Kind::column, name));
  };
  for (const IndexElement& element : object.elements) column(element.column);
  for (const Identifier name : object.include) column(name);
}

}  // namespace schemadiff
