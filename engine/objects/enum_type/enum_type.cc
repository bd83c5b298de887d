#include "engine/objects/enum_type/enum_type.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"

namespace schemadiff {

template <>
void Rules<EnumType>::expressions(EnumType&, const ExpressionVisitor&) {}

template <>
void Rules<EnumType>::references(const EnumType& object, ReferenceSink& sink) {
  sink.schema(object.id.schema);
}

}  // namespace schemadiff
