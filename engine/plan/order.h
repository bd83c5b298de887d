// Steps -> the one deterministic order that respects their declared effects.
#pragma once

#include <vector>

#include "engine/base/check.h"
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

// Steps that wait for each other.
class StepCircle : public InternalError {
 public:
  StepCircle(const std::string& path, std::vector<ObjectId> members, std::source_location where)
      : InternalError("a dependency cycle between steps: " + path, where),
        objects(std::move(members)) {}
  std::vector<ObjectId> objects;  // that the steps are about
};

// Orders `steps`, moves clauses into the CREATE TABLE they belong to where nothing forbids it,
// lets what writes a table anew share one ALTER TABLE, and fills in Step::after. Throws StepCircle
// where there is no order: a bug in a rule, unless something that is altered can be made anew.
std::vector<Step> order_steps(std::vector<Step> steps, const OrderInput& input);

}  // namespace schemadiff
