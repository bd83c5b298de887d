// From what differs to the statements that make it equal.
#pragma once

#include "engine/data/row_comparison.h"
#include "engine/data/row_planner.h"
#include "engine/data/row_sets.h"

namespace schemadiff {

// `sets`: all of them; each statement names its rows by their keys.
std::vector<Step> write_row_steps(const std::vector<KeyedRows*>& sets,
                                  const std::vector<SequenceMove>& moves, const RowsInput& input,
                                  const ExpressionFacts& expressions, Diagnostics& problems);

}  // namespace schemadiff
