#include "engine/objects/sequence/follow.h"

#include "engine/objects/effects.h"
#include "engine/objects/name_aside.h"

namespace schemadiff {
namespace {

// Owned by the column.
std::vector<const Sequence*> owned_by(const ObjectId& column, const Catalog& catalog) {
  std::vector<const Sequence*> out;
  for (const Sequence* sequence : catalog.sorted<Sequence>()) {
    if (sequence->owned_by == column) out.push_back(sequence);
  }
  return out;
}

// What gave the column its values until now; nullptr: nothing that goes.
const SequenceOptions* outgoing_options(const ObjectId& column, const StepBuilder& steps) {
  const Column* live = steps.live.find<Column>(column);
  if (live != nullptr && live->identity) return &live->identity->options;
  for (const Sequence* sequence : owned_by(column, steps.live)) {
    if (!steps.desired.contains(sequence->id)) return &sequence->options;
  }
  return nullptr;
}

// One that stands where the new one has not begun yet gave nothing out that could come twice: the
// new one starts where it is told.
std::string unless_before(const SequenceOptions& wanted, const SequenceOptions* now) {
  if (now == nullptr) return "";
  if (wanted.increment > 0) {
    if (wanted.minimum <= now->minimum) return "";
    return "\n    WHERE last_value >= " + std::to_string(wanted.minimum);
  }
  if (wanted.maximum >= now->maximum) return "";
  return "\n    WHERE last_value <= " + std::to_string(wanted.maximum);
}

}  // namespace

QualifiedName aside_sequence(const QualifiedName& sequence, const StepBuilder& steps) {
  return {sequence.schema, name_aside(steps.live, steps.desired, sequence.schema, sequence.name)};
}

std::vector<QualifiedName> outgoing_sequences(const Column& live, const StepBuilder& steps) {
  if (live.identity) {
    if (live.identity->sequence.empty()) return {};
    return {live.identity->sequence};
  }
  std::vector<QualifiedName> out;
  for (const Sequence* sequence : owned_by(live.id, steps.live)) {
    if (steps.desired.contains(sequence->id)) continue;
    out.push_back({sequence->id.schema, sequence->id.name});
  }
  return out;
}

const Sequence* incoming_sequence(const ObjectId& column, const StepBuilder& steps) {
  for (const Sequence* sequence : owned_by(column, steps.desired)) {
    if (!steps.live.contains(sequence->id)) return sequence;
  }
  return nullptr;
}

Step* continue_sequence(const Column& desired, const QualifiedName& from, StepBuilder& steps) {
  std::string target;
  std::vector<ObjectId> consumes;
  const SequenceOptions* options = nullptr;
  if (desired.identity) {
    options = &desired.identity->options;
    consumes.push_back(desired.id);
    target = "pg_get_serial_sequence(" +
             quote_literal(qualified_name(desired.id.container(Kind::table))) + ", " +
             quote_literal(desired.id.sub.str()) + ")::regclass";
  } else {
    const Sequence* sequence = incoming_sequence(desired.id, steps);
    if (sequence == nullptr) return nullptr;
    options = &sequence->options;
    target = quote_literal(qualified_name(sequence->id)) + "::regclass";
    consumes.push_back(sequence->id);
  }
  Step& step = take_position(desired, target, *options, from, steps);
  step.consumes = std::move(consumes);
  return &step;
}

Step& take_position(const Column& column, const std::string& to, const SequenceOptions& options,
                    const QualifiedName& from, StepBuilder& steps) {
  Step& step =
      steps.add(Verb::alter, column,
                "SELECT setval(" + to + ", last_value, is_called)\n    FROM " + from.sql() +
                    unless_before(options, outgoing_options(column.id, steps)));
  step.produces.clear();
  return step;
}

Step& continue_after_rows(const ObjectBase& object, const std::string& to, const std::string& from,
                          const SequenceOptions& sequence, const ObjectId& column,
                          StepBuilder& steps) {
  const bool up = sequence.increment > 0;
  const std::string last = (up ? "max(" : "min(") + quote(column.sub) + ")";
  const ObjectId table = column.container(Kind::table);
  const auto forced = [&](const Catalog& catalog) {
    const Table* found = catalog.find<Table>(table);
    return found != nullptr && found->force_row_security;
  };
  // All rows count, also those that policies hide from the owner.
  const bool open = forced(steps.live) || forced(steps.desired);
  const char* why = "its policies would hide rows from those who look for the last value";
  if (open) bind_owner(object, table, false, steps).reason = why;
  const size_t at = steps.steps().size();
  steps.add(Verb::alter, object,
            "SELECT setval(" + to + ", " + last + ")\n    FROM " + qualified_name(table) +
                " HAVING " + last + (up ? " >= " : " <= ") + from);
  if (open && forced(steps.desired)) bind_owner(object, table, true, steps).reason = why;
  return steps.steps()[at];
}

void renew_ownership(const Sequence& desired, StepBuilder& steps) {
  Step& step = steps.add(Verb::alter, desired,
                         alter_statement("SEQUENCE " + qualified_name(desired.id),
                                         "OWNED BY " + qualified_name(*desired.owned_by)));
  step.produces.clear();
  step.consumes = {*desired.owned_by, desired.id.owned(),
                   desired.owned_by->container(Kind::table).owned()};
}

}  // namespace schemadiff
