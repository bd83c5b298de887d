#include "engine/objects/event_trigger/event_trigger.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"

namespace schemadiff {

namespace {

std::string state_sql(const EventTrigger& trigger) {
  std::string words = "ENABLE";
  if (trigger.enabled == TriggerState::disabled) words = "DISABLE";
  if (trigger.enabled == TriggerState::replica) words = "ENABLE REPLICA";
  if (trigger.enabled == TriggerState::always) words = "ENABLE ALWAYS";
  return alter_statement("EVENT TRIGGER " + quote(trigger.id.name), words);
}

}  // namespace

template <>
void Rules<EventTrigger>::expressions(EventTrigger&, const ExpressionVisitor&) {}

template <>
void Rules<EventTrigger>::references(const EventTrigger& object, ReferenceSink& sink) {
  sink.function(object.function);
}

template <>
void Rules<EventTrigger>::create(const EventTrigger& object, StepBuilder& steps) {
  std::string sql = "CREATE EVENT TRIGGER " + quote(object.id.name) + "\n    ON " + object.event;
  std::string tags;
  for (const std::string& tag : object.tags) {
    tags += (tags.empty() ? "" : ", ") + quote_literal(tag);
  }
  if (!tags.empty()) sql += "\n    WHEN TAG IN (" + tags + ")";
  steps.add(Verb::create, object, sql + "\n    EXECUTE FUNCTION " + object.function.sql() + "()");
  if (object.enabled == TriggerState::origin) return;
  Step& state = steps.add(Verb::create, object, state_sql(object));
  state.consumes.push_back(object.id);
}

template <>
bool Rules<EventTrigger>::alter(const EventTrigger&, const EventTrigger& desired,
                                const FieldChanges& changes, StepBuilder& steps) {
  if (!changes.only({"enabled"})) return false;
  steps.add(Verb::alter, desired, state_sql(desired));
  return true;
}

template <>
void Rules<EventTrigger>::drop(const EventTrigger& object, StepBuilder& steps) {
  steps.add(Verb::drop, object, "DROP EVENT TRIGGER " + quote(object.id.name));
}

}  // namespace schemadiff
