// CREATE TYPE name, and no more; pg_type without typisdefined. The functions of a base type are
// declared on it.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct ShellType : ObjectBase {
  static constexpr auto kFields = std::tuple{};
};

}  // namespace schemadiff
