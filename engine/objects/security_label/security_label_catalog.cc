#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/comment/commented_object.h"
#include "engine/objects/security_label/security_label.h"

namespace schemadiff {

template <>
std::string Rules<SecurityLabel>::catalog_query(int) {
  return "SELECT classoid, objoid, objsubid, provider, label FROM pg_seclabel UNION ALL SELECT "
         "classoid, objoid, 0, provider, label FROM pg_shseclabel";
}

template <>
void Rules<SecurityLabel>::read(const Row& row, CatalogBuilder& builder) {
  const CatalogAddress address{row.oid(0), row.oid(1), static_cast<int32_t>(row.integer(2))};
  const ObjectId target = commented_object(address, builder);
  if (!target.known()) return;
  SecurityLabel label;
  label.id = target.labelled_by(row.text(3));
  label.label = row.string(4);
  builder.catalog.add(std::move(label));
}

}  // namespace schemadiff
