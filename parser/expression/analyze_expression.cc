// Scalar expressions.
#include <algorithm>

#include "engine/base/text.h"
#include "parser/expression/analyzer.h"

namespace schemadiff {

using namespace type_id;

Analyzer::Analyzer(Environment& environment, const SearchPath& path)
    : env_(environment), rules_(environment), path_(Environment::lookup_order(path)) {
  const std::string& zone = environment.system().time_zone;
  literals_.zone_is_utc = zone == "UTC" || zone == "Etc/UTC" || zone == "GMT";
  root_ = tree_.make_query(nullptr);
  current_ = root_;
}

Expr* Analyzer::fail() {
  failed_ = true;
  return tree_.make(Tag::other);
}

Expr* Analyzer::fail_unknown(UnknownName::What what, QualifiedName name, const Node& node) {
  const int location = node.has_location() ? node.location() : 0;
  unknown_.push_back({what, name, static_cast<uint32_t>(location)});
  return fail();
}

std::string Analyzer::print(const Expr& root) {
  if (failed_) return "";
  std::string out;
  print_canonical(root, env_, 0, out);
  return out;
}

void Analyzer::refer(const ObjectId& id) {
  if (id.known() && seen_.insert(id).second) references_.push_back(id);
}

void Analyzer::refer_if_there(const ObjectId& id) {
  if (env_.catalog().contains(id)) refer(id);
}

RangeTable* Analyzer::relation_range(Query* owner, const ObjectId& relation) {
  const RelationInfo& info = env_.relation(relation);
  if (!info.known) failed_ = true;
  RangeTable* range = tree_.make_range(owner);
  range->relation = relation;
  range->columns = info.columns;
  return range;
}

void Analyzer::see_relation(const ObjectId& relation) {
  if (!relation.known()) return;
  ObjectId found = relation;
  if (!env_.catalog().contains(found)) {
    found = env_.find_relation(relation.schema, relation.name, path_);
  }
  if (!found.known()) return;
  RangeTable* range = relation_range(root_, found);
  NamespaceItem item;
  item.name = found.name;
  item.schema = found.schema;
  item.range = range;
  root_->items.push_back(std::move(item));
}

void Analyzer::see_old_and_new(const ObjectId& relation) {
  ObjectId found = relation;
  if (!env_.catalog().contains(found)) {
    found = env_.find_relation(relation.schema, relation.name, path_);
  }
  if (!found.known()) return;
  for (const char* name : {"old", "new"}) {
    NamespaceItem item;
    item.name = Identifier(name);
    item.range = relation_range(root_, found);
    item.columns_visible = false;
    root_->items.push_back(std::move(item));
  }
}

void Analyzer::see_arguments(const std::vector<Identifier>& names,
                             const std::vector<TypeRef>& types) {
  argument_names_ = names;
  for (const TypeRef& type : types) arguments_.push_back(env_.type_of(type));
}

std::string Analyzer::scalar(const Node& node, const ModifiedType& target) {
  Expr* root = expr(node);
  if (target.id == kNone) {
    root = known(root);
    if (root->type.id == kNone) failed_ = true;
    return print(*root);
  }
  root = coerce(root, target, CoercionContext::assignment);
  // Around all that, where it is written.
  const Expr* collate = is_collate(*root) ? root : nullptr;
  if (collate != nullptr) root = root->args[0];
  // The conversion to the column's own type says nothing, written or not: without it a change of
  // the column's type alone is no change of its default.
  const auto strip = [&](std::string_view head) {
    if (root->conversion && root->args.size() == 1 &&
        (head.empty() || root->head.starts_with(head))) {
      root = root->args[0];
    }
  };
  if (root->type.modifier == target.modifier) strip("fit ");
  if (root->type.id == target.id) strip("domain ");
  const TypeId base = env_.base_of(target.id).id;
  if (root->type.id == base && !root->head.starts_with("fit ")) strip("");
  // Literals of strings and integers are written alike whatever the width.
  if (root->tag == Tag::constant && !root->is_null && !root->raw && !failed_) {
    const TypeId type = root->type.id;
    if (type == kText || type == kVarchar) root = typed_constant(kText, root->value);
    if (type == kInt2 || type == kInt4 || type == kInt8) root = typed_constant(kInt8, root->value);
  }
  return print(collate == nullptr ? *root : *with_collation(root, collate->collated->collation));
}

Expr* Analyzer::condition(const Node& node) { return to_bool(expr(node)); }

Analyzer::Exprs Analyzer::exprs(const NodeList& list) {
  Exprs out;
  for (const Node item : list) out.push_back(expr(item));
  return out;
}

Expr* Analyzer::expr(const Node& node) {
  const std::string_view tag = node.tag();
  if (tag == "A_Const") return constant(node);
  if (tag == "ColumnRef") return column_ref(node);
  if (tag == "TypeCast") return type_cast(node);
  if (tag == "FuncCall") return func_call(node);
  if (tag == "A_Expr") return a_expr(node);
  if (tag == "BoolExpr") return bool_expr(node);
  if (tag == "A_ArrayExpr") return array(node, nullptr);
  if (tag == "NullTest") return null_test(node);
  if (tag == "BooleanTest") return boolean_test(node);
  if (tag == "SubLink") return sublink(node);
  if (tag == "CaseExpr") return case_expr(node);
  if (tag == "CoalesceExpr") return common_list("coalesce", node.list("args"));
  if (tag == "MinMaxExpr") {
    return common_list(node.str("op") == "IS_LEAST" ? "least" : "greatest", node.list("args"));
  }
  if (tag == "SQLValueFunction") return value_function(node);
  if (tag == "A_Indirection") return indirection(node);
  if (tag == "RowExpr") return row(node);
  if (tag == "CollateClause") return collate(node);
  if (tag == "XmlExpr") return xml_expr(node);
  if (tag == "XmlSerialize") return xml_serialize(node);
  if (tag == "ParamRef") return parameter(static_cast<size_t>(node.integer("number")));
  if (tag == "GroupingFunc") {
    return tree_.other("grouping", exprs(node.list("args")), {kInt4, ""});
  }
  return fail();
}

Expr* Analyzer::constant(const Node& node) {
  if (node.boolean("isnull")) return null_constant(kUnknown);
  if (node.has("ival")) {
    return typed_constant(kInt4, std::to_string(node.child("ival").integer("ival")));
  }
  if (node.has("fval")) {
    const std::string text = node.child("fval").string("fval");
    if (const auto whole = parse_integer(text)) {
      const bool small = *whole >= INT32_MIN && *whole <= INT32_MAX;
      return typed_constant(small ? kInt4 : kInt8, std::to_string(*whole));
    }
    const auto number = normal_numeric(text);
    return number ? typed_constant(kNumeric, *number) : fail();
  }
  if (node.has("boolval")) {
    return typed_constant(kBool, node.child("boolval").boolean("boolval") ? "true" : "false");
  }
  if (node.has("sval")) {
    Expr* made = typed_constant(kUnknown, node.child("sval").string("sval"));
    made->location = node.location();
    return made;
  }
  if (node.has("bsval")) {
    const auto bits = normal_literal(kBit, node.child("bsval").str("bsval"), literals_);
    return bits ? typed_constant(kBit, *bits) : fail();
  }
  return fail();
}

Expr* Analyzer::parameter(size_t number) {
  used_scope_ = true;
  if (number == 0 || number > arguments_.size()) return fail();
  Expr* made = tree_.other("param " + std::to_string(number), {}, {arguments_[number - 1].id, ""});
  if (made->type.id == kNone) return fail();
  return made;
}

Expr* Analyzer::passed_on(RangeTable* range, size_t index) {
  Expr* made = tree_.make(Tag::column, range->columns[index].type);
  made->range = range;
  made->column = static_cast<int>(index);
  return made;
}

void Analyzer::use(const Expr& expr) {
  if (expr.tag == Tag::column) {
    const ColumnInfo& info = expr.range->columns[static_cast<size_t>(expr.column)];
    if (expr.range->owner == root_) used_scope_ = true;
    refer(info.object);
    if (info.type.id == kNone) failed_ = true;
  }
  for (const Expr* arg : expr.args) {
    if (arg != nullptr) use(*arg);
  }
}

Expr* Analyzer::column(RangeTable* range, size_t index) {
  Expr* made = passed_on(range, index);
  use(*made);
  return made;
}

Expr* Analyzer::whole_row(RangeTable* range) {
  if (range->owner == root_) used_scope_ = true;
  TypeId type = range->row_type;
  if (range->relation.known()) {
    refer(range->relation);
    type = env_.row_type(range->relation);
    if (type == kNone) return fail();
  }
  Expr* made = tree_.make(Tag::whole_row, {type, ""});
  made->range = range;
  return made;
}

size_t Analyzer::item_size(const NamespaceItem& item) const {
  return item.explicit_columns ? item.columns.size() : item.range->columns.size();
}

Identifier Analyzer::item_column_name(const NamespaceItem& item, size_t index) const {
  return item.explicit_columns ? item.columns[index].name : item.range->columns[index].name;
}

Expr* Analyzer::item_column(const NamespaceItem& item, size_t index) {
  if (!item.explicit_columns) return column(item.range, index);
  use(*item.columns[index].value);
  return item.columns[index].value;
}

Expr* Analyzer::item_find(const NamespaceItem& item, Identifier name) {
  Expr* found = nullptr;
  for (size_t i = 0; i < item_size(item); ++i) {
    if (item_column_name(item, i) != name) continue;
    if (found != nullptr) return fail();
    found = item_column(item, i);
  }
  if (found != nullptr || item.explicit_columns || !item.range->relation.known()) return found;
  // System columns.
  static const std::pair<const char*, TypeId> kSystem[] = {{"ctid", kTid}, {"xmin", kXid},
                                                           {"cmin", kCid}, {"xmax", kXid},
                                                           {"cmax", kCid}, {"tableoid", kOid}};
  for (const auto& [system, type] : kSystem) {
    if (name != Identifier(system)) continue;
    if (item.range->owner == root_) used_scope_ = true;
    Expr* row = tree_.make(Tag::whole_row);
    row->range = item.range;
    refer(item.range->relation);
    return tree_.other("system " + name.str(), {row}, {type, ""});
  }
  return nullptr;
}

Expr* Analyzer::find_column(Identifier name, bool& ambiguous) {
  for (Query* level = current_; level != nullptr; level = level->parent) {
    if (level->hidden) continue;
    Expr* found = nullptr;
    for (const NamespaceItem& item : level->items) {
      if (!item.columns_visible) continue;
      Expr* here = item_find(item, name);
      if (here == nullptr) continue;
      if (found != nullptr) {
        // A system column that every table has is ambiguous too.
        ambiguous = true;
        return nullptr;
      }
      found = here;
    }
    if (found != nullptr) return found;
  }
  return nullptr;
}

const NamespaceItem* Analyzer::find_item(Identifier schema, Identifier name) {
  for (Query* level = current_; level != nullptr; level = level->parent) {
    if (level->hidden) continue;
    const NamespaceItem* found = nullptr;
    for (const NamespaceItem& item : level->items) {
      if (!item.relation_visible || item.name != name) continue;
      if (!schema.empty() && item.schema != schema) continue;
      if (found != nullptr) return nullptr;
      found = &item;
    }
    if (found != nullptr) return found;
  }
  return nullptr;
}

Expr* Analyzer::column_ref(const Node& node) {
  std::vector<Identifier> names;
  bool star = false;
  for (const Node part : node.list("fields")) {
    if (part.is("A_Star")) {
      star = true;
    } else {
      names.emplace_back(part.sval());
    }
  }
  if (names.empty()) return fail();
  if (star) {
    const NamespaceItem* item = names.size() == 1   ? find_item({}, names[0])
                                : names.size() == 2 ? find_item(names[0], names[1])
                                                    : nullptr;
    if (item == nullptr || item->range == nullptr) return fail();
    return whole_row(item->range);
  }
  static const Identifier kValue("value");
  if (names.size() == 1) {
    if (domain_value_.id != kNone && names[0] == kValue) {
      used_scope_ = true;
      return tree_.other("value", {}, {domain_value_.id, ""});
    }
    bool ambiguous = false;
    if (Expr* found = find_column(names[0], ambiguous)) return found;
    if (ambiguous) return fail();
    for (size_t i = 0; i < argument_names_.size(); ++i) {
      if (argument_names_[i] == names[0]) return parameter(i + 1);
    }
    if (const NamespaceItem* item = find_item({}, names[0])) {
      return item->range == nullptr ? fail() : whole_row(item->range);
    }
    used_scope_ = true;
    // Only where all that could have such a column is known.
    return failed_ ? fail() : fail_unknown(UnknownName::What::column, {{}, names[0]}, node);
  }
  if (names.size() == 2) {
    if (const NamespaceItem* item = find_item({}, names[0])) {
      if (Expr* found = item_find(*item, names[1])) return found;
      return fail();
    }
    // function.argument; argument.field
    for (size_t i = 0; i < argument_names_.size(); ++i) {
      if (argument_names_[i] == names[1]) return parameter(i + 1);
    }
    for (size_t i = 0; i < argument_names_.size(); ++i) {
      if (argument_names_[i] == names[0]) return field(parameter(i + 1), names[1]);
    }
  }
  if (names.size() == 3) {
    if (const NamespaceItem* item = find_item(names[0], names[1])) {
      if (Expr* found = item_find(*item, names[2])) return found;
    }
  }
  used_scope_ = true;
  return fail();
}

Expr* Analyzer::field(Expr* base, Identifier name) {
  if (base->type.id == kNone) return fail();
  if (base->tag == Tag::whole_row) {
    for (size_t i = 0; i < base->range->columns.size(); ++i) {
      if (base->range->columns[i].name == name) return column(base->range, i);
    }
    return fail();
  }
  for (const ColumnInfo& info : env_.row_columns(base->type.id)) {
    if (info.name != name) continue;
    const ObjectId& row = env_.info(env_.base_of(base->type.id).id).object;
    refer(row);
    refer(info.object);
    Expr* made = tree_.other("field " + quote(env_.column_called(row, name)), {base}, info.type);
    made->collated = info.collated.value_or(Collated::implicit(env_.info(info.type.id).collation));
    return made;
  }
  return fail();
}

Expr* Analyzer::subscripts(Expr* base, const std::vector<Node>& indices) {
  if (base->type.id == kNone) return fail();
  const ModifiedType container = env_.base_of(base->type.id);
  const TypeInfo& info = env_.info(container.id);
  bool slice = false;
  for (const Node& index : indices) slice = slice || index.boolean("is_slice");
  std::string head = slice ? "slice" : "subscript";
  Exprs args{base};
  if (container.id == kJsonb) {
    if (slice) return fail();
    for (const Node& index : indices) {
      Expr* value = expr(index.child("uidx"));
      if (value->type.id == kUnknown) value = known(value);
      args.push_back(value);
    }
    return tree_.other("subscript jsonb", std::move(args), {kJsonb, ""});
  }
  if (info.element == kNone) return fail();
  for (const Node& index : indices) {
    for (const char* key : {"lidx", "uidx"}) {
      const Node bound = index.child(key);
      if (!bound) {
        // a[2:5][3] reads a[2:5][1:3].
        const bool implied = slice && key == std::string_view("lidx") && !index.boolean("is_slice");
        args.push_back(implied ? typed_constant(kInt4, "1") : nullptr);
        continue;
      }
      args.push_back(coerce(expr(bound), {kInt4, ""}, CoercionContext::assignment));
    }
  }
  const ModifiedType type =
      slice ? ModifiedType{container.id, ""} : ModifiedType{info.element, base->type.modifier};
  return tree_.other(std::move(head), std::move(args), type);
}

Expr* Analyzer::indirection(const Node& node) {
  Expr* at = expr(node.child("arg"));
  std::vector<Node> indices;
  for (const Node step : node.list("indirection")) {
    if (step.is("A_Indices")) {
      indices.push_back(step);
      continue;
    }
    if (!indices.empty()) {
      at = subscripts(at, indices);
      indices.clear();
    }
    if (!step.is("String")) return fail();
    at = field(at, Identifier(step.sval()));
  }
  return indices.empty() ? at : subscripts(at, indices);
}

Expr* Analyzer::array(const Node& node, const ModifiedType* target) {
  Exprs elements;
  bool nested = false;
  TypeId element_target = kNone;
  if (target != nullptr) element_target = env_.element_of(target->id);
  for (const Node item : node.list("elements")) {
    if (item.is("A_ArrayExpr")) {
      nested = true;
      elements.push_back(array(item, target));
      continue;
    }
    Expr* value = expr(item);
    if (value->type.id == kNone) return fail();
    if (value->type.id != kUnknown && env_.info(value->type.id).element != kNone) nested = true;
    elements.push_back(value);
  }
  Expr* made = tree_.make(Tag::array);
  made->multidimensional = nested;
  if (target != nullptr) {
    const ModifiedType each = nested ? *target : ModifiedType{element_target, target->modifier};
    for (Expr*& element : elements) element = coerce(element, each, CoercionContext::explicit_);
    made->type = *target;
  } else {
    if (elements.empty()) return fail();
    const TypeId common = common_of(elements);
    if (common == kNone) return fail();
    to_common(elements, common);
    made->type.id = nested ? common : env_.array_of(common);
    if (made->type.id == kNone) return fail();
  }
  made->args = std::move(elements);
  return made;
}

Expr* Analyzer::type_cast(const Node& node) {
  const ModifiedType target = env_.type_name(node.child("typeName"), path_);
  const Node arg = node.child("arg");
  if (target.id == kNone) {
    expr(arg);
    return fail();
  }
  refer(env_.info(target.id).object);
  if (arg.is("A_ArrayExpr")) {
    ModifiedType base = env_.base_of(target.id);
    if (base.modifier.empty()) base.modifier = target.modifier;
    if (env_.info(base.id).element != kNone) {
      return coerce(array(arg, &base), target, CoercionContext::explicit_);
    }
  }
  return coerce(expr(arg), target, CoercionContext::explicit_);
}

std::optional<QualifiedName> Analyzer::collation_name(const NodeList& names) {
  Identifier schema;
  Identifier name;
  size_t left = names.size();
  for (const Node part : names) {
    if (left == 2) schema = Identifier(part.sval());
    if (left == 1) name = Identifier(part.sval());
    --left;
  }
  if (const auto found = env_.collation_schema(schema, name, path_)) {
    schema = *found;
  } else if (schema.empty()) {
    return std::nullopt;
  }
  return QualifiedName{schema, name};
}

Expr* Analyzer::collate(const Node& node) {
  // A literal stays one of unknown type, for what stands around to say.
  Expr* arg = expr(node.child("arg"));
  const auto name = collation_name(node.list("collname"));
  return name ? with_collation(arg, *name) : fail();
}

Expr* Analyzer::with_collation(Expr* arg, const QualifiedName& name) {
  const ObjectId collation = object_id(Kind::collation, name.schema, name.name);
  refer_if_there(collation);
  Expr* made = tree_.other("collate " + env_.relation_called(collation), {arg}, arg->type);
  made->collated = Collated{Collated::Strength::stated, name};
  return made;
}

Expr* Analyzer::distinct(Expr* left, Expr* right) {
  const auto null_test_of = [&](Expr* value) {
    // A row that has only nulls is null, and yet distinct from null.
    const TypeId type = env_.base_of(value->type.id).id;
    const bool row = type == kRecord || env_.info(type).has_row;
    return tree_.other(row ? "distinct from null" : "is not null", {value}, {kBool, ""});
  };
  if (right->tag == Tag::constant && right->is_null && right->type.id == kUnknown) {
    return null_test_of(known(left));
  }
  if (left->tag == Tag::constant && left->is_null && left->type.id == kUnknown) {
    return null_test_of(known(right));
  }
  if (left->tag == Tag::row && right->tag == Tag::row) {
    if (left->args.size() != right->args.size() || left->args.empty()) return fail();
    Expr* any = tree_.make(Tag::disjunction, {kBool, ""});
    for (size_t i = 0; i < left->args.size(); ++i) {
      any->args.push_back(distinct_values(left->args[i], right->args[i]));
    }
    return any->args.size() == 1 ? any->args[0] : any;
  }
  return distinct_values(left, right);
}

Expr* Analyzer::distinct_values(Expr* left, Expr* right) {
  Expr* made = op({}, Identifier("="), left, right);
  if (made->type.id != kBool || made->tag != Tag::other) return fail();
  made->head = "distinct " + made->head;
  return made;
}

Expr* Analyzer::in_list(const Node& node) {
  const NodeList names = node.list("name");
  Identifier schema;
  Identifier name;
  read_operator_name(names, schema, name);
  const bool any = name != Identifier("<>");
  Expr* left = expr(node.child("lexpr"));
  Exprs plain;
  Exprs variable;
  Exprs all;
  for (const Node item : node.list("rexpr")) {
    Expr* value = expr(item);
    if (value->type.id == kNone) return fail();
    all.push_back(value);
    (contains_columns(*value, current_->depth) ? variable : plain).push_back(value);
  }
  if (left->type.id == kNone) return fail();
  Exprs parts;
  Exprs rest = all;
  if (plain.size() > 1) {
    Exprs candidates{left};
    candidates.insert(candidates.end(), plain.begin(), plain.end());
    TypeId scalar = common_of(candidates);
    if (scalar == kRecord) scalar = kNone;
    const TypeId array_type = scalar == kNone ? kNone : env_.array_of(scalar);
    if (array_type != kNone) {
      Exprs elements = plain;
      to_common(elements, scalar);
      Expr* list = tree_.make(Tag::array, {array_type, ""});
      list->args = std::move(elements);
      parts.push_back(array_op(names, any, left, list));
      rest = variable;
    }
  }
  for (Expr* value : rest) {
    if (left->tag == Tag::row && value->tag == Tag::row) {
      parts.push_back(row_op(schema, name, left->args, value->args));
    } else {
      parts.push_back(to_bool(op(schema, name, left, value)));
    }
  }
  if (parts.empty()) return fail();
  if (parts.size() == 1) return parts[0];
  Expr* made = tree_.make(any ? Tag::disjunction : Tag::conjunction, {kBool, ""});
  made->args = std::move(parts);
  return made;
}

Expr* Analyzer::between(const Node& node, std::string_view kind) {
  Expr* value = expr(node.child("lexpr"));
  const NodeList bounds = node.list("rexpr");
  if (bounds.size() != 2) return fail();
  Expr* low = expr(bounds[0]);
  Expr* high = expr(bounds[1]);
  const auto pair = [&](const char* first, Expr* a, const char* second, Expr* b, Tag tag) {
    Expr* made = tree_.make(tag, {kBool, ""});
    made->args = {op({}, Identifier(first), value, a), op({}, Identifier(second), value, b)};
    return made;
  };
  if (kind == "AEXPR_BETWEEN") return pair(">=", low, "<=", high, Tag::conjunction);
  if (kind == "AEXPR_NOT_BETWEEN") return pair("<", low, ">", high, Tag::disjunction);
  if (kind == "AEXPR_BETWEEN_SYM") {
    Expr* made = tree_.make(Tag::disjunction, {kBool, ""});
    made->args = {pair(">=", low, "<=", high, Tag::conjunction),
                  pair(">=", high, "<=", low, Tag::conjunction)};
    return made;
  }
  Expr* made = tree_.make(Tag::conjunction, {kBool, ""});
  made->args = {pair("<", low, ">", high, Tag::disjunction),
                pair("<", high, ">", low, Tag::disjunction)};
  return made;
}

Expr* Analyzer::a_expr(const Node& node) {
  const std::string_view kind = node.str("kind");
  if (kind == "AEXPR_IN") return in_list(node);
  if (kind.find("BETWEEN") != std::string_view::npos) return between(node, kind);
  const NodeList names = node.list("name");
  Expr* left = node.has("lexpr") ? expr(node.child("lexpr")) : nullptr;
  Expr* right = node.has("rexpr") ? expr(node.child("rexpr")) : nullptr;
  if (right == nullptr) return fail();
  if (kind == "AEXPR_OP" || kind == "AEXPR_LIKE" || kind == "AEXPR_ILIKE" ||
      kind == "AEXPR_SIMILAR") {
    if (left != nullptr && left->tag == Tag::row && right->tag == Tag::row) {
      Identifier schema;
      Identifier name;
      read_operator_name(names, schema, name);
      return row_op(schema, name, left->args, right->args);
    }
    return op(names, left, right);
  }
  if (left == nullptr) return fail();
  if (kind == "AEXPR_OP_ANY" || kind == "AEXPR_OP_ALL") {
    return array_op(names, kind == "AEXPR_OP_ANY", left, right);
  }
  if (kind == "AEXPR_DISTINCT") return distinct(left, right);
  if (kind == "AEXPR_NOT_DISTINCT") {
    Expr* made = distinct(left, right);
    if (made->head == "is not null") {
      made->head = "is null";
      return made;
    }
    return tree_.other("not", {made}, {kBool, ""});
  }
  if (kind == "AEXPR_NULLIF") {
    Expr* made = op(names, left, right);
    if (made->type.id != kBool || made->args.size() != 2) return fail();
    made->head = "nullif " + made->head;
    made->type = {made->args[0]->type.id, made->args[0]->type.modifier};
    return made;
  }
  return fail();
}

Expr* Analyzer::bool_expr(const Node& node) {
  const std::string_view op = node.str("boolop");
  Exprs args;
  for (const Node item : node.list("args")) args.push_back(condition(item));
  if (op == "NOT_EXPR") return tree_.other("not", std::move(args), {kBool, ""});
  Expr* made = tree_.make(op == "AND_EXPR" ? Tag::conjunction : Tag::disjunction, {kBool, ""});
  made->args = std::move(args);
  return made;
}

Expr* Analyzer::null_test(const Node& node) {
  Expr* arg = known(expr(node.child("arg")));
  return tree_.other(node.str("nulltesttype") == "IS_NOT_NULL" ? "is not null" : "is null", {arg},
                     {kBool, ""});
}

Expr* Analyzer::boolean_test(const Node& node) {
  return tree_.other("test " + node.string("booltesttype"), {condition(node.child("arg"))},
                     {kBool, ""});
}

Expr* Analyzer::sublink(const Node& node) {
  const std::string_view kind = node.str("subLinkType");
  const Node test = node.child("testexpr");
  Expr* left = test ? expr(test) : nullptr;
  const Select inner = select(node.child("subselect"), current_);
  if (inner.root == nullptr) return fail();
  if (kind == "EXISTS_SUBLINK") return tree_.other("exists", {inner.root}, {kBool, ""});
  if (kind == "EXPR_SUBLINK" || kind == "ARRAY_SUBLINK") {
    if (inner.columns.size() != 1) return fail();
    const ModifiedType type = inner.columns[0].value->type;
    if (kind == "EXPR_SUBLINK") return tree_.other("scalar query", {inner.root}, type);
    // Of arrays: an array of one dimension more.
    const TypeId of = env_.info(type.id).element != kNone ? type.id : env_.array_of(type.id);
    if (of == kNone) return fail();
    return tree_.other("array query", {inner.root}, {of, ""});
  }
  if (kind != "ANY_SUBLINK" && kind != "ALL_SUBLINK") return fail();
  if (left == nullptr) return fail();
  Identifier schema;
  Identifier name("=");
  if (!node.list("operName").empty()) read_operator_name(node.list("operName"), schema, name);
  const Exprs lefts = left->tag == Tag::row ? left->args : Exprs{left};
  if (lefts.size() != inner.columns.size()) return fail();
  Expr* made = tree_.other(kind == "ANY_SUBLINK" ? "any query" : "all query", {}, {kBool, ""});
  for (size_t i = 0; i < lefts.size(); ++i) {
    Expr* output = tree_.other("output " + std::to_string(i), {}, inner.columns[i].value->type);
    Expr* compare = op(schema, name, lefts[i], output);
    if (compare->type.id != kBool) return fail();
    made->args.push_back(compare);
  }
  made->args.push_back(inner.root);
  return made;
}

Expr* Analyzer::case_expr(const Node& node) {
  const Node arg = node.child("arg");
  Expr* test = nullptr;
  Expr* placeholder = nullptr;
  if (arg) {
    test = known(expr(arg));
    placeholder = tree_.other("case value", {}, test->type);
  }
  Exprs conditions;
  const Node otherwise = node.child("defresult");
  Exprs results{otherwise ? expr(otherwise) : null_constant(kUnknown)};
  for (const Node when : node.list("args")) {
    if (placeholder != nullptr) {
      conditions.push_back(to_bool(op({}, Identifier("="), placeholder, expr(when.child("expr")))));
    } else {
      conditions.push_back(condition(when.child("expr")));
    }
    results.push_back(expr(when.child("result")));
  }
  const TypeId type = common_of(results);
  if (type == kNone) return fail();
  to_common(results, type);
  Expr* made =
      tree_.other(test == nullptr ? "case" : "case of", {}, common_modified(results, type));
  if (test != nullptr) made->args.push_back(test);
  for (size_t i = 0; i < conditions.size(); ++i) {
    made->args.push_back(conditions[i]);
    made->args.push_back(results[i + 1]);
  }
  made->args.push_back(results[0]);
  return made;
}

Expr* Analyzer::row(const Node& node) {
  Expr* made = tree_.make(Tag::row, {kRecord, ""});
  for (const Node item : node.list("args")) {
    bool star = false;
    if (item.is("ColumnRef")) {
      for (const Node part : item.list("fields")) star = star || part.is("A_Star");
    }
    if (star) {
      std::vector<OutputColumn> expanded;
      expand_star(item, expanded);
      for (const OutputColumn& each : expanded) made->args.push_back(each.value);
    } else {
      Expr* value = expr(item);
      made->args.push_back(value);
    }
  }
  return made;
}

Expr* Analyzer::common_list(const char* head, const NodeList& list) {
  Exprs args = exprs(list);
  const TypeId type = common_of(args);
  if (type == kNone) return fail();
  to_common(args, type);
  const ModifiedType result = common_modified(args, type);
  return tree_.other(head, std::move(args), result);
}

Expr* Analyzer::value_function(const Node& node) {
  std::string_view op = node.str("op");
  constexpr std::string_view kPrefix = "SVFOP_";
  if (!op.starts_with(kPrefix)) return fail();
  op.remove_prefix(kPrefix.size());
  std::string name(op);
  std::string modifier;
  if (name.ends_with("_N")) {
    modifier = std::to_string(node.integer("typmod"));
    name.resize(name.size() - 2);
  }
  TypeId type = kName;
  if (name == "CURRENT_DATE") type = kDate;
  if (name == "CURRENT_TIME") type = kTimetz;
  if (name == "CURRENT_TIMESTAMP") type = kTimestamptz;
  if (name == "LOCALTIME") type = kTime;
  if (name == "LOCALTIMESTAMP") type = kTimestamp;
  return tree_.other("value " + name + (modifier.empty() ? "" : "(" + modifier + ")"), {},
                     {type, modifier});
}

// Whether it looks at columns of the query at `depth`: what IN (…) sorts its list by.
bool Analyzer::contains_columns(const Expr& expr, int depth) const {
  if ((expr.tag == Tag::column || expr.tag == Tag::whole_row) &&
      expr.range->owner->depth == depth) {
    return true;
  }
  return std::any_of(expr.args.begin(), expr.args.end(), [&](const Expr* arg) {
    return arg != nullptr && contains_columns(*arg, depth);
  });
}

// FigureColname() of PostgreSQL: the name of an output column that has none.
Identifier Analyzer::figure_name(const Node& node, Figure& strength) {
  const std::string_view tag = node.tag();
  const auto strong = [&](std::string_view name) {
    strength = Figure::strong;
    return Identifier(name);
  };
  const auto last_string = [&](const NodeList& list) {
    Identifier name;
    for (const Node part : list) {
      if (part.is("String")) name = Identifier(part.sval());
    }
    return name;
  };
  if (tag == "ColumnRef") {
    const Identifier name = last_string(node.list("fields"));
    if (!name.empty()) strength = Figure::strong;
    return name;
  }
  if (tag == "A_Indirection") {
    const Identifier name = last_string(node.list("indirection"));
    if (!name.empty()) {
      strength = Figure::strong;
      return name;
    }
    return figure_name(node.child("arg"), strength);
  }
  if (tag == "FuncCall") {
    const NodeList parts = node.list("funcname");
    Identifier name = last_string(parts);
    if (env_.system().server_version < 140000 && parts.size() == 2 &&
        name == Identifier("extract")) {
      name = Identifier("date_part");
    }
    strength = Figure::strong;
    return name;
  }
  if (tag == "A_Expr") {
    return node.str("kind") == "AEXPR_NULLIF" ? strong("nullif") : Identifier();
  }
  if (tag == "A_Const") {
    // Up to 14 TRUE and FALSE are casts of a literal in the grammar.
    if (node.has("boolval") && env_.system().server_version < 150000) {
      strength = Figure::weak;
      return Identifier("bool");
    }
    return {};
  }
  if (tag == "TypeCast") {
    Figure inner = Figure::none;
    const Identifier name = figure_name(node.child("arg"), inner);
    if (inner == Figure::strong) {
      strength = inner;
      return name;
    }
    strength = Figure::weak;
    return last_string(node.child("typeName").list("names"));
  }
  if (tag == "CollateClause") return figure_name(node.child("arg"), strength);
  if (tag == "GroupingFunc") return strong("grouping");
  if (tag == "XmlSerialize") return strong("xmlserialize");
  if (tag == "XmlExpr") {
    std::string name = lowered(node.str("op"));
    if (!name.starts_with("is_xml")) return {};
    return strong(std::string_view(name).substr(3));
  }
  if (tag == "SubLink") {
    const std::string_view kind = node.str("subLinkType");
    if (kind == "EXISTS_SUBLINK") return strong("exists");
    if (kind == "ARRAY_SUBLINK") return strong("array");
    if (kind == "EXPR_SUBLINK") {
      Node select = node.child("subselect");
      while (select.str("op") != "" && select.str("op") != "SETOP_NONE" && select.has("larg")) {
        select = select.child("larg");
      }
      if (select.has("valuesLists")) return strong("column1");
      const Node target = select.list("targetList").front();
      strength = Figure::strong;
      if (target.has("name")) return Identifier(target.str("name"));
      Figure inner = Figure::none;
      const Identifier name = figure_name(target.child("val"), inner);
      return name.empty() ? Identifier("?column?") : name;
    }
    return {};
  }
  if (tag == "CaseExpr") {
    Figure inner = Figure::none;
    const Identifier name = figure_name(node.child("defresult"), inner);
    if (inner == Figure::strong) {
      strength = inner;
      return name;
    }
    strength = Figure::weak;
    return Identifier("case");
  }
  if (tag == "A_ArrayExpr") return strong("array");
  if (tag == "RowExpr") return strong("row");
  if (tag == "CoalesceExpr") return strong("coalesce");
  if (tag == "MinMaxExpr") return strong(node.str("op") == "IS_LEAST" ? "least" : "greatest");
  if (tag == "SQLValueFunction") {
    std::string name = node.string("op");
    if (name.starts_with("SVFOP_")) name = name.substr(6);
    if (name.ends_with("_N")) name.resize(name.size() - 2);
    for (char& c : name) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
    return strong(name);
  }
  return {};
}

}  // namespace schemadiff
