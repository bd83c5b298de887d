#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/shell_type/shell_type.h"

namespace schemadiff {

template <>
std::string Rules<ShellType>::catalog_query(int) {
  return "SELECT t.oid, t.typnamespace, t.typname FROM pg_type t WHERE NOT t.typisdefined AND "
         "t.typtype = 'p' AND " +
         in_user_schema("t.typnamespace") + " AND " + not_of_extension(catalog_oid::kType, "t.oid");
}

template <>
void Rules<ShellType>::read(const Row& row, CatalogBuilder& builder) {
  ShellType type;
  type.id = object_id(Kind::shell_type, builder.schema(row.oid(1)), row.text(2));
  builder.add({catalog_oid::kType, row.oid(0), 0}, std::move(type));
}

}  // namespace schemadiff
