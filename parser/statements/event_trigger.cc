#include <algorithm>

#include "parser/statement_context.h"
#include "parser/statements/statements.h"

namespace schemadiff {

void create_event_trigger(StatementContext& ctx) {
  EventTrigger trigger;
  trigger.id = object_id(Kind::event_trigger, {}, ctx.statement.str("trigname"));
  trigger.source = ctx.span();
  trigger.event = ctx.statement.string("eventname");
  trigger.function = ctx.function_name(ctx.statement.list("funcname"));
  for (const Node filter : ctx.statement.list("whenclause")) {
    if (filter.str("defname") != "tag") {
      ctx.error(filter.location(),
                "event triggers have no filter \"" + filter.string("defname") + "\"",
                "write WHEN TAG IN (…)");
      return;
    }
    for (const Node tag : filter.child("arg").list("items")) {
      std::string word(tag.sval());
      for (char& c : word) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
      trigger.tags.push_back(std::move(word));
    }
  }
  std::sort(trigger.tags.begin(), trigger.tags.end());
  ctx.add(std::move(trigger));
}

void alter_event_trigger(StatementContext& ctx) {
  const ObjectId id = object_id(Kind::event_trigger, {}, ctx.statement.str("trigname"));
  EventTrigger* trigger = ctx.catalog.find<EventTrigger>(id);
  if (trigger == nullptr) {
    ctx.missing(ctx.begin(), describe(id) + " does not exist");
    return;
  }
  trigger->enabled = static_cast<TriggerState>(ctx.statement.str("tgenabled")[0]);
}

}  // namespace schemadiff
