#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/cast/cast.h"

namespace schemadiff {

// The casts of a range to its multirange are the range's.
template <>
std::string Rules<Cast>::catalog_query(int) {
  return "SELECT c.oid, c.castsource, format_type(c.castsource, NULL), c.casttarget, "
         "format_type(c.casttarget, NULL), c.castmethod, " +
         function_name("c.castfunc") + ", " + function_arguments("c.castfunc") +
         ", c.castcontext FROM pg_cast c WHERE c.oid >= 16384 AND c.oid NOT IN (SELECT objid FROM "
         "pg_depend WHERE classid = 2605 AND deptype IN ('i', 'e'))";
}

template <>
void Rules<Cast>::read(const Row& row, CatalogBuilder& builder) {
  Cast cast;
  cast.from = live_type(row.text(2), row.oid(1), builder);
  cast.to = live_type(row.text(4), row.oid(3), builder);
  cast.id = object_id(Kind::cast, {}, "(" + cast.from.sql + " AS " + cast.to.sql + ")");
  cast.method = static_cast<CastMethod>(row.character(5));
  cast.function = parse_qualified_name(row.text(6));
  cast.arguments = row.string(7);
  cast.context = static_cast<CastContext>(row.character(8));
  builder.add({catalog_oid::kCast, row.oid(0), 0}, std::move(cast));
}

}  // namespace schemadiff
