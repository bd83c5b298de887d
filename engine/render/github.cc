// Annotations of GitHub Actions: "::error file=schema.sql,line=3,col=5,title=code::message".
#include <fmt/format.h>

#include "engine/render/findings.h"

namespace schemadiff {
namespace {

// As the runner's toolkit escapes: a property ends at a comma or colon, the message at a line end.
std::string command_text(const std::string& text, bool is_property) {
  std::string out;
  for (const char c : text) {
    if (c == '%') {
      out += "%25";
    } else if (c == '\r') {
      out += "%0D";
    } else if (c == '\n') {
      out += "%0A";
    } else if (is_property && c == ':') {
      out += "%3A";
    } else if (is_property && c == ',') {
      out += "%2C";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string render_github(const Findings& findings) {
  std::string out;
  for (const Finding& finding : findings.list) {
    const char* command = finding.level == Severity::error     ? "error"
                          : finding.level == Severity::warning ? "warning"
                                                               : "notice";
    const auto file = finding.place ? file_in_tree(*finding.place) : std::nullopt;
    const std::string where =
        file ? fmt::format("file={},line={},col={},", command_text(*file, true),
                           finding.place->line, finding.place->column)
             : "";
    std::string message = finding.message;
    if (!finding.hint.empty()) message += "\n" + finding.hint;
    out += fmt::format("::{} {}title=schemadiff {}::{}\n", command, where,
                       command_text(finding.code, true), command_text(message, false));
  }
  return out;
}

}  // namespace schemadiff
