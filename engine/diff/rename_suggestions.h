// A drop and a creation that look like a rename that nobody has said.
#pragma once

#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/diff/change.h"
#include "engine/model/catalog.h"
#include "engine/model/renames.h"

namespace schemadiff {

// A note for each, at what is to be created, with the hint to paste. `renames` are known already.
Diagnostics suggest_renames(const Catalog& live, const Catalog& target,
                            const std::vector<Change>& changes, const Renames& renames);

}  // namespace schemadiff
