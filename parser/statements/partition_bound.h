#pragma once

#include "parser/statement_context.h"

namespace schemadiff {

// A PartitionBoundSpec as pg_get_expr(relpartbound) begins: "FOR VALUES …" or "DEFAULT".
SqlExpression partition_bound(const StatementContext& ctx, const Node& bound);

}  // namespace schemadiff
