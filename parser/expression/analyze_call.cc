// Operators, functions and casts.
#include <algorithm>

#include "engine/base/text.h"
#include "parser/expression/analyzer.h"

namespace schemadiff {

using namespace type_id;

namespace {

bool is_integer(TypeId type) { return type == kInt2 || type == kInt4 || type == kInt8; }
bool is_text_like(TypeId type) { return type == kText || type == kVarchar; }

// 'public."Seq"': names as SQL writes them, folded to lower case unless quoted.
std::vector<std::string> parts_of_name(const std::string& text) {
  std::vector<std::string> parts(1);
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') {
      for (++i; i < text.size(); ++i) {
        if (text[i] == '"') {
          if (i + 1 >= text.size() || text[i + 1] != '"') break;
          ++i;
        }
        parts.back() += text[i];
      }
    } else if (text[i] == '.') {
      parts.emplace_back();
    } else if (text[i] != ' ') {
      parts.back() += text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + 32) : text[i];
    }
  }
  return parts;
}

// The object of the state that a literal of one of the types for names of text search stands for.
ObjectId text_search_object(const Catalog& catalog, std::string_view type,
                            const std::string& literal, const std::vector<Identifier>& path) {
  const bool configuration = type == "regconfig";
  if (!configuration && type != "regdictionary") return {};
  const Kind kind = configuration ? Kind::text_search_configuration : Kind::text_search_dictionary;
  const std::vector<std::string> parts = parts_of_name(literal);
  if (parts.size() == 2) return object_id(kind, Identifier(parts[0]), Identifier(parts[1]));
  for (const Identifier schema : path) {
    const ObjectId id = object_id(kind, schema, Identifier(parts.back()));
    if (parts.size() == 1 && catalog.contains(id)) return id;
  }
  return {};
}

}  // namespace

Expr* Analyzer::typed_constant(TypeId type, std::string value, bool raw) {
  Expr* made = tree_.make(Tag::constant, {type, ""});
  made->value = std::move(value);
  made->raw = raw;
  return made;
}

Expr* Analyzer::null_constant(TypeId type) {
  Expr* made = tree_.make(Tag::constant, {type, ""});
  made->is_null = true;
  return made;
}

// What an unknown literal is as a value of a type (not a domain): its input function is called.
Expr* Analyzer::literal_as(const Expr& literal, const ModifiedType& target) {
  if (literal.is_null) return null_constant(target.id);
  if (literal.location >= 0) read_literals_.push_back({target.id, literal.value, literal.location});
  if (target.id == kRegclass) return regclass_literal(literal);
  if (target.id == kRegtype) {
    if (Expr* made = regtype_literal(literal)) return made;
  }
  const TypeInfo& info = env_.info(target.id);
  // Names of other catalogs are looked up along a path, where pg_catalog comes first as a rule.
  static const Identifier kPgCatalog("pg_catalog");
  const bool names_object = info.sql.starts_with("reg") || info.sql.starts_with("pg_catalog.reg");
  if (names_object && path_.front() != kPgCatalog) return fail();
  if (names_object) refer(text_search_object(env_.catalog(), info.sql, literal.value, path_));
  std::optional<std::string> normal;
  if (info.type == 'e') {
    normal = literal.value;  // labels are compared letter by letter
  } else if (info.element != kNone) {
    const TypeInfo& element = env_.info(env_.base_of(info.element).id);
    const TypeId read_as = element.type == 'e' ? kText : element.id;
    normal = normal_array_literal(read_as, literal.value, literals_, target.modifier);
  } else {
    normal = normal_literal(target.id, literal.value, literals_, target.modifier);
  }
  Expr* made = typed_constant(target.id, normal ? *normal : literal.value, !normal);
  // Only interval's input function gets the modifier; the others' is applied afterwards.
  if (target.id == kInterval) made->type.modifier = target.modifier;
  return made;
}

Expr* Analyzer::regclass_literal(const Expr& literal) {
  const std::vector<std::string> parts = parts_of_name(literal.value);
  const Identifier schema = parts.size() == 2 ? Identifier(parts[0]) : Identifier();
  const Identifier name(parts.back());
  const ObjectId found = parts.size() <= 2 ? env_.find_relation(schema, name, path_) : ObjectId();
  if (found.known()) {
    refer(found);
    return typed_constant(kRegclass, env_.relation_called(found));
  }
  // An identity column's sequence is no object; a name with its schema is clear all the same.
  for (const ObjectId& used : env_.find_identity_sequence(schema, name, path_)) refer(used);
  if (parts.size() != 2) return fail();
  const ObjectId sequence = object_id(Kind::sequence, schema, name);
  return typed_constant(kRegclass, env_.relation_called(sequence));
}

// 'int4', 'public.mood[]'; nullptr: not known.
Expr* Analyzer::regtype_literal(const Expr& literal) {
  const std::string text(trimmed(literal.value));
  const std::string word = lowered(text);
  if (word == "char") return nullptr;  // of the grammar, and not the type of that name
  const bool bare = !text.empty() && text.find_first_of(" .\"[]()") == std::string::npos;
  TypeId found = env_.type_of({bare ? word : text, {}}).id;
  if (found == kNone && bare) found = env_.find_type({}, Identifier(word), path_);
  if (found == kNone) return nullptr;
  refer(env_.info(found).object);
  return typed_constant(kRegtype, env_.info(found).sql);
}

// A cast of a constant whose result is known for certain; nullptr: leave the cast.
Expr* Analyzer::fold_cast(Expr* expr, TypeId target) {
  if (expr->tag != Tag::constant || !expr->type.modifier.empty()) return nullptr;
  const TypeId source = expr->type.id;
  const bool numbers =
      (is_integer(source) || source == kNumeric) &&
      (is_integer(target) || target == kNumeric || target == kFloat4 || target == kFloat8);
  const bool texts = is_text_like(source) && (is_text_like(target) || target == kBpchar);
  if (!numbers && !texts) return nullptr;
  if (expr->is_null) return null_constant(target);
  if (expr->raw) return nullptr;
  if (source == kNumeric && is_integer(target)) return nullptr;  // rounds
  const auto value = normal_literal(target, expr->value, literals_);
  if (!value) return nullptr;
  return typed_constant(target, *value);
}

Expr* Analyzer::to_domain(Expr* expr, TypeId domain, CoercionContext context) {
  const ModifiedType base = env_.base_of(domain);
  expr = coerce_modifier(expr, base, context);
  refer(env_.info(domain).object);
  Expr* made = tree_.other("domain " + env_.info(domain).sql, {expr}, {domain, ""});
  made->conversion = true;
  return made;
}

// A function of the state's is named: another may take its place.
std::string Analyzer::cast_head(const char* how, TypeId source, const ModifiedType& target,
                                const FunctionInfo* function) {
  std::string head = how + env_.info(source).sql + " -> " + env_.sql(target);
  if (function != nullptr && function->object.known()) head += " by " + call_head(*function);
  return head;
}

Expr* Analyzer::coerce_type(Expr* expr, const ModifiedType& target, CoercionContext context) {
  const TypeId source = expr->type.id;
  if (target.id == kNone || source == kNone) return fail();
  if (source == target.id || is_polymorphic(target.id) || target.id == kAny) return expr;
  const TypeInfo& info = env_.info(target.id);
  const ModifiedType base = env_.base_of(target.id);
  const bool domain = info.type == 'd';
  refer(info.object);
  if (expr->tag == Tag::constant && source == kUnknown) {
    Expr* made = literal_as(*expr, domain ? base : target);
    return domain ? to_domain(made, target.id, context) : made;
  }
  // COLLATE stays outside of the cast, or is lost to a type that has no collations.
  if (is_collate(*expr)) {
    Expr* inner = coerce_type(expr->args[0], target, context);
    return info.collation.empty() ? inner : with_collation(inner, expr->collated->collation);
  }
  if (source == kUnknown) return fail();
  const CastInfo* cast = nullptr;
  const CoercionPath path = rules_.pathway(target.id, source, context, &cast);
  if (path == CoercionPath::none) {
    const bool from_row = env_.info(env_.base_of(source).id).has_row;
    if (source == kRecord && env_.info(base.id).has_row) {
      if (expr->tag == Tag::row) {
        const std::vector<ColumnInfo> columns = env_.row_columns(base.id);
        if (columns.size() != expr->args.size()) return fail();
        Expr* row = tree_.make(Tag::row, {kRecord, ""});
        for (size_t i = 0; i < columns.size(); ++i) {
          row->args.push_back(coerce(expr->args[i], columns[i].type, context));
        }
        expr = row;
      }
      return tree_.other("to row " + env_.info(base.id).sql, {expr}, {target.id, ""});
    }
    if (from_row && target.id == kRecord) return expr;
    return fail();
  }
  if (path == CoercionPath::relabel && domain && env_.base_of(source).id == base.id) {
    return to_domain(expr, target.id, context);
  }
  const FunctionInfo* function = nullptr;
  if (cast != nullptr && cast->method == 'f') {
    function = env_.function_of(*cast);
    if (function == nullptr) return fail();
    refer(function->object);
  }
  if (cast != nullptr && cast->own != nullptr) refer(cast->own->id);
  // The type does not say what such a function does.
  const bool of_state = function != nullptr && function->object.known();
  Expr* made = nullptr;
  if (Expr* folded = fold_cast(expr, base.id)) {
    made = folded;
  } else if (path == CoercionPath::relabel) {
    // A relabel changes nothing but the type; of two, the outer one counts.
    Expr* inner = expr->tag == Tag::relabel ? expr->args[0] : expr;
    if (inner->type.id == base.id && inner->type.modifier.empty()) {
      made = inner;
    } else {
      made = tree_.make(Tag::relabel, {base.id, ""});
      made->args = {inner};
      made->conversion = true;
    }
  } else if (path == CoercionPath::array && expr->tag == Tag::array) {
    // The cast of ARRAY[…] is that of its elements: PostgreSQL itself stores either.
    const TypeId element = env_.element_of(base.id);
    Exprs elements = expr->args;
    for (Expr*& each : elements) {
      each = coerce_type(each, {expr->multidimensional ? base.id : element, ""}, context);
    }
    made = tree_.make(Tag::array, {base.id, ""});
    made->multidimensional = expr->multidimensional;
    made->args = std::move(elements);
  } else if (path == CoercionPath::array) {
    made = tree_.other(cast_head("cast ", source, base, function), {expr}, {base.id, ""});
    made->conversion = !of_state;
  } else if (path == CoercionPath::io) {
    made = tree_.other("io " + env_.info(source).sql + " -> " + env_.info(base.id).sql, {expr},
                       {base.id, ""});
    made->conversion = true;
  } else {
    // More arguments are the modifier, and whether the cast is explicit.
    if (function->arguments.size() == 1) {
      ResolvedFunction resolved;
      resolved.function = function;
      resolved.declared = function->arguments;
      resolved.result = base.id;
      made = make_call(resolved, {expr}, {}, false);
      made->type = {base.id, ""};
      made->conversion = !of_state;
    } else {
      const ModifiedType to = {base.id, domain ? base.modifier : target.modifier};
      const bool explicitly = context == CoercionContext::explicit_;
      made = tree_.other(
          cast_head(explicitly ? "convert explicit " : "convert ", source, to, function), {expr},
          to);
    }
  }
  return domain ? to_domain(made, target.id, context) : made;
}

// The length or precision of a type: a function call of its own, that cuts, rounds or refuses.
Expr* Analyzer::coerce_modifier(Expr* expr, const ModifiedType& target, CoercionContext context) {
  if (target.modifier.empty() || expr->type.modifier == target.modifier) return expr;
  const TypeId type = env_.base_of(target.id).id;
  const TypeId element = env_.info(type).element;
  const TypeId of = element == kNone ? type : element;
  if (env_.cast(of, of) == nullptr) return expr;  // a modifier that is only a note
  if (element != kNone && expr->tag == Tag::array && !expr->multidimensional) {
    Expr* made = tree_.make(Tag::array, target);
    for (Expr* each : expr->args) {
      made->args.push_back(coerce_modifier(each, {element, target.modifier}, context));
    }
    return made;
  }
  // Explicit casts to strings and bits cut what is too long, implicit ones refuse it.
  const bool cuts = of == kVarchar || of == kBpchar || of == kBit || of == kVarbit;
  const bool explicitly = cuts && context == CoercionContext::explicit_;
  Expr* made = tree_.other((explicitly ? "cut " : "fit ") + env_.sql(target), {expr}, target);
  made->conversion = !explicitly;
  return made;
}

Expr* Analyzer::coerce(Expr* expr, const ModifiedType& target, CoercionContext context) {
  if (expr->type.id == kNone || target.id == kNone) return fail();
  if (!rules_.can_coerce(expr->type.id, target.id, context)) return fail();
  if (is_collate(*expr)) {
    // Of several, the outermost is put around the value as it is cast.
    const QualifiedName collation = expr->collated->collation;
    while (is_collate(*expr)) expr = expr->args[0];
    expr = coerce(expr, target, context);
    return env_.info(target.id).collation.empty() ? expr : with_collation(expr, collation);
  }
  expr = coerce_type(expr, target, context);
  const bool loses_modifier =
      target.modifier.empty() && expr->type.id == target.id && !expr->type.modifier.empty();
  if (!loses_modifier) return coerce_modifier(expr, target, context);
  // PostgreSQL keeps the cast for its type: it is that of a view's column.
  Expr* made = tree_.make(Tag::relabel, target);
  if (expr->tag == Tag::constant) {
    *made = *expr;
    made->type.modifier.clear();
  } else {
    made->args = {expr};
    made->conversion = true;
  }
  return made;
}

Expr* Analyzer::to_bool(Expr* expr) {
  if (expr->type.id == kBool) return expr;
  return coerce(expr, {kBool, ""}, CoercionContext::assignment);
}

Expr* Analyzer::known(Expr* expr) {
  if (expr->type.id != kUnknown) return expr;
  return coerce_type(expr, {kText, ""}, CoercionContext::implicit);
}

TypeId Analyzer::common_of(const Exprs& list) {
  Types types;
  for (const Expr* each : list) {
    if (each->type.id == kNone) return kNone;
    types.push_back(each->type.id);
  }
  return rules_.common_type(types);
}

void Analyzer::to_common(Exprs& list, TypeId type) {
  for (Expr*& each : list) {
    if (each->type.id == type) continue;
    each = rules_.can_coerce(each->type.id, type, CoercionContext::implicit)
               ? coerce_type(each, {type, ""}, CoercionContext::implicit)
               : fail();
  }
}

ModifiedType Analyzer::common_modified(const Exprs& list, TypeId type) {
  ModifiedType out{type, ""};
  for (const Expr* each : list) {
    if (each->type.id != type) return out;
  }
  if (list.empty()) return out;
  const std::string& first = list[0]->type.modifier;
  for (const Expr* each : list) {
    if (each->type.modifier != first) return out;
  }
  out.modifier = first;
  return out;
}

void Analyzer::read_operator_name(const NodeList& names, Identifier& schema,
                                  Identifier& name) const {
  size_t left = names.size();
  for (const Node part : names) {
    if (left == 2) schema = Identifier(part.sval());
    if (left == 1) name = Identifier(part.sval());
    --left;
  }
  if (name == Identifier("!=")) name = Identifier("<>");
}

Expr* Analyzer::op(const NodeList& names, Expr* left, Expr* right) {
  Identifier schema;
  Identifier name;
  read_operator_name(names, schema, name);
  return op(schema, name, left, right);
}

Expr* Analyzer::op(Identifier schema, Identifier name, Expr* left, Expr* right) {
  if (right == nullptr || right->type.id == kNone || (left != nullptr && left->type.id == kNone)) {
    return fail();
  }
  const ResolvedOperator found = rules_.find_operator(
      schema, name, left == nullptr ? kNone : left->type.id, right->type.id, path_);
  if (found.op == nullptr) return fail();
  refer(found.op->object);
  if (left != nullptr) {
    left = coerce_type(left, {found.left, ""}, CoercionContext::implicit);
  }
  right = coerce_type(right, {found.right, ""}, CoercionContext::implicit);
  static const Identifier kMinus("-");
  static const Identifier kPgCatalog("pg_catalog");
  if (left == nullptr && name == kMinus && found.op->schema == kPgCatalog &&
      right->tag == Tag::constant && !right->is_null && !right->raw &&
      (is_integer(right->type.id) || right->type.id == kNumeric)) {
    // -(5) and the constant -5 are stored as one or the other.
    const std::string negated =
        right->value.starts_with("-") ? right->value.substr(1) : "-" + right->value;
    if (const auto normal = normal_literal(right->type.id, negated, literals_)) {
      return typed_constant(right->type.id, *normal);
    }
  }
  Exprs args;
  if (left != nullptr) args.push_back(left);
  args.push_back(right);
  std::string head = "op " + quote(env_.operator_schema(*found.op)) + "." + name.str() + "(" +
                     (left == nullptr ? "" : env_.info(found.op->left).sql) + "," +
                     env_.info(found.op->right).sql + ")";
  return tree_.other(std::move(head), std::move(args), {found.result, ""});
}

// (a, b) = (c, d)
Expr* Analyzer::row_op(Identifier schema, Identifier name, const Exprs& left, const Exprs& right) {
  if (left.size() != right.size() || left.empty()) return fail();
  Exprs pairs;
  for (size_t i = 0; i < left.size(); ++i) pairs.push_back(op(schema, name, left[i], right[i]));
  if (pairs.size() == 1) return pairs[0];
  for (const Expr* pair : pairs) {
    if (pair->type.id != kBool) return fail();
  }
  const std::string& text = name.str();
  if (text == "=" || text == "<>") {
    Expr* made = tree_.make(text == "=" ? Tag::conjunction : Tag::disjunction, {kBool, ""});
    made->args = std::move(pairs);
    return made;
  }
  return tree_.other("compare rows " + text, std::move(pairs), {kBool, ""});
}

// x = ANY (array)
Expr* Analyzer::array_op(const NodeList& names, bool any, Expr* left, Expr* right) {
  if (left->type.id == kNone || right->type.id == kNone) return fail();
  Identifier schema;
  Identifier name;
  read_operator_name(names, schema, name);
  TypeId element = kUnknown;
  if (right->type.id != kUnknown) {
    element = env_.element_of(right->type.id);
    if (element == kNone) return fail();
  }
  const ResolvedOperator found = rules_.find_operator(schema, name, left->type.id, element, path_);
  if (found.op == nullptr || found.result != kBool) return fail();
  refer(found.op->object);
  const TypeId array_type = env_.array_of(found.right);
  if (array_type == kNone) return fail();
  left = coerce_type(left, {found.left, ""}, CoercionContext::implicit);
  if (right->type.id != kUnknown &&
      !rules_.can_coerce(right->type.id, array_type, CoercionContext::implicit)) {
    return fail();
  }
  right = coerce_type(right, {array_type, ""}, CoercionContext::implicit);
  return tree_.other(std::string(any ? "any " : "all ") + quote(env_.operator_schema(*found.op)) +
                         "." + name.str() + "(" + env_.info(found.op->left).sql + "," +
                         env_.info(found.op->right).sql + ")",
                     {left, right}, {kBool, ""});
}

std::string Analyzer::call_head(const FunctionInfo& function) {
  std::string head = "call ";
  if (function.object.kind == Kind::range_type) {
    // Of a multirange's constructor the object is the range type.
    const ObjectId type = object_id(Kind::range_type, function.schema, function.name);
    head += env_.relation_called(type);
  } else if (function.object.known()) {
    head += env_.relation_called(function.object);
  } else {
    head += QualifiedName{function.schema, function.name}.sql();
  }
  head += "(";
  for (size_t i = 0; i < function.arguments.size(); ++i) {
    if (i > 0) head += ",";
    head += env_.info(function.arguments[i]).sql;
  }
  return head + ")";
}

Expr* Analyzer::make_call(const ResolvedFunction& resolved, Exprs args,
                          const std::vector<Identifier>& names, bool variadic) {
  const FunctionInfo& function = *resolved.function;
  for (size_t i = 0; i < args.size() && i < resolved.declared.size(); ++i) {
    args[i] = coerce_type(args[i], {resolved.declared[i], ""}, CoercionContext::implicit);
  }
  if (resolved.first_variadic >= 0) {
    // f(VARIADIC ARRAY[…]) is what PostgreSQL makes of f(a, b).
    const auto first = static_cast<size_t>(resolved.first_variadic);
    Exprs elements(args.begin() + static_cast<int64_t>(first), args.end());
    const TypeId element = resolved.declared[first];
    for (Expr*& each : elements) {
      each = coerce_type(each, {element, ""}, CoercionContext::implicit);
    }
    Expr* array = tree_.make(Tag::array, {env_.array_of(element), ""});
    array->args = std::move(elements);
    args.resize(first);
    args.push_back(array);
    variadic = true;
  }
  std::string head = call_head(function);
  if (variadic) head += " variadic";
  if (!names.empty()) {
    // f(a, y => b, x => c): in the order of the parameters, whatever the order of writing.
    const size_t positional = args.size() - names.size();
    std::vector<std::pair<size_t, size_t>> order;
    for (size_t i = 0; i < names.size(); ++i) {
      const auto at =
          std::find(function.argument_names.begin(), function.argument_names.end(), names[i]);
      order.emplace_back(static_cast<size_t>(at - function.argument_names.begin()), positional + i);
    }
    std::sort(order.begin(), order.end());
    Exprs sorted(args.begin(), args.begin() + static_cast<int64_t>(positional));
    for (const auto& [parameter, argument] : order) {
      if (parameter != sorted.size()) head += " " + std::to_string(parameter);
      sorted.push_back(args[argument]);
    }
    args = std::move(sorted);
  }
  refer(function.object);
  return tree_.other(std::move(head), std::move(args), {resolved.result, ""});
}

Expr* Analyzer::func_call(const Node& node) {
  Identifier schema;
  Identifier name;
  const NodeList parts = node.list("funcname");
  size_t left = parts.size();
  for (const Node part : parts) {
    if (left == 2) schema = Identifier(part.sval());
    if (left == 1) name = Identifier(part.sval());
    --left;
  }
  static const Identifier kPgCatalog("pg_catalog");
  static const Identifier kExtract("extract");
  if (schema == kPgCatalog && name == kExtract && env_.system().server_version < 140000) {
    name = Identifier("date_part");
  }
  Exprs args;
  std::vector<Identifier> names;
  for (const Node argument : node.list("args")) {
    if (argument.is("NamedArgExpr")) {
      names.emplace_back(argument.str("name"));
      args.push_back(expr(argument.child("arg")));
    } else {
      args.push_back(expr(argument));
    }
  }
  const bool within_group = node.boolean("agg_within_group");
  const NodeList order = node.list("agg_order");
  if (within_group) {
    for (const Node item : order) args.push_back(expr(item.child("node")));
  }
  Types types;
  bool typed = true;
  for (const Expr* argument : args) {
    types.push_back(argument->type.id);
    typed = typed && argument->type.id != kNone;
  }
  const bool variadic = node.boolean("func_variadic");
  ResolvedFunction found;
  if (typed) found = rules_.find_function(schema, name, types, names, variadic, path_);
  if (found.cast_target != kNone && args.size() == 1) {
    return coerce(args[0], {found.cast_target, ""}, CoercionContext::explicit_);
  }
  if (found.function == nullptr) {
    // A column written as a function: name(row).
    if (args.size() == 1 && schema.empty() && typed &&
        (args[0]->tag == Tag::whole_row || env_.info(env_.base_of(types[0]).id).has_row)) {
      const bool before = failed_;
      Expr* projected = field(args[0], name);
      if (projected->type.id != kNone) return projected;
      failed_ = before;
    }
    if (env_.functions(name).empty()) {
      return fail_unknown(UnknownName::What::function, {schema, name}, node);
    }
    for (const FunctionInfo* candidate : env_.functions(name)) {
      const bool visible =
          schema.empty() ? std::find(path_.begin(), path_.end(), candidate->schema) != path_.end()
                         : candidate->schema == schema;
      if (visible) refer(candidate->object);
    }
    return fail();
  }
  Expr* call = make_call(found, args, names, variadic);
  // From 14 on PostgreSQL remembers AT TIME ZONE, EXTRACT (… FROM …) and their like as such.
  if (env_.system().server_version >= 140000 && node.str("funcformat") == "COERCE_SQL_SYNTAX") {
    call->head += " sql";
  }
  // Clauses of aggregates and window functions.
  const bool distinct = node.boolean("agg_distinct");
  if (node.boolean("agg_star")) call->head += " star";
  if (distinct) call->head += " distinct";
  if (!order.empty()) {
    Expr* sorted = tree_.other(within_group ? "within group" : "order", {});
    size_t index = args.size() - (within_group ? order.size() : 0);
    for (const Node item : order) {
      Expr* value = nullptr;
      if (within_group) {
        value = index < call->args.size() ? call->args[index] : args[index];
        ++index;
      } else {
        value = expr(item.child("node"));
        // ORDER BY of an aggregate's own literal argument and the like.
        value = known(value);
      }
      sorted->args.push_back(sort_item(item, value));
    }
    call->args.push_back(sorted);
  }
  if (const Node filter = node.child("agg_filter")) {
    call->args.push_back(tree_.other("filter", {condition(filter)}));
  }
  if (const Node over = node.child("over")) call->args.push_back(window(over));
  return call;
}

// A literal as the distance that RANGE takes for what is sorted by.
Expr* Analyzer::range_offset(Expr* offset, const Expr& sorted) {
  TypeId type = kNone;
  switch (sorted.type.id) {
    case kDate:
    case kTime:
    case kTimetz:
    case kTimestamp:
    case kTimestamptz:
    case kInterval:
      type = kInterval;
      break;
    case kInt2:
    case kInt4:
    case kInt8:
    case kNumeric:
      type = sorted.type.id;
      break;
    case kFloat4:
    case kFloat8:
      type = kFloat8;
      break;
    default:
      return fail();
  }
  return coerce_type(offset, {type, ""}, CoercionContext::implicit);
}

Expr* Analyzer::window(const Node& over) {
  Node base;
  const std::string_view refname =
      over.str("refname").empty() ? over.str("name") : over.str("refname");
  if (!refname.empty()) {
    for (const auto& [name, definition] : windows_) {
      if (name == Identifier(refname)) base = definition;
    }
    if (!base) return fail();
  }
  // OVER w, or OVER (w ORDER BY …): the named window's clauses, and our own.
  const bool plain_name = !over.str("name").empty() && over.str("refname").empty();
  Expr* made = tree_.other("over", {});
  Expr* partition = tree_.other("partition", {});
  Expr* sorted = tree_.other("order", {});
  std::vector<Node> chain;
  for (Node at = base; at;) {
    chain.insert(chain.begin(), at);
    Node next;
    for (const auto& [name, definition] : windows_) {
      if (!at.str("refname").empty() && name == Identifier(at.str("refname"))) next = definition;
    }
    at = next;
    if (chain.size() > 32) return fail();
  }
  if (!plain_name) chain.push_back(over);
  for (const Node& at : chain) {
    for (const Node item : at.list("partitionClause")) {
      partition->args.push_back(known(sort_key(item, {}, true)));
    }
    for (const Node item : at.list("orderClause")) {
      sorted->args.push_back(sort_item(item, known(sort_key(item.child("node"), {}, false))));
    }
  }
  const Node& frame = chain.empty() ? over : chain.back();
  constexpr int64_t kNonDefault = 1;
  constexpr int64_t kDefault = 1058;  // RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
  const int64_t options = frame.integer("frameOptions", kDefault) & ~kNonDefault;
  constexpr int64_t kRange = 2;
  Expr* bounds = tree_.other("frame " + std::to_string(options), {});
  for (const char* key : {"startOffset", "endOffset"}) {
    if (const Node offset = frame.child(key)) {
      Expr* value = expr(offset);
      if ((options & kRange) == 0) {
        value = coerce(value, {kInt8, ""}, CoercionContext::implicit);
      } else if (value->type.id == kUnknown) {
        value = sorted->args.size() == 1 ? range_offset(value, *sorted->args[0]->args[0]) : fail();
      }
      bounds->args.push_back(value);
    } else {
      bounds->args.push_back(nullptr);
    }
  }
  made->args = {partition, sorted, bounds};
  return made;
}

}  // namespace schemadiff
