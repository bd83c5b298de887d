#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/composite_type/composite_type.h"

namespace schemadiff {

template <>
std::string Rules<CompositeType>::catalog_query(int) {
  return "SELECT c.oid, c.reltype, x.names, x.types, x.texts, x.collations, x.usual FROM pg_class "
         "c "
         "LEFT JOIN LATERAL (SELECT array_agg(a.attname ORDER BY a.attnum) AS names, "
         "array_agg(a.atttypid ORDER BY a.attnum) AS types, array_agg(format_type(a.atttypid, "
         "a.atttypmod) ORDER BY a.attnum) AS texts, array_agg(a.attcollation ORDER BY a.attnum) AS "
         "collations, array_agg(t.typcollation ORDER BY a.attnum) AS usual FROM pg_attribute a "
         "JOIN "
         "pg_type t ON t.oid = a.atttypid WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT "
         "a.attisdropped) x ON true WHERE c.relkind = 'c' AND " +
         in_user_schema("c.relnamespace");
}

template <>
void Rules<CompositeType>::read(const Row& row, CatalogBuilder& builder) {
  const ObjectId id = builder.find_type(row.oid(1));
  if (id.kind != Kind::composite_type) return;  // an extension's
  CompositeType type;
  type.id = id;
  const auto names = parse_array(row.text(2));
  const auto types = parse_numbers(row.text(3));
  const auto texts = parse_array(row.text(4));
  const auto collations = parse_numbers(row.text(5));
  const auto usual = parse_numbers(row.text(6));
  for (size_t i = 0; i < names.size(); ++i) {
    type.attributes.push_back(
        {names[i], live_type(texts[i], static_cast<Oid>(types[i]), builder),
         collation_unless(static_cast<Oid>(usual[i]), static_cast<Oid>(collations[i]), builder)});
  }
  builder.add({catalog_oid::kType, row.oid(1), 0}, std::move(type));
}

}  // namespace schemadiff
