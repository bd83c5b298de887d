// CREATE RULE; pg_rewrite (without the _RETURN rules, which are the views').
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct Rule : ObjectBase {
  ObjectId relation;         // kind table, view …
  SqlExpression definition;  // the whole CREATE RULE statement
  char enabled = 'O';        // pg_rewrite.ev_enabled: O D R A
  static constexpr auto kFields =
      std::tuple{Field{"definition", &Rule::definition}, Field{"enabled", &Rule::enabled}};
};

}  // namespace schemadiff
