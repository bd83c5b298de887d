#include "engine/lint/key_use.h"

namespace schemadiff {

Result<std::vector<KeyUse>> read_key_uses(CatalogReader& reader) {
  // pg_sequences gives NULL, and no error, for what the role may not read.
  auto rows = reader.query(
      "SELECT n.nspname, c.relname, a.attname, s.last_value, "
      "  least(s.max_value, CASE a.atttypid WHEN 'int2'::regtype THEN 32767 "
      "    WHEN 'int4'::regtype THEN 2147483647 ELSE 9223372036854775807 END) "
      "FROM pg_catalog.pg_sequences s "
      "JOIN pg_catalog.pg_namespace sn ON sn.nspname = s.schemaname "
      "JOIN pg_catalog.pg_class sc ON sc.relnamespace = sn.oid AND sc.relname = s.sequencename "
      "JOIN pg_catalog.pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = sc.oid "
      "  AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i') "
      "JOIN pg_catalog.pg_class c ON c.oid = d.refobjid "
      "JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
      "JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid "
      "WHERE s.increment_by > 0 AND NOT s.cycle AND s.last_value IS NOT NULL "
      "ORDER BY 1, 2, 3");
  if (!rows) return fail(std::move(rows.error()));
  std::vector<KeyUse> out;
  while ((*rows)->next()) {
    const Row& row = (*rows)->row();
    out.push_back({object_id(Kind::column, row.text(0), row.text(1), row.text(2)), row.integer(3),
                   row.integer(4)});
  }
  return out;
}

}  // namespace schemadiff
