#include <algorithm>

#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/statistics/statistics.h"

namespace schemadiff {

template <>
std::string Rules<Statistics>::catalog_query(int server_version) {
  return std::string(
             "SELECT s.oid, s.stxnamespace, s.stxname, s.stxrelid, s.stxkind, s.stxkeys, "
             "coalesce(s.stxstattarget, -1), ") +
         (server_version >= 140000 ? "pg_get_statisticsobjdef_expressions(s.oid)" : "NULL") +
         " FROM pg_statistic_ext s WHERE " + in_user_schema("s.stxnamespace") + " AND " +
         not_of_extension(catalog_oid::kStatisticExt, "s.oid");
}

template <>
void Rules<Statistics>::read(const Row& row, CatalogBuilder& builder) {
  const LiveRelation* relation = builder.addresses.relation(row.oid(3));
  if (relation == nullptr) return;
  Statistics statistics;
  statistics.id = object_id(Kind::statistics, builder.schema(row.oid(1)), row.text(2));
  statistics.table = relation->id;
  statistics.columns = column_names(row.text(5), *relation);
  std::sort(statistics.columns.begin(), statistics.columns.end());
  for (const std::string& text : parse_array(row.text(7))) {
    statistics.expressions.push_back(live_expression(text));
  }
  for (const std::string& kind : parse_array(row.text(4))) {
    if (kind == "d") statistics.kinds.emplace_back("ndistinct");
    if (kind == "f") statistics.kinds.emplace_back("dependencies");
    if (kind == "m") statistics.kinds.emplace_back("mcv");
  }
  std::sort(statistics.kinds.begin(), statistics.kinds.end());
  statistics.target = static_cast<int>(row.integer(6));
  builder.add({catalog_oid::kStatisticExt, row.oid(0), 0}, std::move(statistics));
}

}  // namespace schemadiff
