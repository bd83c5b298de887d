// CREATE SEQUENCE, ALTER SEQUENCE.
#include <fmt/format.h>

#include "parser/statements/sequence_options.h"
#include "parser/statements/statements.h"

namespace schemadiff {

void create_sequence(StatementContext& ctx) {
  const Node range_var = ctx.statement.child("sequence");
  const QualifiedName name = ctx.new_name(range_var);
  Sequence sequence;
  sequence.id = object_id(Kind::sequence, name.schema, name.name);
  sequence.source = ctx.span();
  if (ctx.statement.boolean("if_not_exists") && ctx.already_there(sequence.id)) return;
  const std::string_view persistence = range_var.str("relpersistence");
  if (persistence == "t") {
    ctx.error("a temporary sequence can't be part of a desired state");
    return;
  }
  if (persistence == "u") sequence.persistence = Persistence::unlogged;
  SequenceDraft draft;
  if (!read_sequence_options(ctx, ctx.statement.list("options"), true, draft)) return;
  if (!draft.owned_by.empty()) {
    const ObjectId column = owning_column(ctx, draft.owned_by, ctx.begin());
    if (!column.known()) return;
    sequence.owned_by = column;
  }
  sequence.data_type = draft.data_type;
  sequence.options = draft.options;
  ctx.add(std::move(sequence));
}

void alter_sequence(StatementContext& ctx) {
  const Node range_var = ctx.statement.child("sequence");
  if (ctx.statement.boolean("missing_ok") && ctx.last_try() &&
      !ctx.find_relation(range_var).known()) {
    return;
  }
  const ObjectId id = ctx.relation(range_var);
  if (!id.known()) return;
  const NodeList options = ctx.statement.list("options");
  if (id.kind == Kind::column) {
    // The sequence of an identity column (it is known by that column).
    Column* column = ctx.catalog.find<Column>(id);
    if (column == nullptr || !column->identity) return;
    SequenceDraft draft;
    draft.data_type = column->type;
    draft.options = column->identity->options;
    if (read_sequence_options(ctx, options, false, draft)) {
      column->identity->options = draft.options;
    }
    return;
  }
  const Sequence* found = ctx.catalog.find<Sequence>(id);
  if (found == nullptr) {
    ctx.error(range_var.location(), fmt::format("{} is not a sequence", describe(id)));
    return;
  }
  SequenceDraft draft;
  draft.data_type = found->data_type;
  draft.options = found->options;
  if (!read_sequence_options(ctx, options, false, draft)) return;
  std::optional<ObjectId> owner = found->owned_by;
  if (draft.owned_by_none) owner.reset();
  if (!draft.owned_by.empty()) {
    const ObjectId column = owning_column(ctx, draft.owned_by, ctx.begin());
    if (!column.known()) return;
    owner = column;
  }
  Sequence* sequence = ctx.catalog.find<Sequence>(id);
  sequence->data_type = draft.data_type;
  sequence->options = draft.options;
  sequence->owned_by = owner;
}

}  // namespace schemadiff
