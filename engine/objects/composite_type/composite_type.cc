#include "engine/objects/composite_type/composite_type.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"

namespace schemadiff {

std::string display(const CompositeAttribute& attribute) {
  std::string out = quote(attribute.name) + " " + attribute.type.sql;
  if (!attribute.collation.empty()) out += " COLLATE " + attribute.collation.sql();
  return out;
}

template <>
void Rules<CompositeType>::expressions(CompositeType&, const ExpressionVisitor&) {}

template <>
void Rules<CompositeType>::references(const CompositeType& object, ReferenceSink& sink) {
  sink.schema(object.id.schema);
  for (const CompositeAttribute& attribute : object.attributes) sink.type(attribute.type);
}

}  // namespace schemadiff
