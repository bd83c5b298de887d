#include "cli/state_reader.h"

#include <fmt/format.h>

#include <fstream>
#include <future>
#include <iterator>
#include <set>
#include <utility>

#include "cli/terminal.h"
#include "engine/generate/snapshot.h"
#include "engine/model/builtin_system_catalog.h"
#include "engine/postgres/connection_settings.h"
#include "parser/parser.h"
#include "parser/partition_directives.h"
#include "parser/rename_hints.h"

namespace schemadiff {
namespace {

std::set<Identifier> schemas_of(const Catalog& catalog) {
  std::set<Identifier> out;
  for_each_kind([&]<class T>() {
    for (const auto& [id, object] : catalog.objects<T>()) {
      const bool is_schema = id.kind == Kind::schema || id.of == Kind::schema;
      const Identifier schema = is_schema ? id.name : id.schema;
      if (!schema.empty()) out.insert(schema);
    }
  });
  return out;
}

class DatabaseReader : public StateReader {
 public:
  DatabaseReader(std::unique_ptr<Session> session, std::string name, Timings& timings)
      : session_(std::move(session)), name_(std::move(name)), timings_(timings) {}

  Result<ReadState> read(const SystemCatalog*, const Surroundings*) override {
    ReadState out;
    {
      const Timings::Stage stage(timings_, "introspect");
      auto state = introspect(*session_);
      if (!state) return fail(std::move(state.error()));
      out.state = std::move(*state);
    }
    out.schemas = schemas_of(out.state.catalog);
    return out;
  }
  std::string name() const override { return name_; }
  Session* session() override { return session_.get(); }
  bool says_version() const override { return true; }

 private:
  std::unique_ptr<Session> session_;
  std::string name_;
  Timings& timings_;
};

class SnapshotReader : public StateReader {
 public:
  SnapshotReader(Snapshot snapshot, std::string name)
      : snapshot_(std::move(snapshot)), name_(std::move(name)) {}

  Result<ReadState> read(const SystemCatalog* system, const Surroundings*) override {
    ReadState out;
    out.state.catalog = snapshot_.catalog;
    out.state.system =
        system != nullptr ? *system : builtin_system_catalog(snapshot_.server_version);
    out.state.system.time_zone = snapshot_.time_zone;
    out.state.server_version = snapshot_.server_version;
    out.state.database = snapshot_.database;
    out.state.time_zone = snapshot_.time_zone;
    out.schemas = schemas_of(out.state.catalog);
    return out;
  }
  std::string name() const override { return name_; }
  bool says_version() const override { return true; }

 private:
  Snapshot snapshot_;
  std::string name_;
};

class FileReader : public StateReader {
 public:
  // `version`: the major one that they are for where no database is at hand; 0: the newest.
  FileReader(SourceSet&& sources, std::vector<RenameEntry> renames, std::string name, int version,
             Side side, Timings& timings)
      : renames_(std::move(renames)),
        name_(std::move(name)),
        version_(version),
        unsaid_parts_(side == Side::live ? UnsaidParts::name : UnsaidParts::leave_out),
        timings_(timings) {
    parsing_ = std::async(std::launch::async, [this, sources = std::move(sources)]() mutable {
      const Timings::Stage stage(timings_, "parse");
      return parse_trees(std::move(sources));
    });
  }
  ~FileReader() override {
    if (parsing_.valid()) parsing_.wait();
  }

  Result<ReadState> read(const SystemCatalog* system, const Surroundings* around) override {
    wait_for_parser();
    SystemCatalog builtin;
    if (system == nullptr) builtin = builtin_system_catalog(version_ * 10000);
    const SystemCatalog& known = system != nullptr ? *system : builtin;
    Diagnostics diagnostics;
    DesiredState desired;
    {
      const Timings::Stage stage(timings_, "build");
      desired = build_catalog(parsed_, known, diagnostics, unsaid_parts_, around);
    }
    if (!std::exchange(has_shown_syntax_, true)) show(parsed_.diagnostics);
    show(diagnostics);
    if (auto wrong = errors_of(parsed_.diagnostics, diagnostics); wrong)
      return fail(std::move(*wrong));
    ReadState out;
    out.renames = rename_hints(parsed_, desired.catalog, out.rename_problems);
    for (RenameHint& hint : rename_hints(renames_, desired.catalog, out.rename_problems)) {
      out.renames.push_back(std::move(hint));
    }
    report_unknown_directives(parsed_, out.directive_problems);
    out.exact_partitions = exact_partitions(parsed_, desired.catalog, out.directive_problems);
    out.is_text = true;
    out.state.catalog = std::move(desired.catalog);
    out.state.server_version = known.server_version;
    out.state.time_zone = known.time_zone;
    out.schemas = std::move(desired.schemas);
    out.borrowed = std::move(desired.borrowed);
    out.borrowed_objects = std::move(desired.borrowed_objects);
    out.mentions = std::move(desired.mentions);
    out.rows = std::move(desired.rows);
    out.row_problems = std::move(desired.row_problems);
    if (system == nullptr) out.state.system = std::move(builtin);
    return out;
  }
  bool may_name(Identifier schema) override {
    wait_for_parser();
    for (size_t file = 0; file < parsed_.sources.size(); ++file) {
      if (parsed_.sources.file(static_cast<int32_t>(file)).text.find(schema.str()) !=
          std::string::npos)
        return true;
    }
    return false;
  }
  void show_syntax_errors() override {
    if (!parsing_.valid()) return;
    wait_for_parser();
    has_shown_syntax_ = true;
    show(parsed_.diagnostics);
  }
  std::string name() const override { return name_; }
  std::optional<Place> place(SourceSpan where) const override {
    if (!where.known()) return std::nullopt;
    const SourcePosition position = parsed_.sources.position(where);
    return Place{parsed_.sources.file(where.file).name, static_cast<uint32_t>(position.line),
                 static_cast<uint32_t>(position.column)};
  }

  // Errors always, the rest unless --quiet.
  void show(const Diagnostics& diagnostics) const override {
    for (const Diagnostic& diagnostic : diagnostics.list()) {
      if (diagnostic.severity != Severity::error && Terminal::quiet()) continue;
      std::string text = parsed_.sources.render(diagnostic);
      while (!text.empty() && text.back() == '\n') text.pop_back();
      say_once(text);
    }
  }
  std::vector<LintDirective> lint_directives(Diagnostics& problems) const override {
    report_unknown_directives(parsed_, problems);
    return schemadiff::lint_directives(parsed_, problems);
  }

 private:
  std::optional<Error> errors_of(const Diagnostics& parsing, const Diagnostics& building) const {
    const size_t count = parsing.count_errors() + building.count_errors();
    if (count == 0) return std::nullopt;
    return mistakes_in(count, name_);
  }

  void wait_for_parser() {
    if (parsing_.valid()) parsed_ = parsing_.get();
  }

  std::vector<RenameEntry> renames_;  // of the configuration
  std::string name_;
  int version_;
  UnsaidParts unsaid_parts_;
  Timings& timings_;
  ParsedSources parsed_;
  bool has_shown_syntax_ = false;
  std::future<ParsedSources> parsing_;
};

ConnectionRequest request_of(const Options& options) {
  ConnectionRequest request;
  request.db = options.db;
  request.embedded.pg_bin = options.pg_bin;
  return request;
}

Result<std::unique_ptr<StateReader>> connect(Result<ConnectionSettings> settings,
                                             const Options& options, Timings& timings) {
  if (!settings) {
    Error error = std::move(settings.error());
    // The command line is well formed; it is the database that can't be had.
    if (error.code == ErrorCode::usage) error.code = ErrorCode::connection;
    return fail(std::move(error));
  }
  for (const std::string& warning : settings->warnings) warn(warning);
  const Timings::Stage stage(timings, "connect");
  SessionOptions session_options;
  session_options.conninfo = settings->conninfo;
  session_options.role = options.role;
  session_options.statement_timeout = options.statement_timeout;
  auto session = Session::connect(session_options);
  if (!session) return fail(std::move(session.error()));
  detail(fmt::format("{} is PostgreSQL {} ({})", settings->display,
                     (*session)->server_version_text(), settings->source));
  return std::make_unique<DatabaseReader>(std::move(*session), settings->display, timings);
}

// The text of the snapshot that `path` is; nothing if it is something else.
std::optional<std::string> snapshot_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::string text(256, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<size_t>(file.gcount()));
  if (!looks_like_snapshot(text)) return std::nullopt;
  text.append(std::istreambuf_iterator<char>(file), {});
  return text;
}

// [[rename]], with places in the file that has them.
std::vector<RenameEntry> configured_renames(const Options& options, SourceSet& sources,
                                            Diagnostics& diagnostics) {
  std::vector<RenameEntry> out;
  if (options.renames.empty()) return out;
  std::ifstream file(options.config_file, std::ios::binary);
  std::string text(std::istreambuf_iterator<char>(file), {});
  // A revision's files know nothing of it.
  const bool has_place = sources.size() > 0 && sources.file(0).revision.empty();
  const auto index =
      has_place ? sources.include(0, options.config_file, false, {}, diagnostics) : std::nullopt;
  for (const ConfiguredRename& rename : options.renames) {
    size_t offset = 0;
    for (uint32_t line = 1; line < rename.line; ++line) offset = text.find('\n', offset) + 1;
    out.push_back(
        {rename.kind, rename.from, rename.to, {index.value_or(-1), static_cast<uint32_t>(offset)}});
  }
  return out;
}

}  // namespace

Result<void> check_target_version(const Options& options, const StateReader& reader) {
  if (options.target_version == 0 || !reader.says_version()) return {};
  return fail(ErrorCode::usage, "--target-version is for files alone: " + reader.name() +
                                    " is of a version of its own");
}

Result<std::unique_ptr<StateReader>> StateReader::open_live(const Options& options,
                                                            Timings& timings) {
  return connect(resolve_connection(request_of(options)), options, timings);
}

Result<std::unique_ptr<StateReader>> StateReader::open(const std::vector<std::string>& arguments,
                                                       const Options& options, Timings& timings,
                                                       Side side) {
  std::string name;
  for (const std::string& argument : arguments) {
    if (!name.empty()) name += ", ";
    name += argument == "-" ? "standard input" : argument;
    const bool is_database = names_database(argument);
    const auto snapshot = is_database ? std::nullopt : snapshot_text(argument);
    if (!is_database && !snapshot) continue;
    if (arguments.size() > 1) {
      return fail(ErrorCode::usage,
                  std::string("a ") + (is_database ? "database" : "snapshot") +
                      " is a whole state and can't be combined with others",
                  "give it alone");
    }
    if (is_database) {
      return connect(resolve_database(argument, "the desired state", request_of(options)), options,
                     timings);
    }
    auto read = read_snapshot(*snapshot, argument);
    if (!read) return fail(std::move(read.error()));
    return std::make_unique<SnapshotReader>(std::move(*read), argument);
  }
  SourceSet sources;
  if (options.allowances.empty_state()) sources.accept_cut_off_dumps();
  Diagnostics diagnostics;
  const bool loaded = [&] {
    const Timings::Stage stage(timings, "load");
    return sources.load(arguments, diagnostics);
  }();
  std::vector<RenameEntry> renames = configured_renames(options, sources, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    std::string text = sources.render(diagnostic);
    while (!text.empty() && text.back() == '\n') text.pop_back();
    say_once(text);
  }
  if (!loaded) return fail(mistakes_in(diagnostics.count_errors(), name));
  const int version =
      options.target_version != 0 ? options.target_version : options.configured_version;
  return std::make_unique<FileReader>(std::move(sources), std::move(renames), name, version, side,
                                      timings);
}

}  // namespace schemadiff
