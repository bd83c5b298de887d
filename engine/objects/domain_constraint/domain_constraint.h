// CHECK constraints of domains; pg_constraint with contypid.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct DomainConstraint : ObjectBase {
  SqlExpression check;  // the expression alone; VALUE is the value
  bool validated = true;
  bool name_is_predicted = false;  // the file gave no name: match by definition first; not a field
  static constexpr auto kFields = std::tuple{Field{"check", &DomainConstraint::check},
                                             Field{"validated", &DomainConstraint::validated}};
};

}  // namespace schemadiff
