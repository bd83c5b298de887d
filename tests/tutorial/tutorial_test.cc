// docs/tutorial.md: every sh block of it, in order, in one shell, as somebody would who follows it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <sstream>

#include "tests/support/run_schemadiff.h"

namespace schemadiff::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

std::string commands_of(const std::string& page) {
  std::istringstream lines(page);
  std::string out = "set -euo pipefail\n";
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line == "```sh" || (inside && line == "```")) {
      inside = !inside;
      continue;
    }
    if (inside) out += line + "\n";
  }
  return out;
}

class Tutorial : public ::testing::Test {
 protected:
  ProcessResult run(const std::vector<std::string>& command) const {
    ProcessOptions options;
    options.folder = folder_.path() / "exchange";
    const std::string binaries = fs::path(SCHEMADIFF_BINARY).parent_path().string() + ":" +
                                 (fs::path(SCHEMADIFF_PRE_COMMIT) / "bin").string();
    options.environment = {{"PATH", binaries + ":" + std::getenv("PATH")},
                           {"SCHEMADIFF_STATE_DIR", (folder_.path() / "server").string()},
                           {"PRE_COMMIT_HOME", (folder_.path() / "hooks").string()},
                           {"GIT_CONFIG_GLOBAL", "/dev/null"},
                           {"GIT_AUTHOR_NAME", "a"},
                           {"GIT_AUTHOR_EMAIL", "a@example.com"},
                           {"GIT_COMMITTER_NAME", "a"},
                           {"GIT_COMMITTER_EMAIL", "a@example.com"}};
    options.unset = {"DATABASE_URL", "SCHEMADIFF_DATABASE_URL", "PGHOST", "SKIP"};
    options.timeout = std::chrono::minutes(4);
    auto result = run_process(command, options);
    if (!result) throw std::runtime_error(result.error().sentence);
    return std::move(*result);
  }
  ~Tutorial() override { run({SCHEMADIFF_BINARY, "db", "stop"}); }

  TemporaryFolder folder_;
};

TEST_F(Tutorial, Works) {
  fs::permissions(folder_.path(),
                  fs::perms::owner_all | fs::perms::group_exec |
                      fs::perms::others_exec);  // the server may run as another user
  fs::create_directories(folder_.path() / "exchange");
  fs::create_directory_symlink(fs::path(SCHEMADIFF_DRIZZLE_PACKAGES) / "node_modules",
                               folder_.path() / "exchange/node_modules");
  const std::string page = read_file(fs::path(SCHEMADIFF_SOURCE_DIR) / "docs/tutorial.md");
  folder_.write("commands.sh", commands_of(page));
  const auto run = this->run({"bash", (folder_.path() / "commands.sh").string()});
  ASSERT_EQ(run.exit_code, 0) << run.output << run.errors;
  EXPECT_THAT(run.errors, HasSubstr("  3 tables, 0 views\n  2 rows as declared\n"
                                    "  drizzle/schema.ts written\n"));
  EXPECT_THAT(run.errors, HasSubstr("drizzle/schema.ts:1: is not what the schema gives now"));
  EXPECT_THAT(run.output, HasSubstr(" binance  | https://api.binance.com\n"));
  EXPECT_THAT(read_file(folder_.path() / "exchange/drizzle/schema.ts"),
              HasSubstr("exchangeId: integer(\"exchange_id\")"));
  // What the page shows is what it gives.
  for (const char* line :
       {"schema.sql:20:27: ",
        "warning: no index of public.user_exchanges begins with (exchange_id)",
        "error: drop column public.user_exchanges.exchange_name: ",
        "  hint: to permit it: --allow data-loss:column:public.user_exchanges.exchange_name"}) {
    EXPECT_THAT(page, HasSubstr(line));
    EXPECT_THAT(run.output, HasSubstr(line));
  }
}

}  // namespace
}  // namespace schemadiff::testing
