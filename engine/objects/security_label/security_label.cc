#include "engine/objects/security_label/security_label.h"

#include "engine/model/identity_sequence.h"
#include "engine/model/kind_traits.h"
#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"

namespace schemadiff {

namespace {

Step& write(const SecurityLabel& label, Verb verb, const std::string& text, const Catalog& catalog,
            StepBuilder& steps) {
  return steps.add(verb, label,
                   "SECURITY LABEL FOR " + quote(label.id.grantee) + " ON " +
                       sql_target(catalog, label.id.target()) + " IS " + text);
}

}  // namespace

template <>
void Rules<SecurityLabel>::expressions(SecurityLabel&, const ExpressionVisitor&) {}

template <>
void Rules<SecurityLabel>::references(const SecurityLabel& object, ReferenceSink& sink) {
  const ObjectId target = object.id.target();
  sink.object(is_identity_sequence(target) ? target.with_sub(Kind::column, target.sub) : target);
}

template <>
void Rules<SecurityLabel>::create(const SecurityLabel& object, StepBuilder& steps) {
  write(object, Verb::create, quote_literal(object.label), steps.desired, steps);
}

template <>
bool Rules<SecurityLabel>::alter(const SecurityLabel&, const SecurityLabel& desired,
                                 const FieldChanges&, StepBuilder& steps) {
  Step& step = write(desired, Verb::alter, quote_literal(desired.label), steps.desired, steps);
  add_hazard(step, HazardCode::widens_access,
             "what its label means is the business of " + quote(desired.id.grantee));
  return true;
}

template <>
void Rules<SecurityLabel>::drop(const SecurityLabel& object, StepBuilder& steps) {
  if (goes_with_identity(object.id.target(), steps.desired)) return;
  Step& step = write(object, Verb::drop, "NULL", steps.live, steps);
  add_hazard(step, HazardCode::widens_access,
             "what its label protects is the business of " + quote(object.id.grantee));
}

}  // namespace schemadiff
