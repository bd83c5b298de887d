// What stands in FROM beside tables, queries and joins; SEARCH and CYCLE.
#include "parser/expression/analyzer.h"
#include "parser/expression/collation_rules.h"

namespace schemadiff {

using namespace type_id;

namespace {

// unnest(a, b) in FROM is ROWS FROM (unnest(a), unnest(b)).
bool unnests_several(const Node& call) {
  if (!call.is("FuncCall") || call.list("funcname").size() != 1) return false;
  const bool plain = call.list("agg_order").empty() && !call.has("agg_filter") &&
                     !call.has("over") && !call.boolean("agg_star") &&
                     !call.boolean("agg_distinct") && !call.boolean("func_variadic");
  return plain && call.list("funcname").front().sval() == "unnest" && call.list("args").size() > 1;
}

}  // namespace

// The column definitions of a call, as AS (a integer, b text) gives them; false: not understood.
bool Analyzer::column_definitions(const NodeList& list, std::vector<ColumnInfo>& columns,
                                  std::string& head) {
  for (const Node definition : list) {
    const Identifier name(definition.str("colname"));
    const Node type_node = definition.child("typeName");
    const ModifiedType type = env_.type_name(type_node, path_);
    if (type.id == kNone || type_node.boolean("setof")) return false;
    refer(env_.info(type.id).object);
    ColumnInfo& column = columns.emplace_back();
    column = {name, type, {}};
    head += quote(name) + " " + env_.sql(type);
    if (const Node clause = definition.child("collClause")) {
      const auto collation = collation_name(clause.list("collname"));
      if (!collation) return false;
      // Stored as the column's, whether it is that of the type or not.
      if (*collation != env_.info(type.id).collation) head += " collate " + collation->sql();
      refer_if_there(object_id(Kind::collation, collation->schema, collation->name));
      column.collated = Collated::implicit(*collation);
    }
    head += ",";
  }
  return true;
}

const FunctionInfo* Analyzer::called_function(const Node& call_node, const Expr& call) {
  if (!call_node.is("FuncCall")) return nullptr;
  for (const FunctionInfo* candidate :
       env_.functions(Identifier(call_node.list("funcname").back().sval()))) {
    const std::string head = call_head(*candidate);
    if (call.head == head || call.head.starts_with(head + " ")) return candidate;
  }
  return nullptr;
}

// The columns of a function in FROM; `only`: it is the only one, and a scalar's column is called as
// the alias is. false: not understood.
bool Analyzer::function_columns(const Node& call_node, const Expr& call, Identifier alias,
                                bool only, std::vector<ColumnInfo>& columns) {
  if (call.type.id == kNone) return false;
  const std::vector<ColumnInfo> row = env_.row_columns(call.type.id);
  columns.insert(columns.end(), row.begin(), row.end());
  if (!row.empty()) {
    refer(env_.info(env_.base_of(call.type.id).id).object);
    return true;
  }
  const FunctionInfo* function = called_function(call_node, call);
  if (call.type.id == kRecord) {
    if (function == nullptr || function->outputs.empty()) return false;
    for (const auto& [output, type] : function->outputs) {
      if (type == kNone || is_polymorphic(type)) return false;
      columns.push_back({output, {type, ""}, {}});
    }
    return true;
  }
  Figure strength = Figure::none;
  Identifier name = only && !alias.empty() ? alias : figure_name(call_node, strength);
  if (function != nullptr && function->outputs.size() == 1 && !function->outputs[0].first.empty()) {
    name = function->outputs[0].first;
  }
  const Collated made = collation_of(call, env_);
  columns.push_back({name, call.type, {}, read_as_column(made)});
  return true;
}

Expr* Analyzer::from_function(const Node& node) {
  const bool ordinality = node.boolean("ordinality");
  const NodeList functions = node.list("functions");
  const Node alias_node = node.child("alias");
  const Identifier alias = alias_node ? Identifier(alias_node.str("aliasname")) : Identifier();
  struct Call {
    Node node;
    Expr* expr = nullptr;
    NodeList definitions;
  };
  std::vector<Call> calls;
  for (const Node item : functions) {
    const NodeList parts = item.list("items");  // the call and its column definitions
    const Node call = parts.front();
    NodeList definitions;
    if (parts.size() == 2 && parts[1].is("List")) definitions = parts[1].list("items");
    if (functions.size() == 1 && definitions.empty()) definitions = node.list("coldeflist");
    if (unnests_several(call) && definitions.empty()) {
      for (const Node array : call.list("args")) calls.push_back({call, unnest(array), {}});
    } else {
      calls.push_back({call, expr(call), definitions});
    }
  }
  RangeTable* range = tree_.make_range(current_);
  Figure strength = Figure::none;
  const Identifier name = calls.empty() ? Identifier() : figure_name(calls.front().node, strength);
  const bool only = calls.size() == 1;
  std::vector<ColumnInfo> columns;
  Exprs args;
  bool good = !calls.empty();
  for (const Call& call : calls) {
    Expr* arg = call.expr;
    if (call.definitions.empty()) {
      good = good && function_columns(call.node, *arg, alias, only, columns);
    } else {
      std::string head = "columns ";
      good = good && arg->type.id == kRecord && column_definitions(call.definitions, columns, head);
      arg = tree_.other(std::move(head), {arg});
    }
    args.push_back(arg);
  }
  if (!good) {
    add_item(range, {}, alias_node ? alias : name, {});
    return fail();
  }
  // Of a scalar function the whole row is its value.
  const bool scalar = only && !ordinality && calls[0].definitions.empty() && columns.size() == 1 &&
                      calls[0].expr->type.id != kRecord &&
                      !env_.info(env_.base_of(calls[0].expr->type.id).id).has_row;
  if (scalar) range->row_type = calls[0].expr->type.id;
  if (ordinality) columns.push_back({Identifier("ordinality"), {kInt8, ""}, {}});
  range->columns = std::move(columns);
  add_item(range, alias_node, name, {});
  return tree_.other(
      std::string(only ? "function" : "functions") + (ordinality ? " with ordinality" : ""),
      std::move(args));
}

// pg_catalog.unnest() of one of several arrays.
Expr* Analyzer::unnest(const Node& array) {
  Expr* arg = expr(array);
  if (arg->type.id == kNone) return fail();
  const ResolvedFunction found = rules_.find_function(
      Identifier("pg_catalog"), Identifier("unnest"), {arg->type.id}, {}, false, path_);
  return found.function == nullptr ? fail() : make_call(found, {arg}, {}, false);
}

// TABLESAMPLE system (10) REPEATABLE (3)
Expr* Analyzer::from_sample(const Node& node) {
  const Node relation = node.child("relation");
  Expr* of = relation.is("RangeVar") ? from_relation(relation) : fail();
  const NodeList names = node.list("method");
  const std::string method(names.empty() ? std::string_view() : names.back().sval());
  const bool built_in = (names.size() == 1 || names.front().sval() == "pg_catalog") &&
                        (method == "system" || method == "bernoulli");
  const NodeList arguments = node.list("args");
  // The method may be hidden by one of an earlier schema of the path.
  static const Identifier kPgCatalog("pg_catalog");
  if (!built_in || arguments.size() != 1 || (names.size() == 1 && path_.front() != kPgCatalog)) {
    return fail();
  }
  const auto number = [&](const Node& value, TypeId type) {
    return coerce(expr(value), {type, ""}, CoercionContext::assignment);
  };
  Exprs args{of, number(arguments.front(), kFloat4)};
  if (const Node seed = node.child("repeatable")) args.push_back(number(seed, kFloat8));
  return tree_.other("sample " + method, std::move(args));
}

Expr* Analyzer::from_xml_table(const Node& node) {
  const auto as = [&](const Node& value, const ModifiedType& type) {
    return coerce(expr(value), type, CoercionContext::assignment);
  };
  Exprs args{as(node.child("rowexpr"), {kText, ""}), as(node.child("docexpr"), {kXml, ""})};
  std::string head = "xmltable";
  for (const Node space : node.list("namespaces")) {
    const bool named = space.has("name");
    head += named ? " namespace " + quote(Identifier(space.str("name"))) : " default namespace";
    args.push_back(as(space.child("val"), {kText, ""}));
  }
  std::vector<ColumnInfo> columns;
  for (const Node item : node.list("columns")) {
    const Identifier name(item.str("colname"));
    if (item.boolean("for_ordinality")) {
      head += " " + quote(name) + " ordinality";
      columns.push_back({name, {kInt4, ""}, {}});
      continue;
    }
    const ModifiedType type = env_.type_name(item.child("typeName"), path_);
    if (type.id == kNone) {
      add_item(tree_.make_range(current_), node.child("alias"), {}, {});
      return fail();
    }
    refer(env_.info(type.id).object);
    head += " " + quote(name) + " " + env_.sql(type);
    if (item.boolean("is_not_null")) head += " not null";
    columns.push_back({name, type, {}});
    // Without a path it is the name.
    const Node path = item.child("colexpr");
    const Node otherwise = item.child("coldefexpr");
    args.push_back(path ? as(path, {kText, ""}) : nullptr);
    args.push_back(otherwise ? as(otherwise, type) : nullptr);
  }
  RangeTable* range = tree_.make_range(current_);
  range->columns = std::move(columns);
  add_item(range, node.child("alias"), Identifier("xmltable"), {});
  return tree_.other(std::move(head), std::move(args));
}

// SEARCH and CYCLE of a common table: columns more than its query has.
void Analyzer::search_and_cycle(const Node& table, std::vector<ColumnInfo>& columns, Exprs& parts) {
  const auto list = [&](const NodeList& names) {
    std::string out;
    for (const Node name : names) {
      size_t at = 0;
      while (at < columns.size() && columns[at].name != Identifier(name.sval())) ++at;
      if (at == columns.size()) fail();
      out += " " + std::to_string(at);
    }
    return out;
  };
  if (const Node search = table.child("search_clause")) {
    const bool breadth = search.boolean("search_breadth_first");
    parts.push_back(tree_.other(
        (breadth ? "search breadth" : "search depth") + list(search.list("search_col_list")), {}));
    const TypeId type = breadth ? kRecord : kRecordArray;
    columns.push_back({Identifier(search.str("search_seq_column")), {type, ""}, {}});
  }
  if (const Node cycle = table.child("cycle_clause")) {
    Exprs marks{expr(cycle.child("cycle_mark_value")), expr(cycle.child("cycle_mark_default"))};
    const std::string of = list(cycle.list("cycle_col_list"));
    const TypeId type = common_of(marks);
    if (type == kNone) {
      fail();
      return;
    }
    to_common(marks, type);
    columns.push_back({Identifier(cycle.str("cycle_mark_column")), {type, ""}, {}});
    columns.push_back({Identifier(cycle.str("cycle_path_column")), {kRecordArray, ""}, {}});
    parts.push_back(tree_.other("cycle" + of, std::move(marks)));
  }
}

}  // namespace schemadiff
