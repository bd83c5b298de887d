// An apply that can't go on: locks, Ctrl-C, backends that are killed, servers of other versions.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <future>
#include <thread>

#include "engine/postgres/libpq_session.h"
#include "tests/support/faulty_proxy.h"
#include "tests/support/throwaway_cluster.h"

namespace schemadiff::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

constexpr const char* kBefore = "CREATE TABLE t (id int)";
constexpr const char* kAfter = "CREATE TABLE a (id int); CREATE TABLE t (id int, name text);";

class InterruptedApply : public ::testing::Test {
 protected:
  // Waits until the apply waits for our lock.
  void wait_for_waiter() const {
    for (int i = 0; i < 200; ++i) {
      if (database_.scalar("SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = "
                           "'t'::regclass") != "0") {
        return;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    FAIL() << "nobody waits for the lock";
  }

  LibpqSession lock_table() const {
    auto session = LibpqSession::open(database_.conninfo());
    if (!session || !session->execute("BEGIN") || !session->execute("LOCK TABLE t")) {
      throw std::runtime_error("cannot lock the table");
    }
    return std::move(*session);
  }

  std::vector<std::string> apply(const std::string& lock_timeout) const {
    return {"apply", "--auto-approve", "--lock-timeout",    lock_timeout, "--to",
            file_,   "--db",           database_.conninfo()};
  }

  void expect_untouched() const {
    EXPECT_EQ(database_.scalar("SELECT count(to_regclass('a'))"), "0");
    EXPECT_EQ(database_.scalar("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND "
                               "database = (SELECT oid FROM pg_database WHERE datname = "
                               "current_database())"),
              "0");
  }

  TemporaryFolder folder_;
  const TestDatabase database_{kBefore};
  const std::string file_ = folder_.write("schema.sql", kAfter);
};

TEST_F(InterruptedApply, LockTimeoutNamesTheHolder) {
  const LibpqSession holder = lock_table();
  const ProcessResult run = run_schemadiff(apply("300ms"));
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_THAT(run.errors, AllOf(HasSubstr("(SQLSTATE 55P03)"), HasSubstr("raise --lock-timeout"),
                                HasSubstr("t is locked by pid "), HasSubstr("LOCK TABLE t"),
                                HasSubstr("Nothing was changed.")));
  expect_untouched();
}

// The lock that is missing is one on the table, not on the index that is to be made.
TEST_F(InterruptedApply, LockTimeoutOfAnIndexNamesTheHolder) {
  const std::string file =
      folder_.write("index.sql", "CREATE TABLE t (id int); CREATE INDEX i ON t (id);");
  const LibpqSession holder = lock_table();
  const ProcessResult run = run_schemadiff({"apply", "--auto-approve", "--lock-timeout", "300ms",
                                            "--to", file, "--db", database_.conninfo()});
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_THAT(run.errors, HasSubstr("t is locked by pid "));
}

TEST_F(InterruptedApply, CtrlC) {
  const LibpqSession holder = lock_table();
  // --foreground: the signal goes to schemadiff once; a second one would end it at once.
  std::vector<std::string> command = {"timeout", "--foreground",   "--preserve-status", "-s", "INT",
                                      "3",       SCHEMADIFF_BINARY};
  for (const std::string& argument : apply("60s")) command.push_back(argument);
  auto running = std::async(std::launch::async, [&] { return run_process(command); });
  wait_for_waiter();
  const auto run = running.get();
  ASSERT_TRUE(run);
  EXPECT_EQ(run->exit_code, 130) << run->errors;
  EXPECT_THAT(run->errors, AllOf(HasSubstr("interrupted"), HasSubstr("rolled back (2):"),
                                 HasSubstr("Nothing was changed.")));
  expect_untouched();
}

TEST_F(InterruptedApply, ABackendThatIsKilled) {
  const LibpqSession holder = lock_table();
  auto running = std::async(std::launch::async, [&] { return run_schemadiff(apply("60s")); });
  wait_for_waiter();
  database_.execute(
      "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE NOT granted AND relation = "
      "'t'::regclass");
  const ProcessResult run = running.get();
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_THAT(run.errors, AllOf(HasSubstr("the connection to the server was lost"),
                                HasSubstr("run again when the server is reachable"),
                                HasSubstr("rolled back (2):"), HasSubstr("Nothing was changed.")));
  expect_untouched();
}

TEST_F(InterruptedApply, ServersOfOtherVersions) {
  for (const char* version : {"12.22", "19.0", "9.6.24"}) {
    FaultyProxy proxy;
    proxy.pretend_version(version);
    const ProcessResult run =
        run_schemadiff({"plan", "--to", file_, "--db", proxy.conninfo(database_.name())});
    EXPECT_EQ(run.exit_code, 1);
    EXPECT_THAT(run.errors, AllOf(HasSubstr("the server is PostgreSQL"),
                                  HasSubstr("schemadiff works with 13 to 18")));
    EXPECT_THAT(run.errors,
                HasSubstr(version[0] == '1' && version[1] == '9' ? "a newer schemadiff"
                                                                 : "upgrade the server"));
  }
}

}  // namespace
}  // namespace schemadiff::testing
