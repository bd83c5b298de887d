#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/access_method/access_method.h"

namespace schemadiff {

template <>
std::string Rules<AccessMethod>::catalog_query(int) {
  return "SELECT a.oid, a.amname, a.amtype, " + function_name("a.amhandler") +
         " FROM pg_am a WHERE a.oid >= 16384 AND " +
         not_of_extension(catalog_oid::kAccessMethod, "a.oid");
}

template <>
void Rules<AccessMethod>::read(const Row& row, CatalogBuilder& builder) {
  AccessMethod method;
  method.id = object_id(Kind::access_method, {}, row.text(1));
  method.type = static_cast<AccessMethodType>(row.character(2));
  method.handler = parse_qualified_name(row.text(3));
  builder.add({catalog_oid::kAccessMethod, row.oid(0), 0}, std::move(method));
}

}  // namespace schemadiff
