#include "engine/model/kind_traits.h"
#include "engine/model/rules.h"
#include "engine/objects/acl_sources.h"

namespace schemadiff {

template <>
std::string Rules<Owner>::catalog_query(int) {
  std::string sql;
  for (const AclSource& source : acl_sources()) {
    if (!sql.empty()) sql += " UNION ALL ";
    sql += "SELECT " + std::to_string(source.catalog) + "::oid, o.oid, pg_get_userbyid(o." +
           source.owner + ") FROM " + source.table + " o WHERE " + is_of_users(source);
  }
  return sql;
}

template <>
void Rules<Owner>::read(const Row& row, CatalogBuilder& builder) {
  const ObjectId target = builder.find({row.oid(0), row.oid(1), 0});
  // Members of extensions are no objects; the sequence of an identity column goes with its table.
  if (!traits_of(target.kind).has_owner || !builder.catalog.contains(target)) return;
  Owner owner;
  owner.id = target.owned();
  owner.role = row.text(2);
  builder.catalog.add(std::move(owner));
}

}  // namespace schemadiff
