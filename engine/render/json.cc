// The plan for programs: the document that docs/plan-json.md describes.
#include <nlohmann/json.hpp>

#include <algorithm>

#include "engine/render/report.h"

namespace schemadiff {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kSchemaVersion = 1;

Json object_json(const ObjectId& id) {
  Json out = {{"kind", kind_word(id.kind)}, {"name", qualified_name(id)}};
  if (id.of != Kind::none) out["of"] = kind_word(id.of);
  if (!id.grantee.empty()) out["grantee"] = grantee_name(id.grantee);
  return out;
}

class JsonRenderer {
 public:
  explicit JsonRenderer(const Report& report) : report_(report) {}

  Json render(const std::string& version, int exit_code) {
    const Plan& plan = *report_.plan;
    const ChangeCounts counts = count_changes(report_);
    Json out = {{"schema_version", kSchemaVersion},
                {"tool", "schemadiff " + version},
                {"exit_code", exit_code},
                {"from", report_.from},
                {"to", report_.to},
                {"in_sync", plan.empty()},
                {"summary",
                 {{"create", counts.created},
                  {"alter", counts.altered},
                  {"drop", counts.dropped},
                  {"steps", plan.step_count()},
                  {"refused", report_.verdict->count(StepState::refused)},
                  {"held_back", report_.verdict->count(StepState::held_back)}}}};
    out["changes"] = Json::array();
    for (const Change& change : plan.changes) out["changes"].push_back(change_json(change));
    out["rows"] = Json::array();
    for (const TableRows& rows : plan.rows) out["rows"].push_back(rows_json(rows));
    out["groups"] = Json::array();
    size_t number = 0;
    for (const StepGroup& group : plan.groups) {
      Json steps = Json::array();
      for (const Step& step : group.steps) steps.push_back(step_json(step, number++));
      out["groups"].push_back(
          {{"transactional", group.transactional}, {"steps", std::move(steps)}});
    }
    out["refusals"] = refusals_json(plan.refusals);
    out["undecided"] = refusals_json(plan.undecided);
    out["unmanaged"] = Json::object();
    for (const auto& [word, names] : plan.unmanaged) out["unmanaged"][word] = names;
    out["notes"] = Json::array();
    for (const Diagnostic& note : plan.notes.list()) {
      Json item = {{"severity", note.severity == Severity::note      ? "note"
                                : note.severity == Severity::warning ? "warning"
                                                                     : "error"},
                   {"message", note.message}};
      if (!note.hint.empty()) item["hint"] = note.hint;
      add_source(item, note.where);
      out["notes"].push_back(std::move(item));
    }
    return out;
  }

 private:
  void add_source(Json& out, SourceSpan where) const {
    if (!where.known() || !report_.place) return;
    if (const auto place = report_.place(where)) {
      out["source"] = {{"file", place->file}, {"line", place->line}, {"column", place->column}};
    }
  }

  Json rows_json(const TableRows& rows) const {
    const auto text = [](const std::optional<std::string>& value) {
      return value ? Json(*value) : Json(nullptr);
    };
    Json out = {{"table", qualified_name(rows.id)},
                {"changes", Json::array()},
                {"sequences", rows.sequences}};
    for (const RowChange& row : rows.changes) {
      Json change = {{"verb", verb_word(row.verb)}, {"key", row.key}};
      if (row.verb == Verb::alter) {
        change["values"] = Json::array();
        for (const ValueChange& value : row.values) {
          change["values"].push_back({{"column", value.column.str()},
                                      {"live", text(value.live)},
                                      {"desired", text(value.desired)}});
        }
      }
      add_source(change, row.source);
      out["changes"].push_back(std::move(change));
    }
    add_source(out, rows.source);
    return out;
  }

  Json change_json(const Change& change) const {
    Json out = {{"verb", verb_word(change.verb)}, {"object", object_json(change.id)}};
    if (change.live_id != change.id) out["live_object"] = object_json(change.live_id);
    out["rebuild"] = change.rebuild;
    if (!change.reason.empty()) out["reason"] = change.reason;
    out["fields"] = Json::array();
    for (const FieldChange& field : change.fields.list()) {
      out["fields"].push_back(
          {{"name", field.name}, {"live", field.live}, {"desired", field.desired}});
    }
    add_source(out, change.source);
    return out;
  }

  Json step_json(const Step& step, size_t index) const {
    const StepState state = report_.verdict->states[index];
    Json out = {{"number", index + 1},
                {"verb", verb_word(step.verb)},
                {"object", object_json(step.object)},
                {"sql", step.sql_for_output()},
                {"state", state == StepState::ready     ? "ready"
                          : state == StepState::refused ? "refused"
                                                        : "held_back"},
                {"lock", lock_word(step.lock)},
                {"rewrites", step.rewrites},
                {"scans", step.scans}};
    if (step.path)
      out["search_path"] = step.path->sql.empty() ? "pg_catalog" : step.path->sql.str();
    if (!step.reason.empty()) out["reason"] = step.reason;
    out["hazards"] = Json::array();
    const auto& missing = report_.verdict->missing;
    for (const Hazard& hazard : step.hazards) {
      Json item = {
          {"code", hazard_word(hazard.code)},
          {"sentence", hazard.sentence},
          {"object", object_json(hazard.object)},
          {"needs_allowance", needs_allowance(hazard.code)},
          {"allowed", std::find(missing.begin(), missing.end(), &hazard) == missing.end()}};
      if (needs_allowance(hazard.code)) item["allow"] = allowance_for(hazard);
      out["hazards"].push_back(std::move(item));
    }
    add_source(out, step.source);
    return out;
  }

  Json refusals_json(const std::vector<Refusal>& refusals) const {
    Json out = Json::array();
    for (const Refusal& refusal : refusals) {
      Json item = {{"object", object_json(refusal.object)}, {"reason", refusal.reason}};
      if (!refusal.hint.empty()) item["hint"] = refusal.hint;
      add_source(item, refusal.source);
      out.push_back(std::move(item));
    }
    return out;
  }

  const Report& report_;
};

}  // namespace

std::string render_json(const Report& report, const std::string& version, int exit_code) {
  return JsonRenderer(report)
             .render(version, exit_code)
             .dump(2, ' ', false, Json::error_handler_t::replace) +
         "\n";
}

}  // namespace schemadiff
