#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/pipeline.h"
#include "cli/show.h"
#include "cli/state_reader.h"
#include "cli/terminal.h"
#include "engine/generate/schema_sql.h"
#include "engine/generate/snapshot.h"

namespace schemadiff {
namespace {

namespace fs = std::filesystem;

Result<void> write_folder(const fs::path& folder, const std::vector<SchemaFile>& files) {
  std::set<fs::path> written;
  const auto make_folder = [](const fs::path& path) -> Result<void> {
    std::error_code error;
    fs::create_directories(path, error);
    if (!error) return {};
    return fail(ErrorCode::file,
                "cannot make the folder " + path.string() + ": " + error.message());
  };
  // Of an empty database too.
  if (auto made = make_folder(folder); !made) return made;
  for (const SchemaFile& file : files) {
    const fs::path path = folder / file.path;
    if (auto made = make_folder(path.parent_path()); !made) return made;
    auto done = replace_file(path.string(), file.text);
    if (!done) return done;
    written.insert(path);
  }
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    if (at->path().extension() == ".sql" && !written.contains(at->path())) {
      warn(at->path().string() + " is not part of this dump",
           "it was there before; remove it if its object is gone");
    }
  }
  note(fmt::format("{} files in {}", files.size(), folder.string()));
  return {};
}

void warn_of_unmanaged(const LiveState& state) {
  for (const auto& [what, names] : state.unmanaged) {
    std::string list;
    for (size_t i = 0; i < names.size() && i < 5; ++i) list += (i == 0 ? "" : ", ") + names[i];
    if (names.size() > 5) list += ", …";
    warn(fmt::format("not in the dump: {} {} ({})", names.size(), what, list));
  }
}

// What a file must not say by accident; a snapshot has all there is.
Options with_all_aspects(Options options) {
  if (options.manage.empty() && options.format == Format::json) options.manage = "all";
  return options;
}

Result<void> dump(const Options& given, Timings& timings) {
  const Options options = with_all_aspects(given);
  if (!options.split.empty() && (options.format == Format::json || !options.output.empty())) {
    return fail(ErrorCode::usage, "--split goes with neither --output nor --format json");
  }
  auto reader = StateReader::open_live(options, timings);
  if (!reader) return fail(std::move(reader.error()));
  bool has_privileges = false;
  auto single = read_single_state(**reader, options, timings, [&](LiveState& state) {
    has_privileges = !state.catalog.objects<Privilege>().empty() ||
                     !state.catalog.objects<DefaultPrivilege>().empty();
  });
  if (!single) return fail(std::move(single.error()));
  if (options.manage.empty() && has_privileges) {
    note("privileges and owners are not in the dump: --manage all writes them");
  }
  LiveState& state = single->state;
  warn_of_unmanaged(state);
  if (options.format == Format::json) {
    Snapshot snapshot;
    snapshot.catalog = std::move(state.catalog);
    snapshot.database = state.database;
    snapshot.server_version = state.server_version;
    snapshot.time_zone = state.time_zone;
    return write_output(options.output, write_snapshot(snapshot));
  }
  simplify(state.catalog);
  auto planning = plan_from_nothing(state);
  if (!planning) return fail(std::move(planning.error()));
  for (const Refusal& refusal : planning->plan.refusals) {
    return fail(ErrorCode::unsupported,
                describe(refusal.object) + " can't be written: " + refusal.reason, refusal.hint);
  }
  if (!options.split.empty()) {
    return write_folder(options.split, split_schema_sql(planning->plan, state.catalog));
  }
  const std::string heading =
      fmt::format("Schema of {} (PostgreSQL {})", state.database, state.server_version / 10000);
  return write_output(options.output, schema_sql(planning->plan, state.catalog, heading));
}

}  // namespace

int run_dump(const Options& options) {
  Timings timings;
  const auto done = dump(options, timings);
  show_timings(options, timings);
  return done ? kExitOk : report(done.error());
}

}  // namespace schemadiff
