#include "engine/objects/rule/rule.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"

namespace schemadiff {

std::string display(char state) {
  switch (state) {
    case 'O':
      return "enabled";
    case 'D':
      return "disabled";
    case 'R':
      return "enabled replica";
    case 'A':
      return "enabled always";
    default:
      return std::string(1, state);
  }
}

template <>
void Rules<Rule>::expressions(Rule& object, const ExpressionVisitor& visit) {
  ExpressionScope scope;
  scope.role = ExpressionRole::rule;
  scope.relation = object.relation;
  visit(object.definition, scope);
}

template <>
void Rules<Rule>::references(const Rule& object, ReferenceSink& sink) {
  sink.object(object.relation);
}

}  // namespace schemadiff
