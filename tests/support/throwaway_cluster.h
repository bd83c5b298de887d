// A real PostgreSQL server for tests: one a process, made at first use, gone when the process ends,
// however it ends. PG_BIN names the server's programs, TMPDIR where it lives (else /dev/shm).
//
//   TestDatabase database("CREATE TABLE t (a int)");
//   EXPECT_EQ(database.scalar("SELECT count(*) FROM t"), "0");
//   connect(database.conninfo());
//
// Databases are fresh, roles are shared by the whole server: give those names of their own.
// Failures throw std::runtime_error, which gtest reports.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace schemadiff::testing {

// What SELECT returned; nullopt: NULL.
using Rows = std::vector<std::vector<std::optional<std::string>>>;

// The conninfo, without a database, of the server that this process uses; started by the first
// call. Under ctest all share one: SCHEMADIFF_TEST_SERVER_FILE names the file that holds its
// conninfo.
const std::string& test_server();
int test_server_version();  // 150013

// `sql` without the lines that end in "-- since 16" if the test server is older than that.
std::string for_test_server(const std::string& sql);

// A conninfo for a database of the test server.
std::string test_conninfo(const std::string& database);
std::string test_url(const std::string& database);

class TestDatabase {
 public:
  // A new database from template0, with that script loaded.
  explicit TestDatabase(const std::string& script = "");
  // A copy of another, to which nobody may be connected.
  static TestDatabase copy_of(const TestDatabase& other);
  ~TestDatabase();
  TestDatabase(TestDatabase&& other) noexcept;
  TestDatabase(const TestDatabase&) = delete;
  TestDatabase& operator=(const TestDatabase&) = delete;

  const std::string& name() const { return name_; }
  std::string conninfo() const { return test_conninfo(name_); }
  std::string url() const { return test_url(name_); }
  // Each call is a connection of its own.
  Rows query(const std::string& sql) const;
  void execute(const std::string& sql) const { query(sql); }
  // The only value of the only row; "" for NULL.
  std::string scalar(const std::string& sql) const;

 private:
  struct Template {
    std::string name;
  };
  explicit TestDatabase(const Template& source);
  void drop_subscriptions() const;
  std::string name_;
};

}  // namespace schemadiff::testing
