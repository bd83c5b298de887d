// schemadiff.toml: where the desired state is, which databases there are, what is generated.
#pragma once

#include "cli/options.h"
#include "engine/base/result.h"

namespace schemadiff {

// Fills in what the command line left open. Reads the file if --to was not given, or --config or
// --env was; that there is none is an error only in the last two cases. Mistakes are shown one by
// one, with file, line and key.
// `wants_database`: an [env.NAME] gives --db.
Result<void> take_from_config(Options& options, bool wants_database);

}  // namespace schemadiff
