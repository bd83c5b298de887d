#include <algorithm>

#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/policy/policy.h"

namespace schemadiff {

template <>
std::string Rules<Policy>::catalog_query(int) {
  return "SELECT p.oid, p.polname, p.polrelid, p.polpermissive, p.polcmd, ARRAY(SELECT rolname "
         "FROM "
         "pg_roles r WHERE r.oid = ANY (p.polroles)), pg_get_expr(p.polqual, p.polrelid), "
         "pg_get_expr(p.polwithcheck, p.polrelid) FROM pg_policy p";
}

template <>
void Rules<Policy>::read(const Row& row, CatalogBuilder& builder) {
  const LiveRelation* relation = builder.addresses.relation(row.oid(2));
  if (relation == nullptr || relation->of_extension) return;
  Policy policy;
  policy.id = relation->id.with_sub(Kind::policy, row.text(1));
  policy.table = relation->id;
  policy.permissive = row.boolean(3);
  policy.command = static_cast<PolicyCommand>(row.character(4));
  for (const std::string& role : parse_array(row.text(5))) policy.roles.emplace_back(role);
  std::sort(policy.roles.begin(), policy.roles.end());
  if (!row.is_null(6)) policy.using_ = live_expression(row.text(6));
  if (!row.is_null(7)) policy.with_check = live_expression(row.text(7));
  builder.add({catalog_oid::kPolicy, row.oid(0), 0}, std::move(policy));
}

}  // namespace schemadiff
