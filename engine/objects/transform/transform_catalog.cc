#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/transform/transform.h"

namespace schemadiff {

template <>
std::string Rules<Transform>::catalog_query(int) {
  return "SELECT t.oid, t.trftype, format_type(t.trftype, NULL), l.lanname, " +
         function_name("t.trffromsql") + ", " + function_name("t.trftosql") +
         " FROM pg_transform t JOIN pg_language l ON l.oid = t.trflang WHERE " +
         not_of_extension(catalog_oid::kTransform, "t.oid");
}

template <>
void Rules<Transform>::read(const Row& row, CatalogBuilder& builder) {
  Transform transform;
  transform.type = live_type(row.text(2), row.oid(1), builder);
  transform.id = object_id(Kind::transform, {}, transform.type.sql, row.text(3));
  transform.from_sql = parse_qualified_name(row.text(4));
  transform.to_sql = parse_qualified_name(row.text(5));
  builder.add({catalog_oid::kTransform, row.oid(0), 0}, std::move(transform));
}

}  // namespace schemadiff
