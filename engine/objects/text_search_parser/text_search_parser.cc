#include "engine/objects/text_search_parser/text_search_parser.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"

namespace schemadiff {

template <>
void Rules<TextSearchParser>::expressions(TextSearchParser&, const ExpressionVisitor&) {}

template <>
void Rules<TextSearchParser>::references(const TextSearchParser& object, ReferenceSink& sink) {
  sink.schema(object.id.schema);
  sink.function(object.start);
  sink.function(object.get_token);
  sink.function(object.end);
  sink.function(object.lex_types);
  sink.function(object.headline);
}

template <>
void Rules<TextSearchParser>::create(const TextSearchParser& object, StepBuilder& steps) {
  std::string sql =
      "CREATE TEXT SEARCH PARSER " + qualified_name(object.id) +
      " (\n    START = " + object.start.sql() + ",\n    GETTOKEN = " + object.get_token.sql() +
      ",\n    END = " + object.end.sql() + ",\n    LEXTYPES = " + object.lex_types.sql();
  if (!object.headline.empty()) sql += ",\n    HEADLINE = " + object.headline.sql();
  steps.add(Verb::create, object, sql + "\n)");
}

template <>
bool Rules<TextSearchParser>::alter(const TextSearchParser&, const TextSearchParser&,
                                    const FieldChanges&, StepBuilder&) {
  return false;
}

template <>
void Rules<TextSearchParser>::drop(const TextSearchParser& object, StepBuilder& steps) {
  steps.add(Verb::drop, object, "DROP TEXT SEARCH PARSER " + qualified_name(object.id));
}

}  // namespace schemadiff
