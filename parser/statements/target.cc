#include "parser/statements/target.h"

#include <algorithm>

#include "engine/model/kind_traits.h"
#include "parser/modifiers.h"
#include "parser/statements/table_draft.h"

namespace schemadiff {
namespace {

struct Names {
  std::vector<Identifier> parts;

  Identifier at_end(size_t back) const {
    return parts.size() > back ? parts[parts.size() - 1 - back] : Identifier();
  }
  Identifier last() const { return at_end(0); }
  Identifier schema() const { return at_end(1); }
  // Of schema.relation.part.
  Identifier relation() const { return at_end(1); }
  Identifier relation_schema() const { return at_end(2); }
  std::string sql() const {
    std::string out;
    for (const Identifier part : parts) out += (out.empty() ? "" : ".") + quote(part);
    return out;
  }
};

// A table whose columns and constraints may come from elsewhere: not all of them are objects.
bool inherits_members(const Catalog& catalog, const ObjectId& relation) {
  const Table* table = catalog.find<Table>(relation);
  return table != nullptr &&
         (!table->inherits.empty() || table->partition_of || !table->of_type.empty());
}

struct NamedKind {
  std::string_view type;
  Kind kind;
};
constexpr NamedKind kNamedKinds[] = {
    {"OBJECT_STATISTIC_EXT", Kind::statistics},
    {"OBJECT_COLLATION", Kind::collation},
    {"OBJECT_CONVERSION", Kind::conversion},
    {"OBJECT_TSPARSER", Kind::text_search_parser},
    {"OBJECT_TSTEMPLATE", Kind::text_search_template},
    {"OBJECT_TSDICTIONARY", Kind::text_search_dictionary},
    {"OBJECT_TSCONFIGURATION", Kind::text_search_configuration},
    {"OBJECT_SCHEMA", Kind::schema},
    {"OBJECT_EXTENSION", Kind::extension},
    {"OBJECT_EVENT_TRIGGER", Kind::event_trigger},
    {"OBJECT_PUBLICATION", Kind::publication},
    {"OBJECT_SUBSCRIPTION", Kind::subscription},
    {"OBJECT_ROLE", Kind::role},
    {"OBJECT_FDW", Kind::foreign_data_wrapper},
    {"OBJECT_FOREIGN_SERVER", Kind::foreign_server},
    {"OBJECT_LANGUAGE", Kind::language},
    {"OBJECT_ACCESS_METHOD", Kind::access_method},
};

}  // namespace

Kind named_kind(std::string_view type) {
  for (const NamedKind& named : kNamedKinds) {
    if (named.type == type) return named.kind;
  }
  return Kind::none;
}

namespace {

// In schemas of PostgreSQL's own, or found there without a schema.
class BuiltIn {
 public:
  BuiltIn(StatementContext& ctx, std::string_view type) : ctx_(ctx), type_(type) {}

  bool has(const Names& names) const {
    const bool is_part = type_ == "OBJECT_COLUMN" || type_ == "OBJECT_TABCONSTRAINT" ||
                         type_ == "OBJECT_TRIGGER" || type_ == "OBJECT_RULE" ||
                         type_ == "OBJECT_POLICY";
    const Identifier schema = is_part ? names.relation_schema() : names.schema();
    const Identifier name = is_part ? names.relation() : names.last();
    if (belongs_to_postgres(schema)) return true;
    if (!schema.empty()) return false;
    const SystemCatalog& system = ctx_.names.system();
    if (is_part || is_relation()) return name.str().starts_with("pg_");
    if (type_ == "OBJECT_SCHEMA") return belongs_to_postgres(name);
    if (type_ == "OBJECT_LANGUAGE") return is_one_of(name, {"c", "internal", "plpgsql", "sql"});
    if (type_ == "OBJECT_EXTENSION") return is_one_of(name, {"plpgsql"});
    if (type_ == "OBJECT_ACCESS_METHOD") {
      return is_one_of(name, {"brin", "btree", "gin", "gist", "hash", "heap", "spgist"});
    }
    if (type_ == "OBJECT_FUNCTION" || type_ == "OBJECT_PROCEDURE" || type_ == "OBJECT_ROUTINE" ||
        type_ == "OBJECT_AGGREGATE") {
      return is_in(system.functions, name);
    }
    if (type_ == "OBJECT_TYPE" || type_ == "OBJECT_DOMAIN") return is_in(system.types, name);
    if (type_ == "OBJECT_OPERATOR") return is_in(system.operators, name);
    if (type_ == "OBJECT_COLLATION") return is_in(system.collations, name);
    const Kind kind = named_kind(type_);
    return std::any_of(
        system.text_search.begin(), system.text_search.end(), [&](const SystemTextSearch& known) {
          return known.kind == kind && known.name == name && belongs_to_postgres(known.schema);
        });
  }

 private:
  bool is_relation() const {
    return type_ == "OBJECT_TABLE" || type_ == "OBJECT_VIEW" || type_ == "OBJECT_SEQUENCE" ||
           type_ == "OBJECT_INDEX";
  }

  static bool is_one_of(Identifier name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name.str()) != names.end();
  }

  template <class T>
  static bool is_in(const std::vector<T>& all, Identifier name) {
    return std::any_of(all.begin(), all.end(), [&](const T& one) {
      return one.name == name && belongs_to_postgres(one.schema);
    });
  }

  StatementContext& ctx_;
  const std::string_view type_;
};

std::vector<Identifier> names_of(const Node& object) {
  if (object.is("String")) return {Identifier(object.sval())};
  if (object.is("TypeName")) return identifiers(object.list("names"));
  // Untagged where a statement is about nothing else.
  if (object.has("objname")) return identifiers(object.list("objname"));
  if (object.is("List") && object.list("items").front().is("String")) {
    return identifiers(object.list("items"));
  }
  return {};
}

class TargetFinder {
 public:
  TargetFinder(StatementContext& ctx, std::string_view type, Absent absent)
      : ctx_(ctx), type_(type), absent_(absent) {}

  ObjectId find(const Node& object) {
    names_.parts = names_of(object);
    if (type_ == "OBJECT_TABLE" || type_ == "OBJECT_FOREIGN_TABLE" || type_ == "OBJECT_VIEW" ||
        type_ == "OBJECT_MATVIEW" || type_ == "OBJECT_SEQUENCE") {
      return relation();
    }
    if (type_ == "OBJECT_INDEX") return index();
    if (type_ == "OBJECT_COLUMN") return column();
    if (type_ == "OBJECT_TABCONSTRAINT") return part(Kind::constraint);
    if (type_ == "OBJECT_TRIGGER") return part(Kind::trigger);
    if (type_ == "OBJECT_RULE") return part(Kind::rule);
    if (type_ == "OBJECT_POLICY") return part(Kind::policy);
    if (type_ == "OBJECT_OPERATOR") return operator_(object);
    if (type_ == "OBJECT_OPCLASS") return of_access_method(Kind::operator_class);
    if (type_ == "OBJECT_OPFAMILY") return of_access_method(Kind::operator_family);
    if (type_ == "OBJECT_CAST") return cast(object);
    if (type_ == "OBJECT_TRANSFORM") return transform(object);
    if (const Kind kind = named_kind(type_); kind != Kind::none) return named(kind);
    if (type_ == "OBJECT_TYPE" || type_ == "OBJECT_DOMAIN") return type();
    if (type_ == "OBJECT_DOMCONSTRAINT") return domain_constraint(object);
    if (type_ == "OBJECT_FUNCTION" || type_ == "OBJECT_PROCEDURE" || type_ == "OBJECT_ROUTINE" ||
        type_ == "OBJECT_AGGREGATE") {
      return function(object);
    }
    return {};
  }

  ObjectId function(const Node& object) {
    names_.parts = identifiers(object.list("objname"));
    const bool unspecified = object.boolean("args_unspecified");
    std::string signature;
    for (const Node argument : object.list("objargs")) {
      std::optional<TypeName> type;
      if (absent_ == Absent::wait) {
        type = ctx_.type(argument);
        if (type->type.empty()) return {};
      } else {
        type = ctx_.names.type_name(argument, ctx_.path);
      }
      if (!type) return none("function " + names_.sql() + " with these arguments does not exist");
      signature += (signature.empty() ? "" : ", ") + without_modifiers(type->type).sql;
    }
    signature = "(" + signature + ")";
    for (const Identifier schema : schemas()) {
      if (!unspecified) {
        const ObjectId id = object_id(Kind::function, schema, names_.last(), signature);
        if (ctx_.catalog.contains(id)) return id;
        continue;
      }
      std::vector<ObjectId> found;
      for (const auto& [id, function] : ctx_.catalog.objects<Function>()) {
        if (id.schema == schema && id.name == names_.last()) found.push_back(id);
      }
      if (found.size() == 1) return found.front();
      if (found.size() > 1) {
        ctx_.error("function name " + names_.sql() + " is not unique",
                   "write its argument types: f(integer, text)");
        return {};
      }
    }
    return none_of_ours("function " + names_.sql() + (unspecified ? "" : signature) +
                        " does not exist");
  }

 private:
  ObjectId none(const std::string& message, const std::string& hint = "") {
    if (!names_.parts.empty() && ctx_.is_unreadable(names_.schema(), names_.last())) return {};
    if (absent_ == Absent::wait && ctx_.last_try() && BuiltIn(ctx_, type_).has(names_)) {
      ctx_.unmanaged("ON " + words_of(type_), "PostgreSQL's own objects");
      return {};
    }
    if (absent_ == Absent::wait) ctx_.missing(ctx_.begin(), message, hint);
    if (absent_ == Absent::warn) {
      ctx_.warning(ctx_.begin(), message + ": nothing to do here",
                   "write IF EXISTS, or leave it out");
    }
    return {};
  }

  // The same of what may well be there, as a part of an extension that the state declares.
  ObjectId none_of_ours(const std::string& message) {
    const bool any = !ctx_.catalog.objects<Extension>().empty();
    return none(message, any ? "if it belongs to an extension, so does what is said of it: leave "
                               "this statement out"
                             : "");
  }

  // The schemas that an object named "name" or "schema.name" may be in.
  std::vector<Identifier> schemas() const {
    if (names_.parts.size() > 1) return {names_.schema()};
    return ctx_.path.schemas();
  }

  ObjectId relation() {
    const ObjectId id = ctx_.find_relation(names_.schema(), names_.last());
    if (!id.known()) return none_of_ours("relation " + names_.sql() + " does not exist");
    const bool fits = (type_.ends_with("_TABLE") && id.kind == Kind::table) ||
                      (type_ == "OBJECT_VIEW" && id.kind == Kind::view) ||
                      (type_ == "OBJECT_MATVIEW" && id.kind == Kind::materialized_view) ||
                      (type_ == "OBJECT_SEQUENCE" && id.kind == Kind::sequence);
    if (fits) return id;
    // The sequence of an identity column.
    if (type_ == "OBJECT_SEQUENCE" && id.kind == Kind::column) {
      return id.with_sub(Kind::sequence, id.sub);
    }
    ctx_.error(describe(id) + " is no " + words_of(type_));
    return {};
  }

  // The index of a constraint goes by its own name here, although it is no object of its own.
  ObjectId index() {
    const ObjectId id = ctx_.find_relation(names_.schema(), names_.last());
    if (!id.known()) return none("index " + names_.sql() + " does not exist");
    if (id.kind == Kind::constraint) return object_id(Kind::index, id.schema, names_.last());
    if (id.kind == Kind::index) return id;
    ctx_.error(describe(id) + " is no INDEX");
    return {};
  }

  // The relation that a column, constraint, trigger … of this name belongs to.
  ObjectId owner() {
    const ObjectId id = ctx_.find_relation(names_.relation_schema(), names_.relation());
    if (id.known()) return id;
    if (ctx_.is_unreadable(names_.relation_schema(), names_.relation())) return {};
    return none("relation " + QualifiedName{names_.relation_schema(), names_.relation()}.sql() +
                " does not exist");
  }

  ObjectId part(Kind kind) {
    const ObjectId relation = owner();
    if (!relation.known()) return {};
    const ObjectId id = relation.with_sub(kind, names_.last());
    const bool may_inherit = kind == Kind::constraint && inherits_members(ctx_.catalog, relation);
    if (ctx_.catalog.contains(id) || may_inherit) return id;
    if (kind == Kind::constraint &&
        not_null_named(ctx_.assembly(), relation, names_.last()) != nullptr) {
      return id;
    }
    return none(std::string(kind_word(kind)) + " " + quote(names_.last()) + " of " +
                qualified_name(relation) + " does not exist");
  }

  ObjectId column() {
    const ObjectId relation = owner();
    if (!relation.known()) return {};
    const ObjectId id = relation.with_sub(Kind::column, names_.last());
    bool found = true;  // of views: their columns are known only to the server
    if (relation.kind == Kind::table) {
      found = ctx_.catalog.contains(id) || inherits_members(ctx_.catalog, relation);
    } else if (const CompositeType* type = ctx_.catalog.find<CompositeType>(relation)) {
      found = std::any_of(type->attributes.begin(), type->attributes.end(),
                          [&](const CompositeAttribute& a) { return a.name == names_.last(); });
    }
    if (found) return id;
    return none("column " + quote(names_.last()) + " of " + describe(relation) + " does not exist");
  }

  // In a schema on the path; or in none.
  ObjectId named(Kind kind) {
    const bool in_schema = kind != Kind::schema && !traits_of(kind).database_wide;
    for (const Identifier schema : in_schema ? schemas() : std::vector{Identifier()}) {
      const ObjectId id = object_id(kind, schema, names_.last());
      if (ctx_.catalog.contains(id)) return id;
    }
    const ObjectId id = object_id(kind, {}, names_.last());
    if (kind == Kind::role && ctx_.last_try()) {
      ctx_.unmanaged("ON ROLE", "roles that the state does not create");
      return {};
    }
    if (kind == Kind::schema && id.name == Identifier("public")) return id;
    const bool known = kind == Kind::schema || kind == Kind::extension;
    return none(std::string(kind_word(kind)) + " " + names_.sql() + " does not exist",
                known ? std::string("declare it with CREATE ") + traits_of(kind).sql : "");
  }

  // {method, schema, name}, {method, name}
  ObjectId of_access_method(Kind kind) {
    const Identifier method = names_.parts.front();
    names_.parts.erase(names_.parts.begin());
    for (const Identifier schema : schemas()) {
      const ObjectId id = object_id(kind, schema, names_.last(), method);
      if (ctx_.catalog.contains(id)) return id;
    }
    return none(std::string(kind_word(kind)) + " " + names_.sql() + " does not exist");
  }

  // As an id has it; empty: said already, or not there.
  std::string type_text(const Node& node) {
    if (absent_ == Absent::wait) return without_modifiers(ctx_.type(node).type).sql;
    const auto type = ctx_.names.type_name(node, ctx_.path);
    return type ? without_modifiers(type->type).sql : "";
  }

  ObjectId operator_(const Node& object) {
    std::string arguments;
    for (const Node argument : object.list("objargs")) {
      const std::string type = argument.is("TypeName") ? type_text(argument) : "NONE";
      if (type.empty()) return {};
      arguments += (arguments.empty() ? "(" : ", ") + type;
    }
    arguments += ")";
    for (const Identifier schema : schemas()) {
      const ObjectId id = object_id(Kind::operator_, schema, names_.last(), arguments);
      if (ctx_.catalog.contains(id)) return id;
    }
    return none_of_ours("operator " + names_.last().str() + arguments + " does not exist");
  }

  ObjectId cast(const Node& object) {
    const NodeList types = object.list("items");
    const std::string from = type_text(types.front());
    const std::string to = type_text(types.back());
    if (from.empty() || to.empty()) return {};
    const ObjectId id = object_id(Kind::cast, {}, "(" + from + " AS " + to + ")");
    return ctx_.catalog.contains(id) ? id : none(describe(id) + " does not exist");
  }

  ObjectId transform(const Node& object) {
    const NodeList parts = object.list("items");
    const std::string type = type_text(parts.front());
    if (type.empty()) return {};
    const ObjectId id = object_id(Kind::transform, {}, type, parts.back().sval());
    return ctx_.catalog.contains(id) ? id : none(describe(id) + " does not exist");
  }

  ObjectId type() {
    for (const Identifier schema : schemas()) {
      const ObjectId id = ctx_.catalog.find_type(schema, names_.last());
      if (!id.known()) continue;
      if (type_ != "OBJECT_DOMAIN" || id.kind == Kind::domain) return id;
      ctx_.error(describe(id) + " is no DOMAIN");
      return {};
    }
    return none_of_ours("type " + names_.sql() + " does not exist");
  }

  ObjectId domain_constraint(const Node& object) {
    const NodeList items = object.list("items");
    names_.parts = identifiers(items.front().list("names"));
    const ObjectId domain = type();
    if (!domain.known()) return {};
    const ObjectId id = domain.with_sub(Kind::domain_constraint, items.back().sval());
    if (ctx_.catalog.contains(id)) return id;
    const Domain* found = ctx_.catalog.find<Domain>(domain);
    if (found != nullptr && found->not_null && not_null_name(*found) == id.sub) return id;
    return none("constraint " + quote(id.sub) + " of " + describe(domain) + " does not exist");
  }

  StatementContext& ctx_;
  std::string_view type_;
  Absent absent_;
  Names names_;
};

}  // namespace

ObjectId find_target(StatementContext& ctx, std::string_view type, const Node& object,
                     Absent absent) {
  return TargetFinder(ctx, type, absent).find(object);
}

ObjectId find_function(StatementContext& ctx, const Node& object_with_args, Absent absent) {
  return TargetFinder(ctx, "OBJECT_FUNCTION", absent).function(object_with_args);
}

bool is_modelled(std::string_view type) {
  static constexpr std::string_view kModelled[] = {
      "OBJECT_TABLE",    "OBJECT_VIEW",          "OBJECT_MATVIEW",       "OBJECT_SEQUENCE",
      "OBJECT_INDEX",    "OBJECT_COLUMN",        "OBJECT_ATTRIBUTE",     "OBJECT_TABCONSTRAINT",
      "OBJECT_TRIGGER",  "OBJECT_RULE",          "OBJECT_POLICY",        "OBJECT_TYPE",
      "OBJECT_DOMAIN",   "OBJECT_FUNCTION",      "OBJECT_DOMCONSTRAINT", "OBJECT_PROCEDURE",
      "OBJECT_ROUTINE",  "OBJECT_AGGREGATE",     "OBJECT_OPERATOR",      "OBJECT_OPCLASS",
      "OBJECT_OPFAMILY", "OBJECT_FOREIGN_TABLE", "OBJECT_CAST",          "OBJECT_TRANSFORM"};
  return named_kind(type) != Kind::none ||
         std::find(std::begin(kModelled), std::end(kModelled), type) != std::end(kModelled);
}

bool belongs_to_postgres(Identifier schema) {
  return schema.str().starts_with("pg_") || schema == Identifier("information_schema");
}

bool is_built_in(StatementContext& ctx, std::string_view type, const Node& object) {
  return BuiltIn(ctx, type).has({names_of(object)});
}

std::string words_of(std::string_view type) {
  if (const Kind kind = named_kind(type); kind != Kind::none) return traits_of(kind).sql;
  if (type == "OBJECT_OPCLASS") return "OPERATOR CLASS";
  if (type == "OBJECT_OPFAMILY") return "OPERATOR FAMILY";
  if (type.starts_with("OBJECT_")) type.remove_prefix(7);
  std::string out(type);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out == "MATVIEW" ? "MATERIALIZED VIEW" : out;
}

}  // namespace schemadiff
