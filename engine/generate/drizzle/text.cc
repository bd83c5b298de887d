#include "engine/generate/drizzle/text.h"

#include <fmt/format.h>

#include <cctype>

#include "engine/generate/drizzle/naming.h"

namespace schemadiff::drizzle {
namespace {

// U+2028 and U+2029 end a line in JavaScript.
bool is_line_end(std::string_view text, size_t at) {
  return text.substr(at, 3) == "\xE2\x80\xA8" || text.substr(at, 3) == "\xE2\x80\xA9";
}

// Where the parenthesis that opens at `begin` closes; npos: nowhere.
size_t closing(std::string_view sql, size_t begin) {
  int depth = 0;
  for (size_t i = begin; i < sql.size(); ++i) {
    if (sql[i] == '\'' || sql[i] == '"') {
      const char quote = sql[i];
      for (++i; i < sql.size() && sql[i] != quote; ++i) {
        if (sql[i] == '\\') return std::string_view::npos;  // E'…': nobody needs it taken apart
      }
    } else if (sql[i] == '$') {
      return std::string_view::npos;
    } else if (sql[i] == '(') {
      ++depth;
    } else if (sql[i] == ')' && --depth == 0) {
      return i;
    }
  }
  return std::string_view::npos;
}

}  // namespace

std::string js_string(std::string_view text, char quote) {
  std::string out(1, quote);
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\' || c == quote) {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    } else if (is_line_end(text, i)) {
      out += text[i + 2] == '\xA8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      out += c;
    }
  }
  return out + quote;
}

std::string sql_template(std::string_view text) {
  std::string out = "sql`";
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\r') {  // JavaScript reads it as \n
      out += "\\r";
      continue;
    }
    if (c == '\\' || c == '`' || (c == '$' && text.substr(i + 1, 1) == "{")) out += '\\';
    out += c;
  }
  return out + "`";
}

std::string doc_comment(std::string_view text, std::string_view indent) {
  std::string safe;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r') continue;
    if (text[i] == '*' && text.substr(i + 1, 1) == "/") {
      safe += "*\\";
    } else {
      safe += text[i];
    }
  }
  while (!safe.empty() && std::isspace(static_cast<unsigned char>(safe.back())) != 0) {
    safe.pop_back();
  }
  if (safe.empty()) return "";
  if (safe.find('\n') == std::string::npos) return fmt::format("{}/** {} */\n", indent, safe);
  std::string out = fmt::format("{}/**\n", indent);
  for (size_t begin = 0; begin <= safe.size();) {
    const size_t end = std::min(safe.find('\n', begin), safe.size());
    std::string line = safe.substr(begin, end - begin);
    while (!line.empty() && line.back() == ' ') line.pop_back();
    out += fmt::format("{} *{}{}\n", indent, line.empty() ? "" : " ", line);
    begin = end + 1;
  }
  return out + fmt::format("{} */\n", indent);
}

std::string remark(std::string_view text, std::string_view indent) {
  std::string line;
  for (size_t i = 0; i < text.size(); ++i) {
    if (is_line_end(text, i)) {
      line += ' ';
      i += 2;
    } else {
      line += static_cast<unsigned char>(text[i]) < 0x20 ? ' ' : text[i];
    }
  }
  return fmt::format("{}// schemadiff: {}\n", indent, line);
}

std::string member(std::string_view key) {
  return is_identifier(key) ? "." + std::string(key) : "[" + js_string(key) + "]";
}

std::string property(std::string_view key) {
  return is_identifier(key) ? std::string(key) : js_string(key);
}

bool is_parenthesised(std::string_view sql) {
  return sql.size() > 1 && sql.front() == '(' && closing(sql, 0) == sql.size() - 1;
}

bool is_call(std::string_view sql) {
  size_t at = 0;
  while (at < sql.size() && (std::isalnum(static_cast<unsigned char>(sql[at])) != 0 ||
                             sql[at] == '_' || sql[at] == '.')) {
    ++at;
  }
  return at > 0 && at < sql.size() && sql[at] == '(' && closing(sql, at) == sql.size() - 1;
}

}  // namespace schemadiff::drizzle
