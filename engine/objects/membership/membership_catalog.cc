#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/membership/membership.h"

namespace schemadiff {

template <>
std::string Rules<Membership>::catalog_query(int server_version) {
  // Since 16 several roles may have granted the same.
  return std::string("SELECT r.rolname, m.rolname, bool_or(a.admin_option), ") +
         (server_version >= 160000 ? "bool_or(a.inherit_option), bool_or(a.set_option), "
                                     "array_agg(pg_get_userbyid(a.grantor) ORDER BY a.oid)"
                                   : "NULL, NULL, NULL") +
         " FROM pg_auth_members a JOIN pg_roles r ON r.oid = a.roleid JOIN pg_roles m ON m.oid = "
         "a.member WHERE left(m.rolname, 3) <> 'pg_' GROUP BY r.rolname, m.rolname";
}

template <>
void Rules<Membership>::read(const Row& row, CatalogBuilder& builder) {
  Membership membership;
  membership.id = object_id(Kind::membership, {}, row.text(0), row.text(1));
  membership.admin = row.boolean(2);
  if (!row.is_null(3)) membership.inherit = row.boolean(3);
  if (!row.is_null(4)) membership.set = row.boolean(4);
  for (const std::string& name : parse_array(row.text(5))) {
    membership.grantors.emplace_back(name);
  }
  builder.catalog.add(std::move(membership));
}

}  // namespace schemadiff
