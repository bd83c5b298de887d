#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/interrupt.h"
#include "cli/pipeline.h"
#include "cli/show.h"
#include "cli/terminal.h"
#include "engine/base/check.h"
#include "engine/data/row_planner.h"
#include "engine/execute/applier.h"
#include "engine/model/ancestors.h"
#include "engine/model/held_by.h"

namespace schemadiff {
namespace {

std::string first_line(const std::string& sql) {
  const size_t end = sql.find('\n');
  std::string line = sql.substr(0, end);
  constexpr size_t kLongest = 100;
  if (line.size() > kLongest) {
    size_t cut = kLongest;
    while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0) == 0x80) --cut;
    return line.substr(0, cut) + " …";
  }
  return end == std::string::npos ? line : line + " …";
}

std::string seconds(std::chrono::milliseconds time) {
  return fmt::format("{:.1f}s", static_cast<double>(time.count()) / 1000.0);
}

// Steps as they go, on standard error: in place on a terminal, a line a transaction elsewhere.
class TerminalProgress : public Progress {
 public:
  explicit TerminalProgress(bool quiet)
      : quiet_(quiet), in_place_(!quiet && Terminal::stderr_is_terminal()) {}

  void waiting_for_apply(const std::string& holder) override {
    note("waiting for another schemadiff apply (" + holder + ")");
  }
  void step_started(size_t number, size_t total, const Step& step) override {
    if (!in_place_) return;
    std::string text =
        fmt::format("\r\033[K[{}/{}] {}", number, total, first_line(step.sql_for_output()));
    std::fputs(text.c_str(), stderr);
    std::fflush(stderr);
  }
  void step_finished(size_t number, size_t total, const Step& step,
                     std::chrono::milliseconds elapsed) override {
    constexpr std::chrono::milliseconds kSlow{1000};
    if (quiet_ || (elapsed < kSlow && Terminal::verbosity() == 0 && total > kFew)) return;
    clear();
    note(fmt::format("[{}/{}] {}  {}", number, total, first_line(step.sql_for_output()),
                     seconds(elapsed)));
  }
  void committed(size_t) override { clear(); }
  void clear() {
    if (in_place_) std::fputs("\r\033[K", stderr);
  }

 private:
  static constexpr size_t kFew = 40;
  bool quiet_;
  bool in_place_;
};

// What tells one plan from another: the statements, in order, and what may run of them.
std::string fingerprint(const Comparison& comparison) {
  std::string out;
  size_t number = 0;
  for (const StepGroup& group : comparison.plan().groups) {
    out += group.transactional ? "begin\n" : "alone\n";
    for (const Step& step : group.steps) {
      out +=
          std::to_string(static_cast<int>(comparison.verdict.states[number++])) + step.sql + "\n";
      if (step.path) out += step.path->sql.str() + "\n";
    }
  }
  return out;
}

std::vector<const Step*> steps_of(const Plan& plan) {
  std::vector<const Step*> out;
  for (const StepGroup& group : plan.groups) {
    for (const Step& step : group.steps) out.push_back(&step);
  }
  return out;
}

void list_steps(const char* title, const std::vector<const Step*>& steps,
                const std::vector<StepFate>& fates, StepFate fate) {
  constexpr size_t kMost = 20;
  size_t shown = 0;
  const auto count = static_cast<size_t>(std::count(fates.begin(), fates.end(), fate));
  if (count == 0) return;
  say(fmt::format("{} ({}):", title, count));
  for (size_t i = 0; i < steps.size(); ++i) {
    if (fates[i] != fate) continue;
    if (++shown > kMost && Terminal::verbosity() == 0) {
      say(fmt::format("  … and {} more (-v lists them)", count - kMost));
      return;
    }
    say(fmt::format("  [{}] {}", i + 1, first_line(steps[i]->sql_for_output())));
  }
}

// Where the database stands after a failure, and what to do.
int report_failure(const Pipeline& pipeline, const Comparison& comparison,
                   const ApplyReport& outcome) {
  const std::vector<const Step*> steps = steps_of(comparison.plan());
  const Error& error = *outcome.error;
  std::string sentence = outcome.interrupted ? "interrupted" : error.sentence;
  if (!outcome.interrupted && !error.sqlstate.empty())
    sentence += " (SQLSTATE " + error.sqlstate + ")";
  if (outcome.failed) {
    const Step& step = *steps[*outcome.failed];
    // The server repeats the row, secrets and all.
    if (step.object.kind == Kind::rows)
      sentence = sentence.substr(0, sentence.find(" (Failing row"));
    const Report report = pipeline.report(comparison);
    sentence = fmt::format("step {} of {}, {}: ", *outcome.failed + 1, steps.size(),
                           title_of(report, step)) +
               sentence;
    const std::string place = place_text(report, step.source);
    if (!place.empty()) sentence = place + ": " + sentence;
  }
  complain(sentence);
  if (outcome.failed && !outcome.interrupted) {
    say("the statement was:");
    const Step& failed = *steps[*outcome.failed];
    std::string sql = "  " + failed.sql_for_people() + ";";
    for (size_t at = sql.find('\n'); at != std::string::npos; at = sql.find('\n', at + 3)) {
      sql.insert(at + 1, "  ");
    }
    say(sql);
  }
  for (const std::string& remark : outcome.remarks) say(remark);
  list_steps("done and committed", steps, outcome.fates, StepFate::done);
  list_steps("rolled back", steps, outcome.fates, StepFate::rolled_back);
  list_steps("failed outside of a transaction", steps, outcome.fates, StepFate::failed);
  list_steps("committed or not, nobody could be asked", steps, outcome.fates, StepFate::unknown);
  list_steps("not begun", steps, outcome.fates, StepFate::left);
  const bool changed = outcome.count(StepFate::done) + outcome.count(StepFate::failed) +
                           outcome.count(StepFate::unknown) >
                       0;
  say(changed ? "The next apply goes on from here." : "Nothing was changed.");
  // Last, where it is seen: a long list may be above.
  if (!outcome.interrupted && !error.hint.empty()) say("  hint: " + error.hint);
  return outcome.interrupted ? kExitInterrupted : kExitError;
}

// What the plan touches: a difference that remains on any of it is ours to explain.
std::set<ObjectId> touched(const Comparison& comparison, bool ready) {
  std::set<ObjectId> out;
  size_t number = 0;
  for (const StepGroup& group : comparison.plan().groups) {
    for (const Step& step : group.steps) {
      if ((comparison.verdict.states[number++] == StepState::ready) != ready) continue;
      out.insert(step.object);
      for (const auto* list : {&step.produces, &step.destroys})
        out.insert(list->begin(), list->end());
    }
  }
  return out;
}

// Declared rows that are not as declared although every step is done.
int verify_rows(const Comparison& applied, const Comparison& after,
                const std::function<bool(const TableRows&)>& is_expected) {
  std::vector<std::string> lines;
  for (const TableRows& rows : after.plan().rows) {
    if (is_expected(rows)) continue;
    for (const RowChange& row : rows.changes) {
      const std::string name = quote(rows.id.name) + "[" + row.key + "]";
      if (row.verb == Verb::create) lines.push_back("  " + name + " is not there");
      if (row.verb == Verb::drop) lines.push_back("  " + name + " is there");
      for (const ValueChange& value : row.values) {
        const bool hidden = holds_secrets(value.column);
        lines.push_back(fmt::format("  {}.{} is {} and not {}", name, quote(value.column),
                                    hidden ? "another" : value.live.value_or("NULL"),
                                    hidden ? "as declared" : value.desired.value_or("NULL")));
      }
    }
    for (const std::string& sequence : rows.sequences) lines.push_back("  " + sequence);
  }
  if (lines.empty()) return kExitOk;
  const bool wrote = !applied.plan().rows.empty();
  complain(wrote ? "all steps are done, and yet some rows are not as declared"
                 : "all steps are done, but rows differ now: another session changes them",
           wrote ? "a trigger or rule of the table changed them back, or another session did: "
                   "declare the values that the trigger leaves, or leave them out"
                 : "run apply again when it is done");
  constexpr size_t kMost = 20;
  for (size_t i = 0; i < lines.size() && i < kMost; ++i) say(lines[i]);
  if (lines.size() > kMost) say(fmt::format("  … and {} more", lines.size() - kMost));
  return kExitError;
}

// Is one of `wholes`, or a part of one.
bool is_held_by(const Catalog& catalog, const ObjectId& id, const std::set<ObjectId>& wholes) {
  for (ObjectId at = id; at.known(); at = held_by(catalog, at)) {
    if (wholes.contains(at)) return true;
  }
  return false;
}

// After the last step nothing may differ but what was refused.
int verify(Pipeline& pipeline, const Comparison& applied, const Options& options) {
  auto after = pipeline.compare();
  if (!after) {
    Error error = std::move(after.error());
    error.nothing_done = false;
    error.sentence = "all steps are done, but the closing check failed: " + error.sentence;
    return report(error);
  }
  const std::set<ObjectId> skipped = touched(applied, false);
  const Report before = pipeline.report(applied);
  const Report now = pipeline.report(**after);
  std::set<ObjectId> ours;  // with the tables, types … that they are part of: side effects count
  for (const ObjectId& id : touched(applied, true)) {
    ours.insert(id);
    ours.insert(shown_beneath(before, id));
  }
  std::set<ObjectId> known;  // refused by this build, or undecided: they remain
  for (const auto* list : {&applied.plan().refusals, &applied.plan().undecided}) {
    for (const Refusal& refusal : *list) known.insert(refusal.object);
  }
  // On something of it, or on what has that from a parent.
  const Catalog& live = (*after)->planning.live;
  const auto is_near = [&](const ObjectId& id) {
    const ObjectId shown = shown_beneath(now, id);
    if (ours.contains(shown) || ours.contains(id.of != Kind::none ? id.target() : id)) return true;
    const std::vector<ObjectId> above = ancestors_of(live, shown);
    return std::any_of(above.begin(), above.end(),
                       [&](const ObjectId& table) { return ours.contains(table); });
  };
  std::vector<const Change*> bugs;
  std::vector<const Change*> foreign;
  for (const Change& change : (*after)->plan().changes) {
    if (skipped.contains(change.id) || is_held_by((*after)->planning.live, change.id, known)) {
      continue;
    }
    // The owner of what is not made: no step gives it one.
    if (change.id.of != Kind::none && is_held_by(live, change.id, skipped)) continue;
    // A rebuild around something that is still refused.
    if (change.rebuild) continue;
    (is_near(change.id) ? bugs : foreign).push_back(&change);
  }
  if (bugs.empty() && foreign.empty()) {
    return verify_rows(applied, **after, [&](const TableRows& rows) {
      return skipped.contains(rows.id) || known.contains(rows.id);
    });
  }
  const bool our_bug = !bugs.empty();
  if (our_bug) {
    complain(
        "all steps are done, and yet the database is not as declared: this is a bug of schemadiff",
        "please report it with what follows and, if you can, the schema");
  } else {
    complain(
        "all steps are done, but something differs now that this plan did not touch: "
        "another session may be changing the schema",
        "run apply again, when it is done");
  }
  say(plan_text(now, options, Terminal::color_on_stderr()));
  return our_bug ? kExitInternal : kExitError;
}

void list_broad_allowances(const Verdict& verdict) {
  if (verdict.broadly.empty()) return;
  say("Allowed by a bare --allow:");
  for (const Hazard* hazard : verdict.broadly) {
    say("  " + allowance_for(*hazard) + "  " + hazard->sentence);
  }
}

class Apply {
 public:
  explicit Apply(const Options& options) : options_(options) {}

  int run() {
    auto pipeline = Pipeline::open("", options_.to, options_, timings_);
    if (!pipeline) return report(pipeline.error());
    pipeline_ = std::move(*pipeline);
    const int code = apply();
    show_timings(options_, timings_);
    return code;
  }

 private:
  int apply() {
    auto comparison = pipeline_->compare();
    if (!comparison) return report(comparison.error());
    comparison_ = std::move(*comparison);
    while (true) {
      show(comparison_->plan());
      if (const auto code = nothing_to_run()) return *code;
      if (!options_.auto_approve) {
        if (!can_ask(options_)) {
          complain("apply needs your consent and there is no terminal to ask on",
                   "read the plan and run again with --auto-approve");
          return kExitUsage;
        }
        if (!confirm("Apply these changes to " + pipeline_->live_name() + "?")) {
          say("Nothing was changed.");
          return kExitError;
        }
      }
      Session& session = *pipeline_->session();
      // Progress and Ctrl-C from here on: whatever runs is cancelled and accounted for.
      const InterruptScope scope([&session] { session.cancel(); });
      TerminalProgress progress(options_.quiet);
      ApplyOptions apply_options;
      apply_options.lock_timeout = options_.lock_timeout;
      apply_options.statement_timeout = options_.statement_timeout;
      apply_options.interrupted = &InterruptScope::flag();
      auto lock = ApplyLock::take(session, apply_options, progress);
      if (!lock) return report(lock.error());
      auto now = pipeline_->compare();
      if (!now) return report(now.error());
      const bool same = fingerprint(**now) == fingerprint(*comparison_);
      comparison_ = std::move(*now);
      if (!same) {
        if (options_.auto_approve) {
          complain("the database changed since the plan was made; nothing was done",
                   "run apply again: it plans anew");
          return kExitError;
        }
        warn("the database changed since the plan was made; this is the plan now:");
        continue;
      }
      list_broad_allowances(comparison_->verdict);
      return run_steps(session, apply_options, progress);
    }
  }

  void show(const Plan& plan) {
    if (options_.quiet && (options_.auto_approve || plan.empty())) return;
    const std::string text =
        plan_text(pipeline_->report(*comparison_), options_, Terminal::color_on_stdout());
    [[maybe_unused]] const auto written = write_output("", text);
  }

  // The exit code for what no step does anything about.
  static int remaining(const Plan& plan) {
    if (!plan.refusals.empty()) return kExitRefused;
    return plan.undecided.empty() ? kExitOk : kExitDifferences;
  }

  // The exit code if no step is to run.
  std::optional<int> nothing_to_run() const {
    const Plan& plan = comparison_->plan();
    const Verdict& verdict = comparison_->verdict;
    if (plan.groups.empty()) return remaining(plan);
    if ((verdict.refuses() || !plan.refusals.empty()) && !options_.skip_refused) {
      complain(verdict.refuses() ? "nothing was done: a step needs your permission"
                                 : "nothing was done: this build can't do all of it",
               verdict.refuses() ? "give --allow as above, or --skip-refused to apply the rest"
                                 : "--skip-refused applies the rest");
      return kExitRefused;
    }
    if (verdict.count(StepState::ready) == 0) {
      complain("nothing was done: every step needs a permission, or waits for one that does");
      return kExitRefused;
    }
    return std::nullopt;
  }

  int run_steps(Session& session, const ApplyOptions& apply_options, TerminalProgress& progress) {
    ApplyReport outcome;
    {
      const Timings::Stage stage(timings_, "execute");
      outcome =
          apply_steps(session, comparison_->plan(), comparison_->verdict, apply_options, progress);
    }
    progress.clear();
    if (outcome.error) return report_failure(*pipeline_, *comparison_, outcome);
    const int verified = verify(*pipeline_, *comparison_, options_);
    if (verified != kExitOk) return verified;
    const size_t done = outcome.count(StepFate::done);
    const size_t skipped = outcome.count(StepFate::not_wanted);
    const Plan& plan = comparison_->plan();
    if (skipped > 0) {
      const std::vector<const Step*> steps = steps_of(plan);
      say(fmt::format("Applied {} of {} steps to {}.", done, steps.size(), pipeline_->live_name()));
      list_steps("refused, or held back with those", steps, outcome.fates, StepFate::not_wanted);
      return kExitRefused;
    }
    if (const int code = remaining(plan); code != kExitOk) {
      say(fmt::format(
          "Applied {} {} to {}; what is listed above as not done or not decidable remains.", done,
          done == 1 ? "step" : "steps", pipeline_->live_name()));
      return code;
    }
    note(fmt::format("Applied {} {}: {} is in sync.", done, done == 1 ? "step" : "steps",
                     pipeline_->live_name()));
    return kExitOk;
  }

  const Options& options_;
  Timings timings_;
  std::unique_ptr<Pipeline> pipeline_;
  std::unique_ptr<Comparison> comparison_;
};

}  // namespace

int run_apply(const Options& options) { return Apply(options).run(); }

}  // namespace schemadiff
