// What a text says that servers older than this build's grammar can't read.
#pragma once

#include <vector>

#include "engine/model/expression_engine.h"

namespace schemadiff {

// Of a text of a file that the grammar takes; of others nothing is known. Source: the release notes
// of 14 to 18, "Changes", on utility commands and SQL.
std::vector<NewerSyntax> newer_syntax(const std::string& text, ExpressionRole role);

}  // namespace schemadiff
