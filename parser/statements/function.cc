// CREATE FUNCTION, CREATE PROCEDURE and ALTER of both.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "parser/modifiers.h"
#include "parser/statement_context.h"
#include "parser/statements/statements.h"
#include "parser/statements/stored_settings.h"
#include "parser/statements/target.h"

namespace schemadiff {
namespace {

// As float4out prints it: the shortest text that reads back, with an exponent outside 1e-4 … 1e6.
std::string float4_text(double value) {
  const float number = static_cast<float>(value);
  std::array<char, 64> buffer{};
  const int exponent =
      number == 0 ? 0 : static_cast<int>(std::floor(std::log10(std::fabs(number))));
  // log10 may err by one at powers of ten: the scientific form says which it is.
  auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number,
                           std::chars_format::scientific);
  const std::string scientific(buffer.data(), end.ptr);
  const size_t e = scientific.find('e');
  const int exact = e == std::string::npos ? exponent : std::stoi(scientific.substr(e + 1));
  if (number != 0 && (exact < -4 || exact >= 6)) return scientific;
  end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed);
  return {buffer.data(), end.ptr};
}

// Of a NumericOnly node. nullopt: not a positive number (said already).
std::optional<std::string> positive_number(StatementContext& ctx, const Node& option) {
  const std::string text = option_text(option);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || !(value > 0)) {
    ctx.error(option.location(), option.string("defname") + " must be a positive number");
    return std::nullopt;
  }
  return float4_text(value);
}

// An attribute that CREATE and ALTER share. False: said already.
bool apply_attribute(StatementContext& ctx, const Node& option, Function& function) {
  const std::string_view what = option.str("defname");
  if (what == "volatility") {
    const std::string value = option_text(option);
    function.volatility = value == "immutable" ? Volatility::immutable
                          : value == "stable"  ? Volatility::stable
                                               : Volatility::volatile_;
  } else if (what == "strict") {
    function.strict = option_boolean(option);
  } else if (what == "security") {
    function.security_definer = option_boolean(option);
  } else if (what == "leakproof") {
    function.leakproof = option_boolean(option);
  } else if (what == "parallel") {
    const std::string value = option_text(option);
    if (value != "safe" && value != "restricted" && value != "unsafe") {
      ctx.error(option.location(), "PARALLEL must be SAFE, RESTRICTED or UNSAFE");
      return false;
    }
    function.parallel = value == "safe"         ? Parallel::safe
                        : value == "restricted" ? Parallel::restricted
                                                : Parallel::unsafe;
  } else if (what == "cost") {
    const auto cost = positive_number(ctx, option);
    if (!cost) return false;
    function.cost = *cost;
  } else if (what == "rows") {
    const auto rows = positive_number(ctx, option);
    if (!rows) return false;
    if (!function.returns_set) {
      ctx.error(option.location(), "ROWS stands only with functions that return a set");
      return false;
    }
    function.rows = *rows;
  } else if (what == "support") {
    function.support = ctx.function_name(option.list("arg"));
  } else if (what == "set") {
    return apply_setting(ctx, option.child("arg"), option.location(), function.settings);
  } else {
    ctx.error(option.location(),
              "function attribute \"" + std::string(what) + "\" is not known to this build");
    return false;
  }
  return true;
}

ArgumentMode argument_mode(std::string_view mode) {
  if (mode == "FUNC_PARAM_OUT") return ArgumentMode::out;
  if (mode == "FUNC_PARAM_INOUT") return ArgumentMode::inout;
  if (mode == "FUNC_PARAM_VARIADIC") return ArgumentMode::variadic;
  if (mode == "FUNC_PARAM_TABLE") return ArgumentMode::table;
  return ArgumentMode::in;
}

bool is_input(ArgumentMode mode) {
  return mode != ArgumentMode::out && mode != ArgumentMode::table;
}
bool is_output(ArgumentMode mode) {
  return mode == ArgumentMode::out || mode == ArgumentMode::inout || mode == ArgumentMode::table;
}

// The opening parenthesis of the parameters: the first one, names can't have any.
size_t parameters_open(StatementContext& ctx) { return ctx.find_at_depth(0, {"("}); }

// False: said already.
bool read_arguments(StatementContext& ctx, std::vector<FunctionArgument>& arguments) {
  size_t first = parameters_open(ctx) + 1;
  bool defaults_begun = false;
  for (const Node node : ctx.statement.list("parameters")) {
    FunctionArgument argument;
    argument.mode = argument_mode(node.str("mode"));
    argument.name = node.str("name");
    const Node type_name = node.child("argType");
    const TypeName type = ctx.type(type_name);
    if (type.type.empty()) return false;
    if (type.setof || type.serial) {
      ctx.error(type_name.location(),
                type.setof ? "functions can't take sets" : "serial is no type of a parameter");
      return false;
    }
    argument.type = without_modifiers(type.type);
    for (const FunctionArgument& other : arguments) {
      const bool clash = (is_input(other.mode) && is_input(argument.mode)) ||
                         (is_output(other.mode) && is_output(argument.mode));
      if (clash && !argument.name.empty() && other.name == argument.name) {
        ctx.error(type_name.location(),
                  "the parameter name " + quote(argument.name) + " is used twice");
        return false;
      }
    }
    if (argument.mode != ArgumentMode::table) {
      const size_t last = ctx.find_at_depth(first, {","});
      if (node.has("defexpr")) {
        const size_t at = ctx.find_at_depth(first, {"default", "="});
        argument.default_value = ctx.expression_of_tokens(at + 1, last);
        defaults_begun = true;
      } else if (defaults_begun && is_input(argument.mode)) {
        ctx.error(type_name.location(),
                  "parameters after one with a default must have defaults too");
        return false;
      }
      first = last + 1;
    }
    arguments.push_back(std::move(argument));
  }
  return true;
}

// RETURNS, or what OUT and TABLE parameters make of it. False: said already.
bool read_result(StatementContext& ctx, Function& function) {
  std::vector<const FunctionArgument*> outputs;
  for (const FunctionArgument& argument : function.arguments) {
    if (is_output(argument.mode)) outputs.push_back(&argument);
  }
  if (const Node node = ctx.statement.child("returnType")) {
    const TypeName type = ctx.type(node);
    if (type.type.empty()) return false;
    if (type.serial) {
      ctx.error(node.location(), "a function can't return serial");
      return false;
    }
    function.returns = without_modifiers(type.type);
    function.returns_set = type.setof;
    const TypeRef derived = outputs.size() == 1 ? outputs[0]->type : TypeRef{"record", {}};
    if (!outputs.empty() && !(function.returns == derived)) {
      ctx.error(node.location(),
                "the function result type must be " + derived.sql + " because of OUT parameters");
      return false;
    }
  } else if (outputs.size() == 1) {
    function.returns = outputs[0]->type;
  } else if (!outputs.empty()) {
    function.returns.sql = "record";
  } else {
    ctx.error("the function's result type is not stated", "add RETURNS type");
    return false;
  }
  return true;
}

// Where RETURN … or BEGIN ATOMIC … begins: after the parameters, outside of parentheses.
size_t sql_body_begin(StatementContext& ctx) {
  const size_t end = ctx.tokens().size() - 1;
  size_t at = ctx.closing(parameters_open(ctx)) + 1;
  while ((at = ctx.find_at_depth(at, {"return", "begin"})) < end) {
    if (ctx.token_is(at, "return") || ctx.token_is(at + 1, "atomic")) return at;
    ++at;
  }
  return end;
}

}  // namespace

void create_function(StatementContext& ctx) {
  const Node statement = ctx.statement;
  const QualifiedName name = ctx.new_name(statement.list("funcname"));
  const bool procedure = statement.boolean("is_procedure");
  Function function;
  function.source = ctx.span();
  if (procedure) function.kind = RoutineKind::procedure;
  if (!read_arguments(ctx, function.arguments)) return;
  function.id =
      object_id(Kind::function, name.schema, name.name, function_signature(function.arguments));
  if (!procedure && !read_result(ctx, function)) return;

  Node as;
  bool as_stated = false;
  std::vector<std::string_view> stated;
  for (const Node option : statement.list("options")) {
    const std::string_view what = option.str("defname");
    if (what != "set") {
      if (std::find(stated.begin(), stated.end(), what) != stated.end()) {
        ctx.error(option.location(), "the function attribute " + std::string(what) +
                                         " is stated twice, or together with its opposite");
        return;
      }
      stated.push_back(what);
    }
    if (what == "as") {
      as = option;
      as_stated = true;
    } else if (what == "language") {
      function.language = option_text(option);
    } else if (what == "window") {
      if (option_boolean(option)) function.kind = RoutineKind::window;
    } else if (what == "transform") {
      for (const Node type_name : option.list("arg")) {
        const TypeRef type = without_modifiers(ctx.type(type_name).type);
        if (type.empty()) return;
        function.transforms.push_back(type);
      }
    } else if (!apply_attribute(ctx, option, function)) {
      return;
    }
  }

  const bool has_sql_body = statement.has("sql_body");
  if (function.language.empty()) {
    if (!has_sql_body) {
      ctx.error("no language is stated for " + name.sql(), "add LANGUAGE sql, plpgsql, …");
      return;
    }
    function.language = "sql";
  }
  const std::string& language = function.language.str();
  if (has_sql_body) {
    if (as_stated) {
      ctx.error(as.location(), "the function " + name.sql() + " has two bodies");
      return;
    }
    if (language != "sql") {
      ctx.error("an unquoted body is only for LANGUAGE sql, not " + language);
      return;
    }
    function.sql_body = ctx.rest(sql_body_begin(ctx));
  } else if (as_stated) {
    const NodeList parts = as.list("arg");
    const std::string first(parts.front().sval());
    if (language == "c") {
      function.object_file = first;
      function.body = parts.size() > 1 ? std::string(parts[1].sval()) : name.name.str();
      if (function.body == "-") function.body = name.name.str();
    } else if (parts.size() > 1) {
      ctx.error(as.location(), "only LANGUAGE c takes two AS items, not " + language);
      return;
    } else {
      function.body = first;
      if (language == "internal" && first.empty()) function.body = name.name.str();
    }
  } else {
    ctx.error("the function " + name.sql() + " has no body", "add AS $$ … $$");
    return;
  }
  if (function.cost.empty())
    function.cost = language == "c" || language == "internal" ? "1" : "100";
  if (function.rows.empty()) function.rows = function.returns_set ? "1000" : "0";

  function.body_references.path = ctx.path;
  if (statement.boolean("replace")) {
    if (Function* before = ctx.catalog.find<Function>(function.id)) {
      if (before->kind != function.kind || !(before->returns == function.returns) ||
          before->returns_set != function.returns_set) {
        ctx.error("OR REPLACE can't change the result of " + qualified_name(function.id),
                  "declare the function once");
        return;
      }
      *before = std::move(function);
      return;
    }
  }
  ctx.add(std::move(function));
}

void alter_function(StatementContext& ctx) {
  const ObjectId id = find_function(ctx, ctx.statement.child("func"), Absent::wait);
  if (!id.known()) return;
  Function function = *ctx.catalog.find<Function>(id);
  for (const Node action : ctx.statement.list("actions")) {
    if (!apply_attribute(ctx, action, function)) return;
  }
  *ctx.catalog.find<Function>(id) = std::move(function);
}

}  // namespace schemadiff
