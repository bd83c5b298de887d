// libpg_query 15 writes negative integers to JSON as if they were 0: SELECT -1 and INCREMENT -1 say
// {"ival":{}} and {"Integer":{}}. (Later versions write them.) The text knows better.
#pragma once

#include <string>
#include <string_view>

namespace schemadiff {

// `json` with the negative integers of `sql` put back: `json` itself where there are none, else
// `buffer`, which is filled then.
std::string_view restore_negative_integers(std::string_view sql, std::string_view json,
                                           std::string& buffer);

}  // namespace schemadiff
