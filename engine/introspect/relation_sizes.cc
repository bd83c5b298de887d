#include "engine/introspect/relation_sizes.h"

#include <cstdlib>

namespace schemadiff {
namespace {

// reltuples is -1 before the first VACUUM or ANALYZE since 14, and 0 with no pages before.
constexpr std::string_view kQuery = R"(
WITH indexes AS (
  SELECT i.indrelid, sum(c.relpages)::bigint AS pages
  FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
  GROUP BY 1
), sizes AS (
  SELECT c.oid, c.relkind, c.relpages,
         CASE WHEN c.reltuples < 0 OR (c.reltuples = 0 AND c.relpages = 0) THEN NULL
              ELSE c.reltuples END AS rows,
         c.relpages::bigint + coalesce(t.relpages, 0) AS pages,
         coalesce(x.pages, 0) + coalesce(y.pages, 0) AS index_pages
  FROM pg_catalog.pg_class c
  LEFT JOIN pg_catalog.pg_class t ON t.oid = c.reltoastrelid
  LEFT JOIN indexes x ON x.indrelid = c.oid
  LEFT JOIN indexes y ON y.indrelid = c.reltoastrelid
  WHERE c.relkind IN ('r', 'p', 'm')
), members AS (
  SELECT s.oid AS root, s.* FROM sizes s WHERE s.relkind <> 'p'
  UNION ALL
  SELECT a.relid::oid, s.*
  FROM sizes s
  CROSS JOIN LATERAL pg_catalog.pg_partition_ancestors(s.oid) a
  WHERE s.relkind = 'r' AND a.relid <> s.oid
)
SELECT n.nspname, c.relname, c.relkind, sum(m.rows),
       sum(m.pages) * pg_catalog.current_setting('block_size')::bigint,
       sum(m.index_pages) * pg_catalog.current_setting('block_size')::bigint
FROM members m
JOIN pg_catalog.pg_class c ON c.oid = m.root
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
GROUP BY 1, 2, 3)";

}  // namespace

Result<RelationSizes> read_relation_sizes(CatalogReader& reader) {
  auto rows = reader.query(kQuery);
  if (!rows) return fail(std::move(rows.error()));
  RelationSizes out;
  while ((*rows)->next()) {
    const Row& row = (*rows)->row();
    const Kind kind = row.character(2) == 'm' ? Kind::materialized_view : Kind::table;
    RelationSize size;
    if (!row.is_null(3)) size.rows = std::strtod(row.value(3), nullptr);
    size.table_bytes = row.integer(4);
    size.index_bytes = row.integer(5);
    out.emplace(object_id(kind, row.text(0), row.text(1)), size);
  }
  return out;
}

}  // namespace schemadiff
