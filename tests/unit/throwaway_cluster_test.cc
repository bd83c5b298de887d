#include "tests/support/throwaway_cluster.h"

#include <gtest/gtest.h>

namespace schemadiff::testing {
namespace {

TEST(ThrowawayCluster, GivesFreshDatabases) {
  const TestDatabase one("CREATE TABLE t (a int); INSERT INTO t VALUES (1), (NULL)");
  const TestDatabase other;
  EXPECT_EQ(one.scalar("SELECT count(*) FROM t"), "2");
  EXPECT_EQ(other.scalar("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"), "0");
  EXPECT_EQ(one.query("SELECT a FROM t ORDER BY a")[1][0], std::nullopt);
  EXPECT_GE(test_server_version(), 130000);
}

TEST(ThrowawayCluster, CopiesDatabases) {
  const TestDatabase one("CREATE TABLE t (a int); INSERT INTO t VALUES (1)");
  const TestDatabase copy = TestDatabase::copy_of(one);
  one.execute("DROP TABLE t");
  EXPECT_EQ(copy.scalar("SELECT count(*) FROM t"), "1");
}

TEST(ThrowawayCluster, ReportsWhatTheServerSays) {
  const TestDatabase database;
  EXPECT_THROW(database.execute("SELECT nonsense"), std::runtime_error);
}

}  // namespace
}  // namespace schemadiff::testing
