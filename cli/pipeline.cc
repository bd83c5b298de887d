#include "cli/pipeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <future>

#include "cli/state_reader.h"
#include "cli/terminal.h"
#include "engine/introspect/extension_preview.h"
#include "engine/introspect/missing_names.h"
#include "engine/model/ancestors.h"
#include "engine/model/circles.h"
#include "engine/model/held_by.h"
#include "engine/model/kind_traits.h"
#include "parser/expression/expression_engine.h"
#include "parser/expression/newer_syntax.h"
#include "parser/parser.h"
#include "parser/routine_body.h"

namespace schemadiff {
namespace {

// --manage: what is compared.
struct Aspects {
  bool structure = true;
  bool comments = true;
  bool data = true;
  bool roles = false;  // the cluster's, not this database's: never part of "all"
  Managed privileges = Managed::where_mentioned;
  Managed owners = Managed::where_mentioned;
};

Result<Aspects> managed_aspects(const std::string& aspects) {
  Aspects out;
  if (aspects.empty()) return out;
  out = {false, false, false, false, Managed::no, Managed::no};
  size_t begin = 0;
  while (begin <= aspects.size()) {
    const size_t end = std::min(aspects.find(',', begin), aspects.size());
    const std::string aspect = aspects.substr(begin, end - begin);
    const bool all = aspect == "all";
    if (all || aspect == "structure") out.structure = true;
    if (all || aspect == "comments") out.comments = true;
    if (all || aspect == "data") out.data = true;
    if (aspect == "roles") out.roles = true;
    if (all || aspect == "privileges") out.privileges = Managed::everywhere;
    if (all || aspect == "ownership") out.owners = Managed::everywhere;
    static constexpr std::string_view kAspects[] = {"all",        "structure", "comments", "data",
                                                    "privileges", "ownership", "roles"};
    if (std::find(std::begin(kAspects), std::end(kAspects), aspect) == std::end(kAspects)) {
      return fail(
          ErrorCode::usage, "--manage " + aspects + ": '" + aspect + "' is no aspect of this build",
          "use structure, comments, privileges, ownership, data, roles or all (which is all but "
          "roles)");
    }
    begin = end + 1;
  }
  return out;
}

// Things on tables and the like that are left alone, alone or with their schemas.
Diagnostics declared_in_borrowed(const ReadState& desired, const ScopeOptions& scope) {
  Diagnostics out;
  if (desired.borrowed.empty() && desired.borrowed_objects.empty()) return out;
  const Scope wanted(scope);
  const Catalog& catalog = desired.state.catalog;
  const auto is_on_borrowed = [&](const ObjectId& id) {
    for (ObjectId at = id; at.known(); at = owner_of(catalog, at)) {
      if (desired.borrowed_objects.contains(at)) return true;
    }
    return false;
  };
  for_each_kind([&]<class T>() {
    for (const T* object : catalog.template sorted<T>()) {
      const ObjectId& id = object->id;
      if (!object->source.known()) continue;
      if (!scope.only.empty() && wanted.includes(catalog, id)) continue;
      if (!desired.borrowed.contains(id.schema)) {
        if (is_on_borrowed(id)) {
          out.error(object->source,
                    describe(id) +
                        " belongs to what is left alone by --schema or --exclude, and "
                        "is not declared",
                    "declare what is there, or take this out of the file");
        }
        continue;
      }
      out.error(object->source, sentence_of_borrowed(id, desired.borrowed),
                fmt::format("declare what is there, or take this alone: --schema public --schema "
                            "'{}:{}'",
                            kind_word(id.kind), qualified_name(id)));
    }
  });
  for (const DeclaredRows& rows : desired.rows) {
    if (!desired.borrowed_objects.contains(rows.table)) continue;
    out.error(rows.source,
              sentence_of_borrowed(rows.table, desired.borrowed) + "; neither are its rows ours",
              "declare the table");
  }
  return out;
}

// CREATE FUNCTION typed by hand would say so at once.
void warn_of_bodies(const Catalog& target, Plan& plan) {
  for (const StepGroup& group : plan.groups) {
    for (const Step& step : group.steps) {
      if (step.object.kind != Kind::function || !step.sql.starts_with("CREATE ")) continue;
      const Function* function = target.find<Function>(step.object);
      if (function == nullptr || function->aggregate) continue;
      if (const auto wrong = syntax_error_of_body(*function, step.sql)) {
        plan.notes.warning(
            function->source,
            fmt::format("the body of {} can't be read: {}", describe(function->id), *wrong),
            "PostgreSQL takes it as it is, and complains when it is called");
      }
    }
  }
}

bool declares_nothing(const ReadState& desired) {
  const Catalog& catalog = desired.state.catalog;
  size_t borrowed_schemas = 0;
  for (const auto& [id, schema] : catalog.objects<Schema>()) {
    const bool borrowed = desired.borrowed_objects.contains(id);
    if (id.name != Identifier("public") && !borrowed) return false;
    borrowed_schemas += borrowed ? 1 : 0;
  }
  // A database says of schema public whose it is.
  return catalog.size() == catalog.objects<Schema>().size() + catalog.objects<Owner>().size() +
                               desired.borrowed_objects.size() - borrowed_schemas;
}

AccessOptions access_options(const Aspects& aspects, const ReadState& live, ReadState& desired) {
  AccessOptions out;
  out.privileges = aspects.privileges;
  out.owners = aspects.owners;
  out.from_text = desired.is_text;
  out.mentions = std::move(desired.mentions);
  // Between two texts, what only the left one mentions is a difference too.
  if (live.is_text) {
    out.mentions.privileges.insert(live.mentions.privileges.begin(),
                                   live.mentions.privileges.end());
    out.mentions.default_privileges.insert(live.mentions.default_privileges.begin(),
                                           live.mentions.default_privileges.end());
  }
  // A database or snapshot has owners and privileges, and so mentions nothing on purpose.
  if (!desired.is_text) {
    for (Managed* aspect : {&out.privileges, &out.owners}) {
      if (*aspect == Managed::where_mentioned) *aspect = Managed::no;
    }
  }
  return out;
}

void forget_sources(Catalog& catalog) {
  for_each_kind([&]<class T>() {
    for (auto& [id, object] : catalog.objects<T>()) object.source = {};
  });
}

// What every new database has, as far as `like` has it too.
void add_initial_objects(Catalog& catalog, const Catalog& like) {
  const auto add = [&](const auto& object) {
    if (!catalog.contains(object.id)) catalog.add(object);
  };
  for (const Schema* schema : like.sorted<Schema>()) {
    if (schema->id.name == Identifier("public")) add(*schema);
  }
  for (const Extension* extension : like.sorted<Extension>()) {
    if (extension->id.name == Identifier("plpgsql")) add(*extension);
  }
  for (const Owner* owner : like.sorted<Owner>()) {
    const bool as_made =
        owner->id.of == Kind::schema && owner->role == Identifier("pg_database_owner");
    if (as_made && catalog.contains(owner->id.target())) add(*owner);
  }
  for (const Comment* comment : like.sorted<Comment>()) {
    const bool as_made = comment->text == "standard public schema" ||
                         comment->text == "PL/pgSQL procedural language";
    if (as_made && catalog.contains(comment->id.target())) add(*comment);
  }
}

bool is_about_cluster(const ObjectId& id) {
  return traits_of(id.of == Kind::none ? id.kind : id.of).cluster_wide;
}

// Those of the whole cluster are somebody else's unless asked for.
void forget_roles(Catalog& catalog) {
  for_each_kind([&]<class T>() {
    std::erase_if(catalog.objects<T>(),
                  [](const auto& entry) { return is_about_cluster(entry.first); });
  });
}

// Says that roles which a file declares are left alone.
void note_roles(const Catalog& desired, Diagnostics& problems) {
  std::vector<const Role*> roles = desired.sorted<Role>();
  std::erase_if(roles, [](const Role* role) { return !role->source.known(); });
  if (roles.empty()) return;
  problems.note(roles.front()->source,
                fmt::format("{} here: left alone, as roles are of all databases",
                            roles.size() == 1 ? "a role is declared"
                                              : fmt::format("{} roles are declared", roles.size())),
                "--manage roles compares them too");
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
  return open_files(live.empty() ? std::vector<std::string>() : std::vector{live}, desired, options,
                    timings);
}

Result<std::unique_ptr<Pipeline>> Pipeline::open_files(const std::vector<std::string>& live,
                                                       const std::vector<std::string>& desired,
                                                       const Options& options, Timings& timings) {
  auto aspects = managed_aspects(options.manage);
  if (!aspects) return fail(std::move(aspects.error()));
  std::unique_ptr<Pipeline> pipeline(new Pipeline(options, timings));
  // The desired side first: its parsing goes on while we connect.
  auto right = StateReader::open(desired, options, timings);
  if (!right) return fail(std::move(right.error()));
  pipeline->desired_ = std::move(*right);
  auto left = live.empty() ? StateReader::open_live(options, timings)
                           : StateReader::open(live, options, timings, Side::live);
  if (!left) {
    pipeline->desired_->show_syntax_errors();
    return fail(std::move(left.error()));
  }
  pipeline->live_ = std::move(*left);
  for (const StateReader* side : {pipeline->live_.get(), pipeline->desired_.get()}) {
    if (auto good = check_target_version(options, *side); !good) {
      return fail(std::move(good.error()));
    }
  }
  return pipeline;
}

Session* Pipeline::session() { return live_->session(); }
std::string Pipeline::live_name() const { return live_->name(); }
std::string Pipeline::desired_name() const { return desired_->name(); }

// What texts may refer to though they don't declare it: of `live` the schemas that they name and
// that `scope` leaves alone, and what it leaves alone by patterns in others.
Surroundings Pipeline::surroundings(const Catalog& live, const ScopeOptions& scope) {
  Surroundings out;
  const Scope wanted(scope);
  std::set<Identifier> schemas;
  for (const auto& [id, schema] : live.objects<Schema>()) {
    if (id.name == Identifier("public") || !desired_->may_name(id.name)) continue;
    if (scope.only.empty() || !wanted.includes(live, id)) schemas.insert(id.name);
  }
  const bool has_patterns = !scope.only.empty() || !scope.exclude.empty();
  if (schemas.empty() && !has_patterns) return out;
  const auto is_left_alone = [&](const ObjectId& id) {
    return wanted.excludes(live, id) || (!scope.only.empty() && !wanted.includes(live, id));
  };
  const auto is_alone = [&](const ObjectId& id) {
    if (!has_patterns || schema_of(id).empty() || !is_left_alone(id)) return false;
    const ObjectId whole = whole_of(live, id);
    if (!traits_of(whole.kind).in_pg_type || !is_left_alone(whole)) return false;
    // One with a parent is the parent's, which may be declared.
    const Table* table = live.find<Table>(whole);
    return table == nullptr || parents_of(*table).empty();
  };
  for_each_kind([&]<class T>() {
    for (const auto& [id, object] : live.objects<T>()) {
      if (id.of != Kind::none) continue;
      const bool left_alone = scope.only.empty() || !wanted.includes(live, id);
      if (left_alone && schemas.contains(schema_of(id))) out.schemas.add(object);
      if (is_alone(id)) out.alone.add(object);
    }
  });
  return out;
}

Result<void> Pipeline::read_sides(ReadState& live, ReadState& desired, const ScopeOptions& scope,
                                  std::optional<ExtensionPreview> preview) {
  // Texts are read with the types and functions of a server, if there is one on either side, or of
  // a snapshot's version.
  const bool desired_first = desired_->says_version() && !live_->says_version();
  ReadState& first = desired_first ? desired : live;
  ReadState& second = desired_first ? live : desired;
  const auto canonicalise = [this](ReadState& side, const SystemCatalog& system) {
    const Timings::Stage stage(timings_, "canonicalise");
    make_expression_engine()->canonicalise(side.state.catalog, system);
  };
  auto read = (desired_first ? desired_ : live_)->read(nullptr);
  if (!read) return fail(std::move(read.error()));
  first = std::move(*read);
  if (preview) {
    auto adopted = adopt(std::move(*preview), *live_->session(), first.state);
    if (!adopted) return fail(std::move(adopted.error()));
  }
  const Surroundings around =
      desired_first ? Surroundings() : surroundings(first.state.catalog, scope);
  auto first_done =
      std::async(std::launch::async, [&] { canonicalise(first, first.state.system); });
  read = (desired_first ? live_ : desired_)->read(&first.state.system, &around);
  if (!read) return fail(std::move(read.error()));
  second = std::move(*read);
  const bool has_own_system = !second.state.system.types.empty();
  canonicalise(second, has_own_system ? second.state.system : first.state.system);
  first_done.get();
  if (live.state.system.types.empty()) live.state.system = std::move(desired.state.system);
  return {};
}

Result<std::unique_ptr<Comparison>> Pipeline::compare() {
  ReadState live;
  ReadState desired;
  ScopeOptions scope;
  scope.only = options_.schemas;
  scope.exclude = options_.exclude;
  if (auto read = read_sides(live, desired, scope, {}); !read) {
    return fail(std::move(read.error()));
  }
  Session* session = live_->session();
  const bool from_text = session != nullptr && desired_->session() == nullptr;
  ExtensionsToTry extensions = extensions_to_try(desired.state.catalog, live.state);
  const auto is_excluded = [&, named = Scope(scope)](const Extension& extension) {
    return named.excludes_itself(extension.id);
  };
  std::erase_if(extensions.coming, is_excluded);
  std::erase_if(extensions.moving, is_excluded);
  // What an extension brings that is not there yet is only known when it could be tried.
  bool all_names_known = extensions.empty();
  // A database that is desired has no names that must be known first.
  if (!from_text) extensions.coming.clear();
  // What moves is known without asking not to be where the file has it.
  const bool may_ask = options_.probe != ProbeMode::never || !extensions.moving.empty();
  if (session != nullptr && !extensions.empty() && may_ask) {
    auto preview = preview_extensions(*session, *session, live.state, extensions, options_.probe);
    if (!preview) return fail(std::move(preview.error()));
    all_names_known = preview->tried;
    live = desired = {};
    auto read = read_sides(live, desired, scope, std::move(*preview));
    if (!read) return fail(std::move(read.error()));
  }
  const Aspects aspects = *managed_aspects(options_.manage);
  if (!aspects.roles) {
    Diagnostics notes;
    note_roles(desired.state.catalog, notes);
    desired_->show(notes);
    forget_roles(live.state.catalog);
    forget_roles(desired.state.catalog);
  }
  if (declares_nothing(desired) && !options_.allowances.empty_state()) {
    return fail(ErrorCode::input, desired_->name() + " declares no object at all",
                "if the database is to be emptied, say so: --allow empty");
  }
  const auto wrong = [this](const Diagnostics& problems, const char* in) {
    desired_->show(problems);
    return fail(mistakes_in(problems.count_errors(), in + desired_->name()));
  };
  if (const Diagnostics astray = declared_in_borrowed(desired, scope); astray.has_errors()) {
    return wrong(astray, "");
  }
  if (from_text) {
    const Diagnostics circles = find_circles(desired.state.catalog);
    if (circles.has_errors()) return wrong(circles, "");
  }
  if (from_text && all_names_known) {
    auto missing =
        find_missing_names(*session, live.state.system, desired.state.catalog, hint_of_newer_call);
    if (!missing) return fail(std::move(missing.error()));
    if (missing->has_errors()) return wrong(*missing, "");
  }
  if (desired.directive_problems.has_errors()) return wrong(desired.directive_problems, "");
  if (desired.rename_problems.has_errors()) return wrong(desired.rename_problems, "the hints of ");
  PlanningOptions planning_options;
  planning_options.canonicalise_renamed = canonicalise_renamed;
  planning_options.certainty_of = certainty_of;
  planning_options.misread_beside = misread_beside;
  // A text that this build reads a server as new as its grammar reads too.
  const bool is_older = live.state.server_version / 10000 < std::stoi(grammar_version());
  if (is_older) planning_options.newer_syntax = newer_syntax;
  planning_options.renames = std::move(desired.renames);
  planning_options.probe = options_.probe;
  planning_options.scope = std::move(scope);
  planning_options.scope.exact_partitions = std::move(desired.exact_partitions);
  planning_options.scope.comments = aspects.comments;
  planning_options.scope.roles = aspects.roles;
  planning_options.access = access_options(aspects, live, desired);
  planning_options.live_from_text = live.is_text;
  planning_options.structure = aspects.structure;
  planning_options.scope.mentioned = std::move(desired.schemas);
  if (session == nullptr) {
    // What only the left side has is a difference too: it is no database with other tenants.
    planning_options.scope.mentioned.insert(live.schemas.begin(), live.schemas.end());
    forget_sources(live.state.catalog);
    if (live.is_text) add_initial_objects(live.state.catalog, desired.state.catalog);
  }
  if (aspects.data) {
    if (desired.row_problems.has_errors()) return wrong(desired.row_problems, "the rows of ");
    planning_options.rows = &desired.rows;
    planning_options.copier = session;
  }
  auto comparison = std::make_unique<Comparison>();
  comparison->server_version = session == nullptr ? 0 : live.state.server_version;
  auto planning = plan_changes(std::move(live.state), std::move(desired.state.catalog),
                               planning_options, session, session);
  if (!planning) return fail(std::move(planning.error()));
  if (planning->problems.has_errors()) return wrong(planning->problems, "");
  desired_->show(planning->problems);
  timings_.add("diff", duration_of(planning->times.diff));
  timings_.add("probe", duration_of(planning->times.probe));
  timings_.add("rows", duration_of(planning->times.rows));
  timings_.add("plan", duration_of(planning->times.plan));
  if (from_text) warn_of_bodies(planning->target, planning->plan);
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
  auto aspects = managed_aspects(options.manage);
  if (!aspects) return fail(std::move(aspects.error()));
  if (auto good = check_target_version(options, reader); !good) {
    return fail(std::move(good.error()));
  }
  auto read = reader.read(nullptr);
  if (!read) return fail(std::move(read.error()));
  ScopeOptions scope_options;
  scope_options.only = options.schemas;
  if (scope_options.only.empty()) scope_options.only = {ObjectPattern::everything()};
  scope_options.exclude = options.exclude;
  const Scope scope(scope_options);
  Catalog& catalog = read->state.catalog;
  {
    const Timings::Stage stage(timings, "canonicalise");
    make_expression_engine()->canonicalise(catalog, read->state.system);
  }
  if (before_scope) before_scope(read->state);
  const auto is_wanted = [&](const ObjectId& id) {
    if (id.kind == Kind::comment && !aspects->comments) return false;
    if (is_about_cluster(id) && !aspects->roles) return false;
    if (id.kind == Kind::owner && aspects->owners != Managed::everywhere) return false;
    const bool is_privilege = id.kind == Kind::privilege || id.kind == Kind::default_privilege;
    if (is_privilege && aspects->privileges != Managed::everywhere) return false;
    if (scope.excludes(catalog, id)) return false;
    if (scope.whole_database()) return true;
    // A schema is wanted with whatever is in it.
    const ObjectId object = id.of == Kind::none ? id : id.target();
    return object.kind == Kind::schema ? scope.includes_schema(object.name)
                                       : scope.includes(catalog, id);
  };
  std::vector<ObjectId> unwanted;  // all before any goes: parts are known by their wholes
  for_each_kind([&]<class T>() {
    for (const auto& [id, object] : catalog.objects<T>()) {
      if (!is_wanted(id)) unwanted.push_back(id);
    }
  });
  for (const ObjectId& id : unwanted) catalog.erase(id);
  SingleState out{std::move(read->state), reader.name(), {}, std::move(read->rename_problems)};
  if (aspects->data) out.rows = std::move(read->rows);
  return out;
}

Result<Planning> plan_from_nothing(const LiveState& state) {
  LiveState nothing;
  nothing.system = state.system;
  nothing.system.role = {};  // whoever reads it: owners are written out
  nothing.server_version = state.server_version;
  nothing.time_zone = state.time_zone;
  add_initial_objects(nothing.catalog, state.catalog);
  PlanningOptions options;
  options.probe = ProbeMode::never;
  options.scope.only = {ObjectPattern::everything()};
  options.scope.roles = true;
  options.access.privileges = options.access.owners = Managed::everywhere;
  return plan_changes(std::move(nothing), state.catalog, options, nullptr, nullptr);
}

}  // namespace schemadiff
