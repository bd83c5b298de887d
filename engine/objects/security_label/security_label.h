// SECURITY LABEL ON anything; pg_seclabel, pg_shseclabel. Written once, for any target.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct SecurityLabel : ObjectBase {  // id.target() is what it is about, id.grantee the provider
  std::string label;
  static constexpr auto kFields = std::tuple{Field{"label", &SecurityLabel::label}};
};

}  // namespace schemadiff
