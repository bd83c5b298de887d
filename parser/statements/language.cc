// CREATE LANGUAGE, CREATE TRANSFORM, CREATE ACCESS METHOD.
#include "parser/modifiers.h"
#include "parser/statement_context.h"
#include "parser/statements/statements.h"

namespace schemadiff {

void create_language(StatementContext& ctx) {
  const Identifier name(ctx.statement.str("plname"));
  if (ctx.statement.list("plhandler").empty()) {
    // Since 13 the same as CREATE EXTENSION.
    Extension extension;
    extension.id = object_id(Kind::extension, {}, name);
    extension.source = ctx.span();
    if (!ctx.catalog.contains(extension.id)) ctx.add(std::move(extension));
    return;
  }
  Language language;
  language.id = object_id(Kind::language, {}, name);
  language.source = ctx.span();
  language.trusted = ctx.statement.boolean("pltrusted");
  const auto function = [&](const char* field) {
    const NodeList names = ctx.statement.list(field);
    return names.empty() ? QualifiedName() : ctx.function_name(names);
  };
  language.handler = function("plhandler");
  language.inline_ = function("plinline");
  language.validator = function("plvalidator");
  if (ctx.statement.boolean("replace")) ctx.catalog.erase(language.id);
  ctx.add(std::move(language));
}

void create_transform(StatementContext& ctx) {
  Transform transform;
  transform.source = ctx.span();
  transform.type = without_modifiers(ctx.type(ctx.statement.child("type_name")).type);
  if (transform.type.empty()) return;
  transform.id = object_id(Kind::transform, {}, transform.type.sql, ctx.statement.str("lang"));
  const auto function = [&](const char* field) {
    const Node node = ctx.statement.child(field);
    return node ? ctx.function_name(node.list("objname")) : QualifiedName();
  };
  transform.from_sql = function("fromsql");
  transform.to_sql = function("tosql");
  if (ctx.statement.boolean("replace")) ctx.catalog.erase(transform.id);
  ctx.add(std::move(transform));
}

void create_access_method(StatementContext& ctx) {
  AccessMethod method;
  method.id = object_id(Kind::access_method, {}, ctx.statement.str("amname"));
  method.source = ctx.span();
  method.type =
      ctx.statement.str("amtype") == "t" ? AccessMethodType::table : AccessMethodType::index;
  method.handler = ctx.function_name(ctx.statement.list("handler_name"));
  ctx.add(std::move(method));
}

}  // namespace schemadiff
