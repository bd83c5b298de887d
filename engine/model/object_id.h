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
//   role, subscription      name
//   membership              name = role, sub = member
//   comment, owner          of = kind of its target, and the target's members
//   security label          the same, and grantee = its provider
//   privilege               the same, and grantee; of an identity column's sequence: of = sequence,
//                           and the column's members
//   default privilege       name = role, schema or none, sub = "TABLES" …, and grantee
struct ObjectId {
  Kind kind = Kind::none;
  Kind of = Kind::none;
  Identifier schema;
  Identifier name;
  Identifier sub;
  Identifier grantee{};  // a role, public_grantee() or owner_grantee(); a label's provider

  friend bool operator==(const ObjectId&, const ObjectId&) = default;
  friend std::strong_ordering operator<=>(const ObjectId&, const ObjectId&) = default;

  bool known() const { return kind != Kind::none; }
  // The object that a comment, an owner or a privilege is about.
  ObjectId target() const { return {of, Kind::none, schema, name, sub}; }
  ObjectId commented() const { return {Kind::comment, kind, schema, name, sub}; }
  ObjectId owned() const { return {Kind::owner, kind, schema, name, sub}; }
  ObjectId labelled_by(Identifier provider) const {
    return {Kind::security_label, kind, schema, name, sub, provider};
  }
  ObjectId granted_to(Identifier role) const {
    return {Kind::privilege, kind, schema, name, sub, role};
  }
  // The same aspect (comment, owner, privilege, security label) of another object.
  ObjectId about(const ObjectId& target) const {
    return {kind, target.kind, target.schema, target.name, target.sub, grantee};
  }
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

// Stands for all declared rows of a table, or of the table of a part: produced by the last step
// that adds or changes one.
inline ObjectId rows_of(const ObjectId& table) { return table.container(Kind::rows); }

// That it is, or is in; empty: it is in none.
inline Identifier schema_of(const ObjectId& id) {
  return id.kind == Kind::schema ? id.name : id.schema;
}

// Who has a privilege without being named: everybody, and the owner, whoever that is. No role can
// have these names.
inline Identifier public_grantee() { return "public"; }
inline Identifier owner_grantee() { return "pg_owner"; }
// "app_user", "PUBLIC", "the owner": for people.
std::string grantee_name(Identifier grantee);

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
    for (const schemadiff::Identifier part : {id.schema, id.name, id.sub, id.grantee}) {
      hash ^= part.hash() + 0x9e3779b97f4a7c15ULL + (hash << 6) + (hash >> 2);
    }
    return hash;
  }
};
