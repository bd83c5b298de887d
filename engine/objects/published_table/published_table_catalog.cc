#include <algorithm>

#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/published_table/published_table.h"

namespace schemadiff {

template <>
std::string Rules<PublishedTable>::catalog_query(int server_version) {
  return std::string("SELECT r.oid, p.pubname, r.prrelid, ") +
         (server_version >= 150000 ? "r.prattrs, pg_get_expr(r.prqual, r.prrelid)" : "NULL, NULL") +
         " FROM pg_publication_rel r JOIN pg_publication p ON p.oid = r.prpubid WHERE " +
         not_of_extension(catalog_oid::kPublication, "p.oid");
}

template <>
void Rules<PublishedTable>::read(const Row& row, CatalogBuilder& builder) {
  const LiveRelation* relation = builder.addresses.relation(row.oid(2));
  if (relation == nullptr || relation->of_extension) return;
  PublishedTable table;
  table.id = relation->id.with_sub(Kind::published_table, row.text(1));
  table.table = relation->id;
  table.columns = column_names(row.text(3), *relation);
  std::sort(table.columns.begin(), table.columns.end());
  table.where = live_expression(row.text(4));
  builder.add({catalog_oid::kPublicationRel, row.oid(0), 0}, std::move(table));
}

}  // namespace schemadiff
