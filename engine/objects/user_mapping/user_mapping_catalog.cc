#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/user_mapping/user_mapping.h"

namespace schemadiff {

// The view shows options only to those who may see them.
template <>
std::string Rules<UserMapping>::catalog_query(int) {
  return "SELECT m.umid, m.srvname, m.usename, m.umoptions, m.umoptions IS NOT NULL OR (SELECT "
         "rolsuper FROM pg_roles WHERE rolname = current_user) FROM pg_user_mappings m WHERE "
         "m.usename IS NOT NULL AND " +
         not_of_extension(catalog_oid::kUserMapping, "m.umid");
}

template <>
void Rules<UserMapping>::read(const Row& row, CatalogBuilder& builder) {
  UserMapping mapping;
  mapping.id = object_id(Kind::user_mapping, {}, row.text(1), row.text(2));
  mapping.options.options = parse_options(row.text(3));
  mapping.options.known = row.boolean(4);
  builder.add({catalog_oid::kUserMapping, row.oid(0), 0}, std::move(mapping));
}

}  // namespace schemadiff
