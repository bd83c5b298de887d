// CREATE INDEX.
#include <set>

#include <fmt/format.h>

#include "parser/catalog_assembly.h"
#include "parser/statements/index_parts.h"
#include "parser/statements/statements.h"

namespace schemadiff {

void create_index(StatementContext& ctx) {
  const Node statement = ctx.statement;
  const Node range_var = statement.child("relation");
  const ObjectId relation = ctx.relation(range_var);
  if (!relation.known()) return;
  if (relation.kind != Kind::table && relation.kind != Kind::materialized_view) {
    ctx.error(range_var.location(),
              fmt::format("cannot create an index on {}", describe(relation)));
    return;
  }
  Index index;
  index.table = relation;
  index.source = ctx.span();
  index.unique = statement.boolean("unique");
  index.nulls_not_distinct = statement.boolean("nulls_not_distinct");
  const std::string_view method = statement.str("accessMethod");
  index.method = method.empty() ? "btree" : method;
  Identifier name = statement.str("idxname");
  if (!name.empty()) {
    index.id = object_id(Kind::index, relation.schema, name);
    if (statement.boolean("if_not_exists") && ctx.already_there(index.id)) return;
  }

  // CREATE INDEX … ON table [USING method] (…)
  const size_t open = ctx.find_at_depth(ctx.token_at(range_var.location()), {"("});
  if (!read_index_elements(ctx, relation, statement.list("indexParams"), open, index.method,
                           index.elements) ||
      ctx.must_wait()) {
    return;
  }
  for (const Node included : statement.list("indexIncludingParams")) {
    const Identifier column = included.str("name");
    if (!check_column(ctx, relation, column, ctx.begin())) return;
    index.include.push_back(column);
  }
  index.options = storage_options(statement.list("options"));
  const Identifier tablespace = statement.str("tableSpace");
  index.tablespace = tablespace.empty() ? ctx.settings.tablespace : tablespace;
  if (index.tablespace == Identifier("pg_default")) index.tablespace = {};
  if (statement.has("whereClause")) {
    const size_t where = ctx.find_at_depth(ctx.closing(open) + 1, {"where"});
    index.predicate = ctx.rest(where + 1);
  }
  const Table* table = ctx.catalog.find<Table>(relation);
  const bool partitioned = table != nullptr && table->partition_key.has_value();
  // ON ONLY: not valid until each partition has its part; seen at the end.
  if (partitioned && !range_var.boolean("inh")) index.valid = false;

  std::vector<std::string> names;
  for (const char* list : {"indexParams", "indexIncludingParams"}) {
    for (const Node element : statement.list(list)) {
      names.push_back(element.has("name") ? element.string("name")
                                          : index_column_name(element.child("expr")));
    }
  }
  // Names that come twice get numbers.
  if (std::set<std::string>(names.begin(), names.end()).size() == names.size()) {
    for (size_t i = 0; i < index.elements.size(); ++i) {
      if (index.elements[i].column.empty()) index.expression_names.emplace_back(names[i]);
    }
  }
  if (name.empty()) {
    ctx.assembly().name_parts(relation);  // what is there already has its name
    const auto choose = [&] {
      return ctx.assembly().choose_relation_name(relation.schema, relation.name.str(),
                                                 index_name_addition(names), "idx", false);
    };
    name = choose();
    if (ctx.assembly().name_parts_cut_like(relation.schema, name)) name = choose();
    index.id = object_id(Kind::index, relation.schema, name);
    index.name_is_predicted = true;
  }
  const ObjectId id = index.id;
  if (!ctx.add(std::move(index))) return;
  ctx.assembly().shape(relation).indexes.push_back(id);
  ctx.assembly().index_columns(id) = std::move(names);
}

}  // namespace schemadiff
