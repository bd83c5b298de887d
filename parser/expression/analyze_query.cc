// SELECT, VALUES, set operations, and what stands in FROM.
#include <algorithm>

#include "parser/expression/analyzer.h"
#include "parser/expression/collation_rules.h"

namespace schemadiff {

using namespace type_id;

namespace {

bool is_set_operation(const Node& node) {
  const std::string_view op = node.str("op");
  return !op.empty() && op != "SETOP_NONE";
}

// A leaf of a set operation with clauses of its own is a query of its own.
bool has_tail(const Node& node) {
  return !node.list("sortClause").empty() || node.has("limitOffset") || node.has("limitCount") ||
         !node.list("lockingClause").empty() || node.has("withClause");
}

std::vector<Identifier> names_of(const NodeList& list) {
  std::vector<Identifier> out;
  for (const Node part : list) out.emplace_back(part.sval());
  return out;
}

}  // namespace

std::string Analyzer::query(const Node& node, const std::vector<Identifier>& names) {
  const Select result = select(node, root_);
  if (result.root == nullptr) {
    failed_ = true;
    return "";
  }
  output_ = result.query->output;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i >= output_.size()) {
      failed_ = true;
      break;
    }
    output_[i].name = names[i];
  }
  std::string out = "view(";
  for (const ColumnInfo& column : output_) {
    out += quote(env_.column_called(view_, column.name)) + " " + env_.sql(column.type) + ",";
  }
  out += ")";
  const std::string body = print(*result.root);
  return failed_ ? "" : out + body;
}

Analyzer::Select Analyzer::select(const Node& node, Query* parent, bool leaf) {
  if (!node) {
    failed_ = true;
    return {};
  }
  Select out = is_set_operation(node)              ? set_operation(node, parent)
               : !node.list("valuesLists").empty() ? values(node, parent)
                                                   : simple_select(node, parent);
  if (out.root == nullptr) return out;
  if (!leaf) finish_unknowns(out);
  finish_output(out);
  return out;
}

void Analyzer::finish_unknowns(Select& select) {
  for (OutputColumn& column : select.columns) {
    if (column.value->type.id != kUnknown) continue;
    Expr* copy = tree_.make(Tag::other);
    *copy = *column.value;
    *column.value = *known(copy);
  }
}

void Analyzer::finish_output(Select& select) {
  select.query->output.clear();
  for (const OutputColumn& column : select.columns) {
    const Collated made = collation_of(*column.value, env_);
    select.query->output.push_back({column.name, column.value->type, {}, read_as_column(made)});
  }
}

Analyzer::Exprs Analyzer::with_clause(const Node& with) {
  Exprs out;
  if (!with) return out;
  const bool recursive = with.boolean("recursive");
  for (const Node item : with.list("ctes")) {
    const Identifier name(item.str("ctename"));
    const std::vector<Identifier> names = names_of(item.list("aliascolnames"));
    std::string materialized;
    const std::string_view hint = item.str("ctematerialized");
    if (hint == "CTEMaterializeAlways") materialized = " materialized";
    if (hint == "CTEMaterializeNever") materialized = " not materialized";
    const Node body = item.child("ctequery");
    if (!body.is("SelectStmt")) {
      failed_ = true;
      continue;
    }
    Query* const owner = current_;
    const auto define = [&](const std::vector<ColumnInfo>& columns, bool known) {
      CommonTable table;
      table.name = name;
      table.depth = owner->depth;
      table.columns = columns;
      table.known = known;
      for (size_t i = 0; i < names.size() && i < table.columns.size(); ++i) {
        table.columns[i].name = names[i];
      }
      for (CommonTable& present : owner->common_tables) {
        if (present.name == name) {
          present = std::move(table);
          return;
        }
      }
      owner->common_tables.push_back(std::move(table));
    };
    if (recursive && is_set_operation(body)) {
      // Its own columns are those of the part that is not recursive. That part is analysed once
      // more below: what it refers to stays, its tree is thrown away.
      const Select first = select(body.child("larg"), owner);
      if (first.query != nullptr) define(first.query->output, true);
    }
    Select result = select(body, owner);
    if (result.root == nullptr) {
      failed_ = true;
      continue;
    }
    std::vector<ColumnInfo> columns = result.query->output;
    for (size_t i = 0; i < names.size() && i < columns.size(); ++i) columns[i].name = names[i];
    Exprs parts{result.root};
    search_and_cycle(item, columns, parts);
    define(columns, true);
    out.push_back(tree_.other("with " + quote(name) + materialized, std::move(parts)));
  }
  return out;
}

const CommonTable* Analyzer::find_common_table(Identifier name) {
  for (Query* level = current_; level != nullptr; level = level->parent) {
    for (const CommonTable& table : level->common_tables) {
      if (table.name == name) return &table;
    }
  }
  return nullptr;
}

void Analyzer::add_item(RangeTable* range, const Node& alias, Identifier name, Identifier schema) {
  NamespaceItem item;
  item.range = range;
  item.name = name;
  item.schema = schema;
  if (alias) {
    item.name = Identifier(alias.str("aliasname"));
    item.schema = Identifier();
    const std::vector<Identifier> names = names_of(alias.list("colnames"));
    if (!names.empty()) {
      if (names.size() > range->columns.size()) {
        failed_ = true;
      } else if (range->relation.known()) {
        item.explicit_columns = true;
        for (size_t i = 0; i < range->columns.size(); ++i) {
          const Identifier column_name = i < names.size() ? names[i] : range->columns[i].name;
          item.columns.push_back({column_name, passed_on(range, i)});
        }
      } else {
        for (size_t i = 0; i < names.size(); ++i) range->columns[i].name = names[i];
      }
    }
  }
  current_->items.push_back(std::move(item));
}

Expr* Analyzer::from_relation(const Node& node) {
  const Identifier schema(node.str("schemaname"));
  const Identifier name(node.str("relname"));
  const Node alias = node.child("alias");
  if (schema.empty()) {
    if (const CommonTable* table = find_common_table(name)) {
      RangeTable* range = tree_.make_range(current_);
      range->columns = table->columns;
      const int up = current_->depth - table->depth;
      add_item(range, alias, name, {});
      return tree_.other("common " + std::to_string(up) + " " + quote(name), {});
    }
  }
  const ObjectId found = env_.find_relation(schema, name, path_);
  if (!found.known()) {
    for (const ObjectId& used : env_.find_identity_sequence(schema, name, path_)) refer(used);
    RangeTable* range = tree_.make_range(current_);
    add_item(range, {}, alias ? Identifier(alias.str("aliasname")) : name, {});
    return fail_unknown(UnknownName::What::relation, {schema, name}, node);
  }
  refer(found);
  RangeTable* range = relation_range(current_, found);
  add_item(range, alias, found.name, found.schema);
  // `inh` is left out of the tree when it is false.
  return tree_.other((node.boolean("inh") ? "table " : "only ") + env_.relation_called(found), {});
}

Expr* Analyzer::from_subselect(const Node& node) {
  const bool lateral = node.boolean("lateral");
  const bool before = current_->hidden;
  current_->hidden = before || !lateral;
  const Select inner = select(node.child("subquery"), current_);
  current_->hidden = before;
  if (inner.root == nullptr) return fail();
  RangeTable* range = tree_.make_range(current_);
  range->columns = inner.query->output;
  add_item(range, node.child("alias"), {}, {});
  if (!node.has("alias")) {
    current_->items.back().relation_visible = false;
  }
  return tree_.other(lateral ? "lateral" : "from query", {inner.root});
}

Expr* Analyzer::from_join(const Node& node) {
  const size_t first = current_->items.size();
  Expr* left = from_item(node.child("larg"));
  const size_t middle = current_->items.size();
  Expr* right = from_item(node.child("rarg"));
  const size_t end = current_->items.size();
  const std::string_view kind = node.str("jointype");
  std::string word = "inner";
  if (kind == "JOIN_LEFT") word = "left";
  if (kind == "JOIN_RIGHT") word = "right";
  if (kind == "JOIN_FULL") word = "full";
  // The visible columns of either side, in order.
  const auto columns_of = [&](size_t from, size_t to) {
    std::vector<NamespaceColumn> out;
    for (size_t i = from; i < to; ++i) {
      const NamespaceItem& item = current_->items[i];
      if (!item.columns_visible) continue;
      for (size_t c = 0; c < item_size(item); ++c) {
        out.push_back({item_column_name(item, c), nullptr});
      }
    }
    return out;
  };
  const auto value_at = [&](size_t from, size_t to, size_t index) -> Expr* {
    for (size_t i = from; i < to; ++i) {
      const NamespaceItem& item = current_->items[i];
      if (!item.columns_visible) continue;
      if (index < item_size(item)) {
        return item.explicit_columns ? item.columns[index].value : passed_on(item.range, index);
      }
      index -= item_size(item);
    }
    return fail();
  };
  std::vector<NamespaceColumn> lefts = columns_of(first, middle);
  std::vector<NamespaceColumn> rights = columns_of(middle, end);
  std::vector<Identifier> shared = names_of(node.list("usingClause"));
  if (node.boolean("isNatural")) {
    for (const NamespaceColumn& column : lefts) {
      for (const NamespaceColumn& other : rights) {
        if (column.name == other.name) shared.push_back(column.name);
      }
    }
  }
  Exprs parts{left, right};
  std::vector<NamespaceColumn> merged;
  std::vector<bool> left_used(lefts.size(), false);
  std::vector<bool> right_used(rights.size(), false);
  const bool by_name = node.boolean("isNatural") || !node.list("usingClause").empty();
  if (by_name) {
    Expr* using_ = tree_.other("using", {});
    for (const Identifier name : shared) {
      size_t l = lefts.size();
      size_t r = rights.size();
      for (size_t i = 0; i < lefts.size(); ++i) {
        if (lefts[i].name == name) l = i;
      }
      for (size_t i = 0; i < rights.size(); ++i) {
        if (rights[i].name == name) r = i;
      }
      if (l == lefts.size() || r == rights.size()) return fail();
      left_used[l] = true;
      right_used[r] = true;
      Expr* a = value_at(first, middle, l);
      Expr* b = value_at(middle, end, r);
      use(*a);
      use(*b);
      using_->args.push_back(op({}, Identifier("="), a, b));
      Exprs both{a, b};
      const TypeId type = common_of(both);
      if (type == kNone) return fail();
      to_common(both, type);
      Expr* value = both[0];
      if (word == "right") value = both[1];
      if (word == "full") {
        value = tree_.other("coalesce", both, common_modified(both, type));
      } else if (word == "inner" && both[0]->tag != Tag::column && both[1]->tag == Tag::column) {
        value = both[1];
      }
      merged.push_back({name, value});
    }
    parts.push_back(using_);
  }
  for (size_t i = 0; i < lefts.size(); ++i) {
    if (!left_used[i]) merged.push_back({lefts[i].name, value_at(first, middle, i)});
  }
  for (size_t i = 0; i < rights.size(); ++i) {
    if (!right_used[i]) merged.push_back({rights[i].name, value_at(middle, end, i)});
  }
  const Node alias = node.child("alias");
  const Node using_alias = node.child("join_using_alias");
  if (using_alias && !alias) {
    // A name for the columns of USING, beside those of both sides.
    NamespaceItem item;
    item.explicit_columns = true;
    item.name = Identifier(using_alias.str("aliasname"));
    item.columns.assign(merged.begin(), merged.begin() + static_cast<int64_t>(shared.size()));
    item.columns_visible = false;
    current_->items.push_back(std::move(item));
  }
  // ON sees both sides as they are: of the items, only those of this join.
  if (const Node quals = node.child("quals")) {
    std::vector<NamespaceItem> outside(current_->items.begin(),
                                       current_->items.begin() + static_cast<int64_t>(first));
    std::vector<NamespaceItem> inside(current_->items.begin() + static_cast<int64_t>(first),
                                      current_->items.end());
    current_->items = inside;
    parts.push_back(tree_.other("on", {condition(quals)}));
    current_->items = std::move(outside);
    current_->items.insert(current_->items.end(), inside.begin(), inside.end());
  }
  if (by_name || alias) {
    for (size_t i = first; i < end; ++i) {
      current_->items[i].columns_visible = false;
      if (alias) current_->items[i].relation_visible = false;
    }
    NamespaceItem item;
    item.explicit_columns = true;
    item.columns = std::move(merged);
    item.relation_visible = static_cast<bool>(alias);
    if (alias) {
      item.name = Identifier(alias.str("aliasname"));
      const std::vector<Identifier> names = names_of(alias.list("colnames"));
      for (size_t i = 0; i < names.size() && i < item.columns.size(); ++i) {
        item.columns[i].name = names[i];
      }
    }
    current_->items.push_back(std::move(item));
  }
  return tree_.other("join " + word, std::move(parts));
}

Expr* Analyzer::from_item(const Node& node) {
  if (node.is("RangeVar")) return from_relation(node);
  if (node.is("JoinExpr")) return from_join(node);
  if (node.is("RangeSubselect")) return from_subselect(node);
  if (node.is("RangeFunction")) return from_function(node);
  if (node.is("RangeTableFunc")) return from_xml_table(node);
  if (node.is("RangeTableSample")) return from_sample(node);
  return fail();
}

void Analyzer::expand_star(const Node& column_ref, std::vector<OutputColumn>& out) {
  std::vector<Identifier> names;
  for (const Node part : column_ref.list("fields")) {
    if (!part.is("A_Star")) names.emplace_back(part.sval());
  }
  const auto expand = [&](const NamespaceItem& item) {
    for (size_t i = 0; i < item_size(item); ++i) {
      const Identifier name = item_column_name(item, i);
      out.push_back({name, item_column(item, i)});
    }
  };
  if (names.empty()) {
    for (const NamespaceItem& item : current_->items) {
      if (item.columns_visible) expand(item);
    }
    return;
  }
  const NamespaceItem* item = names.size() == 1   ? find_item({}, names[0])
                              : names.size() == 2 ? find_item(names[0], names[1])
                                                  : nullptr;
  if (item == nullptr) {
    fail();
    return;
  }
  expand(*item);
}

std::vector<OutputColumn> Analyzer::targets(const NodeList& list) {
  std::vector<OutputColumn> out;
  for (const Node target : list) {
    const Node value = target.child("val");
    if (value.is("ColumnRef") && value.list("fields").back().is("A_Star")) {
      expand_star(value, out);
      continue;
    }
    if (value.is("A_Indirection") && value.list("indirection").back().is("A_Star")) {
      // (row).*: a field of it for each column.
      const NodeList steps = value.list("indirection");
      Expr* row = steps.size() == 1 ? expr(value.child("arg")) : fail();
      const std::vector<ColumnInfo> columns = env_.row_columns(row->type.id);
      if (columns.empty()) fail();
      for (const ColumnInfo& info : columns) out.push_back({info.name, field(row, info.name)});
      continue;
    }
    Expr* made = expr(value);
    Identifier name(target.str("name"));
    if (!target.has("name")) {
      Figure strength = Figure::none;
      name = figure_name(value, strength);
      if (name.empty()) name = Identifier("?column?");
    }
    out.push_back({name, made});
  }
  return out;
}

// An item of GROUP BY, ORDER BY or DISTINCT ON: a number, an output name, or an expression.
Expr* Analyzer::sort_key(const Node& node, const std::vector<OutputColumn>& targets,
                         bool grouping) {
  if (!targets.empty() && node.is("A_Const")) {
    if (!node.has("ival")) return fail();
    const int64_t number = node.child("ival").integer("ival");
    if (number < 1 || number > static_cast<int64_t>(targets.size())) return fail();
    return targets[static_cast<size_t>(number - 1)].value;
  }
  const NodeList fields = node.list("fields");
  if (!targets.empty() && node.is("ColumnRef") && fields.size() == 1 &&
      fields.front().is("String")) {
    const Identifier name(fields.front().sval());
    bool look = true;
    if (grouping) {
      // GROUP BY prefers a column of FROM, of this level only.
      for (const NamespaceItem& item : current_->items) {
        if (!item.columns_visible) continue;
        for (size_t i = 0; i < item_size(item); ++i) {
          look = look && item_column_name(item, i) != name;
        }
      }
    }
    if (look) {
      Expr* found = nullptr;
      for (const OutputColumn& target : targets) {
        if (target.name != name) continue;
        if (found != nullptr && found != target.value) {
          std::string a;
          std::string b;
          print_canonical(*found, env_, current_->depth, a);
          print_canonical(*target.value, env_, current_->depth, b);
          if (a != b) return fail();
        }
        found = target.value;
      }
      if (found != nullptr) return found;
    }
  }
  return known(expr(node));
}

Expr* Analyzer::sort_item(const Node& sort_by, Expr* value) {
  const std::string_view direction = sort_by.str("sortby_dir");
  const std::string_view nulls = sort_by.str("sortby_nulls");
  if (direction == "SORTBY_USING") return sort_by_operator(sort_by, value);
  const bool descending = direction == "SORTBY_DESC";
  const bool nulls_first =
      nulls == "SORTBY_NULLS_FIRST" || (nulls != "SORTBY_NULLS_LAST" && descending);
  return tree_.other(
      std::string(descending ? "desc" : "asc") + (nulls_first ? " nulls first" : " nulls last"),
      {value});
}

Expr* Analyzer::sort_list(const NodeList& list, const std::vector<OutputColumn>& targets,
                          const char* head) {
  Expr* made = tree_.other(head, {});
  for (const Node item : list) {
    Expr* sorted = sort_item(item, sort_key(item.child("node"), targets, false));
    // What is sorted by already is not stored again, in whatever direction.
    const bool again = std::any_of(made->args.begin(), made->args.end(), [&](const Expr* present) {
      const bool usual = !present->head.starts_with("using") && !sorted->head.starts_with("using");
      return usual && same(*present->args[0], *sorted->args[0]);
    });
    if (!again || failed_) made->args.push_back(sorted);
  }
  return made;
}

bool Analyzer::same(const Expr& a, const Expr& b) {
  if (&a == &b) return true;
  std::string first;
  std::string second;
  print_canonical(a, env_, current_->depth, first);
  print_canonical(b, env_, current_->depth, second);
  return first == second;
}

// ORDER BY x USING <: of the type's own order it is ASC or DESC.
Expr* Analyzer::sort_by_operator(const Node& sort_by, Expr* value) {
  const TypeId type = value->type.id;
  if (type == kNone) return fail();
  Identifier schema;
  Identifier name;
  read_operator_name(sort_by.list("useOp"), schema, name);
  const ResolvedOperator found = rules_.find_operator(schema, name, type, type, path_);
  static const Identifier kPgCatalog("pg_catalog");
  if (found.op == nullptr || found.op->schema != kPgCatalog) return fail();
  const std::string& text = name.str();
  const bool descending = text == ">" || text == "~>~" || text == "*>";
  if (!descending && text != "<" && text != "~<~" && text != "*<") return fail();
  const std::string_view nulls = sort_by.str("sortby_nulls");
  const bool nulls_first =
      nulls == "SORTBY_NULLS_FIRST" || (nulls != "SORTBY_NULLS_LAST" && descending);
  std::string head = descending ? "desc" : "asc";
  // The row types' other order has the same operands.
  if (text.size() > 1) {
    head = "using " + text + "(" + env_.info(found.op->left).sql + "," +
           env_.info(found.op->right).sql + ")";
  }
  return tree_.other(head + (nulls_first ? " nulls first" : " nulls last"), {value});
}

// A query grouped by a table's primary key may show its other columns: it needs the constraint.
void Analyzer::refer_to_grouped_keys(const Exprs& keys) {
  for (const RangeTable* range : current_->ranges) {
    if (range->relation.kind != Kind::table) continue;
    const Constraint* primary_key = env_.primary_key(range->relation);
    if (primary_key == nullptr) continue;
    bool all = true;
    for (const Identifier name : primary_key->columns) {
      all = all && std::any_of(keys.begin(), keys.end(), [&](const Expr* key) {
              return key->tag == Tag::column && key->range == range &&
                     range->columns[static_cast<size_t>(key->column)].name == name;
            });
    }
    if (all) refer(primary_key->id);
  }
}

// flatten_grouping_sets(): lists in lists, and what groups by nothing beside what groups.
void Analyzer::group_items(const NodeList& list, const std::vector<OutputColumn>& targets,
                           Exprs& out) {
  for (const Node item : list) {
    if (item.is("GroupingSet") && item.str("kind") == "GROUPING_SET_EMPTY") continue;
    if (is_row_of_group(item)) {
      group_items(item.list("args"), targets, out);
      continue;
    }
    Expr* made = group_item(item, targets);
    const bool again = !item.is("GroupingSet") &&
                       std::any_of(out.begin(), out.end(),
                                   [&](const Expr* present) { return same(*present, *made); });
    if (!again) out.push_back(made);
  }
}

bool Analyzer::is_row_of_group(const Node& node) {
  return node.is("RowExpr") && node.str("row_format") == "COERCE_IMPLICIT_CAST";
}

Expr* Analyzer::group_item(const Node& node, const std::vector<OutputColumn>& targets) {
  if (node.is("GroupingSet")) {
    Expr* made = tree_.other("grouping " + node.string("kind"), {});
    for (const Node item : node.list("content")) {
      Expr* each = group_item(item, targets);
      if (item.is("GroupingSet") && item.str("kind") == "GROUPING_SET_SETS" &&
          node.str("kind") == "GROUPING_SET_SETS") {
        made->args.insert(made->args.end(), each->args.begin(), each->args.end());
      } else {
        made->args.push_back(each);
      }
    }
    return made;
  }
  if (is_row_of_group(node)) {
    Expr* made = tree_.other("group row", {});
    for (const Node item : node.list("args")) made->args.push_back(group_item(item, targets));
    return made;
  }
  return sort_key(node, targets, true);
}

Expr* Analyzer::limit(const Node& node) {
  return coerce(expr(node), {kInt8, ""}, CoercionContext::implicit);
}

// LIMIT, OFFSET and FOR UPDATE. ORDER BY came before.
void Analyzer::tail_clauses(const Node& node, Exprs& parts) {
  if (const Node count = node.child("limitCount")) {
    const bool ties = node.str("limitOption") == "LIMIT_OPTION_WITH_TIES";
    parts.push_back(tree_.other(ties ? "limit with ties" : "limit", {limit(count)}));
  }
  if (const Node offset = node.child("limitOffset")) {
    parts.push_back(tree_.other("offset", {limit(offset)}));
  }
  for (const Node locking : node.list("lockingClause")) {
    std::string head = "lock " + locking.string("strength") + " " + locking.string("waitPolicy");
    for (const Node relation : locking.list("lockedRels")) {
      const NamespaceItem* item = find_item({}, Identifier(relation.str("relname")));
      if (item == nullptr || item->range == nullptr) {
        fail();
        continue;
      }
      head += " " + std::to_string(item->range->index);
    }
    if (locking.list("lockedRels").empty()) {
      for (const NamespaceItem& item : current_->items) {
        if (item.range != nullptr) head += " " + std::to_string(item.range->index);
      }
    }
    parts.push_back(tree_.other(std::move(head), {}));
  }
}

Analyzer::Select Analyzer::simple_select(const Node& node, Query* parent) {
  Query* const before = current_;
  const std::vector<std::pair<Identifier, Node>> windows_before = std::move(windows_);
  windows_.clear();
  Query* made = tree_.make_query(parent);
  current_ = made;
  Exprs parts = with_clause(node.child("withClause"));
  if (node.has("intoClause")) fail();
  Expr* from = tree_.other("from", {});
  for (const Node item : node.list("fromClause")) from->args.push_back(from_item(item));
  for (const Node definition : node.list("windowClause")) {
    windows_.emplace_back(Identifier(definition.str("name")), definition);
  }
  Select out;
  out.query = made;
  out.columns = targets(node.list("targetList"));
  Expr* list = tree_.other("targets", {});
  for (OutputColumn& column : out.columns) {
    // A node of its own, so that an unknown literal can be given its type in place later.
    if (column.value->tag == Tag::constant) {
      Expr* copy = tree_.make(Tag::other);
      *copy = *column.value;
      column.value = copy;
    }
    list->args.push_back(column.value);
  }
  parts.push_back(list);
  parts.push_back(from);
  if (const Node where = node.child("whereClause")) {
    parts.push_back(tree_.other("where", {condition(where)}));
  }
  // ORDER BY 1 and the like need the literals' types; a leaf of a set operation has no such clause.
  const bool needs_types = !node.list("sortClause").empty() || !node.list("groupClause").empty() ||
                           !node.list("distinctClause").empty();
  if (needs_types) finish_unknowns(out);
  if (!node.list("groupClause").empty()) {
    Expr* group = tree_.other(node.boolean("groupDistinct") ? "group distinct" : "group by", {});
    group_items(node.list("groupClause"), out.columns, group->args);
    if (group->args.empty()) group->args.push_back(tree_.other("grouping nothing", {}));
    refer_to_grouped_keys(group->args);
    parts.push_back(group);
  }
  if (const Node having = node.child("havingClause")) {
    parts.push_back(tree_.other("having", {condition(having)}));
  }
  const NodeList distinct = node.list("distinctClause");
  if (!distinct.empty()) {
    Expr* clause = tree_.other("distinct", {});
    for (const Node item : distinct) {
      if (item.tag().empty()) continue;
      clause->head = "distinct on";
      clause->args.push_back(sort_key(item, out.columns, false));
    }
    parts.push_back(clause);
  }
  if (!node.list("sortClause").empty()) {
    parts.push_back(sort_list(node.list("sortClause"), out.columns, "order by"));
  }
  tail_clauses(node, parts);
  Expr* root = tree_.make(Tag::query);
  root->head = "select";
  root->query = made;
  root->args = std::move(parts);
  out.root = root;
  current_ = before;
  windows_ = windows_before;
  return out;
}

Analyzer::Select Analyzer::values(const Node& node, Query* parent) {
  Query* const before = current_;
  Query* made = tree_.make_query(parent);
  current_ = made;
  Exprs parts = with_clause(node.child("withClause"));
  std::vector<Exprs> rows;
  for (const Node row : node.list("valuesLists")) rows.push_back(exprs(row.list("items")));
  Select out;
  out.query = made;
  const size_t width = rows.empty() ? 0 : rows[0].size();
  for (size_t c = 0; c < width; ++c) {
    Exprs column;
    for (const Exprs& row : rows) column.push_back(c < row.size() ? row[c] : fail());
    Collated made;
    const TypeId type = common_of(column);
    ModifiedType modified;
    if (type == kNone) {
      fail();
    } else {
      to_common(column, type);
      modified = common_modified(column, type);
      for (size_t r = 0; r < rows.size(); ++r) {
        if (c < rows[r].size()) rows[r][c] = column[r];
        made = merged(made, collation_of(*column[r], env_));
      }
    }
    Expr* output = tree_.other("output " + std::to_string(c), {}, modified);
    output->collated = read_as_column(made);
    out.columns.push_back({Identifier("column" + std::to_string(c + 1)), output});
  }
  for (const Exprs& row : rows) parts.push_back(tree_.other("values", row));
  if (!node.list("sortClause").empty()) {
    parts.push_back(sort_list(node.list("sortClause"), out.columns, "order by"));
  }
  tail_clauses(node, parts);
  Expr* root = tree_.make(Tag::query);
  root->head = "rows";
  root->query = made;
  root->args = std::move(parts);
  out.root = root;
  current_ = before;
  return out;
}

// The common types of both sides' columns; literals of unknown type become what the column is.
Analyzer::Select Analyzer::combine(const Node& node, const Select& left, const Select& right,
                                   Query* top) {
  Select out;
  if (left.root == nullptr || right.root == nullptr ||
      left.columns.size() != right.columns.size()) {
    failed_ = true;
    return out;
  }
  const std::string_view op = node.str("op");
  std::string head = op == "SETOP_UNION"       ? "union"
                     : op == "SETOP_INTERSECT" ? "intersect"
                                               : "except";
  if (node.boolean("all")) head += " all";
  head += "(";
  for (size_t i = 0; i < left.columns.size(); ++i) {
    Expr* a = left.columns[i].value;
    Expr* b = right.columns[i].value;
    const TypeId type = common_of({a, b});
    if (type == kNone) failed_ = true;
    for (Expr* each : {a, b}) {
      if (each->type.id != kUnknown || type == kNone) continue;
      Expr* copy = tree_.make(Tag::other);
      *copy = *each;
      *each = *coerce_type(copy, {type, ""}, CoercionContext::implicit);
    }
    const ModifiedType modified = common_modified({a, b}, type);
    head += env_.sql(modified) + ",";
    Expr* output = tree_.other("output " + std::to_string(i), {}, modified);
    output->collated = read_as_column(merged(collation_of(*a, env_), collation_of(*b, env_)));
    out.columns.push_back({left.columns[i].name, output});
  }
  head += ")";
  out.query = top;
  out.root = tree_.other(std::move(head), {left.root, right.root});
  return out;
}

Analyzer::Select Analyzer::set_operation_tree(const Node& node, Query* top) {
  if (!is_set_operation(node) || has_tail(node)) return select(node, top, true);
  const Select left = set_operation_tree(node.child("larg"), top);
  const Select right = set_operation_tree(node.child("rarg"), top);
  return combine(node, left, right, top);
}

Analyzer::Select Analyzer::set_operation(const Node& node, Query* parent) {
  Query* const before = current_;
  Query* made = tree_.make_query(parent);
  current_ = made;
  Exprs parts = with_clause(node.child("withClause"));
  const Select left = set_operation_tree(node.child("larg"), made);
  const Select right = set_operation_tree(node.child("rarg"), made);
  Select out = combine(node, left, right, made);
  if (out.root != nullptr) {
    parts.push_back(out.root);
    if (!node.list("sortClause").empty()) {
      parts.push_back(sort_list(node.list("sortClause"), out.columns, "order by"));
    }
    tail_clauses(node, parts);
    Expr* root = tree_.make(Tag::query);
    root->head = "set operation";
    root->query = made;
    root->args = std::move(parts);
    out.root = root;
  }
  current_ = before;
  return out;
}

}  // namespace schemadiff
