// schemadiff lint, as it is typed: places, comments, the configuration, exit codes, a database.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/run_schemadiff.h"
#include "tests/support/throwaway_cluster.h"

namespace schemadiff::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class LintCommand : public ::testing::Test {
 protected:
  ProcessResult run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "lint");
    ProcessOptions options;
    options.folder = folder_.path();
    options.environment = {{"SHOP_URL", url_}};
    return run_schemadiff(arguments, options);
  }
  ProcessResult lint(const std::string& sql) const {
    folder_.write("schema.sql", sql);
    return run({"schema.sql"});
  }

  std::string url_ = "postgresql://nobody@127.0.0.1:1/none";  // nothing may connect to it
  TemporaryFolder folder_;
};

TEST_F(LintCommand, SaysWhereAndWhy) {
  auto run = lint(
      "CREATE TABLE t (\n"
      "  id bigint PRIMARY KEY,\n"
      "  a char(3), b char(4)\n"
      ");\n");
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(run.output,
            "schema.sql:3:3: warning: column public.t.a is character(3) [char-type]\n"
            "  hint: use text, or varchar(n) for a limit\n"
            "schema.sql:3:14: warning: column public.t.b is character(4) [char-type]\n");
  EXPECT_THAT(run.errors, HasSubstr("0 errors, 2 warnings, 0 infos"));
  EXPECT_EQ(this->run({"--strict", "schema.sql"}).exit_code, 2);
  run = lint("CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1';\n");
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.output, HasSubstr("schema.sql:1:1: error: function public.f()"));
  EXPECT_EQ(lint("CREATE TABLE t (id bigint PRIMARY KEY);").output, "");
}

TEST_F(LintCommand, CommentsSwitchRulesOff) {
  EXPECT_EQ(lint("-- schemadiff: lint off no-primary-key, char-type (the old app)\n"
                 "CREATE TABLE t (a char(3),\n  b char(3));\n")
                .output,
            "");
  EXPECT_EQ(lint("CREATE TABLE t (\n"
                 "  a char(3), -- schemadiff: lint off char-type\n"
                 "  -- schemadiff: lint off char-type\n"
                 "  -- it was always so\n"
                 "  b char(3)\n"
                 "); -- schemadiff: lint off no-primary-key\n")
                .output,
            "");
  const auto other = lint(
      "CREATE TABLE t (\n"
      "  id bigint PRIMARY KEY, -- schemadiff: lint off char-type\n"
      "  b char(3) DEFAULT '-- schemadiff: lint off nothing'\n"
      ");\n");
  EXPECT_THAT(other.output, HasSubstr("schema.sql:3:3: warning: "));
  EXPECT_EQ(other.exit_code, 0) << other.errors;
}

TEST_F(LintCommand, MistakesInCommentsAreErrors) {
  auto run = lint("CREATE TABLE t (a int PRIMARY KEY); -- schemadiff: lint off char-tipe\n");
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_THAT(run.errors, HasSubstr("schema.sql:1:61: error: there is no rule char-tipe"));
  EXPECT_THAT(run.errors, HasSubstr("did you mean char-type?"));
  run = lint("-- schemadiff: lint off serial\n\nCREATE TABLE t (a int PRIMARY KEY);\n");
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_THAT(run.errors,
              HasSubstr("schema.sql:1:1: error: this directive stands by no statement"));
  run = lint("CREATE TABLE t (a int PRIMARY KEY); -- schemadiff: lint of serial\n");
  EXPECT_THAT(run.errors, HasSubstr("unknown directive: lint of serial"));
  run = lint("CREATE TABLE t (a int PRIMARY KEY); -- schemadiff: lint off (why)\n");
  EXPECT_THAT(run.errors, HasSubstr("this directive names no rule"));
}

TEST_F(LintCommand, TheConfigurationSwitchesOffAndSetsLevels) {
  folder_.write("schemadiff.toml",
                "files = [\"schema.sql\"]\n"
                "[env.local]\nurl = \"${SHOP_URL}\"\n"
                "[lint]\noff = [\"no-primary-key\"]\nerror = [\"char-type\"]\n");
  folder_.write("schema.sql", "CREATE TABLE t (a char(3));\n");
  const auto all = run({});
  EXPECT_EQ(all.exit_code, 2) << all.errors;
  EXPECT_EQ(all.output,
            "schema.sql:1:17: error: column public.t.a is character(3) [char-type]\n"
            "  hint: use text, or varchar(n) for a limit\n");
  EXPECT_EQ(run({"schema.sql"}).output, all.output) << "with files on the command line too";

  folder_.write("schemadiff.toml",
                "files = [\"schema.sql\"]\n"
                "[lint]\noff = [\"char-typ\", \"serial\"]\ninfo = [\"serial\"]\n");
  const auto wrong = run({});
  EXPECT_EQ(wrong.exit_code, 1);
  EXPECT_THAT(wrong.errors,
              HasSubstr("schemadiff.toml:3: error: lint.off: there is no rule char-"));
  EXPECT_THAT(wrong.errors, HasSubstr("did you mean char-type?"));
  EXPECT_THAT(wrong.errors, HasSubstr("schemadiff.toml:4: error: lint.info: serial is in two"));
}

TEST_F(LintCommand, OtherFormats) {
  folder_.write("schema.sql", "CREATE TABLE t (a char(3) PRIMARY KEY);\n");
  EXPECT_THAT(run({"--format", "github", "schema.sql"}).output,
              HasSubstr("::warning file=schema.sql,line=1,col=17,title=schemadiff char-type::"));
  EXPECT_THAT(run({"--format", "sarif", "schema.sql"}).output,
              HasSubstr("\"uri\": \"schema.sql\""));
  EXPECT_THAT(run({"--format", "junit", "schema.sql"}).output, HasSubstr("failures=\"0\""));
  EXPECT_THAT(run({"--format", "junit", "--strict", "schema.sql"}).output,
              HasSubstr("failures=\"1\""));
  EXPECT_THAT(run({"--format", "markdown", "schema.sql"}).output,
              HasSubstr("### schemadiff lint: 1 warning\n"));
  EXPECT_THAT(run({"--rules"}).output, HasSubstr("char-type"));
}

TEST_F(LintCommand, WithNothingToLintSaysSo) {
  const auto nothing = run({});
  EXPECT_EQ(nothing.exit_code, 64);
  EXPECT_THAT(nothing.errors, HasSubstr("lint takes files, or --db"));
  folder_.write("schema.sql", "CREATE TABEL t ();");
  const auto broken = run({"schema.sql"});
  EXPECT_EQ(broken.exit_code, 1);
  EXPECT_THAT(broken.errors, HasSubstr("schema.sql:1:8: error: syntax error"));
}

TEST_F(LintCommand, ADatabaseTellsHowFullItsKeysAre) {
  const char* schema =
      "CREATE TABLE few (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY);\n"
      "CREATE TABLE many (id serial PRIMARY KEY);\n"
      "CREATE TABLE small (id bigint GENERATED ALWAYS AS IDENTITY (MAXVALUE 100) PRIMARY KEY);\n";
  const TestDatabase database(std::string(schema) +
                              "SELECT setval('few_id_seq', 1000000000);"
                              "SELECT setval('many_id_seq', 2000000000);"
                              "SELECT setval('small_id_seq', 99);");
  const auto live = run({"--db", database.url()});
  EXPECT_EQ(live.exit_code, 2) << live.errors;
  EXPECT_THAT(live.output,
              HasSubstr("error: column public.many.id has used 93 % of its numbers (2000000000 of "
                        "2147483647) [key-near-limit]\n"));
  EXPECT_THAT(live.output, HasSubstr("error: column public.small.id has used 99 %"));
  EXPECT_THAT(live.output, Not(HasSubstr("public.few")));
  EXPECT_THAT(live.output, HasSubstr("info: column public.many.id is serial"));

  folder_.write("schema.sql", schema);
  EXPECT_EQ(run({"schema.sql"}).exit_code, 0);
  const auto both = run({"schema.sql", "--db", database.url()});
  EXPECT_EQ(both.exit_code, 2);
  EXPECT_THAT(both.output, HasSubstr("schema.sql:2:20: error: column public.many.id has used"));
}

TEST_F(LintCommand, ADatabaseHasInvalidIndexes) {
  const TestDatabase database(
      "CREATE TABLE t (a int PRIMARY KEY, b int); INSERT INTO t VALUES (1, 1), (2, 1)");
  EXPECT_ANY_THROW(database.execute("CREATE UNIQUE INDEX CONCURRENTLY broken ON t (b)"));
  EXPECT_THAT(run({"--db", database.url()}).output,
              HasSubstr("warning: index public.broken is not valid [invalid-index]"));
}

TEST_F(LintCommand, TheExchangeSchemaHasNoError) {
  const auto exchange = run({std::string(SCHEMADIFF_SOURCE_DIR) + "/desired-schema/schema.sql"});
  EXPECT_EQ(exchange.exit_code, 0) << exchange.output;
  EXPECT_THAT(exchange.errors, HasSubstr("0 errors"));
}

}  // namespace
}  // namespace schemadiff::testing
