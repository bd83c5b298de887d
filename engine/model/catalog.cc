#include "engine/model/catalog.h"

#include <algorithm>

namespace schemadiff {

Catalog::Catalog() = default;
Catalog::Catalog(const Catalog& other) = default;
Catalog::Catalog(Catalog&& other) noexcept = default;
Catalog& Catalog::operator=(const Catalog& other) = default;
Catalog& Catalog::operator=(Catalog&& other) noexcept = default;
Catalog::~Catalog() = default;

void Catalog::sort_by_id(std::vector<const ObjectBase*>& objects) {
  std::sort(objects.begin(), objects.end(),
            [](const ObjectBase* a, const ObjectBase* b) { return a->id < b->id; });
}

bool Catalog::contains(const ObjectId& id) const { return find_base(id) != nullptr; }

const ObjectBase* Catalog::find_base(const ObjectId& id) const {
  const ObjectBase* found = nullptr;
  with_kind(id.kind, [&]<class T>() { found = find<T>(id); });
  return found;
}

bool Catalog::erase(const ObjectId& id) {
  bool erased = false;
  with_kind(id.kind, [&]<class T>() { erased = map<T>().erase(id) > 0; });
  return erased;
}

bool Catalog::change_id(const ObjectId& from, const ObjectId& to) {
  bool changed = false;
  with_kind(from.kind, [&]<class T>() {
    auto& objects = map<T>();
    if (objects.contains(to)) return;
    auto node = objects.extract(from);
    if (node.empty()) return;
    node.key() = to;
    node.mapped().id = to;
    objects.insert(std::move(node));
    changed = true;
  });
  return changed;
}

size_t Catalog::size() const {
  size_t count = 0;
  for_each_kind([&]<class T>() { count += map<T>().size(); });
  return count;
}

ObjectId Catalog::find_relation(Identifier schema, Identifier name) const {
  for (const Kind kind : {Kind::table, Kind::view, Kind::materialized_view, Kind::sequence,
                          Kind::composite_type, Kind::index}) {
    const ObjectId id = object_id(kind, schema, name);
    if (contains(id)) return id;
  }
  return {};
}

ObjectId Catalog::find_type(Identifier schema, Identifier name) const {
  for (const Kind kind :
       {Kind::enum_type, Kind::domain, Kind::composite_type, Kind::range_type, Kind::base_type,
        Kind::shell_type, Kind::table, Kind::view, Kind::materialized_view}) {
    const ObjectId id = object_id(kind, schema, name);
    if (contains(id)) return id;
  }
  return {};
}

}  // namespace schemadiff
