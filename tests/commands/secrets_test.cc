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
