// Where PostgreSQL keeps owners and privileges: one row a catalog.
#pragma once

#include <span>

#include "engine/introspect/catalog_rows.h"

namespace schemadiff {

struct AclSource {
  Oid catalog;
  const char* table;      // alias o
  const char* owner;      // column
  const char* acl;        // column; "" if there are no privileges
  const char* base;       // expression: the privileges of an object nobody said anything about
  const char* schema;     // column: its schema, or itself; "" if it is in none
  const char* condition;  // leaves out what only stands for another object
};
std::span<const AclSource> acl_sources();
// A condition on o: it is neither one that only stands for another object, nor PostgreSQL's own.
std::string is_of_users(const AclSource& source);

// The role with this oid, as a grantee: 0 is PUBLIC, `owner` the owner.
std::string grantee_sql(const std::string& oid, const std::string& owner);
// What is granted, by grantee: columns grantee, has, options, others of the row `g`, from two
// arrays of aclitem. `has`: what is held; `options`: with grant option; `others`: granted by
// somebody else than the owner. A grantee of `base` alone has a row with nothing.
std::string grants_by_grantee(const std::string& acl, const std::string& base,
                              const std::string& owner);

}  // namespace schemadiff
