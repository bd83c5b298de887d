#include "engine/plan/planning.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <set>

#include "engine/data/row_planner.h"
#include "engine/diff/differ.h"
#include "engine/diff/inheritance.h"
#include "engine/diff/match.h"
#include "engine/diff/rename_hints.h"
#include "engine/diff/rename_suggestions.h"
#include "engine/introspect/attachments.h"
#include "engine/introspect/dependencies.h"
#include "engine/introspect/probe.h"
#include "engine/introspect/renamed_addresses.h"
#include "engine/plan/declared_dependencies.h"
#include "engine/plan/keep_structure.h"
#include "engine/plan/planner.h"
#include "engine/plan/server_checks.h"
#include "engine/plan/server_features.h"

namespace schemadiff {
namespace {

class Stopwatch {
 public:
  double lap() {
    const auto now = std::chrono::steady_clock::now();
    const double seconds = std::chrono::duration<double>(now - last_).count();
    last_ = now;
    return seconds;
  }

 private:
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

// Ends the snapshot of introspect(), noting what a later one must still look like.
Result<void> leave_snapshot(CatalogReader& reader, LiveState& live, bool needs_witness) {
  if (needs_witness) {
    auto witness = schema_witness(reader);
    if (!witness) return fail(witness.error());
    live.witness = std::move(*witness);
  }
  return finish_snapshot(reader);
}

// A second snapshot for what only some plans need; begun by the first question.
class LateSnapshot {
 public:
  LateSnapshot(CatalogReader* reader, const LiveState& live) : reader_(reader), live_(live) {}
  ~LateSnapshot() {
    if (begun_) (void)finish_snapshot(*reader_);
  }
  LateSnapshot(const LateSnapshot&) = delete;
  LateSnapshot& operator=(const LateSnapshot&) = delete;

  Result<void> begin() {
    if (begun_) return {};
    auto begun = reader_->query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    if (!begun) return fail(begun.error());
    begun_ = true;
    const auto witness = schema_witness(*reader_);
    if (!witness) return fail(witness.error());
    if (*witness != live_.witness) {
      return fail(ErrorCode::catalog_moved, "the schema was changed by somebody else meanwhile",
                  "run it again when they are done");
    }
    return {};
  }

 private:
  CatalogReader* reader_;
  const LiveState& live_;
  bool begun_ = false;
};

// Where the extensions of a state are.
SearchPath path_to_extensions(const Catalog& catalog) {
  std::string schemas;
  std::set<std::string> seen;
  for (const Extension* extension : catalog.sorted<Extension>()) {
    const std::string where =
        extension->schema.empty() ? extension->path.sql.str() : quote(extension->schema);
    if (where.empty() || !seen.insert(where).second) continue;
    schemas += (schemas.empty() ? "" : ", ") + where;
  }
  return {Identifier(schemas)};
}

// Without a server their types are called as the files call them.
void find_types_of_extensions(const Catalog& live, const Catalog& target, Plan& plan) {
  const SearchPath before = path_to_extensions(live);
  const SearchPath after = path_to_extensions(target);
  for (StepGroup& group : plan.groups) {
    for (Step& step : group.steps) {
      const SearchPath& path = step.verb == Verb::drop ? before : after;
      if (!step.path && !path.sql.empty()) step.path = path;
    }
  }
}

// CREATE EXTENSION brings a comment of its own: a file that is silent about it wants that one.
Result<void> expect_extension_comments(CatalogReader& reader, const Catalog& live,
                                       Catalog& desired) {
  std::vector<ObjectId> silent;
  for (const auto& [id, comment] : live.objects<Comment>()) {
    if (id.of == Kind::extension && !desired.contains(id) && desired.contains(id.target())) {
      silent.push_back(id);
    }
  }
  if (silent.empty()) return {};
  auto rows = reader.query(
      "SELECT name, comment FROM pg_available_extensions "
      "WHERE installed_version IS NOT NULL AND comment IS NOT NULL");
  if (!rows) return fail(rows.error());
  while ((*rows)->next()) {
    const Row& row = (*rows)->row();
    const ObjectId id = object_id(Kind::extension, {}, row.string(0)).commented();
    if (std::find(silent.begin(), silent.end(), id) == silent.end()) continue;
    Comment comment;
    comment.id = id;
    comment.text = row.string(1);
    desired.add(std::move(comment));
  }
  return {};
}

// Those that CREATE EXTENSION … CASCADE has brought are declared with it.
void expect_required_extensions(const Catalog& live, Catalog& desired) {
  std::vector<Extension> brought;
  const auto expect = [&](const auto& self, const Extension& by, SourceSpan source) -> void {
    for (const Identifier name : by.required) {
      const Extension* there = live.find<Extension>(object_id(Kind::extension, {}, name));
      const auto is_it = [&](const Extension& other) { return other.id == there->id; };
      if (there == nullptr || desired.contains(there->id) ||
          std::any_of(brought.begin(), brought.end(), is_it)) {
        continue;
      }
      brought.push_back(*there);
      brought.back().source = source;
      self(self, *there, source);
    }
  };
  for (const auto& [id, extension] : desired.objects<Extension>()) {
    const Extension* there = live.find<Extension>(id);
    if (extension.cascade && there != nullptr) expect(expect, *there, extension.source);
  }
  for (Extension& extension : brought) desired.add(std::move(extension));
}

// So does CREATE DATABASE, for schema public: a file that is silent about it wants that one back,
// where somebody wrote another.
void expect_comment_of_public(const Catalog& live, Catalog& desired) {
  const ObjectId schema = object_id(Kind::schema, {}, "public");
  const ObjectId id = schema.commented();
  if (!live.contains(id) || desired.contains(id) || !live.contains(schema)) return;
  Comment comment;
  comment.id = id;
  comment.text = "standard public schema";
  desired.add(std::move(comment));
}

// Canonicalises `live` under its new names; views may thereby turn out to follow.
void take_along(ResolvedHints& hints, LiveState& live, const Catalog& desired,
                const PlanningOptions& options) {
  while (true) {
    options.canonicalise_renamed(live.catalog, live.system, hints.renames);
    const auto more = view_columns_that_follow(hints.renames, live.catalog, desired);
    if (more.empty()) return;
    std::vector<Rename> list = hints.renames.list();
    list.insert(list.end(), more.begin(), more.end());
    hints.renames = Renames(live.catalog, std::move(list));
  }
}

// What is excluded by a name that it is about to lose would not be when it has the new one.
void check_excluded_names(const Catalog& live, const Renames& renames, const Scope& scope,
                          Diagnostics& problems) {
  std::set<ObjectId> losing;
  for_each_kind([&]<class T>() {
    for (const auto& [id, object] : live.objects<T>()) {
      const bool named = id.of == Kind::none && scope.excludes_itself(id);
      if (named && !scope.excludes_itself(renames.desired(id))) losing.insert(id);
    }
  });
  for (const ObjectId& id : losing) {
    problems.error({},
                   describe(id) + " is excluded, and by the hints it is renamed to " +
                       qualified_name(renames.desired(id)),
                   "exclude it by that name too, or leave the hint out");
  }
}

// Live parts of partitions get the names that the file has for them.
void rename_parts(Renames& renames, LiveState& live, const Catalog& desired) {
  const std::vector<Rename> parts = renamed_parts(live.catalog, desired);
  if (parts.empty()) return;
  const Renames now(live.catalog, parts);
  take_new_names(live.catalog, now);
  take_new_names(live.addresses, now);
  renames.add_parts(parts);
}

Result<int64_t> lock_table_size(StatementRunner& server) {
  auto size = server.value(
      "SELECT current_setting('max_locks_per_transaction')::bigint * "
      "(current_setting('max_connections')::bigint + "
      "current_setting('max_prepared_transactions')::bigint)");
  if (!size) return fail(size.error());
  return *size ? std::stoll(**size) : 0;
}

}  // namespace

Result<Planning> plan_changes(LiveState live, Catalog desired, const PlanningOptions& options,
                              CatalogReader* reader, StatementRunner* server) {
  Planning planning;
  Stopwatch stopwatch;
  const Scope scope(options.scope);
  ResolvedHints hints;
  if (options.structure) {
    hints = resolve_hints(options.renames, live.catalog, desired, scope);
    planning.problems = std::move(hints.problems);
  } else {
    keep_structure(live.catalog, desired, options.rows, planning.problems);
  }
  const auto is_wrong = [&] {
    if (!planning.problems.has_errors()) return false;
    if (reader != nullptr) (void)finish_snapshot(*reader);
    return true;
  };
  if (is_wrong()) return planning;
  if (!hints.renames.empty()) {
    take_along(hints, live, desired, options);
    check_excluded_names(live.catalog, hints.renames, scope, planning.problems);
    if (is_wrong()) return planning;
    take_new_names(live.catalog, hints.renames);
    take_new_names(live.addresses, hints.renames);
  }
  expect_required_extensions(live.catalog, desired);
  if (reader != nullptr) {
    auto expected = expect_extension_comments(*reader, live.catalog, desired);
    if (!expected) return fail(expected.error());
  }
  expect_comment_of_public(live.catalog, desired);
  if (reader != nullptr) {
    check_not_null_comments(desired, live.server_version, planning.problems);
    check_forgotten_features(desired, live.server_version, planning.problems);
    if (is_wrong()) return planning;
    // Between files, names that are given count: the server they are for may keep them.
    forget_not_null_constraints(live.catalog, live.server_version);
    forget_not_null_constraints(desired, live.server_version);
  }
  for (const ObjectId& id : spell_out_inheritance(live.catalog, desired, live.server_version)) {
    live.addresses.set_own(id);
  }
  match_names(live.catalog, desired);
  rename_parts(hints.renames, live, desired);
  match_parts(live.catalog, desired);
  if (options.live_from_text) {
    settle_text_access(live.catalog, live.system.role, live.server_version);
  }
  settle_access(live.catalog, desired, options.access, live.system, live.server_version);
  Scoped scoped = apply_scope(live.catalog, std::move(desired), scope);
  for (const ObjectPattern& pattern : scoped.selections_of_nothing) {
    const std::string sentence = "--schema " + pattern.text() + " names nothing here";
    if (pattern.has_wildcards()) {
      planning.problems.note({}, sentence);
    } else {
      planning.problems.error({}, sentence + ", neither on the one side nor on the other",
                              "is it spelt as the schema is?");
    }
  }
  if (is_wrong()) return planning;
  for (const std::string& pattern : scoped.exclusions_of_nothing) {
    planning.problems.note({}, "--exclude " + pattern + " names nothing here");
  }
  check_roles(scoped.target, live.system, planning.problems);
  if (reader != nullptr) {
    auto checked = check_extensions(*reader, live.catalog, scoped.target, planning.problems);
    if (!checked) return fail(checked.error());
  }
  std::vector<Change> changes = diff(live.catalog, scoped.target);
  planning.times.diff = stopwatch.lap();
  if (reader != nullptr) {
    check_features(scoped.target, changes, live.server_version, planning.problems);
    if (options.newer_syntax) {
      check_syntax(scoped.target, changes, live.server_version, options.newer_syntax,
                   planning.problems);
    }
    if (is_wrong()) return planning;
    if (auto left = leave_snapshot(*reader, live, !changes.empty() || !hints.renames.empty());
        !left) {
      return fail(left.error());
    }
  }

  std::vector<Refusal> undecided;
  RowsPlan rows;
  const auto plan_declared_rows = [&](const std::string& impossible) -> Result<void> {
    if (options.rows == nullptr || options.rows->empty()) return {};
    RowsInput input;
    input.rows = options.rows;
    input.live = &live.catalog;
    input.target = &scoped.target;
    input.changes = &changes;
    input.system = &live.system;
    input.scope = &scope;
    input.renames = &hints.renames;
    input.server_version = live.server_version;
    input.impossible = impossible;
    std::optional<RowServer> rows_server;
    if (server != nullptr) rows_server.emplace(RowServer{*reader, *server, *options.copier});
    auto planned = plan_rows(input, rows_server ? &*rows_server : nullptr);
    if (!planned) return fail(planned.error());
    rows = std::move(*planned);
    planning.times.rows = stopwatch.lap();
    return {};
  };
  if (server != nullptr) {
    ProbePermission permission(live, options.probe, *server);
    ProbeInput input;
    input.live = &live.catalog;
    input.target = &scoped.target;
    input.changes = &changes;
    input.server_version = live.server_version;
    input.renames = &hints.renames;
    input.impossible = permission.refusal_of_temporary_objects();
    auto report = probe(*server, input);
    if (!report) return fail(report.error());
    auto checked = check_sequences(*server, live.catalog, scoped.target, changes, hints.renames,
                                   planning.problems);
    if (!checked) return fail(checked.error());
    planning.probe_questions = report->questions;
    undecided = std::move(report->undecided);
    planning.times.probe = stopwatch.lap();
    if (auto done = plan_declared_rows(input.impossible); !done) return fail(done.error());
  } else {
    if (options.certainty_of) {
      undecided =
          take_undecided(live.catalog, scoped.target, options.certainty_of, changes, hints.notes);
    }
    if (auto done = plan_declared_rows(""); !done) return fail(done.error());
  }
  planning.problems.append(std::move(rows.problems));
  if (planning.problems.has_errors()) return planning;

  hints.notes.append(suggest_renames(live.catalog, scoped.target, changes, hints.renames));
  LateSnapshot snapshot(reader, live);
  PlanInput input;
  input.live = &live.catalog;
  input.target = &scoped.target;
  input.left_alone = &scoped.left_alone;
  input.implied_parts = std::move(scoped.implied_parts);
  input.changes = std::move(changes);
  input.renames = &hints.renames;
  input.system = &live.system;
  input.server_version = live.server_version;
  if (reader != nullptr) {
    input.dependencies = [&]() -> Result<std::vector<Dependency>> {
      if (auto begun = snapshot.begin(); !begun) return fail(begun.error());
      return read_dependencies(*reader, live);
    };
    input.attachments =
        [&](const std::vector<ObjectId>& objects) -> Result<std::vector<Attachment>> {
      if (auto begun = snapshot.begin(); !begun) return fail(begun.error());
      return read_attachments(*reader, live, objects);
    };
  } else {
    input.dependencies = [&]() -> Result<std::vector<Dependency>> {
      return declared_dependencies(live.catalog);
    };
    input.attachments =
        [&](const std::vector<ObjectId>& objects) -> Result<std::vector<Attachment>> {
      return declared_attachments(live.catalog, objects);
    };
  }
  if (server != nullptr) {
    input.has_rows = [server, &hints](const ObjectId& table) -> Result<bool> {
      const std::string name = qualified_name(hints.renames.live(table));
      auto found = server->value("SELECT EXISTS (SELECT FROM " + name + ")");
      return !found || *found == "t";  // who may not read it can't know
    };
  }
  if (options.misread_beside) {
    input.misread_beside = [&](const Catalog& others, const std::vector<ObjectId>& objects) {
      return options.misread_beside(scoped.target, others, live.system, objects);
    };
  }
  input.row_steps = std::move(rows.steps);
  input.filled = std::move(rows.filled);
  const bool does_something =
      !input.changes.empty() || !input.row_steps.empty() || !hints.renames.empty();
  if (server != nullptr && does_something) {
    auto size = lock_table_size(*server);
    if (!size) return fail(size.error());
    input.lock_table_size = *size;
  }
  auto plan = make_plan(std::move(input));
  if (!plan) return fail(plan.error());
  planning.plan = std::move(*plan);
  if (reader == nullptr) find_types_of_extensions(live.catalog, scoped.target, planning.plan);
  check_left_out(planning.plan, live.catalog, scoped, planning.problems);
  if (planning.problems.has_errors()) return planning;
  planning.plan.notes.append(std::move(hints.notes));
  planning.plan.undecided = std::move(undecided);
  for (Refusal& refusal : rows.undecided) planning.plan.undecided.push_back(std::move(refusal));
  planning.plan.rows = std::move(rows.tables);
  planning.plan.unmanaged = std::move(live.unmanaged);
  for (auto& [what, names] : scoped.unmanaged) planning.plan.unmanaged[what] = std::move(names);
  planning.times.plan = stopwatch.lap();
  planning.live = std::move(live.catalog);
  planning.target = std::move(scoped.target);
  return planning;
}

}  // namespace schemadiff
