// Runs the real binary, as a user would.
//
//   const auto run = run_schemadiff({"plan", "--to", file, "--db", database.conninfo()});
//   EXPECT_EQ(run.exit_code, 0) << run.errors;
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/postgres/child_process.h"

namespace schemadiff::testing {

// The binary that was built with these tests. Variables that would steer it (DATABASE_URL, PG*) are
// taken away unless `options` sets them; it is killed after a minute.
ProcessResult run_schemadiff(const std::vector<std::string>& arguments,
                             ProcessOptions options = {});

// A folder that goes away with this object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  // Writes a file, with the folders above it, and returns its path.
  std::string write(const std::string& name, const std::string& text) const;

 private:
  std::filesystem::path path_;
};

std::string read_file(const std::filesystem::path& file);

}  // namespace schemadiff::testing
