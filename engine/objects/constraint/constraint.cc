#include "engine/objects/constraint/constraint.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/write.h"

namespace schemadiff {

std::string display(ConstraintType type) {
  switch (type) {
    case ConstraintType::primary_key:
      return "primary key";
    case ConstraintType::unique:
      return "unique";
    case ConstraintType::check:
      return "check";
    case ConstraintType::foreign_key:
      return "foreign key";
    case ConstraintType::exclusion:
      return "exclusion";
  }
  return "?";
}

std::string display(const ExclusionElement& element) {
  return display(element.element) + " WITH " + operator_sql(element.op);
}

std::string display(const ForeignKey& key) { return foreign_key_sql(key); }

template <>
void Rules<Constraint>::expressions(Constraint& object, const ExpressionVisitor& visit) {
  const auto relation = object.id.container(Kind::table);
  const auto scalar = [&](SqlExpression& expression) {
    if (expression.empty()) return;
    ExpressionScope scope;
    scope.relation = relation;
    visit(expression, scope);
  };
  scalar(object.check);
  for (ExclusionElement& exclusion : object.exclusions) scalar(exclusion.element.expression);
  scalar(object.predicate);
}

template <>
void Rules<Constraint>::references(const Constraint& object, ReferenceSink& sink) {
  sink.object(object.id.container(Kind::table));
  const auto column = [&](const ObjectId& table, Identifier name) {
    if (!name.empty()) sink.object(table.with_sub(Kind::column, name));
  };
  for (const Identifier name : object.columns) column(object.id, name);
  for (const Identifier name : object.include) column(object.id, name);
  for (const ExclusionElement& exclusion : object.exclusions) {
    column(object.id, exclusion.element.column);
  }
  if (object.foreign_key) {
    sink.object(object.foreign_key->referenced_table);
    for (const Identifier name : object.foreign_key->referenced_columns) {
      column(object.foreign_key->referenced_table, name);
    }
  }
}

}  // namespace schemadiff
