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

// Its types go by their new names in the file, and by their old ones in the tables.
TEST_F(Contrib, OneThatTheFileCallsBySchemaIsMovedFirst) {
  if (database_.scalar("SELECT count(*) FROM pg_available_extensions WHERE name = 'citext'") ==
      "0") {
    GTEST_SKIP() << "this server has no citext";
  }
  database_.execute("CREATE EXTENSION citext; CREATE TABLE t (a citext DEFAULT 'X'::citext)");
  database_.execute("INSERT INTO t DEFAULT VALUES");
  const std::string moved =
      "CREATE SCHEMA ext; CREATE EXTENSION citext WITH SCHEMA ext;"
      "CREATE TABLE t (a ext.citext DEFAULT 'X'::ext.citext);";
  const auto refused = run("plan", moved);
  EXPECT_EQ(refused.exit_code, 1) << refused.output;
  const std::string first = "ALTER EXTENSION citext SET SCHEMA ext";
  EXPECT_THAT(refused.errors, ::testing::HasSubstr(first));
  database_.execute("CREATE SCHEMA ext");
  database_.execute(first);
  const auto check = run("check", moved);
  EXPECT_EQ(check.exit_code, 0) << check.output << check.errors;
}

}  // namespace
}  // namespace schemadiff::testing
