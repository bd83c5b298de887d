#include "parser/statements/index_parts.h"

#include <fmt/format.h>

#include <algorithm>

#include "parser/catalog_assembly.h"

namespace schemadiff {
namespace {

// FigureColnameInternal(): the name and how sure it is of it (2: sure, 1: a guess, 0: none).
int figure_name(const Node& node, std::string& name) {
  const std::string_view tag = node.tag();
  const auto last_name = [&](const NodeList& list) {
    for (const Node item : list) {
      if (item.is("String")) name = item.sval();
    }
  };
  const auto sure = [&](const char* text) {
    name = text;
    return 2;
  };
  if (tag == "ColumnRef") {
    std::string found;
    for (const Node field : node.list("fields")) {
      if (field.is("String")) found = field.sval();
    }
    if (found.empty()) return 0;
    name = found;
    return 2;
  }
  if (tag == "A_Indirection") {
    std::string found;
    for (const Node item : node.list("indirection")) {
      if (item.is("String")) found = item.sval();
    }
    if (!found.empty()) {
      name = found;
      return 2;
    }
    return figure_name(node.child("arg"), name);
  }
  if (tag == "FuncCall") {
    last_name(node.list("funcname"));
    return 2;
  }
  if (tag == "A_Expr") return node.str("kind") == "AEXPR_NULLIF" ? sure("nullif") : 0;
  if (tag == "TypeCast") {
    const int strength = figure_name(node.child("arg"), name);
    if (strength > 1) return strength;
    last_name(node.child("typeName").list("names"));
    return 1;
  }
  if (tag == "CollateClause") return figure_name(node.child("arg"), name);
  if (tag == "GroupingFunc") return sure("grouping");
  if (tag == "CaseExpr") {
    const int strength = figure_name(node.child("defresult"), name);
    if (strength > 1) return strength;
    name = "case";
    return 1;
  }
  if (tag == "A_ArrayExpr") return sure("array");
  if (tag == "RowExpr") return sure("row");
  if (tag == "CoalesceExpr") return sure("coalesce");
  if (tag == "MinMaxExpr") return sure(node.str("op") == "IS_LEAST" ? "least" : "greatest");
  if (tag == "XmlSerialize") return sure("xmlserialize");
  if (tag == "SQLValueFunction") {
    // SVFOP_CURRENT_TIMESTAMP_N -> current_timestamp
    std::string op = node.string("op");
    if (op.starts_with("SVFOP_")) op.erase(0, 6);
    if (op.ends_with("_N")) op.erase(op.size() - 2);
    for (char& c : op) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    name = op;
    return 2;
  }
  return 0;
}

// The source text of the expression that begins at token `first` of a list's element: what is in
// its parentheses, or a call.
SqlExpression list_expression(const StatementContext& ctx, size_t first) {
  if (ctx.token_is(first, "(")) return ctx.expression_of_tokens(first + 1, ctx.closing(first));
  // A call: schema.name(…), or one of the grammar's own that have no parentheses.
  size_t last = first + 1;
  while (ctx.token_is(last, ".")) last += 2;
  if (ctx.token_is(last, "(")) last = ctx.closing(last) + 1;
  return ctx.expression_of_tokens(first, last);
}

// What stands before a COLLATE that is inside of the parentheses that open at `first`.
SqlExpression before_collate(const StatementContext& ctx, size_t first, const Node& collate) {
  const size_t word = ctx.token_at(collate.location());
  while (ctx.token_is(first, "(") && ctx.closing(first) > word) ++first;
  return ctx.expression_of_tokens(first, word);
}

// The column that an expression is nothing but; empty: it is more, or the whole row.
Identifier only_column(StatementContext& ctx, const ObjectId& relation, const Node& expression,
                       const ColumnLookup& column) {
  if (expression.is("TypeCast")) {
    const Identifier name = only_column(ctx, relation, expression.child("arg"), column);
    const Column* found = name.empty() ? nullptr : column(name);
    const bool same =
        found != nullptr && ctx.type(expression.child("typeName")).type == found->type;
    return same ? name : Identifier();
  }
  if (!expression.is("ColumnRef")) return {};
  const NodeList fields = expression.list("fields");
  for (const Node field : fields) {
    if (!field.is("String")) return {};
  }
  const Identifier name = fields.back().sval();
  if (fields.size() > 1) {
    return fields[fields.size() - 2].sval() == relation.name.str() ? name : Identifier();
  }
  return name == relation.name && column(name) == nullptr ? Identifier() : name;
}

}  // namespace

bool check_column(StatementContext& ctx, const ObjectId& relation, Identifier name, int location) {
  if (relation.kind != Kind::table || ctx.has_column(relation, name)) return true;
  std::string hint;
  if (ctx.last_try()) {
    std::vector<std::string> candidates;
    for (const Identifier column : ctx.assembly().columns(relation)) {
      candidates.push_back(column.str());
    }
    const std::string closest = closest_name(name.str(), candidates);
    if (!closest.empty()) hint = fmt::format("did you mean {}?", quote_identifier(closest));
  }
  ctx.missing(location, fmt::format("{} has no column {}", describe(relation), quote(name)), hint);
  return false;
}

size_t element_end(const StatementContext& ctx, size_t first) {
  return ctx.find_at_depth(first, {","});
}

ElementSubject element_subject(StatementContext& ctx, const ObjectId& relation, const Node& element,
                               size_t first, const ColumnLookup& column) {
  ElementSubject subject;
  subject.collation = element.list("collation");
  subject.column = element.str("name");
  if (subject.column.empty()) {
    Node expression = element.child("expr");
    subject.expression = list_expression(ctx, first);
    while (expression.is("CollateClause")) {
      if (subject.collation.empty()) subject.collation = expression.list("collname");
      subject.expression = before_collate(ctx, first, expression);
      expression = expression.child("arg");
    }
    subject.column = only_column(ctx, relation, expression, column);
    if (!subject.column.empty()) subject.expression = {};
  }
  if (!subject.column.empty()) subject.found = column(subject.column);
  return subject;
}

QualifiedName element_collation(StatementContext& ctx, const NodeList& names, int location) {
  if (names.empty()) return {};
  const auto found = ctx.names.collation(names, ctx.path);
  if (!found) {
    ctx.missing(location, fmt::format("collation {} does not exist", dotted(names)));
    return {};
  }
  return *found;
}

// One that the state declares; as written when nobody has it. Empty: the default of the type.
QualifiedName own_operator_class(StatementContext& ctx, const std::vector<Identifier>& schemas,
                                 const NodeList& names, Identifier method, const Column* column,
                                 bool with_options) {
  const Identifier name = identifiers(names).back();
  for (const Identifier schema : schemas) {
    const ObjectId id = object_id(Kind::operator_class, schema, name, method);
    const OperatorClass* found = ctx.catalog.find<OperatorClass>(id);
    if (found == nullptr) continue;
    const bool usual = !with_options && found->is_default && column != nullptr &&
                       column->type.sql == found->type.sql;
    return usual ? QualifiedName() : QualifiedName{schema, name};
  }
  return ctx.operator_class(names, method);
}

QualifiedName element_operator_class(StatementContext& ctx, const NodeList& names,
                                     Identifier method, const Column* column, bool with_options) {
  if (names.empty()) return {};
  const std::vector<Identifier> parts = identifiers(names);
  const Identifier name = parts.back();
  const SystemCatalog& system = ctx.names.system();
  std::vector<Identifier> schemas;
  if (parts.size() > 1) {
    schemas = {parts[parts.size() - 2]};
  } else {
    schemas = ctx.path.schemas();
    schemas.insert(schemas.begin(), Identifier("pg_catalog"));
  }
  const SystemOperatorClass* found = nullptr;
  for (const Identifier schema : schemas) {
    for (const SystemOperatorClass& candidate : system.operator_classes) {
      const bool fits = candidate.name == name && candidate.schema == schema &&
                        candidate.method == method && !candidate.of_user;
      if (fits && found == nullptr) found = &candidate;
    }
  }
  if (found == nullptr)
    return own_operator_class(ctx, schemas, names, method, column, with_options);
  if (found->is_default && !with_options) {
    // The default of its own type, and of types that have none of their own (varchar's is text's).
    Oid type = 0;
    if (column != nullptr && !column->type.object.known()) {
      std::string sql = column->type.sql;
      const size_t open = sql.find('(');
      const size_t close = sql.find(')');
      if (open != std::string::npos && close != std::string::npos)
        sql.erase(open, close + 1 - open);
      for (const SystemType& candidate : system.types) {
        if (candidate.sql == sql) type = candidate.oid;
      }
    }
    const bool other_default = std::any_of(
        system.operator_classes.begin(), system.operator_classes.end(),
        [&](const SystemOperatorClass& candidate) {
          return candidate.is_default && candidate.method == method && candidate.input == type;
        });
    if (found->input == type || !other_default) return {};
  }
  return {found->schema, found->name};
}

bool read_index_elements(StatementContext& ctx, const ObjectId& relation, const NodeList& nodes,
                         size_t open, Identifier method, std::vector<IndexElement>& out) {
  bool good = true;
  size_t token = open + 1;
  for (const Node node : nodes) {
    IndexElement element;
    const int location = static_cast<int>(ctx.tokens()[token].begin);
    ElementSubject subject = element_subject(ctx, relation, node, token, [&](Identifier name) {
      return ctx.assembly().column(relation, name);
    });
    element.column = subject.column;
    element.expression = std::move(subject.expression);
    const Column* column = subject.found;
    if (!element.column.empty()) {
      good = check_column(ctx, relation, element.column, location) && good;
    }
    element.collation = element_collation(ctx, subject.collation, location);
    element.operator_class_options = storage_options(node.list("opclassopts"));
    element.operator_class = element_operator_class(ctx, node.list("opclass"), method, column,
                                                    !element.operator_class_options.empty());
    element.descending = node.str("ordering") == "SORTBY_DESC";
    const std::string_view nulls = node.str("nulls_ordering");
    element.nulls_first =
        nulls == "SORTBY_NULLS_FIRST" || (nulls != "SORTBY_NULLS_LAST" && element.descending);
    out.push_back(std::move(element));
    token = element_end(ctx, token) + 1;
  }
  return good;
}

std::string index_column_name(const Node& expression) {
  std::string name;
  return figure_name(expression, name) > 0 && !name.empty() ? name : "expr";
}

std::string index_name_addition(const std::vector<std::string>& names) {
  std::string out;
  std::vector<std::string> used;
  for (const std::string& name : names) {
    std::string unique = name;
    for (int i = 1; std::find(used.begin(), used.end(), unique) != used.end(); ++i) {
      const std::string number = std::to_string(i);
      std::string head = name;
      while (head.size() + number.size() > kMaxIdentifierBytes) {
        head.pop_back();
        while (!head.empty() && (static_cast<unsigned char>(head.back()) & 0xc0) == 0x80) {
          head.pop_back();
        }
      }
      unique = head + number;
    }
    used.push_back(unique);
    if (!out.empty()) out += "_";
    out += unique;
    if (out.size() > kMaxIdentifierBytes) break;
  }
  return out;
}

}  // namespace schemadiff
