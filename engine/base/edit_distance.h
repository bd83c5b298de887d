// How far one word is from another, for "did you mean".
#pragma once

#include <cstddef>
#include <string_view>

namespace schemadiff {

// Bytes that are added, taken away or changed; two neighbours that change places count as one.
size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace schemadiff
