// Constraints and indexes that the file gives no names, whatever the database calls them.
#include <gtest/gtest.h>

#include "tests/support/run_schemadiff.h"
#include "tests/support/throwaway_cluster.h"

namespace schemadiff::testing {
namespace {

class Unnamed : public ::testing::Test {
 protected:
  std::string plan(const std::string& live, const std::string& desired) {
    database_.execute(live);
    const std::string file = folder_.write("schema.sql", desired);
    const ProcessResult run =
        run_schemadiff({"plan", "--format", "sql", "--to", file, "--db", database_.conninfo()});
    EXPECT_EQ(run.exit_code, 0) << run.errors;
    const size_t begin = run.output.find("BEGIN;");
    return begin == std::string::npos ? "" : run.output.substr(begin);
  }

  TemporaryFolder folder_;
  const TestDatabase database_;
};

TEST_F(Unnamed, InAnotherOrder) {
  EXPECT_EQ(plan("CREATE TABLE t (a integer, u integer UNIQUE);"
                 "ALTER TABLE t ADD CHECK (a > 1), ADD CHECK (a < 9);"
                 "ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES t (u);"
                 "ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES t (u) ON DELETE CASCADE;"
                 "CREATE INDEX ON t (a); CREATE INDEX ON t (a) WHERE a > 1;"
                 "CREATE UNIQUE INDEX ON t (a);"
                 "CREATE DOMAIN d AS integer CHECK (VALUE > 1) CHECK (VALUE < 9)",
                 "CREATE TABLE t (a integer, u integer UNIQUE);"
                 "ALTER TABLE t ADD CHECK (a < 9), ADD CHECK (a > 1);"
                 "ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES t (u) ON DELETE CASCADE;"
                 "ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES t (u);"
                 "CREATE UNIQUE INDEX ON t (a); CREATE INDEX ON t (a) WHERE a > 1;"
                 "CREATE INDEX ON t (a);"
                 "CREATE DOMAIN d AS integer CHECK (VALUE < 9) CHECK (VALUE > 1)"),
            "");
}

TEST_F(Unnamed, PartsOfPartitionsInAnotherOrder) {
  EXPECT_EQ(plan("CREATE TABLE p (a integer) PARTITION BY RANGE (a);"
                 "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (9);"
                 "CREATE INDEX ON p (a); CREATE INDEX ON p (a) WHERE a > 1;",
                 "CREATE TABLE p (a integer) PARTITION BY RANGE (a);"
                 "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (9);"
                 "CREATE INDEX ON p1 (a) WHERE a > 1; CREATE INDEX ON p1 (a);"
                 "CREATE INDEX ON p (a) WHERE a > 1; CREATE INDEX ON p (a);"),
            "");
}

// t_a_idx is the one that only the database has: the new one gets the name that is left.
TEST_F(Unnamed, TheNameOfAnotherOne) {
  EXPECT_EQ(
      plan("CREATE TABLE t (a integer, b integer);"
           "CREATE INDEX t_a_idx ON t (a) WHERE a > 1;"
           "CREATE INDEX t_b_idx ON t (b);",
           "CREATE TABLE t (a integer, b integer);"
           "CREATE INDEX ON t (a); CREATE INDEX ON t (a) WHERE a > 1; CREATE INDEX ON t (b);"),
      "BEGIN;\n\n"
      "-- [1/1] create index public.t_a_idx1\n"
      "-- ! blocking-index-build: nobody can write to public.t while it is built\n"
      "CREATE INDEX t_a_idx1 ON public.t (a);\n\n"
      "COMMIT;\n");
}

TEST_F(Unnamed, NamesThatWentRound) {
  EXPECT_EQ(plan("CREATE TABLE t (a integer, b integer, CONSTRAINT t_b_check CHECK (a > 1),"
                 "CONSTRAINT t_a_check CHECK (b > 1));"
                 "COMMENT ON CONSTRAINT t_b_check ON t IS 'of a';",
                 "CREATE TABLE t (a integer, b integer, CHECK (a > 1), CHECK (b > 1));"
                 "COMMENT ON CONSTRAINT t_a_check ON t IS 'of a';"),
            "");
}

}  // namespace
}  // namespace schemadiff::testing
