// What a server is too old for is said before anything is planned.
#include "engine/plan/server_features.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/support/parse_sql.h"

namespace schemadiff::testing {
namespace {

// What a server of this major version refuses of a file that makes all of it, a line each.
std::string refused(const std::string& sql, int major) {
  const ParsedSql parsed = parse_sql(sql);
  EXPECT_EQ(parsed.errors, "");
  std::vector<Change> changes;
  for_each_kind([&]<class T>() {
    for (const T* object : parsed.catalog.sorted<T>()) {
      changes.push_back({Verb::create, object->id, object->id, object->source, {}, false, ""});
    }
  });
  Diagnostics problems;
  check_features(parsed.catalog, changes, major * 10000, problems);
  std::string out;
  for (const Diagnostic& problem : problems.list()) {
    EXPECT_TRUE(problem.message.ends_with(fmt::format(", and the server is {}", major)));
    out += problem.message.substr(0, problem.message.find(',')) + "\n";
  }
  return out;
}

TEST(ServerFeatures, AreRefusedWhereTheServerIsTooOld) {
  const std::string sql =
      "CREATE TABLE t (i int PRIMARY KEY, s text, UNIQUE NULLS NOT DISTINCT (s));"
      "CREATE TABLE u (i int, FOREIGN KEY (i) REFERENCES t ON DELETE SET NULL (i));"
      "CREATE VIEW v WITH (security_invoker) AS SELECT i FROM t;"
      "CREATE FUNCTION f() RETURNS int RETURN 1;"
      "CREATE PROCEDURE p(OUT x int) LANGUAGE sql AS 'SELECT 1';"
      "CREATE STATISTICS st ON (lower(s)), i FROM t;";
  const std::string of_15 =
      "constraint public.t.t_s_key: NULLS NOT DISTINCT needs PostgreSQL 15\n"
      "constraint public.u.u_i_fkey: a list of columns to set needs PostgreSQL 15\n";
  const std::string view = "view public.v: security_invoker needs PostgreSQL 15\n";
  EXPECT_EQ(refused(sql, 13),
            "function public.f(): a body in SQL itself needs PostgreSQL 14\n"
            "function public.p(): an OUT argument of a procedure needs PostgreSQL 14\n" +
                of_15 + "statistics public.st: statistics of an expression needs PostgreSQL 14\n" +
                view);
  EXPECT_EQ(refused(sql, 14), of_15 + view);
  EXPECT_EQ(refused(sql, 15), "");
}

}  // namespace
}  // namespace schemadiff::testing
