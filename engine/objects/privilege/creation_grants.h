// What default privileges make of new objects.
#pragma once

#include <map>

#include "engine/model/catalog.h"

namespace schemadiff {

// What objects get when `role` creates them while the default privileges of `live` are in force.
class CreationGrants {
 public:
  CreationGrants(const Catalog& live, Identifier role, int server_version);

  bool empty() const { return by_class_.empty(); }
  // What differs from default_grants(), by privilege; once `owner` (empty: the role itself) owns
  // it.
  std::vector<std::pair<ObjectId, Grants>> of(const ObjectId& target, Identifier owner) const;

 private:
  Identifier role_;
  int server_version_;
  // Schema (none: all) and class of objects.
  std::map<std::pair<Identifier, GrantClass>, std::vector<const DefaultPrivilege*>> by_class_;
};

}  // namespace schemadiff
