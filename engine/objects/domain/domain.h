// CREATE DOMAIN; pg_type. Its CHECK constraints are objects of their own (domain_constraint).
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct Domain : ObjectBase {
  TypeRef base;
  QualifiedName collation;  // empty: that of the base type
  bool not_null = false;
  NotNullConstraint not_null_constraint;
  std::optional<SqlExpression> default_value;
  static constexpr auto kFields =
      std::tuple{Field{"base type", &Domain::base}, Field{"collation", &Domain::collation},
                 Field{"not null", &Domain::not_null},
                 Field{"not null constraint", &Domain::not_null_constraint},
                 Field{"default", &Domain::default_value}};
};

// The constraint's name: the one that is given, else the one that PostgreSQL chooses.
Identifier not_null_name(const Domain& domain);

}  // namespace schemadiff
