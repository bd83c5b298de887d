// CREATE/ALTER FUNCTION and PROCEDURE: text in, fields out.
#include <gtest/gtest.h>

#include "tests/support/parse_sql.h"

namespace schemadiff::testing {
namespace {

// The only function of the script.
Function only_function(const std::string& sql) {
  const ParsedSql parsed = parse_sql(sql);
  EXPECT_EQ(parsed.errors, "") << sql;
  const auto functions = parsed.catalog.sorted<Function>();
  EXPECT_EQ(functions.size(), 1U) << sql;
  return functions.empty() ? Function() : *functions.front();
}

TEST(StatementFunction, Everything) {
  const Function f = only_function(
      "CREATE OR REPLACE FUNCTION app.f(a int, OUT b text, INOUT c numeric(10,2) DEFAULT 3 + "
      "abs(1), VARIADIC d text[] = '{a,b}'::text[]) RETURNS SETOF record LANGUAGE plpgsql "
      "IMMUTABLE STRICT SECURITY DEFINER LEAKPROOF PARALLEL SAFE COST 0.5 ROWS 10 "
      "SET search_path = a, \"B\", 'c' SET Work_Mem TO '64MB' SET x.Y = 3 SET TIME ZONE 'UTC' "
      "AS $b$ body's\n$b$; CREATE SCHEMA app");
  EXPECT_EQ(qualified_name(f.id), "app.f(integer, numeric, text[])");
  ASSERT_EQ(f.arguments.size(), 4U);
  EXPECT_EQ(f.arguments[1].mode, ArgumentMode::out);
  EXPECT_EQ(f.arguments[2].type.sql, "numeric");
  ASSERT_TRUE(f.arguments[2].default_value);
  EXPECT_EQ(f.arguments[2].default_value->text, "3 + abs(1)");
  ASSERT_TRUE(f.arguments[3].default_value);
  EXPECT_EQ(f.arguments[3].default_value->text, "'{a,b}'::text[]");
  EXPECT_EQ(f.returns.sql, "record");
  EXPECT_TRUE(f.returns_set);
  EXPECT_EQ(f.body, " body's\n");
  EXPECT_EQ(f.volatility, Volatility::immutable);
  EXPECT_EQ(f.parallel, Parallel::safe);
  EXPECT_TRUE(f.strict);
  EXPECT_TRUE(f.security_definer);
  EXPECT_TRUE(f.leakproof);
  EXPECT_EQ(f.cost, "0.5");
  EXPECT_EQ(f.rows, "10");
  EXPECT_EQ(f.settings, (std::vector<std::string>{"search_path=a, \"B\", c", "work_mem=64MB",
                                                  "x.y=3", "TimeZone=UTC"}));
}

TEST(StatementFunction, Results) {
  Function f = only_function("CREATE FUNCTION f(OUT a int, OUT b text) AS '' LANGUAGE sql");
  EXPECT_EQ(f.returns.sql, "record");
  f = only_function("CREATE FUNCTION f(OUT a varchar(3)) AS '' LANGUAGE sql");
  EXPECT_EQ(f.returns.sql, "character varying");
  f = only_function("CREATE FUNCTION f() RETURNS TABLE (a int) AS '' LANGUAGE sql");
  EXPECT_EQ(f.returns.sql, "integer");
  EXPECT_TRUE(f.returns_set);
  EXPECT_EQ(f.rows, "1000");
  f = only_function("CREATE FUNCTION f() RETURNS TABLE (a int, b \"char\") AS '' LANGUAGE sql");
  EXPECT_EQ(f.returns.sql, "record");
  EXPECT_EQ(f.arguments[1].type.sql, "\"char\"");
  f = only_function("CREATE PROCEDURE f(INOUT a int) AS '' LANGUAGE sql");
  EXPECT_EQ(f.returns.sql, "");
  EXPECT_EQ(f.kind, RoutineKind::procedure);
  f = only_function(
      "CREATE FUNCTION f(bpchar, bit, interval(3)) RETURNS char(5)[] AS '' LANGUAGE sql");
  EXPECT_EQ(f.id.sub.str(), "(character, bit, interval)");
  EXPECT_EQ(f.returns.sql, "character[]");
}

TEST(StatementFunction, TypeOfAColumn) {
  const ParsedSql parsed = parse_sql(
      "CREATE FUNCTION f(x t.a%TYPE) RETURNS SETOF t AS '' LANGUAGE sql;"
      "CREATE TABLE t (a varchar(20))");
  EXPECT_EQ(parsed.errors, "");
  const auto functions = parsed.catalog.sorted<Function>();
  ASSERT_EQ(functions.size(), 1U);
  EXPECT_EQ(qualified_name(functions[0]->id), "public.f(character varying)");
  EXPECT_EQ(functions[0]->returns.sql, "public.t");
  EXPECT_EQ(functions[0]->returns.object, object_id(Kind::table, "public", "t"));
}

TEST(StatementFunction, Bodies) {
  Function f = only_function("CREATE FUNCTION f(a int) RETURNS int RETURN a + 1;");
  EXPECT_EQ(f.language, Identifier("sql"));
  EXPECT_EQ(f.body, "");
  ASSERT_TRUE(f.sql_body);
  EXPECT_EQ(f.sql_body->text, "RETURN a + 1");
  f = only_function(
      "CREATE PROCEDURE p(a int) LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN a > 1 THEN 1 END; "
      "SELECT 2; END; -- end");
  ASSERT_TRUE(f.sql_body);
  EXPECT_EQ(f.sql_body->text, "BEGIN ATOMIC SELECT CASE WHEN a > 1 THEN 1 END; SELECT 2; END");
  f = only_function("CREATE FUNCTION f() RETURNS int AS 'lib' LANGUAGE c");
  EXPECT_EQ(f.object_file, "lib");
  EXPECT_EQ(f.body, "f");
  EXPECT_EQ(f.cost, "1");
  f = only_function("CREATE FUNCTION f() RETURNS int AS 'lib', 'symbol' LANGUAGE c");
  EXPECT_EQ(f.body, "symbol");
}

TEST(StatementFunction, Cost) {
  const auto cost = [](const std::string& text) {
    return only_function("CREATE FUNCTION f() RETURNS int COST " + text + " AS '' LANGUAGE sql")
        .cost;
  };
  EXPECT_EQ(cost("100"), "100");
  EXPECT_EQ(cost("123456"), "123456");
  EXPECT_EQ(cost("1000000"), "1e+06");
  EXPECT_EQ(cost("1234567"), "1.234567e+06");
  EXPECT_EQ(cost("0.00001"), "1e-05");
  EXPECT_EQ(cost("0.0001"), "0.0001");
  EXPECT_EQ(cost("999999.5"), "999999.5");
}

TEST(StatementFunction, SettingsOfLists) {
  const auto settings = [](const std::string& text) {
    return display(
        only_function("CREATE FUNCTION f() RETURNS int SET " + text + " AS '' LANGUAGE sql")
            .settings);
  };
  EXPECT_EQ(settings("search_path = ''"), "search_path=\"\"");
  EXPECT_EQ(settings("search_path TO \"$user\", public, 'pg_temp'"),
            "search_path=\"$user\", public, pg_temp");
  EXPECT_EQ(settings("datestyle = iso, dmy"), "DateStyle=iso, dmy");
  EXPECT_EQ(settings("enable_seqscan = off"), "enable_seqscan=off");
  EXPECT_EQ(settings("log_min_duration_statement = -1"), "log_min_duration_statement=-1");
  EXPECT_EQ(settings("seq_page_cost = 1.50"), "seq_page_cost=1.50");
  EXPECT_EQ(settings("a.b = 0"), "a.b=0");
}

TEST(StatementFunction, Alter) {
  const Function f = only_function(
      "CREATE FUNCTION f(int) RETURNS int SET a.b = 1 SET a.c = 2 STRICT AS '' LANGUAGE sql;"
      "ALTER FUNCTION f(int) STABLE CALLED ON NULL INPUT COST 7 SET a.b = 9 RESET a.c;"
      "ALTER ROUTINE f SECURITY DEFINER;");
  EXPECT_EQ(f.volatility, Volatility::stable);
  EXPECT_FALSE(f.strict);
  EXPECT_EQ(f.cost, "7");
  EXPECT_EQ(display(f.settings), "a.b=9");
  EXPECT_TRUE(f.security_definer);
}

TEST(StatementFunction, Errors) {
  EXPECT_EQ(parse_sql("CREATE FUNCTION f() RETURNS int AS ''").errors,
            "1:1: no language is stated for public.f\n");
  EXPECT_EQ(parse_sql("CREATE FUNCTION f() RETURNS int LANGUAGE sql").errors,
            "1:1: the function public.f has no body\n");
  EXPECT_EQ(parse_sql("CREATE FUNCTION f() LANGUAGE sql AS ''").errors,
            "1:1: the function's result type is not stated\n");
  EXPECT_EQ(
      parse_sql("CREATE FUNCTION f() RETURNS int\nSET a.b FROM CURRENT\nLANGUAGE sql AS ''").errors,
      "2:1: SET a.b FROM CURRENT takes the value of the session that applies it\n");
  EXPECT_EQ(parse_sql("CREATE FUNCTION f(a int = 1, b int) RETURNS int LANGUAGE sql AS ''").errors,
            "1:32: parameters after one with a default must have defaults too\n");
  EXPECT_EQ(parse_sql("CREATE FUNCTION f(a int, a int) RETURNS int LANGUAGE sql AS ''").errors,
            "1:28: the parameter name a is used twice\n");
  EXPECT_EQ(parse_sql("CREATE FUNCTION f() RETURNS int STABLE VOLATILE LANGUAGE sql AS ''").errors,
            "1:40: the function attribute volatility is stated twice, or together with its "
            "opposite\n");
}

}  // namespace
}  // namespace schemadiff::testing
