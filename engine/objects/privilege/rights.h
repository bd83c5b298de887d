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

// Whether others than its owner will have a privilege on the relation, or on columns of it.
bool has_readers(const ObjectId& relation, const StepBuilder& steps);

}  // namespace schemadiff
