// Words: letter case, blanks and number. ASCII only, whatever the locale says.
#pragma once

#include <string>
#include <string_view>

namespace schemadiff {

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
std::string lowered(std::string_view text);
std::string uppered(std::string_view text);

// Without the blanks around it, as PostgreSQL's scanner knows them.
constexpr bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f';
}
std::string_view trimmed(std::string_view text);

// "1 table", "2 tables", "3 policies", "4 indexes"
std::string counted(size_t count, std::string_view noun);

}  // namespace schemadiff
