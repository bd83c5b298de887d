#include "engine/introspect/renamed_addresses.h"

namespace schemadiff {

void take_new_names(CatalogAddresses& addresses, const Renames& renames) {
  CatalogAddresses out;
  for (const auto& [address, id] : addresses.objects()) out.set(address, renames.desired(id));
  for (const auto& [oid, relation] : addresses.relations()) {
    LiveRelation& renamed = out.add_relation(oid, renames.desired(relation.id));
    const ObjectId id = renamed.id;
    renamed = relation;
    renamed.id = id;
    for (LiveColumn& column : renamed.columns) {
      if (column.name.empty()) continue;
      column.name = renames.desired(relation.id.with_sub(Kind::column, column.name)).sub;
    }
  }
  for (const auto& [id, from] : addresses.derived()) {
    out.set_derived(renames.desired(id), renames.desired(from));
  }
  addresses = std::move(out);
}

}  // namespace schemadiff
