#include <algorithm>

#include "engine/model/default_names.h"
#include "parser/statement_context.h"
#include "parser/statements/collation_of.h"
#include "parser/statements/statements.h"

namespace schemadiff {
namespace {

// Names of constraints are chosen to be free among all constraints of the schema.
Identifier choose_check_name(const Catalog& catalog, const ObjectId& domain,
                             const std::vector<DomainConstraint>& pending) {
  return choose_object_name(domain.name.str(), "", "check", [&](std::string_view text) {
    const Identifier name(text);
    for (const DomainConstraint& constraint : pending) {
      if (constraint.id.sub == name) return true;
    }
    for (const auto& [id, constraint] : catalog.objects<DomainConstraint>()) {
      if (id.schema == domain.schema && id.sub == name) return true;
    }
    for (const auto& [id, constraint] : catalog.objects<Constraint>()) {
      if (id.schema == domain.schema && id.sub == name) return true;
    }
    return false;
  });
}

DomainConstraint read_check(StatementContext& ctx, const Node& node, const ObjectId& domain,
                            const std::vector<DomainConstraint>& pending) {
  DomainConstraint constraint;
  constraint.name_is_predicted = node.str("conname").empty();
  constraint.id =
      domain.with_sub(Kind::domain_constraint, constraint.name_is_predicted
                                                   ? choose_check_name(ctx.catalog, domain, pending)
                                                   : Identifier(node.str("conname")));
  constraint.source = ctx.span(node.location());
  constraint.check = ctx.parenthesised(node.location());
  constraint.validated = !node.boolean("skip_validation");
  return constraint;
}

DomainConstraint* find_constraint(StatementContext& ctx, const ObjectId& domain, Identifier name) {
  return ctx.catalog.find<DomainConstraint>(domain.with_sub(Kind::domain_constraint, name));
}

}  // namespace

void create_domain(StatementContext& ctx) {
  const QualifiedName name = ctx.new_name(ctx.statement.list("domainname"));
  const Node type_name = ctx.statement.child("typeName");
  Domain domain;
  domain.id = object_id(Kind::domain, name.schema, name.name);
  domain.source = ctx.span();
  const TypeName base = ctx.type(type_name);
  if (base.type.empty()) return;
  if (base.setof || base.serial) {
    ctx.error(type_name.location(),
              "a domain can't be over " + std::string(base.setof ? "a set" : "serial"));
    return;
  }
  domain.base = base.type;
  if (const Node clause = ctx.statement.child("collClause")) {
    const QualifiedName collation = ctx.collation(clause);
    if (collation.empty()) return;
    if (collation != collation_of_type(ctx, type_name)) domain.collation = collation;
  }
  bool null_stated = false;
  bool default_stated = false;
  std::vector<DomainConstraint> checks;
  for (const Node node : ctx.statement.list("constraints")) {
    const std::string_view type = node.str("contype");
    const int location = node.location();
    if (type == "CONSTR_DEFAULT") {
      if (default_stated) {
        ctx.error(location, "domain " + name.sql() + " has two defaults");
        return;
      }
      default_stated = true;
      domain.default_value =
          ctx.column_default(ctx.find_at_depth(ctx.token_at(location), {"default"}));
    } else if (type == "CONSTR_NOTNULL" || type == "CONSTR_NULL") {
      const bool not_null = type == "CONSTR_NOTNULL";
      if (null_stated && domain.not_null != not_null) {
        ctx.error(location, "domain " + name.sql() + " says both NULL and NOT NULL");
        return;
      }
      null_stated = true;
      domain.not_null = not_null;
      domain.not_null_constraint.name = node.str("conname");
    } else if (type == "CONSTR_CHECK") {
      if (node.boolean("is_no_inherit")) {
        ctx.error(location, "constraints of domains can't be marked NO INHERIT");
        return;
      }
      DomainConstraint check = read_check(ctx, node, domain.id, checks);
      if (std::any_of(checks.begin(), checks.end(),
                      [&](const DomainConstraint& other) { return other.id == check.id; })) {
        ctx.error(location,
                  "domain " + name.sql() + " has two constraints named " + quote(check.id.sub));
        return;
      }
      checks.push_back(std::move(check));
    } else {
      ctx.error(location, "domains take only NOT NULL, NULL, DEFAULT and CHECK");
      return;
    }
  }
  // A domain over a domain starts with that one's default (DefineDomain copies it).
  const ObjectId& under = domain.base.object;
  const bool is_array = domain.base.sql.ends_with("[]");
  if (!default_stated && under.kind == Kind::domain && !is_array) {
    const Domain* base = ctx.catalog.find<Domain>(under);
    if (base == nullptr) {
      if (ctx.is_unreadable(under.schema, under.name)) return;
      return ctx.missing(type_name.location(), describe(under) + " does not exist");
    }
    domain.default_value = base->default_value;
  }
  if (!ctx.add(std::move(domain))) return;
  for (DomainConstraint& check : checks) ctx.add(std::move(check));
}

void alter_domain(StatementContext& ctx) {
  const NodeList names = ctx.statement.list("typeName");
  const ObjectId id = ctx.user_type(names);
  if (!id.known()) return;
  Domain* domain = ctx.catalog.find<Domain>(id);
  if (domain == nullptr) {
    ctx.error(dotted(names) + " is not a domain");
    return;
  }
  const std::string_view what = ctx.statement.str("subtype");
  const Node definition = ctx.statement.child("def");
  const Identifier name(ctx.statement.str("name"));
  if (what == "T") {
    domain->default_value.reset();
    if (definition) domain->default_value = ctx.rest(ctx.find_at_depth(0, {"default"}) + 1);
  } else if (what == "N" || what == "O") {
    domain->not_null = what == "O";
    if (!domain->not_null) domain->not_null_constraint = {};
  } else if (what == "C") {
    const std::string_view type = definition.str("contype");
    if (type == "CONSTR_NOTNULL") {
      domain->not_null = true;
      domain->not_null_constraint.name = definition.str("conname");
    } else if (type == "CONSTR_CHECK") {
      ctx.add(read_check(ctx, definition, id, {}));
    } else {
      ctx.error(definition.location(), "domains take only NOT NULL and CHECK constraints");
    }
  } else if (what == "X" || what == "V") {
    DomainConstraint* constraint = find_constraint(ctx, id, name);
    if (constraint == nullptr && domain->not_null && not_null_name(*domain) == name) {
      if (what == "X") {
        domain->not_null = false;
        domain->not_null_constraint = {};
      }
    } else if (constraint == nullptr) {
      if (ctx.statement.boolean("missing_ok")) return;
      ctx.error("domain " + qualified_name(id) + " has no constraint " + quote(name));
    } else if (what == "X") {
      ctx.remove(constraint->id);
    } else {
      constraint->validated = true;
    }
  } else {
    ctx.error("this form of ALTER DOMAIN is not known to this build");
  }
}

}  // namespace schemadiff
