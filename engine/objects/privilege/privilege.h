// GRANT and REVOKE on anything; relacl, proacl and the like. Written once, for any target.
#pragma once

#include "engine/objects/privilege/grants.h"

namespace schemadiff {

// id.target() is what it is about, id.grantee who holds it. There is one only where
// default_grants() is not what the grantee holds.
struct Privilege : ObjectBase, Grants {
  // Desired, before engine/diff/access.h settled it: what REVOKE took away by name. Whether the
  // grantee is the owner, who holds the rest, is known only then.
  std::vector<std::string> revoked;
  // Live: granted by somebody else than the owner, who can't take it back.
  std::vector<std::string> granted_by_others;

  static constexpr auto kFields =
      std::tuple{Field{"privileges", &Privilege::privileges},
                 Field{"with grant option", &Privilege::with_grant_option}};
};

}  // namespace schemadiff
