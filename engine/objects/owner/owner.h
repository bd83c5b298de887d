// ALTER … OWNER TO; pg_class.relowner and the like. Written once, for any target.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct Owner : ObjectBase {  // id.target() is what it is about
  Identifier role;
  static constexpr auto kFields = std::tuple{Field{"role", &Owner::role}};
};

}  // namespace schemadiff
