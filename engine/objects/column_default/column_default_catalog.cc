#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/column_default/column_default.h"

namespace schemadiff {

// One row for each distinct stored expression: many columns share "now()" or "false", and
// pg_get_expr() is the dearest thing that reading a catalog does. Only generated columns' contain
// columns, and those are left out.
template <>
std::string Rules<ColumnDefault>::catalog_query(int) {
  return "SELECT pg_get_expr(d.adbin, d.adrelid), g.oids, g.relations, g.numbers FROM (SELECT "
         "min(oid) AS first, array_agg(oid) AS oids, array_agg(adrelid) AS relations, "
         "array_agg(adnum) AS numbers FROM pg_attrdef WHERE adrelid >= 16384 GROUP BY adbin::text "
         "COLLATE \"C\") g JOIN pg_attrdef d ON d.oid = g.first";
}

template <>
void Rules<ColumnDefault>::read(const Row& row, CatalogBuilder& builder) {
  const auto oids = parse_numbers(row.text(1));
  const auto relations = parse_numbers(row.text(2));
  const auto numbers = parse_numbers(row.text(3));
  for (size_t i = 0; i < oids.size(); ++i) {
    const LiveRelation* relation = builder.addresses.relation(static_cast<Oid>(relations[i]));
    if (relation == nullptr || relation->of_extension ||
        static_cast<size_t>(numbers[i]) > relation->columns.size())
      continue;
    const LiveColumn& column = relation->columns[numbers[i] - 1];
    if (column.name.empty()) continue;
    ColumnDefault object;
    object.id = relation->id.with_sub(Kind::column_default, column.name);
    const CatalogAddress address{catalog_oid::kAttrdef, static_cast<Oid>(oids[i]), 0};
    if (column.generated) {
      builder.alias(address, relation->id.with_sub(Kind::column, column.name));
      continue;
    }
    object.expression = live_expression(row.text(0));
    builder.add(address, std::move(object));
  }
}

}  // namespace schemadiff
