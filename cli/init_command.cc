#include <filesystem>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/terminal.h"

namespace schemadiff {
namespace {

namespace fs = std::filesystem;

constexpr const char* kConfig =
    R"(# What schemadiff looks at when no flags say otherwise (docs/configuration.md).

# The desired state; paths are relative to this file.
files = ["schema.sql"]

# The databases. `schemadiff sync` takes local, `--env NAME` another.
[env.local]
url = "${DATABASE_URL}"

# TypeScript for Drizzle ORM: schema.ts and relations.ts in this folder.
# [generators.drizzle]
# output = "drizzle"
)";

}  // namespace

int run_init(const Options& options) {
  for (const char* file : {"schemadiff.toml", "schema.sql"}) {
    std::error_code error;
    const bool is_needed = fs::path(file) == "schemadiff.toml" || !options.db.empty();
    if (is_needed && fs::exists(file, error)) {
      complain(std::string(file) + " is there already; nothing was written",
               "remove it, or go to another folder");
      return kExitError;
    }
  }
  if (!options.db.empty()) {
    Options dump = options;
    dump.output = "schema.sql";
    const int code = run_dump(dump);
    if (code != kExitOk) return code;
    note("schema.sql written: the database as it is");
  }
  if (const auto written = replace_file("schemadiff.toml", kConfig); !written) {
    return report(written.error());
  }
  note("schemadiff.toml written");
  note(options.db.empty() ? "Declare your tables in schema.sql, then: schemadiff sync"
                          : "Edit schema.sql, then: schemadiff sync");
  return kExitOk;
}

}  // namespace schemadiff
