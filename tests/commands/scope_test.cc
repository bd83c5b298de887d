// --schema and --exclude: what is out of scope is left alone, counted, and needed by nobody.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/run_schemadiff.h"
#include "tests/support/throwaway_cluster.h"

namespace schemadiff::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class ScopeOfCommands : public ::testing::Test {
 protected:
  ProcessResult run(const std::string& command, const std::string& sql,
                    const std::vector<std::string>& more) const {
    std::vector<std::string> arguments = {command, "--to", folder_.write("schema.sql", sql), "--db",
                                          database_.conninfo()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_schemadiff(arguments);
  }

  void expect_in_sync(const std::string& sql, const std::vector<std::string>& more) const {
    const auto check = run("check", sql, more);
    EXPECT_EQ(check.exit_code, 0) << check.output << check.errors;
  }

  TestDatabase database_;
  TemporaryFolder folder_;
};

TEST_F(ScopeOfCommands, WhatIsExcludedIsLeftAloneWithItsPartsAndCounted) {
  database_.execute(
      "CREATE TABLE orders (id int);"
      "CREATE TABLE legacy_orders (id serial PRIMARY KEY, at date);"
      "CREATE INDEX ON legacy_orders (at);"
      "COMMENT ON TABLE legacy_orders IS 'of the old application';");
  const std::string file =
      "CREATE TABLE orders (id int, note text);"
      "CREATE TABLE legacy_orders (id int);"
      "CREATE VIEW legacy_view AS SELECT 1 AS one;";
  const auto plan = run("plan", file, {"--exclude", "public.legacy_*", "-v"});
  EXPECT_EQ(plan.exit_code, 0) << plan.errors;
  EXPECT_THAT(plan.output, AllOf(HasSubstr("1 step"), HasSubstr("ADD COLUMN note"),
                                 HasSubstr("1 excluded table, 1 excluded view"),
                                 HasSubstr("excluded table public.legacy_orders")));
  const auto apply = run("apply", file, {"--exclude", "public.legacy_*", "--auto-approve"});
  EXPECT_EQ(apply.exit_code, 0) << apply.errors;
  EXPECT_EQ(database_.scalar("SELECT count(*) FROM pg_class WHERE relname ~ '^legacy_orders'"),
            "4");
  expect_in_sync(file, {"--exclude", "public.legacy_*"});
}

TEST_F(ScopeOfCommands, AKindMayBeExcluded) {
  database_.execute(
      "CREATE TABLE t (id int); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN "
      "RETURN NEW; END';"
      "CREATE TRIGGER audit BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();"
      "CREATE INDEX by_hand ON t (id);");
  const std::string file = "CREATE TABLE t (id int);";
  expect_in_sync(file, {"--exclude", "trigger:public.t.*", "--exclude", "index:public.by_*",
                        "--exclude", "function:public.f"});
  const auto plan = run("plan", file, {"--exclude", "trigger:*", "--exclude", "index:*"});
  // PostgreSQL would not drop it either.
  EXPECT_THAT(plan.output,
              HasSubstr("trigger public.t.audit depends on function public.f(), which is "
                        "dropped, and is left alone itself"))
      << plan.errors;
}

// Its text can't be made again without what it reads.
TEST_F(ScopeOfCommands, WhatOtherSchemasUseIsNotDropped) {
  database_.execute(
      "CREATE SCHEMA reports; CREATE TABLE t (id int, a int);"
      "CREATE VIEW reports.v AS SELECT a FROM t;");
  const auto plan = run("apply", "CREATE TABLE t (id int);", {"--auto-approve", "--allow", "all"});
  EXPECT_EQ(plan.exit_code, 3) << plan.output;
  EXPECT_THAT(plan.output + plan.errors,
              HasSubstr("view reports.v depends on column public.t.a, which is dropped, and is "
                        "left alone itself"));
}

TEST_F(ScopeOfCommands, NorReplaced) {
  database_.execute(
      "CREATE SCHEMA reports; CREATE TABLE t (id int); CREATE TYPE size AS ENUM ('s', 'm');"
      "CREATE DOMAIN amount AS int; CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';"
      "CREATE VIEW reports.v AS SELECT id FROM t;"
      "CREATE TABLE reports.sizes (size size, amount amount, f int DEFAULT f());"
      "INSERT INTO reports.sizes VALUES ('s', 1)");
  const auto expect_refused = [&](const std::string& changed, const std::string& message) {
    std::string file =
        "CREATE TABLE t (id int); CREATE TYPE size AS ENUM ('s', 'm');"
        "CREATE DOMAIN amount AS int; CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';";
    const std::string until = changed.substr(0, changed.find(" AS ") + 4);
    const size_t at = changed.starts_with("CREATE F")       ? file.find("CREATE FUNCTION")
                      : changed.starts_with("CREATE TABLE") ? 0
                                                            : file.find(until);
    file.replace(at, file.find(';', at) - at, changed);
    const auto apply = run("apply", file, {"--auto-approve", "--allow", "all"});
    EXPECT_EQ(apply.exit_code, 3) << apply.output << apply.errors;
    EXPECT_THAT(apply.output, HasSubstr(message));
  };
  expect_refused("CREATE TABLE t (id bigint)",
                 "view reports.v depends on column public.t.id, would have to be dropped and "
                 "created again, and is left alone");
  expect_refused("CREATE TYPE size AS ENUM ('m', 's')",
                 "column reports.sizes.size, which uses it, is left alone");
  expect_refused("CREATE DOMAIN amount AS bigint",
                 "column reports.sizes.amount, which uses it, is left alone");
  expect_refused("CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT 1'",
                 "default reports.sizes.f depends on function public.f()");
}

// What is refused is the change of the type, which takes the column along.
TEST_F(ScopeOfCommands, NorTakenAlong) {
  database_.execute(
      "CREATE TYPE address AS (street text, zip text); CREATE TABLE home OF address;"
      "CREATE SCHEMA reports; CREATE VIEW reports.v AS SELECT zip FROM home;");
  const auto apply =
      run("apply", "CREATE TYPE address AS (street text); CREATE TABLE home OF address;",
          {"--auto-approve", "--allow", "all"});
  EXPECT_EQ(apply.exit_code, 3) << apply.output << apply.errors;
  EXPECT_THAT(apply.output, HasSubstr("view reports.v depends on column public.home.zip"));
}

TEST_F(ScopeOfCommands, IndexesOfPartitionsThatNobodyDeclares) {
  const std::string file =
      "CREATE TABLE log (id int, n int) PARTITION BY LIST (id); CREATE INDEX ON log (n);"
      "CREATE TABLE log_1 PARTITION OF log FOR VALUES IN (1);";
  database_.execute(file +
                    "CREATE TABLE log_2 PARTITION OF log FOR VALUES IN (2);"
                    "COMMENT ON INDEX log_2_n_idx IS 'by hand';"
                    "ALTER INDEX log_2_n_idx SET (fillfactor = 50);");
  expect_in_sync(file, {});
  database_.execute("COMMENT ON INDEX log_1_n_idx IS 'by hand'");
  const auto plan = run("plan", file, {});
  EXPECT_THAT(plan.output, HasSubstr("COMMENT ON INDEX public.log_1_n_idx IS NULL")) << plan.errors;
}

TEST_F(ScopeOfCommands, NamesOfWhatIsExcludedAreTaken) {
  database_.execute(
      "CREATE TABLE t (id int); CREATE VIEW x AS SELECT id FROM t; CREATE INDEX i ON t (id)");
  const auto apply =
      run("apply", "CREATE TABLE t (id int); CREATE TABLE x (a int); CREATE TABLE i (a int);",
          {"--exclude", "view:public.x", "--exclude", "index:public.i", "--auto-approve"});
  EXPECT_EQ(apply.exit_code, 3) << apply.output;
  EXPECT_THAT(apply.output, HasSubstr("its name is that of view public.x, which is left alone"));
  EXPECT_THAT(apply.output, HasSubstr("its name is that of index public.i, which is left alone"));
}

TEST_F(ScopeOfCommands, ColumnsMayBeExcluded) {
  database_.execute("CREATE TABLE t (id int, legacy_a text, b int)");
  database_.execute("INSERT INTO t VALUES (1, 'x', 2)");
  const std::string file = "CREATE TABLE t (id int, b bigint);";
  const auto apply =
      run("apply", file, {"--exclude", "column:public.t.legacy_*", "--auto-approve"});
  EXPECT_EQ(apply.exit_code, 0) << apply.errors;
  EXPECT_EQ(database_.scalar("SELECT legacy_a || b || pg_typeof(b) FROM t"), "x2bigint");
  expect_in_sync(file, {"--exclude", "column:public.t.legacy_*"});
}

TEST_F(ScopeOfCommands, PartitionsGoWithTheirTable) {
  database_.execute(
      "CREATE TABLE events (at date) PARTITION BY RANGE (at);"
      "CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01')");
  expect_in_sync("CREATE TABLE t (id int);",
                 {"--exclude", "public.events", "--exclude", "public.t", "--schema", "*"});
}

TEST_F(ScopeOfCommands, OnlySomeObjectsOfASchema) {
  database_.execute("CREATE TABLE orders (id int); CREATE TABLE users (id int)");
  const std::string file =
      "CREATE TABLE orders (id bigint); CREATE TABLE order_lines (id int);"
      "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';";
  const auto apply = run("apply", file, {"--schema", "public.order*", "--auto-approve"});
  EXPECT_EQ(apply.exit_code, 0) << apply.errors;
  EXPECT_THAT(apply.output, HasSubstr("Left alone: 1 table"));
  EXPECT_EQ(database_.scalar("SELECT string_agg(relname, ',' ORDER BY relname) FROM pg_class "
                             "WHERE relnamespace = 'public'::regnamespace"),
            "order_lines,orders,users");
  EXPECT_EQ(database_.scalar("SELECT count(*) FROM pg_proc WHERE proname = 'f'"), "0");
  const auto functions = run("apply", file, {"--schema", "function:public.*", "--auto-approve"});
  EXPECT_EQ(functions.exit_code, 0) << functions.errors;
  EXPECT_EQ(database_.scalar("SELECT count(*) FROM pg_proc WHERE proname = 'f'"), "1");
}

TEST_F(ScopeOfCommands, WhatIsNeededMustBeInScopeOrThere) {
  const std::string file =
      "CREATE TABLE t (id int);\n"
      "CREATE VIEW v AS SELECT id FROM t;\n";
  const auto plan = run("plan", file, {"--exclude", "table:public.t"});
  EXPECT_EQ(plan.exit_code, 1) << plan.output;
  EXPECT_THAT(plan.errors, AllOf(HasSubstr("schema.sql:2:1: error: view public.v needs table "
                                           "public.t, which is not there and not in scope")));
}

TEST_F(ScopeOfCommands, RowsOfExcludedTablesAreLeftAlone) {
  database_.execute("CREATE TABLE t (id int PRIMARY KEY)");
  const std::string file =
      "CREATE TABLE t (id int PRIMARY KEY); INSERT INTO t VALUES (1) ON CONFLICT (id) DO NOTHING;";
  expect_in_sync(file, {"--exclude", "public.t"});
  expect_in_sync(file, {"--exclude", "rows:public.t"});
  EXPECT_EQ(run("check", file, {}).exit_code, 2);
}

TEST_F(ScopeOfCommands, DumpsLeaveOutWhatIsExcluded) {
  database_.execute(
      "CREATE TABLE keep (id int); CREATE TABLE gone (id int); CREATE INDEX ON gone (id)");
  const auto dump =
      run_schemadiff({"dump", "--db", database_.conninfo(), "--exclude", "public.gone"});
  EXPECT_EQ(dump.exit_code, 0) << dump.errors;
  EXPECT_THAT(dump.output, AllOf(HasSubstr("public.keep"), Not(HasSubstr("gone"))));
}

TEST_F(ScopeOfCommands, TheConfigurationMayExcludeToo) {
  database_.execute("CREATE TABLE t (id int); CREATE TABLE other (id int)");
  folder_.write("schema.sql", "CREATE TABLE t (id int);");
  const std::string config = folder_.write("schemadiff.toml",
                                           "files = [\"schema.sql\"]\n"
                                           "exclude = [\"table:public.other\"]\n");
  const auto check = run_schemadiff({"check", "--config", config, "--db", database_.conninfo()});
  EXPECT_EQ(check.exit_code, 0) << check.output << check.errors;
  folder_.write("schemadiff.toml",
                "files = [\"schema.sql\"]\n"
                "exclude = [\"tabel:public.other\"]\n");
  const auto wrong = run_schemadiff({"check", "--config", config, "--db", database_.conninfo()});
  EXPECT_EQ(wrong.exit_code, 1);
  EXPECT_THAT(wrong.errors, HasSubstr("schemadiff.toml:2: error: exclude: tabel:public.other: "
                                      "there is no kind of object tabel"));
}

// Nothing of it is dropped, not even what nobody needs.
TEST_F(ScopeOfCommands, WhatCannotBeDroppedStaysInAllItsParts) {
  database_.execute(
      "CREATE SCHEMA reports; CREATE TABLE t (a int, b int, c int);"
      "INSERT INTO t VALUES (1, 2, 3); CREATE VIEW reports.v AS SELECT a FROM t;"
      "CREATE TABLE parent (id int, b int); CREATE TABLE child (c int) INHERITS (parent);"
      "INSERT INTO child VALUES (1, 2, 3)");
  const std::string file = "CREATE TABLE x (a int);";
  const auto apply =
      run("apply", file,
          {"--auto-approve", "--allow", "all", "--skip-refused", "--exclude", "public.child"});
  EXPECT_EQ(apply.exit_code, 3) << apply.output << apply.errors;  // not all of it was done
  EXPECT_EQ(database_.scalar("SELECT to_regclass('x') IS NOT NULL"), "t");
  EXPECT_EQ(database_.scalar("SELECT t::text FROM t"), "(1,2,3)");
  EXPECT_EQ(database_.scalar("SELECT child::text FROM child"), "(1,2,3)");
}

TEST_F(ScopeOfCommands, NorIsTheSequenceOfItsColumn) {
  database_.execute(
      "CREATE SCHEMA reports; CREATE TABLE t (id serial, a int);"
      "CREATE VIEW reports.v AS SELECT a FROM t;");
  const auto apply = run("apply", "CREATE TABLE x (a int);",
                         {"--auto-approve", "--allow", "all", "--skip-refused"});
  EXPECT_EQ(apply.exit_code, 3) << apply.output << apply.errors;
  database_.execute("INSERT INTO t (a) VALUES (7)");
  EXPECT_EQ(database_.scalar("SELECT t::text FROM t"), "(1,7)");
}

// Half of a table that is made anew would leave its rows under the old one's name.
TEST_F(ScopeOfCommands, ATableIsMadeAnewAsAWholeOrNotAtAll) {
  database_.execute(
      "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;"
      "CREATE TABLE t (id int, secret text); ALTER TABLE t ENABLE ROW LEVEL SECURITY;"
      "INSERT INTO t VALUES (1, 'hidden')");
  const auto apply = run("apply",
                         "CREATE TABLE t (id int, secret text) PARTITION BY LIST (id);"
                         "CREATE TABLE part PARTITION OF t DEFAULT;"
                         "ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE TABLE x (a int);",
                         {"--auto-approve", "--skip-refused"});
  EXPECT_EQ(apply.exit_code, 3) << apply.output << apply.errors;
  EXPECT_THAT(apply.output, HasSubstr("needs --allow widens-access:table:public.part"));
  EXPECT_EQ(database_.scalar("SELECT to_regclass('x') IS NOT NULL"), "t");
  EXPECT_EQ(database_.scalar("SELECT to_regclass('t_old') IS NULL"), "t");
  EXPECT_EQ(database_.scalar("SELECT t::text FROM t"), "(1,hidden)");
}

TEST_F(ScopeOfCommands, PartsThatAreExcludedKeepTheWhole) {
  database_.execute("CREATE TABLE t (id int, legacy int); CREATE INDEX i ON t (legacy)");
  for (const char* part : {"column:public.t.legacy", "index:public.i"}) {
    const auto apply = run("apply", "CREATE TABLE x (id int);",
                           {"--auto-approve", "--allow", "all", "--exclude", part});
    EXPECT_EQ(apply.exit_code, 3) << apply.output;
    EXPECT_THAT(apply.output, HasSubstr("which is dropped, and is left alone itself"));
  }
}

TEST_F(ScopeOfCommands, CommentsAndPrivilegesGoWithTheirObject) {
  database_.execute(
      "CREATE TABLE t (id int); COMMENT ON TABLE t IS 'a'; GRANT SELECT ON t TO PUBLIC");
  const std::string file = "CREATE TABLE x (id int);";
  const std::vector<std::string> scope = {"--exclude", "comment:*", "--exclude", "privilege:*"};
  auto arguments = scope;
  arguments.insert(arguments.end(), {"--auto-approve", "--allow", "all"});
  const auto apply = run("apply", file, arguments);
  EXPECT_EQ(apply.exit_code, 0) << apply.output << apply.errors;
  expect_in_sync(file, scope);
}

TEST_F(ScopeOfCommands, HintsDoNotReachOutOfIt) {
  database_.execute("CREATE TABLE a (x int)");
  const std::string file = "CREATE TABLE b (x int); -- schemadiff: renamed from a\n";
  const auto to = run("plan", file, {"--exclude", "public.b"});
  EXPECT_EQ(to.exit_code, 1) << to.output;
  EXPECT_THAT(to.errors, HasSubstr("table public.b is to be what table public.a was, but it is "
                                   "not in scope"));
  const auto from = run("plan", file, {"--exclude", "public.a"});
  EXPECT_EQ(from.exit_code, 1) << from.output;
  EXPECT_THAT(from.errors, HasSubstr("but that is not in scope"));
  database_.execute("CREATE SCHEMA s1; CREATE TABLE s1.t (x int)");
  const auto schema = run("plan",
                          "CREATE SCHEMA s2; -- schemadiff: renamed from s1\n"
                          "CREATE TABLE a (x int); CREATE TABLE s2.t (x bigint);",
                          {"--exclude", "s1.t"});
  EXPECT_EQ(schema.exit_code, 1) << schema.output;
  EXPECT_THAT(schema.errors, HasSubstr("table s1.t is excluded"));
}

TEST_F(ScopeOfCommands, RowsWithValuesForAnExcludedColumn) {
  database_.execute("CREATE TABLE t (id int PRIMARY KEY, a int)");
  const auto plan = run("plan",
                        "CREATE TABLE t (id int PRIMARY KEY, a int, b int);"
                        "INSERT INTO t VALUES (1, 2, 3) ON CONFLICT (id) DO NOTHING;",
                        {"--exclude", "column:public.t.b"});
  EXPECT_EQ(plan.exit_code, 1) << plan.output;
  EXPECT_THAT(plan.errors, HasSubstr("the rows have values for column public.t.b, which is "
                                     "excluded"));
}

TEST_F(ScopeOfCommands, ExcludedPartitionsAndTypedTablesStayAsTheyAre) {
  database_.execute(
      "CREATE TABLE ev (id int, at date, bt date) PARTITION BY RANGE (at);"
      "CREATE TABLE ev_1 PARTITION OF ev FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');"
      "CREATE TYPE ty AS (a int, b text); CREATE TABLE u OF ty");
  const auto apply = run(
      "apply",
      "CREATE TABLE ev (id int, at date, bt date) PARTITION BY RANGE (bt);"
      "CREATE TYPE ty AS (a int); CREATE TABLE u (a int, b text);",
      {"--auto-approve", "--allow", "all", "--exclude", "public.ev_1", "--exclude", "public.u"});
  EXPECT_EQ(apply.exit_code, 3) << apply.output;
  EXPECT_THAT(apply.output, AllOf(HasSubstr("its partition public.ev_1 is left alone"),
                                  HasSubstr("table public.u is of the type")));
}

TEST_F(ScopeOfCommands, PartsThatAreInScopeGoFromWhatIsNot) {
  database_.execute("CREATE TABLE t (a int); CREATE INDEX i ON t (a)");
  const std::string file = "CREATE TABLE t (a int, b int);";
  const std::vector<std::string> scope = {"--schema", "index:public.*"};
  EXPECT_EQ(run("check", file, scope).exit_code, 2);
  const auto apply = run("apply", file, {"--schema", "index:public.*", "--auto-approve"});
  EXPECT_EQ(apply.exit_code, 0) << apply.output << apply.errors;
  EXPECT_EQ(database_.scalar("SELECT to_regclass('i') IS NULL"), "t");
  expect_in_sync(file, scope);
}

TEST_F(ScopeOfCommands, WithoutTheStructureOnlyWhatIsSaidOfWhatIsThere) {
  database_.execute(
      "CREATE TABLE t (a int, z int); CREATE TABLE u (a int); CREATE INDEX i ON t (a);"
      "COMMENT ON TABLE t IS 'old'; CREATE VIEW v AS SELECT a FROM t;");
  const std::string file =
      "CREATE TABLE t (a bigint PRIMARY KEY, c int); CREATE TABLE n (a int);\n"
      "CREATE VIEW v AS SELECT 1 AS a;\n"
      "COMMENT ON TABLE t IS 'new'; COMMENT ON COLUMN v.a IS 'of the view';\n"
      "COMMENT ON TABLE n IS 'astray'; COMMENT ON COLUMN t.c IS 'astray';\n"
      "INSERT INTO t VALUES (1, 2);\n";
  const auto plan = run("plan", file, {"--manage", "comments"});
  EXPECT_EQ(plan.exit_code, 0) << plan.errors;
  EXPECT_THAT(plan.output,
              AllOf(HasSubstr("2 steps"), HasSubstr("COMMENT ON TABLE public.t IS 'new'"),
                    HasSubstr("COMMENT ON COLUMN public.v.a IS 'of the view'")));
  EXPECT_THAT(plan.errors, HasSubstr("comment on table public.n and 1 more are of what is not "
                                     "there, and left alone"));
  EXPECT_EQ(run("apply", file, {"--manage", "comments", "--auto-approve"}).exit_code, 0);
  expect_in_sync(file, {"--manage", "comments"});
  const auto rows = run("plan", file, {"--manage", "data"});
  EXPECT_EQ(rows.exit_code, 1);
  EXPECT_THAT(rows.errors,
              AllOf(HasSubstr("schema.sql:5:1: error: column public.t.c is not there for its "
                              "declared rows"),
                    HasSubstr("the structure is not managed here: add it to --manage")));
}

TEST_F(ScopeOfCommands, WhatDefaultPrivilegesGiveIsLeftAloneWhereTheyAre) {
  database_.execute(
      "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;"
      "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO reader;"
      "CREATE VIEW v AS SELECT 1 AS a; REVOKE SELECT ON v FROM reader");
  const std::string file =
      "CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1';"
      "CREATE TABLE t (a int); CREATE VIEW v AS SELECT 'a' AS b;";
  for (const std::vector<std::string>& how :
       {std::vector<std::string>(), {"--manage", "structure"}}) {
    std::vector<std::string> options = how;
    options.insert(options.end(), {"--format", "sql"});
    const auto plan = run("plan", file, options);
    EXPECT_THAT(plan.output, AllOf(HasSubstr("-- 5 steps"), Not(HasSubstr("GRANT")),
                                   HasSubstr("REVOKE SELECT ON TABLE public.v FROM reader")));
  }
  EXPECT_EQ(run("apply", file, {"--auto-approve"}).exit_code, 0);
  expect_in_sync(file, {});
  EXPECT_EQ(database_.scalar("SELECT proacl FROM pg_proc WHERE proname = 'f'"),
            "{postgres=X/postgres}");
  EXPECT_EQ(database_.scalar("SELECT has_table_privilege('reader', 't', 'SELECT')"), "t");
  EXPECT_EQ(database_.scalar("SELECT has_table_privilege('reader', 'v', 'SELECT')"), "f");
}

// As a host of databases has its own: the file uses what is there, and declares none of it.
class WhatOthersKeep : public ScopeOfCommands {
 protected:
  WhatOthersKeep() {
    database_.execute(
        "CREATE SCHEMA auth; CREATE TYPE auth.level AS ENUM ('one', 'two');"
        "CREATE DOMAIN auth.mail AS text CHECK (VALUE ~ '@');"
        "CREATE TABLE auth.users (id int PRIMARY KEY, mail auth.mail, at timestamptz);"
        "CREATE TABLE auth.base (a int CHECK (a > 0), b text NOT NULL DEFAULT 'x');"
        "CREATE FUNCTION auth.uid() RETURNS int LANGUAGE sql STABLE AS 'SELECT 1';"
        "CREATE TRIGGER theirs BEFORE UPDATE ON auth.users FOR EACH ROW EXECUTE FUNCTION "
        "suppress_redundant_updates_trigger();");
  }
};

TEST_F(WhatOthersKeep, MayBeReferredTo) {
  const std::string file =
      "CREATE TABLE profiles (id int PRIMARY KEY REFERENCES auth.users ON DELETE CASCADE,"
      "  level auth.level DEFAULT 'two', levels auth.level[], mail auth.mail);"
      "CREATE POLICY own ON profiles USING (auth.uid() = id);"
      "CREATE TABLE child (c int) INHERITS (auth.base);"
      "CREATE TABLE alike (LIKE auth.base INCLUDING ALL, d int);"
      "CREATE VIEW mails AS SELECT u.mail, p.level FROM auth.users u JOIN profiles p USING (id);";
  const auto apply = run("apply", file, {"--auto-approve"});
  EXPECT_EQ(apply.exit_code, 0) << apply.output << apply.errors;
  EXPECT_THAT(apply.output, HasSubstr("REFERENCES auth.users (id) ON DELETE CASCADE"));
  expect_in_sync(file, {});
  expect_in_sync(file, {"--schema", "public"});
  EXPECT_EQ(
      database_.scalar("SELECT count(*) FROM pg_class WHERE relnamespace = 'auth'::regnamespace"
                       " AND relkind = 'r'"),
      "2");
}

TEST_F(WhatOthersKeep, IsNotChangedInSilence) {
  const std::string used = "CREATE TABLE p (id int REFERENCES auth.users);\n";
  const auto errors = [&](const std::string& statement) {
    const auto plan = run("plan", used + statement, {});
    EXPECT_EQ(plan.exit_code, 1) << statement;
    return plan.errors;
  };
  EXPECT_THAT(errors("CREATE INDEX ON auth.users (mail);"),
              HasSubstr("schema.sql:2:1: error: index auth.users_mail_idx is in schema auth, in "
                        "which nothing is declared, and which is left alone"));
  EXPECT_THAT(errors("COMMENT ON TABLE auth.users IS 'ours';"),
              HasSubstr("schema.sql:2:1: error: comment on table auth.users is in schema auth"));
  for (const char* statement :
       {"ALTER TABLE auth.users ENABLE ROW LEVEL SECURITY;", "DROP TABLE auth.users CASCADE;",
        "ALTER TYPE auth.level ADD VALUE 'three';", "ALTER TABLE auth.users DROP COLUMN at;",
        "ALTER TABLE auth.users ALTER at SET NOT NULL;", "INSERT INTO auth.base VALUES (1);"}) {
    EXPECT_THAT(errors(statement), HasSubstr("schema.sql:2:1: error: ")) << statement;
    EXPECT_THAT(errors(statement), HasSubstr("which is left alone")) << statement;
  }
}

TEST_F(WhatOthersKeep, MayHaveSomethingOfOurs) {
  const std::string file =
      "CREATE FUNCTION welcome() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';"
      "CREATE TRIGGER ours AFTER INSERT ON auth.users FOR EACH ROW EXECUTE FUNCTION welcome();";
  const auto plan = run("plan", file, {});
  EXPECT_THAT(plan.errors, HasSubstr("--schema public --schema 'trigger:auth.users.ours'"));
  const std::vector<std::string> scope = {"--schema", "public", "--schema",
                                          "trigger:auth.users.ours"};
  std::vector<std::string> how = scope;
  how.insert(how.end(), {"--auto-approve"});
  EXPECT_EQ(run("apply", file, how).exit_code, 0);
  expect_in_sync(file, scope);
  EXPECT_EQ(database_.scalar("SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal"), "2");
}

// The same, for a table or type in a schema in which other things are declared.
class WhatPatternsLeaveAlone : public ScopeOfCommands {
 protected:
  void SetUp() override {
    ScopeOfCommands::SetUp();
    database_.execute(
        "CREATE TYPE level AS ENUM ('one', 'two'); CREATE TABLE others (id int PRIMARY KEY);"
        "CREATE VIEW seen AS SELECT 1 AS x; CREATE TABLE ours (id int);");
  }
};

TEST_F(WhatPatternsLeaveAlone, MayBeReferredTo) {
  const std::string file =
      "CREATE TABLE ours (id int REFERENCES others, level level DEFAULT 'two', levels level[]);"
      "CREATE FUNCTION f() RETURNS SETOF seen LANGUAGE sql AS 'SELECT * FROM seen';";
  const std::vector<std::string> exclude = {"--exclude", "*:public.others", "--exclude",
                                            "enum:*.*",  "--exclude",       "view:public.*"};
  std::vector<std::string> how = exclude;
  how.emplace_back("--auto-approve");
  const auto apply = run("apply", file, how);
  EXPECT_EQ(apply.exit_code, 0) << apply.output << apply.errors;
  expect_in_sync(file, exclude);
  expect_in_sync(file, {"--schema", "table:public.ours", "--schema", "function:public.*"});
}

TEST_F(WhatPatternsLeaveAlone, IsNotChangedInSilence) {
  const std::string used = "CREATE TABLE ours (id int REFERENCES others);\n";
  for (const char* statement :
       {"CREATE INDEX ON others (id);", "ALTER TABLE others ADD COLUMN z int;",
        "COMMENT ON TABLE others IS 'ours';", "ALTER TABLE others ALTER id SET DEFAULT 1;",
        "DROP TABLE others CASCADE;", "INSERT INTO others VALUES (1);"}) {
    const auto plan = run("plan", used + statement, {"--exclude", "table:public.others"});
    EXPECT_EQ(plan.exit_code, 1) << statement;
    EXPECT_THAT(plan.errors, HasSubstr("schema.sql:2:")) << statement;
    EXPECT_THAT(plan.errors, HasSubstr("left alone by --schema or --exclude")) << statement;
  }
}

TEST_F(WhatPatternsLeaveAlone, IsNotWhatAFileDeclares) {
  const auto plan = run("plan", "-- nothing", {"--exclude", "table:public.others"});
  EXPECT_EQ(plan.exit_code, 1);
  EXPECT_THAT(plan.errors, HasSubstr("declares no object at all"));
}

TEST_F(ScopeOfCommands, APatternThatNamesNothingIsPointedOut) {
  const auto check = run("check", "", {"--exclude", "public.lgacy", "--allow", "empty"});
  EXPECT_THAT(check.errors, HasSubstr("--exclude public.lgacy names nothing here"));
}

TEST_F(ScopeOfCommands, ASchemaThatIsNowhereIsAnError) {
  const std::string file = "CREATE TABLE t (id int);";
  const auto check = run("check", file, {"--schema", "pubilc"});
  EXPECT_EQ(check.exit_code, 1) << check.output;
  EXPECT_THAT(check.errors, HasSubstr("--schema pubilc names nothing here"));
  EXPECT_EQ(run("check", file, {"--schema", "pub*"}).exit_code, 2);
}

TEST_F(ScopeOfCommands, WrongPatternsAreErrorsOfUsage) {
  const auto wrong = run("plan", "CREATE TABLE t (id int);", {"--exclude", "tabel:public.t"});
  EXPECT_EQ(wrong.exit_code, 64);
  EXPECT_THAT(wrong.errors,
              HasSubstr("--exclude tabel:public.t: there is no kind of object tabel"));
}

}  // namespace
}  // namespace schemadiff::testing
