// What has a line of its own wherever findings are shown: a message about a place, with a code.
// Made of a plan or of lint, written as text or as what CI systems read, one file a format.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/lint/lint.h"
#include "engine/render/report.h"

namespace schemadiff {

struct Finding {
  Severity level = Severity::error;
  std::string code;     // "fk-without-index", "drift", "data-loss"
  std::string object;   // "table public.users"
  std::string message;  // one sentence without a full stop; never a value of a row
  std::string hint;     // what to do; may be empty
  std::optional<Place> place;
};

struct Findings {
  std::string title;  // "schemadiff lint"
  std::vector<Finding> list;
  Severity fails_from = Severity::error;  // the least level that makes the command fail

  bool fails(Severity level) const { return level <= fails_from; }
  size_t count(Severity level) const;
};

// "error", "warning", "info".
std::string_view level_word(Severity level);

Findings findings_of(const std::vector<LintFinding>& list,
                     const std::function<std::optional<Place>(SourceSpan)>& place);

enum class PlanFindings : uint8_t {
  changes,  // plan, diff: what is to be done
  drift,    // check: what is not as declared, which is an error
  hazards,  // check --since: what is at stake, and nothing else
};
Findings findings_of(const Report& report, PlanFindings which);

// ---- one file a format
// "schema.sql:3:5: warning: message [code]", and the hint below the first of each code.
std::string render_findings(const Findings& findings, bool color);
// Workflow commands of GitHub Actions: annotations.
std::string render_github(const Findings& findings);
// SARIF 2.1.0.
std::string render_sarif(const Findings& findings, const std::string& version);
// The dialect that Jenkins and GitLab read; what does not make the command fail passes.
std::string render_junit(const Findings& findings);
// For a comment or a step summary; ends with a newline.
std::string render_markdown(const Findings& findings);
// `more`: what is wrong beside the plan (generated files).
std::string render_markdown(const Report& report, const std::vector<Finding>& more);

// ---- parts
// On one line, at most `longest` bytes of it.
std::string one_line(std::string text, size_t longest);
// The file of a place as CI systems want it: relative to the working directory, with slashes.
// nullopt: it is no file there (standard input, a git revision).
std::optional<std::string> file_in_tree(const Place& place);

}  // namespace schemadiff
