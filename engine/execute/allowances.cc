#include "engine/execute/allowances.h"

#include <algorithm>
#include <optional>

#include "engine/diff/scope.h"

namespace schemadiff {
namespace {

constexpr HazardCode kCodes[] = {HazardCode::data_loss, HazardCode::widens_access};

std::optional<HazardCode> code_of(std::string_view word) {
  for (const HazardCode code : kCodes) {
    if (hazard_word(code) == word) return code;
  }
  return std::nullopt;
}

// A kind as one word, for patterns: "materialized-view".
std::string pattern_word(Kind kind) {
  std::string word(kind_word(kind));
  std::replace(word.begin(), word.end(), ' ', '-');
  return word;
}

bool is_kind(std::string_view word) {
  bool found = word == kind_word(Kind::rows);
#define X(enumerator, type, text) found = found || pattern_word(Kind::enumerator) == word;
  SCHEMADIFF_KINDS(X)
#undef X
  return found;
}

}  // namespace

Result<void> Allowances::add(std::string_view argument) {
  const std::string hint =
      "use data-loss or widens-access, alone or with what it is about "
      "(data-loss:table:public.foo, data-loss:column:public.foo.*), or empty, or all";
  if (argument == "all") {
    all_ = true;
    empty_state_ = true;
    return {};
  }
  if (argument == "empty") {
    empty_state_ = true;
    return {};
  }
  const size_t colon = argument.find(':');
  const auto code = code_of(argument.substr(0, colon));
  if (!code)
    return fail(ErrorCode::usage, "--allow " + std::string(argument) + ": unknown code", hint);
  if (colon == std::string_view::npos) {
    rules_.push_back({*code, "*", ""});
    return {};
  }
  std::string_view rest = argument.substr(colon + 1);
  const size_t second = rest.find(':');
  const std::string_view word = rest.substr(0, second);
  std::string kind = "*";
  if (word == "*" || is_kind(word)) {
    if (second == std::string_view::npos) {
      return fail(ErrorCode::usage, "--allow " + std::string(argument) + ": which one is missing",
                  "write " + std::string(argument) + ":PATTERN, for instance " +
                      std::string(argument) + ":public.*");
    }
    kind = word;
    rest = rest.substr(second + 1);
  }
  if (rest.empty()) {
    return fail(ErrorCode::usage, "--allow " + std::string(argument) + ": the pattern is empty",
                hint);
  }
  rules_.push_back({*code, kind, std::string(rest)});
  return {};
}

bool Allowances::matches(const Rule& rule, const Hazard& hazard) const {
  if (rule.code != hazard.code) return false;
  if (rule.kind != "*" && rule.kind != pattern_word(hazard.object.kind)) return false;
  return rule.pattern.empty() || matches_pattern(qualified_name(hazard.object), rule.pattern);
}

bool Allowances::permits(const Hazard& hazard) const {
  if (!needs_allowance(hazard.code) || all_) return true;
  return std::any_of(rules_.begin(), rules_.end(),
                     [&](const Rule& rule) { return matches(rule, hazard); });
}

bool Allowances::permits_only_broadly(const Hazard& hazard) const {
  if (!needs_allowance(hazard.code) || all_) return false;
  bool broadly = false;
  for (const Rule& rule : rules_) {
    if (!matches(rule, hazard)) continue;
    if (!rule.pattern.empty()) return false;
    broadly = true;
  }
  return broadly;
}

std::string allowance_for(const Hazard& hazard) {
  return std::string(hazard_word(hazard.code)) + ":" + pattern_word(hazard.object.kind) + ":" +
         qualified_name(hazard.object);
}

}  // namespace schemadiff
