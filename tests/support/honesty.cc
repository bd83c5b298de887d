#include "tests/support/honesty.h"

#include <optional>
#include <regex>
#include <stdexcept>

#include "engine/diff/access.h"
#include "engine/diff/differ.h"
#include "engine/diff/scope.h"
#include "engine/introspect/introspector.h"
#include "engine/introspect/pqxx_session.h"
#include "engine/introspect/probe.h"
#include "engine/model/rules.h"
#include "engine/postgres/child_process.h"
#include "engine/postgres/server_binaries.h"
#include "parser/expression/expression_engine.h"
#include "parser/parser.h"
#include "tests/support/throwaway_cluster.h"

namespace schemadiff::testing {
namespace {

template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().sentence);
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

// A fresh database with the file loaded; nullopt: psql refused it, and said `message`.
std::optional<TestDatabase> load(const std::filesystem::path& file, std::string& message) {
  static const std::regex missing_role("role \"([^\"]+)\" does not exist");
  for (int attempt = 0; attempt < 20; ++attempt) {
    TestDatabase database;
    ProcessOptions options;
    options.folder = std::filesystem::absolute(file).parent_path();
    options.environment = {{"PGOPTIONS", "-c client_min_messages=warning"}};
    const ProcessResult result =
        must(run_process({"psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", database.conninfo(),
                          "-f", std::filesystem::absolute(file).string()},
                         options));
    if (result.exit_code == 0) return database;
    message = result.errors;
    std::smatch match;
    if (!std::regex_search(message, match, missing_role)) return std::nullopt;
    database.execute("CREATE ROLE " + quote_identifier(match[1].str()));
  }
  return std::nullopt;
}

// The fields in which two objects differ when all their expressions are taken for equal.
template <class T>
FieldChanges structural_changes(T live, T desired) {
  std::vector<SqlExpression*> left;
  std::vector<SqlExpression*> right;
  Rules<T>::expressions(live,
                        [&](SqlExpression& e, const ExpressionScope&) { left.push_back(&e); });
  Rules<T>::expressions(desired,
                        [&](SqlExpression& e, const ExpressionScope&) { right.push_back(&e); });
  if (left.size() == right.size()) {
    for (size_t i = 0; i < left.size(); ++i) left[i]->canonical = right[i]->canonical = "equal";
  }
  return compare_fields(live, desired);
}

FieldChanges structural_changes(const Catalog& live, const Catalog& desired, const ObjectId& id) {
  FieldChanges out;
  with_kind(id.kind,
            [&]<class T>() { out = structural_changes(*live.find<T>(id), *desired.find<T>(id)); });
  return out;
}

std::string text_of(const FieldChanges& fields) {
  std::string out;
  for (const FieldChange& field : fields.list()) {
    out += "\n    " + field.name + ": live [" + field.live + "] file [" + field.desired + "]";
  }
  return out;
}

}  // namespace

Honesty check_honesty(const std::filesystem::path& file, Reading reading) {
  Honesty out;
  const std::optional<TestDatabase> database = load(file, out.message);
  if (!database) {
    out.outcome = Honesty::Outcome::not_loadable;
    return out;
  }
  SessionOptions options;
  options.conninfo = database->conninfo();
  const std::unique_ptr<Session> session = must(Session::connect(options));
  LiveState live = must(introspect(*session));
  must(finish_snapshot(*session));

  SourceSet sources;
  Diagnostics diagnostics;
  if (reading == Reading::file) {
    sources.load({file.string()}, diagnostics);
  } else {
    const ProcessResult dumped =
        must(run_process({"pg_dump", "--schema-only", "-d", database->conninfo()}));
    if (dumped.exit_code != 0) throw std::runtime_error("pg_dump: " + dumped.errors);
    sources.add_text("pg_dump", dumped.output, diagnostics);
  }
  const ParsedSources parsed = parse_trees(std::move(sources), 1);
  diagnostics.append(parsed.diagnostics);
  DesiredState desired = build_catalog(parsed, live.system, diagnostics);
  if (diagnostics.has_errors()) {
    out.outcome = Honesty::Outcome::not_parsed;
    for (const Diagnostic& diagnostic : diagnostics.list()) {
      if (diagnostic.severity == Severity::error) out.message += parsed.sources.render(diagnostic);
    }
    return out;
  }
  const std::unique_ptr<ExpressionEngine> engine = make_expression_engine();
  engine->canonicalise(live.catalog, live.system);
  engine->canonicalise(desired.catalog, live.system);
  AccessOptions access;
  access.privileges = access.owners = Managed::everywhere;
  access.from_text = true;
  settle_access(live.catalog, desired.catalog, access, live.system, live.server_version);
  ScopeOptions scope;
  scope.only = {ObjectPattern::everything()};
  Scoped scoped = apply_scope(live.catalog, std::move(desired.catalog), Scope(scope));

  std::vector<Change> changes = diff(live.catalog, scoped.target);
  std::vector<Change> of_expressions;
  for (const Change& change : changes) {
    if (change.verb != Verb::alter) {
      // An extension brings its own comment.
      if (change.id.of == Kind::extension && change.verb == Verb::drop) continue;
      out.differences.push_back((change.verb == Verb::drop ? "only live: " : "only in the file: ") +
                                describe(change.id));
      continue;
    }
    const FieldChanges fields = structural_changes(live.catalog, scoped.target, change.id);
    if (!fields.empty()) {
      out.differences.push_back(describe(change.id) + text_of(fields));
    } else {
      of_expressions.push_back(change);
    }
  }
  const std::vector<Change> before = of_expressions;
  ProbeInput input;
  input.live = &live.catalog;
  input.target = &scoped.target;
  input.changes = &of_expressions;
  input.server_version = live.server_version;
  must(probe(*session, input));
  for (const Change& change : before) {
    const bool still = std::any_of(of_expressions.begin(), of_expressions.end(),
                                   [&](const Change& other) { return other.id == change.id; });
    (still ? out.expressions : out.undecided)
        .push_back(describe(change.id) + text_of(change.fields));
  }
  return out;
}

}  // namespace schemadiff::testing
