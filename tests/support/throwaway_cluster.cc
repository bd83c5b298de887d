#include "tests/support/throwaway_cluster.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>

#include "engine/postgres/cluster.h"
#include "engine/postgres/libpq_session.h"
#include "engine/postgres/server_binaries.h"

namespace schemadiff::testing {
namespace {

namespace fs = std::filesystem;

template <class T>
T value_or_throw(Result<T> result) {
  if (!result) {
    throw std::runtime_error(result.error().sentence +
                             (result.error().hint.empty() ? "" : "; " + result.error().hint));
  }
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

// TMPDIR, else memory when there is plenty (containers often have just 64 MB of it), else /tmp.
fs::path folder_for_clusters() {
  if (const char* chosen = std::getenv("TMPDIR"); chosen != nullptr && *chosen != '\0') {
    return chosen;
  }
  struct statvfs space = {};
  const bool roomy = statvfs("/dev/shm", &space) == 0 &&
                     static_cast<uint64_t>(space.f_bavail) * space.f_frsize > (1ULL << 30);
  return roomy && access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
}

class ThrowawayCluster {
 public:
  ThrowawayCluster() {
    const ServerBinaries binaries = value_or_throw(find_server_binaries());
    const auto account = value_or_throw(server_account());
    std::string name = (folder_for_clusters() / "schemadiff-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
    folder_ = name;
    start_remover();
    value_or_throw(make_private_folder(folder_, account));
    const Cluster::Places places{folder_ / "data", folder_, folder_ / "log"};
    cluster_ = std::make_unique<Cluster>(binaries, account, places);
    value_or_throw(cluster_->initialise(false));
    value_or_throw(cluster_->start({{"fsync", "off"},
                                    {"synchronous_commit", "off"},
                                    {"full_page_writes", "off"},
                                    {"autovacuum", "off"},
                                    {"jit", "off"},
                                    {"wal_level", "logical"},
                                    {"max_connections", "60"},
                                    {"shared_buffers", "64MB"},
                                    {"max_prepared_transactions", "10"}},
                                   true));
    server_ = fmt::format("host='{}' port=5432 user=postgres", folder_.string());
  }

  ~ThrowawayCluster() {
    (void)cluster_->stop(true);
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
    close(lifeline_);
    waitpid(remover_, nullptr, 0);
  }
  ThrowawayCluster(const ThrowawayCluster&) = delete;
  ThrowawayCluster& operator=(const ThrowawayCluster&) = delete;

  const std::string& server() const { return server_; }

 private:
  // A shell that waits for our end of a pipe to close, which even SIGKILL does, and then removes
  // the folder. The server itself gets a signal from the kernel.
  void start_remover() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("cannot make a pipe");
    const char* script =
        "cat >/dev/null; for i in 1 2 3 4 5; do rm -rf \"$1\" && exit; sleep 1; done";
    remover_ = fork();
    if (remover_ == 0) {
      setsid();
      dup2(ends[0], STDIN_FILENO);
      const int nothing = open("/dev/null", O_RDWR);
      dup2(nothing, STDOUT_FILENO);
      dup2(nothing, STDERR_FILENO);
      execl("/bin/sh", "sh", "-c", script, "sh", folder_.c_str(), static_cast<char*>(nullptr));
      _exit(127);
    }
    close(ends[0]);
    lifeline_ = ends[1];
  }

  fs::path folder_;
  std::unique_ptr<Cluster> cluster_;
  std::string server_;
  int lifeline_ = -1;
  pid_t remover_ = -1;
};

LibpqSession connect(const std::string& database) {
  return value_or_throw(LibpqSession::open(test_conninfo(database)));
}

std::string new_name() {
  static std::atomic<int> counter = 0;
  return fmt::format("test_{}_{}", getpid(), ++counter);
}

// Whom the files of the tests grant to, and who owns what only superusers may.
void create_roles(const ThrowawayCluster& cluster) {
  LibpqSession session = value_or_throw(LibpqSession::open(cluster.server() + " dbname=postgres"));
  for (const char* role : {"app", "reader", "keeper"}) {
    value_or_throw(session.execute(fmt::format("CREATE ROLE {}", role)));
  }
  value_or_throw(session.execute("CREATE ROLE chief SUPERUSER"));
}

}  // namespace

const std::string& test_server() {
  static const std::string given = [] {
    std::string line;
    if (const char* file = std::getenv("SCHEMADIFF_TEST_SERVER_FILE")) {
      std::ifstream stream(file);
      std::getline(stream, line);
    }
    return line;
  }();
  if (!given.empty()) return given;
  static const ThrowawayCluster cluster;
  static const bool has_roles = (create_roles(cluster), true);
  (void)has_roles;
  return cluster.server();
}

int test_server_version() {
  static const int version = connect("postgres").server_version();
  return version;
}

std::string for_test_server(const std::string& sql) {
  const std::string mark = "-- since ";
  std::istringstream lines(sql);
  std::string out;
  for (std::string line; std::getline(lines, line);) {
    const size_t at = line.rfind(mark);
    if (at != std::string::npos &&
        test_server_version() / 10000 < std::atoi(line.c_str() + at + mark.size())) {
      continue;
    }
    out += line + "\n";
  }
  return out;
}

std::string test_conninfo(const std::string& database) {
  return test_server() + " dbname=" + database;
}

std::string test_url(const std::string& database) {
  const std::string& server = test_server();
  const size_t start = server.find('\'') + 1;
  std::string folder = server.substr(start, server.find('\'', start) - start);
  for (size_t at = 0; (at = folder.find('/', at)) != std::string::npos;)
    folder.replace(at, 1, "%2F");
  return fmt::format("postgresql://postgres@/{}?host={}&port=5432", database, folder);
}

TestDatabase::TestDatabase(const std::string& script) : TestDatabase(Template{"template0"}) {
  if (!script.empty()) execute(script);
}

TestDatabase TestDatabase::copy_of(const TestDatabase& other) {
  return TestDatabase(Template{other.name_});
}

TestDatabase::TestDatabase(const Template& source) : name_(new_name()) {
  LibpqSession session = connect("postgres");
  // Half the work of the way through the WAL.
  const char* strategy = session.server_version() >= 150000 ? " STRATEGY file_copy" : "";
  value_or_throw(session.execute(
      fmt::format("CREATE DATABASE {} TEMPLATE {}{}", name_, source.name, strategy)));
}

TestDatabase::TestDatabase(TestDatabase&& other) noexcept : name_(std::exchange(other.name_, "")) {}

// A database that has some can't be dropped.
void TestDatabase::drop_subscriptions() const {
  if (auto session = LibpqSession::open(conninfo())) {
    (void)session->execute(
        "DO $$DECLARE s name; BEGIN FOR s IN SELECT subname FROM pg_subscription JOIN pg_database "
        "d "
        "ON d.oid = subdbid WHERE d.datname = current_database() LOOP EXECUTE format('ALTER "
        "SUBSCRIPTION %I DISABLE', s); EXECUTE format('ALTER SUBSCRIPTION %I SET (slot_name = "
        "NONE)', s); EXECUTE format('DROP SUBSCRIPTION %I', s); END LOOP; END$$");
  }
}

TestDatabase::~TestDatabase() {
  if (name_.empty()) return;
  // A cluster that is on its way out takes its databases with it.
  if (auto session = LibpqSession::open(test_conninfo("postgres"))) {
    const auto subscriptions = session->execute(fmt::format(
        "SELECT FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid WHERE d.datname = "
        "'{}'",
        name_));
    if (subscriptions && !subscriptions->empty()) drop_subscriptions();
    (void)session->execute(fmt::format("DROP DATABASE IF EXISTS {} WITH (FORCE)", name_));
  }
}

Rows TestDatabase::query(const std::string& sql) const {
  return value_or_throw(connect(name_).execute(sql));
}

std::string TestDatabase::scalar(const std::string& sql) const {
  const Rows rows = query(sql);
  if (rows.size() != 1 || rows[0].size() != 1) {
    throw std::runtime_error(fmt::format("{} rows, not one value: {}", rows.size(), sql));
  }
  return rows[0][0].value_or("");
}

}  // namespace schemadiff::testing
