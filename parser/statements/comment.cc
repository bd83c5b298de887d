// COMMENT ON: one object of its own for any target.
#include "parser/statements/statements.h"
#include "parser/statements/target.h"

namespace schemadiff {

void comment_on(StatementContext& ctx) {
  const std::string_view type = ctx.statement.str("objtype");
  if (!is_modelled(type)) {
    ctx.unmanaged("COMMENT ON " + words_of(type), "comments on these objects");
    return;
  }
  const ObjectId id = find_target(ctx, type, ctx.statement.child("object"), Absent::wait);
  if (!id.known()) return;
  Comment comment;
  comment.id = id.commented();
  comment.source = ctx.span();
  comment.text = ctx.statement.string("comment");
  // A later comment replaces an earlier one; NULL and the empty string remove it.
  ctx.catalog.erase(comment.id);
  if (!comment.text.empty()) ctx.add(std::move(comment));
}

}  // namespace schemadiff
