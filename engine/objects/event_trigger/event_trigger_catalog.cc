#include <algorithm>

#include "engine/introspect/catalog_rows.h"
#include "engine/model/rules.h"
#include "engine/objects/event_trigger/event_trigger.h"

namespace schemadiff {

template <>
std::string Rules<EventTrigger>::catalog_query(int) {
  return "SELECT t.oid, t.evtname, t.evtevent, " + function_name("t.evtfoid") +
         ", t.evttags, t.evtenabled FROM pg_event_trigger t WHERE " +
         not_of_extension(catalog_oid::kEventTrigger, "t.oid");
}

template <>
void Rules<EventTrigger>::read(const Row& row, CatalogBuilder& builder) {
  EventTrigger trigger;
  trigger.id = object_id(Kind::event_trigger, {}, row.text(1));
  trigger.event = row.string(2);
  trigger.function = parse_qualified_name(row.text(3));
  trigger.tags = parse_array(row.text(4));
  std::sort(trigger.tags.begin(), trigger.tags.end());
  trigger.enabled = static_cast<TriggerState>(row.character(5));
  builder.add({catalog_oid::kEventTrigger, row.oid(0), 0}, std::move(trigger));
}

}  // namespace schemadiff
