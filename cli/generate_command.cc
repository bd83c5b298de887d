#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/generation.h"
#include "cli/show.h"
#include "cli/terminal.h"

namespace schemadiff {
namespace {

// Those of the configuration, or the one that the command line names; flags come first.
std::vector<GeneratorOptions> wanted(const Options& options) {
  std::vector<GeneratorOptions> out = options.generators;
  if (out.empty()) out.emplace_back();
  for (GeneratorOptions& generator : out) {
    const GeneratorOptions& flags = options.generator;
    if (!options.output.empty()) generator.output = options.output;
    if (flags.keep_names) generator.keep_names = true;
    if (!flags.relations) generator.relations = false;
    if (!flags.import_extension.empty()) generator.import_extension = flags.import_extension;
  }
  return out;
}

int generate(const Options& options, Timings& timings) {
  auto generation = prepare_generation(wanted(options), options, timings);
  if (!generation) return report(generation.error());
  if (options.check_only) {
    const auto stale =
        stale_files(*generation, "run 'schemadiff generate' and commit what it writes");
    return show_stale(stale) ? kExitOk : kExitDifferences;
  }
  if (const auto allowed = may_overwrite(*generation, options); !allowed) {
    return report(allowed.error());
  }
  const auto written = write_files(*generation);
  for (const GeneratedFile& file : generation->files) {
    if (file.written) note(file.path + " written");
    if (!file.written && file.state == GeneratedFile::State::current)
      note(file.path + " is up to date");
  }
  if (!written) return report(written.error());
  return kExitOk;
}

}  // namespace

int run_generate(const Options& options) {
  Timings timings;
  const int code = generate(options, timings);
  show_timings(options, timings);
  return code;
}

}  // namespace schemadiff
