// A connection that breaks at any statement of an apply: what is said is what the database holds,
// and the next apply ends where the first was to end.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "tests/support/faulty_proxy.h"
#include "tests/support/throwaway_cluster.h"

namespace schemadiff::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using Moment = FaultyProxy::Moment;

// A label can't be used in the transaction that adds it: two transactions.
constexpr const char* kBefore =
    "CREATE TYPE mood AS ENUM ('sad');"
    "CREATE TABLE t (id int, m mood);";
constexpr const char* kAfter =
    "CREATE TYPE mood AS ENUM ('sad', 'glad');"
    "CREATE TABLE t (id int, m mood DEFAULT 'glad');"
    "CREATE TABLE u (id int);"
    "CREATE VIEW v AS SELECT id FROM t;";

// A part of each step's SQL, and what tells whether the step is done.
const std::map<std::string, std::string> kEffects = {
    {"ADD VALUE", "SELECT count(*) FROM pg_enum WHERE enumlabel = 'glad'"},
    {"SET DEFAULT", "SELECT count(*) FROM pg_attrdef WHERE adrelid = 't'::regclass"},
    {"CREATE TABLE", "SELECT count(to_regclass('u'))"},
    {"CREATE VIEW", "SELECT count(to_regclass('v'))"},
};

class ApplyFaults : public ::testing::Test {
 protected:
  ProcessResult apply(const std::string& conninfo) const {
    return run_schemadiff({"apply", "--auto-approve", "--to", file_, "--db", conninfo});
  }

  // What the report lists beneath "done and committed" has happened, and nothing else has.
  void expect_truthful(const TestDatabase& database, const std::string& errors) const {
    std::string section;
    size_t listed = 0;
    size_t begin = 0;
    while (begin < errors.size()) {
      const size_t end = std::min(errors.find('\n', begin), errors.size());
      const std::string line = errors.substr(begin, end - begin);
      begin = end + 1;
      const bool is_step = line.starts_with("  [");
      if (!is_step && line.ends_with("):")) section = line.substr(0, line.find(" ("));
      if (!is_step) continue;
      for (const auto& [part, question] : kEffects) {
        if (line.find(part) == std::string::npos) continue;
        ++listed;
        EXPECT_EQ(database.scalar(question), section == "done and committed" ? "1" : "0")
            << section << ": " << line;
      }
    }
    EXPECT_EQ(listed, kEffects.size());
  }

  bool untouched(const TestDatabase& database) const {
    for (const auto& [part, question] : kEffects) {
      if (database.scalar(question) != "0") return false;
    }
    return true;
  }

  TemporaryFolder folder_;
  const std::string file_ = folder_.write("schema.sql", kAfter);
};

TEST_F(ApplyFaults, AnyStatementMayBeTheLast) {
  const TestDatabase original(kBefore);
  size_t total = 0;
  size_t begins = 0;
  {
    const TestDatabase database = TestDatabase::copy_of(original);
    const FaultyProxy proxy;
    const ProcessResult run = apply(proxy.conninfo(database.name()));
    ASSERT_EQ(run.exit_code, 0) << run.errors;
    const std::vector<std::string> statements = proxy.statements();
    total = statements.size();
    while (begins < total && !statements[begins].starts_with("SET lock_timeout")) ++begins;
    ASSERT_LT(begins, total);
    const auto first = statements.begin() + static_cast<ptrdiff_t>(begins);
    ASSERT_GE(std::count(first, statements.end(), "COMMIT"), 2) << "the plan's transactions";
  }
  // Before the steps begin and after they end a few will do.
  constexpr size_t kStride = 20;
  constexpr size_t kSteps = 24;
  for (size_t number = 0; number < total;
       number += number < begins || number > begins + kSteps ? kStride : 1) {
    if (number < begins && number + kStride > begins) number = begins - kStride;
    for (const Moment moment : {Moment::sent, Moment::answered}) {
      const TestDatabase database = TestDatabase::copy_of(original);
      FaultyProxy proxy;
      proxy.break_at(number, moment);
      const ProcessResult run = apply(proxy.conninfo(database.name()));
      // The first run read something twice, because other sessions changed the cluster meanwhile.
      if (number >= proxy.statements().size()) return;
      SCOPED_TRACE(fmt::format("statement {} {}: {}\n{}", number,
                               moment == Moment::sent ? "never sent" : "answered",
                               proxy.statements().at(number), run.errors));
      ASSERT_TRUE(proxy.broke());
      // Taking leave may fail.
      if (run.exit_code == 0) {
        EXPECT_EQ(proxy.statements().back().find("advisory_unlock") == std::string::npos, false);
        continue;
      }
      EXPECT_EQ(run.exit_code, 1);
      if (run.errors.find("done and committed") != std::string::npos ||
          run.errors.find("rolled back") != std::string::npos ||
          run.errors.find("not begun") != std::string::npos) {
        expect_truthful(database, run.errors);
      } else if (run.errors.find("all steps are done") == std::string::npos) {
        EXPECT_TRUE(untouched(database));
      }
      EXPECT_EQ(run.errors.find("Nothing was changed") != std::string::npos && !untouched(database),
                false);
      const ProcessResult again = apply(database.conninfo());
      EXPECT_EQ(again.exit_code, 0) << again.errors;
      const ProcessResult check =
          run_schemadiff({"check", "--to", file_, "--db", database.conninfo()});
      EXPECT_EQ(check.exit_code, 0) << check.output;
    }
  }
}

TEST_F(ApplyFaults, CommitThatNeverArrived) {
  const TestDatabase database("CREATE TABLE t (id int);");
  const std::string file = folder_.write("u.sql", "CREATE TABLE t (id int); CREATE TABLE u ();");
  for (const Moment moment : {Moment::sent, Moment::answered}) {
    for (const bool away : {false, true}) {
      if (away && moment == Moment::answered) continue;  // ten seconds each, and the same to see
      const TestDatabase copy = TestDatabase::copy_of(database);
      FaultyProxy proxy;
      proxy.break_after("CREATE TABLE public.u", "COMMIT", moment);
      if (away) proxy.stay_away();
      const ProcessResult run = run_schemadiff(
          {"apply", "--auto-approve", "--to", file, "--db", proxy.conninfo(copy.name())});
      SCOPED_TRACE(run.errors);
      EXPECT_EQ(run.exit_code, 1);
      const bool there = copy.scalar("SELECT count(to_regclass('u'))") == "1";
      EXPECT_EQ(there, moment == Moment::answered);
      if (away) {
        EXPECT_THAT(run.errors, HasSubstr("committed or not, nobody could be asked (1)"));
        EXPECT_THAT(run.errors, HasSubstr("SELECT pg_xact_status('"));
      } else {
        EXPECT_THAT(run.errors, HasSubstr(there ? "is committed" : "is rolled back"));
        EXPECT_THAT(run.errors, HasSubstr(there ? "done and committed (1)" : "rolled back (1)"));
      }
    }
  }
}

// It is not the connection to the database that is gone: what was begun there is rolled back.
TEST_F(ApplyFaults, PublisherThatIsAway) {
  const TestDatabase database("");
  const std::string subscription =
      "CREATE TABLE u (); CREATE SUBSCRIPTION s CONNECTION 'host=/nowhere dbname=x' PUBLICATION p";
  for (const bool alone : {true, false}) {
    const std::string file = folder_.write(
        "s.sql", subscription + (alone ? "" : " WITH (create_slot = false, slot_name = x)") + ";");
    const ProcessResult run = run_schemadiff(
        {"apply", "--auto-approve", "--to", file, "--db", database.conninfo(), "-v"});
    SCOPED_TRACE(run.errors);
    EXPECT_EQ(run.exit_code, 1);
    EXPECT_THAT(run.errors, HasSubstr("could not connect to the publisher: "));
    EXPECT_THAT(run.errors, Not(HasSubstr("connection to the server was lost")));
    EXPECT_THAT(run.errors, HasSubstr("it is another server that this one can't talk to"));
    EXPECT_THAT(run.errors,
                HasSubstr(alone ? "failed outside of a transaction (1)" : "rolled back (1)"));
    EXPECT_EQ(database.scalar("SELECT count(*) FROM pg_subscription"), "0");
  }
}

}  // namespace
}  // namespace schemadiff::testing
