// ALTER … RENAME and ALTER … SET SCHEMA for what hints rename.
#pragma once

#include "engine/model/renames.h"
#include "engine/plan/step_builder.h"

namespace schemadiff {

// In their order, with what each must wait for. `steps` has the live catalog under its new names.
std::vector<Step> rename_steps(const Renames& renames, StepBuilder& steps);

}  // namespace schemadiff
