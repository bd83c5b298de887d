// Where PostgreSQL's server programs are: initdb, postgres, psql.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "engine/base/result.h"

namespace schemadiff {

struct ServerBinaries {
  std::filesystem::path folder;
  int major_version = 0;  // 15

  std::string program(const char* name) const { return (folder / name).string(); }
};

// The programs to use: `chosen` (--pg-bin), else PG_BIN, else every known place: the bindir of
// pg_config, Debian's and Red Hat's versioned folders, /usr/local, /opt and PATH, newest first.
// `major_version`: only that one will do (a cluster runs under the version that made it).
// `chosen` and PG_BIN are taken at their word: an error, not another place, when they hold nothing.
Result<ServerBinaries> find_server_binaries(const std::filesystem::path& chosen = {},
                                            std::optional<int> major_version = std::nullopt);

}  // namespace schemadiff
