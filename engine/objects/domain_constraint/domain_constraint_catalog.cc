#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/domain_constraint/domain_constraint.h"

namespace schemadiff {

template <>
std::string Rules<DomainConstraint>::catalog_query(int) {
  return "SELECT c.oid, c.contypid, c.conname, pg_get_expr(c.conbin, 0), c.convalidated FROM "
         "pg_constraint c WHERE c.contypid <> 0 AND c.contype = 'c' AND " +
         in_user_schema("c.connamespace");
}

template <>
void Rules<DomainConstraint>::read(const Row& row, CatalogBuilder& builder) {
  const ObjectId domain = builder.find_type(row.oid(1));
  if (domain.kind != Kind::domain) return;  // an extension's
  DomainConstraint constraint;
  constraint.id = domain.with_sub(Kind::domain_constraint, row.text(2));
  constraint.check = live_expression(row.text(3));
  constraint.validated = row.boolean(4);
  builder.add({catalog_oid::kConstraint, row.oid(0), 0}, std::move(constraint));
}

}  // namespace schemadiff
