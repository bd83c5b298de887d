// COMMENT ON anything; pg_description, pg_shdescription. Written once, for any target.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct Comment : ObjectBase {  // id.target() is what it is about
  std::string text;
  static constexpr auto kFields = std::tuple{Field{"text", &Comment::text}};
};

}  // namespace schemadiff
