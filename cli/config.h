// schemadiff.toml: where the desired state is, which databases there are, what is generated.
#pragma once

#include "cli/options.h"
#include "engine/base/result.h"

namespace schemadiff {

// What a command wants of the file.
struct ConfigUse {
  bool environment = false;     // an [env.NAME] gives --db
  bool database_alone = false;  // --db without --to is the whole state
  bool always = false;          // even if --to was given
};

// Fills in what the command line left open. Reads the file if --to was not given, or --config or
// --env was; that there is none is an error only in the last two cases. Mistakes are shown one by
// one, with file, line and key.
Result<void> take_from_config(Options& options, const ConfigUse& use);

}  // namespace schemadiff
