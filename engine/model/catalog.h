// All objects of one state of a database (or of a desired file).
#pragma once

#include <unordered_map>

#include "engine/model/object.h"

namespace schemadiff {

// The objects of one kind, by id. References stay valid until that object is erased.
template <class T>
using ObjectMap = std::unordered_map<ObjectId, T>;

class Catalog {
 public:
  // Out of line, like the sorting below: a map for each kind, in every file that holds a Catalog,
  // is what the compiler would otherwise spend most of its time on.
  Catalog();
  Catalog(const Catalog& other);
  Catalog(Catalog&& other) noexcept;
  Catalog& operator=(const Catalog& other);
  Catalog& operator=(Catalog&& other) noexcept;
  ~Catalog();

  // False, and nothing changed, if an object with this id is there already.
  template <class T>
  bool add(T object) {
    const ObjectId id = object.id;
    return map<T>().emplace(id, std::move(object)).second;
  }
  template <class T>
  const T* find(const ObjectId& id) const {
    const auto found = map<T>().find(id);
    return found == map<T>().end() ? nullptr : &found->second;
  }
  template <class T>
  T* find(const ObjectId& id) {
    const auto found = map<T>().find(id);
    return found == map<T>().end() ? nullptr : &found->second;
  }
  bool contains(const ObjectId& id) const;
  const ObjectBase* find_base(const ObjectId& id) const;
  bool erase(const ObjectId& id);
  // Gives an object another id (a rename); false if the new one is taken or the old one unknown.
  bool change_id(const ObjectId& from, const ObjectId& to);

  template <class T>
  const ObjectMap<T>& objects() const {
    return map<T>();
  }
  template <class T>
  ObjectMap<T>& objects() {
    return map<T>();
  }
  // In the order of their ids: wherever output depends on it.
  template <class T>
  std::vector<const T*> sorted() const {
    std::vector<const ObjectBase*> objects;
    objects.reserve(map<T>().size());
    for (const auto& [id, object] : map<T>()) objects.push_back(&object);
    sort_by_id(objects);
    std::vector<const T*> out;
    out.reserve(objects.size());
    for (const ObjectBase* object : objects) out.push_back(static_cast<const T*>(object));
    return out;
  }
  size_t size() const;
  bool empty() const { return size() == 0; }

  // The table, view, materialized view, sequence, composite type or index of this name: they share
  // a namespace (pg_class). Kind::none if there is none.
  ObjectId find_relation(Identifier schema, Identifier name) const;
  // The enum, domain, composite, range, base, shell or table row type of this name (pg_type).
  ObjectId find_type(Identifier schema, Identifier name) const;

 private:
  static void sort_by_id(std::vector<const ObjectBase*>& objects);

  template <class T>
  const ObjectMap<T>& map() const {
    return std::get<ObjectMap<T>>(maps_);
  }
  template <class T>
  ObjectMap<T>& map() {
    return std::get<ObjectMap<T>>(maps_);
  }
  template <class... Ts>
  static std::tuple<ObjectMap<Ts>...> maps_of(TypeList<Ts...>);
  decltype(maps_of(AllObjects())) maps_;
};

}  // namespace schemadiff
