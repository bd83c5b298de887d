#include "cli/suggestion.h"

#include <algorithm>
#include <string_view>

#include "engine/lint/lint.h"

namespace schemadiff {
namespace {

size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

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
