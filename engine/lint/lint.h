// What a schema would be better without: rules with stable codes over a parsed or live Catalog.
// docs/lint.md has the same list with the reasons.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/lint/key_use.h"
#include "engine/model/catalog.h"

namespace schemadiff {

class RuleContext;  // engine/lint/rule_context.h

struct LintRule {
  std::string_view code;      // "fk-without-index": never changes its meaning
  Severity level;             // unless the settings say otherwise; `note` is called info
  std::string_view sentence;  // what is wrong with it, and why
  std::string_view advice;    // what to do
  void (*look)(RuleContext& context);
};

// All of them, in the order of the documentation. Pointers into it stay valid.
const std::vector<LintRule>& lint_rules();
// nullptr: there is no such code.
const LintRule* find_lint_rule(std::string_view code);

// By code; nullopt: the rule is off. What is not in it has the rule's own level.
using LintSettings = std::map<std::string, std::optional<Severity>, std::less<>>;

struct LintInput {
  const Catalog* catalog = nullptr;  // canonicalised
  std::vector<KeyUse> key_uses;      // of a database, if one was given
  // A comment at that place switches the rule off; empty: none does.
  std::function<bool(std::string_view code, SourceSpan where)> is_off;
};

struct LintFinding {
  const LintRule* rule = nullptr;
  Severity level = Severity::warning;
  ObjectId object;
  SourceSpan where;     // unknown in a database
  std::string message;  // one sentence without a full stop
};

// In the order of their places, those without one behind them by object.
std::vector<LintFinding> lint(const LintInput& input, const LintSettings& settings);

}  // namespace schemadiff
