#include <algorithm>

#include "engine/model/default_names.h"
#include "parser/statement_context.h"
#include "parser/statements/statements.h"

namespace schemadiff {
namespace {

// An existing statistics object; kind none: said already.
ObjectId find_statistics(StatementContext& ctx, const NodeList& nodes) {
  const std::vector<Identifier> names = identifiers(nodes);
  std::vector<Identifier> schemas;
  if (names.size() == 2) {
    schemas = {names[0]};
  } else {
    schemas = ctx.path.schemas();
  }
  if (!names.empty()) {
    for (const Identifier schema : schemas) {
      const ObjectId id = object_id(Kind::statistics, schema, names.back());
      if (ctx.catalog.contains(id)) return id;
    }
  }
  return {};
}

}  // namespace

void create_statistics(StatementContext& ctx) {
  const Node statement = ctx.statement;
  const NodeList relations = statement.list("relations");
  const Node from = relations.front();
  if (relations.size() != 1 || !from.is("RangeVar")) {
    ctx.error("extended statistics are about one table");
    return;
  }
  const ObjectId table = ctx.relation(from);
  if (!table.known()) return;
  Statistics statistics;
  statistics.source = ctx.span();
  statistics.table = table;

  // The elements stand between ON and FROM, separated by commas.
  const size_t on = ctx.find_at_depth(0, {"on"});
  size_t first = on + 1;
  std::string columns_text;  // what an unnamed object is called after
  for (const Node element : statement.list("exprs")) {
    const size_t last = ctx.find_at_depth(first, {",", "from"});
    const Node expression = element.child("expr");
    Identifier column(element.str("name"));
    if (expression.is("ColumnRef") && expression.list("fields").size() == 1) {
      column = expression.list("fields").front().sval();
    }
    if (!columns_text.empty()) columns_text += "_";
    if (!column.empty()) {
      if (std::find(statistics.columns.begin(), statistics.columns.end(), column) !=
          statistics.columns.end()) {
        ctx.error("column " + quote(column) + " is listed twice");
        return;
      }
      statistics.columns.push_back(column);
      columns_text += column.str();
    } else {
      const bool wrapped = ctx.token_is(first, "(") && ctx.closing(first) + 1 == last;
      statistics.expressions.push_back(wrapped ? ctx.expression_of_tokens(first + 1, last - 1)
                                               : ctx.expression_of_tokens(first, last));
      columns_text += "expr";
    }
    first = last + 1;
  }
  if (statistics.columns.empty() && statistics.expressions.size() == 1) {
    if (!statement.list("stat_types").empty()) {
      ctx.error("statistics on a single expression take no kinds");
      return;
    }
  } else {
    for (const Node kind : statement.list("stat_types")) {
      const std::string name(kind.sval());
      if (name != "ndistinct" && name != "dependencies" && name != "mcv") {
        ctx.error("statistics kind " + quote_literal(name) + " is not known to this build",
                  "there are ndistinct, dependencies and mcv");
        return;
      }
      statistics.kinds.push_back(name);
    }
    if (statistics.kinds.empty()) statistics.kinds = {"dependencies", "mcv", "ndistinct"};
    std::sort(statistics.kinds.begin(), statistics.kinds.end());
    statistics.kinds.erase(std::unique(statistics.kinds.begin(), statistics.kinds.end()),
                           statistics.kinds.end());
  }
  // A set: pg_statistic_ext keeps it in the order that the columns happen to have.
  std::sort(statistics.columns.begin(), statistics.columns.end());

  const NodeList names = statement.list("defnames");
  if (names.empty()) {
    statistics.id = object_id(
        Kind::statistics, table.schema,
        choose_object_name(table.name.str(), columns_text, "stat", [&](std::string_view name) {
          return ctx.catalog.contains(object_id(Kind::statistics, table.schema, name));
        }));
  } else {
    const QualifiedName name = ctx.new_name(names);
    statistics.id = object_id(Kind::statistics, name.schema, name.name);
    if (statement.boolean("if_not_exists") && ctx.already_there(statistics.id)) return;
  }
  ctx.add(std::move(statistics));
}

void alter_statistics(StatementContext& ctx) {
  const NodeList names = ctx.statement.list("defnames");
  const ObjectId id = find_statistics(ctx, names);
  if (!id.known()) {
    if (ctx.statement.boolean("missing_ok")) return;
    ctx.missing(ctx.begin(), "statistics object " + dotted(names) + " does not exist");
    return;
  }
  // 17's tree has a node (absent: DEFAULT), older ones a number (absent: 0).
  int64_t target = ctx.statement.integer("stxstattarget");
  if (const Node node = ctx.statement.child("stxstattarget")) target = node.integer("ival");
  if (ctx.token_is(ctx.tokens().size() - 2, "default")) target = -1;
  ctx.catalog.find<Statistics>(id)->target = static_cast<int>(target);
}

}  // namespace schemadiff
