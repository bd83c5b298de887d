// Text of the database inside HTML and SVG.
#pragma once

#include <string>
#include <string_view>

namespace schemadiff {

// `text` as the content of an element or of a quoted attribute: nothing in it can end either, and
// the document stays well-formed XML. What is no UTF-8, control characters and those that turn the
// direction of writing become U+FFFD.
std::string escape_markup(std::string_view text);

// For the part of a URL behind '#': letters, digits and -_.~ stay, every other byte is %XX.
std::string escape_fragment(std::string_view text);

// How many cells of a fixed-width font it takes, by the usual rule for East Asian characters.
size_t cells(std::string_view text);
// The first `most` cells of it, with … for the rest.
std::string cut_to_cells(std::string_view text, size_t most);

}  // namespace schemadiff
