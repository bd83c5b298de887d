#include "engine/objects/owner/owner.h"

#include "engine/model/kind_traits.h"
#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"

namespace schemadiff {

namespace {

Step& write(const Owner& owner, Verb verb, StepBuilder& steps) {
  return steps.add(
      verb, owner,
      alter_statement(alter_target(owner.id.target()), "OWNER TO " + quote(owner.role)));
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
  write(object, Verb::create, steps);
}

template <>
bool Rules<Owner>::alter(const Owner& live, const Owner& desired, const FieldChanges&,
                         StepBuilder& steps) {
  const ObjectId target = desired.id.target();
  // PostgreSQL gives a table's sequences to the table's owner, and lets nobody else do it.
  const Sequence* before = steps.live.find<Sequence>(target);
  const Sequence* after = steps.desired.find<Sequence>(target);
  if (before != nullptr && before->owned_by && after->owned_by == before->owned_by) return true;
  Step& step = write(desired, Verb::alter, steps);
  if (grant_class(target.kind) == GrantClass::relation) {
    take_lock(step, steps, target, Lock::access_exclusive);
  }
  add_hazard(step, HazardCode::breaks_clients,
             quote(live.role) + " loses its rights as the owner of " + qualified_name(target));
  const Function* function = steps.desired.find<Function>(target);
  if (function != nullptr && function->security_definer) {
    add_hazard(step, HazardCode::widens_access,
               "who may call it does what it does with the rights of " + quote(desired.role));
  }
  return true;
}

template <>
void Rules<Owner>::drop(const Owner&, StepBuilder&) {}  // goes with what it is about

}  // namespace schemadiff
