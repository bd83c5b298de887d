#include "engine/generate/drizzle/naming.h"

#include <clocale>
#include <cwctype>

namespace schemadiff::drizzle {
namespace {

std::u32string decode(std::string_view text) {
  std::u32string out;
  for (size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const int length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    char32_t point = length == 1 ? byte : byte & (0xFF >> (length + 1));
    for (int k = 1; k < length && i + static_cast<size_t>(k) < text.size(); ++k) {
      point = (point << 6) | (static_cast<unsigned char>(text[i + static_cast<size_t>(k)]) & 0x3F);
    }
    out += point;
    i += static_cast<size_t>(length);
  }
  return out;
}

std::string encode(std::u32string_view text) {
  std::string out;
  const auto add = [&out](char32_t byte) { out += static_cast<char>(byte); };
  for (const char32_t point : text) {
    if (point < 0x80) {
      add(point);
    } else if (point < 0x800) {
      add(0xC0 | (point >> 6));
      add(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
      add(0xE0 | (point >> 12));
      add(0x80 | ((point >> 6) & 0x3F));
      add(0x80 | (point & 0x3F));
    } else {
      add(0xF0 | (point >> 18));
      add(0x80 | ((point >> 12) & 0x3F));
      add(0x80 | ((point >> 6) & 0x3F));
      add(0x80 | (point & 0x3F));
    }
  }
  return out;
}

// Not the user's locale: names must come out the same everywhere.
locale_t unicode() {
  static const locale_t locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
  return locale;
}
bool is_ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
template <class Test>
bool test_wide(char32_t c, Test test) {
  return c >= 0x80 && unicode() != nullptr && test(static_cast<wint_t>(c), unicode()) != 0;
}
bool is_upper(char32_t c) { return (c >= 'A' && c <= 'Z') || test_wide(c, iswupper_l); }
bool is_lower(char32_t c) { return (c >= 'a' && c <= 'z') || test_wide(c, iswlower_l); }
bool is_letter(char32_t c) { return is_ascii_letter(c) || test_wide(c, iswalpha_l); }

// The letters for which JavaScript's mapping is more than one letter and towlower() knows another.
constexpr char32_t kDottedI = 0x130;
constexpr char32_t kSharpS = 0xDF;

std::u32string lower(char32_t c) {
  if (c == kDottedI) return {U'i', char32_t{0x307}};
  if (c < 0x80) return {c >= 'A' && c <= 'Z' ? c + 32 : c};
  if (unicode() == nullptr) return {c};
  return {static_cast<char32_t>(towlower_l(static_cast<wint_t>(c), unicode()))};
}
std::u32string upper(char32_t c) {
  if (c == kSharpS) return U"SS";
  if (c < 0x80) return {c >= 'a' && c <= 'z' ? c - 32 : c};
  if (unicode() == nullptr) return {c};
  return {static_cast<char32_t>(towupper_l(static_cast<wint_t>(c), unicode()))};
}
std::u32string lower(std::u32string_view text) {
  std::u32string out;
  for (const char32_t c : text) out += lower(c);
  return out;
}

bool is_separator(char32_t c) { return c == '_' || c == '.' || c == '-' || c == ' '; }
bool is_blank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0xFEFF || c == 0x2028 ||
         c == 0x2029;
}
bool is_word(char32_t c) { return is_letter(c) || is_digit(c) || c == '_'; }

// "userURL" -> "user-URL", "HTTPServer" -> "HTTP-Server"
std::u32string separate_words(std::u32string text) {
  bool last_lower = false;
  bool last_upper = false;
  bool last_but_one_upper = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    const bool preserved = i <= 2 || text[i - 3] == '-';
    if (last_lower && is_upper(c)) {
      text.insert(i, 1, U'-');
      ++i;
      last_lower = false;
      last_but_one_upper = last_upper;
      last_upper = true;
    } else if (last_upper && last_but_one_upper && is_lower(c) && !preserved) {
      text.insert(i - 1, 1, U'-');
      last_but_one_upper = last_upper;
      last_upper = false;
      last_lower = true;
    } else {
      const std::u32string same(1, c);
      last_lower = lower(c) == same && upper(c) != same;
      last_but_one_upper = last_upper;
      last_upper = upper(c) == same && lower(c) != same;
    }
  }
  return text;
}

// Separators go, and the letter behind them becomes a capital.
std::u32string join_words(const std::u32string& text) {
  std::u32string out;
  for (size_t i = 0; i < text.size();) {
    size_t end = i;
    while (end < text.size() && is_separator(text[end])) ++end;
    size_t next = end;
    while (next > i && next < text.size() && !is_word(text[next])) --next;
    if (next == i) {
      out += text[i++];
      continue;
    }
    if (next < text.size()) out += upper(text[next]);
    i = next + 1;
  }
  return out;
}

std::u32string capitals_after_digits(const std::u32string& text) {
  std::u32string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool after_digit = i > 0 && is_digit(text[i - 1]) && is_letter(text[i]);
    out += after_digit ? upper(text[i]) : std::u32string(1, text[i]);
  }
  return out;
}

bool starts_identifier(char32_t c) { return is_letter(c) || c == '_' || c == '$'; }
bool continues_identifier(char32_t c) { return starts_identifier(c) || is_digit(c); }

// Key words of TypeScript in strict mode, what may not be declared, and everything that schema.ts
// may import: always taken, so that using one more of them renames nothing.
constexpr const char* kReserved[] = {
    "abstract",
    "any",
    "arguments",
    "as",
    "async",
    "await",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "constructor",
    "continue",
    "debugger",
    "default",
    "delete",
    "do",
    "else",
    "enum",
    "eval",
    "export",
    "extends",
    "false",
    "finally",
    "for",
    "function",
    "if",
    "implements",
    "import",
    "in",
    "instanceof",
    "interface",
    "let",
    "new",
    "null",
    "package",
    "private",
    "protected",
    "public",
    "return",
    "static",
    "super",
    "switch",
    "this",
    "throw",
    "true",
    "try",
    "type",
    "typeof",
    "undefined",
    "var",
    "void",
    "while",
    "with",
    "yield",
    // ECMAScript modules and CommonJS
    "exports",
    "module",
    "require",
    "globalThis",
    "NaN",
    "Infinity",
    "Object",
    "Promise",
    "__esModule",
    // drizzle-orm
    "relations",
    "sql",
    "PgTableExtraConfigValue",
    "bigint",
    "bigserial",
    "bit",
    "boolean",
    "char",
    "check",
    "cidr",
    "customType",
    "date",
    "doublePrecision",
    "foreignKey",
    "geometry",
    "halfvec",
    "index",
    "inet",
    "integer",
    "interval",
    "json",
    "jsonb",
    "line",
    "macaddr",
    "macaddr8",
    "numeric",
    "pgEnum",
    "pgMaterializedView",
    "pgPolicy",
    "pgRole",
    "pgSchema",
    "pgSequence",
    "pgTable",
    "pgView",
    "point",
    "primaryKey",
    "real",
    "serial",
    "smallint",
    "smallserial",
    "sparsevec",
    "text",
    "time",
    "timestamp",
    "unique",
    "uniqueIndex",
    "uuid",
    "varchar",
    "vector",
};

}  // namespace

std::string camel_case(std::string_view name) {
  std::u32string text = decode(name);
  while (!text.empty() && is_blank(text.back())) text.pop_back();
  while (!text.empty() && is_blank(text.front())) text.erase(text.begin());
  if (text.size() == 1) return is_separator(text[0]) ? "" : encode(lower(text));
  if (text != lower(text)) text = separate_words(std::move(text));
  text.erase(0, std::min(text.find_first_not_of(U"_.- "), text.size()));
  return encode(capitals_after_digits(join_words(lower(text))));
}

std::string capitalize(std::string_view name) {
  std::u32string text = decode(name);
  if (text.empty()) return "";
  return encode(upper(text[0]) + text.substr(1));
}

bool is_identifier(std::string_view name) {
  const std::u32string text = decode(name);
  if (text.empty() || !starts_identifier(text[0])) return false;
  for (const char32_t c : text) {
    // Letters outside of ASCII are legal too, but not every tool that reads the file knows all.
    if (c >= 0x80 || !continues_identifier(c)) return false;
  }
  return true;
}

std::string NameScope::claim(std::string_view wanted) {
  std::u32string text = decode(wanted);
  for (char32_t& c : text) {
    if (!continues_identifier(c)) c = U'_';
  }
  if (text.empty() || !starts_identifier(text[0])) text.insert(0, 1, U'_');
  const std::string base = encode(text);
  std::string name = base;
  for (int copy = 1; !taken_.insert(name).second; ++copy) {
    name = base + "_" + (copy == 1 ? "" : std::to_string(copy));
  }
  return name;
}

NameScope module_scope() {
  NameScope scope;
  for (const char* name : kReserved) scope.reserve(name);
  return scope;
}

}  // namespace schemadiff::drizzle
