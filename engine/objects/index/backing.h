// Which index of a partition PostgreSQL takes for the partition's part of an index of the parent,
// instead of making another (CompareIndexInfo).
#pragma once

#include <optional>

#include "engine/objects/constraint/constraint.h"
#include "engine/objects/index/index.h"

namespace schemadiff {

// What an index is, whether it stands by itself or behind a constraint. Order and NULLS FIRST don't
// count.
struct IndexShape {
  std::optional<ConstraintType> constraint;  // it is the index of one
  bool unique = false;
  bool nulls_not_distinct = false;
  Identifier method = "btree";
  std::vector<IndexElement> elements;
  std::vector<Identifier> include;
  SqlExpression predicate;
};
IndexShape index_shape(const Index& index);
// Nothing for a constraint without an index, and for EXCLUDE, which PostgreSQL does not compare.
std::optional<IndexShape> index_shape(const Constraint& constraint);

bool can_back(const IndexShape& parent, const IndexShape& part);

}  // namespace schemadiff
