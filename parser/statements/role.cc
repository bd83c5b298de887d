// CREATE, ALTER and DROP ROLE (USER, GROUP), and GRANT of roles.
#include <algorithm>
#include <charconv>

#include "parser/statement_context.h"
#include "parser/statements/statements.h"
#include "parser/statements/stored_settings.h"

namespace schemadiff {
namespace {

ObjectId role_id(Identifier name) { return object_id(Kind::role, {}, name); }

// Of a RoleSpec; empty: said already.
Identifier role_name(StatementContext& ctx, const Node& role) {
  if (role.str("roletype") == "ROLESPEC_CSTRING") return role.str("rolename");
  ctx.error(role.location(), "a desired state can't know who the current user will be",
            "write the name of the role");
  return {};
}

// A role that this state declares; nullptr: it may come, or it is somebody else's.
Role* find_role(StatementContext& ctx, Identifier name) {
  Role* role = ctx.catalog.find<Role>(role_id(name));
  if (role != nullptr) return role;
  if (ctx.last_try()) {
    ctx.unmanaged("ALTER ROLE", "roles that the state does not create");
  } else {
    ctx.missing(ctx.begin(), "role " + quote(name) + " does not exist");
  }
  return nullptr;
}

void add_member(StatementContext& ctx, Identifier role, Identifier member, bool admin) {
  Membership membership;
  membership.id = object_id(Kind::membership, {}, role, member);
  membership.source = ctx.span();
  if (Membership* there = ctx.catalog.find<Membership>(membership.id)) {
    there->admin = there->admin || admin;
    return;
  }
  membership.admin = admin;
  ctx.catalog.add(std::move(membership));
}

struct Joining {
  std::vector<std::pair<Identifier, bool>> of;  // roles that it joins, admin option
  std::vector<std::pair<Identifier, bool>> in;  // roles that join it
};

bool read_members(StatementContext& ctx, const Node& option, bool admin,
                  std::vector<std::pair<Identifier, bool>>& out) {
  for (const Node role : option.child("arg").list("items")) {
    const Identifier name = role_name(ctx, role);
    if (name.empty()) return false;
    out.emplace_back(name, admin);
  }
  return true;
}

// False: said already.
bool read_option(StatementContext& ctx, const Node& option, Role& role, Joining& members) {
  struct Flag {
    std::string_view name;
    bool Role::*member;
  };
  static constexpr Flag kFlags[] = {
      {"canlogin", &Role::login},
      {"superuser", &Role::superuser},
      {"createrole", &Role::create_role},
      {"createdb", &Role::create_database},
      {"inherit", &Role::inherit},
      {"isreplication", &Role::replication},
      {"bypassrls", &Role::bypass_row_security},
  };
  const std::string_view name = option.str("defname");
  for (const Flag& flag : kFlags) {
    if (flag.name != name) continue;
    role.*flag.member = option_boolean(option);
    return true;
  }
  if (name == "connectionlimit") {
    const std::string text = option_text(option);
    std::from_chars(text.data(), text.data() + text.size(), role.connection_limit);
  } else if (name == "validUntil") {
    const std::string text = option_text(option);
    role.valid_until = {};
    if (text == "infinity") return true;
    role.valid_until.text = quote_literal(text);
    role.valid_until.source = ctx.span(option.location());
  } else if (name == "password") {
    ctx.warning(option.location(),
                "the password of role " + quote(role.id.name) + " is neither compared nor set",
                "set it by hand, and leave it out of files: psql's \\password does it");
  } else if (name == "addroleto") {
    return read_members(ctx, option, false, members.of);
  } else if (name == "rolemembers" || name == "adminmembers") {
    return read_members(ctx, option, name == "adminmembers", members.in);
  } else if (name != "sysid") {  // which PostgreSQL ignores as well
    ctx.error(option.location(), "roles have no option \"" + std::string(name) + "\"");
    return false;
  }
  return true;
}

}  // namespace

void create_role(StatementContext& ctx) {
  Role role;
  role.id = role_id(ctx.statement.str("role"));
  role.source = ctx.span();
  role.login = ctx.statement.str("stmt_type") == "ROLESTMT_USER";
  Joining members;
  for (const Node option : ctx.statement.list("options")) {
    if (!read_option(ctx, option, role, members)) return;
  }
  const Identifier name = role.id.name;
  if (!ctx.add(std::move(role))) return;
  for (const auto& [other, admin] : members.of) add_member(ctx, other, name, admin);
  for (const auto& [other, admin] : members.in) add_member(ctx, name, other, admin);
}

// ALTER GROUP … ADD and DROP USER too.
void alter_role(StatementContext& ctx) {
  const Identifier name = role_name(ctx, ctx.statement.child("role"));
  if (name.empty()) return;
  Role* role = find_role(ctx, name);
  if (role == nullptr) return;
  Joining members;
  for (const Node option : ctx.statement.list("options")) {
    if (!read_option(ctx, option, *role, members)) return;
  }
  const bool drops = ctx.statement.integer("action") < 0;
  for (const auto& [other, admin] : members.in) {
    if (drops) {
      ctx.catalog.erase(object_id(Kind::membership, {}, name, other));
    } else {
      add_member(ctx, name, other, admin);
    }
  }
}

void alter_role_set(StatementContext& ctx) {
  if (!ctx.statement.has("role") || !ctx.statement.str("database").empty()) {
    ctx.unmanaged("ALTER ROLE … SET", "settings of all roles, and in one database");
    return;
  }
  const Identifier name = role_name(ctx, ctx.statement.child("role"));
  if (name.empty()) return;
  Role* role = find_role(ctx, name);
  if (role == nullptr) return;
  if (!apply_setting(ctx, ctx.statement.child("setstmt"), ctx.begin(), role->settings)) return;
  std::sort(role->settings.begin(), role->settings.end());
}

void drop_role(StatementContext& ctx) {
  for (const Node role : ctx.statement.list("roles")) {
    const Identifier name = role_name(ctx, role);
    if (name.empty()) return;
    const ObjectId id = role_id(name);
    if (!ctx.catalog.contains(id)) {
      if (!ctx.statement.boolean("missing_ok")) {
        ctx.warning(role.location(), describe(id) + " does not exist: nothing to do here",
                    "write IF EXISTS, or leave it out");
      }
      continue;
    }
    ctx.remove(id);
    std::erase_if(ctx.catalog.objects<Membership>(), [&](const auto& entry) {
      return entry.first.name == name || entry.first.sub == name;
    });
  }
}

// GRANT role TO role; REVOKE role FROM role.
void grant_role(StatementContext& ctx) {
  const bool grants = ctx.statement.boolean("is_grant");
  std::optional<bool> admin;
  std::optional<bool> inherit;
  std::optional<bool> set;
  if (ctx.statement.boolean("admin_opt")) admin = true;  // up to the grammar of 15
  for (const Node option : ctx.statement.list("opt")) {
    const std::string_view name = option.str("defname");
    (name == "admin" ? admin : name == "inherit" ? inherit : set) = option_boolean(option);
  }
  for (const Node granted : ctx.statement.list("granted_roles")) {
    for (const Node grantee : ctx.statement.list("grantee_roles")) {
      const Identifier member = role_name(ctx, grantee);
      if (member.empty()) return;
      const ObjectId id = object_id(Kind::membership, {}, granted.str("priv_name"), member);
      Membership* there = ctx.catalog.find<Membership>(id);
      if (!grants) {
        const bool only_options = admin || inherit || set;
        if (!only_options) {
          ctx.catalog.erase(id);
        } else if (there != nullptr) {
          if (admin) there->admin = false;
          if (inherit) there->inherit = false;
          if (set) there->set = false;
        }
        continue;
      }
      add_member(ctx, id.name, member, false);
      there = ctx.catalog.find<Membership>(id);
      if (admin) there->admin = *admin;
      if (inherit) there->inherit = inherit;
      if (set) there->set = set;
    }
  }
}

}  // namespace schemadiff
