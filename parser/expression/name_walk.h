// Names that a text uses, without analysing it.
#pragma once

#include <vector>

#include "parser/expression/environment.h"

namespace schemadiff {

// Relations, functions (every overload), and types of the state that occur anywhere under `node`.
std::vector<ObjectId> names_used(const Node& node, Environment& environment,
                                 const SearchPath& path);

// The same of a text that the grammar does not take, of a newer server: what a word in it may name.
std::vector<ObjectId> names_in(std::string_view text, Environment& environment,
                               const SearchPath& path);

}  // namespace schemadiff
