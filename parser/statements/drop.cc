// DROP of any kind: what was declared above goes, with all that belongs to it.
#include "parser/statements/statements.h"
#include "parser/statements/target.h"

namespace schemadiff {

void drop_objects(StatementContext& ctx) {
  const std::string_view type = ctx.statement.str("removeType");
  if (!is_modelled(type)) {
    ctx.unmanaged("DROP " + words_of(type), "these objects");
    return;
  }
  const Absent absent = ctx.statement.boolean("missing_ok") ? Absent::skip : Absent::warn;
  for (const Node object : ctx.statement.list("objects")) {
    const ObjectId id = find_target(ctx, type, object, absent);
    if (!id.known()) continue;
    if (id.kind == Kind::index && !ctx.catalog.contains(id)) {
      ctx.error("index " + qualified_name(id) + " belongs to a constraint",
                "drop the constraint: ALTER TABLE … DROP CONSTRAINT");
      return;
    }
    ctx.remove(id);
  }
}

}  // namespace schemadiff
