#include "engine/model/ancestors.h"

#include <algorithm>

namespace schemadiff {

std::vector<ObjectId> parents_of(const Table& table) {
  std::vector<ObjectId> parents = table.inherits;
  if (table.partition_of) parents.push_back(table.partition_of->parent);
  return parents;
}

std::vector<ObjectId> parents_of(const Catalog& catalog, const ObjectId& table) {
  const Table* found = catalog.find<Table>(table.container(Kind::table));
  return found == nullptr ? std::vector<ObjectId>() : parents_of(*found);
}

std::vector<ObjectId> ancestors_of(const Catalog& catalog, const ObjectId& table) {
  std::vector<ObjectId> out = parents_of(catalog, table);
  for (size_t i = 0; i < out.size(); ++i) {
    for (const ObjectId& parent : parents_of(catalog, out[i])) {
      if (std::find(out.begin(), out.end(), parent) == out.end()) out.push_back(parent);
    }
  }
  return out;
}

const Column* find_column(const Catalog& catalog, const ObjectId& column) {
  const Column* own = catalog.find<Column>(column);
  if (own != nullptr && !own->inherited) return own;
  for (const ObjectId& above : ancestors_of(catalog, column)) {
    const Column* found = catalog.find<Column>(above.with_sub(Kind::column, column.sub));
    if (found != nullptr && !found->inherited) return found;
  }
  return own;
}

Column as_inherited(Column column) {
  if (!column.not_null_constraint.no_inherit) return column;
  column.not_null = false;
  column.not_null_constraint = {};
  return column;
}

void add_inherited(const Column& other, Column& inherited) {
  if (inherited.not_null || !other.not_null || other.not_null_constraint.no_inherit) return;
  inherited.not_null = true;
  inherited.not_null_constraint = other.not_null_constraint;
}

bool is_child(const Table& table, const ObjectId& parent) {
  const std::vector<ObjectId> parents = parents_of(table);
  return std::find(parents.begin(), parents.end(), parent) != parents.end();
}

bool is_child(const Catalog& catalog, const ObjectId& table, const ObjectId& parent) {
  const std::vector<ObjectId> parents = parents_of(catalog, table);
  return std::find(parents.begin(), parents.end(), parent) != parents.end();
}

}  // namespace schemadiff
