#include "parser/expression/environment.h"
#include "engine/base/text.h"
#include "engine/model/ancestors.h"
#include "engine/objects/view/output_type.h"

#include <algorithm>

namespace schemadiff {
namespace {

using namespace type_id;

constexpr TypeId kFirstOwn = 0xC0000000U;

uint64_t key_of_cast(TypeId source, TypeId target) {
  return static_cast<uint64_t>(source) << 32 | target;
}

// Reads one possibly quoted name; stops behind it.
std::string read_name(std::string_view text, size_t& at) {
  std::string out;
  if (at < text.size() && text[at] == '"') {
    for (++at; at < text.size(); ++at) {
      if (text[at] == '"') {
        if (at + 1 >= text.size() || text[at + 1] != '"') break;
        ++at;
      }
      out += text[at];
    }
    ++at;
    return out;
  }
  while (at < text.size() && text[at] != '.') out += text[at++];
  return out;
}

// The fields of an interval, as intervaltypmodin() numbers them.
const char* interval_fields(int64_t mask) {
  switch (mask) {
    case 1 << 2:
      return "year";
    case 1 << 1:
      return "month";
    case 1 << 3:
      return "day";
    case 1 << 10:
      return "hour";
    case 1 << 11:
      return "minute";
    case 1 << 12:
      return "second";
    case (1 << 2) | (1 << 1):
      return "year to month";
    case (1 << 3) | (1 << 10):
      return "day to hour";
    case (1 << 3) | (1 << 10) | (1 << 11):
      return "day to minute";
    case (1 << 3) | (1 << 10) | (1 << 11) | (1 << 12):
      return "day to second";
    case (1 << 10) | (1 << 11):
      return "hour to minute";
    case (1 << 10) | (1 << 11) | (1 << 12):
      return "hour to second";
    case (1 << 11) | (1 << 12):
      return "minute to second";
    default:
      return "";
  }
}

}  // namespace

Environment::Environment(const Catalog& catalog, const SystemCatalog& system,
                         const Renames* renames, OtherCasts other_casts)
    : catalog_(catalog), system_(system), renames_(renames), next_own_(kFirstOwn) {
  for (const SystemCollation& collation : system.collations) {
    system_collations_.emplace(collation.oid, QualifiedName{collation.schema, collation.name});
  }
  types_.reserve(system.types.size() * 2);
  types_by_sql_.reserve(system.types.size() * 2);
  for (const SystemType& type : system.types) {
    TypeInfo info;
    info.id = type.oid;
    info.schema = type.schema;
    info.name = type.name;
    info.sql = type.sql;
    info.type = type.type;
    info.category = type.category;
    info.preferred = type.preferred;
    info.element = type.element;
    info.array = type.array;
    info.base.id = type.base;
    info.has_row = type.relation != 0;
    if (type.collation != 0) info.collation = system_collations_[type.collation];
    types_by_sql_.emplace(type.sql, type.oid);
    system_types_.emplace(Name{type.schema, type.name}, type.oid);
    types_.emplace(type.oid, std::move(info));
  }
  // format_type(oid, -1) and format_type(oid, null) write these two apart.
  types_by_sql_.emplace("bpchar", kBpchar);
  types_by_sql_.emplace("bpchar[]", array_of(kBpchar));
  types_by_sql_.emplace("character", kBpchar);
  types_by_sql_.emplace("character[]", array_of(kBpchar));
  types_by_sql_.emplace("bit", kBit);
  types_by_sql_.emplace("\"bit\"", kBit);
  system_functions_.reserve(system.functions.size());
  functions_by_oid_.reserve(system.functions.size());
  for (uint32_t i = 0; i < system.functions.size(); ++i) {
    system_functions_[system.functions[i].name].push_back(i);
    functions_by_oid_.emplace(system.functions[i].oid, i);
  }
  const auto known = [&](TypeId type) { return type == kNone || types_.contains(type); };
  for (const SystemOperator& op : system.operators) {
    if (op.of_user || !known(op.left) || !known(op.right) || !known(op.result)) continue;
    operators_[op.name].push_back({op.schema, op.name, op.left, op.right, op.result, {}});
  }
  for (const SystemCollation& collation : system.collations) {
    if (!collation.of_user) collations_[collation.name].push_back(collation.schema);
  }
  for (const auto& [id, collation] : catalog.objects<Collation>()) {
    collations_[id.name].push_back(id.schema);
  }
  for (const auto& [id, op] : catalog.objects<Operator>()) own_operators_[id.name].push_back(&op);
  for (const auto& [id, function] : catalog.objects<Function>()) {
    own_functions_[id.name].push_back(&function);
  }
  columns_.reserve(catalog.objects<Table>().size());
  for (const auto& [id, column] : catalog.objects<Column>()) {
    columns_[id.container(Kind::table)].push_back(&column);
  }
  add_casts(other_casts);
}

void Environment::add_casts(OtherCasts other_casts) {
  for (const auto& [id, cast] : catalog_.objects<Cast>()) {
    casts_.emplace(
        key_of_cast(type_of(cast.from).id, type_of(cast.to).id),
        CastInfo{static_cast<char>(cast.context), static_cast<char>(cast.method), 0, &cast});
  }
  for (const SystemCast& cast : system_.casts) {
    CastInfo info{cast.context, cast.method, cast.function, nullptr};
    if (cast.source_of_user.empty()) {
      casts_.emplace(key_of_cast(cast.source, cast.target), info);
    } else if (other_casts == OtherCasts::there) {
      casts_.emplace(
          key_of_cast(type_of({cast.source_of_user, {}}).id, type_of({cast.target_of_user, {}}).id),
          info);
    }
  }
}

std::vector<Identifier> Environment::lookup_order(const SearchPath& path) {
  static const Identifier pg_catalog("pg_catalog");
  std::vector<Identifier> out = path.schemas();
  if (std::find(out.begin(), out.end(), pg_catalog) == out.end()) {
    out.insert(out.begin(), pg_catalog);
  }
  return out;
}

const TypeInfo& Environment::info(TypeId type) {
  static const TypeInfo kUnknownType;
  const auto found = types_.find(type);
  return found == types_.end() ? kUnknownType : found->second;
}

std::string Environment::sql(const ModifiedType& type) {
  const TypeInfo& of = info(type.id);
  if (type.modifier.empty()) return of.sql;
  if (of.element != kNone) return sql({of.element, type.modifier}) + "[]";
  if (type.id == kInterval && (type.modifier[0] < '0' || type.modifier[0] > '9')) {
    return of.sql + " " + type.modifier;
  }
  const size_t space =
      type.id == kTime || type.id == kTimetz || type.id == kTimestamp || type.id == kTimestamptz
          ? of.sql.find(' ')
          : std::string::npos;
  if (space == std::string::npos) return of.sql + "(" + type.modifier + ")";
  return of.sql.substr(0, space) + "(" + type.modifier + ")" + of.sql.substr(space);
}

TypeId Environment::add_own(TypeInfo info) {
  const TypeId id = next_own_;
  next_own_ += 2;
  info.id = id;
  info.array = id + 1;
  TypeInfo array;
  array.id = id + 1;
  array.schema = info.schema;
  array.name = Identifier("_" + info.name.str());
  array.sql = info.sql + "[]";
  array.category = 'A';
  array.element = id;
  array.object = info.object;
  array.collation = info.collation;
  types_.emplace(array.id, std::move(array));
  types_.emplace(id, std::move(info));
  return id;
}

TypeId Environment::own_type(const ObjectId& object) {
  const auto found = own_types_.find(object);
  if (found != own_types_.end()) return found->second;
  TypeInfo info;
  info.schema = object.schema;
  info.name = object.name;
  info.sql = relation_called(object);
  info.object = object;
  if (object.kind == Kind::enum_type) {
    info.type = 'e';
    info.category = 'E';
  } else if (object.kind == Kind::domain) {
    info.type = 'd';
  } else if (object.kind == Kind::range_type) {
    info.type = 'r';
    info.category = 'R';
  } else if (object.kind == Kind::base_type || object.kind == Kind::shell_type) {
    // The server's own knows its casts.
    const auto known = system_types_.find(Name{object.schema, object.name});
    if (known != system_types_.end()) return known->second;
    const BaseType* base = catalog_.find<BaseType>(object);
    info.type = 'b';
    info.category = base == nullptr || base->category.empty() ? 'U' : base->category.front();
    info.preferred = base != nullptr && base->preferred;
    if (base != nullptr && base->collatable) info.collation = {"pg_catalog", "default"};
  } else {
    info.type = 'c';
    info.category = 'C';
    info.has_row = true;
  }
  const TypeId id = add_own(std::move(info));
  own_types_.emplace(object, id);
  if (object.kind == Kind::domain) {
    const Domain* domain = catalog_.find<Domain>(object);
    if (domain != nullptr) {
      const ModifiedType base = type_of(domain->base);
      const char category = this->info(base.id).category;
      const QualifiedName collation =
          domain->collation.empty() ? this->info(base.id).collation : domain->collation;
      types_[id].base = base;
      types_[id].category = category;
      types_[id].collation = types_[id + 1].collation = collation;
    }
  }
  return id;
}

TypeId Environment::find_type_in(Identifier schema, Identifier name) {
  const ObjectId own = catalog_.find_type(schema, name);
  if (own.known()) return own_type(own);
  const TypeId multirange = multirange_in(schema, name);
  if (multirange != kNone) return multirange;
  const auto found = system_types_.find(Name{schema, name});
  return found == system_types_.end() ? kNone : found->second;
}

TypeId Environment::multirange_in(Identifier schema, Identifier name) {
  const QualifiedName wanted{schema, name};
  for (const auto& [id, range] : catalog_.objects<RangeType>()) {
    if (range.multirange_type != wanted) continue;
    const auto [known, fresh] = own_multiranges_.try_emplace(Name{schema, name}, kNone);
    if (fresh) {
      TypeInfo info;
      info.schema = schema;
      info.name = name;
      info.sql = relation_called(object_id(Kind::range_type, schema, name));
      info.type = 'm';
      info.category = 'R';
      info.object = id;
      known->second = add_own(std::move(info));
    }
    return known->second;
  }
  return kNone;
}

TypeId Environment::find_type(Identifier schema, Identifier name, const Path& path) {
  const auto lookup = [&](Identifier in) -> TypeId {
    const TypeId found = find_type_in(in, name);
    if (found != kNone || name.str().size() < 2 || name.str()[0] != '_') return found;
    const TypeId element = find_type_in(in, Identifier(std::string_view(name.str()).substr(1)));
    return element == kNone ? kNone : array_of(element);
  };
  if (!schema.empty()) return lookup(schema);
  for (const Identifier in : path) {
    const TypeId found = lookup(in);
    if (found != kNone) return found;
  }
  return kNone;
}

ModifiedType Environment::type_of(const TypeRef& type) {
  if (type.empty()) return {};
  const auto memo = parsed_types_.find(type.sql);
  if (memo != parsed_types_.end()) return memo->second;
  const std::string& sql = type.sql;
  std::string base;
  std::string modifier;
  bool quoted = false;
  for (size_t i = 0; i < sql.size(); ++i) {
    if (sql[i] == '"') quoted = !quoted;
    if (!quoted && sql[i] == '(') {
      const size_t end = sql.find(')', i);
      if (end == std::string::npos) break;
      modifier = lowered(sql.substr(i + 1, end - i - 1));
      i = end;
    } else {
      base += sql[i];
    }
  }
  bool array = false;
  while (base.size() > 2 && base.ends_with("[]")) {
    array = true;
    base.resize(base.size() - 2);
  }
  if (base.starts_with("interval ")) {
    std::string fields = base.substr(9);
    if (!modifier.empty()) fields += "(" + modifier + ")";
    modifier = fields;
    base = "interval";
  }
  ModifiedType out;
  out.modifier = modifier;
  const auto system = types_by_sql_.find(base);
  if (system != types_by_sql_.end()) {
    out.id = system->second;
  } else {
    size_t at = 0;
    const std::string first = read_name(base, at);
    if (at < base.size() && base[at] == '.') {
      ++at;
      const std::string second = read_name(base, at);
      out.id = find_type_in(Identifier(first), Identifier(second));
    } else {
      out.id = find_type_in(Identifier("pg_catalog"), Identifier(first));
    }
  }
  if (array && out.id != kNone) out.id = array_of(out.id);
  if (out.id == kNone) out = {};
  parsed_types_.emplace(type.sql, out);
  return out;
}

ModifiedType Environment::type_name(const Node& node, const Path& path) {
  ModifiedType out;
  if (node.boolean("pct_type")) return out;
  Identifier schema;
  Identifier name;
  const NodeList names = node.list("names");
  size_t count = names.size();
  for (const Node part : names) {
    if (count == 2) schema = Identifier(part.str(part.has("sval") ? "sval" : "str"));
    if (count == 1) name = Identifier(part.str(part.has("sval") ? "sval" : "str"));
    --count;
  }
  out.id = find_type(schema, name, path);
  if (out.id == kNone) return {};
  std::vector<std::string> modifiers;
  for (const Node modifier : node.list("typmods")) {
    if (modifier.is("A_Const")) {
      if (modifier.has("sval")) {
        modifiers.push_back(lowered(modifier.child("sval").str("sval")));
      } else {
        modifiers.push_back(std::to_string(modifier.child("ival").integer("ival")));
      }
    } else if (modifier.is("ColumnRef")) {
      modifiers.push_back(lowered(modifier.list("fields").front().sval()));
    } else {
      return {};
    }
  }
  if (out.id == kInterval && !modifiers.empty()) {
    out.modifier = interval_fields(std::atoll(modifiers[0].c_str()));
    if (modifiers.size() > 1) {
      out.modifier = out.modifier.empty() ? modifiers[1] : out.modifier + "(" + modifiers[1] + ")";
    }
  } else {
    if (out.id == kNumeric && modifiers.size() == 1) modifiers.push_back("0");
    for (const std::string& modifier : modifiers) {
      if (!out.modifier.empty()) out.modifier += ",";
      out.modifier += modifier;
    }
  }
  if (!node.list("arrayBounds").empty()) out.id = array_of(out.id);
  if (out.id == kNone) return {};
  return out;
}

ModifiedType Environment::base_of(TypeId type) {
  ModifiedType out{type, ""};
  for (int depth = 0; depth < 32; ++depth) {
    const TypeInfo& at = info(out.id);
    if (at.type != 'd' || at.base.id == kNone) break;
    const std::string modifier = out.modifier;
    out = at.base;
    if (out.modifier.empty()) out.modifier = modifier;
  }
  return out;
}

std::vector<ColumnInfo> Environment::row_columns(TypeId type) {
  std::vector<ColumnInfo> out;
  const TypeInfo& row = info(base_of(type).id);
  if (!row.has_row || !row.object.known()) return out;
  if (row.object.kind == Kind::composite_type) {
    const CompositeType* composite = catalog_.find<CompositeType>(row.object);
    if (composite == nullptr) return out;
    for (const CompositeAttribute& attribute : composite->attributes) {
      ColumnInfo& column = out.emplace_back();
      const ObjectId object = row.object.with_sub(Kind::column, attribute.name);
      column = {attribute.name, type_of(attribute.type), object};
      if (!attribute.collation.empty()) column.collated = Collated::implicit(attribute.collation);
    }
    return out;
  }
  const RelationInfo& from = relation(row.object);
  if (from.known) out = from.columns;
  return out;
}

TypeId Environment::row_type(const ObjectId& id) {
  return catalog_.contains(id) ? own_type(id) : kNone;
}

TypeId Environment::range_subtype(TypeId range) {
  switch (range) {
    case 3904:
      return kInt4;
    case 3906:
      return kNumeric;
    case 3908:
      return kTimestamp;
    case 3910:
      return kTimestamptz;
    case 3912:
      return kDate;
    case 3926:
      return kInt8;
    default:
      break;
  }
  const TypeInfo& own = info(range);
  const RangeType* type = own.type == 'r' ? catalog_.find<RangeType>(own.object) : nullptr;
  return type == nullptr ? kNone : type_of(type->subtype).id;
}

TypeId Environment::range_of_multirange(TypeId multirange) {
  switch (multirange) {
    case 4451:
      return 3904;
    case 4532:
      return 3906;
    case 4533:
      return 3908;
    case 4534:
      return 3910;
    case 4535:
      return 3912;
    case 4536:
      return 3926;
    default:
      break;
  }
  const TypeInfo own = info(multirange);
  return own.type == 'm' && own.object.known() ? own_type(own.object) : kNone;
}

ObjectId Environment::find_relation(Identifier schema, Identifier name, const Path& path) {
  const auto lookup = [&](Identifier in) {
    const auto [entry, fresh] = found_relations_.try_emplace(Name{in, name});
    if (fresh) entry->second = catalog_.find_relation(in, name);
    return entry->second;
  };
  if (!schema.empty()) return lookup(schema);
  for (const Identifier in : path) {
    const ObjectId found = lookup(in);
    if (found.known()) return found;
  }
  return {};
}

ObjectId Environment::identity_column(const ObjectId& sequence) {
  if (!identities_) {
    identities_.emplace();
    for (const auto& [id, column] : catalog_.objects<Column>()) {
      if (!column.identity || column.identity->sequence.empty()) continue;
      const QualifiedName& name = column.identity->sequence;
      identities_->emplace(Name{name.schema, name.name}, id);
    }
  }
  const auto found = identities_->find(Name{sequence.schema, sequence.name});
  return found == identities_->end() ? ObjectId() : found->second;
}

std::vector<ObjectId> Environment::find_identity_sequence(Identifier schema, Identifier name,
                                                          const Path& path) {
  for (const Identifier in : schema.empty() ? path : Path{schema}) {
    const ObjectId sequence = object_id(Kind::sequence, in, name);
    const ObjectId column = identity_column(sequence);
    if (column.known()) return {sequence, column};
  }
  return {};
}

void Environment::add_inherited(const ObjectId& table, RelationInfo& out, int depth) {
  const Table* object = catalog_.find<Table>(table);
  if (object == nullptr || depth > 64) return;
  const auto merge = [&](const ColumnInfo& column) {
    for (ColumnInfo& present : out.columns) {
      if (present.name == column.name) {
        if (present.object.schema != column.object.schema || column.object.name == table.name) {
          present.object = column.object;
        }
        return;
      }
    }
    out.columns.push_back(column);
  };
  for (const ObjectId& parent : parents_of(*object)) {
    for (const ColumnInfo& column : relation(parent).columns) merge(column);
  }
  if (!object->of_type.empty()) {
    const ModifiedType type = type_of(object->of_type);
    for (ColumnInfo& column : row_columns(type.id)) {
      column.object = {};  // the table has columns of its own of them
      merge(column);
    }
  }
  const auto own = columns_.find(table.container(Kind::table));
  if (own == columns_.end()) return;
  std::vector<const Column*> columns = own->second;
  std::sort(columns.begin(), columns.end(), [](const Column* a, const Column* b) {
    return a->position != b->position ? a->position < b->position : a->id < b->id;
  });
  for (const Column* column : columns) {
    ColumnInfo info{column->id.sub, type_of(column->type), column->id};
    if (!column->collation.empty()) info.collated = Collated::implicit(column->collation);
    merge(info);
  }
}

const RelationInfo& Environment::relation(const ObjectId& id) {
  const auto found = relations_.find(id);
  if (found != relations_.end()) return found->second;
  RelationInfo& out = relations_[id];  // known is false while a cycle leads back here
  out.id = id;
  RelationInfo made;
  made.id = id;
  switch (id.kind) {
    case Kind::table:
      add_inherited(id, made, 0);
      made.known = true;
      break;
    case Kind::view: {
      const View* view = catalog_.find<View>(id);
      if (view == nullptr) break;
      for (size_t i = 0; i < view->output.size(); ++i) {
        auto [name, type] = view->output[i];
        const std::string collation = take_collation(type);
        ColumnInfo& column = made.columns.emplace_back();
        column = {name, type_of(type), {}};
        if (collation.empty()) continue;
        size_t at = 0;
        const Identifier schema(read_name(collation, at));
        column.collated = Collated::implicit({schema, Identifier(read_name(collation, ++at))});
      }
      made.known = !made.columns.empty();
      if (!made.known && view_columns_) made.known = view_columns_(id, made.columns);
      break;
    }
    case Kind::materialized_view:
      if (view_columns_) made.known = view_columns_(id, made.columns);
      break;
    case Kind::sequence:
      made.columns = {{Identifier("last_value"), {kInt8, ""}, {}},
                      {Identifier("log_cnt"), {kInt8, ""}, {}},
                      {Identifier("is_called"), {kBool, ""}, {}}};
      made.known = true;
      break;
    default:
      break;
  }
  RelationInfo& slot = relations_[id];
  slot = std::move(made);
  return slot;
}

const Constraint* Environment::primary_key(const ObjectId& table) {
  if (!primary_keys_) {
    primary_keys_.emplace();
    for (const auto& [id, constraint] : catalog_.objects<Constraint>()) {
      if (constraint.type == ConstraintType::primary_key) {
        primary_keys_->emplace(id.container(Kind::table), &constraint);
      }
    }
  }
  const auto found = primary_keys_->find(table);
  return found == primary_keys_->end() ? nullptr : found->second;
}

const FunctionInfo* Environment::system_function(size_t index) {
  const auto key = static_cast<uint32_t>(index);
  const auto found = made_functions_.find(key);
  if (found != made_functions_.end()) return found->second;
  const SystemFunction& from = system_.functions[index];
  FunctionInfo& made = function_store_.emplace_back();
  made.oid = from.oid;
  made.schema = from.schema;
  made.name = from.name;
  made.kind = from.kind;
  made.arguments = from.arguments;
  made.variadic = from.variadic;
  made.default_arguments = from.default_arguments;
  made.result = from.result;
  made.returns_set = from.returns_set;
  made.argument_names = from.argument_names;
  made.outputs = from.outputs;
  // An aggregate of the state's own types has them by oids that mean nothing here.
  for (const TypeId type : made.arguments) {
    if (info(type).id == kNone) made.resolved = false;
  }
  if (info(made.result).id == kNone) made.resolved = false;
  made_functions_.emplace(key, &made);
  return &made;
}

// A file does not say it: what the final function returns, else the state.
TypeId Environment::result_of(const Aggregate& aggregate, FunctionInfo& made) {
  const QualifiedName& final = aggregate.plain.final;
  TypeId result = kNone;
  if (final.empty()) {
    result = type_of(aggregate.plain.type).id;
  } else if (final.name != made.name) {
    for (const FunctionInfo* candidate : functions(final.name)) {
      const bool fits = candidate->schema == final.schema && !candidate->arguments.empty() &&
                        candidate->arguments[0] == type_of(aggregate.plain.type).id;
      if (fits) result = candidate->result;
    }
  }
  if (result == kNone) made.resolved = false;
  return result;
}

// r(low, high), r(low, high, bounds), m(), m(r), m(VARIADIC r[]): what comes with a range type.
void Environment::add_range_constructors(Identifier name, std::vector<const FunctionInfo*>& out) {
  const auto add = [&](const ObjectId& range, Identifier schema, TypeId result,
                       std::vector<TypeId> arguments) -> FunctionInfo& {
    FunctionInfo& made = function_store_.emplace_back();
    made.schema = schema;
    made.name = name;
    made.result = result;
    made.object = range;
    made.arguments = std::move(arguments);
    for (const TypeId type : made.arguments) made.resolved = made.resolved && type != kNone;
    out.push_back(&made);
    return made;
  };
  for (const auto& [id, type] : catalog_.objects<RangeType>()) {
    if (id.name == name) {
      const TypeId range = own_type(id);
      const TypeId subtype = type_of(type.subtype).id;
      add(id, id.schema, range, {subtype, subtype});
      add(id, id.schema, range, {subtype, subtype, kText});
    }
    const QualifiedName& multirange = type.multirange_type;
    if (multirange.name == name) {
      const TypeId range = own_type(id);
      const TypeId result = multirange_in(multirange.schema, name);
      add(id, multirange.schema, result, {});
      add(id, multirange.schema, result, {range});
      add(id, multirange.schema, result, {array_of(range)}).variadic = range;
    }
  }
}

const std::vector<const FunctionInfo*>& Environment::functions(Identifier name) {
  const auto memo = functions_.find(name);
  if (memo != functions_.end()) return memo->second;
  std::vector<const FunctionInfo*> out;
  const auto own = own_functions_.find(name);
  if (own != own_functions_.end()) {
    for (const Function* from : own->second) {
      FunctionInfo& made = function_store_.emplace_back();
      made.schema = from->id.schema;
      made.name = from->id.name;
      made.kind = static_cast<char>(from->kind);
      made.object = from->id;
      const auto resolve = [&](const TypeRef& type) {
        const TypeId id = type_of(type).id;
        if (id == kNone) made.resolved = false;
        return id;
      };
      bool any_name = false;
      for (const FunctionArgument& argument : from->arguments) {
        const TypeId type = resolve(argument.type);
        const bool input =
            argument.mode != ArgumentMode::out && argument.mode != ArgumentMode::table;
        if (input) {
          made.arguments.push_back(type);
          made.argument_names.push_back(argument.name);
          any_name = any_name || !argument.name.empty();
          if (argument.default_value) ++made.default_arguments;
          if (argument.mode == ArgumentMode::variadic) {
            made.variadic = type == kAny ? kAny : info(type).element;
            if (type == kAnyArray) made.variadic = kAnyElement;
            if (type == kAnyCompatibleArray) made.variadic = kAnyCompatible;
          }
        }
        if (argument.mode == ArgumentMode::out || argument.mode == ArgumentMode::table ||
            argument.mode == ArgumentMode::inout) {
          made.outputs.emplace_back(argument.name, type);
        }
      }
      if (!any_name) made.argument_names.clear();
      made.result = from->returns.empty() ? kVoid : resolve(from->returns);
      if (from->aggregate && from->returns.empty()) made.result = result_of(*from->aggregate, made);
      made.returns_set = from->returns_set;
      out.push_back(&made);
    }
  }
  add_range_constructors(name, out);
  const auto system = system_functions_.find(name);
  if (system != system_functions_.end()) {
    for (const uint32_t index : system->second) out.push_back(system_function(index));
  }
  return functions_.emplace(name, std::move(out)).first->second;
}

const FunctionInfo* Environment::function(Oid oid) {
  const auto found = functions_by_oid_.find(oid);
  return found == functions_by_oid_.end() ? nullptr : system_function(found->second);
}

const std::vector<OperatorInfo>& Environment::operators(Identifier name) {
  static const std::vector<OperatorInfo> kNone;
  // Functions, which say the type of the result, are made on first use: so are these.
  const auto own = own_operators_.find(name);
  if (own != own_operators_.end()) {
    const std::vector<const Operator*> fresh = std::move(own->second);
    own_operators_.erase(own);
    for (const Operator* op : fresh) {
      OperatorInfo made{op->id.schema,         op->id.name,    type_of(op->left).id,
                        type_of(op->right).id, type_id::kNone, op->id};
      std::vector<TypeId> arguments{made.right};
      if (!op->left.empty()) arguments.insert(arguments.begin(), made.left);
      for (const FunctionInfo* function : functions(op->function.name)) {
        if (function->schema == op->function.schema && function->arguments == arguments) {
          made.result = function->result;
        }
      }
      const bool known = made.result != type_id::kNone && made.right != type_id::kNone &&
                         (op->left.empty() || made.left != type_id::kNone);
      if (known) operators_[name].push_back(made);
    }
  }
  const auto found = operators_.find(name);
  return found == operators_.end() ? kNone : found->second;
}

const CastInfo* Environment::cast(TypeId source, TypeId target) const {
  const auto found = casts_.find(key_of_cast(source, target));
  if (found == casts_.end()) return nullptr;
  const Cast* own = found->second.own;
  const bool left_out = own != nullptr && left_out_.known() && called_by(*own) == left_out_;
  return left_out ? nullptr : &found->second;
}

const FunctionInfo* Environment::function_of(const CastInfo& cast) {
  if (cast.own == nullptr) return function(cast.function);
  const ObjectId wanted = called_by(*cast.own);
  const bool of_state = catalog_.contains(wanted);
  for (const FunctionInfo* candidate : functions(wanted.name)) {
    if (!candidate->resolved) continue;
    if (of_state ? candidate->object == wanted : is_system_function(*candidate, wanted)) {
      return candidate;
    }
  }
  return nullptr;
}

bool Environment::is_system_function(const FunctionInfo& function, const ObjectId& id) {
  if (function.object.known() || function.schema != id.schema) return false;
  std::string arguments;
  for (const TypeId type : function.arguments) {
    arguments += (arguments.empty() ? "" : ", ") + info(type).sql;
  }
  return id.sub == "(" + arguments + ")";
}

std::optional<Identifier> Environment::collation_schema(Identifier schema, Identifier name,
                                                        const Path& path) {
  const auto found = collations_.find(name);
  if (found == collations_.end()) return std::nullopt;
  const auto has = [&](Identifier in) {
    return std::find(found->second.begin(), found->second.end(), in) != found->second.end();
  };
  if (!schema.empty()) return has(schema) ? std::optional<Identifier>(schema) : std::nullopt;
  for (const Identifier in : path) {
    if (has(in)) return in;
  }
  return std::nullopt;
}

}  // namespace schemadiff
