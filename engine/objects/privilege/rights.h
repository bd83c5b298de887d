// What becomes of somebody's rights on an object, whichever statements bring it about.
#pragma once

#include <optional>

#include "engine/plan/step_builder.h"

namespace schemadiff {

struct RightsChange {
  std::optional<Hazard> loses;
  std::optional<Hazard> loses_option;  // to grant them on
  std::optional<Hazard> gets;          // only of PUBLIC
};

// The grantee's, from `live` to `desired`: ids of one privilege, on an object that may become one
// of another kind.
RightsChange rights_change(const ObjectId& live, const ObjectId& desired, const StepBuilder& steps);

}  // namespace schemadiff
