// What can't be told apart without a server.
#pragma once

#include <functional>

#include "engine/model/catalog.h"
#include "engine/model/certainty.h"
#include "engine/plan/plan.h"

namespace schemadiff {

using CertaintyOf = std::function<Certainty(const SqlExpression&, const SqlExpression&)>;

// Takes from `changes` what differs by nothing but literals that only a server can read, and gives
// it back; expressions that could not be read at all stay changes, and are noted.
std::vector<Refusal> take_undecided(Catalog& live, Catalog& target, const CertaintyOf& certainty_of,
                                    std::vector<Change>& changes, Diagnostics& notes);

}  // namespace schemadiff
