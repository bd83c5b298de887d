// What PostgreSQL learnt with some version, and older servers refuse.
#pragma once

#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/diff/change.h"
#include "engine/model/catalog.h"

namespace schemadiff {

// Errors for what `changes` would create that a server of this server_version_num does not know.
// Source: the release notes of 14 to 18, "Migration" and "Changes".
void check_features(const Catalog& target, const std::vector<Change>& changes, int server_version,
                    Diagnostics& problems);

}  // namespace schemadiff
