// JUnit's XML, as CI systems show test results.
#include <fmt/format.h>

#include <algorithm>

#include "engine/render/findings.h"

namespace schemadiff {
namespace {

// XML 1.0 has no way to write most control characters.
std::string xml_text(const std::string& text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\n':
        out += "&#10;";
        break;
      default:
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }
  return out;
}

}  // namespace

std::string render_junit(const Findings& findings) {
  const auto failed = static_cast<size_t>(
      std::count_if(findings.list.begin(), findings.list.end(),
                    [&](const Finding& finding) { return findings.fails(finding.level); }));
  const size_t total = std::max<size_t>(1, findings.list.size());
  const std::string title = xml_text(findings.title);
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  out += fmt::format("<testsuites name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n", title,
                     total, failed);
  out += fmt::format(
      "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"0\">\n", title,
      total, failed);
  // A suite without a case counts as broken.
  if (findings.list.empty())
    out += fmt::format("    <testcase classname=\"schemadiff\" name=\"{}\"/>\n", title);
  for (const Finding& finding : findings.list) {
    const std::string place = finding.place
                                  ? fmt::format("{}:{}:{}: ", finding.place->file,
                                                finding.place->line, finding.place->column)
                                  : "";
    const std::string message = xml_text(finding.message);
    const std::string text =
        xml_text(place + finding.message + (finding.hint.empty() ? "" : "\n" + finding.hint));
    out += fmt::format("    <testcase classname=\"schemadiff.{}\" name=\"{}\">\n",
                       xml_text(finding.code), message);
    if (findings.fails(finding.level)) {
      out += fmt::format("      <failure type=\"{}\" message=\"{}\">{}</failure>\n",
                         level_word(finding.level), message, text);
    } else {
      out +=
          fmt::format("      <system-out>{}: {}</system-out>\n", level_word(finding.level), text);
    }
    out += "    </testcase>\n";
  }
  return out + "  </testsuite>\n</testsuites>\n";
}

}  // namespace schemadiff
