// schemadiff report, as it is typed. What its page does in a browser: tests/browser.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/run_schemadiff.h"
#include "tests/support/throwaway_cluster.h"

namespace schemadiff::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr const char* kShop =
    "CREATE TABLE users (id integer PRIMARY KEY);\n"
    "CREATE TABLE orders (id integer PRIMARY KEY, user_id integer REFERENCES users);\n"
    "CREATE TABLE notes (id integer);\n";

TEST(ReportCommand, DrawsAFileInEveryFormat) {
  const TemporaryFolder folder;
  const std::string file = folder.write("schema.sql", kShop);
  const auto draw = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"report", "--to", file});
    return run_schemadiff(more);
  };
  EXPECT_THAT(draw({}).output, StartsWith("<!doctype html>"));
  EXPECT_THAT(draw({"--format", "svg"}).output,
              AllOf(StartsWith("<svg xmlns="), HasSubstr(">orders</text>")));
  EXPECT_THAT(draw({"--format", "dot"}).output, HasSubstr("digraph schema {"));
  EXPECT_THAT(draw({"--format", "mermaid"}).output, StartsWith("erDiagram\n"));

  const auto around = draw({"--format", "mermaid", "--around", "orders"});
  EXPECT_THAT(around.output, AllOf(HasSubstr("users {"), Not(HasSubstr("notes {"))));
  const auto unknown = draw({"--format", "dot", "--around", "nothing"});
  EXPECT_EQ(unknown.exit_code, 64);
  EXPECT_THAT(unknown.errors, HasSubstr("there is no such table"));
  EXPECT_EQ(draw({"--around", "orders"}).exit_code, 64);
}

TEST(ReportCommand, SaysThatGraphvizIsMissing) {
  const TemporaryFolder folder;
  const std::string file = folder.write("schema.sql", kShop);
  ProcessOptions options;
  options.environment = {{"PATH", folder.path().string()}};
  const auto svg = run_schemadiff({"report", "--to", file, "--format", "svg"}, options);
  EXPECT_EQ(svg.exit_code, 1);
  EXPECT_THAT(svg.errors, HasSubstr("apt install graphviz"));
  const auto page = run_schemadiff({"report", "--to", file}, options);
  EXPECT_EQ(page.exit_code, 0);
  EXPECT_THAT(page.errors, HasSubstr("the picture is a plain one"));
  EXPECT_THAT(page.output, HasSubstr("Without a proper layout"));
}

TEST(ReportCommand, KnowsHowLargeTheTablesOfADatabaseAre) {
  const TestDatabase database(std::string(kShop) +
                              "INSERT INTO users SELECT generate_series(1, 1234); ANALYZE users;");
  const auto page = run_schemadiff({"report", "--db", database.conninfo()});
  EXPECT_EQ(page.exit_code, 0) << page.errors;
  EXPECT_THAT(page.output, HasSubstr("<b>≈ 1\u202F234</b> rows (an estimate)"));
}

TEST(ReportCommand, DrawsAChange) {
  const TemporaryFolder folder;
  const std::string file = folder.write("schema.sql", kShop);
  const TestDatabase database("CREATE TABLE users (id integer PRIMARY KEY, old text);");
  const auto change =
      run_schemadiff({"report", "--to", file, "--db", database.conninfo(), "--format", "mermaid"});
  EXPECT_EQ(change.exit_code, 0) << change.errors;
  EXPECT_THAT(change.output,
              AllOf(HasSubstr("notes[\"notes (added)\"]"), HasSubstr("users[\"users (altered)\"]"),
                    HasSubstr("text old \"dropped\"")));
  EXPECT_EQ(database.scalar("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"), "1");
}

}  // namespace
}  // namespace schemadiff::testing
