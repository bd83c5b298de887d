// Nothing that only reads leaves anything behind: the whole catalog, row by row as text, is the
// same before and after; no lock stays; and none is asked for that ACCESS SHARE would not do.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "engine/introspect/pqxx_session.h"
#include "tests/properties/fragments.h"
#include "tests/support/run_schemadiff.h"
#include "tests/support/throwaway_cluster.h"

namespace schemadiff::testing {
namespace {

// Statistics come and go with autovacuum, and so do these columns.
std::map<std::string, std::string> everything(const TestDatabase& database) {
  std::string queries;
  for (const auto& row : database.query(
           "SELECT relname FROM pg_class WHERE relnamespace = 'pg_catalog'::regnamespace AND "
           "relkind = 'r' AND NOT relisshared AND relname NOT IN ('pg_statistic', "
           "'pg_statistic_ext_data') ORDER BY 1")) {
    if (!queries.empty()) queries += " UNION ALL ";
    queries += fmt::format(
        "SELECT '{0}', string_agg((to_jsonb(t) - '{{relpages,reltuples,relallvisible,"
        "relallfrozen,relfrozenxid,relminmxid}}'::text[])::text, E'\\n' ORDER BY t::text) "
        "FROM pg_catalog.{0} t",
        *row[0]);
  }
  for (const auto& row : database.query("SELECT oid::regclass FROM pg_class WHERE relkind = 'S'")) {
    queries += fmt::format(
        " UNION ALL SELECT $q${0}$q$, concat(last_value, ' ', is_called) FROM {0}", *row[0]);
  }
  std::map<std::string, std::string> out;
  for (const auto& row : database.query(queries)) out[*row[0]] = row[1].value_or("");
  return out;
}

// A schema, and another with every field changed that can be: all that is asked of a server is.
struct Pair {
  Schema live;
  Schema desired;
};

Pair every_field() {
  static const std::vector<Fragment> all = read_fragments(test_server_version() / 10000);
  std::vector<std::string> names;
  for (const Fragment& fragment : all) {
    if (fragment.extension.empty() && fragment.is_readable()) names.push_back(fragment.name);
  }
  Pair out;
  out.live.fragments = with_needs(all, names);
  std::mt19937 random(1);
  name_everything(out.live, Names::plain, random);
  out.desired = out.live;
  for (const Fragment* fragment : out.live.fragments) {
    for (size_t i = 0; i < fragment->slots.size(); ++i) {
      const size_t count = fragment->slots[i].variants.size();
      out.live.choices[{fragment->name, i}] = std::min<size_t>(1, count - 1);
      out.desired.choices[{fragment->name, i}] = count - 1;
    }
  }
  return out;
}

class Traceless : public ::testing::Test {
 protected:
  Traceless() {
    live_.execute(pair_.live.sql());
    live_.execute(pair_.live.rows());
    file_ = folder_.write("desired.sql", pair_.desired.sql());
  }

  void expect_no_trace(std::vector<std::string> arguments) const {
    const auto before = everything(live_);
    arguments.insert(arguments.end(),
                     {"--db", live_.conninfo(), "--schema", "*", "--manage", "all"});
    const ProcessResult run = run_schemadiff(arguments);
    EXPECT_THAT(run.exit_code, ::testing::AnyOf(0, 2)) << run.output << run.errors;
    const auto after = everything(live_);
    for (const auto& [what, rows] : before) EXPECT_EQ(after.at(what), rows) << what;
    EXPECT_EQ(live_.scalar("SELECT count(*) FROM pg_locks JOIN pg_stat_activity USING (pid) "
                           "WHERE pid <> pg_backend_pid() AND datname = current_database() AND "
                           "backend_type = 'client backend'"),
              "0");
  }

  Pair pair_ = every_field();
  TestDatabase live_;
  TemporaryFolder folder_;
  std::string file_;
};

TEST_F(Traceless, Plan) { expect_no_trace({"plan", "--to", file_}); }
TEST_F(Traceless, Check) { expect_no_trace({"check", "--to", file_}); }
TEST_F(Traceless, Dump) { expect_no_trace({"dump"}); }

// VACUUM's lock lets in those that read or write rows, as an SQL-standard body that is asked about
// does, and nobody else.
TEST_F(Traceless, WaitsForNobody) {
  SessionOptions options;
  options.conninfo = live_.conninfo();
  auto other = Session::connect(options);
  ASSERT_TRUE(other);
  ASSERT_TRUE((*other)->run("BEGIN"));
  for (const auto& row :
       live_.query("SELECT oid::regclass FROM pg_class WHERE relkind IN ('r', 'p') AND "
                   "relnamespace::regnamespace::text !~ '^(pg_|information_schema)'")) {
    ASSERT_TRUE((*other)->run("LOCK TABLE ONLY " + *row[0] + " IN SHARE UPDATE EXCLUSIVE MODE"))
        << *row[0];
  }
  const ProcessResult run = run_schemadiff({"plan", "--to", file_, "--db", live_.conninfo(),
                                            "--schema", "*", "--manage", "all", "--allow", "all"});
  EXPECT_EQ(run.exit_code, 0) << run.errors;
  EXPECT_EQ(run.output.find("Not decidable"), std::string::npos) << run.output;
  ASSERT_TRUE((*other)->run("ROLLBACK"));
}

}  // namespace
}  // namespace schemadiff::testing
