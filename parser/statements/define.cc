// DefineStmt: aggregates, operators, collations, base types, text search objects.
#include "parser/statement_context.h"
#include "parser/statements/statements.h"

namespace schemadiff {

void define_object(StatementContext& ctx) {
  std::string kind = ctx.statement.string("kind");  // OBJECT_TSCONFIGURATION
  if (kind.starts_with("OBJECT_")) kind.erase(0, 7);
  if (kind == "AGGREGATE") return create_aggregate(ctx);
  if (kind == "OPERATOR") return create_operator(ctx);
  if (kind == "COLLATION") return create_collation(ctx);
  if (kind == "TSPARSER") return create_text_search_parser(ctx);
  if (kind == "TSTEMPLATE") return create_text_search_template(ctx);
  if (kind == "TSDICTIONARY") return create_text_search_dictionary(ctx);
  if (kind == "TSCONFIGURATION") return create_text_search_configuration(ctx);
  if (kind == "TYPE") return create_base_type(ctx);
  ctx.unmanaged("CREATE " + kind, "these objects");
}

}  // namespace schemadiff
