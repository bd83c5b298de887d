// What was computed by a function and is kept: index entries and their order, stored generated
// columns, the partition that a row is in, and that rows satisfy a CHECK.
#pragma once

#include "engine/plan/step_builder.h"

namespace schemadiff {

// The function gets another body: says what the old one has computed that stays, and how to renew
// it.
void add_stale_results(const Function& function, Step& step, const StepBuilder& steps);

}  // namespace schemadiff
