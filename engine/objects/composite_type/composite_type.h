// CREATE TYPE … AS (…); pg_type, pg_class with relkind 'c', pg_attribute.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct CompositeAttribute {
  Identifier name;
  TypeRef type;
  QualifiedName collation;  // empty: that of the type
  friend bool operator==(const CompositeAttribute&, const CompositeAttribute&) = default;
};
std::string display(const CompositeAttribute& attribute);

struct CompositeType : ObjectBase {
  std::vector<CompositeAttribute> attributes;  // order matters: it is the row's
  static constexpr auto kFields = std::tuple{Field{"attributes", &CompositeType::attributes}};
};

}  // namespace schemadiff
