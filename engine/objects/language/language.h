// CREATE LANGUAGE with a handler of its own; pg_language. Without one it is CREATE EXTENSION.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct Language : ObjectBase {
  bool trusted = false;
  QualifiedName handler;  // functions; empty: none
  QualifiedName inline_;
  QualifiedName validator;
  static constexpr auto kFields =
      std::tuple{Field{"trusted", &Language::trusted}, Field{"handler", &Language::handler},
                 Field{"inline", &Language::inline_}, Field{"validator", &Language::validator}};
};

}  // namespace schemadiff
