// CREATE TEXT SEARCH TEMPLATE; pg_ts_template.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct TextSearchTemplate : ObjectBase {
  QualifiedName init;  // functions; empty: none
  QualifiedName lexize;
  static constexpr auto kFields = std::tuple{Field{"init", &TextSearchTemplate::init},
                                             Field{"lexize", &TextSearchTemplate::lexize}};
};

}  // namespace schemadiff
