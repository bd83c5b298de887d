// The plan as a script for psql -v ON_ERROR_STOP=1.
#include <algorithm>

#include "engine/execute/search_path.h"
#include "engine/render/report.h"

namespace schemadiff {
namespace {

// One line of it as a comment: a line break would end the comment.
std::string comment(const std::string& text) {
  std::string line;
  for (const char c : text) {
    const bool blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (blank && line.ends_with(' ')) continue;
    line += blank ? ' ' : c;
  }
  constexpr size_t kLongest = 160;
  if (line.size() > kLongest) {
    size_t end = kLongest;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
    line = line.substr(0, end) + "…";
  }
  return "-- " + line + "\n";
}

std::string commented_out(const std::string& sql) {
  std::string out = "-- ";
  for (const char c : sql) {
    out += c;
    if (c == '\n') out += "-- ";
  }
  return out;
}

// The last line may end in a comment, which would swallow the semicolon.
std::string terminated(const std::string& sql) {
  const size_t last = sql.rfind('\n');
  const size_t begin = last == std::string::npos ? 0 : last + 1;
  return sql + (sql.find("--", begin) == std::string::npos ? ";" : "\n;");
}

std::string settings(int server_version) {
  // What schemadiff's own session has, so that the script means the same.
  std::string out =
      "SET client_encoding = 'UTF8';\n"
      "SET standard_conforming_strings = on;\n"
      "SET datestyle = 'ISO, YMD';\n"
      "SET intervalstyle = 'postgres';\n"
      "SET xmloption = content;\n"
      "SET check_function_bodies = off;\n"
      "SET default_tablespace = '';\n"
      "SET default_table_access_method = heap;\n";
  if (server_version >= 140000) out += "SET default_toast_compression = 'pglz';\n";
  return out + "SET search_path = pg_catalog;\nSET lock_timeout = '3s';\n";
}

}  // namespace

std::string render_sql(const Report& report, const std::string& version) {
  const Plan& plan = *report.plan;
  std::string out;
  for (const Refusal& refusal : plan.refusals) {
    out += comment("not done by this build: " + describe(refusal.object) + ": " + refusal.reason);
  }
  for (const Refusal& refusal : plan.undecided) {
    out += comment("not decidable here: " + describe(refusal.object) + ": " + refusal.reason);
  }
  if (plan.groups.empty()) {
    if (plan.empty())
      out = comment("in sync: " + report.from + " is as " + report.to + " declares");
    return out;
  }
  const size_t total = plan.step_count();
  const size_t left_out =
      report.verdict->count(StepState::refused) + report.verdict->count(StepState::held_back);
  std::string head =
      comment("schemadiff " + version + ": from " + report.from + " to " + report.to);
  head += comment(std::to_string(total) + (total == 1 ? " step" : " steps") +
                  "; run with psql -v ON_ERROR_STOP=1");
  if (left_out > 0) {
    head += comment(std::to_string(left_out) +
                    " of them only as comments: refused without --allow, or held back with those");
  }
  out = head + out + "\n" + settings(report.server_version);

  const auto& missing = report.verdict->missing;
  const auto is_missing = [&](const Hazard& hazard) {
    return std::find(missing.begin(), missing.end(), &hazard) != missing.end();
  };
  PathInForce path;
  size_t number = 0;
  for (const StepGroup& group : plan.groups) {
    bool any_ready = false;
    for (size_t i = 0; i < group.steps.size(); ++i) {
      any_ready = any_ready || report.verdict->states[number + i] == StepState::ready;
    }
    const bool transaction = group.transactional && any_ready;
    out += transaction ? "\nBEGIN;\n" : "";
    for (const Step& step : group.steps) {
      const StepState state = report.verdict->states[number++];
      std::string why = "[" + std::to_string(number) + "/" + std::to_string(total) + "] " +
                        title_of(report, step);
      if (!step.reason.empty()) why += ": " + step.reason;
      out += "\n" + comment(why);
      for (const Hazard& hazard : step.hazards) {
        out += comment("! " + std::string(hazard_word(hazard.code)) + ": " + hazard.sentence);
        if (is_missing(hazard)) out += comment("needs --allow " + allowance_for(hazard));
      }
      if (step.secret) {
        out += comment("holds what is not printed: schemadiff apply runs it");
        out += commented_out(terminated(step.shown)) + "\n";
        continue;
      }
      if (state != StepState::ready) {
        out +=
            comment(state == StepState::refused ? "refused:" : "held back, needs a refused step:");
        out += commented_out(terminated(step.sql)) + "\n";
        continue;
      }
      const std::string set = path.before(step, group.transactional);
      if (!set.empty()) out += set + ";\n";
      out += terminated(step.sql) + "\n";
    }
    if (transaction) {
      const std::string set = path.before_commit();
      out += (set.empty() ? "" : "\n" + set + ";") + "\nCOMMIT;\n";
      path.transaction_ended();
    } else if (const std::string back = path.restore(); !back.empty()) {
      out += back + ";\n";
    }
  }
  return out;
}

}  // namespace schemadiff
