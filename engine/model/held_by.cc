#include "engine/model/held_by.h"

#include "engine/model/kind_traits.h"

namespace schemadiff {

ObjectId held_by(const Catalog& catalog, const ObjectId& id) {
  const ObjectId owner = owner_of(catalog, id);
  if (owner.known()) return owner;
  const Table* table = catalog.find<Table>(id);
  if (table != nullptr && table->partition_of) return table->partition_of->parent;
  const Sequence* sequence = catalog.find<Sequence>(id);
  if (sequence != nullptr && sequence->owned_by) return *sequence->owned_by;
  return {};
}

ObjectId whole_of(const Catalog& catalog, const ObjectId& id) {
  ObjectId whole = id;
  for (ObjectId at = id; at.known() && at.kind != Kind::schema; at = owner_of(catalog, at)) {
    whole = at;
  }
  return whole;
}

}  // namespace schemadiff
