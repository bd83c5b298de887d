// Views, triggers, policies, rules, statistics and comments: text in, fields out.
#include <gtest/gtest.h>

#include "tests/support/parse_sql.h"

namespace schemadiff::testing {
namespace {

constexpr const char* kTable =
    "CREATE TABLE t (a int PRIMARY KEY, b text, c int);"
    "CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'begin return null; end';";

// The only object of a kind after `sql` has run on top of the table above.
template <class T>
T only(const std::string& sql) {
  const ParsedSql parsed = parse_sql(kTable + sql);
  EXPECT_EQ(parsed.errors, "") << sql;
  const auto objects = parsed.catalog.sorted<T>();
  EXPECT_EQ(objects.size(), 1U) << sql;
  return objects.empty() ? T() : *objects.front();
}

std::string errors_of(const std::string& sql) {
  return parse_sql(std::string(kTable) + "\n" + sql).errors;
}

TEST(StatementView, TextAndOptions) {
  View view = only<View>(
      "CREATE OR REPLACE VIEW v (x, \"Y\") WITH (security_barrier, security_invoker = TRUE) AS "
      "/* as */ SELECT a AS b, b AS c FROM t -- end\n WITH CASCADED CHECK OPTION;");
  EXPECT_EQ(view.query.text, "SELECT a AS b, b AS c FROM t");
  EXPECT_EQ(view.query.path.sql, Identifier("public"));
  EXPECT_EQ(display(view.columns), "x, \"Y\"");
  EXPECT_EQ(display(view.options),
            "security_barrier=true, security_invoker=true, check_option=cascaded");
  EXPECT_FALSE(view.recursive);
  view = only<View>("CREATE VIEW v AS SELECT 1 WITH LOCAL CHECK OPTION");
  EXPECT_EQ(view.query.text, "SELECT 1");
  EXPECT_EQ(display(view.options), "check_option=local");
  view = only<View>("CREATE VIEW v AS SELECT 1 WITH CHECK OPTION");
  EXPECT_EQ(display(view.options), "check_option=cascaded");
  view = only<View>(
      "CREATE RECURSIVE VIEW v (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM v WHERE n < 9");
  EXPECT_TRUE(view.recursive);
  EXPECT_EQ(view.query.text, "VALUES (1) UNION ALL SELECT n + 1 FROM v WHERE n < 9");
}

TEST(StatementView, Alter) {
  const ParsedSql parsed = parse_sql(
      "CREATE VIEW v WITH (security_barrier) AS SELECT 1 AS a;"
      "ALTER VIEW v SET (security_invoker = on, check_option = local);"
      "ALTER VIEW v RESET (security_barrier);"
      "ALTER VIEW v ALTER COLUMN a SET DEFAULT 3 + 4;");
  EXPECT_EQ(parsed.errors, "");
  const View* view = parsed.catalog.find<View>(object_id(Kind::view, "public", "v"));
  ASSERT_NE(view, nullptr);
  EXPECT_EQ(display(view->options), "security_invoker=on, check_option=local");
  const ColumnDefault* value =
      parsed.catalog.find<ColumnDefault>(object_id(Kind::column_default, "public", "v", "a"));
  ASSERT_NE(value, nullptr);
  EXPECT_EQ(value->expression.text, "3 + 4");
}

TEST(StatementView, Temporary) {
  EXPECT_EQ(parse_sql("CREATE TEMP VIEW v AS SELECT 1").errors,
            "1:18: a temporary view can't be part of a desired state\n");
}

TEST(StatementMaterializedView, Everything) {
  MaterializedView view = only<MaterializedView>(
      "CREATE MATERIALIZED VIEW IF NOT EXISTS m (x) USING heap WITH (fillfactor = 70) TABLESPACE "
      "fast AS SELECT a FROM t WITH NO DATA");
  EXPECT_EQ(view.query.text, "SELECT a FROM t");
  EXPECT_EQ(display(view.columns), "x");
  EXPECT_EQ(display(view.options), "fillfactor=70");
  EXPECT_EQ(view.tablespace, Identifier("fast"));
  EXPECT_TRUE(view.access_method.empty());
  EXPECT_FALSE(view.with_data);
  view = only<MaterializedView>("CREATE MATERIALIZED VIEW m AS SELECT a FROM t WITH DATA");
  EXPECT_EQ(view.query.text, "SELECT a FROM t");
  EXPECT_TRUE(view.with_data);
}

TEST(StatementTrigger, Everything) {
  const Trigger t = only<Trigger>(
      "CREATE TRIGGER tr AFTER UPDATE OF c, b OR INSERT ON t REFERENCING OLD TABLE AS o NEW TABLE "
      "n "
      "WHEN (pg_trigger_depth() = 0) EXECUTE PROCEDURE tf('a', 3, x, 1.5)");
  EXPECT_EQ(t.id, object_id(Kind::trigger, "public", "t", "tr"));
  EXPECT_EQ(t.timing, TriggerTiming::after);
  EXPECT_TRUE(t.on_insert);
  EXPECT_TRUE(t.on_update);
  EXPECT_FALSE(t.on_delete);
  EXPECT_EQ(display(t.update_columns), "c, b");
  EXPECT_FALSE(t.for_each_row);
  EXPECT_EQ(t.when.text, "pg_trigger_depth() = 0");
  EXPECT_EQ(t.function.sql(), "public.tf");
  EXPECT_EQ(t.arguments, (std::vector<std::string>{"a", "3", "x", "1.5"}));
  EXPECT_EQ(t.old_table, Identifier("o"));
  EXPECT_EQ(t.new_table, Identifier("n"));
}

TEST(StatementTrigger, Constraint) {
  const Trigger t = only<Trigger>(
      "CREATE TABLE u (); CREATE CONSTRAINT TRIGGER tr AFTER DELETE ON t FROM u INITIALLY DEFERRED "
      "FOR EACH ROW EXECUTE FUNCTION tf();");
  EXPECT_TRUE(t.is_constraint);
  EXPECT_TRUE(t.deferrable);
  EXPECT_TRUE(t.initially_deferred);
  EXPECT_TRUE(t.for_each_row);
  ASSERT_TRUE(t.constraint_table);
  EXPECT_EQ(*t.constraint_table, object_id(Kind::table, "public", "u"));
}

TEST(StatementTrigger, Errors) {
  EXPECT_EQ(
      errors_of("CREATE TRIGGER tr INSTEAD OF INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf()"),
      "2:1: an INSTEAD OF trigger stands on a view, and public.t is a table\n");
  EXPECT_EQ(
      errors_of("CREATE TRIGGER tr BEFORE INSERT ON missing EXECUTE FUNCTION tf()").substr(0, 5),
      "2:36:");
}

TEST(StatementPolicy, Everything) {
  Policy p = only<Policy>(
      "CREATE POLICY p ON t AS RESTRICTIVE FOR UPDATE TO zoe, adam USING ((a = 1)) WITH CHECK (b = "
      "'(')");
  EXPECT_FALSE(p.permissive);
  EXPECT_EQ(p.command, PolicyCommand::update);
  EXPECT_EQ(display(p.roles), "adam, zoe");
  ASSERT_TRUE(p.using_);
  EXPECT_EQ(p.using_->text, "(a = 1)");
  ASSERT_TRUE(p.with_check);
  EXPECT_EQ(p.with_check->text, "b = '('");
  p = only<Policy>("CREATE POLICY p ON t TO adam, PUBLIC");
  EXPECT_TRUE(p.permissive);
  EXPECT_EQ(p.command, PolicyCommand::all);
  EXPECT_TRUE(p.roles.empty());
  p = only<Policy>("CREATE POLICY p ON t USING (true); ALTER POLICY p ON t TO b USING (false)");
  EXPECT_EQ(display(p.roles), "b");
  EXPECT_EQ(p.using_->text, "false");
}

TEST(StatementPolicy, Errors) {
  EXPECT_EQ(errors_of("CREATE POLICY p ON t TO CURRENT_USER"),
            "2:25: whom this role means depends on who applies the schema\n");
  EXPECT_EQ(errors_of("CREATE POLICY p ON t FOR INSERT USING (true)"),
            "2:1: a policy FOR INSERT takes only WITH CHECK\n");
}

TEST(StatementRule, WholeText) {
  const Rule rule = only<Rule>(
      "CREATE OR REPLACE RULE r AS ON INSERT TO t WHERE new.a > 1 DO INSTEAD (DELETE FROM t; "
      "SELECT "
      "1);");
  EXPECT_EQ(rule.definition.text,
            "CREATE OR REPLACE RULE r AS ON INSERT TO t WHERE new.a > 1 DO INSTEAD (DELETE FROM t; "
            "SELECT 1)");
  EXPECT_EQ(rule.id, object_id(Kind::rule, "public", "t", "r"));
}

TEST(StatementStatistics, Everything) {
  Statistics s = only<Statistics>("CREATE STATISTICS s ON c, b, (a + c), lower(b) FROM t");
  EXPECT_EQ(display(s.columns), "b, c");
  EXPECT_EQ(display(s.kinds), "dependencies, mcv, ndistinct");
  ASSERT_EQ(s.expressions.size(), 2U);
  EXPECT_EQ(s.expressions[0].text, "a + c");
  EXPECT_EQ(s.expressions[1].text, "lower(b)");
  s = only<Statistics>(
      "CREATE STATISTICS s ON (a + c) FROM t; ALTER STATISTICS s SET STATISTICS 7");
  EXPECT_TRUE(s.kinds.empty());
  EXPECT_EQ(s.target, 7);
  s = only<Statistics>("CREATE STATISTICS s (mcv) ON b, (a) FROM t");
  EXPECT_EQ(display(s.columns), "a, b");
  EXPECT_EQ(display(s.kinds), "mcv");
}

std::string comments(const std::string& sql) {
  const ParsedSql parsed = parse_sql(sql);
  std::string out = parsed.errors;
  for (const Comment* comment : parsed.catalog.sorted<Comment>()) {
    out += describe(comment->id.target()) + ": " + comment->text + "\n";
  }
  return out;
}

TEST(StatementComment, Kinds) {
  EXPECT_EQ(comments(std::string(kTable) +
                     "COMMENT ON TABLE t IS 'x'; COMMENT ON COLUMN public.t.a IS 'y';"
                     "COMMENT ON CONSTRAINT t_pkey ON t IS 'z'; COMMENT ON FUNCTION tf IS 'f'"),
            "function public.tf(): f\ntable public.t: x\ncolumn public.t.a: y\n"
            "constraint public.t.t_pkey: z\n");
  EXPECT_EQ(comments("CREATE DOMAIN d AS int CONSTRAINT c CHECK (VALUE > 0);"
                     "COMMENT ON DOMAIN d IS 'd'; COMMENT ON CONSTRAINT c ON DOMAIN d IS 'c';"
                     "CREATE TYPE e AS ENUM (); COMMENT ON TYPE e IS 'e';"
                     "COMMENT ON SCHEMA public IS 's';"),
            "schema public: s\nenum public.e: e\ndomain public.d: d\n"
            "domain constraint public.d.c: c\n");
}

TEST(StatementComment, Removed) {
  EXPECT_EQ(comments("CREATE VIEW v AS SELECT 1 AS a; COMMENT ON VIEW v IS 'x';"
                     "COMMENT ON VIEW v IS NULL; COMMENT ON COLUMN v.a IS 'a';"
                     "COMMENT ON COLUMN v.a IS ''"),
            "");
}

TEST(StatementComment, Errors) {
  EXPECT_EQ(comments("COMMENT ON TABLE missing IS 'x'"), "1:1: relation missing does not exist\n");
  EXPECT_EQ(comments("CREATE VIEW v AS SELECT 1; COMMENT ON TABLE v IS 'x'"),
            "1:28: view public.v is no TABLE\n");
}

}  // namespace
}  // namespace schemadiff::testing
