// Files that generators write: made in memory first, so that nothing is half done.
#pragma once

#include <string>
#include <vector>

#include "cli/options.h"
#include "cli/timings.h"
#include "engine/base/result.h"
#include "engine/render/findings.h"

namespace schemadiff {

struct GeneratedFile {
  enum class State : uint8_t { missing, current, stale, edited, foreign };
  std::string path;
  std::string text;
  State state = State::missing;
  bool written = false;  // by this process
};

struct Generation {
  std::vector<GeneratedFile> files;
  std::string source;  // for people
  size_t tables = 0;
  size_t views = 0;
  size_t rows = 0;  // that are declared
};

// Reads the state that `options` names (--to, or --db without it; no database is needed for files)
// and makes every generator's files, without writing any.
Result<Generation> prepare_generation(const std::vector<GeneratorOptions>& generators,
                                      const Options& options, Timings& timings);

// Fails if somebody edited a file by hand, or wrote it, unless --force.
Result<void> may_overwrite(const Generation& generation, const Options& options);

// Writes what is not current yet; each file is replaced whole.
Result<void> write_files(Generation& generation);

// Each file that is not as it should be; `hint` says what to do.
std::vector<Finding> stale_files(const Generation& generation, const std::string& hint);
// Names them on standard error; true if there is none.
bool show_stale(const std::vector<Finding>& stale);

}  // namespace schemadiff
