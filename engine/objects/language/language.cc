#include "engine/objects/language/language.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"

namespace schemadiff {

namespace {

std::string definition(const Language& language, const std::string& verb) {
  std::string sql = verb + (language.trusted ? " TRUSTED" : "") + " LANGUAGE " +
                    quote(language.id.name) + " HANDLER " + language.handler.sql();
  if (!language.inline_.empty()) sql += " INLINE " + language.inline_.sql();
  if (!language.validator.empty()) sql += " VALIDATOR " + language.validator.sql();
  return sql;
}

}  // namespace

template <>
void Rules<Language>::expressions(Language&, const ExpressionVisitor&) {}

template <>
void Rules<Language>::references(const Language& object, ReferenceSink& sink) {
  sink.function(object.handler);
  sink.function(object.inline_);
  sink.function(object.validator);
}

template <>
void Rules<Language>::create(const Language& object, StepBuilder& steps) {
  steps.add(Verb::create, object, definition(object, "CREATE"));
}

template <>
bool Rules<Language>::alter(const Language& live, const Language& desired, const FieldChanges&,
                            StepBuilder& steps) {
  Step& step = steps.add(Verb::alter, desired, definition(desired, "CREATE OR REPLACE"));
  for (const auto& [id, known] : steps.live.objects<Function>()) {
    const QualifiedName name{id.schema, id.name};
    if (name == live.handler || name == live.inline_ || name == live.validator) {
      step.releases.push_back(id);
    }
  }
  return true;
}

template <>
void Rules<Language>::drop(const Language& object, StepBuilder& steps) {
  steps.add(Verb::drop, object, "DROP LANGUAGE " + quote(object.id.name));
}

}  // namespace schemadiff
