#include "engine/objects/foreign_server/foreign_server.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"
#include "engine/objects/write.h"

namespace schemadiff {

template <>
void Rules<ForeignServer>::expressions(ForeignServer&, const ExpressionVisitor&) {}

template <>
void Rules<ForeignServer>::references(const ForeignServer& object, ReferenceSink& sink) {
  sink.object(object_id(Kind::foreign_data_wrapper, {}, object.wrapper));
}

template <>
void Rules<ForeignServer>::create(const ForeignServer& object, StepBuilder& steps) {
  std::string sql = "CREATE SERVER " + quote(object.id.name);
  if (!object.type.empty()) sql += " TYPE " + quote_literal(object.type);
  if (!object.version.empty()) sql += " VERSION " + quote_literal(object.version);
  sql += " FOREIGN DATA WRAPPER " + quote(object.wrapper);
  steps.add(Verb::create, object, sql + foreign_options_sql(object.options));
}

template <>
bool Rules<ForeignServer>::alter(const ForeignServer& live, const ForeignServer& desired,
                                 const FieldChanges& changes, StepBuilder& steps) {
  if (!changes.only({"version", "options"})) return false;
  std::string action;
  if (changes.has("version")) {
    action = "VERSION " +
             (desired.version.empty() ? std::string("NULL") : quote_literal(desired.version));
  }
  if (changes.has("options")) {
    action += (action.empty() ? "" : " ") + foreign_option_changes(live.options, desired.options);
  }
  steps.add(Verb::alter, desired, alter_statement("SERVER " + quote(desired.id.name), action));
  return true;
}

template <>
void Rules<ForeignServer>::drop(const ForeignServer& object, StepBuilder& steps) {
  steps.add(Verb::drop, object, "DROP SERVER " + quote(object.id.name));
}

}  // namespace schemadiff
