#include "engine/render/findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

namespace schemadiff {
namespace {

constexpr size_t kLongestMessage = 300;

class PlanWalk {
 public:
  PlanWalk(const Report& report, PlanFindings which) : report_(report), which_(which) {}

  Findings run() {
    if (which_ != PlanFindings::hazards) {
      changes();
      rows();
    }
    hazards();
    refusals(report_.plan->refusals, "not-done", "can't be done by this build");
    refusals(report_.plan->undecided, "not-decidable", "can't be decided here");
    return std::move(out_);
  }

 private:
  bool is_drift() const { return which_ == PlanFindings::drift; }

  // Of something that no file has, where the file has what it belongs to.
  std::optional<Place> place_of(const ObjectId& id, SourceSpan source) const {
    if (!report_.place) return std::nullopt;
    if (!source.known() && report_.desired != nullptr) {
      const ObjectBase* root = report_.desired->find_base(shown_beneath(report_, id));
      if (root != nullptr) source = root->source;
    }
    return source.known() ? report_.place(source) : std::nullopt;
  }

  void add(Severity level, std::string code, const ObjectId& id, SourceSpan source,
           const std::string& message, std::string hint = "") {
    Finding finding;
    finding.level = level;
    finding.code = std::move(code);
    finding.object = describe(id);
    finding.message = one_line(message, kLongestMessage);
    finding.hint = std::move(hint);
    finding.place = place_of(id, source);
    out_.list.push_back(std::move(finding));
  }

  void changes() {
    std::set<ObjectId> whole;  // all in a table that comes or goes, comes or goes with it
    for (const Change& change : report_.plan->changes) {
      const bool comes_or_goes = change.verb == Verb::create || change.verb == Verb::drop;
      if (comes_or_goes && !change.rebuild) whole.insert(change.id);
    }
    for (const Change& change : report_.plan->changes) {
      const ObjectId root = shown_beneath(report_, change.id);
      if (change.rebuild || (root != change.id && whole.contains(root))) continue;
      // The default of a new column, the comment on it.
      const ObjectId owner = change.id.kind == Kind::column_default
                                 ? change.id.with_sub(Kind::column, change.id.sub)
                                 : change.id.target();
      if (owner.known() && owner != change.id && whole.contains(owner)) continue;
      add(is_drift() ? Severity::error : Severity::note, is_drift() ? "drift" : "change", change.id,
          change.source, is_drift() ? drift_of(change) : change_of(change));
    }
  }

  static std::string fields_of(const Change& change) {
    std::string out;
    for (const FieldChange& field : change.fields.list()) {
      out += (out.empty() ? "" : "; ") + field.name + ": " + one_line(field.live, 80) + " -> " +
             one_line(field.desired, 80);
    }
    return out;
  }

  std::string drift_of(const Change& change) const {
    const std::string name = title_of(report_, change.id);
    switch (change.verb) {
      case Verb::create:
        return name + " is declared and not there";
      case Verb::drop:
        return name + " is there and not declared";
      case Verb::rename:
        return name + " is called " + qualified_name(change.live_id);
      case Verb::alter:
        break;
    }
    return name + " is not as declared: " + fields_of(change);
  }

  std::string change_of(const Change& change) const {
    const std::string text =
        std::string(verb_word(change.verb)) + " " + title_of(report_, change.id);
    if (change.verb == Verb::rename) return text + ", now " + qualified_name(change.live_id);
    return change.fields.empty() ? text : text + ": " + fields_of(change);
  }

  void rows() {
    for (const TableRows& table : report_.plan->rows) {
      size_t added = 0;
      size_t changed = 0;
      size_t deleted = 0;
      for (const RowChange& row : table.changes) {
        ++(row.verb == Verb::create ? added : row.verb == Verb::alter ? changed : deleted);
      }
      add(is_drift() ? Severity::error : Severity::note, is_drift() ? "drift" : "change", table.id,
          table.source,
          fmt::format(fmt::runtime(is_drift() ? "{} differ: {} missing, {} changed, {} undeclared"
                                              : "{}: {} to add, {} to change, {} to delete"),
                      describe(table.id), added, changed, deleted));
    }
  }

  void hazards() {
    const auto& missing = report_.verdict->missing;
    for (const StepGroup& group : report_.plan->groups) {
      for (const Step& step : group.steps) {
        for (const Hazard& hazard : step.hazards) {
          const bool refused = std::find(missing.begin(), missing.end(), &hazard) != missing.end();
          add(refused ? Severity::error : Severity::warning, std::string(hazard_word(hazard.code)),
              hazard.object.known() ? hazard.object : step.object, step.source,
              title_of(report_, step) + ": " + hazard.sentence,
              refused ? "to permit it: --allow " + allowance_for(hazard) : "");
        }
      }
    }
  }

  void refusals(const std::vector<Refusal>& list, const char* code, const char* what) {
    for (const Refusal& refusal : list) {
      add(Severity::error, code, refusal.object, refusal.source,
          describe(refusal.object) + " " + what + ": " + refusal.reason, refusal.hint);
    }
  }

  const Report& report_;
  PlanFindings which_;
  Findings out_;
};

const char* color_of(Severity level) {
  return level == Severity::error     ? "\033[31;1m"
         : level == Severity::warning ? "\033[33;1m"
                                      : "\033[36m";
}

}  // namespace

std::string_view level_word(Severity level) {
  return level == Severity::error ? "error" : level == Severity::warning ? "warning" : "info";
}

size_t Findings::count(Severity level) const {
  return static_cast<size_t>(
      std::count_if(list.begin(), list.end(), [&](const Finding& f) { return f.level == level; }));
}

Findings findings_of(const std::vector<LintFinding>& list,
                     const std::function<std::optional<Place>(SourceSpan)>& place) {
  Findings out;
  out.title = "schemadiff lint";
  for (const LintFinding& found : list) {
    Finding finding;
    finding.level = found.level;
    finding.code = found.rule->code;
    finding.object = describe(found.object);
    finding.message = found.message;
    finding.hint = found.rule->advice;
    if (found.where.known() && place) finding.place = place(found.where);
    out.list.push_back(std::move(finding));
  }
  return out;
}

Findings findings_of(const Report& report, PlanFindings which) {
  Findings out = PlanWalk(report, which).run();
  out.title = which == PlanFindings::changes ? "schemadiff plan" : "schemadiff check";
  return out;
}

std::string render_findings(const Findings& findings, bool color) {
  const auto paint = [color](const char* code, const std::string& text) {
    return color ? code + text + "\033[0m" : text;
  };
  std::string out;
  std::set<std::string> advised;
  for (const Finding& finding : findings.list) {
    const std::string place = finding.place
                                  ? fmt::format("{}:{}:{}: ", finding.place->file,
                                                finding.place->line, finding.place->column)
                                  : "";
    out += place + paint(color_of(finding.level), std::string(level_word(finding.level)) + ":") +
           " " + finding.message + paint("\033[2m", " [" + finding.code + "]") + "\n";
    if (!finding.hint.empty() && advised.insert(finding.code + finding.hint).second)
      out += "  hint: " + finding.hint + "\n";
  }
  return out;
}

std::string one_line(std::string text, size_t longest) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  if (text.size() <= longest) return text;
  size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

std::optional<std::string> file_in_tree(const Place& place) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (place.file.empty() || !fs::exists(place.file, error)) return std::nullopt;
  const fs::path near = fs::proximate(place.file, error);
  return (error ? fs::path(place.file) : near).generic_string();
}

}  // namespace schemadiff
