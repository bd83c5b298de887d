#include <algorithm>

#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/materialized_view/materialized_view.h"

namespace schemadiff {

template <>
std::string Rules<MaterializedView>::catalog_query(int) {
  return "SELECT c.oid, r.oid, c.reloptions, toast.reloptions, am.amname, CASE WHEN "
         "c.reltablespace "
         "<> 0 THEN (SELECT spcname FROM pg_tablespace s WHERE s.oid = c.reltablespace) END, "
         "c.relispopulated, pg_get_viewdef(c.oid) FROM pg_class c JOIN pg_rewrite r ON r.ev_class "
         "= "
         "c.oid AND r.rulename = '_RETURN' LEFT JOIN pg_class toast ON toast.oid = c.reltoastrelid "
         "LEFT JOIN pg_am am ON am.oid = c.relam AND am.amname <> 'heap' WHERE c.relkind = 'm' "
         "AND " +
         in_user_schema("c.relnamespace") + " AND " +
         not_of_extension(catalog_oid::kClass, "c.oid");
}

template <>
void Rules<MaterializedView>::read(const Row& row, CatalogBuilder& builder) {
  const LiveRelation* relation = builder.addresses.relation(row.oid(0));
  if (relation == nullptr) return;
  MaterializedView view;
  view.id = relation->id;
  view.options = parse_options(row.text(2));
  for (auto& option : parse_options(row.text(3), "toast.")) {
    view.options.push_back(std::move(option));
  }
  view.access_method = row.text(4);
  view.tablespace = row.text(5);
  view.with_data = row.boolean(6);
  view.query = live_query(row.text(7));
  builder.alias({catalog_oid::kRewrite, row.oid(1), 0}, view.id);
  builder.catalog.add(std::move(view));
}

}  // namespace schemadiff
