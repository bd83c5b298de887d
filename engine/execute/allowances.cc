#include "engine/execute/allowances.h"

#include <algorithm>

namespace schemadiff {
namespace {

constexpr HazardCode kCodes[] = {HazardCode::data_loss, HazardCode::widens_access};

std::optional<HazardCode> code_of(std::string_view word) {
  for (const HazardCode code : kCodes) {
    if (hazard_word(code) == word) return code;
  }
  return std::nullopt;
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
    rules_.push_back({*code, std::nullopt});
    return {};
  }
  const std::string_view rest = argument.substr(colon + 1);
  const std::string all(argument);
  if (is_kind_word(rest)) {
    return fail(ErrorCode::usage, "--allow " + all + ": which one is missing",
                "write " + all + ":PATTERN, for instance " + all + ":public.*");
  }
  auto pattern = ObjectPattern::parse(rest);
  if (!pattern) {
    return fail(ErrorCode::usage, "--allow " + all + ": " + pattern.error().sentence, hint);
  }
  rules_.push_back({*code, std::move(*pattern)});
  return {};
}

bool Allowances::matches(const Rule& rule, const Hazard& hazard) {
  return rule.code == hazard.code && (!rule.pattern || rule.pattern->matches_name(hazard.object));
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
    if (rule.pattern) return false;
    broadly = true;
  }
  return broadly;
}

std::string allowance_for(const Hazard& hazard) {
  return std::string(hazard_word(hazard.code)) + ":" + pattern_word(hazard.object.kind) + ":" +
         qualified_name(hazard.object);
}

}  // namespace schemadiff
