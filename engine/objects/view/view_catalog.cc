#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/view/view.h"

namespace schemadiff {

template <>
std::string Rules<View>::catalog_query(int) {
  return "SELECT c.oid, r.oid, c.reloptions, pg_get_viewdef(c.oid) FROM pg_class c JOIN pg_rewrite "
         "r ON r.ev_class = c.oid AND r.rulename = '_RETURN' WHERE c.relkind = 'v' AND " +
         in_user_schema("c.relnamespace") + " AND " +
         not_of_extension(catalog_oid::kClass, "c.oid");
}

template <>
void Rules<View>::read(const Row& row, CatalogBuilder& builder) {
  const LiveRelation* relation = builder.addresses.relation(row.oid(0));
  if (relation == nullptr) return;
  View view;
  view.id = relation->id;
  view.options = parse_options(row.text(2));
  view.query = live_query(row.text(3));
  builder.alias({catalog_oid::kRewrite, row.oid(1), 0}, view.id);
  builder.catalog.add(std::move(view));
}

}  // namespace schemadiff
