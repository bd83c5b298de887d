#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/foreign_data_wrapper/foreign_data_wrapper.h"

namespace schemadiff {

template <>
std::string Rules<ForeignDataWrapper>::catalog_query(int) {
  return "SELECT w.oid, w.fdwname, " + function_name("w.fdwhandler") + ", " +
         function_name("w.fdwvalidator") + ", w.fdwoptions FROM pg_foreign_data_wrapper w WHERE " +
         not_of_extension(catalog_oid::kForeignDataWrapper, "w.oid");
}

template <>
void Rules<ForeignDataWrapper>::read(const Row& row, CatalogBuilder& builder) {
  ForeignDataWrapper wrapper;
  wrapper.id = object_id(Kind::foreign_data_wrapper, {}, row.text(1));
  wrapper.handler = parse_qualified_name(row.text(2));
  wrapper.validator = parse_qualified_name(row.text(3));
  wrapper.options = parse_options(row.text(4));
  builder.add({catalog_oid::kForeignDataWrapper, row.oid(0), 0}, std::move(wrapper));
}

}  // namespace schemadiff
