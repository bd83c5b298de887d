// Two states without a database between them: files and the snapshots made of them are the same.
#include <gtest/gtest.h>

#include "tests/support/run_schemadiff.h"
#include "tests/support/throwaway_cluster.h"

namespace schemadiff::testing {
namespace {

constexpr const char* kSchema =
    "CREATE TABLE accounts (id bigint PRIMARY KEY, owner name NOT NULL DEFAULT current_user,\n"
    "  balance numeric(10,2) DEFAULT 0 CHECK (balance >= 0), note varchar(20) DEFAULT NULL);\n"
    "ALTER TABLE accounts ENABLE ROW LEVEL SECURITY;\n"
    "CREATE POLICY own ON accounts FOR UPDATE TO PUBLIC USING (owner = current_user)\n"
    "  WITH CHECK (owner = current_user AND balance > 1);\n"
    "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;\n"
    "CREATE TRIGGER touched BEFORE UPDATE OF balance ON accounts FOR EACH ROW\n"
    "  WHEN (old.balance IS DISTINCT FROM new.balance) EXECUTE FUNCTION touch('x');\n"
    "CREATE VIEW rich AS SELECT id, owner FROM accounts WHERE balance > 1000;\n"
    "CREATE RULE quiet AS ON DELETE TO rich WHERE old.id > 5 DO INSTEAD NOTHING;\n"
    "CREATE MATERIALIZED VIEW totals (owner, total) AS\n"
    "  SELECT owner, sum(balance) FROM accounts GROUP BY owner;\n"
    "CREATE INDEX ON accounts (lower(note)) WHERE note <> '';\n"
    "CREATE DOMAIN email AS text CHECK (VALUE ~ '@');\n"
    "CREATE TYPE mood AS ENUM ('sad', 'glad');\n"
    "CREATE TABLE parent (a integer);\n"
    "CREATE TABLE child () INHERITS (parent);\n"
    "ALTER TABLE parent ADD CONSTRAINT late CHECK (a > 0) NOT VALID;\n"
    "CREATE TABLE later () INHERITS (parent);\n"
    "COMMENT ON TABLE accounts IS 'who has what';\n";

TEST(Diff, AFileItsDumpsAndItsSnapshotAreTheSame) {
  const TestDatabase database(kSchema);
  const TemporaryFolder folder;
  const std::string file = folder.write("schema.sql", kSchema);
  const std::string snapshot = (folder.path() / "snapshot.json").string();
  const std::string dump = (folder.path() / "dump.sql").string();
  const std::string split = (folder.path() / "split").string();
  const std::string db = database.conninfo();
  ASSERT_EQ(run_schemadiff({"dump", "--db", db, "--format", "json", "-o", snapshot}).exit_code, 0);
  ASSERT_EQ(run_schemadiff({"dump", "--db", db, "-o", dump}).exit_code, 0);
  ASSERT_EQ(run_schemadiff({"dump", "--db", db, "--split", split}).exit_code, 0);
  const std::vector<std::string> states = {file, snapshot, dump, split, database.url()};
  for (const std::string& from : states) {
    for (const std::string& to : states) {
      const ProcessResult run = run_schemadiff({"diff", from, to, "--exit-code"});
      EXPECT_EQ(run.exit_code, 0) << from << " -> " << to << "\n" << run.output << run.errors;
    }
  }
  const std::string other =
      folder.write("other.sql", std::string(kSchema) + "DROP MATERIALIZED VIEW totals;");
  EXPECT_EQ(run_schemadiff({"diff", snapshot, other, "--exit-code"}).exit_code, 2);
  EXPECT_EQ(run_schemadiff({"diff", other, snapshot, "--exit-code"}).exit_code, 2);
}

// Those that are in no schema, and what only --schema '*' takes.
constexpr const char* kWhole =
    "CREATE TABLE t (a integer PRIMARY KEY, b text);\n"
    "CREATE PUBLICATION p FOR TABLE t WITH (publish = 'insert');\n"
    "CREATE FUNCTION ddl() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';\n"
    "CREATE EVENT TRIGGER e ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION "
    "ddl();\n"
    "CREATE COLLATION c (PROVIDER = icu, LOCALE = 'de-DE');\n"
    "CREATE FUNCTION same(integer, integer) RETURNS boolean LANGUAGE sql AS 'SELECT $1 = $2';\n"
    "CREATE OPERATOR === (FUNCTION = same, LEFTARG = integer, RIGHTARG = integer);\n"
    "CREATE OPERATOR CLASS k FOR TYPE integer USING btree AS OPERATOR 1 <, OPERATOR 3 ===,\n"
    "  FUNCTION 1 btint4cmp(integer, integer);\n"
    "CREATE TYPE mood AS ENUM ('sad', 'glad');\n"
    "CREATE CAST (mood AS integer) WITH INOUT;\n"
    "CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = simple, STOPWORDS = english);\n"
    "CREATE TEXT SEARCH CONFIGURATION s (COPY = english);\n"
    "ALTER TEXT SEARCH CONFIGURATION s ALTER MAPPING FOR word WITH d, simple;\n"
    "CREATE FOREIGN DATA WRAPPER w OPTIONS (x 'y');\n"
    "CREATE SERVER far FOREIGN DATA WRAPPER w;\n"
    "CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS (password 'secret');\n"
    "CREATE FOREIGN TABLE ft (a integer OPTIONS (n 'm')) SERVER far OPTIONS (o 'p');\n"
    "CREATE CONVERSION v FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;\n"
    "CREATE LANGUAGE l HANDLER plpgsql_call_handler;\n"
    "CREATE TRANSFORM FOR integer LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal));\n"
    "CREATE ACCESS METHOD m TYPE INDEX HANDLER bthandler;\n";

TEST(Diff, AWholeDatabaseItsDumpsAndItsSnapshotAreTheSame) {
  const TestDatabase database(kWhole);
  const TemporaryFolder folder;
  const std::string file = folder.write("schema.sql", kWhole);
  const std::string snapshot = (folder.path() / "snapshot.json").string();
  const std::string dump = (folder.path() / "dump.sql").string();
  const std::string split = (folder.path() / "split").string();
  const std::vector<std::string> from_database = {"dump", "--db", database.conninfo(), "--schema",
                                                  "*"};
  for (const auto& more : std::vector<std::vector<std::string>>{
           {"--format", "json", "-o", snapshot}, {"-o", dump}, {"--split", split}}) {
    std::vector<std::string> command = from_database;
    command.insert(command.end(), more.begin(), more.end());
    const ProcessResult run = run_schemadiff(command);
    EXPECT_EQ(run.exit_code, 0) << run.output << run.errors;
  }
  const std::vector<std::string> states = {file, snapshot, dump, split, database.url()};
  for (const std::string& from : states) {
    for (const std::string& to : states) {
      const ProcessResult run = run_schemadiff({"diff", from, to, "--schema", "*", "--exit-code"});
      EXPECT_EQ(run.exit_code, 0) << from << " -> " << to << "\n" << run.output << run.errors;
    }
  }
}

// What partitions have of indexes and keys has other names where somebody renamed it, or where the
// usual one was taken.
TEST(Diff, ALoadedDumpHasTheSameNamesInPartitions) {
  const TestDatabase database(
      "CREATE TABLE p (k integer, t text, PRIMARY KEY (k)) PARTITION BY RANGE (k);\n"
      "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);\n"
      "CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (10) TO (20);\n"
      "CREATE INDEX ON p (lower(t), (k + 1));\n"
      "CREATE INDEX ON p (k);\n"
      "CREATE INDEX ON p (k DESC);\n"
      "ALTER INDEX p1_pkey RENAME TO odd;\n"
      "ALTER INDEX p2_lower_expr_idx RENAME TO even;\n");
  const ProcessResult dump = run_schemadiff({"dump", "--db", database.conninfo()});
  ASSERT_EQ(dump.exit_code, 0) << dump.errors;
  const TestDatabase loaded(dump.output);
  const ProcessResult run = run_schemadiff({"diff", database.url(), loaded.url(), "--exit-code"});
  EXPECT_EQ(run.exit_code, 0) << dump.output << run.output << run.errors;
  for (const char* usual : {"p2_pkey", "p1_lower_expr_idx", "p1_k_idx "}) {
    EXPECT_EQ(dump.output.find(usual), std::string::npos) << dump.output;
  }
}

// What a server makes of a file, when nobody may ask one.
TEST(Diff, AFileAndItsDumpAreTheSameWithoutAServer) {
  const std::string major = std::to_string(test_server_version() / 10000);
  for (const char* name : {"scalars.sql", "from.sql", "literals.sql", "collations.sql"}) {
    const std::string script = for_test_server(
        read_file(std::string(SCHEMADIFF_SOURCE_DIR) + "/tests/expressions/" + name));
    const TestDatabase database(script);
    const TemporaryFolder folder;
    const std::string file = folder.write(name, script);
    const std::string dump = (folder.path() / "dump.sql").string();
    ASSERT_EQ(run_schemadiff({"dump", "--db", database.conninfo(), "-o", dump}).exit_code, 0);
    for (const auto& [from, to] : {std::pair(file, dump), std::pair(dump, file)}) {
      const ProcessResult run =
          run_schemadiff({"diff", from, to, "--exit-code", "--target-version", major});
      EXPECT_EQ(run.exit_code, 0) << name << "\n" << run.output << run.errors;
    }
  }
}

TEST(Diff, WhatOnlyAServerCanReadIsSaid) {
  const TemporaryFolder folder;
  const auto states = [&](const std::string& a, const std::string& b) {
    const ProcessResult run =
        run_schemadiff({"diff", folder.write("a.sql", a), folder.write("b.sql", b), "--exit-code"});
    EXPECT_EQ(run.exit_code, 2) << run.output << run.errors;
    return run.output;
  };
  const std::string begin = "CREATE TABLE t (a timestamptz, p jsonpath, n int DEFAULT ";
  const std::string zones = states(begin + "1, CHECK (a > '2020-01-01 00:00 Europe/Berlin'));",
                                   begin + "1, CHECK (a > '2020-01-01 00:00+01'));");
  EXPECT_NE(zones.find("Not decidable here"), std::string::npos) << zones;
  EXPECT_NE(zones.find("only a server can tell whether its literals mean the same"),
            std::string::npos)
      << zones;
  EXPECT_EQ(zones.find("ALTER TABLE"), std::string::npos) << zones;
  // What else is different is changed.
  const std::string both =
      states(begin + "1, q jsonpath DEFAULT '$.a');", begin + "2, q jsonpath DEFAULT '$.\"a\"');");
  EXPECT_NE(both.find("Not decidable here"), std::string::npos) << both;
  EXPECT_NE(both.find("SET DEFAULT 2"), std::string::npos) << both;
  const std::string unread = states("CREATE VIEW v AS SELECT 1::nowhere.t AS a;",
                                    "CREATE VIEW v AS SELECT (1)::nowhere.t AS a;");
  EXPECT_NE(unread.find("only a server could tell"), std::string::npos) << unread;
}

TEST(Diff, TheTargetVersionIsThatOfTheFiles) {
  const TemporaryFolder folder;
  const std::string table = "CREATE TABLE t (a timestamp, CHECK (";
  const std::string a = folder.write("a.sql", table + "extract(year FROM a) > 2000));");
  const std::string b =
      folder.write("b.sql", table + "date_part('year'::text, a) > (2000)::double precision));");
  const auto exit_code = [&](const std::string& version) {
    return run_schemadiff({"diff", a, b, "--exit-code", "--target-version", version}).exit_code;
  };
  EXPECT_EQ(exit_code("13"), 0);
  EXPECT_EQ(exit_code("14"), 2);
  EXPECT_EQ(exit_code("18"), 2);
  EXPECT_EQ(exit_code("12"), 64);
  EXPECT_EQ(exit_code("19"), 64);
  EXPECT_EQ(exit_code("new"), 64);
  const TestDatabase database;
  const ProcessResult run = run_schemadiff({"diff", a, database.url(), "--target-version", "15"});
  EXPECT_EQ(run.exit_code, 64) << run.output << run.errors;
  EXPECT_EQ(run_schemadiff({"lint", a, "--target-version", "13"}).exit_code, 0);
  EXPECT_EQ(run_schemadiff({"lint", a, "--target-version", "12"}).exit_code, 64);
}

}  // namespace
}  // namespace schemadiff::testing
