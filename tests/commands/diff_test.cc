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

}  // namespace
}  // namespace schemadiff::testing
