#include "engine/objects/function/function.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"
#include "engine/objects/function/stored_results.h"
#include "engine/objects/let_go.h"
#include "engine/objects/write.h"

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
    case RoutineKind::aggregate:
      return "aggregate";
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

namespace {

std::string_view word(const Function& function) {
  if (function.kind == RoutineKind::aggregate) return "AGGREGATE";
  return function.kind == RoutineKind::procedure ? "PROCEDURE" : "FUNCTION";
}

bool is_output(const FunctionArgument& argument) {
  return argument.mode == ArgumentMode::out || argument.mode == ArgumentMode::inout ||
         argument.mode == ArgumentMode::table;
}

std::string argument_sql(const FunctionArgument& argument, Step& step) {
  FunctionArgument plain = argument;
  plain.default_value.reset();
  if (plain.mode == ArgumentMode::table) plain.mode = ArgumentMode::in;
  std::string out = display(plain);
  if (argument.default_value) out += " DEFAULT " + use(step, *argument.default_value);
  return out;
}

// A list in one line, or one element a line when that is too long.
std::string list_sql(const std::vector<std::string>& elements, size_t used) {
  std::string line;
  for (const std::string& element : elements) line += (line.empty() ? "" : ", ") + element;
  if (used + line.size() < 96 && line.find('\n') == std::string::npos) return "(" + line + ")";
  std::string out = "(";
  for (size_t i = 0; i < elements.size(); ++i) {
    out += (i == 0 ? "\n    " : ",\n    ") + elements[i];
  }
  return out + "\n)";
}

std::string attributes(const Function& function) {
  std::string line = "LANGUAGE " + quote(function.language);
  std::string out = "\n    " + line;
  std::string flags;
  if (!function.transforms.empty()) {
    std::string types;
    for (const TypeRef& type : function.transforms) {
      types += (types.empty() ? "FOR TYPE " : ", FOR TYPE ") + type.sql;
    }
    out += "\n    TRANSFORM " + types;
  }
  const auto flag = [&](bool on, const std::string& words) {
    if (on) flags += (flags.empty() ? "" : " ") + words;
  };
  flag(function.kind == RoutineKind::window, "WINDOW");
  flag(function.volatility == Volatility::immutable, "IMMUTABLE");
  flag(function.volatility == Volatility::stable, "STABLE");
  flag(function.leakproof, "LEAKPROOF");
  flag(function.strict, "STRICT");
  flag(function.security_definer, "SECURITY DEFINER");
  flag(function.parallel == Parallel::safe, "PARALLEL SAFE");
  flag(function.parallel == Parallel::restricted, "PARALLEL RESTRICTED");
  const bool native =
      function.language == Identifier("c") || function.language == Identifier("internal");
  flag(!function.cost.empty() && function.cost != (native ? "1" : "100"), "COST " + function.cost);
  flag(function.returns_set && !function.rows.empty() && function.rows != "1000" &&
           function.rows != "0",
       "ROWS " + function.rows);
  flag(!function.support.empty(), "SUPPORT " + function.support.sql());
  if (!flags.empty()) out += "\n    " + flags;
  for (const std::string& setting : function.settings) out += "\n    SET " + setting_sql(setting);
  return out;
}

// "(double precision ORDER BY text)", "(*)": arguments as CREATE AGGREGATE writes them.
std::string aggregate_arguments(const Function& function) {
  if (function.arguments.empty()) return "(*)";
  const Aggregate& aggregate = *function.aggregate;
  const size_t direct = static_cast<size_t>(aggregate.direct_arguments);
  std::string out = "(";
  for (size_t i = 0; i < function.arguments.size(); ++i) {
    const bool first_ordered = aggregate.kind != AggregateKind::normal && i == direct;
    if (first_ordered) out += i == 0 ? "ORDER BY " : " ORDER BY ";
    if (i > 0 && !first_ordered) out += ", ";
    out += display(function.arguments[i]);
  }
  // A last VARIADIC argument stands for both lists.
  if (aggregate.kind != AggregateKind::normal && direct == function.arguments.size()) {
    out += " ORDER BY " + display(function.arguments.back());
  }
  return out + ")";
}

std::string aggregate_definition(const Function& function, const std::string& verb) {
  std::string sql = verb + " AGGREGATE " + aggregate_name(function) + " (\n" +
                    aggregate_options(*function.aggregate);
  if (function.parallel == Parallel::safe) sql += ",\n    PARALLEL = SAFE";
  if (function.parallel == Parallel::restricted) sql += ",\n    PARALLEL = RESTRICTED";
  return sql + "\n)";
}

std::string definition(const Function& function, const std::string& verb, Step& step) {
  if (function.aggregate) return aggregate_definition(function, verb);
  std::vector<std::string> arguments;
  std::vector<std::string> table;
  for (const FunctionArgument& argument : function.arguments) {
    (argument.mode == ArgumentMode::table ? table : arguments)
        .push_back(argument_sql(argument, step));
  }
  std::string sql = verb + " " + std::string(word(function)) + " " +
                    QualifiedName{function.id.schema, function.id.name}.sql();
  sql += list_sql(arguments, sql.size());
  if (!table.empty()) {
    sql += " RETURNS TABLE" + list_sql(table, sql.size() - (sql.rfind('\n') + 1) + 14);
  } else if (!function.returns.empty() && function.kind != RoutineKind::procedure) {
    sql += std::string(" RETURNS ") + (function.returns_set ? "SETOF " : "") + function.returns.sql;
  }
  sql += attributes(function);
  if (function.sql_body) return sql + "\n" + use(step, *function.sql_body);
  sql += "\n    AS ";
  if (!function.object_file.empty()) {
    return sql + quote_literal(function.object_file) + ", " + quote_literal(function.body);
  }
  if (function.language == Identifier("internal")) return sql + quote_literal(function.body);
  return sql + dollar_quoted(function.body);
}

// What CREATE OR REPLACE refuses: another kind, another result, input arguments that change their
// names or lose their defaults (ProcedureCreate()).
bool is_replaceable(const Function& live, const Function& desired) {
  if (live.aggregate.has_value() != desired.aggregate.has_value()) return false;
  if (live.aggregate && (live.aggregate->kind != desired.aggregate->kind ||
                         live.aggregate->direct_arguments != desired.aggregate->direct_arguments ||
                         !(live.aggregate->plain.final == desired.aggregate->plain.final) ||
                         !(live.aggregate->plain.type == desired.aggregate->plain.type))) {
    return false;  // the result may be of another type
  }
  if ((live.kind == RoutineKind::procedure) != (desired.kind == RoutineKind::procedure))
    return false;
  if ((live.kind == RoutineKind::window) != (desired.kind == RoutineKind::window)) return false;
  if (!live.aggregate && !(live.returns == desired.returns)) return false;
  if (live.returns_set != desired.returns_set) return false;
  if (live.arguments.size() != desired.arguments.size()) return false;
  for (size_t i = 0; i < live.arguments.size(); ++i) {
    const FunctionArgument& from = live.arguments[i];
    const FunctionArgument& to = desired.arguments[i];
    if (from.mode != to.mode || !(from.type == to.type)) return false;
    if (from.name != to.name && (is_output(from) || !from.name.empty())) return false;
    if (from.default_value && !to.default_value) return false;
  }
  return true;
}

}  // namespace

bool makes_way(const ObjectId& function, const Catalog& live, const Catalog& desired) {
  const Function* before = live.find<Function>(function);
  const Function* after = desired.find<Function>(function);
  return before != nullptr && (after == nullptr || !is_replaceable(*before, *after));
}

namespace {

bool sets_search_path(const Function& function) {
  return std::any_of(function.settings.begin(), function.settings.end(),
                     [](const std::string& text) { return text.starts_with("search_path="); });
}

void add_widening(const Function& live, const Function& desired, Step& step) {
  if (!live.security_definer && desired.security_definer) {
    add_hazard(step, HazardCode::widens_access,
               "who may call it does what it does with the rights of its owner");
  } else if (desired.security_definer && sets_search_path(live) && !sets_search_path(desired)) {
    add_hazard(step, HazardCode::widens_access,
               "it has the rights of its owner, and who calls it chooses its search_path");
  }
  if (!live.leakproof && desired.leakproof) {
    add_hazard(step, HazardCode::widens_access,
               "it may see rows that policies and security barriers keep from who calls it");
  }
}

}  // namespace

std::string aggregate_name(const Function& aggregate) {
  return QualifiedName{aggregate.id.schema, aggregate.id.name}.sql() +
         aggregate_arguments(aggregate);
}

// Any body will do that calls nothing: it is never run.
void let_go(const Function& function, StepBuilder& steps) {
  if (!function.sql_body) return;
  Function empty = function;
  empty.sql_body.reset();
  empty.body.clear();
  std::set<ObjectId> kept = {function.returns.object};
  for (const FunctionArgument& argument : function.arguments) {
    kept.insert(argument.type.object);
    if (!argument.default_value) continue;
    const std::vector<ObjectId>& used = argument.default_value->references;
    kept.insert(used.begin(), used.end());
  }
  Step& step = steps.add(Verb::alter, function, "");
  step.sql = definition(empty, "CREATE OR REPLACE", step);
  release_at_last(step, *function.sql_body, kept);
}

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
  sink.object(object_id(Kind::language, {}, object.language));
  sink.schema(object.id.schema);
  // The functions of a base type come before it, and content themselves with its shell.
  const bool takes_shells =
      object.language == Identifier("internal") || object.language == Identifier("c");
  const auto type = [&](const TypeRef& used) {
    const bool shell =
        takes_shells && used.object.kind == Kind::base_type && !used.sql.ends_with("[]");
    sink.object(shell ? used.object.container(Kind::shell_type) : used.object);
  };
  for (const FunctionArgument& argument : object.arguments) type(argument.type);
  type(object.returns);
  sink.function(object.support);
  for (const TypeRef& type : object.transforms) sink.type(type);
  if (!object.aggregate) return;
  const Aggregate& aggregate = *object.aggregate;
  for (const AggregateState* state : {&aggregate.plain, &aggregate.moving}) {
    sink.type(state->type);
    sink.function(state->transition);
    sink.function(state->inverse);
    sink.function(state->final);
  }
  sink.function(aggregate.combine);
  sink.function(aggregate.serialize);
  sink.function(aggregate.deserialize);
  if (!aggregate.sort_operator.schema.empty() && !object.arguments.empty()) {
    const std::string& type = object.arguments.front().type.sql;
    sink.object(object_id(Kind::operator_, aggregate.sort_operator.schema,
                          aggregate.sort_operator.name, "(" + type + ", " + type + ")"));
  }
}

template <>
void Rules<Function>::create(const Function& object, StepBuilder& steps) {
  Step& step = steps.add(Verb::create, object, "");
  step.sql = definition(object, "CREATE", step);
  if (const auto* live = steps.live.find<Function>(object.id)) add_widening(*live, object, step);
}

template <>
bool Rules<Function>::alter(const Function& live, const Function& desired,
                            const FieldChanges& changes, StepBuilder& steps) {
  if (!is_replaceable(live, desired)) return false;
  Step& step = steps.add(Verb::alter, desired, "");
  step.sql = definition(desired, "CREATE OR REPLACE", step);
  for (const FunctionArgument& argument : live.arguments) {
    if (argument.default_value) release(step, *argument.default_value);
  }
  if (live.sql_body) release(step, *live.sql_body);
  release(step, live.body_references);
  add_widening(live, desired, step);
  if (changes.has("body") || changes.has("sql body") || changes.has("object file") ||
      changes.has("language")) {
    add_stale_results(desired, step, steps);
  }
  return true;
}

template <>
void Rules<Function>::drop(const Function& object, StepBuilder& steps) {
  for (const auto& [id, type] : steps.live.objects<BaseType>()) {
    const QualifiedName name = {object.id.schema, object.id.name};
    const BaseType* wanted = steps.desired.find<BaseType>(id);
    const bool lets_go = wanted != nullptr && !is_made_of(*wanted, name);
    if (!is_made_of(type, name) || lets_go) continue;
    if (wanted == nullptr && goes_with(object, type)) return;
    if (wanted == nullptr) continue;
    steps.refuse(object, "base type " + qualified_name(id) + " is made of it",
                 "DROP TYPE " + qualified_name(id) + " CASCADE by hand, if all of it may go");
    return;
  }
  const std::string name = object.aggregate ? aggregate_name(object) : qualified_name(object.id);
  steps.add(Verb::drop, object, "DROP " + std::string(word(object)) + " " + name);
}

}  // namespace schemadiff
