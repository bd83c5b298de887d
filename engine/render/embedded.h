// Files of the source tree that are part of the binary: CMake turns them into C++
// (cmake/EmbedText.cmake).
#pragma once

#include <string_view>

namespace schemadiff::embedded {

struct Text {
  std::string_view text;
  std::string_view sha256;  // of the text, in hexadecimal: for a content security policy
};

extern const Text kPaletteCss;
extern const Text kPictureCss;
extern const Text kReportCss;
extern const Text kReportHtml;
extern const Text kReportJs;

}  // namespace schemadiff::embedded
