#include <algorithm>

#include "parser/statement_context.h"
#include "parser/statements/statements.h"

namespace schemadiff {
namespace {

// False: said already.
bool read_roles(StatementContext& ctx, const NodeList& nodes, std::vector<Identifier>& roles) {
  roles.clear();
  bool everybody = false;
  for (const Node role : nodes) {
    const std::string_view type = role.str("roletype");
    if (type == "ROLESPEC_PUBLIC") {
      everybody = true;
    } else if (type == "ROLESPEC_CSTRING") {
      roles.emplace_back(role.str("rolename"));
    } else {
      ctx.error(role.location(), "whom this role means depends on who applies the schema",
                "write the name of the role");
      return false;
    }
  }
  if (everybody) roles.clear();  // PUBLIC includes all others
  std::sort(roles.begin(), roles.end());
  roles.erase(std::unique(roles.begin(), roles.end()), roles.end());
  return true;
}

// USING (…) and WITH CHECK (…), as far as the statement has them.
void read_expressions(StatementContext& ctx, Policy& policy) {
  const size_t end = ctx.tokens().size() - 1;
  const auto after = [&](std::string_view keyword) {
    const size_t at = ctx.find_at_depth(0, {keyword});
    return ctx.parenthesised(at < end ? static_cast<int>(ctx.tokens()[at].begin) : ctx.end());
  };
  if (ctx.statement.has("qual")) policy.using_ = after("using");
  if (ctx.statement.has("with_check")) policy.with_check = after("check");
}

}  // namespace

void create_policy(StatementContext& ctx) {
  const Node relation = ctx.statement.child("table");
  const ObjectId table = ctx.table(relation);
  if (!table.known()) return;
  Policy policy;
  policy.id = table.with_sub(Kind::policy, ctx.statement.str("policy_name"));
  policy.source = ctx.span();
  policy.table = table;
  policy.permissive = ctx.statement.boolean("permissive");
  const std::string_view command = ctx.statement.str("cmd_name");
  if (command == "all") {
    policy.command = PolicyCommand::all;
  } else if (command == "select") {
    policy.command = PolicyCommand::select;
  } else if (command == "insert") {
    policy.command = PolicyCommand::insert;
  } else if (command == "update") {
    policy.command = PolicyCommand::update;
  } else if (command == "delete") {
    policy.command = PolicyCommand::delete_;
  } else {
    ctx.error("a policy is FOR ALL, SELECT, INSERT, UPDATE or DELETE");
    return;
  }
  if (!read_roles(ctx, ctx.statement.list("roles"), policy.roles)) return;
  read_expressions(ctx, policy);
  if (policy.command == PolicyCommand::insert && policy.using_) {
    ctx.error("a policy FOR INSERT takes only WITH CHECK");
    return;
  }
  if ((policy.command == PolicyCommand::select || policy.command == PolicyCommand::delete_) &&
      policy.with_check) {
    ctx.error("a policy FOR SELECT or DELETE takes no WITH CHECK");
    return;
  }
  ctx.add(std::move(policy));
}

void alter_policy(StatementContext& ctx) {
  const ObjectId table = ctx.table(ctx.statement.child("table"));
  if (!table.known()) return;
  const ObjectId id = table.with_sub(Kind::policy, ctx.statement.str("policy_name"));
  Policy* policy = ctx.catalog.find<Policy>(id);
  if (policy == nullptr) {
    ctx.missing(ctx.begin(),
                "policy " + quote(id.sub) + " on " + qualified_name(table) + " does not exist");
    return;
  }
  if (ctx.statement.has("roles")) {
    std::vector<Identifier> roles;
    if (!read_roles(ctx, ctx.statement.list("roles"), roles)) return;
    policy->roles = std::move(roles);
  }
  read_expressions(ctx, *policy);
}

}  // namespace schemadiff
