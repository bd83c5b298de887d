// Words: letter case and number. ASCII only, whatever the locale says.
#pragma once

#include <string>
#include <string_view>

namespace schemadiff {

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
std::string lowered(std::string_view text);

// "1 table", "2 tables", "3 policies", "4 indexes"
std::string counted(size_t count, std::string_view noun);

}  // namespace schemadiff
