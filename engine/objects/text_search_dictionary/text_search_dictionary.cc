#include "engine/objects/text_search_dictionary/text_search_dictionary.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"
#include "engine/objects/write.h"

namespace schemadiff {

template <>
void Rules<TextSearchDictionary>::expressions(TextSearchDictionary&, const ExpressionVisitor&) {}

template <>
void Rules<TextSearchDictionary>::references(const TextSearchDictionary& object,
                                             ReferenceSink& sink) {
  sink.schema(object.id.schema);
  sink.object(object_id(Kind::text_search_template, object.base.schema, object.base.name));
}

template <>
void Rules<TextSearchDictionary>::create(const TextSearchDictionary& object, StepBuilder& steps) {
  std::string sql = "CREATE TEXT SEARCH DICTIONARY " + qualified_name(object.id) +
                    " (\n    TEMPLATE = " + object.base.sql();
  for (const auto& [name, value] : object.options) {
    sql += ",\n    " + quote_identifier(name) + " = " + quote_literal(value);
  }
  steps.add(Verb::create, object, sql + "\n)");
}

template <>
bool Rules<TextSearchDictionary>::alter(const TextSearchDictionary& live,
                                        const TextSearchDictionary& desired,
                                        const FieldChanges& changes, StepBuilder& steps) {
  if (changes.has("template")) return false;
  const OptionChanges options = option_changes(live.options, desired.options);
  std::string list;
  for (const auto& [name, value] : options.set) {
    list += (list.empty() ? "" : ", ") + quote_identifier(name) + " = " + quote_literal(value);
  }
  for (const auto& [name, value] : options.reset) {
    list += (list.empty() ? "" : ", ") + quote_identifier(name);
  }
  Step& step = steps.add(
      Verb::alter, desired,
      alter_statement("TEXT SEARCH DICTIONARY " + qualified_name(desired.id), "(" + list + ")"));
  add_hazard(step, HazardCode::stale_results,
             "stored tsvectors and indexes were made with the old options: rebuild them");
  return true;
}

template <>
void Rules<TextSearchDictionary>::drop(const TextSearchDictionary& object, StepBuilder& steps) {
  steps.add(Verb::drop, object, "DROP TEXT SEARCH DICTIONARY " + qualified_name(object.id));
}

}  // namespace schemadiff
