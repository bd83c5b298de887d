#include "engine/objects/owner/owner.h"

#include "engine/model/kind_traits.h"
#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"
#include "engine/objects/owner/owner_change.h"
#include "engine/objects/privilege/rights.h"
#include "engine/objects/view/readers.h"

namespace schemadiff {

namespace {

Step& write(const Owner& owner, Verb verb, StepBuilder& steps) {
  return steps.add(
      verb, owner,
      alter_statement(alter_target(owner.id.target()), "OWNER TO " + quote(owner.role)));
}

// PostgreSQL gives a table's sequences to the table's owner, and lets nobody else do it.
bool follows_its_table(const ObjectId& id, const StepBuilder& steps) {
  const Sequence* before = steps.live.find<Sequence>(id);
  const Sequence* after = steps.desired.find<Sequence>(id);
  return before != nullptr && before->owned_by && after != nullptr &&
         after->owned_by == before->owned_by;
}

}  // namespace

std::optional<Hazard> owner_change(const ObjectId& id, const StepBuilder& steps) {
  const Owner* before = steps.live.find<Owner>(id);
  const Owner* after = steps.desired.find<Owner>(id);
  if (before == nullptr || after == nullptr || before->role == after->role) return std::nullopt;
  if (follows_its_table(id.target(), steps)) return std::nullopt;
  return Hazard{
      HazardCode::breaks_clients,
      quote(before->role) + " loses its rights as the owner of " + qualified_name(id.target()), id};
}

namespace {

// Whether row security says which rows of a table the role sees, its own tables' aside.
bool is_bound(Identifier role, const ObjectId& table, const StepBuilder& steps) {
  const Table* bound = steps.desired.find<Table>(table);
  if (bound == nullptr || !bound->row_security) return false;
  const Owner* owner = steps.live.find<Owner>(table.owned());
  return bound->force_row_security || owner == nullptr || owner->role != role;
}

void add_hazards(const Owner& owner, Step& step, const StepBuilder& steps) {
  const auto loss = owner_change(owner.id, steps);
  if (!loss) return;
  step.hazards.push_back(*loss);
  const Function* function = steps.desired.find<Function>(owner.id.target());
  if (function != nullptr && function->security_definer) {
    add_hazard(step, HazardCode::widens_access,
               "who may call it does what it does with the rights of " + quote(owner.role));
  }
  const View* view = steps.desired.find<View>(owner.id.target());
  if (view == nullptr || reads_as_caller(*view) || !has_readers(view->id, steps)) return;
  const Identifier before = steps.live.find<Owner>(owner.id)->role;
  for (const ObjectId& id : view->query.references) {
    const ObjectId table = id.container(Kind::table);
    if (!is_bound(before, table, steps)) continue;
    add_hazard(step, HazardCode::widens_access,
               "who may read it sees the rows of " + qualified_name(table) + " that policies let " +
                   quote(owner.role) + " see");
    return;
  }
}

}  // namespace

template <>
void Rules<Owner>::expressions(Owner&, const ExpressionVisitor&) {}

template <>
void Rules<Owner>::references(const Owner& object, ReferenceSink& sink) {
  sink.object(object.id.target());
  sink.role(object.role);
}

template <>
void Rules<Owner>::create(const Owner& object, StepBuilder& steps) {
  // A new object belongs to the role that makes it.
  if (object.role == steps.system.role) return;
  // Of one that is there no owner was said, as in a file.
  if (follows_its_table(object.id.target(), steps)) return;
  Step& step = write(object, Verb::create, steps);
  add_hazards(object, step, steps);
}

template <>
bool Rules<Owner>::alter(const Owner&, const Owner& desired, const FieldChanges&,
                         StepBuilder& steps) {
  const ObjectId target = desired.id.target();
  if (follows_its_table(target, steps)) return true;
  Step& step = write(desired, Verb::alter, steps);
  if (grant_class(target.kind) == GrantClass::relation) {
    take_lock(step, steps, target, Lock::access_exclusive);
    // The old owner's default privileges are those that the sequences of new identity columns get.
    for (const Column* column : steps.desired_members(target).columns) {
      if (column->identity) step.consumes.push_back(column->id);
    }
  }
  add_hazards(desired, step, steps);
  return true;
}

template <>
void Rules<Owner>::drop(const Owner&, StepBuilder&) {}  // goes with what it is about

}  // namespace schemadiff
