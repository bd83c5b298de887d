// GRANT and REVOKE as SQL, for privileges and default privileges.
#pragma once

#include "engine/objects/privilege/grants.h"

namespace schemadiff {

struct GrantWords {
  std::vector<std::string> all;  // all_privileges(): written as ALL
  std::string column;            // quoted; empty: the privileges are on the object itself
  std::string object;            // "TABLE public.t", "TABLES"
  std::string grantee;           // as SQL writes it
};
// REVOKE first.
std::vector<std::string> grant_statements(const GrantChanges& changes, const GrantWords& words);

}  // namespace schemadiff
