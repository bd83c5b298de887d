// ALTER DEFAULT PRIVILEGES; pg_default_acl.
#pragma once

#include "engine/objects/privilege/grants.h"

namespace schemadiff {

// What objects of the kind id.sub ("TABLES") that the role id.name creates (in the schema
// id.schema, or in any) grant to id.grantee from the start. There is one only where
// default_grants_of_new() says something else. Without a server the role may be empty: whoever runs
// the file.
struct DefaultPrivilege : ObjectBase, Grants {
  static constexpr auto kFields =
      std::tuple{Field{"privileges", &DefaultPrivilege::privileges},
                 Field{"with grant option", &DefaultPrivilege::with_grant_option}};
};

}  // namespace schemadiff
