#include "cli/pipeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <future>

#include "cli/state_reader.h"
#include "cli/terminal.h"
#include "parser/expression/expression_engine.h"

namespace schemadiff {
namespace {

// --manage: are comments compared?
Result<bool> manages_comments(const std::string& aspects) {
  if (aspects.empty()) return true;
  bool comments = false;
  size_t begin = 0;
  while (begin <= aspects.size()) {
    const size_t end = std::min(aspects.find(',', begin), aspects.size());
    const std::string aspect = aspects.substr(begin, end - begin);
    if (aspect == "all" || aspect == "comments") {
      comments = true;
    } else if (aspect != "structure") {
      return fail(ErrorCode::usage,
                  "--manage " + aspects + ": '" + aspect + "' is no aspect of this build",
                  "use structure, comments or all");
    }
    begin = end + 1;
  }
  return comments;
}

bool declares_nothing(const Catalog& catalog) {
  for (const auto& [id, schema] : catalog.objects<Schema>()) {
    if (id.name != Identifier("public")) return false;
  }
  return catalog.size() == catalog.objects<Schema>().size();
}

void forget_sources(Catalog& catalog) {
  for_each_kind([&]<class T>() {
    for (auto& [id, object] : catalog.objects<T>()) object.source = {};
  });
}

Timings::Clock::duration duration_of(double seconds) {
  return std::chrono::duration_cast<Timings::Clock::duration>(
      std::chrono::duration<double>(seconds));
}

}  // namespace

Pipeline::Pipeline(const Options& options, Timings& timings)
    : options_(options), timings_(timings) {}
Pipeline::~Pipeline() = default;

Result<std::unique_ptr<Pipeline>> Pipeline::open(const std::string& live,
                                                 const std::vector<std::string>& desired,
                                                 const Options& options, Timings& timings) {
  auto aspects = manages_comments(options.manage);
  if (!aspects) return fail(std::move(aspects.error()));
  std::unique_ptr<Pipeline> pipeline(new Pipeline(options, timings));
  // The desired side first: its parsing goes on while we connect.
  auto right = StateReader::open(desired, options, timings);
  if (!right) return fail(std::move(right.error()));
  pipeline->desired_ = std::move(*right);
  auto left = live.empty() ? StateReader::open_live(options, timings)
                           : StateReader::open({live}, options, timings);
  if (!left) return fail(std::move(left.error()));
  pipeline->live_ = std::move(*left);
  return pipeline;
}

Session* Pipeline::session() { return live_->session(); }
std::string Pipeline::live_name() const { return live_->name(); }
std::string Pipeline::desired_name() const { return desired_->name(); }

Result<std::unique_ptr<Comparison>> Pipeline::compare() {
  // Texts are read with the types and functions of a server, if there is one on either side.
  const bool desired_first = desired_->session() != nullptr && live_->session() == nullptr;
  ReadState live;
  ReadState desired;
  ReadState& first = desired_first ? desired : live;
  ReadState& second = desired_first ? live : desired;
  const auto canonicalise = [this](ReadState& side, const SystemCatalog& system) {
    const Timings::Stage stage(timings_, "canonicalise");
    make_expression_engine()->canonicalise(side.state.catalog, system);
  };
  auto read = (desired_first ? desired_ : live_)->read(nullptr);
  if (!read) return fail(std::move(read.error()));
  first = std::move(*read);
  auto first_done =
      std::async(std::launch::async, [&] { canonicalise(first, first.state.system); });
  read = (desired_first ? live_ : desired_)->read(&first.state.system);
  if (!read) return fail(std::move(read.error()));
  second = std::move(*read);
  const bool has_own_system = !second.state.system.types.empty();
  canonicalise(second, has_own_system ? second.state.system : first.state.system);
  first_done.get();
  if (live.state.system.types.empty()) live.state.system = std::move(desired.state.system);
  if (declares_nothing(desired.state.catalog) && !options_.allowances.empty_state()) {
    return fail(ErrorCode::input, desired_->name() + " declares no object at all",
                "if the database is to be emptied, say so: --allow empty");
  }
  PlanningOptions planning_options;
  planning_options.probe = options_.probe;
  planning_options.scope.schemas = options_.schemas;
  planning_options.scope.comments = *manages_comments(options_.manage);
  planning_options.scope.mentioned = std::move(desired.schemas);
  Session* session = live_->session();
  if (session == nullptr) {
    // What only the left side has is a difference too: it is no database with other tenants.
    planning_options.scope.mentioned.insert(live.schemas.begin(), live.schemas.end());
    forget_sources(live.state.catalog);
  }
  auto comparison = std::make_unique<Comparison>();
  comparison->server_version = session == nullptr ? 0 : live.state.server_version;
  auto planning = plan_changes(std::move(live.state), std::move(desired.state.catalog),
                               planning_options, session, session);
  if (!planning) return fail(std::move(planning.error()));
  timings_.add("diff", duration_of(planning->times.diff));
  timings_.add("probe", duration_of(planning->times.probe));
  timings_.add("plan", duration_of(planning->times.plan));
  comparison->planning = std::move(*planning);
  comparison->verdict = judge(comparison->plan(), options_.allowances);
  return comparison;
}

Report Pipeline::report(const Comparison& comparison) const {
  Report report;
  report.plan = &comparison.plan();
  report.verdict = &comparison.verdict;
  report.live = &comparison.planning.live;
  report.desired = &comparison.planning.target;
  report.from = live_->name();
  report.to = desired_->name();
  report.server_version = comparison.server_version;
  report.place = [this](SourceSpan where) { return desired_->place(where); };
  report.can_apply = live_->session() != nullptr;
  return report;
}

Result<SingleState> read_single_state(const Options& options, Timings& timings) {
  auto reader = StateReader::open_live(options, timings);
  if (!reader) return fail(std::move(reader.error()));
  return read_single_state(**reader, options, timings);
}

Result<SingleState> read_single_state(StateReader& reader, const Options& options, Timings& timings,
                                      const std::function<void(LiveState&)>& before_scope) {
  auto aspects = manages_comments(options.manage);
  if (!aspects) return fail(std::move(aspects.error()));
  auto read = reader.read(nullptr);
  if (!read) return fail(std::move(read.error()));
  ScopeOptions scope_options;
  scope_options.schemas = options.schemas;
  if (scope_options.schemas.empty()) scope_options.schemas = {"*"};
  const Scope scope(scope_options);
  Catalog& catalog = read->state.catalog;
  {
    const Timings::Stage stage(timings, "canonicalise");
    make_expression_engine()->canonicalise(catalog, read->state.system);
  }
  if (before_scope) before_scope(read->state);
  for_each_kind([&]<class T>() {
    std::erase_if(catalog.objects<T>(), [&](const auto& entry) {
      const ObjectId& id = entry.first;
      if (id.kind == Kind::comment && !*aspects) return true;
      if (scope.whole_database()) return false;
      const bool is_extension = id.kind == Kind::extension || id.of == Kind::extension;
      if (is_extension) return true;
      const bool is_schema = id.kind == Kind::schema || id.of == Kind::schema;
      return !scope.includes_schema(is_schema ? id.name : id.schema);
    });
  });
  return SingleState{std::move(read->state), reader.name()};
}

Result<Planning> plan_from_nothing(const LiveState& state) {
  LiveState nothing;
  nothing.system = state.system;
  nothing.server_version = state.server_version;
  nothing.time_zone = state.time_zone;
  // What every new database has.
  for (const Schema* schema : state.catalog.sorted<Schema>()) {
    if (schema->id.name == Identifier("public")) nothing.catalog.add(*schema);
  }
  for (const Extension* extension : state.catalog.sorted<Extension>()) {
    if (extension->id.name == Identifier("plpgsql")) nothing.catalog.add(*extension);
  }
  for (const Comment* comment : state.catalog.sorted<Comment>()) {
    const bool as_made = comment->text == "standard public schema" ||
                         comment->text == "PL/pgSQL procedural language";
    if (as_made && nothing.catalog.contains(comment->id.target())) nothing.catalog.add(*comment);
  }
  PlanningOptions options;
  options.probe = ProbeMode::never;
  options.scope.schemas = {"*"};
  return plan_changes(std::move(nothing), state.catalog, options, nullptr, nullptr);
}

}  // namespace schemadiff
