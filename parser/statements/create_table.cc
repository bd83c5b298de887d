// CREATE TABLE, in all its forms.
#include <fmt/format.h>

#include "parser/catalog_assembly.h"
#include "parser/statements/index_parts.h"
#include "parser/statements/partition_bound.h"
#include "parser/statements/statements.h"
#include "parser/statements/table_draft.h"

namespace schemadiff {

SqlExpression partition_bound(const StatementContext& ctx, const Node& bound) {
  // The location is that of FROM, IN, WITH or DEFAULT.
  const size_t first = ctx.token_at(bound.location());
  if (bound.boolean("is_default")) return ctx.expression_of_tokens(first, first + 1);
  size_t last = ctx.closing(ctx.find_at_depth(first, {"("})) + 1;
  if (ctx.token_is(last, "to")) last = ctx.closing(last + 1) + 1;
  SqlExpression out = ctx.expression_of_tokens(first, last);
  out.text = "FOR VALUES " + out.text;
  return out;
}

namespace {

std::optional<PartitionKey> read_partition_key(StatementContext& ctx, const ObjectId& table,
                                               const Node& spec, const TableDraft& draft) {
  PartitionKey key;
  std::string strategy = spec.string("strategy");  // "range"; PARTITION_STRATEGY_RANGE from 16 on
  for (char& c : strategy) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  if (strategy.ends_with("range")) {
    key.strategy = PartitionStrategy::range;
  } else if (strategy.ends_with("list")) {
    key.strategy = PartitionStrategy::list;
  } else if (strategy.ends_with("hash")) {
    key.strategy = PartitionStrategy::hash;
  } else {
    ctx.error(spec.location(), fmt::format("unrecognized partitioning strategy {}", strategy));
    return std::nullopt;
  }
  const Identifier method = key.strategy == PartitionStrategy::hash ? "hash" : "btree";
  const auto column_called = [&](Identifier name) -> const Column* {
    for (const ColumnDraft& drafted : draft.columns) {
      if (drafted.column.id.sub == name) return &drafted.column;
    }
    for (const ObjectId& parent : draft.parents) {
      if (const Column* inherited = ctx.assembly().column(parent, name)) return inherited;
    }
    return nullptr;
  };
  size_t token = ctx.find_at_depth(ctx.token_at(spec.location()), {"("}) + 1;
  for (const Node param : spec.list("partParams")) {
    PartitionKeyElement element;
    ElementSubject subject = element_subject(ctx, table, param, token, column_called);
    element.column = subject.column;
    element.expression = std::move(subject.expression);
    const Column* column = subject.found;
    if (!element.column.empty() && column == nullptr) {
      ctx.missing(param.location(), fmt::format("column {} named in partition key does not exist",
                                                quote(element.column)));
    }
    element.collation = element_collation(ctx, subject.collation, param.location());
    element.operator_class = element_operator_class(ctx, param.list("opclass"), method, column);
    key.elements.push_back(std::move(element));
    token = element_end(ctx, token) + 1;
  }
  return key;
}

}  // namespace

void create_table(StatementContext& ctx) {
  const Node statement = ctx.statement;
  const Node range_var = statement.child("relation");
  const QualifiedName name = ctx.new_name(range_var);
  Table table;
  table.id = object_id(Kind::table, name.schema, name.name);
  table.source = ctx.span();
  if (statement.boolean("if_not_exists") && ctx.already_there(table.id)) return;
  const std::string_view persistence = range_var.str("relpersistence");
  if (persistence == "t") {
    ctx.error("a temporary table can't be part of a desired state", "remove TEMPORARY");
    return;
  }
  if (persistence == "u") table.persistence = Persistence::unlogged;

  TableDraft draft(ctx, table.id, true);
  for (const Node parent : statement.list("inhRelations")) {
    const ObjectId id = ctx.table(parent);
    if (!id.known()) continue;
    draft.parents.push_back(id);
    ctx.assembly().has_child(id);
  }
  if (ctx.must_wait()) return;
  const Node bound = statement.child("partbound");
  if (bound) {
    if (draft.parents.empty()) return;
    table.partition_of = PartitionOf{draft.parents.front(), partition_bound(ctx, bound)};
    if (!ctx.catalog.find<Table>(draft.parents.front())->partition_key) {
      ctx.error(fmt::format("{} is not partitioned", describe(draft.parents.front())));
    }
  } else {
    table.inherits = draft.parents;
  }
  if (const Node of_type = statement.child("ofTypename")) {
    const ObjectId type = ctx.user_type(of_type.list("names"), of_type.location());
    if (!type.known()) return;
    if (type.kind != Kind::composite_type) {
      ctx.error(of_type.location(), fmt::format("{} is not a composite type", describe(type)));
      return;
    }
    table.of_type = {qualified_name(type), type};
    draft.read_composite(type);
  }

  table.options = storage_options(statement.list("options"));
  const Identifier tablespace = statement.str("tablespacename");
  table.tablespace = tablespace.empty() ? ctx.settings.tablespace : tablespace;
  if (tablespace.empty() && table.partition_of) {
    const Table* parent = ctx.catalog.find<Table>(table.partition_of->parent);
    if (!parent->tablespace.empty()) table.tablespace = parent->tablespace;
  }
  if (table.tablespace == Identifier("pg_default")) table.tablespace = {};
  table.access_method = statement.str("accessMethod");
  if (table.access_method.empty() && table.partition_of) {
    table.access_method = ctx.catalog.find<Table>(table.partition_of->parent)->access_method;
  }
  if (table.access_method.empty() && !statement.has("partspec")) {
    table.access_method = ctx.settings.access_method;
  }
  if (table.access_method == Identifier("heap")) table.access_method = {};

  for (const Node element : statement.list("tableElts")) {
    if (element.is("ColumnDef")) {
      const Identifier column = element.str("colname");
      bool merged = false;
      // OF type (column WITH OPTIONS …) adds to the column that the type gives.
      if (!element.child("typeName") && !table.of_type.empty()) {
        for (ColumnDraft& drafted : draft.columns)
          merged = merged || drafted.column.id.sub == column;
        if (merged) {
          draft.merge_options(element);
          continue;
        }
      }
      draft.read_column(element);
    } else if (element.is("Constraint")) {
      draft.read_constraint(element);
    } else if (element.is("TableLikeClause")) {
      draft.read_like(element);
    } else {
      ctx.error(fmt::format("{} in CREATE TABLE is not known to this build", element.tag()));
    }
  }
  if (const Node spec = statement.child("partspec")) {
    table.partition_key = read_partition_key(ctx, table.id, spec, draft);
  }
  if (!draft.ready()) return;
  if (!ctx.add(std::move(table))) return;
  draft.commit();
}

}  // namespace schemadiff
