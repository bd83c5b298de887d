// The generated rows behind builtin_system_catalog(): for that function alone.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace schemadiff::internal {

// Chunks of lines: "=type" and so on begin a table, its rows follow, columns separated by tabs
// (scripts/generate_builtin_catalog.py has the columns).
struct BuiltinTables {
  int server_version;
  std::span<const std::string_view> chunks;
};

// In the order of versions.
std::vector<BuiltinTables> builtin_tables();

}  // namespace schemadiff::internal
