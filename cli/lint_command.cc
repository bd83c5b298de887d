#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/pipeline.h"
#include "cli/show.h"
#include "cli/state_reader.h"
#include "cli/suggestion.h"
#include "cli/terminal.h"

namespace schemadiff {
namespace {

int list_rules(const Options& options) {
  std::string text;
  for (const LintRule& rule : lint_rules()) {
    text += fmt::format("{:<28} {:<8} {}\n{:37} -> {}\n", rule.code, level_word(rule.level),
                        rule.sentence, "", rule.advice);
  }
  const auto written = write_output(options.output, text);
  return written ? static_cast<int>(kExitOk) : report(written.error());
}

// How full the keys of --db are; nothing without a database.
Result<std::vector<KeyUse>> key_uses(StateReader& reader, const Options& options,
                                     Timings& timings) {
  if (options.db.empty()) return std::vector<KeyUse>();
  std::unique_ptr<StateReader> database;
  Session* session = reader.session();
  if (session == nullptr) {
    auto opened = StateReader::open_live(options, timings);
    if (!opened) return fail(std::move(opened.error()));
    database = std::move(*opened);
    session = database->session();
  }
  return read_key_uses(*session);
}

// Comments that switch rules off; a code that no rule has is a mistake.
Result<std::vector<LintDirective>> directives_of(const StateReader& reader) {
  Diagnostics problems;
  std::vector<LintDirective> out = reader.lint_directives(problems);
  for (const LintDirective& directive : out) {
    if (find_lint_rule(directive.code) == nullptr) {
      problems.error(directive.where, "there is no rule " + directive.code,
                     hint_for_rule(directive.code));
    }
  }
  reader.show(problems);
  if (!problems.has_errors()) return out;
  const size_t count = problems.list().size();
  return fail(ErrorCode::input,
              fmt::format("{} {} in comments to lint", count, count == 1 ? "error" : "errors"));
}

void say_counts(const Findings& findings) {
  const auto count = [&](Severity level, const char* one, const char* many) {
    const size_t number = findings.count(level);
    return fmt::format("{} {}", number, number == 1 ? one : many);
  };
  note(fmt::format("{}, {}, {}", count(Severity::error, "error", "errors"),
                   count(Severity::warning, "warning", "warnings"),
                   count(Severity::note, "info", "infos")));
}

int lint_state(const Options& options, Timings& timings) {
  auto reader = options.to.empty() ? StateReader::open_live(options, timings)
                                   : StateReader::open(options.to, options, timings);
  if (!reader) return report(reader.error());
  auto state = read_single_state(**reader, options, timings);
  if (!state) return report(state.error());
  if (state->rename_problems.has_errors()) {
    (*reader)->show(state->rename_problems);
    return report(fail(ErrorCode::input, "hints at renames are wrong").value());
  }
  auto directives = directives_of(**reader);
  if (!directives) return report(directives.error());
  LintInput input;
  input.catalog = &state->state.catalog;
  auto uses = key_uses(**reader, options, timings);
  if (!uses) return report(uses.error());
  input.key_uses = std::move(*uses);
  input.is_off = [&](std::string_view code, SourceSpan where) {
    return std::any_of(directives->begin(), directives->end(), [&](const LintDirective& directive) {
      return directive.code == code && directive.covers(where);
    });
  };
  Findings findings = findings_of(lint(input, options.lint),
                                  [&](SourceSpan where) { return (*reader)->place(where); });
  if (options.strict) findings.fails_from = Severity::warning;
  const bool fails = findings.count(Severity::error) > 0 ||
                     (options.strict && findings.count(Severity::warning) > 0);
  const int code = show_findings(findings, options, timings, fails ? kExitDifferences : kExitOk);
  say_counts(findings);
  return code;
}

}  // namespace

int run_lint(const Options& options) {
  if (options.list_rules) return list_rules(options);
  Timings timings;
  return lint_state(options, timings);
}

}  // namespace schemadiff
