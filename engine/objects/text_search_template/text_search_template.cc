#include "engine/objects/text_search_template/text_search_template.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"

namespace schemadiff {

template <>
void Rules<TextSearchTemplate>::expressions(TextSearchTemplate&, const ExpressionVisitor&) {}

template <>
void Rules<TextSearchTemplate>::references(const TextSearchTemplate& object, ReferenceSink& sink) {
  sink.schema(object.id.schema);
  sink.function(object.init);
  sink.function(object.lexize);
}

template <>
void Rules<TextSearchTemplate>::create(const TextSearchTemplate& object, StepBuilder& steps) {
  std::string sql = "CREATE TEXT SEARCH TEMPLATE " + qualified_name(object.id) + " (";
  if (!object.init.empty()) sql += "INIT = " + object.init.sql() + ", ";
  steps.add(Verb::create, object, sql + "LEXIZE = " + object.lexize.sql() + ")");
}

template <>
bool Rules<TextSearchTemplate>::alter(const TextSearchTemplate&, const TextSearchTemplate&,
                                      const FieldChanges&, StepBuilder&) {
  return false;
}

template <>
void Rules<TextSearchTemplate>::drop(const TextSearchTemplate& object, StepBuilder& steps) {
  steps.add(Verb::drop, object, "DROP TEXT SEARCH TEMPLATE " + qualified_name(object.id));
}

}  // namespace schemadiff
