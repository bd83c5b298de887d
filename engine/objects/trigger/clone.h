// What a partition has of its parent's trigger: an object only where it is switched otherwise than
// that, and nothing but the state is said of it. It has no function of its own.
#pragma once

#include "engine/model/catalog.h"
#include "engine/objects/trigger/trigger.h"

namespace schemadiff {

inline bool is_clone(const Trigger& trigger) { return trigger.function.empty(); }
// The trigger of the name, or the clone of it, of the nearest table above; nullptr: there is none.
const Trigger* trigger_above(const Catalog& catalog, const ObjectId& clone);
// How it is switched, an object or not.
TriggerState state_of_clone(const Catalog& catalog, const ObjectId& clone);

}  // namespace schemadiff
