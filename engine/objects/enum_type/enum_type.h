// CREATE TYPE … AS ENUM; pg_type, pg_enum.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct EnumType : ObjectBase {
  std::vector<std::string> labels;  // in sort order
  static constexpr auto kFields = std::tuple{Field{"labels", &EnumType::labels}};
};

}  // namespace schemadiff
