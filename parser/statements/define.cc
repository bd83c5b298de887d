// DefineStmt: aggregates, operators, collations, base types, text search objects.
#include <fmt/format.h>

#include "parser/statement_context.h"
#include "parser/statements/statements.h"

namespace schemadiff {

void define_object(StatementContext& ctx) {
  std::string kind = ctx.statement.string("kind");  // OBJECT_TSCONFIGURATION
  if (kind.starts_with("OBJECT_")) kind.erase(0, 7);
  if (kind == "AGGREGATE") return create_aggregate(ctx);
  for (char& c : kind) c = c == '_' ? ' ' : c;
  const auto plural = [&]() -> std::string {
    if (kind == "OPERATOR") return "operators";
    if (kind == "COLLATION") return "collations";
    if (kind == "TYPE") return "base types";
    return "text search objects";
  };
  ctx.unmanaged("CREATE " + kind, plural());
}

}  // namespace schemadiff
