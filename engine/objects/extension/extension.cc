#include "engine/objects/extension/extension.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"

namespace schemadiff {

template <>
void Rules<Extension>::expressions(Extension&, const ExpressionVisitor&) {}

template <>
void Rules<Extension>::references(const Extension& object, ReferenceSink& sink) {
  sink.schema(object.schema);
}

}  // namespace schemadiff
