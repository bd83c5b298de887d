#include "engine/model/stored_types.h"

#include <algorithm>

namespace schemadiff {
namespace {

// The type, and all that it is made of, each once.
std::vector<ObjectId> with_parts(const Catalog& catalog, const ObjectId& type) {
  std::vector<ObjectId> out = {type};
  for (size_t i = 0; i < out.size(); ++i) {
    for (const TypeRef& part : parts_of_type(catalog, out[i])) {
      const bool is_new = std::find(out.begin(), out.end(), part.object) == out.end();
      if (part.object.known() && is_new) out.push_back(part.object);
    }
  }
  return out;
}

}  // namespace

std::vector<TypeRef> parts_of_type(const Catalog& catalog, const ObjectId& type) {
  if (const Domain* domain = catalog.find<Domain>(type)) return {domain->base};
  if (const RangeType* range = catalog.find<RangeType>(type)) return {range->subtype};
  std::vector<TypeRef> out;
  if (const CompositeType* composite = catalog.find<CompositeType>(type)) {
    for (const CompositeAttribute& attribute : composite->attributes) {
      out.push_back(attribute.type);
    }
  }
  return out;
}

bool is_made_of_type(const Catalog& catalog, const ObjectId& type, const ObjectId& part) {
  const std::vector<ObjectId> types = with_parts(catalog, type);
  return std::find(types.begin(), types.end(), part) != types.end();
}

StoredTypes::StoredTypes(const Catalog& catalog) {
  std::unordered_map<ObjectId, std::vector<const Column*>> by_type;
  for (const auto& [id, column] : catalog.objects<Column>()) {
    if (column.type.object.known()) by_type[column.type.object].push_back(&column);
  }
  for (const auto& [type, columns] : by_type) {
    for (const ObjectId& part : with_parts(catalog, type)) {
      std::vector<const Column*>& all = columns_[part];
      all.insert(all.end(), columns.begin(), columns.end());
    }
  }
  for (auto& [type, columns] : columns_) {
    std::sort(columns.begin(), columns.end(),
              [](const Column* a, const Column* b) { return a->id < b->id; });
  }
}

const std::vector<const Column*>& StoredTypes::columns_with(const ObjectId& type) const {
  static const std::vector<const Column*> none;
  const auto found = columns_.find(type);
  return found == columns_.end() ? none : found->second;
}

}  // namespace schemadiff
