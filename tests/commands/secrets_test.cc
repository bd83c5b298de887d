// Passwords in options of user mappings are compared and applied, and no output has them.
#include <gtest/gtest.h>

#include "tests/support/run_schemadiff.h"
#include "tests/support/throwaway_cluster.h"

namespace schemadiff::testing {
namespace {

constexpr const char* kServer =
    "CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w;\n";

std::string mapping(const std::string& role, const std::string& password) {
  return "CREATE USER MAPPING FOR " + role + " SERVER s OPTIONS (user 'u', password '" + password +
         "');\n";
}

TEST(Secrets, NoOutputHasThem) {
  const TestDatabase database(kServer + mapping("public", "OLD-PASSWORD"));
  const TemporaryFolder folder;
  const std::string wanted =
      folder.write("wanted.sql", kServer + mapping("public", "NEW-PASSWORD") +
                                     mapping("postgres", "NEW-PASSWORD"));
  const std::string db = database.conninfo();
  std::vector<std::vector<std::string>> commands = {
      {"dump", "--db", db, "--schema", "*"},
      {"dump", "--db", db, "--schema", "*", "--format", "json"},
      {"diff", database.url(), wanted, "--schema", "*"},
      {"diff", wanted, database.url(), "--schema", "*", "-v"}};
  const ProcessResult text = run_schemadiff({"plan", "--to", wanted, "--db", db});
  EXPECT_NE(text.output.find("SET password '(hidden)'"), std::string::npos) << text.output;
  for (const char* format : {"text", "sql", "json"}) {
    commands.push_back({"plan", "--to", wanted, "--db", db, "--format", format, "-v"});
  }
  commands.push_back({"apply", "--to", wanted, "--db", db, "--auto-approve", "-v"});
  for (const auto& command : commands) {
    const ProcessResult run = run_schemadiff(command);
    const std::string all = run.output + run.errors;
    EXPECT_EQ(all.find("PASSWORD"), std::string::npos) << all;
  }
  EXPECT_EQ(database.scalar("SELECT count(*) FROM pg_user_mappings WHERE "
                            "'password=NEW-PASSWORD' = ANY (umoptions)"),
            "2");
  EXPECT_EQ(run_schemadiff({"plan", "--to", wanted, "--db", db, "--exit-code"}).exit_code, 0);
}

// Not only the password: where a publisher is, is nobody's business either.
TEST(Secrets, NoOutputHasConnectionStrings) {
  const auto subscription = [](const std::string& name, const std::string& host) {
    return "CREATE SUBSCRIPTION " + name + " CONNECTION 'host=/" + host +
           "-HOST password=THE-WORD' PUBLICATION p WITH (connect = false);\n";
  };
  const TestDatabase database(subscription("a", "OLD") + subscription("b", "OLD"));
  const TemporaryFolder folder;
  const std::string wanted =
      folder.write("wanted.sql", subscription("a", "NEW") + subscription("c", "NEW"));
  const std::string broken = folder.write(
      "broken.sql", "CREATE SUBSCRIPTION s CONNECTION 'host=/THE-HOST' PUBLICATION oops oops;\n");
  const std::string db = database.conninfo();
  std::vector<std::vector<std::string>> commands = {
      {"dump", "--db", db, "--schema", "*"},
      {"dump", "--db", db, "--schema", "*", "--format", "json"},
      {"diff", database.url(), wanted, "--schema", "*"},
      {"diff", wanted, database.url(), "--schema", "*", "-v"},
      {"diff", broken, broken},
      {"report", "--to", wanted, "--db", db, "--schema", "*", "-o", "-"}};
  for (const char* format : {"text", "sql", "json", "markdown", "sarif"}) {
    commands.push_back({"plan", "--to", wanted, "--db", db, "--schema", "*", "--format", format});
  }
  const std::vector<std::string> apply = {"apply",   "--to",     wanted, "--db",
                                          db,        "--schema", "*",    "--auto-approve",
                                          "--allow", "all",      "-v"};
  commands.push_back(apply);
  for (const auto& command : commands) {
    const ProcessResult run = run_schemadiff(command);
    const std::string all = run.output + run.errors;
    EXPECT_EQ(all.find("-HOST"), std::string::npos) << command[0] << "\n" << all;
    EXPECT_EQ(all.find("THE-WORD"), std::string::npos) << command[0] << "\n" << all;
  }
  EXPECT_EQ(database.scalar("SELECT string_agg(subname || subconninfo, ',' ORDER BY subname) FROM "
                            "pg_subscription s JOIN pg_database d ON d.oid = s.subdbid AND "
                            "d.datname = current_database()"),
            "ahost=/NEW-HOST password=THE-WORD,chost=/NEW-HOST password=THE-WORD");
}

// The server repeats a piece of a string that it can't read.
TEST(Secrets, AConnectionStringThatIsWrongIsNotShown) {
  const TestDatabase database;
  const TemporaryFolder folder;
  const std::string wanted = folder.write(
      "wanted.sql",
      "CREATE SUBSCRIPTION s CONNECTION 'THE-PASSWORD' PUBLICATION p WITH (connect = false);\n");
  const ProcessResult run = run_schemadiff(
      {"apply", "--to", wanted, "--db", database.conninfo(), "--auto-approve", "-v"});
  EXPECT_EQ(run.exit_code, 1) << run.output << run.errors;
  EXPECT_EQ((run.output + run.errors).find("PASSWORD"), std::string::npos)
      << run.output << run.errors;
  EXPECT_NE(run.errors.find("connection string"), std::string::npos) << run.errors;
}

// Only who may see the string compares it; nobody else fails for that.
TEST(Secrets, AConnectionStringThatCantBeReadIsLeftAlone) {
  const std::string declared =
      "CREATE SUBSCRIPTION s CONNECTION 'host=/h' PUBLICATION p WITH (connect = false);\n";
  const TestDatabase database(declared + "GRANT ALL ON SCHEMA public TO app;");
  const TemporaryFolder folder;
  const std::string same = folder.write("same.sql", declared);
  const ProcessResult run =
      run_schemadiff({"plan", "--to", same, "--db", database.conninfo(), "--role", "app", "-v",
                      "--exit-code", "--manage", "structure"});
  EXPECT_EQ(run.exit_code, 0) << run.output << run.errors;
  EXPECT_NE(run.output.find("unreadable connection string s"), std::string::npos) << run.output;
}

TEST(Secrets, AFailingStatementDoesNotShowThem) {
  const TestDatabase database(
      "CREATE FOREIGN DATA WRAPPER w VALIDATOR postgresql_fdw_validator;"
      "CREATE SERVER s FOREIGN DATA WRAPPER w;");
  const TemporaryFolder folder;
  const std::string wanted =
      folder.write("wanted.sql",
                   "CREATE FOREIGN DATA WRAPPER w VALIDATOR postgresql_fdw_validator;"
                   "CREATE SERVER s FOREIGN DATA WRAPPER w;"
                   "CREATE USER MAPPING FOR public SERVER s OPTIONS (odd 'THE-PASSWORD');");
  const ProcessResult run = run_schemadiff(
      {"apply", "--to", wanted, "--db", database.conninfo(), "--auto-approve", "-v"});
  EXPECT_EQ(run.exit_code, 1) << run.output << run.errors;
  EXPECT_EQ((run.output + run.errors).find("PASSWORD"), std::string::npos)
      << run.output << run.errors;
}

TEST(Secrets, AnErrorShowsTheLineWithoutThem) {
  const TemporaryFolder folder;
  const std::string file = folder.write(
      "broken.sql",
      "CREATE USER MAPPING FOR x SERVER s OPTIONS (user 'u', password 'PASS''WORD' oops);\n"
      "CREATE SUBSCRIPTION s CONNECTION 'host=h password=PASSWORD dbname=d' PUBLICATION oops "
      "oops;\n");
  const ProcessResult run = run_schemadiff({"diff", file, file});
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_NE(run.errors.find("broken.sql:1:"), std::string::npos) << run.errors;
  EXPECT_EQ(run.errors.find("PASS"), std::string::npos) << run.errors;
  EXPECT_EQ(run.errors.find("WORD"), std::string::npos) << run.errors;
}

// A dump in version control need not hold the password.
TEST(Secrets, AHiddenValueMeansTheOneThatIsThere) {
  const TestDatabase database(kServer + mapping("public", "OLD-PASSWORD"));
  const TemporaryFolder folder;
  const std::string db = database.conninfo();
  const std::string dump = folder.write("dump.sql", kServer + mapping("public", "(hidden)"));
  EXPECT_EQ(run_schemadiff({"plan", "--to", dump, "--db", db, "--exit-code"}).exit_code, 0);
  const std::string more = folder.write("more.sql", kServer + mapping("postgres", "(hidden)"));
  const ProcessResult run = run_schemadiff({"plan", "--to", more, "--db", db});
  EXPECT_NE(run.output.find("hides the value of its option"), std::string::npos) << run.output;
}

}  // namespace
}  // namespace schemadiff::testing
