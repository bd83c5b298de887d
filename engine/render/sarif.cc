// SARIF 2.1.0, for code scanning: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
#include <nlohmann/json.hpp>

#include <algorithm>

#include "engine/render/findings.h"

namespace schemadiff {
namespace {

using Json = nlohmann::ordered_json;

const char* sarif_level(Severity level) {
  return level == Severity::error ? "error" : level == Severity::warning ? "warning" : "note";
}

// RFC 3986: what may stand in a path as it is.
std::string uri_of(const std::string& path) {
  constexpr std::string_view kPlain = "-._~/!$&'()*+,;=@";
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || kPlain.find(c) != std::string_view::npos;
    if (is_plain) {
      out += c;
    } else {
      out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
  }
  return path.starts_with('/') ? "file://" + out : out;
}

}  // namespace

std::string render_sarif(const Findings& findings, const std::string& version) {
  std::vector<std::string> codes;
  for (const Finding& finding : findings.list) {
    if (std::find(codes.begin(), codes.end(), finding.code) == codes.end())
      codes.push_back(finding.code);
  }
  Json rules = Json::array();
  for (const std::string& code : codes) {
    Json rule = {{"id", code}};
    if (const LintRule* known = find_lint_rule(code)) {
      rule["shortDescription"] = {{"text", known->sentence}};
      rule["help"] = {{"text", known->advice}};
      rule["defaultConfiguration"] = {{"level", sarif_level(known->level)}};
    }
    rules.push_back(std::move(rule));
  }
  Json results = Json::array();
  for (const Finding& finding : findings.list) {
    std::string text = finding.message;
    if (!finding.hint.empty()) text += ". " + finding.hint;
    const auto index = std::find(codes.begin(), codes.end(), finding.code) - codes.begin();
    Json result = {{"ruleId", finding.code},
                   {"ruleIndex", index},
                   {"level", sarif_level(finding.level)},
                   {"message", {{"text", text}}}};
    Json location;
    if (const auto file = finding.place ? file_in_tree(*finding.place) : std::nullopt) {
      location["physicalLocation"] = {
          {"artifactLocation", {{"uri", uri_of(*file)}}},
          {"region", {{"startLine", finding.place->line}, {"startColumn", finding.place->column}}}};
    }
    if (!finding.object.empty()) {
      location["logicalLocations"] = Json::array({{{"fullyQualifiedName", finding.object}}});
    }
    result["locations"] = Json::array();
    if (!location.is_null()) result["locations"].push_back(std::move(location));
    results.push_back(std::move(result));
  }
  const Json run = {
      {"tool",
       {{"driver",
         {{"name", "schemadiff"}, {"semanticVersion", version}, {"rules", std::move(rules)}}}}},
      {"columnKind", "unicodeCodePoints"},
      {"results", std::move(results)}};
  const Json document = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                         {"version", "2.1.0"},
                         {"runs", Json::array({run})}};
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace schemadiff
