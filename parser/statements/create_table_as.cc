// CREATE TABLE AS makes a table from data: no declaration. CREATE MATERIALIZED VIEW is its sibling.
#include "parser/statement_context.h"
#include "parser/statements/statements.h"

namespace schemadiff {

void create_table_as(StatementContext& ctx) {
  if (ctx.statement.str("objtype") == "OBJECT_MATVIEW") {
    create_materialized_view(ctx);
    return;
  }
  ctx.error(
      "CREATE TABLE AS can't be part of a desired state: its columns are known only to a server",
      "write CREATE TABLE with its columns");
}

}  // namespace schemadiff
