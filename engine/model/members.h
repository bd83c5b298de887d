// The sub-objects of each relation of a catalog, so that nobody walks all columns for one table.
#pragma once

#include <unordered_map>
#include <vector>

#include "engine/model/catalog.h"

namespace schemadiff {

// Each list in the order of names, columns in that of their positions.
struct Members {
  std::vector<const Column*> columns;
  std::vector<const ColumnDefault*> defaults;
  std::vector<const Constraint*> constraints;
  std::vector<const Index*> indexes;
  std::vector<const Table*> children;  // partitions, and tables that inherit from it
};

// A view of one catalog: points into it, and knows nothing of later changes.
class MemberIndex {
 public:
  explicit MemberIndex(const Catalog& catalog);
  // By the relation's schema and name, whatever its kind; an empty Members if it has none.
  const Members& of(const ObjectId& relation) const;

 private:
  std::unordered_map<ObjectId, Members> members_;
};

}  // namespace schemadiff
