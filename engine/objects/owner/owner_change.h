// Who loses the rights of an owner, whichever statements bring it about.
#pragma once

#include <optional>

#include "engine/plan/step_builder.h"

namespace schemadiff {

// Of an object that is there, and stays; `id` is the owner's.
std::optional<Hazard> owner_change(const ObjectId& id, const StepBuilder& steps);

}  // namespace schemadiff
