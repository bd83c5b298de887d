#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/operator_class/operator_class.h"

namespace schemadiff {

// Those of families that are PostgreSQL's or an extension's are not modelled.
template <>
std::string Rules<OperatorClass>::catalog_query(int) {
  return "SELECT k.oid, k.opcnamespace, k.opcname, m.amname, k.opcintype, "
         "format_type(k.opcintype, NULL), k.opcdefault, f.opfnamespace, f.opfname, k.opckeytype, "
         "CASE WHEN k.opckeytype <> 0 THEN format_type(k.opckeytype, NULL) END FROM pg_opclass k "
         "JOIN pg_am m ON m.oid = k.opcmethod JOIN pg_opfamily f ON f.oid = k.opcfamily WHERE " +
         in_user_schema("k.opcnamespace") + " AND " + in_user_schema("f.opfnamespace") + " AND " +
         not_of_extension(catalog_oid::kOpclass, "k.oid") + " AND " +
         not_of_extension(catalog_oid::kOpfamily, "f.oid");
}

template <>
void Rules<OperatorClass>::read(const Row& row, CatalogBuilder& builder) {
  OperatorClass found;
  found.id = object_id(Kind::operator_class, builder.schema(row.oid(1)), row.text(2), row.text(3));
  found.type = live_type(row.text(5), row.oid(4), builder);
  found.is_default = row.boolean(6);
  found.family = {builder.schema(row.oid(7)), row.text(8)};
  found.storage = live_type(row.text(10), row.oid(9), builder);
  builder.add({catalog_oid::kOpclass, row.oid(0), 0}, std::move(found));
}

}  // namespace schemadiff
