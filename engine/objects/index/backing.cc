#include "engine/objects/index/backing.h"

namespace schemadiff {

IndexShape index_shape(const Index& index) {
  return {std::nullopt,   index.unique,  index.nulls_not_distinct, index.method,
          index.elements, index.include, index.predicate};
}

std::optional<IndexShape> index_shape(const Constraint& constraint) {
  if (constraint.type != ConstraintType::primary_key && constraint.type != ConstraintType::unique) {
    return std::nullopt;
  }
  if (constraint.without_overlaps) return std::nullopt;
  IndexShape shape;
  shape.constraint = constraint.type;
  shape.unique = true;
  shape.nulls_not_distinct = constraint.nulls_not_distinct;
  for (const Identifier column : constraint.columns) {
    shape.elements.emplace_back().column = column;
  }
  shape.include = constraint.include;
  return shape;
}

bool can_back(const IndexShape& parent, const IndexShape& part) {
  // The part of a constraint is a constraint of the same type; that of an index may be either.
  if (parent.constraint && parent.constraint != part.constraint) return false;
  if (parent.unique != part.unique || parent.nulls_not_distinct != part.nulls_not_distinct ||
      parent.method != part.method || parent.include != part.include ||
      !(parent.predicate == part.predicate) || parent.elements.size() != part.elements.size()) {
    return false;
  }
  for (size_t i = 0; i < parent.elements.size(); ++i) {
    const IndexElement& a = parent.elements[i];
    const IndexElement& b = part.elements[i];
    if (a.column != b.column || !(a.expression == b.expression) || a.collation != b.collation ||
        a.operator_class != b.operator_class) {
      return false;
    }
  }
  return true;
}

}  // namespace schemadiff
