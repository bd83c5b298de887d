#include "engine/objects/sequence/sequence.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"
#include "engine/objects/sequence/follow.h"
#include "engine/objects/write.h"

namespace schemadiff {

namespace {

std::string sequence_target(const Sequence& sequence) {
  return "SEQUENCE " + qualified_name(sequence.id);
}

// A column of a table with the same owner, PostgreSQL demands.
void depend_on_owners(Step& step, const Sequence& sequence) {
  step.consumes.push_back(*sequence.owned_by);
  step.consumes.push_back(sequence.id.owned());
  step.consumes.push_back(sequence.owned_by->container(Kind::table).owned());
}

void change_owner(const Sequence& live, const Sequence& desired, StepBuilder& steps) {
  const auto add = [&](const std::string& column) -> Step& {
    return steps.add(Verb::alter, desired,
                     alter_statement(sequence_target(desired), "OWNED BY " + column));
  };
  const auto role = [&](const Catalog& catalog) {
    const Owner* owner = catalog.find<Owner>(desired.id.owned());
    return owner == nullptr ? Identifier{} : owner->role;
  };
  const size_t first = steps.steps().size();
  // Nobody gives away a sequence that a table has.
  if (!desired.owned_by || (live.owned_by && role(steps.live) != role(steps.desired))) add("NONE");
  if (desired.owned_by) {
    Step& step = add(qualified_name(*desired.owned_by));
    step.produces.clear();  // its own owner changes before
    depend_on_owners(step, desired);
  }
  // A column that is made anew is there under its old name until then.
  if (live.owned_by && !steps.moves.anew.contains(live.owned_by->container(Kind::table))) {
    steps.steps()[first].releases.push_back(*live.owned_by);
  }
}

void change_options(const Sequence& live, const Sequence& desired, StepBuilder& steps) {
  SequenceOptions now = live.options;
  std::string type = live.data_type.sql;
  const auto change = [&](const SequenceOptions& to, const std::string& to_type) {
    std::string action;
    if (to_type != type) {
      action = " AS " + to_type;
      // Limits that were those of the old type become those of the new one by themselves.
      follow_type(now, type, to_type);
    }
    action += sequence_parameter_changes(now, to, "");
    now = to;
    type = to_type;
    if (action.empty()) return;
    steps.add(Verb::alter, desired, alter_statement(sequence_target(desired), action.substr(1)));
  };
  if (must_move(live.options, desired.options)) {
    const std::string& wanted = desired.data_type.sql;
    const bool grows =
        default_sequence_options(wanted).maximum > default_sequence_options(type).maximum;
    change(widened(live.options, desired.options), grows ? wanted : type);
    steps.add(Verb::alter, desired,
              move_unused_sequence(qualified_name(desired.id), desired.options.start));
  }
  change(desired.options, desired.data_type.sql);
}

}  // namespace

template <>
void Rules<Sequence>::expressions(Sequence&, const ExpressionVisitor&) {}

template <>
void Rules<Sequence>::references(const Sequence& object, ReferenceSink& sink) {
  // Not the owning column: OWNED BY is a step of its own, so that its default may come in between.
  sink.schema(object.id.schema);
}

template <>
void Rules<Sequence>::create(const Sequence& object, StepBuilder& steps) {
  std::string sql = "CREATE ";
  if (object.persistence == Persistence::unlogged) sql += "UNLOGGED ";
  sql += "SEQUENCE " + qualified_name(object.id);
  if (object.data_type.sql != "bigint") sql += " AS " + object.data_type.sql;
  steps.add(Verb::create, object, sql + sequence_parameters(object.options, object.data_type.sql));
  if (!object.owned_by) return;
  // On its own, so that the column's default can call nextval() in between.
  Step& owned = steps.add(
      Verb::create, object,
      alter_statement(sequence_target(object), "OWNED BY " + qualified_name(*object.owned_by)));
  owned.consumes.push_back(object.id);
  depend_on_owners(owned, object);
}

template <>
bool Rules<Sequence>::alter(const Sequence& live, const Sequence& desired,
                            const FieldChanges& changes, StepBuilder& steps) {
  if (changes.has("type") || changes.has("options")) change_options(live, desired, steps);
  if (changes.has("persistence")) {
    if (steps.server_version < 150000) {
      steps.steps().clear();
      steps.refuse(desired, "changing between logged and unlogged needs PostgreSQL 15");
      return true;
    }
    const bool unlogged = desired.persistence == Persistence::unlogged;
    Step& step = steps.add(
        Verb::alter, desired,
        alter_statement(sequence_target(desired), unlogged ? "SET UNLOGGED" : "SET LOGGED"));
    step.lock = Lock::access_exclusive;
    if (unlogged) {
      add_hazard(step, HazardCode::data_loss, "the sequence starts anew after a crash");
    }
  }
  if (changes.has("owned by")) change_owner(live, desired, steps);
  return true;
}

template <>
void Rules<Sequence>::drop(const Sequence& object, StepBuilder& steps) {
  Step& step = steps.add(Verb::drop, object, "DROP SEQUENCE " + qualified_name(object.id));
  step.lock = Lock::access_exclusive;
  // An identity column goes on where it stands.
  const Column* column = object.owned_by ? steps.desired.find<Column>(*object.owned_by) : nullptr;
  const Column* before = object.owned_by ? steps.live.find<Column>(*object.owned_by) : nullptr;
  if (column != nullptr && column->identity && before != nullptr && !before->identity &&
      outgoing_sequences(*before, steps).size() == 1) {
    return;
  }
  add_hazard(step, HazardCode::data_loss, "drops the sequence and forgets where it stands");
}

}  // namespace schemadiff
