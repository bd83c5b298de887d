// CREATE TYPE … AS RANGE; pg_type, pg_range.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct RangeType : ObjectBase {
  TypeRef subtype;
  // Defaults filled in on both sides where they can be known, else empty and not compared.
  QualifiedName subtype_operator_class;
  QualifiedName collation;
  QualifiedName canonical;        // function
  QualifiedName subtype_diff;     // function
  QualifiedName multirange_type;  // 14 and later
  static constexpr auto kFields = std::tuple{
      Field{"subtype", &RangeType::subtype},
      Field{"subtype operator class", &RangeType::subtype_operator_class, Compare::when_stated},
      Field{"collation", &RangeType::collation, Compare::when_stated},
      Field{"canonical", &RangeType::canonical},
      Field{"subtype diff", &RangeType::subtype_diff},
      Field{"multirange type", &RangeType::multirange_type, Compare::when_stated}};
};

}  // namespace schemadiff
