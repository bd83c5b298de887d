#include "engine/objects/transform/transform.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"

namespace schemadiff {

namespace {

std::string definition(const Transform& transform, const std::string& verb) {
  std::string functions;
  const auto function = [&](const char* words, const QualifiedName& name) {
    if (name.empty()) return;
    functions += (functions.empty() ? "" : ", ") + (words + name.sql()) + "(internal)";
  };
  function("FROM SQL WITH FUNCTION ", transform.from_sql);
  function("TO SQL WITH FUNCTION ", transform.to_sql);
  return verb + " TRANSFORM " + qualified_name(transform.id) + " (" + functions + ")";
}

}  // namespace

template <>
void Rules<Transform>::expressions(Transform&, const ExpressionVisitor&) {}

template <>
void Rules<Transform>::references(const Transform& object, ReferenceSink& sink) {
  sink.type(object.type);
  sink.object(object_id(Kind::language, {}, object.id.sub));
  sink.function(object.from_sql);
  sink.function(object.to_sql);
}

template <>
void Rules<Transform>::create(const Transform& object, StepBuilder& steps) {
  steps.add(Verb::create, object, definition(object, "CREATE"));
}

template <>
bool Rules<Transform>::alter(const Transform& live, const Transform& desired, const FieldChanges&,
                             StepBuilder& steps) {
  Step& step = steps.add(Verb::alter, desired, definition(desired, "CREATE OR REPLACE"));
  for (const auto& [id, known] : steps.live.objects<Function>()) {
    const QualifiedName name{id.schema, id.name};
    if (name == live.from_sql || name == live.to_sql) step.releases.push_back(id);
  }
  return true;
}

template <>
void Rules<Transform>::drop(const Transform& object, StepBuilder& steps) {
  steps.add(Verb::drop, object, "DROP TRANSFORM " + qualified_name(object.id));
}

}  // namespace schemadiff
