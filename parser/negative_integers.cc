#include "parser/negative_integers.h"
#include "engine/base/text.h"

#include <algorithm>
#include <charconv>

namespace schemadiff {
namespace {

constexpr std::string_view kConstant = R"("ival":{})";
constexpr std::string_view kInteger = R"({"Integer":{}})";
constexpr std::string_view kStatistics = R"("subtype":"AT_SetStatistics")";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) {
  return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'z') || c == '_' || c == '"' || c == '.';
}

size_t skip_blanks(std::string_view sql, size_t at) {
  for (;;) {
    while (at < sql.size() && is_space(sql[at])) ++at;
    if (sql.substr(at, 2) == "--") {
      at = std::min(sql.find('\n', at), sql.size());
    } else if (sql.substr(at, 2) == "/*") {
      const size_t end = sql.find("*/", at);
      at = end == std::string_view::npos ? sql.size() : end + 2;
    } else {
      return at;
    }
  }
}

// "-5", "- 5", "-(5)", "-(-(-5))" at `at`: the digits; "" if there is no negative integer.
std::string_view negative_digits(std::string_view sql, size_t at) {
  bool negative = false;
  while (at < sql.size() && (sql[at] == '-' || sql[at] == '(')) {
    if (sql[at] == '-') negative = !negative;
    at = skip_blanks(sql, at + 1);
  }
  if (!negative) return {};
  size_t end = at;
  while (end < sql.size() && is_digit(sql[end])) ++end;
  return sql.substr(at, end - at);
}

// The number behind the name of an option: INCREMENT BY -1, autovacuum_x = -1.
std::string_view option_digits(std::string_view sql, size_t at) {
  for (;;) {
    at = skip_blanks(sql, at);
    if (at >= sql.size()) return {};
    if (is_digit(sql[at]) || (!is_word(sql[at]) && sql[at] != '=' && sql[at] != '-')) return {};
    if (sql[at] == '-') return negative_digits(sql, at);
    if (sql[at] == '=') {
      ++at;
      continue;
    }
    while (at < sql.size() && is_word(sql[at])) ++at;
  }
}

// Behind the next SET STATISTICS from `at` on, which moves past it.
std::string_view statistics_digits(std::string_view sql, size_t& at) {
  constexpr std::string_view kWord = "statistics";
  const auto same = [](char a, char b) { return lower(a) == b; };
  const auto found = std::search(sql.begin() + static_cast<std::ptrdiff_t>(at), sql.end(),
                                 kWord.begin(), kWord.end(), same);
  if (found == sql.end()) return {};
  at = static_cast<size_t>(found - sql.begin()) + kWord.size();
  return negative_digits(sql, skip_blanks(sql, at));
}

// The "location" that follows within the same node.
size_t location_after(std::string_view json, size_t at) {
  constexpr std::string_view kKey = R"("location":)";
  const size_t key = json.find(kKey, at);
  const size_t end = json.find('}', at);
  if (key == std::string_view::npos || key > end) return std::string_view::npos;
  size_t value = 0;
  const char* begin = json.data() + key + kKey.size();
  std::from_chars(begin, json.data() + json.size(), value);
  return value;
}

}  // namespace

std::string_view restore_negative_integers(std::string_view sql, std::string_view json,
                                           std::string& buffer) {
  if (sql.find('-') == std::string_view::npos) return json;
  buffer.clear();
  size_t copied = 0;
  size_t at = 0;
  size_t statistics = 0;
  for (;;) {
    const size_t constant = json.find(kConstant, at);
    const size_t integer = json.find(kInteger, at);
    const size_t next = std::min(constant, integer);
    if (next == std::string_view::npos) break;
    const bool is_constant = next == constant;
    at = next + (is_constant ? kConstant.size() : kInteger.size());
    std::string_view digits;
    const size_t location = location_after(json, at);
    if (location != std::string_view::npos) {
      digits = is_constant ? negative_digits(sql, location) : option_digits(sql, location);
    } else if (!is_constant) {
      const size_t command = json.rfind('{', next - 1);
      if (command != std::string_view::npos &&
          json.substr(command, next - command).find(kStatistics) != std::string_view::npos) {
        digits = statistics_digits(sql, statistics);
      }
    }
    if (digits.empty()) continue;
    buffer.append(json, copied, next - copied);
    buffer += is_constant ? R"("ival":{"ival":-)" : R"({"Integer":{"ival":-)";
    buffer += digits;
    buffer += is_constant ? "}" : "}}";
    copied = at;
  }
  if (copied == 0) return json;
  buffer.append(json, copied, json.size() - copied);
  return buffer;
}

}  // namespace schemadiff
