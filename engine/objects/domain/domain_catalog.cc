#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/domain/domain.h"

namespace schemadiff {

template <>
std::string Rules<Domain>::catalog_query(int server_version) {
  const bool named = server_version >= 170000;
  return "SELECT t.oid, t.typnamespace, t.typname, t.typbasetype, format_type(t.typbasetype, "
         "t.typtypmod), t.typcollation, b.typcollation, t.typnotnull, CASE WHEN t.typdefaultbin IS "
         "NOT NULL THEN pg_get_expr(t.typdefaultbin, 0) END, " +
         std::string(named ? "n.oid, n.conname" : "NULL, NULL") +
         " FROM pg_type t JOIN pg_type b ON b.oid = t.typbasetype" +
         (named ? " LEFT JOIN pg_constraint n ON n.contypid = t.oid AND n.contype = 'n'" : "") +
         " WHERE t.typtype = 'd' AND " + in_user_schema("t.typnamespace") + " AND " +
         not_of_extension(catalog_oid::kType, "t.oid");
}

template <>
void Rules<Domain>::read(const Row& row, CatalogBuilder& builder) {
  Domain domain;
  domain.id = object_id(Kind::domain, builder.schema(row.oid(1)), row.text(2));
  domain.base = live_type(row.text(4), row.oid(3), builder);
  domain.collation = collation_unless(row.oid(6), row.oid(5), builder);
  domain.not_null = row.boolean(7);
  if (!row.is_null(8)) domain.default_value = live_expression(row.text(8));
  if (!row.is_null(9)) {
    domain.not_null_constraint.name = row.text(10);
    builder.alias({catalog_oid::kConstraint, row.oid(9), 0},
                  domain.id.with_sub(Kind::domain_constraint, domain.not_null_constraint.name));
  }
  builder.add({catalog_oid::kType, row.oid(0), 0}, std::move(domain));
}

}  // namespace schemadiff
