#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/range_type/range_type.h"

namespace schemadiff {

template <>
std::string Rules<RangeType>::catalog_query(int server_version) {
  return "SELECT t.oid, t.typnamespace, t.typname, r.rngsubtype, format_type(r.rngsubtype, NULL), "
         "(SELECT ARRAY[n.nspname, o.opcname] FROM pg_opclass o JOIN pg_namespace n ON n.oid = "
         "o.opcnamespace WHERE o.oid = r.rngsubopc), r.rngcollation, " +
         function_name("r.rngcanonical") + ", " + function_name("r.rngsubdiff") + ", " +
         (server_version >= 140000
              ? "(SELECT ARRAY[n.nspname, m.typname] FROM pg_type m JOIN pg_namespace n ON n.oid = "
                "m.typnamespace WHERE m.oid = r.rngmultitypid)"
              : "NULL") +
         " FROM pg_range r JOIN pg_type t ON t.oid = r.rngtypid WHERE " +
         in_user_schema("t.typnamespace") + " AND " + not_of_extension(catalog_oid::kType, "t.oid");
}

template <>
void Rules<RangeType>::read(const Row& row, CatalogBuilder& builder) {
  RangeType type;
  type.id = object_id(Kind::range_type, builder.schema(row.oid(1)), row.text(2));
  type.subtype = live_type(row.text(4), row.oid(3), builder);
  type.subtype_operator_class = parse_qualified_name(row.text(5));
  type.collation = collation_unless(0, row.oid(6), builder);
  type.canonical = parse_qualified_name(row.text(7));
  type.subtype_diff = parse_qualified_name(row.text(8));
  type.multirange_type = parse_qualified_name(row.text(9));
  builder.add({catalog_oid::kType, row.oid(0), 0}, std::move(type));
}

}  // namespace schemadiff
