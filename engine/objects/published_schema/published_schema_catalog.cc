#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/published_schema/published_schema.h"

namespace schemadiff {

template <>
std::string Rules<PublishedSchema>::catalog_query(int server_version) {
  if (server_version < 150000) return "";
  return "SELECT n.oid, p.pubname, s.nspname FROM pg_publication_namespace n JOIN pg_publication p "
         "ON p.oid = n.pnpubid JOIN pg_namespace s ON s.oid = n.pnnspid WHERE " +
         not_of_extension(catalog_oid::kPublication, "p.oid");
}

template <>
void Rules<PublishedSchema>::read(const Row& row, CatalogBuilder& builder) {
  PublishedSchema schema;
  schema.id = object_id(Kind::published_schema, {}, row.text(1), row.text(2));
  builder.add({catalog_oid::kPublicationNamespace, row.oid(0), 0}, std::move(schema));
}

}  // namespace schemadiff
