// CREATE EVENT TRIGGER; pg_event_trigger.
#pragma once

#include "engine/objects/trigger/trigger.h"

namespace schemadiff {

struct EventTrigger : ObjectBase {
  std::string event;  // "ddl_command_start", …
  QualifiedName function;
  std::vector<std::string> tags;  // in capitals, sorted; empty: all
  TriggerState enabled = TriggerState::origin;
  static constexpr auto kFields =
      std::tuple{Field{"event", &EventTrigger::event}, Field{"function", &EventTrigger::function},
                 Field{"tags", &EventTrigger::tags}, Field{"enabled", &EventTrigger::enabled}};
};

}  // namespace schemadiff
