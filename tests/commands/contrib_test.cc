// PostgreSQL's own extensions, all that the server's packages have, in one database: what belongs
// to them is nobody's object, and they come, go and move as files say.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/base/identifier.h"
#include "tests/support/run_schemadiff.h"
#include "tests/support/throwaway_cluster.h"

namespace schemadiff::testing {
namespace {

class Contrib : public ::testing::Test {
 protected:
  // Installs what can be installed; some need libraries that are not there.
  void install_all() {
    for (const auto& row : database_.query(
             "SELECT quote_ident(name) FROM pg_available_extensions WHERE name <> 'plpgsql'")) {
      try {
        database_.execute("CREATE EXTENSION IF NOT EXISTS " + *row[0] + " CASCADE");
      } catch (const std::runtime_error&) {
        continue;
      }
    }
  }

  // CREATE EXTENSION of all; those that can move WITH SCHEMA `schema`, if it is not empty.
  std::string declared(const std::string& schema = "") const {
    std::string sql = schema.empty() ? "" : "CREATE SCHEMA " + schema + ";\n";
    for (const auto& row : database_.query(
             "SELECT quote_ident(extname), extrelocatable AND extnamespace <> "
             "'pg_catalog'::regnamespace FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY "
             "oid")) {
      const bool moves = !schema.empty() && row[1] == "t";
      sql += "CREATE EXTENSION " + *row[0] + (moves ? " WITH SCHEMA " + schema : "") + ";\n";
    }
    return sql;
  }

  ProcessResult run(const std::string& command, const std::string& sql,
                    const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments = {command,
                                          "--to",
                                          folder_.write("schema.sql", sql),
                                          "--db",
                                          database_.conninfo(),
                                          "--schema",
                                          "*",
                                          "--manage",
                                          "all"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_schemadiff(arguments);
  }

  void apply(const std::string& sql) const {
    const auto done = run("apply", sql, {"--auto-approve", "--allow", "all"});
    ASSERT_EQ(done.exit_code, 0) << done.output << done.errors;
    const auto again = run("check", sql);
    EXPECT_EQ(again.exit_code, 0) << again.output << again.errors;
  }

  std::string count() const {
    return database_.scalar("SELECT count(*) FROM pg_extension WHERE extname <> 'plpgsql'");
  }

  TestDatabase database_;
  TemporaryFolder folder_;
};

TEST_F(Contrib, ComeGoAndMove) {
  install_all();
  const std::string number = count();
  if (number == "0") GTEST_SKIP() << "this server has no extensions";
  const std::string all = declared();
  const std::string elsewhere = declared("elsewhere");
  const auto check = run("check", all);
  EXPECT_EQ(check.exit_code, 0) << check.output << check.errors;
  const auto dump = run_schemadiff({"dump", "--db", database_.conninfo(), "--manage", "all"});
  EXPECT_EQ(dump.exit_code, 0) << dump.errors;
  const auto dumped = run("check", dump.output);
  EXPECT_EQ(dumped.exit_code, 0) << dumped.output << dumped.errors;

  apply(elsewhere);
  EXPECT_EQ(database_.scalar("SELECT count(*) FROM pg_extension WHERE extrelocatable AND "
                             "extnamespace NOT IN ('pg_catalog'::regnamespace, "
                             "'elsewhere'::regnamespace)"),
            "0");
  apply("CREATE TABLE t (id int);");
  EXPECT_EQ(count(), "0");
  apply(all);
  EXPECT_EQ(count(), number);
}

class MovedExtension : public Contrib {
 protected:
  void SetUp() override {
    if (database_.scalar("SELECT count(*) FROM pg_available_extensions WHERE name = 'citext'") ==
        "0") {
      GTEST_SKIP() << "this server has no citext";
    }
    database_.execute(
        "CREATE EXTENSION citext; CREATE TABLE t (a citext DEFAULT 'X'::citext);"
        "CREATE VIEW v AS SELECT a FROM t WHERE a = 'x'; CREATE TABLE old (b citext);"
        "CREATE FUNCTION f(x citext) RETURNS int LANGUAGE sql AS 'SELECT 1';"
        "INSERT INTO t DEFAULT VALUES");
  }

  static constexpr const char* kMoved =
      "CREATE SCHEMA ext; CREATE EXTENSION citext WITH SCHEMA ext;"
      "CREATE TABLE t (a ext.citext DEFAULT 'X'::ext.citext, b ext.citext);"
      "CREATE VIEW v AS SELECT a FROM t WHERE a OPERATOR(ext.=) 'x'::ext.citext;"
      "CREATE FUNCTION f(x ext.citext) RETURNS int LANGUAGE sql AS 'SELECT 2';";
};

// Its types go by their new names in the file, and by their old ones in the tables.
TEST_F(MovedExtension, TakesAlongWhatUsesIt) {
  const auto plan = run("plan", kMoved);
  EXPECT_EQ(plan.exit_code, 0) << plan.errors;
  EXPECT_THAT(plan.output, ::testing::AllOf(::testing::HasSubstr("SET SCHEMA ext"),
                                            ::testing::Not(::testing::HasSubstr("TYPE ")),
                                            ::testing::Not(::testing::HasSubstr("VIEW"))));
  EXPECT_EQ(database_.scalar("SELECT to_regnamespace('ext') IS NULL"), "t");
  apply(kMoved);
  EXPECT_EQ(database_.scalar("SELECT a::text FROM t"), "X");
}

TEST_F(MovedExtension, MustBeMovedFirstWhereTheServerCannotBeAsked) {
  const auto refused = run("plan", kMoved, {"--probe", "never"});
  EXPECT_EQ(refused.exit_code, 1) << refused.output;
  const std::string first = "ALTER EXTENSION citext SET SCHEMA ext";
  EXPECT_THAT(refused.errors, ::testing::HasSubstr(first));
  database_.execute("CREATE SCHEMA ext");
  database_.execute(first);
  const auto plan = run("plan", kMoved, {"--probe", "never", "--exit-code"});
  EXPECT_EQ(plan.exit_code, 2) << plan.output << plan.errors;
}

TEST_F(MovedExtension, OutOfASchemaThatGoes) {
  database_.execute("CREATE SCHEMA gone; ALTER EXTENSION citext SET SCHEMA gone");
  apply(
      "CREATE EXTENSION citext WITH SCHEMA public; CREATE TABLE t (a citext DEFAULT "
      "'X'::citext);");
  EXPECT_EQ(database_.scalar("SELECT to_regnamespace('gone') IS NULL"), "t");
}

TEST_F(MovedExtension, BetweenTwoDatabases) {
  TestDatabase other;
  other.execute(kMoved);
  const auto plan =
      run_schemadiff({"plan", "--to", other.url(), "--db", database_.conninfo(), "--schema", "*"});
  EXPECT_EQ(plan.exit_code, 0) << plan.errors;
  EXPECT_THAT(plan.output, ::testing::AllOf(::testing::HasSubstr("SET SCHEMA ext"),
                                            ::testing::Not(::testing::HasSubstr("TYPE "))));
}

TEST_F(MovedExtension, HasNoOtherVersionThanTheServerKnowsAWayTo) {
  const auto plan = run("plan", "CREATE EXTENSION citext VERSION '0.9';");
  EXPECT_EQ(plan.exit_code, 1) << plan.output;
  EXPECT_THAT(plan.errors, ::testing::HasSubstr("schema.sql:1:1: error: extension citext can't go "
                                                "from version"));
}

}  // namespace
}  // namespace schemadiff::testing
