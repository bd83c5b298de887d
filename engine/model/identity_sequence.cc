#include "engine/model/identity_sequence.h"

#include "engine/model/default_names.h"

namespace schemadiff {

bool goes_with_identity(const ObjectId& target, const Catalog& desired) {
  if (!is_identity_sequence(target)) return false;
  const Column* column = desired.find<Column>(target.with_sub(Kind::column, target.sub));
  return column == nullptr || !column->identity;
}

std::string identity_sequence_target(const Catalog& catalog, const ObjectId& id) {
  const Column* column = catalog.find<Column>(id.with_sub(Kind::column, id.sub));
  if (column != nullptr && column->identity && !column->identity->sequence.empty()) {
    return "SEQUENCE " + column->identity->sequence.sql();
  }
  return "SEQUENCE " +
         QualifiedName{id.schema, make_object_name(id.name.str(), id.sub.str(), "seq")}.sql();
}

}  // namespace schemadiff
