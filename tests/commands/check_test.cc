// schemadiff check: the database, generated files, a git revision, and what CI systems read.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include <nlohmann/json.hpp>

#include "tests/support/run_schemadiff.h"
#include "tests/support/throwaway_cluster.h"

namespace schemadiff::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Check : public ::testing::Test {
 protected:
  ProcessResult run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "check");
    ProcessOptions options;
    options.folder = folder_.path();
    options.environment = {{"SHOP_URL", url_}};
    return run_schemadiff(arguments, options);
  }
  void git(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"git", "-c", "user.name=a", "-c", "user.email=a@b"});
    ProcessOptions options;
    options.folder = folder_.path();
    const auto result = run_process(arguments, options);
    ASSERT_TRUE(result && result->exit_code == 0) << (result ? result->errors : "no git");
  }

  std::string url_ = "postgresql://nobody@127.0.0.1:1/none";
  TemporaryFolder folder_;
};

constexpr const char* kConfig =
    "files = [\"schema.sql\"]\n"
    "[env.local]\nurl = \"${SHOP_URL}\"\n"
    "[generators.drizzle]\noutput = \"types\"\n";

TEST_F(Check, GeneratedFilesNeedNoDatabase) {
  folder_.write("schemadiff.toml", kConfig);
  folder_.write("schema.sql", "CREATE TABLE shops (id integer PRIMARY KEY);");
  const auto missing = run({"--generated"});
  EXPECT_EQ(missing.exit_code, 2) << missing.errors;
  EXPECT_THAT(missing.errors, HasSubstr("types/schema.ts:1: is missing"));
  EXPECT_THAT(missing.errors, HasSubstr("run 'schemadiff generate'"));
  EXPECT_THAT(run({"--generated", "--format", "github"}).output,
              HasSubstr("::error title=schemadiff stale-file::"));
  ProcessOptions options;
  options.folder = folder_.path();
  ASSERT_EQ(run_schemadiff({"generate"}, options).exit_code, 0);
  EXPECT_EQ(run({"--generated"}).exit_code, 0);
}

TEST_F(Check, TheDatabaseIsAskedAboutTogetherWithTheFiles) {
  const TestDatabase database("CREATE TABLE shops (id integer PRIMARY KEY)");
  url_ = database.url();
  folder_.write("schemadiff.toml", kConfig);
  folder_.write("schema.sql", "CREATE TABLE shops (id integer PRIMARY KEY);");
  auto check = run({});
  EXPECT_EQ(check.exit_code, 2) << "the files are missing";
  EXPECT_THAT(check.output, HasSubstr("In sync"));
  EXPECT_THAT(check.errors, HasSubstr("types/schema.ts:1: is missing"));
  EXPECT_EQ(nlohmann::json::parse(run({"--format", "json"}).output).at("exit_code"), 2);
  EXPECT_THAT(run({"--format", "markdown"}).output, HasSubstr("types/schema.ts:1"));
  ProcessOptions options;
  options.folder = folder_.path();
  ASSERT_EQ(run_schemadiff({"generate"}, options).exit_code, 0);
  check = run({});
  EXPECT_EQ(check.exit_code, 0) << check.errors;

  database.execute("ALTER TABLE shops ADD more text");
  check = run({"--format", "github"});
  EXPECT_EQ(check.exit_code, 2);
  EXPECT_THAT(check.output,
              HasSubstr("::error file=schema.sql,line=1,col=1,title=schemadiff "
                        "drift::column public.shops.more is there and not declared\n"));
  EXPECT_THAT(run({"--format", "junit"}).output, HasSubstr("failures=\"2\""));
}

TEST_F(Check, RowsAreCountedAndNotShown) {
  const TestDatabase database("CREATE TABLE keys (id integer PRIMARY KEY, api_secret text)");
  folder_.write("schema.sql",
                "CREATE TABLE keys (id integer PRIMARY KEY, api_secret text);\n"
                "INSERT INTO keys VALUES (1, 'hush');");
  for (const char* format : {"markdown", "github", "sarif", "junit"}) {
    const auto check = run({"--to", "schema.sql", "--db", database.conninfo(), "--format", format});
    EXPECT_EQ(check.exit_code, 2) << check.errors;
    EXPECT_THAT(check.output, Not(HasSubstr("hush"))) << format;
    EXPECT_THAT(check.output, HasSubstr("rows public.keys")) << format;
  }
}

TEST_F(Check, SinceListsTheHazardsOfAChange) {
  folder_.write("schemadiff.toml", kConfig);
  folder_.write("schema.sql", "CREATE TABLE t (\n  a int,\n  b text\n);\n");
  git({"init", "-q"});
  git({"commit", "-q", "--allow-empty", "-m", "empty"});
  const auto all_new = run({"--since", "git:HEAD"});
  EXPECT_EQ(all_new.exit_code, 0) << all_new.errors;
  EXPECT_THAT(all_new.errors, HasSubstr("schema.sql is not in HEAD: all of it is new"));

  git({"add", "."});
  git({"commit", "-q", "-m", "first"});
  EXPECT_EQ(run({"--since", "git:HEAD"}).output, "");

  folder_.write("schema.sql", "CREATE TABLE t (\n  a bigint,\n  b text\n);\n");
  const auto slow = run({"--since", "git:HEAD"});
  EXPECT_EQ(slow.exit_code, 0) << slow.output << slow.errors;
  EXPECT_THAT(slow.output, HasSubstr("schema.sql:2:3: warning: alter column public.t.a: "));
  EXPECT_THAT(slow.output, HasSubstr("[table-rewrite]"));

  folder_.write("schema.sql", "CREATE TABLE t (\n  a int\n);\n");
  const auto loss = run({"--since", "HEAD"});
  EXPECT_EQ(loss.exit_code, 2) << loss.output;
  EXPECT_THAT(loss.output, HasSubstr("schema.sql:1:1: error: drop column public.t.b: "));
  EXPECT_THAT(loss.output, HasSubstr("--allow data-loss:column:public.t.b"));
  EXPECT_EQ(run({"--since", "HEAD", "--allow", "data-loss:column:public.t.b"}).exit_code, 0);
  EXPECT_THAT(run({"--since", "HEAD", "--format", "github"}).output,
              HasSubstr("::error file=schema.sql,line=1,col=1,title=schemadiff data-loss::"));

  const auto nowhere = run({"--since", "git:nowhere"});
  EXPECT_EQ(nowhere.exit_code, 1);
  EXPECT_THAT(nowhere.errors, HasSubstr("there is no such revision"));
  EXPECT_EQ(run({"--since", "HEAD", "--generated"}).exit_code, 64);
}

}  // namespace
}  // namespace schemadiff::testing
