#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/enum_type/enum_type.h"

namespace schemadiff {

template <>
std::string Rules<EnumType>::catalog_query(int) {
  return "SELECT t.oid, t.typnamespace, t.typname, (SELECT array_agg(e.enumlabel ORDER BY "
         "e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid) FROM pg_type t WHERE "
         "t.typtype = 'e' AND " +
         in_user_schema("t.typnamespace") + " AND " + not_of_extension(catalog_oid::kType, "t.oid");
}

template <>
void Rules<EnumType>::read(const Row& row, CatalogBuilder& builder) {
  EnumType type;
  type.id = object_id(Kind::enum_type, builder.schema(row.oid(1)), row.text(2));
  // A label may be NULL in letters only: parse_array() drops no quoted element, and it is quoted.
  type.labels = parse_array(row.text(3));
  builder.add({catalog_oid::kType, row.oid(0), 0}, std::move(type));
}

}  // namespace schemadiff
