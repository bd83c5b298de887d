#include <algorithm>

#include "parser/statement_context.h"
#include "parser/statements/statements.h"

namespace schemadiff {
namespace {

// Bits of pg_trigger.tgtype.
constexpr int64_t kBefore = 2;
constexpr int64_t kInsert = 4;
constexpr int64_t kDelete = 8;
constexpr int64_t kUpdate = 16;
constexpr int64_t kTruncate = 32;
constexpr int64_t kInsteadOf = 64;

}  // namespace

void create_trigger(StatementContext& ctx) {
  const Node statement = ctx.statement;
  const Node on = statement.child("relation");
  const ObjectId relation = ctx.relation(on);
  if (!relation.known()) return;
  if (relation.kind != Kind::table && relation.kind != Kind::view) {
    ctx.error(on.location(), describe(relation) + " can't have triggers",
              "triggers stand on tables and views");
    return;
  }
  Trigger trigger;
  trigger.id = relation.with_sub(Kind::trigger, statement.str("trigname"));
  trigger.source = ctx.span();
  trigger.relation = relation;
  const int64_t timing = statement.integer("timing");
  trigger.timing = timing == kBefore      ? TriggerTiming::before
                   : timing == kInsteadOf ? TriggerTiming::instead_of
                                          : TriggerTiming::after;
  const int64_t events = statement.integer("events");
  trigger.on_insert = (events & kInsert) != 0;
  trigger.on_update = (events & kUpdate) != 0;
  trigger.on_delete = (events & kDelete) != 0;
  trigger.on_truncate = (events & kTruncate) != 0;
  trigger.update_columns = identifiers(statement.list("columns"));
  trigger.for_each_row = statement.boolean("row");
  trigger.is_constraint = statement.boolean("isconstraint");
  trigger.deferrable = statement.boolean("deferrable");
  trigger.initially_deferred = statement.boolean("initdeferred");
  trigger.function = ctx.function_name(statement.list("funcname"));
  for (const Node argument : statement.list("args"))
    trigger.arguments.emplace_back(argument.sval());
  for (const Node transition : statement.list("transitionRels")) {
    if (!transition.boolean("isTable")) {
      ctx.error(on.location(), "ROW variables in REFERENCING are not supported by PostgreSQL",
                "write OLD TABLE or NEW TABLE");
      return;
    }
    (transition.boolean("isNew") ? trigger.new_table : trigger.old_table) = transition.str("name");
  }
  if (const Node from = statement.child("constrrel")) {
    const ObjectId table = ctx.table_by_the_end(from);
    if (!table.known()) return;
    trigger.constraint_table = table;
  }
  if (statement.has("whenClause")) {
    const size_t when = ctx.find_at_depth(ctx.token_at(on.location()), {"when"});
    trigger.when = ctx.parenthesised(static_cast<int>(ctx.tokens()[when].begin));
  }
  if (relation.kind == Kind::table && trigger.timing == TriggerTiming::instead_of) {
    ctx.error("an INSTEAD OF trigger stands on a view, and " + qualified_name(relation) +
              " is a table");
    return;
  }
  if (relation.kind == Kind::view && trigger.for_each_row &&
      trigger.timing != TriggerTiming::instead_of) {
    ctx.error("a view can't have row-level BEFORE or AFTER triggers", "write INSTEAD OF");
    return;
  }
  if (statement.boolean("replace")) {
    if (Trigger* before = ctx.catalog.find<Trigger>(trigger.id)) {
      trigger.enabled = before->enabled;
      *before = std::move(trigger);
      return;
    }
  }
  ctx.add(std::move(trigger));
}

}  // namespace schemadiff
