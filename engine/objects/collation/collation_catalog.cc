#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/collation/collation.h"

namespace schemadiff {

template <>
std::string Rules<Collation>::catalog_query(int server_version) {
  std::string locale = "coalesce(c.collcollate, '')";  // up to 14, ICU's too
  if (server_version >= 150000) locale = "c.colliculocale";
  if (server_version >= 170000) locale = "c.colllocale";
  return "SELECT c.oid, c.collnamespace, c.collname, c.collprovider, c.collisdeterministic, "
         "c.collcollate, c.collctype, " +
         locale + ", " + (server_version >= 160000 ? "c.collicurules" : "NULL") +
         " FROM pg_collation c WHERE " + in_user_schema("c.collnamespace") + " AND " +
         not_of_extension(catalog_oid::kCollation, "c.oid");
}

template <>
void Rules<Collation>::read(const Row& row, CatalogBuilder& builder) {
  Collation collation;
  collation.id = object_id(Kind::collation, builder.schema(row.oid(1)), row.text(2));
  collation.provider = static_cast<CollationProvider>(row.character(3));
  collation.deterministic = row.boolean(4);
  if (collation.provider == CollationProvider::libc) {
    collation.collate = row.string(5);
    collation.ctype = row.string(6);
  } else {
    collation.locale.name = row.string(7);
  }
  collation.rules = row.string(8);
  builder.add({catalog_oid::kCollation, row.oid(0), 0}, std::move(collation));
}

}  // namespace schemadiff
