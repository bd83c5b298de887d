#include "engine/objects/domain_constraint/domain_constraint.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"

namespace schemadiff {

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

}  // namespace schemadiff
