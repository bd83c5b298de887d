// PostgreSQL's rules of collations (manual, "Collation Support"): which one the value of an
// expression has.
#pragma once

#include "parser/expression/typed_tree.h"

namespace schemadiff {

// Of a value that may have a collation and comes from those: what they are called together.
Collated merged(const Collated& a, const Collated& b);
Collated collation_of(const Expr& expr, Environment& environment);

// As a column that is read: whatever it was made of, its collation is implicit now.
inline Collated read_as_column(const Collated& made) {
  const bool has_one =
      made.strength == Collated::Strength::implicit || made.strength == Collated::Strength::stated;
  Collated out = Collated::implicit(has_one ? made.collation : QualifiedName());
  out.known = made.known;
  return out;
}

}  // namespace schemadiff
