#include "engine/objects/sequence/sequence.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"

namespace schemadiff {

template <>
void Rules<Sequence>::expressions(Sequence&, const ExpressionVisitor&) {}

template <>
void Rules<Sequence>::references(const Sequence& object, ReferenceSink& sink) {
  // Not the owning column: OWNED BY is a step of its own, so that its default may come in between.
  sink.schema(object.id.schema);
}

}  // namespace schemadiff
