#include "engine/objects/acl_sources.h"

#include <array>

namespace schemadiff {
namespace {

constexpr std::array<AclSource, 17> kSources{{
    {catalog_oid::kClass, "pg_class", "relowner", "relacl",
     "acldefault(CASE o.relkind WHEN 'S' THEN 's' ELSE 'r' END::\"char\", o.relowner)",
     "relnamespace", "o.relkind IN ('r', 'p', 'f', 'v', 'm', 'S')"},
    {catalog_oid::kType, "pg_type", "typowner", "typacl", "acldefault('T', o.typowner)",
     "typnamespace",
     "o.typtype IN ('d', 'e', 'r') OR o.typtype = 'b' AND o.typcategory <> 'A' OR o.typtype = 'c' "
     "AND EXISTS (SELECT FROM pg_class c WHERE "
     "c.oid = o.typrelid AND c.relkind = 'c')"},
    {catalog_oid::kProc, "pg_proc", "proowner", "proacl", "acldefault('f', o.proowner)",
     "pronamespace", "true"},
    // CREATE DATABASE lets everybody use schema public.
    {catalog_oid::kNamespace, "pg_namespace", "nspowner", "nspacl",
     "acldefault('n', o.nspowner) || CASE WHEN o.nspname = 'public' THEN ARRAY[makeaclitem(0, "
     "o.nspowner, 'USAGE', false)] ELSE '{}' END",
     "oid", "true"},
    {catalog_oid::kStatisticExt, "pg_statistic_ext", "stxowner", "", "", "stxnamespace", "true"},
    {catalog_oid::kForeignDataWrapper, "pg_foreign_data_wrapper", "fdwowner", "fdwacl",
     "acldefault('F', o.fdwowner)", "", "true"},
    {catalog_oid::kForeignServer, "pg_foreign_server", "srvowner", "srvacl",
     "acldefault('S', o.srvowner)", "", "true"},
    {catalog_oid::kLanguage, "pg_language", "lanowner", "lanacl", "acldefault('l', o.lanowner)", "",
     "true"},
    {catalog_oid::kCollation, "pg_collation", "collowner", "", "", "collnamespace", "true"},
    {catalog_oid::kOperator, "pg_operator", "oprowner", "", "", "oprnamespace", "true"},
    {catalog_oid::kOpclass, "pg_opclass", "opcowner", "", "", "opcnamespace", "true"},
    {catalog_oid::kOpfamily, "pg_opfamily", "opfowner", "", "", "opfnamespace", "true"},
    {catalog_oid::kConversion, "pg_conversion", "conowner", "", "", "connamespace", "true"},
    {catalog_oid::kTsDict, "pg_ts_dict", "dictowner", "", "", "dictnamespace", "true"},
    {catalog_oid::kTsConfig, "pg_ts_config", "cfgowner", "", "", "cfgnamespace", "true"},
    {catalog_oid::kPublication, "pg_publication", "pubowner", "", "", "", "true"},
    {catalog_oid::kEventTrigger, "pg_event_trigger", "evtowner", "", "", "", "true"},
}};

}  // namespace

std::span<const AclSource> acl_sources() { return kSources; }

std::string is_of_users(const AclSource& source) {
  // What initdb made has an oid below that.
  const std::string whose = source.schema[0] == '\0'
                                ? "o.oid >= 16384"
                                : in_user_schema(std::string("o.") + source.schema);
  return "(" + std::string(source.condition) + ") AND " + whose;
}

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
