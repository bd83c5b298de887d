#include "engine/objects/trigger/trigger.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"
#include "engine/objects/partitions.h"
#include "engine/objects/trigger/clone.h"
#include "engine/objects/write.h"

namespace schemadiff {

std::string display(TriggerTiming timing) {
  switch (timing) {
    case TriggerTiming::before:
      return "before";
    case TriggerTiming::after:
      return "after";
    case TriggerTiming::instead_of:
      return "instead of";
  }
  return "?";
}

std::string display(TriggerState state) {
  switch (state) {
    case TriggerState::origin:
      return "enabled";
    case TriggerState::disabled:
      return "disabled";
    case TriggerState::replica:
      return "enabled replica";
    case TriggerState::always:
      return "enabled always";
  }
  return "?";
}

namespace {

std::string state_sql(const ObjectId& table, Identifier trigger, TriggerState state) {
  std::string_view words = "ENABLE";
  if (state == TriggerState::disabled) words = "DISABLE";
  if (state == TriggerState::replica) words = "ENABLE REPLICA";
  if (state == TriggerState::always) words = "ENABLE ALWAYS";
  return alter_table(table, std::string(words) + " TRIGGER " + quote(trigger));
}

void switch_trigger(const Trigger& trigger, Verb verb, StepBuilder& steps) {
  Step& step =
      steps.add(verb, trigger, state_sql(trigger.relation, trigger.id.sub, trigger.enabled));
  take_lock(step, steps, trigger.relation, Lock::share_row_exclusive);
  if (!is_clone(trigger)) return;
  if (!steps.desired_members(trigger.relation).children.empty()) {
    leave_out_children(step);
  }
  // It comes with the parent's trigger, or with the partition, as that one is switched.
  step.consumes.push_back(trigger.relation);
  step.consumes.push_back(membership_of(trigger.relation));
  for (const ObjectId& above : ancestors_of(steps.desired, trigger.relation)) {
    step.consumes.push_back(above.with_sub(Kind::trigger, trigger.id.sub));
  }
}

std::string events(const Trigger& trigger) {
  std::string out;
  const auto event = [&](bool on, const std::string& words) {
    if (on) out += (out.empty() ? "" : " OR ") + words;
  };
  event(trigger.on_insert, "INSERT");
  event(trigger.on_delete, "DELETE");
  event(trigger.on_update, trigger.update_columns.empty()
                               ? "UPDATE"
                               : "UPDATE OF " + column_list(trigger.update_columns));
  event(trigger.on_truncate, "TRUNCATE");
  return out;
}

std::string definition(const Trigger& trigger, const std::string& verb, Step& step) {
  std::string sql = verb + (trigger.is_constraint ? " CONSTRAINT TRIGGER " : " TRIGGER ") +
                    quote(trigger.id.sub) + "\n    ";
  switch (trigger.timing) {
    case TriggerTiming::before:
      sql += "BEFORE ";
      break;
    case TriggerTiming::after:
      sql += "AFTER ";
      break;
    case TriggerTiming::instead_of:
      sql += "INSTEAD OF ";
      break;
  }
  sql += events(trigger) + " ON " + qualified_name(trigger.relation);
  if (trigger.constraint_table) sql += "\n    FROM " + qualified_name(*trigger.constraint_table);
  if (trigger.deferrable) sql += "\n    DEFERRABLE";
  if (trigger.initially_deferred) sql += " INITIALLY DEFERRED";
  if (!trigger.old_table.empty() || !trigger.new_table.empty()) {
    sql += "\n    REFERENCING";
    if (!trigger.old_table.empty()) sql += " OLD TABLE AS " + quote(trigger.old_table);
    if (!trigger.new_table.empty()) sql += " NEW TABLE AS " + quote(trigger.new_table);
  }
  sql += trigger.for_each_row ? "\n    FOR EACH ROW" : "\n    FOR EACH STATEMENT";
  if (!trigger.when.empty()) sql += "\n    WHEN " + parenthesised(use(step, trigger.when));
  std::string arguments;
  for (const std::string& argument : trigger.arguments) {
    arguments += (arguments.empty() ? "" : ", ") + quote_literal(argument);
  }
  return sql + "\n    EXECUTE FUNCTION " + trigger.function.sql() + "(" + arguments + ")";
}

// Before 15 ALTER TABLE reaches no partitions.
void switch_partitions(const Trigger& trigger, Verb verb, const ObjectId& table,
                       StepBuilder& steps) {
  for (const Table* child : steps.live_members(table).children) {
    const bool stays = child->partition_of && stays_under(child->id, table, steps);
    if (!trigger.for_each_row || !stays) continue;
    if (!steps.desired.contains(child->id.with_sub(Kind::trigger, trigger.id.sub))) {
      Step& step = steps.add(verb, trigger, state_sql(child->id, trigger.id.sub, trigger.enabled));
      take_lock(step, steps, child->id, Lock::share_row_exclusive);
    }
    switch_partitions(trigger, verb, child->id, steps);
  }
}

// The trigger, and its state where CREATE TRIGGER would not give it that.
Step& write(const Trigger& trigger, Verb verb, const std::string& words, StepBuilder& steps) {
  const size_t first = steps.steps().size();
  Step& step = steps.add(verb, trigger, "");
  step.sql = definition(trigger, words, step);
  take_lock(step, steps, trigger.relation, Lock::share_row_exclusive);
  if (trigger.enabled != TriggerState::origin) {
    switch_trigger(trigger, verb, steps);
    if (steps.server_version < 150000) switch_partitions(trigger, verb, trigger.relation, steps);
  }
  return steps.steps()[first];
}

}  // namespace

template <>
void Rules<Trigger>::expressions(Trigger& object, const ExpressionVisitor& visit) {
  if (object.when.empty()) return;
  ExpressionScope scope;
  scope.role = ExpressionRole::trigger_when;
  scope.relation = object.relation;
  visit(object.when, scope);
}

template <>
void Rules<Trigger>::references(const Trigger& object, ReferenceSink& sink) {
  sink.object(object.relation);
  if (is_clone(object)) return;
  sink.function(object.function);
  for (const Identifier name : object.update_columns) {
    sink.object(object.relation.with_sub(Kind::column, name));
  }
  if (object.constraint_table) sink.object(*object.constraint_table);
}

template <>
void Rules<Trigger>::create(const Trigger& object, StepBuilder& steps) {
  if (is_clone(object)) {
    switch_trigger(object, Verb::create, steps);
  } else {
    write(object, Verb::create, "CREATE", steps);
  }
}

template <>
bool Rules<Trigger>::alter(const Trigger& live, const Trigger& desired, const FieldChanges& changes,
                           StepBuilder& steps) {
  if (changes.only({"enabled"})) {
    switch_trigger(desired, Verb::alter, steps);
    return true;
  }
  if (steps.server_version < 140000 || live.is_constraint || desired.is_constraint) return false;
  Step& step = write(desired, Verb::alter, "CREATE OR REPLACE", steps);
  if (!live.when.empty()) release(step, live.when);
  for (const auto& [id, function] : steps.live.objects<Function>()) {
    if (QualifiedName{id.schema, id.name} == live.function) step.releases.push_back(id);
  }
  return true;
}

template <>
void Rules<Trigger>::drop(const Trigger& object, StepBuilder& steps) {
  if (is_clone(object)) return;  // it goes with the parent's, or with the partition
  Step& step =
      steps.add(Verb::drop, object,
                "DROP TRIGGER " + quote(object.id.sub) + " ON " + qualified_name(object.relation));
  take_lock(step, steps, object.relation, Lock::access_exclusive);
}

}  // namespace schemadiff
