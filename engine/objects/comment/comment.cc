#include "engine/objects/comment/comment.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"

namespace schemadiff {

template <>
void Rules<Comment>::expressions(Comment&, const ExpressionVisitor&) {}

template <>
void Rules<Comment>::references(const Comment& object, ReferenceSink& sink) {
  sink.object(object.id.target());
}

}  // namespace schemadiff
