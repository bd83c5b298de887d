// Settings of functions and roles: SET as the catalogs store it.
#pragma once

#include <string>
#include <vector>

#include "parser/statement_context.h"

namespace schemadiff {

// Folds a VariableSetStmt (SET, RESET, RESET ALL) into a list like proconfig. False: said already.
bool apply_setting(StatementContext& ctx, const Node& set, int location,
                   std::vector<std::string>& settings);

}  // namespace schemadiff
