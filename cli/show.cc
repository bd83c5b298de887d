#include "cli/show.h"

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/generation.h"
#include "cli/terminal.h"
#include "cli/version.h"

namespace schemadiff {
namespace {

int exit_code_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage:
      return kExitUsage;
    case ErrorCode::refused:
      return kExitRefused;
    case ErrorCode::interrupted:
      return kExitInterrupted;
    default:
      return kExitError;
  }
}

int finish(const std::string& text, const Options& options, const Timings& timings, int code) {
  const auto written = write_output(options.output, text);
  show_timings(options, timings);
  return written ? code : schemadiff::report(written.error());
}

}  // namespace

int report(const Error& error) {
  std::string sentence = error.sentence;
  if (error.nothing_done) sentence += "; nothing was changed";
  // Mistakes in files have been shown one by one: their sum needs no "error:" in front.
  if (error.code == ErrorCode::input && error.hint.empty() && error.statement.empty()) {
    say(sentence);
    return kExitError;
  }
  if (!error.sqlstate.empty()) sentence += " (SQLSTATE " + error.sqlstate + ")";
  complain(sentence, error.hint);
  if (!error.statement.empty() && Terminal::verbosity() > 0) say("  statement: " + error.statement);
  return exit_code_of(error.code);
}

std::string plan_text(const Report& report, const Options& options, bool color) {
  TextStyle style;
  style.color = color;
  style.list_unmanaged = options.verbose > 0;
  style.explain = options.explain;
  return render_text(report, style);
}

void show_timings(const Options& options, const Timings& timings) {
  if (options.timings) say(timings.json());
}

int show_plan(const Report& report, const Options& options, const Timings& timings, int code,
              PlanFindings which, const std::vector<Finding>& more) {
  std::string text;
  switch (options.format) {
    case Format::text:
      if (which == PlanFindings::hazards)
        return show_findings(findings_of(report, which), options, timings, code);
      if (!options.quiet || !report.plan->empty())
        text = plan_text(report, options, Terminal::color_on_stdout());
      break;
    case Format::sql:
      text = render_sql(report, kSchemadiffVersion);
      break;
    case Format::json:
      text = render_json(report, kSchemadiffVersion, code);
      break;
    case Format::markdown:
      text = render_markdown(report, more);
      break;
    case Format::github:
    case Format::sarif:
    case Format::junit: {
      Findings findings = findings_of(report, which);
      findings.list.insert(findings.list.end(), more.begin(), more.end());
      return show_findings(findings, options, timings, code);
    }
  }
  const int shown = finish(text, options, timings, code);
  if (options.format != Format::markdown) show_stale(more);
  return shown;
}

int show_findings(const Findings& findings, const Options& options, const Timings& timings,
                  int code) {
  std::string text;
  switch (options.format) {
    case Format::markdown:
      text = render_markdown(findings);
      break;
    case Format::github:
      text = render_github(findings);
      break;
    case Format::sarif:
      text = render_sarif(findings, kSchemadiffVersion);
      break;
    case Format::junit:
      text = render_junit(findings);
      break;
    default:
      text = render_findings(findings, Terminal::color_on_stdout());
  }
  return finish(text, options, timings, code);
}

}  // namespace schemadiff
