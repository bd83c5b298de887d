// CREATE PUBLICATION; pg_publication. The tables and schemas it publishes are objects of their own.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct Publication : ObjectBase {
  bool all_tables = false;
  std::string publish = "insert, update, delete, truncate";  // of these, in this order
  bool via_partition_root = false;
  bool generated_columns = false;  // 18 and later: the stored ones
  static constexpr auto kFields = std::tuple{
      Field{"all tables", &Publication::all_tables}, Field{"publish", &Publication::publish},
      Field{"publish_via_partition_root", &Publication::via_partition_root},
      Field{"publish_generated_columns", &Publication::generated_columns}};
};

}  // namespace schemadiff
