// CREATE STATISTICS; pg_statistic_ext.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct Statistics : ObjectBase {
  ObjectId table;
  std::vector<std::string>
      kinds;  // "ndistinct", "dependencies", "mcv", sorted; empty: one expression
  std::vector<Identifier> columns;         // a set: by name
  std::vector<SqlExpression> expressions;  // 14 and later
  int target = -1;
  static constexpr auto kFields = std::tuple{
      Field{"table", &Statistics::table}, Field{"kinds", &Statistics::kinds},
      Field{"columns", &Statistics::columns}, Field{"expressions", &Statistics::expressions},
      Field{"target", &Statistics::target}};
};

}  // namespace schemadiff
