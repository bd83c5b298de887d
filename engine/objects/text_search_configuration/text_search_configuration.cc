#include "engine/objects/text_search_configuration/text_search_configuration.h"

#include <algorithm>

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"

namespace schemadiff {

namespace {

std::string dictionaries_sql(const TextSearchMapping& mapping) {
  std::string out;
  for (const QualifiedName& name : mapping.dictionaries)
    out += (out.empty() ? "" : ", ") + name.sql();
  return out;
}

const TextSearchMapping* find_token(const TextSearchConfiguration& configuration,
                                    const std::string& token) {
  const auto& mappings = configuration.mappings;
  const auto found = std::find_if(mappings.begin(), mappings.end(),
                                  [&](const TextSearchMapping& m) { return m.token == token; });
  return found == mappings.end() ? nullptr : &*found;
}

std::string alter_mapping(const TextSearchConfiguration& configuration, const std::string& action) {
  return alter_statement("TEXT SEARCH CONFIGURATION " + qualified_name(configuration.id), action);
}

// "MAPPING FOR a, b WITH x": tokens with the same dictionaries share a statement.
std::vector<std::string> mapping_actions(const std::vector<const TextSearchMapping*>& mappings) {
  std::vector<std::pair<std::string, std::string>> groups;  // dictionaries, tokens
  for (const TextSearchMapping* mapping : mappings) {
    const std::string with = dictionaries_sql(*mapping);
    const auto same = std::find_if(groups.begin(), groups.end(),
                                   [&](const auto& group) { return group.first == with; });
    if (same != groups.end()) {
      same->second += ", " + quote_identifier(mapping->token);
    } else {
      groups.emplace_back(with, quote_identifier(mapping->token));
    }
  }
  std::vector<std::string> out;
  for (const auto& [with, tokens] : groups)
    out.push_back("MAPPING FOR " + tokens + " WITH " + with);
  return out;
}

void consume_dictionaries(Step& step, const TextSearchConfiguration& configuration) {
  for (const TextSearchMapping& mapping : configuration.mappings) {
    for (const QualifiedName& name : mapping.dictionaries) {
      step.consumes.push_back(object_id(Kind::text_search_dictionary, name.schema, name.name));
    }
  }
}

}  // namespace

std::string display(const TextSearchMapping& mapping) {
  return mapping.token + ": " + dictionaries_sql(mapping);
}

template <>
void Rules<TextSearchConfiguration>::expressions(TextSearchConfiguration&,
                                                 const ExpressionVisitor&) {}

template <>
void Rules<TextSearchConfiguration>::references(const TextSearchConfiguration& object,
                                                ReferenceSink& sink) {
  sink.schema(object.id.schema);
  sink.object(object_id(Kind::text_search_parser, object.parser.schema, object.parser.name));
  for (const TextSearchMapping& mapping : object.mappings) {
    for (const QualifiedName& name : mapping.dictionaries) {
      sink.object(object_id(Kind::text_search_dictionary, name.schema, name.name));
    }
  }
}

template <>
void Rules<TextSearchConfiguration>::create(const TextSearchConfiguration& object,
                                            StepBuilder& steps) {
  steps.add(Verb::create, object,
            "CREATE TEXT SEARCH CONFIGURATION " + qualified_name(object.id) +
                " (PARSER = " + object.parser.sql() + ")");
  std::vector<const TextSearchMapping*> all;
  for (const TextSearchMapping& mapping : object.mappings) all.push_back(&mapping);
  for (const std::string& action : mapping_actions(all)) {
    consume_dictionaries(steps.add(Verb::create, object, alter_mapping(object, "ADD " + action)),
                         object);
  }
}

template <>
bool Rules<TextSearchConfiguration>::alter(const TextSearchConfiguration& live,
                                           const TextSearchConfiguration& desired,
                                           const FieldChanges& changes, StepBuilder& steps) {
  if (changes.has("parser")) return false;
  std::vector<const TextSearchMapping*> added;
  std::vector<const TextSearchMapping*> changed;
  std::string gone;
  for (const TextSearchMapping& mapping : desired.mappings) {
    const TextSearchMapping* before = find_token(live, mapping.token);
    if (before == nullptr) added.push_back(&mapping);
    if (before != nullptr && !(*before == mapping)) changed.push_back(&mapping);
  }
  for (const TextSearchMapping& mapping : live.mappings) {
    if (find_token(desired, mapping.token) != nullptr) continue;
    gone += (gone.empty() ? "" : ", ") + quote_identifier(mapping.token);
  }
  const size_t first = steps.steps().size();
  const auto write = [&](const std::string& action) {
    Step& step = steps.add(Verb::alter, desired, alter_mapping(desired, action));
    consume_dictionaries(step, desired);
    for (const TextSearchMapping& mapping : live.mappings) {
      for (const QualifiedName& name : mapping.dictionaries) {
        step.releases.push_back(object_id(Kind::text_search_dictionary, name.schema, name.name));
      }
    }
  };
  if (!gone.empty()) write("DROP MAPPING FOR " + gone);
  for (const std::string& action : mapping_actions(changed)) write("ALTER " + action);
  for (const std::string& action : mapping_actions(added)) write("ADD " + action);
  add_hazard(steps.steps()[first], HazardCode::stale_results,
             "stored tsvectors and indexes were made with the old mappings: rebuild them");
  return true;
}

template <>
void Rules<TextSearchConfiguration>::drop(const TextSearchConfiguration& object,
                                          StepBuilder& steps) {
  steps.add(Verb::drop, object, "DROP TEXT SEARCH CONFIGURATION " + qualified_name(object.id));
}

}  // namespace schemadiff
