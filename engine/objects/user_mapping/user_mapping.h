// CREATE USER MAPPING; pg_user_mapping. Its options are passwords and the like: no output has them.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

// What stands for a value in all outputs, and in a file for "as it is in the database".
inline constexpr std::string_view kHidden = "(hidden)";

struct SecretOptions {
  StorageOptions options;
  bool known = true;  // false: the server does not show them to this role

  // As far as both sides are known.
  friend bool operator==(const SecretOptions& a, const SecretOptions& b);
};
// The names, without their values.
std::string display(const SecretOptions& options);

struct UserMapping : ObjectBase {  // id.name is the server, id.sub the role or "public"
  SecretOptions options;
  static constexpr auto kFields = std::tuple{Field{"options", &UserMapping::options}};
};

}  // namespace schemadiff
