// The key words that quote_ident() quotes: every class but "unreserved"
// (PostgreSQL manual, appendix C, SQL Key Words).
#pragma once

#include <string_view>

namespace schemadiff {

bool is_reserved_keyword(std::string_view lower_case_word);

}  // namespace schemadiff
