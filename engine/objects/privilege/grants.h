// What GRANT and REVOKE speak of: sets of privileges, and what is granted without being said.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/model/field.h"

namespace schemadiff {

class Catalog;

// What one grantee holds on one object: all of it, not only what was said. Both lists are in the
// order of all_privileges().
struct Grants {
  std::vector<std::string> privileges;         // "SELECT", "INSERT"
  std::vector<std::string> with_grant_option;  // those of them that may be granted on

  friend bool operator==(const Grants&, const Grants&) = default;
};

// Objects that have the same privileges.
enum class GrantClass : uint8_t {
  none,  // no privileges at all
  relation,
  column,
  sequence,
  schema,
  function,
  type,
  foreign_data_wrapper,
  foreign_server,
  language,
  large_object,
};
GrantClass grant_class(Kind kind);
// The object of a default privilege, as ALTER DEFAULT PRIVILEGES writes it: "TABLES".
GrantClass grant_class(std::string_view default_object);
// "TABLES": what ALTER DEFAULT PRIVILEGES calls objects of the class; "" if it can't.
std::string_view default_object(GrantClass type);

// All that can be granted, in the order in which we write it.
std::vector<std::string> all_privileges(GrantClass type, int server_version);
// What the grantee holds on a new object that nobody said anything about: acldefault(), and for
// schema public what CREATE DATABASE makes of it.
Grants default_grants(const ObjectId& target, Identifier grantee, int server_version);
// The same for the privileges of future objects, as ALTER DEFAULT PRIVILEGES changes them: those in
// one schema only add to others.
Grants default_grants_of_new(const ObjectId& default_privilege, int server_version);

bool contains(const std::vector<std::string>& words, std::string_view word);
// Keeps the order of `all`.
void add_words(std::vector<std::string>& words, const std::vector<std::string>& more,
               const std::vector<std::string>& all);
void remove_words(std::vector<std::string>& words, const std::vector<std::string>& gone);

// The statements from one set to another: words of each.
struct GrantChanges {
  std::vector<std::string> revoke;
  std::vector<std::string> revoke_option;
  std::vector<std::string> grant;
  std::vector<std::string> grant_with_option;
};
GrantChanges grant_changes(const Grants& from, const Grants& to);

// The object that `privilege` goes with: its target, or what that is a part of (a column's
// relation, as a table; the column of an identity's sequence).
ObjectId privilege_host(const Catalog& catalog, const ObjectId& privilege);

// What a desired state says something about.
struct AccessMentions {
  // Schema and kind: a column's is that of its relation; a schema's own schema is itself.
  std::set<std::pair<Identifier, Kind>> privileges;
  // Schema (none: all schemas) and "TABLES" ….
  std::set<std::pair<Identifier, Identifier>> default_privileges;
};

}  // namespace schemadiff
