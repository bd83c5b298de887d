// CREATE ACCESS METHOD; pg_am.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

enum class AccessMethodType : char { index = 'i', table = 't' };
std::string display(AccessMethodType type);

struct AccessMethod : ObjectBase {
  AccessMethodType type = AccessMethodType::index;
  QualifiedName handler;
  static constexpr auto kFields =
      std::tuple{Field{"type", &AccessMethod::type}, Field{"handler", &AccessMethod::handler}};
};

}  // namespace schemadiff
