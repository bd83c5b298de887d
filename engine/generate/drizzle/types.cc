#include "engine/generate/drizzle/types.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <unordered_map>

#include "engine/base/text.h"
#include "engine/generate/drizzle/text.h"

namespace schemadiff::drizzle {
namespace {

// What node-postgres makes of a circle.
constexpr const char* kCircle = "{ x: number; y: number; radius: number }";

// Stands where a custom type's name will: no SQL has such a byte.
std::string placeholder(const std::string& sql, bool in_array) {
  return '\0' + sql + (in_array ? "[]" : "") + '\0';
}

// format_type()'s text taken apart: "timestamp(3) with time zone[]".
struct TypeText {
  std::string name;       // "timestamp with time zone"
  std::string modifiers;  // "3"
  bool array = false;
};

TypeText take_apart(std::string text) {
  TypeText out;
  while (text.ends_with("[]")) {
    text.resize(text.size() - 2);
    out.array = true;
  }
  bool quoted = false;
  size_t open = std::string::npos;
  for (size_t i = 0; i < text.size() && open == std::string::npos; ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (text[i] == '(' && !quoted) open = i;
  }
  const size_t close = open == std::string::npos ? open : text.find(')', open);
  if (close == std::string::npos) {
    out.name = std::move(text);
    return out;
  }
  out.modifiers = text.substr(open + 1, close - open - 1);
  out.name = text.substr(0, open) + text.substr(close + 1);
  return out;
}

struct Plain {
  const char* function;
  Values values;
};

// The types that take no configuration.
const Plain* plain_type(const std::string& name) {
  static const std::unordered_map<std::string, Plain> types = {
      {"smallint", {"smallint", Values::integer}},
      {"integer", {"integer", Values::integer}},
      {"real", {"real", Values::floating}},
      {"double precision", {"doublePrecision", Values::floating}},
      {"boolean", {"boolean", Values::boolean}},
      {"text", {"text", Values::text}},
      {"uuid", {"uuid", Values::uuid}},
      {"json", {"json", Values::json}},
      {"jsonb", {"jsonb", Values::json}},
      {"date", {"date", Values::date}},
      {"inet", {"inet", Values::other}},
      {"cidr", {"cidr", Values::other}},
      {"macaddr", {"macaddr", Values::other}},
      {"macaddr8", {"macaddr8", Values::other}},
      {"point", {"point", Values::other}},
      {"line", {"line", Values::other}},
  };
  const auto found = types.find(name);
  return found == types.end() ? nullptr : &found->second;
}

bool is_number(const std::string& text) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](unsigned char c) { return std::isdigit(c) != 0; });
}

// The name alone, of a type that an extension brings into whatever schema.
std::string without_schema(const std::string& name) {
  const size_t dot = name.rfind('.');
  return dot == std::string::npos ? name : name.substr(dot + 1);
}

std::string without_public(const std::string& name) {
  return name.starts_with("public.") ? name.substr(7) : name;
}

}  // namespace

ColumnType Types::builtin(const std::string& name, const std::string& modifiers, bool serial) {
  ColumnType out;
  if (const Plain* plain = plain_type(name)) {
    out.function = plain->function;
    out.values = plain->values;
    if (serial && name == "integer") out.function = "serial";
    if (serial && name == "smallint") out.function = "smallserial";
    return out;
  }
  if (name == "bigint") {
    out.values = Values::big_integer;
    out.function = serial ? "bigserial" : "bigint";
    out.config = serial ? "{ mode: \"bigint\" }" : "{ mode: \"number\" }";
  } else if (name == "numeric") {
    out.values = Values::numeric;
    out.function = "numeric";
    const size_t comma = modifiers.find(',');
    if (comma != std::string::npos) {
      out.config = fmt::format("{{ precision: {}, scale: {} }}", modifiers.substr(0, comma),
                               modifiers.substr(comma + 1));
    } else if (!modifiers.empty()) {
      out.config = fmt::format("{{ precision: {}, scale: 0 }}", modifiers);
    }
  } else if (name == "character varying" || (name == "character" && !modifiers.empty())) {
    out.values = Values::text;
    out.function = name == "character" ? "char" : "varchar";
    if (!modifiers.empty()) out.config = fmt::format("{{ length: {} }}", modifiers);
  } else if (name.starts_with("timestamp w") || name.starts_with("time w")) {
    const bool is_timestamp = name.starts_with("timestamp");
    const bool has_zone = name.ends_with("with time zone");
    out.values = is_timestamp ? Values::timestamp : Values::time;
    out.function = is_timestamp ? "timestamp" : "time";
    std::vector<std::string> parts;
    if (!modifiers.empty()) parts.push_back("precision: " + modifiers);
    if (has_zone) parts.emplace_back("withTimezone: true");
    if (is_timestamp) parts.emplace_back("mode: 'string'");
    if (!parts.empty()) out.config = fmt::format("{{ {} }}", fmt::join(parts, ", "));
  } else if (name == "interval" || name.starts_with("interval ")) {
    out.function = "interval";
    std::vector<std::string> parts;
    if (name.size() > 9) parts.push_back("fields: " + js_string(name.substr(9)));
    if (!modifiers.empty()) parts.push_back("precision: " + modifiers);
    if (!parts.empty()) out.config = fmt::format("{{ {} }}", fmt::join(parts, ", "));
  } else if (name == "bit" && is_number(modifiers)) {
    out.function = "bit";
    out.config = fmt::format("{{ dimensions: {} }}", modifiers);
  }
  return out;
}

std::string Types::data_type(const TypeRef& type) const {
  const TypeText text = take_apart(type.sql);
  if (const Domain* domain = catalog_.find<Domain>(type.object)) {
    const std::string data = data_type(domain->base);
    if (!text.array) return data;
    return data == "unknown" ? data : "string[]";  // node-postgres does not know arrays of domains
  }
  if (const EnumType* labels = catalog_.find<EnumType>(type.object)) {
    return labels->labels.empty() ? "never" : "string";
  }
  static const std::unordered_map<std::string, std::string> types = {
      {"smallint", "number"},
      {"integer", "number"},
      {"oid", "number"},
      {"real", "number"},
      {"double precision", "number"},
      {"boolean", "boolean"},
      {"json", "unknown"},
      {"jsonb", "unknown"},
      {"bytea", "Uint8Array"},
      {"circle", kCircle},
      {"", "unknown"},
  };
  const auto found = types.find(text.name);
  const std::string data = found == types.end() ? "string" : found->second;
  return text.array && data != "unknown" ? data + "[]" : data;
}

// What node-postgres does not do with the values by itself.
std::string Types::definition(const std::string& data, const std::string& sql, bool in_array) {
  const std::string name = "dataType: () => " + js_string(sql);
  if (data == kCircle) {
    return fmt::format(
        "customType<{{ data: string; driverData: string | {} }}>({{ {}, fromDriver: (value) => "
        "typeof value === \"string\" ? value : `<(${{value.x}},${{value.y}}),${{value.radius}}>` "
        "}})",
        kCircle, name);
  }
  if (data == "unknown") {
    return fmt::format(
        "customType<{{ data: unknown; driverData: unknown }}>({{ {}, toDriver: (value) => "
        "JSON.stringify(value){} }})",
        name,
        in_array
            ? ", fromDriver: (value) => typeof value === \"string\" ? JSON.parse(value) : value"
            : "");
  }
  if (data == "Uint8Array" && in_array) {
    return fmt::format(
        "customType<{{ data: Uint8Array; driverData: Uint8Array | string }}>({{ {}, toDriver: "
        "(value) => \"\\\\x\" + Array.from(value, (byte) => byte.toString(16).padStart(2, "
        "\"0\")).join(\"\"), fromDriver: (value) => typeof value === \"string\" ? "
        "Uint8Array.from(value.slice(value.indexOf(\"x\") + 1).match(/../g) ?? [], (byte) => "
        "parseInt(byte, 16)) : value }})",
        name);
  }
  // It does not know arrays of domains, and gives the text of their elements.
  if (in_array && data == "number") {
    return fmt::format(
        "customType<{{ data: number; driverData: number | string }}>({{ {}, fromDriver: (value) => "
        "Number(value) }})",
        name);
  }
  if (in_array && data == "boolean") {
    return fmt::format(
        "customType<{{ data: boolean; driverData: boolean | string }}>({{ {}, fromDriver: (value) "
        "=> value === true || value === \"t\" }})",
        name);
  }
  return fmt::format("customType<{{ data: {} }}>({{ {} }})", data, name);
}

ColumnType Types::custom(const TypeRef& type, const std::string& sql, bool array) {
  const std::string name = sql.empty() ? "unknown" : without_public(sql);
  const std::string data = data_type({sql, type.object});
  const bool special = array && data != "string";
  customs_.emplace(std::pair(name, special), definition(data, name, array));
  ColumnType out;
  out.function = placeholder(name, special);
  out.array = array;
  imports_.insert("customType");
  return out;
}

ColumnType Types::of(const TypeRef& type, bool serial) {
  const TypeText text = take_apart(type.sql);
  ColumnType out;
  if (type.object.kind == Kind::enum_type) {
    const auto constant = constants_.find(type.object);
    if (constant != constants_.end()) {
      out.function = constant->second;
      out.values = Values::enumeration;
      out.enum_type = type.object;
    }
  } else if (!type.object.known()) {
    out = builtin(text.name, text.modifiers, serial);
    const std::string bare = without_schema(text.name);
    const bool is_vector = bare == "vector" || bare == "halfvec" || bare == "sparsevec";
    if (is_vector && is_number(text.modifiers)) {
      out.function = bare;
      out.config = fmt::format("{{ dimensions: {} }}", text.modifiers);
    } else if (bare == "geometry" && lowered(text.modifiers).starts_with("point,")) {
      out.function = bare;
      out.config = fmt::format("{{ type: \"point\", srid: {} }}", text.modifiers.substr(6));
    }
    if (!out.function.empty()) imports_.insert(out.function);
  }
  if (out.function.empty()) {
    std::string sql = type.sql;
    while (sql.ends_with("[]")) sql.resize(sql.size() - 2);
    out = custom(type, sql, text.array);
  }
  out.array = text.array;
  out.sql = text.name;
  return out;
}

std::vector<Types::Custom> Types::customs(NameScope& scope) const {
  std::vector<Custom> out;
  for (const auto& [key, definition] : customs_) {
    std::string words = key.first;
    for (char& c : words) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x80 && std::isalnum(byte) == 0) c = ' ';
    }
    const std::string suffix = key.second ? "ElementType" : "Type";
    out.push_back(
        {placeholder(key.first, key.second), scope.claim(camel_case(words) + suffix), definition});
  }
  return out;
}

}  // namespace schemadiff::drizzle
