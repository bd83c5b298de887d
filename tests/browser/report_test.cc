// schemadiff report in a real Chromium, driven by tests/browser/report.mjs. The screenshots it
// takes stay in the build folder, for eyes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "tests/support/run_schemadiff.h"
#include "tests/support/throwaway_cluster.h"

namespace schemadiff::testing {
namespace {

namespace fs = std::filesystem;

const fs::path kSource = fs::path(SCHEMADIFF_SOURCE_DIR);
const fs::path kPackages = SCHEMADIFF_BROWSER_PACKAGES;

std::string find_chromium() {
  if (const char* named = std::getenv("CHROMIUM")) return named;
  for (const char* path : {"/usr/bin/chromium", "/usr/bin/chromium-browser",
                           "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"}) {
    if (fs::exists(path)) return path;
  }
  return "";
}

// Names that would be code if anything forgot to escape them.
constexpr const char* kHostile = R"(
CREATE TABLE "</script><script>window.stolen=1</script>" (
    id integer PRIMARY KEY,
    "<img src=x onerror=window.stolen=1>" text DEFAULT '<img src=x onerror="window.stolen=1">',
    "a ""quoted"" 'name' &amp; `more` ${x}" text
);
CREATE TABLE "ünïcödé 表 🐘" (
    "line
break" integer REFERENCES "</script><script>window.stolen=1</script>",
    "@@SCRIPT@@" text CHECK ("@@SCRIPT@@" <> '</style><svg onload=window.stolen=1>')
);
CREATE TABLE "javascript:window.stolen=1" ("]]> --> */ '); window.stolen=1; //" text);
CREATE TABLE "with.dot=and#hash?%41" (a integer);
COMMENT ON TABLE "javascript:window.stolen=1" IS '</title><script>window.stolen=1</script>';
COMMENT ON COLUMN "with.dot=and#hash?%41".a IS '" onmouseover="window.stolen=1';
)";

constexpr const char* kSchemas = R"(
CREATE SCHEMA billing;
CREATE TABLE users (id integer PRIMARY KEY, name text);
CREATE TABLE billing.accounts (id integer PRIMARY KEY, user_id integer REFERENCES users);
CREATE TABLE billing.invoices (id integer PRIMARY KEY, account_id integer NOT NULL REFERENCES billing.accounts);
CREATE TABLE notes (id integer PRIMARY KEY, parent integer REFERENCES notes);
)";

constexpr const char* kChange = R"(
CREATE TABLE legacy_tokens (id serial PRIMARY KEY, user_id integer, token text);
ALTER TABLE legacy_tokens ADD FOREIGN KEY (user_id) REFERENCES users (id);
ALTER TABLE users ADD COLUMN nickname text;
ALTER TABLE users DROP COLUMN name;
ALTER TABLE orders ALTER COLUMN note TYPE varchar(200);
DROP TABLE trades CASCADE;
DROP INDEX orders_open_idx;
)";

TEST(ReportInABrowser, IsUsedAsAPersonWould) {
  const std::string chromium = find_chromium();
  if (chromium.empty())
    GTEST_SKIP() << "no Chromium: apt install chromium, or CHROMIUM=/path/to/it";
  const TemporaryFolder folder;
  const fs::path screenshots = kPackages / "screenshots";
  fs::create_directories(screenshots);
  const auto write_report = [&](const std::string& name, std::vector<std::string> arguments) {
    const std::string file = (folder.path() / name).string();
    arguments.insert(arguments.begin(), "report");
    arguments.insert(arguments.end(), {"-o", file});
    const auto run = run_schemadiff(arguments);
    EXPECT_EQ(run.exit_code, 0) << run.errors;
    return file;
  };
  const std::string schema = (kSource / "desired-schema/schema.sql").string();
  const std::string exchange = write_report("exchange.html", {"--to", schema});
  const TestDatabase database(read_file(schema));
  database.execute(kChange);
  const std::string change =
      write_report("change.html", {"--to", schema, "--db", database.conninfo()});
  const std::string hostile =
      write_report("hostile.html", {"--to", folder.write("hostile.sql", kHostile)});
  const std::string schemas =
      write_report("schemas.html", {"--to", folder.write("schemas.sql", kSchemas)});

  ProcessOptions options;
  options.timeout = std::chrono::minutes(3);
  const auto run =
      run_process({"node", (kSource / "tests/browser/report.mjs").string(), kPackages.string(),
                   chromium, screenshots.string(), exchange, change, hostile, schemas},
                  options);
  ASSERT_TRUE(run) << run.error().sentence;
  EXPECT_EQ(run->exit_code, 0) << run->output << run->errors;
  EXPECT_THAT(run->output, ::testing::HasSubstr("ok no complaint on the console"));
}

}  // namespace
}  // namespace schemadiff::testing
