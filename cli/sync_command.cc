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

// What is true now, in a few lines.
void summarise(const Generation& generation) {
  note(fmt::format("The database is as {} declares:", generation.source));
  note(fmt::format("  {}, {}", counted(generation.tables, "table"),
                   counted(generation.views, "view")));
  if (generation.rows > 0) note(fmt::format("  {} as declared", counted(generation.rows, "row")));
  for (const GeneratedFile& file : generation.files)
    note(fmt::format("  {} {}", file.path, file.written ? "written" : "up to date"));
}

int sync(const Options& options, Timings& timings) {
  // First, so that a file that can't be replaced stops us before the database is changed.
  auto generation = prepare_generation(options.generators, options, timings);
  if (!generation) return report(generation.error());
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
  summarise(*generation);
  return kExitOk;
}

}  // namespace

int run_sync(const Options& options) {
  if (options.check_only) return run_check(options);
  Timings timings;
  return sync(options, timings);
}

}  // namespace schemadiff
