#include "parser/name_resolver.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/edit_distance.h"
#include "parser/statement_context.h"

namespace schemadiff {
namespace {

const Identifier& pg_catalog() {
  static const Identifier name("pg_catalog");
  return name;
}

// The schemas of `path` with pg_catalog where it is searched.
std::vector<Identifier> searched(const SearchPath& path) {
  std::vector<Identifier> schemas = path.schemas();
  if (std::find(schemas.begin(), schemas.end(), pg_catalog()) == schemas.end()) {
    schemas.insert(schemas.begin(), pg_catalog());
  }
  return schemas;
}

// A modifier as text: constants, and names (geometry(Point, 4326)).
std::string modifier_text(const Node& node) {
  if (node.is("A_Const")) {
    if (node.has("ival")) return std::to_string(node.child("ival").integer("ival"));
    if (node.has("fval")) return node.child("fval").string("fval");
    if (node.has("sval")) return node.child("sval").string("sval");
    return "";
  }
  if (node.is("ColumnRef")) return std::string(node.list("fields").back().sval());
  return "";
}

// "hour to second" of an interval's range mask.
std::string interval_fields(int64_t mask) {
  struct Range {
    int64_t mask;
    const char* text;
  };
  constexpr int64_t kMonth = 1 << 1, kYear = 1 << 2, kDay = 1 << 3, kHour = 1 << 10,
                    kMinute = 1 << 11, kSecond = 1 << 12;
  static constexpr Range kRanges[] = {{kYear, " year"},
                                      {kMonth, " month"},
                                      {kDay, " day"},
                                      {kHour, " hour"},
                                      {kMinute, " minute"},
                                      {kSecond, " second"},
                                      {kYear | kMonth, " year to month"},
                                      {kDay | kHour, " day to hour"},
                                      {kDay | kHour | kMinute, " day to minute"},
                                      {kDay | kHour | kMinute | kSecond, " day to second"},
                                      {kHour | kMinute, " hour to minute"},
                                      {kHour | kMinute | kSecond, " hour to second"},
                                      {kMinute | kSecond, " minute to second"}};
  for (const Range& range : kRanges) {
    if (range.mask == mask) return range.text;
  }
  return "";
}

std::string precision_text(std::string_view digits) {
  // More than microseconds are cut to them, with a warning of the server.
  return digits.size() > 1 || digits > "6" ? "6" : std::string(digits);
}

// A system type with its modifiers, as format_type() prints it.
std::string with_modifiers(const SystemType& type, const NodeList& modifiers) {
  std::vector<std::string> texts;
  for (const Node modifier : modifiers) texts.push_back(modifier_text(modifier));
  const std::string& name = type.name.str();
  const bool built_in = type.schema == pg_catalog();
  if (built_in && texts.empty()) {
    // Without a length these are not what the plain key words mean.
    if (name == "bpchar") return "bpchar";
    if (name == "bit") return "\"bit\"";
    return type.sql;
  }
  if (texts.empty()) return type.sql;
  if (built_in) {
    if (name == "interval") {
      std::string out =
          "interval" + interval_fields(modifiers.front().child("ival").integer("ival"));
      if (texts.size() > 1) out += "(" + precision_text(texts[1]) + ")";
      return out;
    }
    if (name == "timestamp" || name == "timestamptz" || name == "time" || name == "timetz") {
      const char* zone = name.ends_with("tz") ? " with time zone" : " without time zone";
      return name.substr(0, name.size() - (name.ends_with("tz") ? 2 : 0)) + "(" +
             precision_text(texts[0]) + ")" + zone;
    }
    if (name == "numeric" && texts.size() == 1) texts.push_back("0");
  }
  std::string out = type.sql + "(";
  for (size_t i = 0; i < texts.size(); ++i) out += (i > 0 ? "," : "") + texts[i];
  return out + ")";
}

bool is_serial(std::string_view name, std::string& integer) {
  if (name == "serial" || name == "serial4") integer = "integer";
  if (name == "bigserial" || name == "serial8") integer = "bigint";
  if (name == "smallserial" || name == "serial2") integer = "smallint";
  return !integer.empty();
}

QualifiedName first_with(const std::unordered_map<Identifier, std::vector<Identifier>>& known,
                         Identifier schema, Identifier name) {
  const auto found = known.find(name);
  if (found == known.end()) return {};
  if (std::find(found->second.begin(), found->second.end(), schema) == found->second.end())
    return {};
  return {schema, name};
}

void add_schema(std::unordered_map<Identifier, std::vector<Identifier>>& known, Identifier schema,
                Identifier name) {
  std::vector<Identifier>& schemas = known[name];
  if (std::find(schemas.begin(), schemas.end(), schema) == schemas.end()) schemas.push_back(schema);
}

}  // namespace

NameResolver::NameResolver(const SystemCatalog& system) : system_(system) {
  for (const SystemType& type : system.types) {
    system_types_.emplace(Name{type.schema, type.name}, &type);
    types_by_oid_.emplace(type.oid, &type);
  }
  for (const SystemFunction& function : system.functions) {
    add_schema(system_functions_, function.schema, function.name);
  }
  for (const SystemCollation& collation : system.collations) {
    if (collation.of_user) continue;
    add_schema(collations_, collation.schema, collation.name);
  }
  for (const SystemOperatorClass& operator_class : system.operator_classes) {
    if (operator_class.of_user) continue;
    declare_operator_class(operator_class.schema, operator_class.name, operator_class.method);
  }
  for (const SystemOperator& op : system.operators) {
    if (!op.of_user) add_schema(operators_, op.schema, op.name);
  }
  text_search_ = system.text_search;
}

void NameResolver::declare_type(Identifier schema, Identifier name, Kind kind) {
  types_[Name{schema, name}] = kind;
}
void NameResolver::declare_multirange(const QualifiedName& name, const ObjectId& range) {
  multiranges_[Name{name.schema, name.name}] = range;
}
void NameResolver::declare_function(Identifier schema, Identifier name) {
  add_schema(functions_, schema, name);
}
void NameResolver::declare_collation(Identifier schema, Identifier name) {
  add_schema(collations_, schema, name);
}
void NameResolver::declare_operator(Identifier schema, Identifier name) {
  add_schema(operators_, schema, name);
}
void NameResolver::declare_operator_class(Identifier schema, Identifier name, Identifier method) {
  operator_classes_[name].push_back({schema, method});
}
void NameResolver::declare_text_search(Kind kind, Identifier schema, Identifier name) {
  text_search_.push_back({kind, schema, name});
}
void NameResolver::declare_extension(Identifier name, Identifier schema) {
  const InstalledExtension* installed = system_.extension(name);
  if (installed == nullptr || (!schema.empty() && installed->schema != schema)) {
    unknown_extension_ = true;
  }
}

bool NameResolver::declares_in(Identifier schema) const {
  const auto has_type = [&](const auto& entry) { return entry.first.schema == schema; };
  if (std::any_of(types_.begin(), types_.end(), has_type)) return true;
  return std::any_of(functions_.begin(), functions_.end(), [&](const auto& entry) {
    return std::find(entry.second.begin(), entry.second.end(), schema) != entry.second.end();
  });
}

bool NameResolver::declares_type(Identifier schema, Identifier name) const {
  return types_.contains({schema, name});
}

void NameResolver::declare_all(const Catalog& catalog) {
  for_each_kind([&]<class T>() {
    constexpr Kind kKind = kind_of<T>;
    constexpr bool kIsType =
        kKind == Kind::enum_type || kKind == Kind::domain || kKind == Kind::composite_type ||
        kKind == Kind::range_type || kKind == Kind::base_type || kKind == Kind::shell_type ||
        kKind == Kind::table || kKind == Kind::view || kKind == Kind::materialized_view;
    if constexpr (kIsType) {
      for (const auto& [id, object] : catalog.objects<T>()) declare_type(id.schema, id.name, kKind);
    } else if constexpr (kKind == Kind::function) {
      for (const auto& [id, object] : catalog.objects<T>()) declare_function(id.schema, id.name);
    } else if constexpr (kKind == Kind::collation) {
      for (const auto& [id, object] : catalog.objects<T>()) declare_collation(id.schema, id.name);
    } else if constexpr (kKind == Kind::operator_) {
      for (const auto& [id, object] : catalog.objects<T>()) declare_operator(id.schema, id.name);
    } else if constexpr (kKind == Kind::operator_class) {
      for (const auto& [id, object] : catalog.objects<T>()) {
        declare_operator_class(id.schema, id.name, id.sub);
      }
    }
  });
  for (const auto& [id, range] : catalog.objects<RangeType>()) {
    if (!range.multirange_type.empty()) {
      declare_multirange(range.multirange_type, id);
    }
  }
}

const SystemType* NameResolver::system_type(Oid oid) const {
  const auto found = types_by_oid_.find(oid);
  return found == types_by_oid_.end() ? nullptr : found->second;
}

std::optional<ResolvedType> NameResolver::find_type(Identifier schema, Identifier name,
                                                    const SearchPath& path) const {
  const auto in_schema = [&](Identifier where) -> std::optional<ResolvedType> {
    if (const auto found = types_.find(Name{where, name}); found != types_.end()) {
      return ResolvedType{quote(where) + "." + quote(name), object_id(found->second, where, name),
                          nullptr};
    }
    if (const auto found = multiranges_.find(Name{where, name}); found != multiranges_.end()) {
      return ResolvedType{quote(where) + "." + quote(name), found->second, nullptr};
    }
    if (const auto found = system_types_.find(Name{where, name}); found != system_types_.end()) {
      return ResolvedType{found->second->sql, {}, found->second};
    }
    return std::nullopt;
  };
  if (!schema.empty()) return in_schema(schema);
  // Nearly all types are built in.
  for (const Identifier where : searched(path)) {
    if (auto found = in_schema(where)) return found;
  }
  return std::nullopt;
}

std::optional<TypeName> NameResolver::type_name(const Node& node, const SearchPath& path) const {
  const NodeList names = node.list("names");
  const NodeList modifiers = node.list("typmods");
  const auto [schema, name] = written_name(names);
  TypeName out;
  out.setof = node.boolean("setof");
  std::string serial;
  if (schema.empty() && is_serial(name.str(), serial)) {
    out.serial = true;
    out.type.sql = serial;
    return out;
  }
  bool is_array = !node.list("arrayBounds").empty();
  std::optional<ResolvedType> found = find_type(schema, name, path);
  if (!found && name.str().starts_with("_")) {
    // An array type by its own name.
    found = find_type(schema, std::string_view(name.str()).substr(1), path);
    is_array = is_array || found.has_value();
  }
  if (found && found->system != nullptr && found->system->element != 0) {
    // int4[][] is int4[].
    if (const SystemType* element = system_type(found->system->element)) {
      found = ResolvedType{element->sql, {}, element};
      is_array = true;
    }
  }
  if (found) {
    out.type.object = found->object;
    out.type.sql =
        found->system != nullptr ? with_modifiers(*found->system, modifiers) : found->sql;
  } else if (unknown_extension_ && schema != pg_catalog()) {
    out.type.sql = schema.empty() ? quote(name) : quote(schema) + "." + quote(name);
    if (!modifiers.empty()) {
      out.type.sql += "(";
      bool first = true;
      for (const Node modifier : modifiers) {
        if (!first) out.type.sql += ",";
        out.type.sql += modifier_text(modifier);
        first = false;
      }
      out.type.sql += ")";
    }
  } else {
    return std::nullopt;
  }
  if (is_array) out.type.sql += "[]";
  return out;
}

QualifiedName NameResolver::function_name(const NodeList& names, const SearchPath& path) const {
  return function_name(written_name(names), path);
}

QualifiedName NameResolver::function_name(const QualifiedName& written,
                                          const SearchPath& path) const {
  const auto& [schema, name] = written;
  if (!schema.empty()) return {schema, name};
  for (const Identifier where : searched(path)) {
    QualifiedName found = first_with(functions_, where, name);
    if (found.empty()) found = first_with(system_functions_, where, name);
    if (!found.empty()) return found;
  }
  return {Identifier(), name};
}

std::optional<QualifiedName> NameResolver::collation(const NodeList& names,
                                                     const SearchPath& path) const {
  const auto [schema, name] = written_name(names);
  if (!schema.empty()) {
    const QualifiedName found = first_with(collations_, schema, name);
    if (!found.empty()) return found;
  } else {
    for (const Identifier where : searched(path)) {
      const QualifiedName found = first_with(collations_, where, name);
      if (!found.empty()) return found;
    }
  }
  // The operating system of the server decides which collations there are: without it, trust.
  if (!system_.from_server || unknown_extension_) {
    return QualifiedName{schema.empty() ? pg_catalog() : schema, name};
  }
  return std::nullopt;
}

QualifiedName NameResolver::operator_class(const NodeList& names, Identifier method,
                                           const SearchPath& path) const {
  const auto [schema, name] = written_name(names);
  const auto found = operator_classes_.find(name);
  if (found == operator_classes_.end()) return {schema, name};
  const auto in_schema = [&](Identifier where) {
    return std::any_of(
        found->second.begin(), found->second.end(), [&](const OperatorClassName& candidate) {
          return candidate.schema == where && (method.empty() || candidate.method == method);
        });
  };
  if (!schema.empty()) {
    return {schema == pg_catalog() && in_schema(schema) ? Identifier() : schema, name};
  }
  for (const Identifier where : searched(path)) {
    if (in_schema(where)) return {where == pg_catalog() ? Identifier() : where, name};
  }
  return {Identifier(), name};
}

QualifiedName NameResolver::operator_name(const NodeList& names, const SearchPath& path) const {
  const auto [schema, name] = written_name(names);
  if (!schema.empty()) return {schema == pg_catalog() ? Identifier() : schema, name};
  for (const Identifier where : searched(path)) {
    if (!first_with(operators_, where, name).empty()) {
      return {where == pg_catalog() ? Identifier() : where, name};
    }
  }
  return {Identifier(), name};
}

QualifiedName NameResolver::text_search_name(Kind kind, const QualifiedName& written,
                                             const SearchPath& path) const {
  const auto& [schema, name] = written;
  if (!schema.empty()) return {schema, name};
  for (const Identifier where : searched(path)) {
    for (const SystemTextSearch& known : text_search_) {
      if (known.kind == kind && known.schema == where && known.name == name) return {where, name};
    }
  }
  return {system_.from_server ? Identifier() : pg_catalog(), name};
}

std::string NameResolver::closest_type(std::string_view name) const {
  std::vector<std::string> candidates;
  for (const auto& [type, kind] : types_) candidates.push_back(type.name.str());
  for (const SystemType& type : system_.types) {
    const bool array = type.name.str().starts_with("_");
    const bool row = type.relation != 0;
    if (!array && !row) {
      candidates.push_back(type.name.str());
      if (type.sql != type.name.str()) candidates.push_back(type.sql);
    }
  }
  return closest_name(name, candidates);
}

std::string closest_name(std::string_view name, const std::vector<std::string>& candidates) {
  std::string best;
  size_t best_distance = std::max<size_t>(1, name.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    const size_t difference = candidate.size() > name.size() ? candidate.size() - name.size()
                                                             : name.size() - candidate.size();
    if (difference >= best_distance || candidate == name) continue;
    const size_t distance = edit_distance(name, candidate);
    const bool better = distance < best_distance ||
                        (distance == best_distance && !best.empty() && candidate < best);
    if (better) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace schemadiff
