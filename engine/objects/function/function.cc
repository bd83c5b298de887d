#include "engine/objects/function/function.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"

namespace schemadiff {

std::string display(const FunctionArgument& argument) {
  std::string out;
  switch (argument.mode) {
    case ArgumentMode::in:
      break;
    case ArgumentMode::out:
      out = "OUT ";
      break;
    case ArgumentMode::inout:
      out = "INOUT ";
      break;
    case ArgumentMode::variadic:
      out = "VARIADIC ";
      break;
    case ArgumentMode::table:
      out = "TABLE ";
      break;
  }
  if (!argument.name.empty()) out += quote(argument.name) + " ";
  out += argument.type.sql;
  if (argument.default_value) out += " DEFAULT " + argument.default_value->text;
  return out;
}

std::string display(RoutineKind kind) {
  switch (kind) {
    case RoutineKind::function:
      return "function";
    case RoutineKind::procedure:
      return "procedure";
    case RoutineKind::window:
      return "window function";
  }
  return "?";
}

std::string display(Volatility volatility) {
  switch (volatility) {
    case Volatility::immutable:
      return "immutable";
    case Volatility::stable:
      return "stable";
    case Volatility::volatile_:
      return "volatile";
  }
  return "?";
}

std::string display(Parallel parallel) {
  switch (parallel) {
    case Parallel::safe:
      return "safe";
    case Parallel::restricted:
      return "restricted";
    case Parallel::unsafe:
      return "unsafe";
  }
  return "?";
}

namespace {

// The path that SET search_path puts in force inside the function.
std::optional<SearchPath> own_path(const Function& function) {
  constexpr std::string_view kPrefix = "search_path=";
  for (const std::string& setting : function.settings) {
    if (setting.starts_with(kPrefix)) return SearchPath{Identifier(setting.substr(kPrefix.size()))};
  }
  return std::nullopt;
}

}  // namespace

template <>
void Rules<Function>::expressions(Function& object, const ExpressionVisitor& visit) {
  for (FunctionArgument& argument : object.arguments) {
    if (!argument.default_value) continue;
    ExpressionScope scope;
    scope.target = argument.type;
    visit(*argument.default_value, scope);
  }
  ExpressionScope body;
  for (const FunctionArgument& argument : object.arguments) {
    if (argument.mode == ArgumentMode::out || argument.mode == ArgumentMode::table) continue;
    body.names.push_back(argument.name);
    body.types.push_back(argument.type);
  }
  if (object.sql_body) {
    body.role = ExpressionRole::function_body;
    visit(*object.sql_body, body);
  } else if (object.language == Identifier("sql") && !object.body.empty()) {
    object.body_references.text = object.body;
    if (const auto path = own_path(object)) object.body_references.path = *path;
    body.role = ExpressionRole::string_body;
    visit(object.body_references, body);
  }
}

template <>
void Rules<Function>::references(const Function& object, ReferenceSink& sink) {
  sink.schema(object.id.schema);
  for (const FunctionArgument& argument : object.arguments) sink.type(argument.type);
  sink.type(object.returns);
  sink.function(object.support);
  for (const TypeRef& type : object.transforms) sink.type(type);
}

}  // namespace schemadiff
