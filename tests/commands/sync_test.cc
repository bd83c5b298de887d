// schemadiff.toml, and the commands that go by it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/run_schemadiff.h"
#include "tests/support/throwaway_cluster.h"

namespace schemadiff::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kConfig =
    "files = [\"schema.sql\"]\n"
    "[env.local]\nurl = \"${SHOP_URL}\"\n"
    "[env.production]\nurl = \"${NOBODY_SETS_THIS}\"\n"
    "[generators.drizzle]\noutput = \"types\"\n";

class Sync : public ::testing::Test {
 protected:
  ProcessResult run(const std::vector<std::string>& arguments, const std::string& below = "") {
    ProcessOptions options;
    options.folder = folder_.path() / below;
    options.environment = {{"SHOP_URL", database_.url()}};
    return run_schemadiff(arguments, options);
  }
  bool has(const std::string& file) const { return fs::exists(folder_.path() / file); }

  TestDatabase database_;
  TemporaryFolder folder_;
};

TEST_F(Sync, AppliesAndGenerates) {
  folder_.write("schemadiff.toml", kConfig);
  folder_.write("schema.sql", "CREATE TABLE shops (id integer PRIMARY KEY, name text);");
  fs::create_directories(folder_.path() / "deep/below");

  auto check = run({"sync", "--check"});
  EXPECT_EQ(check.exit_code, 2) << check.errors;
  EXPECT_THAT(check.errors, HasSubstr("types/schema.ts:1: is missing"));
  EXPECT_FALSE(has("types"));
  EXPECT_EQ(database_.scalar("SELECT to_regclass('shops') IS NULL"), "t");

  const auto first = run({"sync", "--auto-approve"}, "deep/below");
  EXPECT_EQ(first.exit_code, 0) << first.errors;
  EXPECT_THAT(first.errors, HasSubstr("schema.sql declares:\n  1 table, 0 views\n"));
  EXPECT_THAT(read_file(folder_.path() / "types/schema.ts"), HasSubstr("pgTable(\"shops\", {"));
  EXPECT_TRUE(has("types/relations.ts"));
  EXPECT_EQ(database_.scalar("SELECT count(*) FROM shops"), "0");

  const auto written = fs::last_write_time(folder_.path() / "types/schema.ts");
  const auto second = run({"sync", "--auto-approve"});
  EXPECT_EQ(second.exit_code, 0) << second.errors;
  EXPECT_THAT(second.output, HasSubstr("In sync"));
  EXPECT_EQ(fs::last_write_time(folder_.path() / "types/schema.ts"), written);
  check = run({"sync", "--check"});
  EXPECT_EQ(check.exit_code, 0) << check.errors;
  EXPECT_EQ(run({"generate", "--check"}).exit_code, 0);
  EXPECT_EQ(run({"check"}).exit_code, 0);

  database_.execute("DROP TABLE shops");
  EXPECT_EQ(run({"sync", "--check"}).exit_code, 2) << "the files are right, the database is not";
}

TEST_F(Sync, ChangesNothingWhenAFileWasEdited) {
  folder_.write("schemadiff.toml", kConfig);
  folder_.write("schema.sql", "CREATE TABLE shops (id integer);");
  folder_.write("types/schema.ts", "export const mine = 1;\n");
  const auto sync = run({"sync", "--auto-approve"});
  EXPECT_EQ(sync.exit_code, 1);
  EXPECT_THAT(sync.errors, HasSubstr("types/schema.ts:1: this file is not one that schemadiff"));
  EXPECT_EQ(database_.scalar("SELECT to_regclass('shops') IS NULL"), "t");
  EXPECT_EQ(read_file(folder_.path() / "types/schema.ts"), "export const mine = 1;\n");
}

TEST_F(Sync, GeneratesNothingWhenAStepIsRefused) {
  folder_.write("schemadiff.toml", kConfig);
  folder_.write("schema.sql", "CREATE TABLE kept (id integer);");
  database_.execute("CREATE TABLE kept (id integer); CREATE TABLE gone AS SELECT 1 AS a");
  const auto sync = run({"sync", "--auto-approve"});
  EXPECT_EQ(sync.exit_code, 3) << sync.errors;
  EXPECT_THAT(sync.errors, HasSubstr("No file was generated"));
  EXPECT_FALSE(has("types"));
  EXPECT_EQ(database_.scalar("SELECT count(*) FROM gone"), "1");
  EXPECT_EQ(run({"sync", "--auto-approve", "--allow", "data-loss"}).exit_code, 0);
  EXPECT_TRUE(has("types/schema.ts"));
}

TEST_F(Sync, AnUnsetVariableIsNamed) {
  folder_.write("schemadiff.toml", kConfig);
  folder_.write("schema.sql", "CREATE TABLE shops (id integer);");
  const auto sync = run({"sync", "--env", "production"});
  EXPECT_EQ(sync.exit_code, 1);
  EXPECT_THAT(sync.errors, HasSubstr("schemadiff.toml:5: error: env.production.url: the variable "
                                     "NOBODY_SETS_THIS is not set"));
  const auto misspelt = run({"sync", "--env", "prodution"});
  EXPECT_EQ(misspelt.exit_code, 1);
  EXPECT_THAT(misspelt.errors, HasSubstr("did you mean production?"));
}

TEST_F(Sync, EveryMistakeInTheFileIsShown) {
  folder_.write("schemadiff.toml",
                "file = [\"schema.sql\"]\n"
                "schemas = \"public\"\n"
                "[env.local]\n"
                "url = 5432\n"
                "[generators.drizzle]\n"
                "casing = \"snake\"\n"
                "relations = \"yes\"\n");
  const auto plan = run({"plan"});
  EXPECT_EQ(plan.exit_code, 1);
  EXPECT_THAT(plan.errors, HasSubstr("schemadiff.toml:1: error: file: there is no such key"));
  EXPECT_THAT(plan.errors, HasSubstr("did you mean files?"));
  EXPECT_THAT(plan.errors, HasSubstr("schemadiff.toml:2: error: schemas: must be a list"));
  EXPECT_THAT(plan.errors, HasSubstr("schemadiff.toml:4: error: env.local.url: must be a string"));
  EXPECT_THAT(plan.errors, HasSubstr("schemadiff.toml:6: error: generators.drizzle.casing: must"));
  EXPECT_THAT(plan.errors, HasSubstr("schemadiff.toml:7: error: generators.drizzle.relations:"));
  EXPECT_THAT(plan.errors, HasSubstr("5 errors in schemadiff.toml"));

  folder_.write("schemadiff.toml", "files = [\n");
  const auto broken = run({"plan"});
  EXPECT_EQ(broken.exit_code, 1);
  EXPECT_THAT(broken.errors, HasSubstr("schemadiff.toml:1:11: error: "));
}

TEST_F(Sync, OneOfSeveralDatabasesMustBeChosen) {
  folder_.write("schemadiff.toml",
                "files = [\"schema.sql\"]\n[env.staging]\nurl = \"${SHOP_URL}\"\n"
                "[env.production]\nurl = \"${NOBODY_SETS_THIS}\"\n");
  folder_.write("schema.sql", "CREATE TABLE shops (id integer);");
  const auto plan = run({"plan"});
  EXPECT_EQ(plan.exit_code, 1) << plan.output;
  EXPECT_THAT(plan.errors, HasSubstr("which of its databases is meant?"));
  EXPECT_THAT(plan.errors, HasSubstr("--env production, or --env staging"));
  EXPECT_EQ(run({"plan", "--env", "staging"}).exit_code, 0);
  EXPECT_EQ(run({"plan", "--db", database_.url()}).exit_code, 0);
}

TEST_F(Sync, FlagsComeBeforeTheFile) {
  folder_.write("schemadiff.toml", kConfig);
  folder_.write("schema.sql", "CREATE TABLE shops (id integer);");
  const std::string other = folder_.write("other.sql", "CREATE TABLE other (id integer);");
  const TestDatabase elsewhere;
  const auto plan = run({"plan", "--db", elsewhere.conninfo(), "--exit-code"});
  EXPECT_EQ(plan.exit_code, 2) << plan.errors;
  EXPECT_THAT(plan.output, HasSubstr("shops"));
  // With --to the file is not looked at, unless --env asks for it.
  EXPECT_THAT(run({"plan", "--to", other, "--env", "local"}).output, HasSubstr("other"));
}

TEST_F(Sync, InitMakesWhatSyncGoesBy) {
  database_.execute("CREATE TABLE shops (id serial PRIMARY KEY, name text NOT NULL)");
  const auto init = run({"init", "--db", database_.url()});
  ASSERT_EQ(init.exit_code, 0) << init.errors;
  EXPECT_THAT(read_file(folder_.path() / "schema.sql"), HasSubstr("CREATE TABLE public.shops"));
  const auto again = run({"init", "--db", database_.url()});
  EXPECT_EQ(again.exit_code, 1);
  EXPECT_THAT(again.errors, HasSubstr("schemadiff.toml is there already"));
  const auto sync = run({"sync", "--check", "--db", database_.url()});
  EXPECT_EQ(sync.exit_code, 0) << sync.output << sync.errors;
  EXPECT_THAT(sync.errors, Not(HasSubstr("error")));
}

}  // namespace
}  // namespace schemadiff::testing
