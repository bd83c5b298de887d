#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/operator/operator.h"

namespace schemadiff {
namespace {

// Whether a partner that is named by one side alone is told so depends on the order of creation and
// on the minor release: it is a partner either way.
std::string partner(const std::string& column) {
  return "coalesce(nullif(o." + column + ", 0), (SELECT p.oid FROM pg_operator p WHERE p." +
         column + " = o.oid AND p.oid <> o.oid ORDER BY p.oid LIMIT 1), 0)";
}

}  // namespace

template <>
std::string Rules<Operator>::catalog_query(int) {
  return "SELECT o.oid, o.oprnamespace, o.oprname, o.oprleft, CASE WHEN o.oprleft <> 0 THEN "
         "format_type(o.oprleft, NULL) END, o.oprright, format_type(o.oprright, NULL), " +
         function_name("o.oprcode") + ", " + operator_name_of(partner("oprcom")) + ", " +
         operator_name_of(partner("oprnegate")) + ", " + function_name("o.oprrest") + ", " +
         function_name("o.oprjoin") +
         ", o.oprcanhash, o.oprcanmerge FROM pg_operator o WHERE o.oprcode <> 0 AND " +
         in_user_schema("o.oprnamespace") + " AND " +
         not_of_extension(catalog_oid::kOperator, "o.oid");
}

template <>
void Rules<Operator>::read(const Row& row, CatalogBuilder& builder) {
  Operator op;
  op.left = live_type(row.text(4), row.oid(3), builder);
  op.right = live_type(row.text(6), row.oid(5), builder);
  op.id = object_id(Kind::operator_, builder.schema(row.oid(1)), row.text(2),
                    "(" + (op.left.empty() ? "NONE" : op.left.sql) + ", " + op.right.sql + ")");
  op.function = parse_qualified_name(row.text(7));
  op.commutator = without_pg_catalog(parse_qualified_name(row.text(8)));
  op.negator = without_pg_catalog(parse_qualified_name(row.text(9)));
  op.restrict_ = parse_qualified_name(row.text(10));
  op.join = parse_qualified_name(row.text(11));
  op.hashes = row.boolean(12);
  op.merges = row.boolean(13);
  builder.add({catalog_oid::kOperator, row.oid(0), 0}, std::move(op));
}

}  // namespace schemadiff
