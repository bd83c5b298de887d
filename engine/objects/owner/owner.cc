#include "engine/objects/owner/owner.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"

namespace schemadiff {

bool has_owner(Kind kind) {
  switch (kind) {
    case Kind::schema:
    case Kind::enum_type:
    case Kind::domain:
    case Kind::composite_type:
    case Kind::range_type:
    case Kind::sequence:
    case Kind::function:
    case Kind::table:
    case Kind::statistics:
    case Kind::view:
    case Kind::materialized_view:
      return true;
    default:
      return false;
  }
}

namespace {

Step& write(const Owner& owner, Verb verb, StepBuilder& steps) {
  return steps.add(verb, owner,
                   alter_statement(alter_name(owner.id.target()), "OWNER TO " + quote(owner.role)));
}

}  // namespace

template <>
void Rules<Owner>::expressions(Owner&, const ExpressionVisitor&) {}

template <>
void Rules<Owner>::references(const Owner& object, ReferenceSink& sink) {
  sink.object(object.id.target());
}

template <>
void Rules<Owner>::create(const Owner& object, StepBuilder& steps) {
  // A new object belongs to the role that makes it.
  if (object.role == steps.system.role) return;
  write(object, Verb::create, steps);
}

template <>
bool Rules<Owner>::alter(const Owner& live, const Owner& desired, const FieldChanges&,
                         StepBuilder& steps) {
  const ObjectId target = desired.id.target();
  // PostgreSQL gives a table's sequences to the table's owner, and lets nobody else do it.
  const Sequence* sequence = steps.live.find<Sequence>(target);
  if (sequence != nullptr && sequence->owned_by) return true;
  Step& step = write(desired, Verb::alter, steps);
  if (grant_class(target.kind) == GrantClass::relation) {
    take_lock(step, steps, target, Lock::access_exclusive);
  }
  add_hazard(step, HazardCode::breaks_clients,
             quote(live.role) + " loses its rights as the owner of " + qualified_name(target));
  return true;
}

template <>
void Rules<Owner>::drop(const Owner&, StepBuilder&) {}  // goes with what it is about

}  // namespace schemadiff
