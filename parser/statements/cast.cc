#include "parser/modifiers.h"
#include "parser/statement_context.h"
#include "parser/statements/statements.h"

namespace schemadiff {

void create_cast(StatementContext& ctx) {
  Cast cast;
  cast.source = ctx.span();
  cast.from = without_modifiers(ctx.type(ctx.statement.child("sourcetype")).type);
  cast.to = without_modifiers(ctx.type(ctx.statement.child("targettype")).type);
  if (cast.from.empty() || cast.to.empty()) return;
  cast.id = object_id(Kind::cast, {}, "(" + cast.from.sql + " AS " + cast.to.sql + ")");
  const std::string_view context = ctx.statement.str("context");
  if (context == "COERCION_ASSIGNMENT") cast.context = CastContext::assignment;
  if (context == "COERCION_IMPLICIT") cast.context = CastContext::implicit;
  const Node function = ctx.statement.child("func");
  if (ctx.statement.boolean("inout")) {
    cast.method = CastMethod::inout;
  } else if (!function) {
    cast.method = CastMethod::binary;
  } else {
    cast.function = ctx.function_name(function.list("objname"));
    for (const Node node : function.list("objargs")) {
      const TypeRef type = without_modifiers(ctx.type(node).type);
      if (type.empty()) return;
      cast.arguments += (cast.arguments.empty() ? "(" : ", ") + type.sql;
    }
    if (function.boolean("args_unspecified")) cast.arguments = "(" + cast.from.sql;
    cast.arguments += ")";
  }
  ctx.add(std::move(cast));
}

}  // namespace schemadiff
