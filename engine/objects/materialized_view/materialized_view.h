// CREATE MATERIALIZED VIEW; pg_class with relkind m, pg_rewrite.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct MaterializedView : ObjectBase {
  SqlExpression query;
  std::vector<Identifier> columns;  // names given in front of AS; part of query's meaning
  StorageOptions options;
  Identifier access_method;  // empty: the default (heap)
  Identifier tablespace;     // empty: the database's
  bool with_data = true;     // how to create it; not a field: REFRESH changes it, and is no drift
  static constexpr auto kFields = std::tuple{
      Field{"query", &MaterializedView::query}, Field{"options", &MaterializedView::options},
      Field{"access method", &MaterializedView::access_method},
      Field{"tablespace", &MaterializedView::tablespace}};
};

}  // namespace schemadiff
