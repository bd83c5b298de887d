// Which steps of a plan may run under what the user allows.
#pragma once

#include <vector>

#include "engine/execute/allowances.h"
#include "engine/plan/plan.h"

namespace schemadiff {

enum class StepState : uint8_t {
  ready,
  refused,    // a hazard of its own is not allowed
  held_back,  // comes after a refused one that it needs
};

struct Verdict {
  std::vector<StepState> states;       // by step number, from 0, in the plan's order
  std::vector<const Hazard*> missing;  // hazards without an allowance; they live in the plan
  std::vector<const Hazard*> broadly;  // allowed by a bare code only

  bool refuses() const { return !missing.empty(); }
  size_t count(StepState state) const;
};

Verdict judge(const Plan& plan, const Allowances& allowances);

}  // namespace schemadiff
