// CREATE TRANSFORM; pg_transform.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct Transform : ObjectBase {  // id.name is the type, id.sub the language
  TypeRef type;
  QualifiedName from_sql;  // functions of one argument of type internal; empty: none
  QualifiedName to_sql;
  static constexpr auto kFields =
      std::tuple{Field{"type", &Transform::type}, Field{"from sql", &Transform::from_sql},
                 Field{"to sql", &Transform::to_sql}};
};

}  // namespace schemadiff
