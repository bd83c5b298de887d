#include <fmt/format.h>

#include <algorithm>

#include "engine/base/text.h"
#include "engine/data/row_planner.h"
#include "engine/render/html/parts.h"

namespace schemadiff::html {
namespace {

constexpr size_t kMostRows = 20;
constexpr size_t kMostSteps = 100;

std::string value_change(const std::string& live, const std::string& desired) {
  return fmt::format("<del>{}</del> → <ins>{}</ins>", escape_markup(live), escape_markup(desired));
}

std::string hazard_item(const Hazard& hazard, bool is_missing) {
  std::string out = fmt::format("<li class=\"hazard{}\"><b>{}</b> {}", is_missing ? " refused" : "",
                                hazard_word(hazard.code), escape_markup(hazard.sentence));
  if (is_missing) {
    out += fmt::format("<br>needs <code>--allow {}</code>", escape_markup(allowance_for(hazard)));
  } else if (needs_allowance(hazard.code)) {
    out += "<br>allowed";
  }
  return out + "</li>";
}

std::string refusals_block(const char* title, const std::vector<Refusal>& refusals) {
  if (refusals.empty()) return "";
  std::string out = fmt::format("<div class=\"notice bad\"><h3>{}</h3><ul>", title);
  for (const Refusal& refusal : refusals) {
    out += fmt::format("<li><code>{}</code>: {} {}</li>", escape_markup(describe(refusal.object)),
                       escape_markup(refusal.reason), escape_markup(refusal.hint));
  }
  return out + "</ul></div>\n";
}

}  // namespace

std::string badge(Mark mark) {
  return mark == Mark::none ? ""
                            : fmt::format(" <span class=\"badge {0}\">{0}</span>", mark_word(mark));
}

Mark mark_of(Verb verb) {
  return verb == Verb::create ? Mark::added : verb == Verb::drop ? Mark::dropped : Mark::altered;
}

std::string page_of(const ObjectId& id) { return "#table=" + escape_fragment(qualified_name(id)); }

std::string heading_of(Kind kind) {
  if (kind == Kind::constraint) return "Keys and constraints";
  if (kind == Kind::statistics) return "Extended statistics";
  std::string word = counted(0, std::string(kind_word(kind))).substr(2);
  word[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(word[0])));
  return word;
}

Changes::Changes(const Report& report) : report_(report) {
  const auto of = [&](const ObjectId& id) -> Group& {
    // Declared rows are shown with their table.
    if (id.kind == Kind::rows) return groups_[id.container(Kind::table)];
    return groups_[shown_beneath(report, id)];
  };
  for (const Change& change : report.plan->changes) of(change.id).changes.push_back(&change);
  for (const TableRows& rows : report.plan->rows) of(rows.id).rows.push_back(&rows);
  size_t number = 0;
  for (const StepGroup& steps : report.plan->groups) {
    for (const Step& step : steps.steps) {
      const auto& states = report.verdict->states;
      const StepState state = number < states.size() ? states[number] : StepState::ready;
      of(step.object).steps.push_back({&step, ++number, state});
    }
  }
}

std::string Changes::summary() const {
  const Plan& plan = *report_.plan;
  const ChangeCounts counts = count_changes(report_);
  if (plan.empty()) return "In sync: nothing to change";
  std::string out = fmt::format("{} to create, {} to alter, {} to drop", counts.created,
                                counts.altered, counts.dropped);
  if (!plan.rows.empty()) {
    const RowCounts rows = count_rows(plan);
    out += fmt::format("; {} to add, {} to change, {} to delete", counted(rows.added, "row"),
                       rows.changed, rows.deleted);
  }
  const size_t transactions = static_cast<size_t>(
      std::count_if(plan.groups.begin(), plan.groups.end(),
                    [](const StepGroup& group) { return group.transactional; }));
  out += "; " + counted(plan.step_count(), "step");
  if (transactions > 0) out += " in " + counted(transactions, "transaction");
  return out;
}

std::string Changes::remarks() const {
  const Plan& plan = *report_.plan;
  std::string out;
  if (report_.verdict->refuses()) {
    out += fmt::format("<div class=\"notice bad\"><h3>{} refused</h3><p>To permit:</p><ul>",
                       counted(report_.verdict->count(StepState::refused), "step"));
    std::set<std::string> wanted;
    for (const Hazard* hazard : report_.verdict->missing) wanted.insert(allowance_for(*hazard));
    for (const std::string& allowance : wanted) {
      out += fmt::format("<li><code>--allow {}</code></li>", escape_markup(allowance));
    }
    out += "</ul></div>\n";
  }
  out += refusals_block("Not done by this build, whatever is allowed", plan.refusals);
  out +=
      refusals_block("Not decidable here, so neither changed nor called in sync", plan.undecided);
  for (const Diagnostic& note : plan.notes.list()) {
    out += fmt::format("<p class=\"notice\">{}{}{}</p>\n", escape_markup(note.message),
                       note.hint.empty() ? "" : "<br>", escape_markup(note.hint));
  }
  if (!plan.unmanaged.empty()) {
    out += "<details class=\"quiet\"><summary>Left alone</summary><ul>";
    for (const auto& [word, names] : plan.unmanaged) {
      std::string list;
      for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
      out += fmt::format("<li>{}: {}</li>", escape_markup(word), escape_markup(list));
    }
    out += "</ul></details>\n";
  }
  return out;
}

std::string Changes::change_line(const ObjectId& root, const Change& change) const {
  const Mark mark = change.rebuild ? Mark::altered : mark_of(change.verb);
  std::string name;
  if (change.id.of != Kind::none) {
    name = "comment";
    if (change.id.target() != root) {
      name += " on " + std::string(kind_word(change.id.of)) + " " +
              (change.id.sub.empty() ? change.id.name.str() : change.id.sub.str());
    }
  } else if (change.id != root) {
    name = std::string(kind_word(change.id.kind)) + " " +
           (change.id.sub.empty() ? change.id.name.str() : change.id.sub.str());
  }
  std::string out = fmt::format("<li class=\"{}\">{}", mark_word(mark), escape_markup(name));
  if (change.verb == Verb::rename) {
    out += fmt::format(" <span class=\"quiet\">is {} now</span>",
                       escape_markup(change.live_id.sub.empty() ? change.live_id.name.str()
                                                                : change.live_id.sub.str()));
  }
  if (change.rebuild) out += " <span class=\"quiet\">is dropped and comes back as it was</span>";
  if (!change.reason.empty()) {
    out += fmt::format(" <span class=\"quiet\">{}</span>", escape_markup(change.reason));
  }
  const std::string place = change.verb == Verb::drop ? "" : place_text(report_, change.source);
  if (!place.empty()) out += fmt::format("<span class=\"place\">{}</span>", escape_markup(place));
  if (!change.fields.empty()) {
    out += "<dl>";
    for (const FieldChange& field : change.fields.list()) {
      out += fmt::format("<dt>{}</dt><dd>{}</dd>", escape_markup(field.name),
                         value_change(field.live, field.desired));
    }
    out += "</dl>";
  }
  return out + "</li>\n";
}

std::string Changes::rows_lines(const TableRows& rows) const {
  std::string out;
  size_t shown = 0;
  for (const RowChange& change : rows.changes) {
    if (++shown > kMostRows) {
      out += fmt::format("<li class=\"quiet\">… and {} more rows</li>\n",
                         rows.changes.size() - kMostRows);
      break;
    }
    out += fmt::format("<li class=\"{}\">row {}", mark_word(mark_of(change.verb)),
                       escape_markup(change.key));
    const std::string place = place_text(report_, change.source);
    if (!place.empty()) out += fmt::format("<span class=\"place\">{}</span>", escape_markup(place));
    if (!change.values.empty()) {
      out += "<dl>";
      for (const ValueChange& value : change.values) {
        const auto text = [&](const std::optional<std::string>& v) {
          return holds_secrets(value.column) ? "(hidden)" : v ? cut_to_cells(*v, 200) : "NULL";
        };
        out += fmt::format("<dt>{}</dt><dd>{}</dd>", escape_markup(value.column.str()),
                           value_change(text(value.live), text(value.desired)));
      }
      out += "</dl>";
    }
    out += "</li>\n";
  }
  for (const std::string& sequence : rows.sequences) {
    out += fmt::format("<li class=\"altered\">sequence {}</li>\n", escape_markup(sequence));
  }
  return out;
}

// Folded: what its one line says is how many steps there are, and which hazards.
std::string Changes::steps_block(const Group& group) const {
  if (group.steps.empty()) return "";
  const auto& missing = report_.verdict->missing;
  std::string chips;
  std::set<std::string_view> seen;
  std::string hazards;
  for (const NumberedStep& step : group.steps) {
    for (const Hazard& hazard : step.step->hazards) {
      const bool is_missing = std::find(missing.begin(), missing.end(), &hazard) != missing.end();
      if (seen.insert(hazard_word(hazard.code)).second) {
        chips += fmt::format(" <span class=\"chip{}\">{}</span>", is_missing ? " bad" : "",
                             hazard_word(hazard.code));
      }
      hazards += hazard_item(hazard, is_missing);
    }
  }
  std::string out = fmt::format("<details class=\"steps\"><summary>SQL: {}{}</summary>\n",
                                counted(group.steps.size(), "step"), chips);
  if (!hazards.empty()) out += "<ul class=\"hazards\">" + hazards + "</ul>\n";
  for (size_t i = 0; i < group.steps.size(); ++i) {
    if (i == kMostSteps) {
      out += fmt::format("<p class=\"quiet\">… and {} more steps: schemadiff plan shows them</p>",
                         group.steps.size() - kMostSteps);
      break;
    }
    const NumberedStep& step = group.steps[i];
    std::string note;
    if (step.state == StepState::refused) note = "refused";
    if (step.state == StepState::held_back) note = "held back: needs a refused step";
    const std::string& sql = step.step->sql_for_people();
    out += fmt::format(
        "<div class=\"step\"><span class=\"number\">{}</span>{}<pre>{};</pre></div>\n", step.number,
        note.empty() ? "" : "<span class=\"chip bad\">" + note + "</span>", escape_markup(sql));
  }
  return out + "</details>\n";
}

std::string Changes::body(const ObjectId& root, const Group& group) const {
  const auto own = std::find_if(group.changes.begin(), group.changes.end(),
                                [&](const Change* change) { return change->id == root; });
  // Everything in a table that comes or goes is in its SQL.
  const bool whole = own != group.changes.end() && !(*own)->rebuild &&
                     ((*own)->verb == Verb::create || (*own)->verb == Verb::drop);
  std::string lines;
  if (!whole) {
    for (const Change* change : group.changes) lines += change_line(root, *change);
  }
  for (const TableRows* rows : group.rows) lines += rows_lines(*rows);
  if (!lines.empty()) lines = "<ul class=\"changes\">" + lines + "</ul>\n";
  return lines + steps_block(group);
}

std::string Changes::all(const std::function<bool(const ObjectId&)>& has_page) const {
  std::string out;
  for (const auto& [root, group] : groups_) {
    Mark mark = Mark::altered;
    std::string place;
    for (const Change* change : group.changes) {
      if (change->id != root || change->rebuild) continue;
      mark = mark_of(change->verb);
      if (change->verb != Verb::drop) place = place_text(report_, change->source);
    }
    const std::string name = escape_markup(qualified_name(root));
    out += fmt::format(
        "<article class=\"change {}\"><h3><span class=\"kind\">{}</span> {}{}{}</h3>\n{}"
        "</article>\n",
        mark_word(mark), kind_word(root.kind),
        has_page(root) ? fmt::format("<a href=\"{}\">{}</a>", page_of(root), name) : name,
        badge(mark),
        place.empty() ? "" : fmt::format("<span class=\"place\">{}</span>", escape_markup(place)),
        body(root, group));
  }
  return out;
}

std::string Changes::of(const ObjectId& root) const {
  const auto found = groups_.find(root);
  return found == groups_.end() ? "" : body(root, found->second);
}

}  // namespace schemadiff::html
