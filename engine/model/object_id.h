// What identifies an object inside one database.
#pragma once

#include <compare>
#include <functional>
#include <string>

#include "engine/base/identifier.h"
#include "engine/model/kinds.h"

namespace schemadiff {

// Which members are used depends on the kind:
//   of the whole database (schema, extension, publication …)        name
//   relations, types, collations … of a schema                      schema, name
//   function                schema, name, sub = "(integer, text)": its input types
//   operator                schema, name, sub = "(integer, text)", "(NONE, text)"
//   operator class, family  schema, name, sub = access method
//   column, default, constraint, trigger, policy, rule   schema, name = relation, sub = own name
//   domain constraint       schema, name = domain, sub = own name
//   published table         schema, name = table, sub = publication
//   published schema        name = publication, sub = schema
//   cast                    name = "(public.a AS text)"
//   transform               name = type, sub = language
//   user mapping            name = server, sub = role, or "public"
//   comment                 of = kind of its target, and the target's members
struct ObjectId {
  Kind kind = Kind::none;
  Kind of = Kind::none;
  Identifier schema;
  Identifier name;
  Identifier sub;

  friend bool operator==(const ObjectId&, const ObjectId&) = default;
  friend std::strong_ordering operator<=>(const ObjectId&, const ObjectId&) = default;

  bool known() const { return kind != Kind::none; }
  // The object a comment (and the like) is about.
  ObjectId target() const { return {of, Kind::none, schema, name, sub}; }
  ObjectId commented() const { return {Kind::comment, kind, schema, name, sub}; }
  // The relation, domain or type a sub-object belongs to, as an id of the given kind.
  ObjectId container(Kind container_kind) const {
    return {container_kind, Kind::none, schema, name, {}};
  }
  ObjectId with_sub(Kind sub_kind, Identifier sub_name) const {
    return {sub_kind, Kind::none, schema, name, sub_name};
  }
};

inline ObjectId object_id(Kind kind, Identifier schema, Identifier name, Identifier sub = {}) {
  return {kind, Kind::none, schema, name, sub};
}

// public.users, "Weird".t.column, app.f(integer, text): quoted as SQL needs; and as SQL names it,
// where it can be named behind the word for its kind.
std::string qualified_name(const ObjectId& id);
// "column public.users.email": for messages and --allow patterns ("table:public.users" has a
// colon).
std::string describe(const ObjectId& id);

}  // namespace schemadiff

template <>
struct std::hash<schemadiff::ObjectId> {
  size_t operator()(const schemadiff::ObjectId& id) const noexcept {
    size_t hash = static_cast<size_t>(id.kind) * 31 + static_cast<size_t>(id.of);
    for (const schemadiff::Identifier part : {id.schema, id.name, id.sub}) {
      hash ^= part.hash() + 0x9e3779b97f4a7c15ULL + (hash << 6) + (hash >> 2);
    }
    return hash;
  }
};
