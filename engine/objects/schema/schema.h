// CREATE SCHEMA; pg_namespace.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct Schema : ObjectBase {
  static constexpr auto kFields = std::tuple<>{};
};

}  // namespace schemadiff
