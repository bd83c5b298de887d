#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/role/role.h"

namespace schemadiff {

template <>
std::string Rules<Role>::catalog_query(int) {
  return "SELECT r.oid, r.rolname, r.rolcanlogin, r.rolsuper, r.rolcreaterole, r.rolcreatedb, "
         "r.rolinherit, r.rolreplication, r.rolbypassrls, r.rolconnlimit, CASE WHEN "
         "isfinite(r.rolvaliduntil) THEN quote_literal(r.rolvaliduntil) END, (SELECT "
         "array_agg(setting ORDER BY setting) FROM pg_db_role_setting s, unnest(s.setconfig) "
         "setting WHERE s.setrole = r.oid AND s.setdatabase = 0) FROM pg_roles r WHERE "
         "left(r.rolname, 3) <> 'pg_'";
}

template <>
void Rules<Role>::read(const Row& row, CatalogBuilder& builder) {
  Role role;
  role.id = object_id(Kind::role, {}, row.text(1));
  role.login = row.boolean(2);
  role.superuser = row.boolean(3);
  role.create_role = row.boolean(4);
  role.create_database = row.boolean(5);
  role.inherit = row.boolean(6);
  role.replication = row.boolean(7);
  role.bypass_row_security = row.boolean(8);
  role.connection_limit = static_cast<int>(row.integer(9));
  role.valid_until = live_expression(row.text(10));
  role.settings = parse_array(row.text(11));
  builder.add({catalog_oid::kAuthId, row.oid(0), 0}, std::move(role));
}

}  // namespace schemadiff
