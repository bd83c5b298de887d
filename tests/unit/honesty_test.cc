// For every schema file there is: what we read from it is what a server makes of it.
// SCHEMADIFF_CORPUS names a folder of more files to try; SCHEMADIFF_HONESTY_FILTER a part of their
// paths.
#include "tests/support/honesty.h"
#include "tests/support/run_schemadiff.h"
#include "tests/support/throwaway_cluster.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <unordered_set>

namespace schemadiff::testing {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> sql_files(const fs::path& folder) {
  std::vector<fs::path> files;
  if (!fs::exists(folder)) return files;
  std::unordered_set<std::string> texts;  // histories repeat themselves
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().extension() != ".sql") continue;
    std::stringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    if (text.str().empty() || !texts.insert(text.str()).second) continue;
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

// Files that the server refuses are skipped: a desired state may be in any order, a script not.
void expect_honest(const fs::path& file, bool must_parse, Reading reading = Reading::file) {
  const Honesty honesty = check_honesty(file, reading);
  if (honesty.outcome == Honesty::Outcome::not_loadable) return;
  if (honesty.outcome == Honesty::Outcome::not_parsed) {
    if (must_parse) ADD_FAILURE() << file << "\n" << honesty.message;
    return;
  }
  for (const std::string& difference : honesty.differences) {
    ADD_FAILURE() << file << "\n  " << difference;
  }
  for (const std::string& difference : honesty.expressions) {
    ADD_FAILURE() << file << "\n  even the server finds different: " << difference;
  }
}

// The server must take all of it.
void expect_every_kind_honest(Reading reading) {
  const TemporaryFolder folder;
  const std::string file = folder.write(
      "every_kind.sql", for_test_server(read_file(fs::path(SCHEMADIFF_SOURCE_DIR) /
                                                  "tests/unit/honesty_every_kind.sql")));
  const Honesty honesty = check_honesty(file, reading);
  EXPECT_EQ(honesty.outcome, Honesty::Outcome::compared) << honesty.message;
  expect_honest(file, true, reading);
}

void expect_honest_folder(const fs::path& folder, bool must_parse) {
  const char* filter = std::getenv("SCHEMADIFF_HONESTY_FILTER");
  for (const fs::path& file : sql_files(folder)) {
    if (filter != nullptr && file.string().find(filter) == std::string::npos) continue;
    expect_honest(file, must_parse);
  }
}

TEST(Honesty, DesiredSchema) {
  expect_honest_folder(fs::path(SCHEMADIFF_SOURCE_DIR) / "desired-schema", true);
}

TEST(Honesty, EveryKind) { expect_every_kind_honest(Reading::file); }

TEST(Honesty, EveryKindDumped) {
  const auto version = run_process({"pg_dump", "--version"});
  ASSERT_TRUE(version);
  // "pg_dump (PostgreSQL) 15.13"
  const int major = std::stoi(version->output.substr(version->output.find(") ") + 2));
  if (major < test_server_version() / 10000) GTEST_SKIP() << "pg_dump is older than the server";
  expect_every_kind_honest(Reading::pg_dump);
}

// Some cases are about files that we refuse.
TEST(Honesty, Cases) {
  expect_honest_folder(fs::path(SCHEMADIFF_SOURCE_DIR) / "tests/cases", false);
}

TEST(Honesty, Corpus) {
  const char* corpus = std::getenv("SCHEMADIFF_CORPUS");
  if (corpus == nullptr) GTEST_SKIP() << "SCHEMADIFF_CORPUS names no folder";
  expect_honest_folder(corpus, true);
}

}  // namespace
}  // namespace schemadiff::testing
