#include "engine/generate/drizzle/defaults.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <regex>
#include <unordered_map>

#include "engine/base/text.h"
#include "engine/generate/drizzle/text.h"

namespace schemadiff::drizzle {
namespace {

constexpr int64_t kLargestSafe = 9007199254740991;  // Number.MAX_SAFE_INTEGER

std::string_view without_parentheses(std::string_view text) {
  text = trimmed(text);
  while (is_parenthesised(text)) text = trimmed(text.substr(1, text.size() - 2));
  return text;
}

// 'text'::type, 1.5, true, ARRAY[]::text[]
struct Literal {
  enum class Form : uint8_t { string, number, boolean, empty_array };
  Form form = Form::string;
  std::string value;
  std::vector<std::string> casts;
};

std::optional<Literal> read_literal(std::string_view text) {
  text = without_parentheses(text);
  Literal out;
  size_t at = 0;
  if (text.starts_with("'")) {
    for (at = 1;; ++at) {
      if (at >= text.size()) return std::nullopt;
      if (text[at] == '\'' && text.substr(at + 1, 1) != "'") break;
      if (text[at] == '\'') ++at;
      out.value += text[at];
    }
    ++at;
  } else {
    const size_t end = std::min(text.find("::"), text.size());
    const std::string word = lowered(trimmed(text.substr(0, end)));
    static const std::regex number(R"([-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?)");
    if (word == "true" || word == "false") {
      out.form = Literal::Form::boolean;
    } else if (word == "array[]") {
      out.form = Literal::Form::empty_array;
    } else if (std::regex_match(word, number)) {
      out.form = Literal::Form::number;
    } else {
      return std::nullopt;
    }
    out.value = word;
    at = end;
  }
  for (std::string_view rest = trimmed(text.substr(at)); !rest.empty();) {
    if (!rest.starts_with("::")) return std::nullopt;
    rest.remove_prefix(2);
    const size_t end = std::min(rest.find("::"), rest.size());
    out.casts.emplace_back(trimmed(rest.substr(0, end)));
    rest = rest.substr(end);
  }
  return out;
}

// The name that format_type() has for a type that SQL has several names for.
std::string usual_name(std::string name) {
  name = lowered(name);
  if (name.starts_with("pg_catalog.")) name.erase(0, 11);
  static const std::unordered_map<std::string, std::string> aliases = {
      {"int", "integer"},
      {"int4", "integer"},
      {"int2", "smallint"},
      {"int8", "bigint"},
      {"bool", "boolean"},
      {"varchar", "character varying"},
      {"decimal", "numeric"},
      {"float4", "real"},
      {"float8", "double precision"},
      {"timestamp", "timestamp without time zone"},
      {"timestamptz", "timestamp with time zone"},
      {"time", "time without time zone"},
      {"timetz", "time with time zone"},
  };
  const auto found = aliases.find(name);
  return found == aliases.end() ? name : found->second;
}

bool is_text(const std::string& type) {
  return type == "text" || type == "character varying" || type == "bpchar";
}

// Does the cast leave the value what the column's own type makes of it?
bool is_idle(std::string cast, const ColumnType& type) {
  const bool array = cast.ends_with("[]");
  if (array) cast.resize(cast.size() - 2);
  if (array != type.array) return false;
  const std::string name = usual_name(cast);
  if (type.values == Values::enumeration) {
    std::string bare = cast;
    std::erase(bare, '"');
    const QualifiedName own{type.enum_type.schema, type.enum_type.name};
    return cast == own.sql() || bare == own.name.str();
  }
  return name == type.sql || (is_text(name) && type.values == Values::text);
}

std::optional<int64_t> integer_of(std::string_view text) {
  if (text.starts_with("+")) text.remove_prefix(1);
  int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// A JSON text as the same value of JavaScript, where that is certain.
std::optional<std::string> json_value(const std::string& text) {
  using Json = nlohmann::ordered_json;
  const Json value = Json::parse(text, nullptr, false);
  if (!value.is_array() && !value.is_object()) return std::nullopt;
  // drizzle-kit writes a quote into its SQL as it is; __proto__ is no key in JavaScript.
  if (text.find('\'') != std::string::npos || text.find("__proto__") != std::string::npos) {
    return std::nullopt;
  }
  size_t digits = 0;  // in a row: longer numbers are rounded
  for (const char c : text) {
    const bool digit = std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '.';
    digits = digit ? digits + 1 : 0;
    if (digits > 15) return std::nullopt;
  }
  const std::string out = value.dump();
  return out.find("null") == 0 ? std::nullopt : std::optional(out);
}

// One value of the type as JavaScript; nothing where only SQL can say it.
std::optional<std::string> value_of(const ColumnType& type, const std::string& value,
                                    bool from_string, const Catalog& catalog) {
  static const std::regex plain_number(R"([-+]?\d+(\.\d+)?)");
  static const std::regex date(R"(\d{4}-\d{2}-\d{2})");
  static const std::regex time(R"(\d{2}:\d{2}:\d{2}(\.\d+)?([-+]\d{2}(:?\d{2})?)?)");
  static const std::regex timestamp(
      R"(\d{4}-\d{2}-\d{2}( \d{2}:\d{2}:\d{2}(\.\d+)?([-+]\d{2}(:?\d{2})?)?)?)");
  static const std::regex uuid("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  const auto quoted_if = [&](const std::regex& form) -> std::optional<std::string> {
    if (!from_string || !std::regex_match(value, form)) return std::nullopt;
    return js_string(value, '\'');
  };
  switch (type.values) {
    case Values::integer:
    case Values::big_integer: {
      const auto number = integer_of(value);
      const int64_t most = type.values == Values::integer ? INT32_MAX : kLargestSafe;
      if (!number || *number > most || *number < -most) return std::nullopt;
      return std::to_string(*number);
    }
    case Values::numeric:
      if (!std::regex_match(value, plain_number)) return std::nullopt;
      return js_string(value, '\'');
    case Values::floating:
      if (!std::regex_match(value, plain_number) || value.size() > 15) return std::nullopt;
      // A leading zero would make it octal, or no number at all.
      return value.starts_with("+") ? value.substr(1) : value;
    case Values::boolean: {
      const std::string word = lowered(value);
      if (word == "true" || word == "t") return "true";
      if (word == "false" || word == "f") return "false";
      return std::nullopt;
    }
    case Values::text:
      if (!from_string) return std::nullopt;
      return js_string(value, '\'');
    case Values::enumeration: {
      const EnumType* labels = catalog.find<EnumType>(type.enum_type);
      if (!from_string || labels == nullptr) return std::nullopt;
      if (std::find(labels->labels.begin(), labels->labels.end(), value) == labels->labels.end()) {
        return std::nullopt;
      }
      return js_string(value, '\'');
    }
    case Values::json:
      return from_string ? json_value(value) : std::nullopt;
    case Values::timestamp:
      return quoted_if(timestamp);
    case Values::date:
      return quoted_if(date);
    case Values::time:
      return quoted_if(time);
    case Values::uuid:
      return quoted_if(uuid);
    case Values::other:
      return std::nullopt;
  }
  return std::nullopt;
}

// The elements of '{a,"b c"}'; nothing if one is NULL or an array itself.
std::optional<std::vector<std::string>> array_elements(std::string_view text) {
  std::vector<std::string> out;
  text = trimmed(text);
  if (text.size() < 2 || text.front() != '{' || text.back() != '}') return std::nullopt;
  text = trimmed(text.substr(1, text.size() - 2));
  while (!text.empty()) {
    std::string element;
    if (text.front() == '"') {
      size_t at = 1;
      for (; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\') ++at;
        if (at < text.size()) element += text[at];
      }
      if (at >= text.size()) return std::nullopt;
      text = trimmed(text.substr(at + 1));
    } else {
      const size_t end = std::min(text.find(','), text.size());
      element = trimmed(text.substr(0, end));
      if (element.empty() || lowered(element) == "null" ||
          element.find_first_of("{}\"\\") != std::string::npos) {
        return std::nullopt;
      }
      text = text.substr(end);
    }
    out.push_back(element);
    if (text.empty()) break;
    if (text.front() != ',') return std::nullopt;
    text = trimmed(text.substr(1));
    if (text.empty()) return std::nullopt;
  }
  return out;
}

std::optional<std::string> array_value(const ColumnType& type, const Literal& literal,
                                       const Catalog& catalog) {
  if (literal.form == Literal::Form::empty_array) return "[]";
  if (literal.form != Literal::Form::string || type.values == Values::json) return std::nullopt;
  const auto elements = array_elements(literal.value);
  if (!elements) return std::nullopt;
  std::vector<std::string> values;
  for (const std::string& element : *elements) {
    const auto value = value_of(type, element, true, catalog);
    if (!value) return std::nullopt;
    values.push_back(*value);
  }
  return fmt::format("[{}]", fmt::join(values, ", "));
}

std::optional<std::string> literal_value(const ColumnType& type, const SqlExpression& expression,
                                         const Catalog& catalog) {
  const auto literal = read_literal(expression.text);
  if (!literal) return std::nullopt;
  for (const std::string& cast : literal->casts) {
    if (!is_idle(cast, type)) return std::nullopt;
  }
  if (type.array) return array_value(type, *literal, catalog);
  if (literal->form == Literal::Form::empty_array) return std::nullopt;
  if (literal->form == Literal::Form::boolean && type.values != Values::boolean) {
    return std::nullopt;
  }
  const bool from_string = literal->form == Literal::Form::string;
  return value_of(type, literal->value, from_string, catalog);
}

}  // namespace

DefaultCall default_call(const ColumnType& type, const SqlExpression& expression,
                         const Catalog& catalog) {
  const std::string call = lowered(without_parentheses(expression.text));
  const bool has_clock = type.values == Values::timestamp || type.values == Values::date ||
                         type.values == Values::time;
  if (!type.array && has_clock && (call == "now()" || call == "pg_catalog.now()")) {
    return {".defaultNow()", false};
  }
  if (!type.array && type.values == Values::uuid &&
      (call == "gen_random_uuid()" || call == "pg_catalog.gen_random_uuid()")) {
    return {".defaultRandom()", false};
  }
  if (const auto value = literal_value(type, expression, catalog)) {
    return {fmt::format(".default({})", *value), false};
  }
  return {fmt::format(".default({})", sql_template(expression.text)), true};
}

}  // namespace schemadiff::drizzle
