// Names that PostgreSQL gives to the parts of partitions that it makes by itself: the first that is
// free, whoever wants it later.
#pragma once

#include <vector>

#include "engine/diff/scope.h"
#include "engine/plan/step_builder.h"

namespace schemadiff {

// Steps that make such parts wait, if the order can be had, for the indexes and keys to come that
// have a name which could be given to one of them: names that are cut at 63 bytes are soon alike.
// What is to have the name of a live part comes when that is gone.
void wait_for_names_of_parts(std::vector<Step>& steps,
                             const std::vector<ImpliedPart>& implied_parts,
                             const StepBuilder& builder);

}  // namespace schemadiff
