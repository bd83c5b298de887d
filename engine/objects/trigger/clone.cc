#include "engine/objects/trigger/clone.h"

#include "engine/model/ancestors.h"

namespace schemadiff {

const Trigger* trigger_above(const Catalog& catalog, const ObjectId& clone) {
  for (const ObjectId& above : ancestors_of(catalog, clone.container(Kind::table))) {
    const auto* found = catalog.find<Trigger>(above.with_sub(Kind::trigger, clone.sub));
    if (found != nullptr) return found;
  }
  return nullptr;
}

TriggerState state_of_clone(const Catalog& catalog, const ObjectId& clone) {
  const auto* found = catalog.find<Trigger>(clone);
  if (found == nullptr) found = trigger_above(catalog, clone);
  return found == nullptr ? TriggerState::origin : found->enabled;
}

}  // namespace schemadiff
