#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/extension/extension.h"

namespace schemadiff {

template <>
std::string Rules<Extension>::catalog_query(int) {
  return "SELECT e.oid, e.extname, n.nspname, e.extversion, (SELECT array_agg(r.extname ORDER BY "
         "r.extname) FROM pg_depend d JOIN pg_extension r ON r.oid = d.refobjid WHERE d.classid = "
         "'pg_extension'::regclass AND d.objid = e.oid AND d.refclassid = "
         "'pg_extension'::regclass) FROM pg_extension e JOIN pg_namespace n ON n.oid = "
         "e.extnamespace";
}

template <>
void Rules<Extension>::read(const Row& row, CatalogBuilder& builder) {
  Extension extension;
  extension.id = object_id(Kind::extension, {}, row.text(1));
  extension.schema = row.text(2);
  extension.version = row.text(3);
  for (const std::string& name : parse_array(row.text(4))) {
    extension.required.emplace_back(name);
  }
  builder.add({catalog_oid::kExtension, row.oid(0), 0}, std::move(extension));
}

}  // namespace schemadiff
