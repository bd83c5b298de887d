#include "engine/objects/cast/cast.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"

namespace schemadiff {

std::string display(CastMethod method) {
  switch (method) {
    case CastMethod::function:
      return "function";
    case CastMethod::inout:
      return "inout";
    case CastMethod::binary:
      return "without function";
  }
  return "?";
}

std::string display(CastContext context) {
  switch (context) {
    case CastContext::explicit_:
      return "explicit";
    case CastContext::assignment:
      return "assignment";
    case CastContext::implicit:
      return "implicit";
  }
  return "?";
}

ObjectId called_by(const Cast& cast) {
  if (cast.method != CastMethod::function) return {};
  return object_id(Kind::function, cast.function.schema, cast.function.name,
                   Identifier(cast.arguments));
}

bool does_something_else(const FieldChanges& changes) {
  return changes.has("method") || changes.has("function") || changes.has("arguments");
}

template <>
void Rules<Cast>::expressions(Cast&, const ExpressionVisitor&) {}

template <>
void Rules<Cast>::references(const Cast& object, ReferenceSink& sink) {
  sink.type(object.from);
  sink.type(object.to);
  sink.function(object.function);
}

template <>
void Rules<Cast>::create(const Cast& object, StepBuilder& steps) {
  std::string sql = "CREATE CAST " + qualified_name(object.id);
  switch (object.method) {
    case CastMethod::function:
      sql += " WITH FUNCTION " + object.function.sql() + object.arguments;
      break;
    case CastMethod::inout:
      sql += " WITH INOUT";
      break;
    case CastMethod::binary:
      sql += " WITHOUT FUNCTION";
      break;
  }
  if (object.context == CastContext::assignment) sql += " AS ASSIGNMENT";
  if (object.context == CastContext::implicit) sql += " AS IMPLICIT";
  steps.add(Verb::create, object, std::move(sql));
}

template <>
bool Rules<Cast>::alter(const Cast&, const Cast&, const FieldChanges&, StepBuilder&) {
  return false;
}

template <>
void Rules<Cast>::drop(const Cast& object, StepBuilder& steps) {
  steps.add(Verb::drop, object, "DROP CAST " + qualified_name(object.id));
}

}  // namespace schemadiff
