#include "engine/model/rules.h"
#include "engine/objects/acl_sources.h"

namespace schemadiff {

template <>
std::string Rules<Privilege>::catalog_query(int) {
  std::string sql = "WITH acl AS (";
  for (const AclSource& source : acl_sources()) {
    if (source.acl[0] == '\0') continue;
    sql += "SELECT " + std::to_string(source.catalog) + "::oid AS class, o.oid, 0 AS sub, o." +
           source.acl + " AS acl, " + source.base + " AS base, o." + source.owner +
           " AS owner FROM " + source.table + " o WHERE o." + source.acl + " IS NOT NULL AND " +
           is_of_users(source) + " UNION ALL ";
  }
  return sql +
         "SELECT 1259::oid, a.attrelid, a.attnum, a.attacl, NULL, c.relowner FROM pg_attribute a "
         "JOIN "
         "pg_class c ON c.oid = a.attrelid WHERE a.attacl IS NOT NULL AND a.attnum > 0 AND NOT "
         "a.attisdropped AND " +
         in_user_schema("c.relnamespace") +
         ") SELECT acl.class, acl.oid, acl.sub, g.grantee, g.has, g.options, g.others FROM acl, "
         "LATERAL " +
         grants_by_grantee("acl.acl", "acl.base", "acl.owner") + " g";
}

namespace {

// What GRANT would name to reach the address; none if it is no object of the model.
ObjectId granted_object(const CatalogAddress& address, const CatalogBuilder& builder) {
  ObjectId id = builder.find(address);
  if (address.catalog == catalog_oid::kClass) {
    const LiveRelation* relation = builder.addresses.relation(address.oid);
    if (relation != nullptr && relation->of_extension) return {};
    // The sequence of an identity column.
    if (address.sub == 0 && id.kind == Kind::column) id.kind = Kind::sequence;
    return id;
  }
  return builder.catalog.contains(id) ? id : ObjectId{};
}

}  // namespace

template <>
void Rules<Privilege>::read(const Row& row, CatalogBuilder& builder) {
  const ObjectId target =
      granted_object({row.oid(0), row.oid(1), static_cast<int32_t>(row.integer(2))}, builder);
  if (grant_class(target.kind) == GrantClass::none) return;
  Privilege privilege;
  privilege.id = target.granted_to(row.text(3));
  const auto all = all_privileges(grant_class(target.kind), builder.server_version);
  add_words(privilege.privileges, parse_array(row.text(4)), all);
  add_words(privilege.with_grant_option, parse_array(row.text(5)), all);
  add_words(privilege.granted_by_others, parse_array(row.text(6)), all);
  const Grants usual = default_grants(target, privilege.id.grantee, builder.server_version);
  if (static_cast<const Grants&>(privilege) == usual) return;
  builder.catalog.add(std::move(privilege));
}

}  // namespace schemadiff
