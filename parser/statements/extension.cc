#include "parser/statement_context.h"
#include "parser/statements/statements.h"

namespace schemadiff {

void create_extension(StatementContext& ctx) {
  Extension extension;
  const Identifier name(ctx.statement.str("extname"));
  extension.id = object_id(Kind::extension, {}, name);
  extension.source = ctx.span();
  extension.path = ctx.path;
  if (ctx.statement.boolean("if_not_exists") && ctx.already_there(extension.id)) return;
  for (const Node option : ctx.statement.list("options")) {
    const std::string_view what = option.str("defname");
    if (what == "schema") {
      extension.schema = option_text(option);
    } else if (what == "new_version") {
      extension.version = option_text(option);
    } else if (what == "cascade") {
      extension.cascade = true;
    } else {
      ctx.error(
          option.location(),
          "CREATE EXTENSION has no option \"" + std::string(what) + "\" that this build knows",
          "leave it out");
      return;
    }
  }
  ctx.add(std::move(extension));
}

void alter_extension(StatementContext& ctx) {
  const ObjectId id = object_id(Kind::extension, {}, ctx.statement.str("extname"));
  Extension* extension = ctx.catalog.find<Extension>(id);
  if (extension == nullptr) {
    ctx.missing(ctx.begin(), "extension " + quote(id.name) + " does not exist",
                "declare it with CREATE EXTENSION");
    return;
  }
  for (const Node option : ctx.statement.list("options")) {
    if (option.str("defname") == "new_version") extension->version = option_text(option);
  }
  if (ctx.statement.list("options").empty()) {
    ctx.note(ctx.begin(), "ALTER EXTENSION " + quote(id.name) +
                              " UPDATE without a version says nothing about the desired state");
  }
}

}  // namespace schemadiff
