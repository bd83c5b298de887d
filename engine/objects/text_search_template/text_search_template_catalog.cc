#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/text_search_template/text_search_template.h"

namespace schemadiff {

template <>
std::string Rules<TextSearchTemplate>::catalog_query(int) {
  return "SELECT t.oid, t.tmplnamespace, t.tmplname, " + function_name("t.tmplinit") + ", " +
         function_name("t.tmpllexize") + " FROM pg_ts_template t WHERE " +
         in_user_schema("t.tmplnamespace") + " AND " +
         not_of_extension(catalog_oid::kTsTemplate, "t.oid");
}

template <>
void Rules<TextSearchTemplate>::read(const Row& row, CatalogBuilder& builder) {
  TextSearchTemplate found;
  found.id = object_id(Kind::text_search_template, builder.schema(row.oid(1)), row.text(2));
  found.init = parse_qualified_name(row.text(3));
  found.lexize = parse_qualified_name(row.text(4));
  builder.add({catalog_oid::kTsTemplate, row.oid(0), 0}, std::move(found));
}

}  // namespace schemadiff
