// CREATE OPERATOR; pg_operator without the shells that stand for operators not yet defined.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct Operator : ObjectBase {  // id.sub = "(integer, text)", "(NONE, integer)"
  TypeRef left;                 // empty: a prefix operator
  TypeRef right;
  QualifiedName function;
  // Operators without a schema are pg_catalog's. Their arguments follow from this one's.
  QualifiedName commutator;
  QualifiedName negator;
  QualifiedName restrict_;  // function that estimates the selectivity
  QualifiedName join;
  bool hashes = false;
  bool merges = false;
  static constexpr auto kFields =
      std::tuple{Field{"left", &Operator::left},         Field{"right", &Operator::right},
                 Field{"function", &Operator::function}, Field{"commutator", &Operator::commutator},
                 Field{"negator", &Operator::negator},   Field{"restrict", &Operator::restrict_},
                 Field{"join", &Operator::join},         Field{"hashes", &Operator::hashes},
                 Field{"merges", &Operator::merges}};
};

}  // namespace schemadiff
