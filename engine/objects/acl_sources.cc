#include "engine/objects/acl_sources.h"

#include <array>

namespace schemadiff {
namespace {

constexpr std::array<AclSource, 5> kSources{{
    {catalog_oid::kClass, "pg_class", "relowner", "relacl",
     "acldefault(CASE o.relkind WHEN 'S' THEN 's' ELSE 'r' END::\"char\", o.relowner)",
     "relnamespace", "o.relkind IN ('r', 'p', 'v', 'm', 'S')"},
    {catalog_oid::kType, "pg_type", "typowner", "typacl", "acldefault('T', o.typowner)",
     "typnamespace",
     "o.typtype IN ('d', 'e', 'r') OR o.typtype = 'c' AND EXISTS (SELECT FROM pg_class c WHERE "
     "c.oid = o.typrelid AND c.relkind = 'c')"},
    {catalog_oid::kProc, "pg_proc", "proowner", "proacl", "acldefault('f', o.proowner)",
     "pronamespace", "true"},
    // CREATE DATABASE lets everybody use schema public.
    {catalog_oid::kNamespace, "pg_namespace", "nspowner", "nspacl",
     "acldefault('n', o.nspowner) || CASE WHEN o.nspname = 'public' THEN ARRAY[makeaclitem(0, "
     "o.nspowner, 'USAGE', false)] ELSE '{}' END",
     "oid", "true"},
    {catalog_oid::kStatisticExt, "pg_statistic_ext", "stxowner", "", "", "stxnamespace", "true"},
}};

}  // namespace

std::span<const AclSource> acl_sources() { return kSources; }

std::string grantee_sql(const std::string& oid, const std::string& owner) {
  return "CASE " + oid + " WHEN 0 THEN " + quote_literal(public_grantee().str()) + " WHEN " +
         owner + " THEN " + quote_literal(owner_grantee().str()) + " ELSE pg_get_userbyid(" + oid +
         ") END";
}

std::string grants_by_grantee(const std::string& acl, const std::string& base,
                              const std::string& owner) {
  return "(SELECT " + grantee_sql("x.grantee", owner) +
         " AS grantee, array_agg(DISTINCT x.privilege_type) FILTER (WHERE x.held) AS has, "
         "array_agg(DISTINCT x.privilege_type) FILTER (WHERE x.held AND x.is_grantable AND "
         "x.grantee <> " +
         owner + ") AS options, array_agg(DISTINCT x.privilege_type) FILTER (WHERE x.held AND " +
         "x.grantor <> " + owner + ") AS others FROM (SELECT true AS held, e.* FROM aclexplode(" +
         acl + ") e UNION ALL SELECT false, e.* FROM aclexplode(" + base +
         ") e) x GROUP BY x.grantee)";
}

}  // namespace schemadiff
