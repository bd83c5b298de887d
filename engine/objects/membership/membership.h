// GRANT role TO role; pg_auth_members, whoever granted it.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct Membership : ObjectBase {  // id.name is the role, id.sub its member
  bool admin = false;
  // 16 and later; not said in a file: PostgreSQL chooses, or leaves it as it is.
  std::optional<bool> inherit;
  std::optional<bool> set;
  // Live, 16 and later: who granted it, each to be revoked by itself. Not a field.
  std::vector<Identifier> grantors;
  static constexpr auto kFields =
      std::tuple{Field{"admin option", &Membership::admin},
                 Field{"inherit option", &Membership::inherit, Compare::when_stated},
                 Field{"set option", &Membership::set, Compare::when_stated}};
};

}  // namespace schemadiff
