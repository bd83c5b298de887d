// Declared rows through the real binary: mistakes in them, what a plan must not do, what apply
// says.
#include <gtest/gtest.h>

#include "tests/support/run_schemadiff.h"
#include "tests/support/throwaway_cluster.h"

namespace schemadiff::testing {
namespace {

constexpr const char* kTable =
    "CREATE TABLE t (id int PRIMARY KEY, name varchar(5) NOT NULL, n int CHECK (n > 0), u text "
    "UNIQUE);\n";

class DeclaredRowsOnServer : public ::testing::Test {
 protected:
  ProcessResult run(const std::string& command, const std::string& sql,
                    std::vector<std::string> more = {}) const {
    const std::string file = folder_.write("schema.sql", sql);
    std::vector<std::string> arguments = {command, "--to", file, "--db", database_.conninfo()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_schemadiff(arguments);
  }
  void expect_error(const std::string& rows, const std::string& message) const {
    for (const char* command : {"plan", "apply"}) {
      std::vector<std::string> more;
      if (std::string(command) == "apply") more = {"--auto-approve"};
      const auto done = run(command, kTable + rows, more);
      EXPECT_EQ(done.exit_code, 1) << rows;
      EXPECT_NE(done.errors.find("schema.sql:" + message), std::string::npos) << message << "\n"
                                                                              << done.errors;
    }
    EXPECT_EQ(database_.scalar("SELECT count(*) FROM pg_class WHERE relname = 't'"), "0")
        << "something was done: " << rows;
  }

  TestDatabase database_;
  TemporaryFolder folder_;
};

TEST_F(DeclaredRowsOnServer, MistakesAreNamedWithTheirPlaceAndNothingIsDone) {
  expect_error("INSERT INTO t VALUES (1, 'abc'), (2, 'abcdefg');",
               "2:34: error: rows of public.t: value too long for type character varying(5)");
  expect_error("INSERT INTO t VALUES ('x', 'abc');",
               "2:22: error: rows of public.t: invalid input syntax for type integer: \"x\"");
  expect_error("INSERT INTO t VALUES (1, 'a', 1);\nINSERT INTO t VALUES (2, 'b', -1);",
               "3:22: error: rows of public.t: the row breaks the constraint t_n_check");
  expect_error("INSERT INTO t VALUES (NULL, 'a');",
               "2:22: error: the key of this row is NULL (id)");
  expect_error("INSERT INTO t VALUES (1, NULL);",
               "2:22: error: column name of public.t is NOT NULL");
  expect_error("INSERT INTO t (name) VALUES ('a');",
               "2:1: error: rows of public.t can't be told apart");
  expect_error("INSERT INTO t (id, name) VALUES (4, 'a');\nINSERT INTO t VALUES (4, 'b');",
               "3:22: error: rows of public.t: Key (id)=(4) is declared twice");
  expect_error("CREATE SEQUENCE s; INSERT INTO t (id, name) VALUES (nextval('s'), 'a');",
               "2:52: error: the key of this row is another one each time (id)");
  expect_error(
      "CREATE TABLE k (a int); INSERT INTO k VALUES (1);",
      "2:25: error: rows of public.k can't be told apart: it has no primary or unique key");
}

TEST_F(DeclaredRowsOnServer, APlanChangesNothingWhateverAFunctionCallsItself) {
  const std::string schema =
      "CREATE SEQUENCE s;\nCREATE FUNCTION lie() RETURNS text LANGUAGE sql IMMUTABLE AS "
      "'SELECT nextval(''public.s'')::text';\nCREATE TABLE t (id int PRIMARY KEY, v text);\n";
  database_.execute(schema + "INSERT INTO t VALUES (1, 'a')");
  const auto plan = run("plan", schema + "INSERT INTO t VALUES (1, lie()), (2, lie());");
  EXPECT_EQ(plan.exit_code, 0) << plan.errors;
  EXPECT_EQ(database_.scalar("SELECT is_called FROM s"), "f");
  EXPECT_EQ(database_.scalar("SELECT count(*) FROM t"), "1");
}

TEST_F(DeclaredRowsOnServer, WhatATriggerChangesBackIsNamed) {
  const std::string schema =
      "CREATE TABLE t (id int PRIMARY KEY, v text);\nCREATE FUNCTION up() RETURNS trigger LANGUAGE "
      "plpgsql AS 'BEGIN NEW.v := upper(NEW.v); RETURN NEW; END';\nCREATE TRIGGER up BEFORE INSERT "
      "OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION up();\n";
  const auto applied =
      run("apply", schema + "INSERT INTO t VALUES (1, 'abc');", {"--auto-approve"});
  EXPECT_EQ(applied.exit_code, 1);
  EXPECT_NE(applied.errors.find("t[id=1].v is ABC and not abc"), std::string::npos)
      << applied.errors;
}

TEST_F(DeclaredRowsOnServer, SecretsAreNotShownToPeople) {
  const std::string schema = "CREATE TABLE t (id int PRIMARY KEY REFERENCES t, password text);\n";
  database_.execute(
      "CREATE TABLE t (id int PRIMARY KEY REFERENCES t, password text); INSERT INTO "
      "t VALUES (1, 'oldgeheim')");
  const std::string rows = "INSERT INTO t VALUES (1, 'geheim'), (2, 'geheim2');";
  for (const std::string command : {"plan", "apply"}) {
    const auto done = run(command, schema + rows,
                          command == "apply" ? std::vector<std::string>{"--auto-approve"}
                                             : std::vector<std::string>{});
    EXPECT_EQ(done.exit_code, 0) << done.errors;
    EXPECT_EQ((done.output + done.errors).find("geheim"), std::string::npos)
        << done.output << done.errors;
  }
  EXPECT_EQ(database_.scalar("SELECT string_agg(password, ' ' ORDER BY id) FROM t"),
            "geheim geheim2");
}

TEST_F(DeclaredRowsOnServer, TheKeysOwnEqualityDecides) {
  const std::string schema =
      "CREATE COLLATION nocase (provider = icu, locale = 'und-u-ks-level2', deterministic = "
      "false);\nCREATE TABLE t (name text COLLATE nocase PRIMARY KEY, v text);\n";
  database_.execute(schema + "INSERT INTO t VALUES ('ABC', 'x')");
  const auto applied =
      run("apply", schema + "INSERT INTO t VALUES ('abc', 'y');", {"--auto-approve"});
  EXPECT_EQ(applied.exit_code, 0) << applied.output << applied.errors;
  EXPECT_EQ(database_.scalar("SELECT string_agg(name || v, ' ') FROM t"), "abcy");
}

TEST_F(DeclaredRowsOnServer, ManyRows) {
  std::string sql =
      "CREATE TABLE t (id int PRIMARY KEY, name text, price numeric(10,2));\n"
      "INSERT INTO t VALUES\n";
  for (int i = 1; i <= 20000; ++i) {
    sql += (i == 1 ? "(" : ",\n(") + std::to_string(i) + ", 'name " + std::to_string(i) + "', " +
           std::to_string(i % 100) + ".5)";
  }
  sql += ";";
  EXPECT_EQ(run("apply", sql, {"--auto-approve"}).exit_code, 0);
  EXPECT_EQ(database_.scalar("SELECT count(*) FROM t"), "20000");
  EXPECT_EQ(run("check", sql).exit_code, 0);
  database_.execute("UPDATE t SET name = 'x' WHERE id % 10 = 0");
  EXPECT_EQ(run("check", sql).exit_code, 2);
  EXPECT_EQ(run("apply", sql, {"--auto-approve"}).exit_code, 0);
  EXPECT_EQ(run("check", sql).exit_code, 0);
}

}  // namespace
}  // namespace schemadiff::testing
