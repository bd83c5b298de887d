#pragma once

#include "parser/statement_context.h"

namespace schemadiff {

// The collation that a TypeName node brings along: pg_catalog.default for text, that of a domain;
// empty if the type has none, or is not known.
QualifiedName collation_of_type(StatementContext& ctx, const Node& type_name);

}  // namespace schemadiff
