#include "engine/postgres/embedded_server.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <thread>

#include "engine/postgres/libpq_session.h"
#include "tests/support/run_schemadiff.h"

namespace schemadiff {
namespace {

namespace fs = std::filesystem;
using schemadiff::testing::TemporaryFolder;
using ::testing::HasSubstr;

// A server in a folder of its own, gone with the test.
class EmbeddedServerTest : public ::testing::Test {
 protected:
  // The user whom the server runs as must get at the state folder.
  void SetUp() override { chmod(folder_.path().c_str(), 0755); }
  void TearDown() override { (void)server().reset(); }
  EmbeddedServer server() const { return server_in(folder_.path() / "state"); }
  static EmbeddedServer server_in(const fs::path& state) {
    EmbeddedServerOptions options;
    options.project = "/some/project";
    options.state_folder = state;
    return *EmbeddedServer::locate(options);
  }
  static std::string ask(const EmbeddedServer& server, const std::string& sql) {
    auto session = LibpqSession::open(server.conninfo());
    if (!session) return session.error().sentence;
    auto rows = session->execute(sql);
    return rows ? (*rows)[0][0].value_or("") : rows.error().sentence;
  }

  TemporaryFolder folder_;
};

TEST_F(EmbeddedServerTest, StartsStopsAndKeepsItsData) {
  EmbeddedServer server = this->server();
  EXPECT_FALSE(server.status()->initialised);
  EXPECT_FALSE(*server.stop());

  const auto started = server.start();
  ASSERT_TRUE(started) << started.error().sentence;
  ASSERT_TRUE(started->pid);
  EXPECT_EQ(ask(server, "CREATE TABLE t AS SELECT 1 AS a; SELECT a FROM t"), "1");
  EXPECT_EQ(ask(server, "SELECT current_setting('listen_addresses')"), "");
  EXPECT_EQ(ask(server, "SELECT current_setting('server_encoding')"), "UTF8");
  struct stat sockets = {};
  ASSERT_EQ(stat((folder_.path() / "state" / "run").c_str(), &sockets), 0);
  EXPECT_EQ(sockets.st_mode & 0777, 0700U);

  EXPECT_EQ(server.start()->pid, started->pid) << "a second start does nothing";
  EXPECT_TRUE(*server.stop());
  EXPECT_FALSE(server.status()->pid);
  EXPECT_FALSE(*server.stop());
  ASSERT_TRUE(server.start());
  EXPECT_EQ(ask(server, "SELECT a FROM t"), "1");

  ASSERT_TRUE(server.reset());
  EXPECT_FALSE(server.status()->initialised);
  ASSERT_TRUE(server.start());
  EXPECT_THAT(ask(server, "SELECT a FROM t"), HasSubstr("does not exist"));
}

TEST_F(EmbeddedServerTest, SurvivesACrash) {
  EmbeddedServer server = this->server();
  const auto started = server.start();
  ASSERT_TRUE(started) << started.error().sentence;
  ask(server, "CREATE TABLE t AS SELECT 1 AS a; SELECT a FROM t");
  kill(*started->pid, SIGKILL);
  while (server.status()->pid) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  const auto again = server.start();
  ASSERT_TRUE(again) << again.error().sentence;
  EXPECT_EQ(ask(server, "SELECT a FROM t"), "1");
}

TEST_F(EmbeddedServerTest, DoesNotBelieveAStalePid) {
  EmbeddedServer server = this->server();
  ASSERT_TRUE(server.start());
  ASSERT_TRUE(*server.stop());
  // A process that lives and is no server of ours: this one.
  std::ofstream(folder_.path() / "state" / "data" / "postmaster.pid") << getpid() << "\n";
  EXPECT_FALSE(server.status()->pid);
  const auto started = server.start();
  ASSERT_TRUE(started) << started.error().sentence;
}

TEST_F(EmbeddedServerTest, TwoStartsAtOnceGiveOneServer) {
  std::vector<std::thread> threads;
  std::vector<pid_t> pids(4);
  for (pid_t& pid : pids) {
    threads.emplace_back([this, &pid] {
      const auto started = server().start();
      pid = started ? started->pid.value_or(-2) : -1;
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const pid_t pid : pids) EXPECT_EQ(pid, pids[0]);
  EXPECT_GT(pids[0], 0);
}

TEST_F(EmbeddedServerTest, TakesALongPath) {
  const fs::path state = folder_.path() / std::string(100, 'x') / "state";
  EmbeddedServer server = server_in(state);
  const auto started = server.start();
  ASSERT_TRUE(started) << started.error().sentence;
  EXPECT_EQ(ask(server, "SELECT 1"), "1");
  EXPECT_TRUE(server.reset());
}

TEST_F(EmbeddedServerTest, LeavesAFolderOfSomethingElseAlone) {
  folder_.write("state/letter.txt", "Dear");
  EmbeddedServer server = this->server();
  const auto started = server.start();
  ASSERT_FALSE(started);
  EXPECT_THAT(started.error().sentence, HasSubstr("it holds something else"));
  EXPECT_TRUE(server.reset());
  EXPECT_TRUE(fs::exists(folder_.path() / "state" / "letter.txt"));
}

TEST_F(EmbeddedServerTest, SaysWhenThereAreNoPrograms) {
  EmbeddedServerOptions options;
  options.state_folder = folder_.path() / "state";
  options.pg_bin = folder_.path();
  const auto started = EmbeddedServer::locate(options)->start();
  ASSERT_FALSE(started);
  EXPECT_THAT(started.error().sentence, HasSubstr("no PostgreSQL server programs in"));
}

TEST(StateFolder, IsOneForEachProject) {
  const fs::path one = default_state_folder("/home/me/shop"),
                 other = default_state_folder("/srv/shop");
  EXPECT_NE(one, other);
  EXPECT_THAT(one.filename().string(), HasSubstr("shop-"));
  EXPECT_EQ(one, default_state_folder("/home/me/../me/shop"));
}

}  // namespace
}  // namespace schemadiff
