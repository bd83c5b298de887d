#include <algorithm>

#include "parser/statement_context.h"
#include "parser/statements/statements.h"

namespace schemadiff {
namespace {

// The query after AS, without the trailing clause that begins with one of the last WITHs.
SqlExpression query_text(StatementContext& ctx, bool may_end_with_data) {
  const size_t as = ctx.find_at_depth(0, {"as"});
  const size_t last = ctx.tokens().size() - 1;
  size_t end = last;
  const auto is = [&](size_t back, std::string_view word) {
    return last >= back && ctx.token_is(last - back, word);
  };
  if (may_end_with_data) {
    if (is(1, "data") && is(2, "with")) end = last - 2;
    if (is(1, "data") && is(2, "no") && is(3, "with")) end = last - 3;
  } else if (is(1, "option") && is(2, "check")) {
    end = last - (is(3, "with") ? 3 : 4);
  }
  return ctx.expression_of_tokens(as + 1, end);
}

bool refuse_temporary(StatementContext& ctx, const Node& relation) {
  if (relation.str("relpersistence") != "t") return false;
  ctx.error(relation.location(), "a temporary view can't be part of a desired state",
            "it would be gone when the session ends; leave out TEMPORARY");
  return true;
}

template <class T>
void change_options(T& view, const Node& command) {
  if (command.str("subtype") == "AT_ReplaceRelOptions") view.options.clear();
  for (const auto& [name, value] : storage_options(command.list("def"))) {
    if (command.str("subtype") == "AT_ResetRelOptions") {
      view.options.reset(name);
    } else {
      view.options.set(name, value);
    }
  }
}

// The token DEFAULT of this command: the n-th SET DEFAULT of the statement.
size_t default_token(StatementContext& ctx, const Node& command) {
  const Identifier column(command.str("name"));
  size_t nth = 0;
  for (const Node other : ctx.statement.list("cmds")) {
    if (other.str("subtype") != "AT_ColumnDefault" || !other.has("def")) continue;
    if (other.str("name") == column.str() &&
        other.child("def").location() == command.child("def").location()) {
      break;
    }
    ++nth;
  }
  size_t at = 0;
  const size_t end = ctx.tokens().size() - 1;
  while ((at = ctx.find_at_depth(at, {"default"})) < end) {
    if (at > 0 && ctx.token_is(at - 1, "set")) {
      if (nth == 0) return at;
      --nth;
    }
    ++at;
  }
  return end;
}

}  // namespace

void create_view(StatementContext& ctx) {
  const Node relation = ctx.statement.child("view");
  if (refuse_temporary(ctx, relation)) return;
  const QualifiedName name = ctx.new_name(relation);
  View view;
  view.id = object_id(Kind::view, name.schema, name.name);
  view.source = ctx.span();
  view.query = query_text(ctx, false);
  view.columns = identifiers(ctx.statement.list("aliases"));
  view.options = storage_options(ctx.statement.list("options"));
  const std::string_view check_option = ctx.statement.str("withCheckOption");
  if (check_option == "LOCAL_CHECK_OPTION") view.options.set("check_option", "local");
  if (check_option == "CASCADED_CHECK_OPTION") view.options.set("check_option", "cascaded");
  const size_t name_at = ctx.token_at(relation.location());
  view.recursive = name_at >= 2 && ctx.token_is(name_at - 2, "recursive");
  if (ctx.statement.boolean("replace")) {
    if (View* before = ctx.catalog.find<View>(view.id)) {
      *before = std::move(view);
      return;
    }
  }
  ctx.add(std::move(view));
}

void create_materialized_view(StatementContext& ctx) {
  const Node into = ctx.statement.child("into");
  const Node relation = into.child("rel");
  if (refuse_temporary(ctx, relation)) return;
  const QualifiedName name = ctx.new_name(relation);
  MaterializedView view;
  view.id = object_id(Kind::materialized_view, name.schema, name.name);
  view.source = ctx.span();
  if (ctx.statement.boolean("if_not_exists") && ctx.already_there(view.id)) return;
  view.query = query_text(ctx, true);
  view.columns = identifiers(into.list("colNames"));
  view.options = storage_options(into.list("options"));
  if (into.str("accessMethod") != "heap") view.access_method = into.str("accessMethod");
  if (into.str("tableSpaceName") != "pg_default") view.tablespace = into.str("tableSpaceName");
  view.with_data = !into.boolean("skipData");
  ctx.add(std::move(view));
}

bool alter_view_command(StatementContext& ctx, const Node& command) {
  const ObjectId id = ctx.find_relation(ctx.statement.child("relation"));
  View* view = ctx.catalog.find<View>(id);
  MaterializedView* stored = ctx.catalog.find<MaterializedView>(id);
  const std::string_view what = command.str("subtype");
  if (what == "AT_SetRelOptions" || what == "AT_ResetRelOptions" ||
      what == "AT_ReplaceRelOptions") {
    if (view != nullptr) {
      change_options(*view, command);
    } else if (stored != nullptr) {
      change_options(*stored, command);
    } else {
      return false;
    }
    return true;
  }
  if (view != nullptr && what == "AT_ColumnDefault") {
    const ObjectId default_id = id.with_sub(Kind::column_default, command.str("name"));
    ctx.catalog.erase(default_id);
    if (command.has("def")) {
      ColumnDefault column_default;
      column_default.id = default_id;
      column_default.source = ctx.span();
      column_default.expression = ctx.column_default(default_token(ctx, command));
      ctx.add(std::move(column_default));
    }
    return true;
  }
  if (stored != nullptr && what == "AT_SetTableSpace") {
    stored->tablespace =
        command.str("name") == "pg_default" ? Identifier() : Identifier(command.str("name"));
    return true;
  }
  if (stored != nullptr && what == "AT_SetAccessMethod") {
    stored->access_method =
        command.str("name") == "heap" ? Identifier() : Identifier(command.str("name"));
    return true;
  }
  return false;
}

}  // namespace schemadiff
