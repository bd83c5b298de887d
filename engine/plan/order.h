// Steps -> the one deterministic order that respects their declared effects.
#pragma once

#include <vector>

#include "engine/model/catalog.h"
#include "engine/plan/rebuild.h"
#include "engine/plan/step.h"

namespace schemadiff {

struct OrderInput {
  const Catalog& live;
  const Catalog& target;
  const DependencyIndex& dependencies;
  // So many steps, the first, give the names in which all others are written: in their order, they
  // come before all that they do not wait for.
  size_t naming_steps = 0;
};

// Orders `steps`, moves clauses into the CREATE TABLE they belong to where nothing forbids it,
// lets what writes a table anew share one ALTER TABLE, and fills in Step::after. A cycle is a bug
// in a rule: InternalError with its path.
std::vector<Step> order_steps(std::vector<Step> steps, const OrderInput& input);

}  // namespace schemadiff
