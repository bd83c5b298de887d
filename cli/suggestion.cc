#include "cli/suggestion.h"

#include <algorithm>

#include "engine/base/edit_distance.h"
#include "engine/lint/lint.h"

namespace schemadiff {

std::string closest(const std::string& word, const std::vector<std::string>& known) {
  std::string best;
  size_t best_distance = 1 + word.size() / 3;
  for (const std::string& candidate : known) {
    const size_t distance = edit_distance(word, candidate);
    const bool extends = word.size() > 3 && candidate.starts_with(word);
    if (distance <= best_distance || (extends && best.empty())) {
      best = candidate;
      best_distance = std::min(distance, best_distance);
    }
  }
  return best;
}

std::string hint_for_rule(const std::string& code) {
  std::vector<std::string> codes;
  for (const LintRule& rule : lint_rules()) codes.emplace_back(rule.code);
  const std::string guess = closest(code, codes);
  return guess.empty() ? "'schemadiff lint --rules' lists them" : "did you mean " + guess + "?";
}

}  // namespace schemadiff
