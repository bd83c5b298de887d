// Foreign-data wrappers, servers, user mappings and foreign tables.
#include <algorithm>

#include "parser/catalog_assembly.h"
#include "parser/statement_context.h"
#include "parser/statements/foreign_options.h"
#include "parser/statements/statements.h"

namespace schemadiff {

bool change_foreign_options(StatementContext& ctx, const NodeList& nodes, StorageOptions& options) {
  for (const Node node : nodes) {
    const std::string name = node.string("defname");
    const std::string_view action = node.str("defaction");
    const auto found = std::find_if(options.begin(), options.end(),
                                    [&](const auto& option) { return option.first == name; });
    const bool there = found != options.end();
    const bool must_be = action == "DEFELEM_SET" || action == "DEFELEM_DROP";
    if (there != must_be) {
      ctx.error(node.location(),
                "option \"" + name + (there ? "\" is there already" : "\" is not there"));
      return false;
    }
    if (action == "DEFELEM_DROP") {
      options.erase(found);
    } else if (there) {
      found->second = option_text(node);
    } else {
      options.emplace_back(name, option_text(node));
    }
  }
  return true;
}

namespace {

void read_functions(StatementContext& ctx, ForeignDataWrapper& wrapper) {
  for (const Node option : ctx.statement.list("func_options")) {
    const QualifiedName function =
        option.has("arg") ? ctx.function_name(option.child("arg").list("items")) : QualifiedName();
    (option.str("defname") == "handler" ? wrapper.handler : wrapper.validator) = function;
  }
}

// The object that an ALTER is about; nullptr: said already.
template <class T>
T* find_named(StatementContext& ctx, const ObjectId& id) {
  T* found = ctx.catalog.find<T>(id);
  if (found == nullptr) ctx.missing(ctx.begin(), describe(id) + " does not exist");
  return found;
}

// Kind none: said already.
ObjectId mapping_id(StatementContext& ctx) {
  const Node user = ctx.statement.child("user");
  const std::string_view type = user.str("roletype");
  if (type != "ROLESPEC_PUBLIC" && type != "ROLESPEC_CSTRING") {
    ctx.error(user.location(), "a desired state can't know who the current user will be",
              "write the name of the role");
    return {};
  }
  return object_id(Kind::user_mapping, {}, ctx.statement.str("servername"),
                   type == "ROLESPEC_PUBLIC" ? "public" : user.str("rolename"));
}

}  // namespace

void create_foreign_data_wrapper(StatementContext& ctx) {
  ForeignDataWrapper wrapper;
  wrapper.id = object_id(Kind::foreign_data_wrapper, {}, ctx.statement.str("fdwname"));
  wrapper.source = ctx.span();
  read_functions(ctx, wrapper);
  if (!change_foreign_options(ctx, ctx.statement.list("options"), wrapper.options)) return;
  ctx.add(std::move(wrapper));
}

void alter_foreign_data_wrapper(StatementContext& ctx) {
  auto* wrapper = find_named<ForeignDataWrapper>(
      ctx, object_id(Kind::foreign_data_wrapper, {}, ctx.statement.str("fdwname")));
  if (wrapper == nullptr) return;
  read_functions(ctx, *wrapper);
  change_foreign_options(ctx, ctx.statement.list("options"), wrapper->options);
}

void create_foreign_server(StatementContext& ctx) {
  ForeignServer server;
  server.id = object_id(Kind::foreign_server, {}, ctx.statement.str("servername"));
  server.source = ctx.span();
  if (ctx.statement.boolean("if_not_exists") && ctx.already_there(server.id)) return;
  server.wrapper = ctx.statement.str("fdwname");
  server.type = ctx.statement.string("servertype");
  server.version = ctx.statement.string("version");
  if (!change_foreign_options(ctx, ctx.statement.list("options"), server.options)) return;
  ctx.add(std::move(server));
}

void alter_foreign_server(StatementContext& ctx) {
  auto* server = find_named<ForeignServer>(
      ctx, object_id(Kind::foreign_server, {}, ctx.statement.str("servername")));
  if (server == nullptr) return;
  if (ctx.statement.boolean("has_version")) server->version = ctx.statement.string("version");
  change_foreign_options(ctx, ctx.statement.list("options"), server->options);
}

void create_user_mapping(StatementContext& ctx) {
  UserMapping mapping;
  mapping.id = mapping_id(ctx);
  if (!mapping.id.known()) return;
  mapping.source = ctx.span();
  if (ctx.statement.boolean("if_not_exists") && ctx.already_there(mapping.id)) return;
  if (!change_foreign_options(ctx, ctx.statement.list("options"), mapping.options.options)) return;
  ctx.add(std::move(mapping));
}

void alter_user_mapping(StatementContext& ctx) {
  const ObjectId id = mapping_id(ctx);
  if (!id.known()) return;
  auto* mapping = find_named<UserMapping>(ctx, id);
  if (mapping == nullptr) return;
  change_foreign_options(ctx, ctx.statement.list("options"), mapping->options.options);
}

void drop_user_mapping(StatementContext& ctx) {
  const ObjectId id = mapping_id(ctx);
  if (!id.known()) return;
  if (!ctx.catalog.erase(id) && !ctx.statement.boolean("missing_ok")) {
    ctx.warning(ctx.begin(), describe(id) + " does not exist: nothing to do here",
                "write IF EXISTS, or leave it out");
  }
}

void create_foreign_table(StatementContext& ctx) {
  const Node base = ctx.statement.child("base");
  const QualifiedName name = ctx.new_name(base.child("relation"));
  const ObjectId id = object_id(Kind::table, name.schema, name.name);
  const bool before = ctx.catalog.contains(id);
  StorageOptions options;
  if (!change_foreign_options(ctx, ctx.statement.list("options"), options)) return;
  {
    StatementContext inner(ctx, base, ctx.begin(), ctx.end(), ctx.settings);
    create_table(inner);
  }
  Table* table = ctx.catalog.find<Table>(id);
  if (table == nullptr || before) return;
  table->server = ctx.statement.str("servername");
  table->foreign_options = std::move(options);
  table->access_method = {};
  table->tablespace = {};
  ctx.assembly().declare_foreign_table(name.schema, name.name);
}

}  // namespace schemadiff
