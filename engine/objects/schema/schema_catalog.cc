#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/schema/schema.h"

namespace schemadiff {

template <>
std::string Rules<Schema>::catalog_query(int) {
  return "SELECT oid, nspname, " + not_of_extension(catalog_oid::kNamespace, "oid") +
         " FROM pg_namespace WHERE " + in_user_schema("oid");
}

template <>
void Rules<Schema>::read(const Row& row, CatalogBuilder& builder) {
  const CatalogAddress address{catalog_oid::kNamespace, row.oid(0), 0};
  Schema schema;
  schema.id = object_id(Kind::schema, {}, row.text(1));
  // A schema that an extension made can hold objects of ours, whose names need it.
  if (!row.boolean(2)) return builder.alias(address, schema.id);
  builder.add(address, std::move(schema));
}

}  // namespace schemadiff
