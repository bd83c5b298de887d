#include "engine/objects/range_type/range_type.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"

namespace schemadiff {

template <>
void Rules<RangeType>::expressions(RangeType&, const ExpressionVisitor&) {}

template <>
void Rules<RangeType>::references(const RangeType& object, ReferenceSink& sink) {
  sink.schema(object.id.schema);
  sink.type(object.subtype);
  sink.function(object.canonical);
  sink.function(object.subtype_diff);
}

}  // namespace schemadiff
