// What all renderings of a plan need to know beside it.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "engine/execute/verdict.h"
#include "engine/model/catalog.h"
#include "engine/plan/plan.h"

namespace schemadiff {

struct Place {
  std::string file;
  uint32_t line = 0;    // from 1
  uint32_t column = 0;  // from 1
};

struct Report {
  const Plan* plan = nullptr;
  const Verdict* verdict = nullptr;
  const Catalog* live = nullptr;     // what the plan starts from
  const Catalog* desired = nullptr;  // what it leads to
  std::string from;                  // "app on localhost (PostgreSQL 15.8)"
  std::string to;                    // "schema.sql"
  int server_version = 0;            // 0: no server
  // Where the file says so; nothing for what no file says.
  std::function<std::optional<Place>(SourceSpan)> place;
  bool can_apply = true;  // false: diff of two states, nothing to run `apply` on
};

struct TextStyle {
  bool color = false;
  bool list_unmanaged = false;  // -v: names, not only counts
  bool show_sql = true;
  bool explain = false;  // why each step is there, and why it stands where it stands
};

// For people. Ends with a newline.
std::string render_text(const Report& report, const TextStyle& style);
// For psql -v ON_ERROR_STOP=1. Steps that are not allowed are comments.
std::string render_sql(const Report& report, const std::string& version);
// For programs: docs/plan-json.md.
std::string render_json(const Report& report, const std::string& version, int exit_code);

// "schema.sql:12", or "".
std::string place_text(const Report& report, SourceSpan where);

// ---- parts
// How many objects are created, altered and dropped, counting a table and all in it as one.
struct ChangeCounts {
  size_t created = 0, altered = 0, dropped = 0;
};
ChangeCounts count_changes(const Report& report);

struct RowCounts {
  size_t added = 0, changed = 0, deleted = 0;
};
RowCounts count_rows(const Plan& plan);

// describe(), with the word for what a function is.
std::string title_of(const Report& report, const ObjectId& id);
// "create table public.t"
std::string title_of(const Report& report, const Step& step);

// The table, view, type … that `id` is shown beneath; itself if it stands alone.
ObjectId shown_beneath(const Report& report, const ObjectId& id);

}  // namespace schemadiff
