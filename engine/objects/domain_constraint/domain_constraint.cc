#include "engine/objects/domain_constraint/domain_constraint.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"
#include "engine/objects/write.h"

namespace schemadiff {

namespace {

std::string domain_target(const DomainConstraint& constraint) {
  return "DOMAIN " + qualified_name(constraint.id.container(Kind::domain));
}

}  // namespace

template <>
void Rules<DomainConstraint>::expressions(DomainConstraint& object,
                                          const ExpressionVisitor& visit) {
  ExpressionScope scope;
  scope.role = ExpressionRole::domain_check;
  scope.relation = object.id.container(Kind::domain);
  visit(object.check, scope);
}

template <>
void Rules<DomainConstraint>::references(const DomainConstraint& object, ReferenceSink& sink) {
  sink.object(object.id.container(Kind::domain));
}

template <>
void Rules<DomainConstraint>::create(const DomainConstraint& object, StepBuilder& steps) {
  const ObjectId domain = object.id.container(Kind::domain);
  Step& step = steps.add(Verb::create, object, "");
  std::string action =
      "ADD CONSTRAINT " + quote(object.id.sub) + " CHECK " + parenthesised(use(step, object.check));
  if (!object.validated) action += " NOT VALID";
  step.sql = alter_statement(domain_target(object), action);
  if (object.validated && steps.live.contains(domain)) {
    step.lock = Lock::share;
    step.scans = true;
    add_hazard(step, HazardCode::full_scan, "reads every table that has a column of the domain");
  }
}

template <>
bool Rules<DomainConstraint>::alter(const DomainConstraint&, const DomainConstraint& desired,
                                    const FieldChanges& changes, StepBuilder& steps) {
  if (!changes.only({"validated"}) || !desired.validated) return false;
  Step& step = steps.add(
      Verb::alter, desired,
      alter_statement(domain_target(desired), "VALIDATE CONSTRAINT " + quote(desired.id.sub)));
  step.lock = Lock::share;
  step.scans = true;
  add_hazard(step, HazardCode::full_scan, "reads every table that has a column of the domain");
  return true;
}

template <>
void Rules<DomainConstraint>::drop(const DomainConstraint& object, StepBuilder& steps) {
  steps.add(Verb::drop, object,
            alter_statement(domain_target(object), "DROP CONSTRAINT " + quote(object.id.sub)));
}

}  // namespace schemadiff
