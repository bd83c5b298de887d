// What a partition has of its parent's trigger: an object only where it is switched otherwise than
// that, and nothing but the state is said of it. It has no function of its own.
#pragma once

#include "engine/objects/trigger/trigger.h"

namespace schemadiff {

inline bool is_clone(const Trigger& trigger) { return trigger.function.empty(); }

}  // namespace schemadiff
