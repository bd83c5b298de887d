#include "parser/statement_context.h"
#include "parser/statements/statements.h"

namespace schemadiff {

void create_rule(StatementContext& ctx) {
  const ObjectId relation = ctx.relation(ctx.statement.child("relation"));
  if (!relation.known()) return;
  if (ctx.statement.str("event") == "CMD_SELECT") {
    ctx.error("a rule ON SELECT makes a view of its table", "write CREATE VIEW");
    return;
  }
  Rule rule;
  rule.id = relation.with_sub(Kind::rule, ctx.statement.str("rulename"));
  rule.source = ctx.span();
  rule.relation = relation;
  rule.definition = ctx.expression(ctx.begin(), ctx.end());
  if (ctx.statement.boolean("replace")) {
    if (Rule* before = ctx.catalog.find<Rule>(rule.id)) {
      before->definition = std::move(rule.definition);
      before->source = rule.source;
      return;
    }
  }
  ctx.add(std::move(rule));
}

}  // namespace schemadiff
