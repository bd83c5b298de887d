// OPTIONS (…) of foreign-data wrappers, servers, user mappings, foreign tables and their columns.
#pragma once

#include "parser/statement_context.h"

namespace schemadiff {

// Applies the list, in which each option may be added, set or dropped. False: said already.
bool change_foreign_options(StatementContext& ctx, const NodeList& nodes, StorageOptions& options);

}  // namespace schemadiff
