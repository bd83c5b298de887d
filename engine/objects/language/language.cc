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

// PostgreSQL grants and revokes nothing on an untrusted language: that is done before.
void take_trust(const Language& desired, StepBuilder& steps) {
  Step& step = steps.add(Verb::alter, desired, definition(desired, "CREATE OR REPLACE"));
  step.produces.clear();
  for (const Catalog* catalog : {&steps.live, &steps.desired}) {
    for (const auto& [id, privilege] : catalog->objects<Privilege>()) {
      if (id.target() != desired.id) continue;
      step.consumes.push_back(id);
      step.supersedes.push_back(id);
    }
  }
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
bool Rules<Language>::alter(const Language& live, const Language& desired,
                            const FieldChanges& changes, StepBuilder& steps) {
  const bool loses_trust = live.trusted && !desired.trusted;
  if (loses_trust && changes.list().size() == 1) {
    take_trust(desired, steps);
    return true;
  }
  Language trusted_still = desired;
  trusted_still.trusted = desired.trusted || loses_trust;
  Step& step = steps.add(Verb::alter, desired, definition(trusted_still, "CREATE OR REPLACE"));
  if (!live.trusted && desired.trusted) {
    add_hazard(step, HazardCode::widens_access,
               "everybody with USAGE may create functions in it, as only superusers did");
  }
  for (const auto& [id, known] : steps.live.objects<Function>()) {
    const QualifiedName name{id.schema, id.name};
    if (name == live.handler || name == live.inline_ || name == live.validator) {
      step.releases.push_back(id);
    }
  }
  if (loses_trust) take_trust(desired, steps);
  return true;
}

template <>
void Rules<Language>::drop(const Language& object, StepBuilder& steps) {
  steps.add(Verb::drop, object, "DROP LANGUAGE " + quote(object.id.name));
}

}  // namespace schemadiff
