// The yardstick: what it costs anybody to read both sides, with nothing compared. Absolute times
// differ between machines; the ratio to this does not.
#pragma once

#include <chrono>
#include <string>

namespace schemadiff::testing {

struct Reference {
  std::chrono::duration<double> parse;  // libpg_query, text to JSON trees
  std::chrono::duration<double> read;   // the catalog, set by set, with every pg_get_* called
};

Reference measure_reference(const std::string& schema_text, const std::string& conninfo);

}  // namespace schemadiff::testing
