// What PostgreSQL learnt with some version, and older servers refuse.
#pragma once

#include <functional>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/diff/change.h"
#include "engine/model/catalog.h"
#include "engine/model/expression_engine.h"

namespace schemadiff {

// Errors for what `changes` would create that a server of this server_version_num does not know.
// Source: the release notes of 14 to 18, "Migration" and "Changes".
void check_features(const Catalog& target, const std::vector<Change>& changes, int server_version,
                    Diagnostics& problems);

// The same of the texts in what they create or alter (PlanningOptions::newer_syntax).
void check_syntax(
    const Catalog& target, const std::vector<Change>& changes, int server_version,
    const std::function<std::vector<NewerSyntax>(const std::string&, ExpressionRole)>& newer_syntax,
    Diagnostics& problems);

// The same of what is not even compared with such a server: options of NOT NULL constraints (18)
// and of memberships (16).
void check_forgotten_features(const Catalog& desired, int server_version, Diagnostics& problems);

}  // namespace schemadiff
