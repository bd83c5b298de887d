// CREATE MATERIALIZED VIEW; pg_class with relkind m, pg_rewrite.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

// ALTER MATERIALIZED VIEW … ALTER COLUMN; pg_attribute.
struct MaterializedViewColumn {
  Identifier name;
  int statistics_target = -1;
  std::string storage;       // PLAIN EXTERNAL EXTENDED MAIN; empty: that of the type
  std::string compression;   // pglz lz4; empty: the server's default
  StorageOptions options;    // n_distinct
  std::string type_storage;  // that of the type; empty: a file does not know
};

struct MaterializedViewColumns {
  std::vector<MaterializedViewColumn> list;  // by name: in live all, in a file those that it sets
  // The settings of a column; added if it has none yet.
  MaterializedViewColumn& of(Identifier column);
  // A storage that is the type's own is none, where one side knows the type.
  friend bool operator==(const MaterializedViewColumns& a, const MaterializedViewColumns& b);
};
std::string display(const MaterializedViewColumns& columns);

struct MaterializedView : ObjectBase {
  SqlExpression query;
  std::vector<Identifier> columns;  // names given in front of AS; part of query's meaning
  // As View::output; not a field.
  std::vector<std::pair<Identifier, TypeRef>> output;
  StorageOptions options;
  Identifier access_method;  // empty: the default (heap)
  Identifier tablespace;     // empty: the database's
  MaterializedViewColumns column_settings;
  bool with_data = true;  // how to create it; not a field: REFRESH changes it, and is no drift
  static constexpr auto kFields = std::tuple{
      Field{"query", &MaterializedView::query}, Field{"options", &MaterializedView::options},
      Field{"access method", &MaterializedView::access_method},
      Field{"tablespace", &MaterializedView::tablespace},
      Field{"column settings", &MaterializedView::column_settings}};
};

}  // namespace schemadiff
