// SECURITY LABEL: one object of its own for any target and provider.
#include "parser/statements/statements.h"
#include "parser/statements/target.h"

namespace schemadiff {

void security_label(StatementContext& ctx) {
  const std::string_view type = ctx.statement.str("objtype");
  if (!is_modelled(type)) {
    ctx.unmanaged("SECURITY LABEL ON " + words_of(type), "labels of these objects");
    return;
  }
  const Identifier provider(ctx.statement.str("provider"));
  if (provider.empty()) {
    ctx.error("whose label this is depends on what the server has loaded",
              "name the provider: SECURITY LABEL FOR provider ON …");
    return;
  }
  const ObjectId id = find_target(ctx, type, ctx.statement.child("object"), Absent::wait);
  if (!id.known()) return;
  SecurityLabel label;
  label.id = id.labelled_by(provider);
  label.source = ctx.span();
  label.label = ctx.statement.string("label");
  // A later label replaces an earlier one; NULL removes it.
  ctx.catalog.erase(label.id);
  if (ctx.statement.has("label")) ctx.add(std::move(label));
}

}  // namespace schemadiff
