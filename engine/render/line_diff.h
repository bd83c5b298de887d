// What changes between two texts of several lines, as a review shows it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace schemadiff {

struct DiffLine {
  char mark =
      ' ';  // ' ' both, '-' only before, '+' only after, '~' a gap: text says how many lines
  std::string text;
};

// With `context` equal lines around each change. Nothing if the texts are equal.
std::vector<DiffLine> line_diff(std::string_view before, std::string_view after, size_t context);

}  // namespace schemadiff
