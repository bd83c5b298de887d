// GRANT, REVOKE, ALTER DEFAULT PRIVILEGES, and ALTER … OWNER TO.
#include <fmt/format.h>

#include <algorithm>

#include "engine/model/kind_traits.h"
#include "parser/catalog_assembly.h"
#include "parser/statements/statements.h"
#include "parser/statements/target.h"

namespace schemadiff {
namespace {

std::string upper_case(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  }
  return out;
}

// The role that runs the statement; empty: not known without a server.
Identifier current_role(const StatementContext& ctx) {
  return ctx.settings.role.empty() ? ctx.names.system().role : ctx.settings.role;
}

std::vector<Identifier> grantees_of(const StatementContext& ctx, const NodeList& roles) {
  std::vector<Identifier> out;
  for (const Node role : roles) {
    const std::string_view type = role.str("roletype");
    if (type == "ROLESPEC_PUBLIC") {
      out.push_back(public_grantee());
    } else if (type == "ROLESPEC_CSTRING") {
      out.emplace_back(role.str("rolename"));
    } else {
      const Identifier current = current_role(ctx);
      out.push_back(current.empty() ? owner_grantee() : current);
    }
  }
  return out;
}

// The privileges of a statement that are on the objects themselves, or on one column.
struct WordList {
  Identifier column;
  std::vector<std::string> words;  // empty: ALL
};

std::vector<WordList> word_lists(const NodeList& privileges) {
  if (privileges.empty()) return std::vector<WordList>(1);
  std::vector<WordList> out;
  const auto add = [&](Identifier column, const std::string& word) {
    const auto found = std::find_if(out.begin(), out.end(), [&](const WordList& list) {
      return list.column == column && list.words.empty() == word.empty();
    });
    WordList& list = found != out.end() ? *found : out.emplace_back(WordList{column, {}});
    if (!word.empty()) list.words.push_back(word);
  };
  for (const Node privilege : privileges) {
    const std::string word = upper_case(privilege.str("priv_name"));
    const NodeList columns = privilege.list("cols");
    if (columns.empty()) add({}, word);
    for (const Node column : columns) add(column.sval(), word);
  }
  return out;
}

// False, and said: one of them is no privilege on such objects, or none that the server knows.
bool check_words(StatementContext& ctx, const std::vector<std::string>& words, GrantClass type,
                 const std::string& objects) {
  constexpr int kNewest = 180000;
  const int version = ctx.names.system().server_version;
  const std::vector<std::string> all = all_privileges(type, version);
  const std::vector<std::string> of_newest = all_privileges(type, kNewest);
  for (const std::string& word : words) {
    if (contains(all, word)) continue;
    if (contains(of_newest, word)) {
      ctx.error("PostgreSQL " + std::to_string(version / 10000) + " has no privilege " + word,
                "17 has it; leave it out for this server");
    } else {
      ctx.error(word + " is no privilege on " + objects, "there are " + display(all));
    }
    return false;
  }
  return true;
}

class GrantHandler {
 public:
  explicit GrantHandler(StatementContext& ctx)
      : ctx_(ctx), node_(ctx.statement), type_(node_.str("objtype")) {}

  void run() {
    if (node_.str("targtype") == "ACL_TARGET_ALL_IN_SCHEMA") return all_in_schema();
    std::vector<ObjectId> targets;
    for (const Node object : node_.list("objects")) {
      const std::optional<ObjectId> target = find(object);
      if (!target) return;
      if (target->known()) targets.push_back(*target);
    }
    for (const WordList& list : word_lists(node_.list("privileges"))) {
      AccessStatement statement = start(list);
      for (const ObjectId& target : targets) {
        ObjectId id = target;
        if (!list.column.empty()) {
          if (grant_class(target.kind) != GrantClass::relation) {
            ctx_.error(describe(target) + " has no columns that could be granted");
            return;
          }
          if (target.kind == Kind::table && !ctx_.has_column(target, list.column)) {
            ctx_.missing(ctx_.begin(), "column " + quote(list.column) + " of " + describe(target) +
                                           " does not exist");
            return;
          }
          id = target.with_sub(Kind::column, list.column);
        }
        if (!fits(list, id)) return;
        statement.targets.push_back(id);
      }
      prepared_.push_back(std::move(statement));
    }
    for (AccessStatement& statement : prepared_) ctx_.assembly().access.add(std::move(statement));
  }

 private:
  AccessStatement start(const WordList& list) const {
    AccessStatement statement;
    statement.source = ctx_.span();
    statement.is_grant = node_.boolean("is_grant");
    statement.grant_option = node_.boolean("grant_option");
    statement.words = list.words;
    statement.grantees = grantees_of(ctx_, node_.list("grantees"));
    return statement;
  }

  void unmanaged(std::string_view what) const {
    ctx_.unmanaged(node_.boolean("is_grant") ? "GRANT" : "REVOKE", what);
  }

  // nullopt: not there yet, or an error that has been said. Kind none: nothing to manage.
  std::optional<ObjectId> find(const Node& object) {
    if (type_ == "OBJECT_TABLE" || type_ == "OBJECT_SEQUENCE") return relation(object);
    if (!is_modelled(type_)) {
      unmanaged("privileges on these objects");
      return ObjectId{};
    }
    ObjectId id = find_target(ctx_, type_, object, Absent::skip);
    if (id.kind == Kind::table || id.kind == Kind::view || id.kind == Kind::materialized_view) {
      unmanaged("privileges on row types");
      return ObjectId{};
    }
    if (id.known()) return id;
    const NodeList names =
        object.is("ObjectWithArgs") ? object.list("objname") : object.list("items");
    const Identifier schema = object.is("String") ? Identifier(object.sval())
                              : names.size() > 1  ? Identifier(names.front().sval())
                                                  : Identifier();
    if (may_be_of_others(schema, is_built_in(ctx_, type_, object))) return ObjectId{};
    find_target(ctx_, type_, object, Absent::wait);  // says it
    return std::nullopt;
  }

  std::optional<ObjectId> relation(const Node& range_var) {
    const Identifier schema = range_var.str("schemaname");
    ObjectId id = ctx_.find_relation(range_var);
    const bool built_in = range_var.str("relname").starts_with("pg_");
    if (!id.known() && may_be_of_others(schema, built_in)) return ObjectId{};
    if (!id.known()) id = ctx_.relation(range_var);  // says it
    if (!id.known()) return std::nullopt;
    // The sequence of an identity column.
    if (id.kind == Kind::column) id.kind = Kind::sequence;
    if (grant_class(id.kind) == GrantClass::relation || id.kind == Kind::sequence) return id;
    ctx_.error(range_var.location(), describe(id) + " has no privileges");
    return std::nullopt;
  }

  // True, and said: what is not declared may be PostgreSQL's own, or come with an extension.
  bool may_be_of_others(Identifier schema, bool built_in) const {
    if (belongs_to_postgres(schema) || (built_in && ctx_.last_try())) {
      unmanaged("privileges on PostgreSQL's own objects");
      return true;
    }
    if (!ctx_.last_try() || ctx_.catalog.objects<Extension>().empty()) return false;
    unmanaged("privileges on what belongs to extensions");
    return true;
  }

  bool fits(const WordList& list, const ObjectId& target) {
    return check_words(ctx_, list.words, grant_class(target.kind),
                       "a " + std::string(kind_word(target.kind)));
  }

  void all_in_schema() {
    std::vector<Kind> kinds;
    if (type_ == "OBJECT_TABLE") kinds = {Kind::table, Kind::view, Kind::materialized_view};
    if (type_ == "OBJECT_SEQUENCE") kinds = {Kind::sequence};
    if (type_ == "OBJECT_FUNCTION" || type_ == "OBJECT_PROCEDURE" || type_ == "OBJECT_ROUTINE") {
      kinds = {Kind::function};
    }
    if (kinds.empty()) return unmanaged("privileges on these objects");
    for (const WordList& list : word_lists(node_.list("privileges"))) {
      if (!list.column.empty()) {
        ctx_.error("column privileges are only valid for relations");
        return;
      }
      if (!fits(list, object_id(kinds.front(), {}, {}))) return;
      AccessStatement statement = start(list);
      for (const Node schema : node_.list("objects")) {
        for (const Kind kind : kinds) statement.all_in.emplace_back(schema.sval(), kind);
      }
      if (type_ != "OBJECT_ROUTINE" && kinds.front() == Kind::function) {
        const bool procedures = type_ == "OBJECT_PROCEDURE";
        statement.filter = [procedures](const Catalog& catalog, const ObjectId& id) {
          const auto* function = catalog.find<Function>(id);
          return function != nullptr && (function->kind == RoutineKind::procedure) == procedures;
        };
      }
      ctx_.assembly().access.add(std::move(statement));
    }
  }

  StatementContext& ctx_;
  const Node node_;
  const std::string_view type_;
  std::vector<AccessStatement> prepared_;
};

std::string_view objects_of_defaults(std::string_view type) {
  if (type == "OBJECT_TABLE") return default_object(GrantClass::relation);
  if (type == "OBJECT_SEQUENCE") return default_object(GrantClass::sequence);
  if (type == "OBJECT_FUNCTION") return default_object(GrantClass::function);
  if (type == "OBJECT_TYPE") return default_object(GrantClass::type);
  if (type == "OBJECT_SCHEMA") return default_object(GrantClass::schema);
  return type == "OBJECT_LARGEOBJECT" ? default_object(GrantClass::large_object) : "";
}

}  // namespace

void grant(StatementContext& ctx) { GrantHandler(ctx).run(); }

void alter_default_privileges(StatementContext& ctx) {
  const Node action = ctx.statement.child("action");
  const std::string_view objects = objects_of_defaults(action.str("objtype"));
  if (objects.empty()) {
    ctx.unmanaged("ALTER DEFAULT PRIVILEGES", "privileges on these objects");
    return;
  }
  std::vector<Identifier> roles = {current_role(ctx)};
  std::vector<Identifier> schemas = {Identifier()};
  for (const Node option : ctx.statement.list("options")) {
    const std::string_view name = option.str("defname");
    const NodeList list = option.child("arg").list("items");
    if (name == "roles") {
      roles = grantees_of(ctx, list);
    } else if (name == "schemas") {
      schemas.clear();
      for (const Node schema : list) schemas.emplace_back(schema.sval());
    }
  }
  for (const Identifier schema : schemas) {
    const ObjectId id = object_id(Kind::schema, {}, schema);
    if (schema.empty() || ctx.catalog.contains(id)) continue;
    ctx.missing(ctx.begin(), describe(id) + " does not exist", "declare it with CREATE SCHEMA");
    return;
  }
  for (const WordList& list : word_lists(action.list("privileges"))) {
    AccessStatement statement;
    statement.source = ctx.span();
    statement.is_grant = action.boolean("is_grant");
    statement.grant_option = action.boolean("grant_option");
    statement.words = list.words;
    if (!check_words(ctx, list.words, grant_class(objects), std::string(objects))) return;
    statement.grantees = grantees_of(ctx, action.list("grantees"));
    for (const Identifier role : roles) {
      for (const Identifier schema : schemas) {
        statement.defaults.push_back(object_id(Kind::default_privilege, schema,
                                               role == owner_grantee() ? Identifier() : role,
                                               objects));
      }
    }
    ctx.assembly().access.add(std::move(statement));
  }
}

void declare_owner(StatementContext& ctx, const ObjectId& target, const Node& role) {
  if (!traits_of(target.kind).has_owner)
    return;  // an index, the sequence of an identity: their table's
  Owner owner;
  owner.id = target.owned();
  owner.source = ctx.span();
  owner.role = role.str("roletype") == "ROLESPEC_CSTRING" ? Identifier(role.str("rolename"))
                                                          : current_role(ctx);
  ctx.assembly().access.change_owner(target, owner.role, owner.source);
  ctx.catalog.erase(owner.id);
  if (!owner.role.empty()) ctx.catalog.add(std::move(owner));
}

void alter_owner(StatementContext& ctx) {
  const std::string_view type = ctx.statement.str("objectType");
  if (!is_modelled(type)) {
    ctx.unmanaged("ALTER " + words_of(type) + " OWNER TO", "owners of these objects");
    return;
  }
  const ObjectId id = find_target(ctx, type, ctx.statement.child("object"), Absent::wait);
  if (id.known()) declare_owner(ctx, id, ctx.statement.child("newowner"));
}

}  // namespace schemadiff
