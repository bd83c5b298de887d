// "Did you mean": for flags, commands and keys of the configuration.
#pragma once

#include <string>
#include <vector>

namespace schemadiff {

// The known word that `word` was probably meant to be; "" if none is near.
std::string closest(const std::string& word, const std::vector<std::string>& known);

// What to do about a code that no rule of lint has.
std::string hint_for_rule(const std::string& code);

}  // namespace schemadiff
