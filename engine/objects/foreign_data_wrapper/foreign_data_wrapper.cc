#include "engine/objects/foreign_data_wrapper/foreign_data_wrapper.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"
#include "engine/objects/write.h"

namespace schemadiff {

template <>
void Rules<ForeignDataWrapper>::expressions(ForeignDataWrapper&, const ExpressionVisitor&) {}

template <>
void Rules<ForeignDataWrapper>::references(const ForeignDataWrapper& object, ReferenceSink& sink) {
  sink.function(object.handler);
  sink.function(object.validator);
}

template <>
void Rules<ForeignDataWrapper>::create(const ForeignDataWrapper& object, StepBuilder& steps) {
  std::string sql = "CREATE FOREIGN DATA WRAPPER " + quote(object.id.name);
  if (!object.handler.empty()) sql += " HANDLER " + object.handler.sql();
  if (!object.validator.empty()) sql += " VALIDATOR " + object.validator.sql();
  steps.add(Verb::create, object, sql + foreign_options_sql(object.options));
}

template <>
bool Rules<ForeignDataWrapper>::alter(const ForeignDataWrapper& live,
                                      const ForeignDataWrapper& desired,
                                      const FieldChanges& changes, StepBuilder& steps) {
  std::string action;
  const auto function = [&](const char* field, const std::string& word, const QualifiedName& name) {
    if (!changes.has(field)) return;
    action += (action.empty() ? "" : " ") + (name.empty() ? "NO " + word : word + " " + name.sql());
  };
  function("handler", "HANDLER", desired.handler);
  function("validator", "VALIDATOR", desired.validator);
  if (changes.has("options")) {
    action += (action.empty() ? "" : " ") + foreign_option_changes(live.options, desired.options);
  }
  Step& step = steps.add(Verb::alter, desired,
                         alter_statement("FOREIGN DATA WRAPPER " + quote(desired.id.name), action));
  for (const auto& [id, known] : steps.live.objects<Function>()) {
    const QualifiedName name{id.schema, id.name};
    if (name == live.handler || name == live.validator) step.releases.push_back(id);
  }
  return true;
}

template <>
void Rules<ForeignDataWrapper>::drop(const ForeignDataWrapper& object, StepBuilder& steps) {
  steps.add(Verb::drop, object, "DROP FOREIGN DATA WRAPPER " + quote(object.id.name));
}

}  // namespace schemadiff
