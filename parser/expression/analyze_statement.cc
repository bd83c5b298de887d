// Partition bounds, bodies and rules.
#include <algorithm>

#include "parser/expression/analyzer.h"
#include "parser/expression/collation_rules.h"

namespace schemadiff {

using namespace type_id;

ModifiedType Analyzer::type_of(const Node& node) { return expr(node)->type; }

std::optional<QualifiedName> Analyzer::own_collation(const Node& node) {
  const Expr* value = known(expr(node));
  const Collated made = collation_of(*value, env_);
  if (failed_ || !made.known) return std::nullopt;
  return read_as_column(made).collation;
}

std::string Analyzer::partition_bound(const Node& spec, const std::vector<ModifiedType>& key) {
  if (spec.boolean("is_default")) return "default";
  const std::string_view strategy = spec.str("strategy");
  if (spec.has("modulus")) {
    return "hash " + std::to_string(spec.integer("modulus")) + " " +
           std::to_string(spec.integer("remainder"));
  }
  if (key.empty()) {
    failed_ = true;
    return "";
  }
  // The server computes each bound when the partition is made: only literals are sure here.
  const auto datum = [&](const Node& node, const ModifiedType& type) -> std::string {
    if (node.is("ColumnRef") && strategy != "l") {
      const NodeList fields = node.list("fields");
      const std::string_view name = fields.front().sval();
      if (fields.size() == 1 && (name == "minvalue" || name == "maxvalue")) {
        return std::string(name);
      }
    }
    Expr* value = expr(node);
    value = coerce(value, type, CoercionContext::assignment);
    // The key's own collation, or an error.
    if (is_collate(*value)) value = value->args[0];
    if (value->tag == Tag::other && value->head.starts_with("fit ")) value = value->args[0];
    if (value->tag != Tag::constant) fail();
    return print(*value);
  };
  std::string out;
  if (!spec.list("listdatums").empty()) {
    // A set: the order of its values says nothing.
    std::vector<std::string> values;
    for (const Node item : spec.list("listdatums")) values.push_back(datum(item, key[0]));
    std::sort(values.begin(), values.end());
    out = "list";
    for (const std::string& value : values) out += " " + value;
    return failed_ ? "" : out;
  }
  out = "range";
  for (const char* side : {"lowerdatums", "upperdatums"}) {
    const NodeList datums = spec.list(side);
    if (datums.size() != key.size()) {
      failed_ = true;
      return "";
    }
    out += " (";
    size_t i = 0;
    for (const Node item : datums) out += datum(item, key[i++]) + ",";
    out += ")";
  }
  return failed_ ? "" : out;
}

std::string Analyzer::function_body(const Node& statement) {
  const Node body = statement.child("sql_body");
  if (body.is("ReturnStmt")) {
    Expr* value = known(expr(body.child("returnval")));
    if (value->type.id == kNone) failed_ = true;
    return failed_ ? "" : "return " + print(*value);
  }
  // BEGIN ATOMIC … END: a list with the list of statements.
  std::string out = "atomic";
  for (const Node group : statement.list("sql_body")) {
    for (const Node item : group.list("items")) {
      Expr* made = dml(item);
      if (made == nullptr) failed_ = true;
      if (!failed_) out += " " + print(*made);
    }
  }
  return failed_ ? "" : out;
}

std::string Analyzer::rule(const Node& rule, const ObjectId& relation) {
  see_old_and_new(relation);
  Expr* made =
      tree_.other("rule " + rule.string("event") + (rule.boolean("instead") ? " instead" : ""), {});
  made->args.push_back(rule.has("whereClause") ? condition(rule.child("whereClause")) : nullptr);
  for (const Node action : rule.list("actions")) {
    Expr* each = dml(action);
    if (each == nullptr) return fail(), "";
    made->args.push_back(each);
  }
  const Node name = rule.child("relation");
  refer(env_.find_relation(Identifier(name.str("schemaname")), Identifier(name.str("relname")),
                           path_));
  return print(*made);
}

// An assignment's value, or DEFAULT.
Expr* Analyzer::assigned(const Node& node, const ModifiedType& type) {
  if (node.is("SetToDefault")) return tree_.other("default", {}, type);
  return coerce(expr(node), type, CoercionContext::assignment);
}

RangeTable* Analyzer::target_relation(const Node& range_var) {
  const Identifier schema(range_var.str("schemaname"));
  const Identifier name(range_var.str("relname"));
  const ObjectId found = env_.find_relation(schema, name, path_);
  if (!found.known()) {
    fail();
    return nullptr;
  }
  refer(found);
  RangeTable* range = relation_range(current_, found);
  add_item(range, range_var.child("alias"), found.name, found.schema);
  return range;
}

const ColumnInfo* Analyzer::target_column(const RangeTable& range, Identifier name) {
  for (const ColumnInfo& column : range.columns) {
    if (column.name != name) continue;
    refer(column.object);
    return &column;
  }
  fail();
  return nullptr;
}

void Analyzer::set_clauses(const NodeList& list, const RangeTable& range, Exprs& parts) {
  for (const Node item : list) {
    const ColumnInfo* column = target_column(range, Identifier(item.str("name")));
    Node value = item.child("val");
    // SET (a, b) = (x, y) is SET a = x, b = y.
    if (value.is("MultiAssignRef") && value.child("source").is("RowExpr")) {
      const auto number = static_cast<size_t>(value.integer("colno"));
      value = value.child("source").list("args")[number - 1];
    }
    if (column == nullptr || !item.list("indirection").empty() || !value ||
        value.is("MultiAssignRef")) {
      fail();
      continue;
    }
    parts.push_back(tree_.other("set " + quote(env_.column_called(range.relation, column->name)),
                                {assigned(value, column->type)}));
  }
}

void Analyzer::returning(const NodeList& list, Exprs& parts) {
  if (list.empty()) return;
  Expr* made = tree_.other("returning", {});
  for (OutputColumn& column : targets(list)) {
    made->args.push_back(tree_.other(quote(column.name), {known(column.value)}));
  }
  parts.push_back(made);
}

Expr* Analyzer::dml(const Node& node) {
  if (node.is("SelectStmt")) return select(node, current_).root;
  if (node.is("NotifyStmt")) {
    return tree_.other("notify " + quote(Identifier(node.str("conditionname"))) + " " +
                           quote_literal(node.str("payload")),
                       {});
  }
  const bool insert = node.is("InsertStmt");
  const bool update = node.is("UpdateStmt");
  if (!insert && !update && !node.is("DeleteStmt")) return fail();
  Query* const before = current_;
  Query* made = tree_.make_query(before);
  current_ = made;
  Exprs parts = with_clause(node.child("withClause"));
  Expr* root = tree_.make(Tag::query);
  root->query = made;
  if (insert) {
    insert_parts(node, parts);
  } else {
    RangeTable* range = target_relation(node.child("relation"));
    if (range != nullptr) {
      const NodeList from = node.list(update ? "fromClause" : "usingClause");
      Expr* items = tree_.other("from", {});
      for (const Node item : from) items->args.push_back(from_item(item));
      parts.push_back(tree_.other("on " + env_.relation_called(range->relation) +
                                      (node.child("relation").boolean("inh") ? "" : " only"),
                                  {items}));
      if (update) set_clauses(node.list("targetList"), *range, parts);
      if (const Node where = node.child("whereClause")) {
        parts.push_back(tree_.other("where", {condition(where)}));
      }
      returning(node.list("returningList"), parts);
    }
  }
  root->head = insert ? "insert" : update ? "update" : "delete";
  root->args = std::move(parts);
  current_ = before;
  return root;
}

// One row of VALUES; `columns` are cut to those that get a value.
void Analyzer::insert_row(const NodeList& row, std::vector<const ColumnInfo*>& columns, bool named,
                          Exprs& values) {
  struct Cell {
    Node node;
    Expr* value = nullptr;  // of a star
  };
  std::vector<Cell> cells;
  for (const Node node : row) {
    if (!node.is("ColumnRef") || !node.list("fields").back().is("A_Star")) {
      cells.push_back({node, nullptr});
      continue;
    }
    std::vector<OutputColumn> star;
    expand_star(node, star);
    for (const OutputColumn& column : star) cells.push_back({node, column.value});
  }
  if (cells.size() > columns.size() || (named && cells.size() != columns.size())) {
    fail();
    return;
  }
  columns.resize(cells.size());
  for (size_t i = 0; i < cells.size(); ++i) {
    if (columns[i] == nullptr) continue;
    const ModifiedType& type = columns[i]->type;
    values.push_back(cells[i].value == nullptr
                         ? assigned(cells[i].node, type)
                         : coerce(cells[i].value, type, CoercionContext::assignment));
  }
}

// A column or expression that says which index ON CONFLICT means.
Expr* Analyzer::conflict_element(const Node& element, RangeTable* range) {
  if (!element.list("opclass").empty()) return fail();
  Expr* value = nullptr;
  if (element.has("name")) {
    const ColumnInfo* column = target_column(*range, Identifier(element.str("name")));
    if (column == nullptr) return fail();
    value = passed_on(range, static_cast<size_t>(column - range->columns.data()));
  } else {
    value = expr(element.child("expr"));
  }
  const NodeList collation = element.list("collation");
  if (collation.empty()) return value;
  // Beside the value, not of it.
  const auto name = collation_name(collation);
  return name ? tree_.other("index element", {with_collation(value, *name)}) : fail();
}

Expr* Analyzer::on_conflict(const Node& clause, RangeTable* range) {
  const bool updates = clause.str("action") == "ONCONFLICT_UPDATE";
  Expr* made = tree_.other(updates ? "on conflict update" : "on conflict nothing", {});
  if (const Node infer = clause.child("infer")) {
    const Identifier constraint(infer.str("conname"));
    Expr* index = tree_.other(constraint.empty() ? "index" : "constraint " + quote(constraint), {});
    for (const Node element : infer.list("indexElems")) {
      index->args.push_back(conflict_element(element, range));
    }
    if (const Node where = infer.child("whereClause")) {
      index->args.push_back(tree_.other("where", {condition(where)}));
    }
    if (!constraint.empty()) {
      refer_if_there(range->relation.with_sub(Kind::constraint, constraint));
    }
    made->args.push_back(index);
  }
  if (!updates) return made;
  static const Identifier kExcluded("excluded");
  add_item(relation_range(current_, range->relation), {}, kExcluded, {});
  set_clauses(clause.list("targetList"), *range, made->args);
  if (const Node where = clause.child("whereClause")) {
    made->args.push_back(tree_.other("where", {condition(where)}));
  }
  current_->items.pop_back();
  return made;
}

void Analyzer::insert_parts(const Node& node, Exprs& parts) {
  // The columns are only seen by RETURNING and ON CONFLICT.
  RangeTable* range = target_relation(node.child("relation"));
  if (range == nullptr) return;
  std::vector<const ColumnInfo*> columns;
  std::string head = "into " + env_.relation_called(range->relation) + "(";
  const NodeList named = node.list("cols");
  for (const Node column : named) {
    if (!column.list("indirection").empty()) fail();
    columns.push_back(target_column(*range, Identifier(column.str("name"))));
  }
  const Node source = node.child("selectStmt");
  const NodeList rows = source.list("valuesLists");
  if (named.empty()) {
    for (const ColumnInfo& column : range->columns) columns.push_back(&column);
  }
  const auto cut = [&](size_t width) {
    if (width > columns.size()) {
      fail();
    } else if (named.empty()) {
      columns.resize(width);
    } else if (width != columns.size()) {
      fail();
    }
  };
  std::vector<NamespaceItem> items = std::move(current_->items);
  current_->items.clear();
  Exprs values;
  if (!source) {
    columns.clear();
    values.push_back(tree_.other("default values", {}));
  } else if (rows.size() == 1 && source.list("sortClause").empty() && !source.has("limitCount") &&
             !source.has("withClause")) {
    insert_row(rows.front().list("items"), columns, !named.empty(), values);
  } else {
    // Rows with DEFAULT, and rows whose literals take the columns' types, are left to the server.
    if (!rows.empty()) fail();
    const Select from = select(source, current_, true);
    if (from.root == nullptr) {
      fail();
    } else {
      cut(from.columns.size());
      for (size_t i = 0; i < from.columns.size() && i < columns.size(); ++i) {
        if (columns[i] == nullptr) continue;
        Expr* value = from.columns[i].value;
        if (value->type.id == kUnknown) {
          Expr* copy = tree_.make(Tag::other);
          *copy = *value;
          *value = *coerce(copy, columns[i]->type, CoercionContext::assignment);
        }
        head += env_.sql(value->type) + " -> ";
      }
      values.push_back(from.root);
    }
  }
  current_->items = std::move(items);
  for (const ColumnInfo* column : columns) {
    if (column != nullptr) {
      head += quote(env_.column_called(range->relation, column->name)) + ",";
    }
  }
  head += ")";
  if (node.str("override") != "OVERRIDING_NOT_SET") head += " " + node.string("override");
  parts.push_back(tree_.other(std::move(head), std::move(values)));
  if (const Node clause = node.child("onConflictClause")) {
    parts.push_back(on_conflict(clause, range));
  }
  returning(node.list("returningList"), parts);
}

}  // namespace schemadiff
