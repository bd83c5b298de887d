// Which columns store values of a type, as they are or as a part of others.
#pragma once

#include <unordered_map>
#include <vector>

#include "engine/model/catalog.h"

namespace schemadiff {

// A domain's base, a range's subtype, a composite type's attributes; of a table's row type none.
std::vector<TypeRef> parts_of_type(const Catalog& catalog, const ObjectId& type);

// It is that type, or one made of it.
bool is_made_of_type(const Catalog& catalog, const ObjectId& type, const ObjectId& part);

// A view of one catalog: points into it, and knows nothing of later changes.
class StoredTypes {
 public:
  explicit StoredTypes(const Catalog& catalog);
  // Of tables, views, …; in the order of their ids. A table's id stands for its row type.
  const std::vector<const Column*>& columns_with(const ObjectId& type) const;

 private:
  std::unordered_map<ObjectId, std::vector<const Column*>> columns_;
};

}  // namespace schemadiff
