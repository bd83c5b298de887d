// What a server is too old for is said before anything is planned.
#include "engine/plan/server_features.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "parser/expression/newer_syntax.h"
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

TEST(ServerFeatures, OfKindsThatGrewLater) {
  const std::string sql =
      "CREATE TABLE p (i int, EXCLUDE USING btree (i WITH =)) PARTITION BY RANGE (i);"
      "CREATE TABLE n (a numeric(3, -2), b numeric(2, 5), c numeric(3, 2), s text);"
      "CREATE INDEX s ON n USING spgist (s) INCLUDE (a);"
      "CREATE SUBSCRIPTION sub CONNECTION 'x' PUBLICATION p"
      " WITH (connect = false, streaming = off, two_phase, disable_on_error, slot_name = NONE);";
  const std::string scale = "a scale below zero or above the precision needs PostgreSQL 15\n";
  const std::string exclusion =
      "constraint public.p.p_i_excl: EXCLUDE on a partitioned table needs PostgreSQL 17\n";
  EXPECT_EQ(refused(sql, 16), exclusion);
  EXPECT_EQ(refused(sql, 13), "column public.n.a: " + scale + "column public.n.b: " + scale +
                                  exclusion +
                                  "index public.s: INCLUDE with spgist needs PostgreSQL 14\n"
                                  "subscription sub: two_phase needs PostgreSQL 15\n"
                                  "subscription sub: disable_on_error needs PostgreSQL 15\n");
}

// In texts, at their place.
std::string refused_syntax(const std::string& sql, int major) {
  const ParsedSql parsed = parse_sql(sql);
  EXPECT_EQ(parsed.errors, "");
  std::vector<Change> changes;
  for_each_kind([&]<class T>() {
    for (const T* object : parsed.catalog.sorted<T>()) {
      changes.push_back({Verb::create, object->id, object->id, object->source, {}, false, ""});
    }
  });
  Diagnostics problems;
  check_syntax(parsed.catalog, changes, major * 10000, newer_syntax, problems);
  std::string out;
  for (const Diagnostic& problem : problems.list()) {
    out += std::to_string(problem.where.offset) + " " + problem.message + "\n";
  }
  return out;
}

TEST(ServerFeatures, OfTextsAreRefusedAtTheirPlace) {
  const std::string sql =
      "CREATE VIEW v AS WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t)"
      " SEARCH DEPTH FIRST BY n SET o SELECT n FROM t;"
      "CREATE VIEW g AS SELECT 1 AS a GROUP BY DISTINCT ROLLUP (1);"
      "CREATE FUNCTION quoted() RETURNS int LANGUAGE sql AS 'SELECT 1 GROUP BY DISTINCT ()';";
  EXPECT_EQ(refused_syntax(sql, 13),
            "145 view public.g: GROUP BY DISTINCT needs PostgreSQL 14, and the server is 13\n"
            "17 view public.v: SEARCH needs PostgreSQL 14, and the server is 13\n");
  EXPECT_EQ(refused_syntax(sql, 14), "");
}

}  // namespace
}  // namespace schemadiff::testing
