// The header of files that schemadiff writes, by which it knows its own again.
#pragma once

#include <string>
#include <string_view>

namespace schemadiff {

// `text` below two lines of `//` comment, the second with a digest of it.
std::string with_header(std::string_view text);

enum class Origin {
  ours,     // as schemadiff wrote it
  edited,   // written by schemadiff, and changed since
  foreign,  // no header
};
// Line ends may have become CRLF: that is no edit.
Origin origin_of(std::string_view file);

// Is this what with_header() gives, but for line ends?
bool same_text(std::string_view file, std::string_view expected);

}  // namespace schemadiff
