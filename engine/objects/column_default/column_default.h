// DEFAULT of a table's or view's column; pg_attrdef (generated columns' expressions are not here).
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct ColumnDefault : ObjectBase {
  SqlExpression expression;  // empty: a child or partition that has none, though a parent has one
  static constexpr auto kFields = std::tuple{Field{"default", &ColumnDefault::expression}};
};

}  // namespace schemadiff
