// A catalog as JSON, with every field of every object: `dump --format json` writes it, --to and
// `diff` read it.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/model/catalog.h"

namespace schemadiff {

struct Snapshot {
  Catalog catalog;
  std::string database;    // where it comes from, for people
  int server_version = 0;  // server_version_num; 0: unknown
  std::string time_zone;   // what timestamptz literals without a zone mean there
};

std::string write_snapshot(const Snapshot& snapshot);

// `name`: of the file, for messages.
Result<Snapshot> read_snapshot(std::string_view text, const std::string& name);

// True if the text begins as write_snapshot() writes: cheap, looks at the first bytes only.
bool looks_like_snapshot(std::string_view text);

}  // namespace schemadiff
