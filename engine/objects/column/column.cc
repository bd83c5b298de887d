#include "engine/objects/column/column.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"

namespace schemadiff {

std::string display(const Identity& identity) {
  std::string out = identity.always ? "always" : "by default";
  if (!identity.sequence.empty()) out += ", sequence " + identity.sequence.sql();
  return out + ", " + display(identity.options);
}

std::string display(const GeneratedColumn& generated) {
  return "(" + generated.expression.text + ") " + (generated.stored ? "stored" : "virtual");
}

template <>
void Rules<Column>::expressions(Column& object, const ExpressionVisitor& visit) {
  if (!object.generated) return;
  ExpressionScope scope;
  scope.relation = object.id.container(Kind::table);
  scope.target = object.type;
  visit(object.generated->expression, scope);
}

template <>
void Rules<Column>::references(const Column& object, ReferenceSink& sink) {
  sink.object(object.id.container(Kind::table));
  sink.type(object.type);
}

}  // namespace schemadiff
