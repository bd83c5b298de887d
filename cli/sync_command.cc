#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/generation.h"
#include "cli/pipeline.h"
#include "cli/show.h"
#include "cli/terminal.h"

namespace schemadiff {
namespace {

std::string counted(size_t number, const char* word) {
  return fmt::format("{} {}{}", number, word, number == 1 ? "" : "s");
}

// For CI: what sync would do, and the exit code of `check`.
int check(const Generation& generation, const Options& options) {
  const int database = run_check(options);
  if (database != kExitOk && database != kExitDifferences) return database;
  const bool files = show_stale(generation);
  if (!files) say("run 'schemadiff sync' and commit what it writes");
  return files ? database : static_cast<int>(kExitDifferences);
}

int sync(const Options& options, Timings& timings) {
  // First, so that a file that can't be replaced stops us before the database is changed.
  auto generation = prepare_generation(options.generators, options, timings);
  if (!generation) return report(generation.error());
  if (options.check_only) return check(*generation, options);
  if (const auto allowed = may_overwrite(*generation, options); !allowed) {
    return report(allowed.error());
  }
  const int applied = run_apply(options);
  if (applied != kExitOk) {
    if (!generation->files.empty()) say("No file was generated: the database is not as declared.");
    return applied;
  }
  if (const auto written = write_files(*generation); !written) {
    const int code = report(written.error());
    say("The database is as declared; 'schemadiff generate' writes the files once that is mended.");
    return code;
  }
  note(fmt::format(
      "The database has {} and {}, as {} declares{}.", counted(generation->tables, "table"),
      counted(generation->views, "view"), generation->source,
      generation->files.empty()
          ? ""
          : "; " + counted(generation->files.size(), "generated file") + " up to date"));
  return kExitOk;
}

}  // namespace

int run_sync(const Options& options) {
  Timings timings;
  return sync(options, timings);
}

}  // namespace schemadiff
