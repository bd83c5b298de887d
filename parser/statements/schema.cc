// CREATE SCHEMA, with the objects that may be declared inside of it.
#include <fmt/format.h>

#include "parser/catalog_assembly.h"
#include "parser/statement_context.h"
#include "parser/statement_table.h"
#include "parser/statements/statements.h"

namespace schemadiff {

void create_schema(StatementContext& ctx) {
  Identifier name = ctx.statement.str("schemaname");
  const Node role = ctx.statement.child("authrole");
  if (role) {
    if (name.empty()) name = role.str("rolename");
  }
  if (name.empty()) {
    ctx.error("CREATE SCHEMA AUTHORIZATION without a name: the name of the role is not known here",
              "write the name of the schema");
    return;
  }
  Schema schema;
  schema.id = object_id(Kind::schema, {}, name);
  schema.source = ctx.span();
  const Schema* there = ctx.catalog.find<Schema>(schema.id);
  if (there != nullptr && !there->source.known()) {
    // public, which every database begins with: declared here now.
    ctx.catalog.find<Schema>(schema.id)->source = schema.source;
  } else if (there != nullptr && ctx.statement.boolean("if_not_exists")) {
    ctx.already_there(schema.id);
  } else if (!ctx.add(std::move(schema))) {
    return;
  }
  if (role) {
    const ObjectId id = object_id(Kind::schema, {}, name);
    declare_owner(ctx, id, role);
    ctx.assembly().access.made_for(id, ctx.catalog.find<Owner>(id.owned()), ctx.span());
  }
  const NodeList elements = ctx.statement.list("schemaElts");
  if (elements.empty()) return;
  // Each element begins with CREATE or GRANT; they have no separators.
  StatementSettings settings = ctx.settings;
  std::vector<Identifier> path = {name};
  for (const Identifier other : ctx.path.schemas()) {
    if (other != name) path.push_back(other);
  }
  settings.path = SearchPath::of(path);
  const auto begins_element = [&](size_t token) {
    return ctx.token_is(token, "create") || ctx.token_is(token, "grant");
  };
  size_t token = 1;
  const size_t end = ctx.tokens().size() - 1;
  for (const Node element : elements) {
    while (token < end && !begins_element(token)) ++token;
    const size_t first = token++;
    while (token < end && !begins_element(token)) {
      token = ctx.token_is(token, "(") ? ctx.closing(token) : token + 1;
      if (ctx.token_is(token, ")")) ++token;
    }
    const size_t element_end = element.is("GrantStmt") ? end : token;
    StatementContext inner(ctx, element, static_cast<int>(ctx.tokens()[first].begin),
                           static_cast<int>(ctx.tokens()[element_end].begin), settings);
    run_statement(inner);
    if (inner.must_wait()) {
      inner.error("an element of CREATE SCHEMA needs what is declared later",
                  "write it as a statement of its own");
    }
  }
}

}  // namespace schemadiff
