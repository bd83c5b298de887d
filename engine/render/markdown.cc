// A summary for a pull request: what is read first is on top, the SQL is folded.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/base/text.h"
#include "engine/render/findings.h"

namespace schemadiff {
namespace {

// GitHub cuts comments at 64 KiB.
constexpr size_t kMostRows = 100;
constexpr size_t kMostSql = 30'000;

// Text of a database inside a paragraph or a table cell: nothing in it is Markdown or HTML.
std::string markdown_text(const std::string& text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '\n':
      case '\r':
        out += ' ';
        break;
      case '\\':
      case '`':
      case '*':
      case '_':
      case '[':
      case ']':
      case '|':
      case '~':
      case '#':
      case '@':  // nobody is notified
        out += '\\';
        [[fallthrough]];
      default:
        out += c;
    }
  }
  return out;
}

std::string place_of(const Finding& finding) {
  return finding.place
             ? markdown_text(finding.place->file) + ":" + std::to_string(finding.place->line)
             : "";
}

const char* sign_of(Severity level) {
  return level == Severity::error     ? "❌ error"
         : level == Severity::warning ? "⚠️ warning"
                                      : "ℹ️ info";
}

std::string table_of(const std::vector<Finding>& list) {
  std::string out = "| | where | what | code |\n|---|---|---|---|\n";
  for (size_t i = 0; i < list.size() && i < kMostRows; ++i) {
    const Finding& finding = list[i];
    const std::string hint = finding.hint.empty() ? "" : "<br>" + markdown_text(finding.hint);
    out += fmt::format("| {} | {} | {}{} | {} |\n", sign_of(finding.level), place_of(finding),
                       markdown_text(finding.message), hint, markdown_text(finding.code));
  }
  if (list.size() > kMostRows) out += fmt::format("\n… and {} more.\n", list.size() - kMostRows);
  return out;
}

// A fence that no run of backticks in the text closes.
std::string fenced(const std::string& text) {
  size_t longest = 2;
  size_t run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  return fence + "sql\n" + text + fence + "\n";
}

std::string sql_of(const Report& report) {
  std::string sql;
  size_t number = 0;
  for (const StepGroup& group : report.plan->groups) {
    for (const Step& step : group.steps) {
      const StepState state = report.verdict->states[number++];
      if (sql.size() > kMostSql) continue;
      sql += fmt::format("-- [{}]{}\n", number,
                         state == StepState::refused     ? " refused"
                         : state == StepState::held_back ? " held back with a refused one"
                                                         : "");
      // `shown` is without the values of rows that are nobody's business.
      sql += step.sql_for_people() + ";\n";
    }
  }
  if (sql.empty()) return "";
  if (sql.size() > kMostSql) sql += "-- … the rest is left out here\n";
  return "\n<details>\n<summary>SQL (" + counted(report.plan->step_count(), "step") +
         ")</summary>\n\n" + fenced(sql) + "\n</details>\n";
}

}  // namespace

std::string render_markdown(const Findings& findings) {
  std::string out = "### " + findings.title + ": ";
  if (findings.list.empty()) return out + "no findings\n";
  std::string counts;
  for (const Severity level : {Severity::error, Severity::warning, Severity::note}) {
    const size_t count = findings.count(level);
    if (count == 0) continue;
    counts += (counts.empty() ? "" : ", ") + (level == Severity::note
                                                  ? std::to_string(count) + " info"
                                                  : counted(count, std::string(level_word(level))));
  }
  return out + counts + "\n\n" + table_of(findings.list);
}

std::string render_markdown(const Report& report, const std::vector<Finding>& more) {
  const Plan& plan = *report.plan;
  std::string out;
  if (plan.empty()) {
    out = "### schemadiff: in sync\n\n" + markdown_text(report.from) + " is as " +
          markdown_text(report.to) + " declares.\n";
  } else {
    const ChangeCounts counts = count_changes(report);
    const RowCounts rows = count_rows(plan);
    out = fmt::format("### schemadiff: {} to create, {} to alter, {} to drop\n\n", counts.created,
                      counts.altered, counts.dropped);
    out += "From " + markdown_text(report.from) + " to " + markdown_text(report.to) + ": " +
           counted(plan.step_count(), "step");
    if (rows.added + rows.changed + rows.deleted > 0) {
      out += fmt::format("; rows: {} to add, {} to change, {} to delete", rows.added, rows.changed,
                         rows.deleted);
    }
    const size_t refused = report.verdict->count(StepState::refused);
    if (refused > 0) out += fmt::format("; **{} refused**", counted(refused, "step"));
    out += ".\n\n";
    out += table_of(findings_of(report, PlanFindings::changes).list);
    out += sql_of(report);
  }
  if (!plan.notes.list().empty()) out += "\n";
  for (const Diagnostic& note : plan.notes.list()) {
    const std::string place = place_text(report, note.where);
    out += "- " + (place.empty() ? "" : markdown_text(place) + ": ") + markdown_text(note.message) +
           (note.hint.empty() ? "" : "<br>" + markdown_text(note.hint)) + "\n";
  }
  if (!more.empty()) out += "\n" + table_of(more);
  return out;
}

}  // namespace schemadiff
