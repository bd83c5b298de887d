#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/rule/rule.h"

namespace schemadiff {

template <>
std::string Rules<Rule>::catalog_query(int) {
  return "SELECT r.oid, r.rulename, r.ev_class, r.ev_enabled, pg_get_ruledef(r.oid) FROM "
         "pg_rewrite "
         "r JOIN pg_class c ON c.oid = r.ev_class WHERE r.rulename <> '_RETURN' AND " +
         in_user_schema("c.relnamespace");
}

template <>
void Rules<Rule>::read(const Row& row, CatalogBuilder& builder) {
  const LiveRelation* relation = builder.addresses.relation(row.oid(2));
  if (relation == nullptr || relation->of_extension) return;
  Rule rule;
  rule.id = relation->id.with_sub(Kind::rule, row.text(1));
  rule.relation = relation->id;
  rule.enabled = row.character(3);
  rule.definition = live_query(row.text(4));
  builder.add({catalog_oid::kRewrite, row.oid(0), 0}, std::move(rule));
}

}  // namespace schemadiff
