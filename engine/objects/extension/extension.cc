#include "engine/objects/extension/extension.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"

namespace schemadiff {

template <>
void Rules<Extension>::expressions(Extension&, const ExpressionVisitor&) {}

template <>
void Rules<Extension>::references(const Extension& object, ReferenceSink& sink) {
  sink.schema(object.schema);
  for (const Identifier name : object.required) {
    sink.object(object_id(Kind::extension, {}, name));
  }
}

template <>
void Rules<Extension>::create(const Extension& object, StepBuilder& steps) {
  std::string sql = "CREATE EXTENSION " + quote(object.id.name);
  if (!object.schema.empty()) sql += " WITH SCHEMA " + quote(object.schema);
  if (!object.version.empty()) sql += " VERSION " + quote_literal(object.version);
  if (object.cascade) sql += " CASCADE";
  Step& step = steps.add(Verb::create, object, std::move(sql));
  if (object.schema.empty()) step.path = object.path;
}

template <>
bool Rules<Extension>::alter(const Extension& live, const Extension& desired,
                             const FieldChanges& changes, StepBuilder& steps) {
  const std::string target = "EXTENSION " + quote(desired.id.name);
  if (changes.has("version")) {
    steps.add(Verb::alter, desired,
              alter_statement(target, "UPDATE TO " + quote_literal(desired.version)));
  }
  if (changes.has("schema")) {
    Step& step = steps.add(Verb::alter, desired,
                           alter_statement(target, "SET SCHEMA " + quote(desired.schema)));
    step.releases.push_back(object_id(Kind::schema, {}, live.schema));
    add_hazard(step, HazardCode::breaks_clients,
               "queries that find the extension's objects by the search path may fail");
  }
  return true;
}

template <>
void Rules<Extension>::drop(const Extension& object, StepBuilder& steps) {
  Step& step = steps.add(Verb::drop, object, "DROP EXTENSION " + quote(object.id.name));
  add_hazard(step, HazardCode::data_loss, "drops the extension and all that belongs to it");
}

}  // namespace schemadiff
