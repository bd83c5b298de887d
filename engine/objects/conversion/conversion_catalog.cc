#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/conversion/conversion.h"

namespace schemadiff {

template <>
std::string Rules<Conversion>::catalog_query(int) {
  return "SELECT c.oid, c.connamespace, c.conname, pg_encoding_to_char(c.conforencoding), "
         "pg_encoding_to_char(c.contoencoding), " +
         function_name("c.conproc") + ", c.condefault FROM pg_conversion c WHERE " +
         in_user_schema("c.connamespace") + " AND " +
         not_of_extension(catalog_oid::kConversion, "c.oid");
}

template <>
void Rules<Conversion>::read(const Row& row, CatalogBuilder& builder) {
  Conversion conversion;
  conversion.id = object_id(Kind::conversion, builder.schema(row.oid(1)), row.text(2));
  conversion.from = row.string(3);
  conversion.to = row.string(4);
  conversion.function = parse_qualified_name(row.text(5));
  conversion.is_default = row.boolean(6);
  builder.add({catalog_oid::kConversion, row.oid(0), 0}, std::move(conversion));
}

}  // namespace schemadiff
