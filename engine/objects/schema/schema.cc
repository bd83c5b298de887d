#include "engine/objects/schema/schema.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"

namespace schemadiff {

template <>
void Rules<Schema>::expressions(Schema&, const ExpressionVisitor&) {}

template <>
void Rules<Schema>::references(const Schema&, ReferenceSink&) {}

}  // namespace schemadiff
