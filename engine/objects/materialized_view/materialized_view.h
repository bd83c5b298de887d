// CREATE MATERIALIZED VIEW; pg_class with relkind m, pg_rewrite.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

// ALTER MATERIALIZED VIEW … ALTER COLUMN; pg_attribute, where it differs from what is usual.
struct MaterializedViewColumn {
  Identifier name;
  int statistics_target = -1;
  std::string storage;      // PLAIN EXTERNAL EXTENDED MAIN; empty: that of the type
  std::string compression;  // pglz lz4; empty: the server's default
  StorageOptions options;   // n_distinct
  // EXTENDED is what nearly every type has, and a file does not tell the types of a query.
  friend bool operator==(const MaterializedViewColumn& a, const MaterializedViewColumn& b) {
    const auto is_usual = [](const std::string& s) { return s.empty() || s == "EXTENDED"; };
    return a.name == b.name && a.statistics_target == b.statistics_target &&
           (a.storage == b.storage || (is_usual(a.storage) && is_usual(b.storage))) &&
           a.compression == b.compression && a.options == b.options;
  }
};
std::string display(const MaterializedViewColumn& column);
// The settings of a column in a list by name; added if it has none yet.
MaterializedViewColumn& settings_of(std::vector<MaterializedViewColumn>& list, Identifier column);

struct MaterializedView : ObjectBase {
  SqlExpression query;
  std::vector<Identifier> columns;  // names given in front of AS; part of query's meaning
  StorageOptions options;
  Identifier access_method;  // empty: the default (heap)
  Identifier tablespace;     // empty: the database's
  std::vector<MaterializedViewColumn> column_settings;  // by name
  bool with_data = true;     // how to create it; not a field: REFRESH changes it, and is no drift
  static constexpr auto kFields = std::tuple{
      Field{"query", &MaterializedView::query}, Field{"options", &MaterializedView::options},
      Field{"access method", &MaterializedView::access_method},
      Field{"tablespace", &MaterializedView::tablespace},
      Field{"column settings", &MaterializedView::column_settings}};
};

}  // namespace schemadiff
