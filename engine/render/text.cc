// The plan as a good code review reads: what changes, grouped by object, then the SQL that does it.
#include <algorithm>
#include <map>

#include "engine/base/text.h"
#include "engine/data/row_planner.h"
#include "engine/render/findings.h"
#include "engine/render/line_diff.h"
#include "engine/render/report.h"

namespace schemadiff {
namespace {

struct NumberedStep {
  const Step* step = nullptr;
  size_t number = 0;  // from 1
  StepState state = StepState::ready;
};

struct Group {
  ObjectId root;
  std::vector<const Change*> changes;
  std::vector<NumberedStep> steps;

  const Change* own() const {
    for (const Change* change : changes) {
      if (change->id == root) return change;
    }
    return nullptr;
  }
};

class TextRenderer {
 public:
  TextRenderer(const Report& report, const TextStyle& style) : report_(report), style_(style) {}

  std::string render() {
    const Plan& plan = *report_.plan;
    for (const Diagnostic& diagnostic : plan.notes.list()) show_note(diagnostic);
    if (!plan.notes.list().empty()) out_ += '\n';
    for (const Group& group : groups()) show_group(group);
    show_refusals("Not done by this build, whatever is allowed:", plan.refusals);
    show_refusals("Not decidable here, so neither changed nor called in sync:", plan.undecided);
    show_unmanaged();
    show_summary();
    return std::move(out_);
  }

 private:
  // ---- colours
  std::string paint(const char* code, std::string_view text) const {
    if (!style_.color || text.empty()) return std::string(text);
    return "\033[" + std::string(code) + "m" + std::string(text) + "\033[0m";
  }
  std::string dim(std::string_view text) const { return paint("2", text); }
  std::string bold(std::string_view text) const { return paint("1", text); }
  std::string red(std::string_view text) const { return paint("31", text); }
  std::string green(std::string_view text) const { return paint("32", text); }
  std::string yellow(std::string_view text) const { return paint("33", text); }
  std::string mark(Verb verb) const {
    switch (verb) {
      case Verb::create:
        return green("+");
      case Verb::drop:
        return red("-");
      case Verb::alter:
      case Verb::rename:
        break;
    }
    return yellow("~");
  }

  // ---- lines
  // `text` at an indent, the place where the file says so at the right.
  void line(size_t indent, std::string_view symbol, std::string_view visible,
            std::string_view painted, SourceSpan where) {
    out_.append(indent, ' ');
    out_ += symbol;
    out_ += ' ';
    out_ += painted;
    const std::string place = place_text(report_, where);
    if (!place.empty()) {
      constexpr size_t kColumn = 72;
      const size_t used = indent + 2 + display_width(visible);
      out_.append(used < kColumn ? kColumn - used : 2, ' ');
      out_ += dim(place);
    }
    out_ += '\n';
  }

  static size_t display_width(std::string_view text) {
    return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char c) {
      return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
  }

  void indented(size_t indent, std::string_view text) {
    while (true) {
      const size_t end = text.find('\n');
      const std::string_view row = text.substr(0, end);
      if (!row.empty()) out_.append(indent, ' ');
      out_ += row;
      out_ += '\n';
      if (end == std::string_view::npos) break;
      text.remove_prefix(end + 1);
    }
  }

  // ---- groups
  std::vector<Group> groups() const {
    std::map<ObjectId, Group> by_root;
    const auto of = [&](const ObjectId& id) -> Group& {
      const ObjectId root = shown_beneath(report_, id);
      Group& group = by_root[root];
      group.root = root;
      return group;
    };
    for (const Change& change : report_.plan->changes) of(change.id).changes.push_back(&change);
    size_t number = 0;
    for (const StepGroup& steps : report_.plan->groups) {
      for (const Step& step : steps.steps) {
        const StepState state = number < report_.verdict->states.size()
                                    ? report_.verdict->states[number]
                                    : StepState::ready;
        of(step.object).steps.push_back({&step, ++number, state});
      }
    }
    std::vector<Group> out;
    for (auto& [root, group] : by_root) out.push_back(std::move(group));
    return out;
  }

  // Rows by their keys: "+ exchanges[name=coinbase]", "~ exchanges[name=binance].rest_url: a -> b".
  void show_rows(const Group& group, const TableRows& rows) {
    size_t added = 0;
    size_t changed = 0;
    size_t deleted = 0;
    for (const RowChange& change : rows.changes) {
      ++(change.verb == Verb::create ? added : change.verb == Verb::alter ? changed : deleted);
    }
    std::string tail;
    const auto count = [&](size_t number, const char* word) {
      if (number > 0) tail += (tail.empty() ? "" : ", ") + std::to_string(number) + " " + word;
    };
    count(added, "to add");
    count(changed, "to change");
    count(deleted, "to delete");
    const std::string title = describe(rows.id);
    if (!tail.empty()) tail = "  (" + tail + ")";
    line(0, mark(changed + deleted == 0 && added > 0 ? Verb::create : Verb::alter), title + tail,
         bold(title) + dim(tail), rows.source);
    const std::string table = quote(rows.id.name);
    size_t shown_lines = 0;
    for (const RowChange& change : rows.changes) {
      constexpr size_t kMost = 20;
      if (++shown_lines > kMost && !style_.list_unmanaged) {
        indented(4, dim("… and " + std::to_string(rows.changes.size() - kMost) +
                        " more (-v lists them)"));
        break;
      }
      const std::string row = table + "[" + change.key + "]";
      if (change.verb != Verb::alter) {
        line(4, mark(change.verb), row, row, change.source);
        continue;
      }
      for (const ValueChange& value : change.values) {
        const std::string name = row + "." + quote(value.column);
        const auto text = [&](const std::optional<std::string>& v) {
          return holds_secrets(value.column) ? "(hidden)" : v ? one_line(*v) : "NULL";
        };
        out_ += "    " + mark(Verb::alter) + " " + name + ": " + red(text(value.live)) +
                dim(" -> ") + green(text(value.desired)) + "\n";
      }
    }
    for (const std::string& sequence : rows.sequences) {
      out_ += "    " + mark(Verb::alter) + " " + sequence + "\n";
    }
    std::vector<const Hazard*> shown;
    for (const NumberedStep& step : group.steps) {
      for (const Hazard& hazard : step.step->hazards) show_hazard(4, hazard, shown);
    }
    if (style_.show_sql) {
      out_ += '\n';
      constexpr size_t kSteps = 5;
      const size_t most = style_.list_unmanaged ? group.steps.size() : kSteps;
      for (size_t i = 0; i < group.steps.size() && i < most; ++i) show_step(group.steps[i]);
      if (group.steps.size() > most) {
        indented(4, dim("… and " + std::to_string(group.steps.size() - most) +
                        " more steps (-v shows them)"));
      }
    }
    out_ += '\n';
  }

  void show_group(const Group& group) {
    if (group.root.kind == Kind::rows) {
      for (const TableRows& rows : report_.plan->rows) {
        if (rows.id == group.root) return show_rows(group, rows);
      }
    }
    const Change* own = group.own();
    const Verb verb = own == nullptr || own->rebuild ? Verb::alter : own->verb;
    std::string title = title_of(report_, group.root);
    std::string tail;
    if (own != nullptr && own->verb == Verb::rename)
      tail = " (is " + qualified_name(own->live_id) + " now)";
    // Everything in a table that comes or goes is in its SQL: counting it is enough.
    const bool whole =
        own != nullptr && !own->rebuild && (verb == Verb::create || verb == Verb::drop);
    if (whole) {
      const std::string contents = contents_of(group);
      if (!contents.empty()) tail += "  (" + contents + ")";
    }
    const SourceSpan source = own != nullptr ? own->source : source_of(group.root);
    line(0, mark(verb), title + tail, bold(title) + dim(tail),
         verb == Verb::drop ? SourceSpan{} : source);
    std::vector<const Hazard*> shown;
    if (own != nullptr) show_details(4, *own);
    if (own != nullptr) show_hazards(4, group, own->id, shown);
    if (!whole) {
      for (const Change* change : group.changes) {
        if (change != own && !goes_without_saying(group, *change)) {
          show_member(group, *change, shown);
        }
      }
    }
    // Hazards of steps that are about none of the changes shown.
    for (const NumberedStep& step : group.steps) {
      for (const Hazard& hazard : step.step->hazards) show_hazard(4, hazard, shown);
    }
    if (style_.show_sql && !group.steps.empty()) {
      out_ += '\n';
      for (const NumberedStep& step : group.steps) show_step(step);
    }
    out_ += '\n';
  }

  // The default of a new column stands in its line; what is on a dropped one goes with it.
  static bool goes_without_saying(const Group& group, const Change& change) {
    if (change.verb != Verb::create && change.verb != Verb::drop) return false;
    if (change.id.kind == Kind::owner && change.verb == Verb::create) return true;
    const bool is_comment = change.id.of != Kind::none;
    if (is_comment && change.verb == Verb::create) return false;
    if (!is_comment && change.id.kind != Kind::column_default) return false;
    const ObjectId owner =
        is_comment ? change.id.target() : change.id.with_sub(Kind::column, change.id.sub);
    return std::any_of(group.changes.begin(), group.changes.end(), [&](const Change* other) {
      return other->id == owner && other->verb == change.verb && !other->rebuild;
    });
  }

  void show_member(const Group& group, const Change& change, std::vector<const Hazard*>& shown) {
    std::string name;
    if (change.id.kind == Kind::default_privilege || change.id.kind == Kind::published_table ||
        change.id.kind == Kind::published_schema) {
      name = describe(change.id);
    } else if (change.id.of != Kind::none) {
      name = std::string(kind_word(change.id.kind));
      if (!change.id.grantee.empty()) name += " of " + grantee_name(change.id.grantee);
      if (change.id.target() != group.root) {
        name += " on " + std::string(kind_word(change.id.of)) + " " +
                (change.id.sub.empty() ? qualified_name(change.id.target()) : quote(change.id.sub));
      }
    } else {
      name = std::string(kind_word(change.id.kind)) + " " +
             (change.id.sub.empty() ? quote(change.id.name) : quote(change.id.sub));
    }
    std::string tail = change.verb == Verb::create ? definition_of(change.id) : "";
    if (change.verb == Verb::rename) {
      tail = "is " +
             (change.live_id.sub.empty() ? quote(change.live_id.name) : quote(change.live_id.sub)) +
             " now";
    }
    if (!tail.empty()) tail = "  " + tail;
    line(4, mark(change.rebuild ? Verb::alter : change.verb), name + tail, name + dim(tail),
         change.verb == Verb::drop ? SourceSpan{} : change.source);
    show_details(8, change);
    show_hazards(8, group, change.id, shown);
  }

  void show_details(size_t indent, const Change& change) {
    if (change.rebuild) {
      std::string text = "is dropped and comes back as it was";
      if (!change.reason.empty()) text += ": " + change.reason;
      indented(indent, dim(text));
    } else if (!change.reason.empty()) {
      indented(indent, dim(change.reason));
    }
    for (const FieldChange& field : change.fields.list()) show_field(indent, field);
  }

  void show_field(size_t indent, const FieldChange& field) {
    constexpr size_t kLongest = 90;
    const bool multiline =
        field.live.find('\n') != std::string::npos || field.desired.find('\n') != std::string::npos;
    out_.append(indent, ' ');
    out_ += field.name + ":";
    if (!multiline && field.live.size() + field.desired.size() <= kLongest) {
      out_ += " " + red(field.live) + dim(" -> ") + green(field.desired) + "\n";
      return;
    }
    out_ += '\n';
    for (const DiffLine& row : line_diff(field.live, field.desired, 2)) {
      std::string text = std::string(1, row.mark == '~' ? ' ' : row.mark) + " " +
                         (row.mark == '~' ? "… " + row.text : row.text);
      while (!text.empty() && text.back() == ' ') text.pop_back();
      out_.append(indent + 2, ' ');
      out_ += row.mark == '-' ? red(text) : row.mark == '+' ? green(text) : dim(text);
      out_ += '\n';
    }
  }

  void show_hazards(size_t indent, const Group& group, const ObjectId& id,
                    std::vector<const Hazard*>& shown) {
    for (const NumberedStep& step : group.steps) {
      for (const Hazard& hazard : step.step->hazards) {
        if (step.step->object == id || hazard.object == id) show_hazard(indent, hazard, shown);
      }
    }
  }

  void show_hazard(size_t indent, const Hazard& hazard, std::vector<const Hazard*>& shown) {
    if (std::find(shown.begin(), shown.end(), &hazard) != shown.end()) return;
    shown.push_back(&hazard);
    const auto& missing = report_.verdict->missing;
    const bool refused = std::find(missing.begin(), missing.end(), &hazard) != missing.end();
    const std::string word(hazard_word(hazard.code));
    out_.append(indent, ' ');
    out_ += (refused ? red("! " + word) : yellow("! " + word)) + "  " + hazard.sentence + "\n";
    if (refused) {
      out_.append(indent + 2, ' ');
      out_ += "needs --allow " + shell_word(allowance_for(hazard)) + "\n";
    } else if (needs_allowance(hazard.code)) {
      out_.append(indent + 2, ' ');
      out_ += dim("allowed") + "\n";
    }
  }

  void show_step(const NumberedStep& step) {
    const std::string label = "[" + std::to_string(step.number) + "] ";
    constexpr size_t kIndent = 4;
    std::string note;
    if (step.state == StepState::refused) note = "refused";
    if (step.state == StepState::held_back) note = "held back: needs a refused step";
    // Under public alone the SQL reads as everybody expects.
    if (step.step->path && !step.step->path->sql.empty() &&
        step.step->path->sql != Identifier("public")) {
      note +=
          (note.empty() ? "" : "; ") + std::string("search_path = ") + step.step->path->sql.str();
    }
    if (!note.empty()) {
      out_.append(kIndent + label.size(), ' ');
      out_ += step.state == StepState::ready ? dim("-- " + note) : red("-- " + note);
      out_ += '\n';
    }
    out_.append(kIndent, ' ');
    out_ += dim(label);
    std::string_view sql = step.step->sql_for_people();
    const size_t first = sql.find('\n');
    out_ += std::string(sql.substr(0, first));
    if (first != std::string_view::npos) {
      out_ += '\n';
      const std::string rest = std::string(sql.substr(first + 1)) + ";";
      indented(kIndent + label.size(), rest);
    } else {
      out_ += ";\n";
    }
    if (style_.explain) explain(*step.step, kIndent + label.size());
  }

  void explain(const Step& step, size_t indent) {
    std::string why = step.reason;
    if (why.empty() && step.verb == Verb::create) why = "it is declared, and not there";
    if (why.empty() && step.verb == Verb::drop) why = "it is there, and not declared";
    const std::string place = place_text(report_, step.source);
    if (!place.empty()) why += (why.empty() ? "" : " ") + std::string("(") + place + ")";
    if (!why.empty()) indented(indent, dim("-- because: " + one_line(why)));
    if (step.after.empty()) return;
    constexpr size_t kMost = 8;
    std::string before;
    for (size_t i = 0; i < std::min(step.after.size(), kMost); ++i) {
      before += (i == 0 ? "[" : ", [") + std::to_string(step.after[i] + 1) + "]";
    }
    if (step.after.size() > kMost) {
      before += " and " + std::to_string(step.after.size() - kMost) + " more";
    }
    indented(indent, dim("-- needs first: " + before));
  }

  // ---- what is in them
  SourceSpan source_of(const ObjectId& id) const {
    const ObjectBase* object =
        report_.desired == nullptr ? nullptr : report_.desired->find_base(id);
    return object == nullptr ? SourceSpan{} : object->source;
  }

  std::string contents_of(const Group& group) const {
    std::map<Kind, size_t> counts;
    for (const Change* change : group.changes) {
      if (change->id != group.root && change->id.kind != Kind::column_default)
        if (change->id.kind != Kind::owner) ++counts[change->id.kind];
    }
    std::string out;
    for (const auto& [kind, count] : counts) {
      if (!out.empty()) out += ", ";
      const std::string word(kind_word(kind));
      if (count == 1 || word.ends_with("s")) {
        out += std::to_string(count) + " " + word;
      } else if (word.ends_with("y")) {
        out += std::to_string(count) + " " + word.substr(0, word.size() - 1) + "ies";
      } else {
        out += std::to_string(count) + " " + word + (word.ends_with("x") ? "es" : "s");
      }
    }
    return out;
  }

  // A few words on something new: enough to recognise it, the SQL has the rest.
  std::string definition_of(const ObjectId& id) const {
    if (report_.desired == nullptr) return "";
    if (const Column* column = report_.desired->find<Column>(id)) {
      const auto* value =
          report_.desired->find<ColumnDefault>(id.with_sub(Kind::column_default, id.sub));
      return one_line(column->type.sql + (column->not_null ? " not null" : "") +
                      (value == nullptr ? "" : " default " + value->expression.text));
    }
    if (const ColumnDefault* value = report_.desired->find<ColumnDefault>(id)) {
      return one_line(display(value->expression));
    }
    if (const Constraint* constraint = report_.desired->find<Constraint>(id)) {
      return one_line(definition_of(*constraint));
    }
    if (const Index* index = report_.desired->find<Index>(id)) {
      return one_line(std::string(index->unique ? "unique " : "") + index->method.str() + " (" +
                      display(index->elements) + ")");
    }
    if (const Comment* comment = report_.desired->find<Comment>(id)) {
      return one_line(quote_literal(comment->text));
    }
    if (const Privilege* privilege = report_.desired->find<Privilege>(id)) {
      return display(privilege->privileges);
    }
    if (const DefaultPrivilege* privilege = report_.desired->find<DefaultPrivilege>(id)) {
      return display(privilege->privileges);
    }
    return "";
  }

  static std::string definition_of(const Constraint& constraint) {
    switch (constraint.type) {
      case ConstraintType::check:
        return "check (" + constraint.check.text + ")";
      case ConstraintType::foreign_key:
        if (!constraint.foreign_key) break;
        return "(" + display(constraint.columns) + ") " + display(*constraint.foreign_key);
      default:
        break;
    }
    return display(constraint.type) +
           (constraint.columns.empty() ? "" : " (" + display(constraint.columns) + ")");
  }

  static std::string one_line(std::string text) {
    constexpr size_t kLongest = 80;
    return schemadiff::one_line(std::move(text), kLongest);
  }

  static std::string shell_word(const std::string& text) {
    const bool plain = text.find_first_of(" \"'$`\\!*?[](){}<>|&;#~\t") == std::string::npos;
    if (plain) return text;
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
  }

  // ---- the end of the report
  void show_note(const Diagnostic& diagnostic) {
    const std::string place = place_text(report_, diagnostic.where);
    const char* word = diagnostic.severity == Severity::note ? "note" : "warning";
    out_ += yellow(std::string(word) + ":") + " " + (place.empty() ? "" : place + ": ") +
            diagnostic.message + "\n";
    if (!diagnostic.hint.empty()) indented(2, dim(diagnostic.hint));
  }

  void show_refusals(const char* title, const std::vector<Refusal>& refusals) {
    if (refusals.empty()) return;
    out_ += bold(title) + "\n";
    for (const Refusal& refusal : refusals) {
      const std::string name = describe(refusal.object);
      line(2, red("!"), name, name, refusal.source);
      if (!refusal.reason.empty()) indented(6, refusal.reason);
      if (!refusal.hint.empty()) indented(6, dim(refusal.hint));
    }
    out_ += '\n';
  }

  void show_unmanaged() {
    const auto& unmanaged = report_.plan->unmanaged;
    if (unmanaged.empty()) return;
    std::string counts;
    for (const auto& [word, names] : unmanaged) {
      if (!counts.empty()) counts += ", ";
      counts += counted(names.size(), word);
    }
    out_ += dim("Left alone: " + counts + (style_.list_unmanaged ? "" : " (-v lists them)")) + "\n";
    if (!style_.list_unmanaged) return;
    for (const auto& [word, names] : unmanaged) {
      for (const std::string& name : names) out_ += dim("  " + word + " " + name) + "\n";
    }
  }

  void show_summary() {
    const Plan& plan = *report_.plan;
    if (plan.empty()) {
      out_ += green("In sync:") + " " + report_.from + " is as " + report_.to + " declares.\n";
      return;
    }
    if (plan.groups.empty()) {
      out_ += "Nothing to run; " +
              counted(plan.refusals.size() + plan.undecided.size(), "difference") + " as listed.\n";
      return;
    }
    const ChangeCounts counts = count_changes(report_);
    size_t transactions = 0;
    size_t alone = 0;
    for (const StepGroup& group : plan.groups) ++(group.transactional ? transactions : alone);
    out_ += bold("Plan:") + " " + std::to_string(counts.created) + " to create, " +
            std::to_string(counts.altered) + " to alter, " + std::to_string(counts.dropped) +
            " to drop; ";
    if (!plan.rows.empty()) {
      const RowCounts rows = count_rows(plan);
      out_ += counted(rows.added, "row") + " to add, " + std::to_string(rows.changed) +
              " to change, " + std::to_string(rows.deleted) + " to delete; ";
    }
    out_ += counted(plan.step_count(), "step");
    if (transactions > 0) out_ += " in " + counted(transactions, "transaction");
    if (alone > 0) {
      out_ += (transactions > 0 ? ", " : " of which ") + std::to_string(alone) +
              " outside of any transaction";
    }
    out_ += ".\n";
    if (!report_.verdict->refuses()) return;
    const size_t refused = report_.verdict->count(StepState::refused);
    const size_t held = report_.verdict->count(StepState::held_back);
    out_ += red(counted(refused, "step") + (refused == 1 ? " is" : " are") + " refused") +
            (held == 0 ? ""
                       : " and " + std::to_string(held) + " held back with " +
                             (refused == 1 ? "it" : "them")) +
            ". To permit" + (refused == 1 ? " it:" : " them:") + "\n";
    std::vector<std::string> wanted;
    for (const Hazard* hazard : report_.verdict->missing) {
      const std::string flag = "  --allow " + shell_word(allowance_for(*hazard));
      if (std::find(wanted.begin(), wanted.end(), flag) == wanted.end()) wanted.push_back(flag);
    }
    for (const std::string& flag : wanted) out_ += flag + "\n";
  }

  const Report& report_;
  const TextStyle& style_;
  std::string out_;
};

}  // namespace

std::string render_text(const Report& report, const TextStyle& style) {
  return TextRenderer(report, style).render();
}

}  // namespace schemadiff
