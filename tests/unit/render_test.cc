#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "engine/generate/snapshot.h"
#include "engine/render/line_diff.h"
#include "engine/render/report.h"

namespace schemadiff {
namespace {

const ObjectId kUsers = object_id(Kind::table, "public", "users");
const ObjectId kAge = object_id(Kind::column, "public", "users", "age");
const ObjectId kOld = object_id(Kind::column, "public", "users", "legacy");

class Render : public ::testing::Test {
 protected:
  Render() {
    for (Catalog* catalog : {&live_, &desired_}) {
      Table table;
      table.id = kUsers;
      table.source = {0, 10};
      catalog->add(table);
    }
    report_.plan = &plan_;
    report_.verdict = &verdict_;
    report_.live = &live_;
    report_.desired = &desired_;
    report_.from = "app on localhost";
    report_.to = "schema.sql";
    report_.place = [](SourceSpan where) {
      return std::optional<Place>(Place{"schema.sql", where.offset, 1});
    };
  }

  void alter_and_drop() {
    Change alter;
    alter.verb = Verb::alter;
    alter.id = alter.live_id = kAge;
    alter.source = {0, 12};
    alter.fields.add({"type", "integer", "bigint"});
    Change drop;
    drop.verb = Verb::drop;
    drop.id = drop.live_id = kOld;
    plan_.changes = {alter, drop};
    Step retype;
    retype.sql = "ALTER TABLE public.users ALTER COLUMN age TYPE bigint";
    retype.verb = Verb::alter;
    retype.object = kAge;
    retype.path = SearchPath::of({"app", "public"});
    Step remove;
    remove.sql = "ALTER TABLE public.users\n    DROP COLUMN legacy";
    remove.verb = Verb::drop;
    remove.object = kOld;
    remove.hazards = {{HazardCode::data_loss, "the values of public.users.legacy are gone", kOld}};
    plan_.groups = {{true, {retype, remove}}};
    verdict_ = judge(plan_, {});
  }

  Plan plan_;
  Verdict verdict_;
  Catalog live_;
  Catalog desired_;
  Report report_;
};

TEST_F(Render, InSync) {
  EXPECT_EQ(render_text(report_, {}), "In sync: app on localhost is as schema.sql declares.\n");
  EXPECT_EQ(render_sql(report_, "1.0"), "-- in sync: app on localhost is as schema.sql declares\n");
  const auto json = nlohmann::json::parse(render_json(report_, "1.0", 0));
  EXPECT_TRUE(json.at("in_sync").get<bool>());
}

TEST_F(Render, TextIsGroupedByObject) {
  alter_and_drop();
  EXPECT_EQ(
      render_text(report_, {}),
      "~ table public.users                                                    schema.sql:10\n"
      "    ~ column age                                                        schema.sql:12\n"
      "        type: integer -> bigint\n"
      "    - column legacy\n"
      "        ! data-loss  the values of public.users.legacy are gone\n"
      "          needs --allow data-loss:column:public.users.legacy\n"
      "\n"
      "        -- search_path = app, public\n"
      "    [1] ALTER TABLE public.users ALTER COLUMN age TYPE bigint;\n"
      "        -- refused\n"
      "    [2] ALTER TABLE public.users\n"
      "            DROP COLUMN legacy;\n"
      "\n"
      "Plan: 0 to create, 1 to alter, 0 to drop; 2 steps in 1 transaction.\n"
      "1 step is refused. To permit it:\n"
      "  --allow data-loss:column:public.users.legacy\n");
}

TEST_F(Render, ColourOnlyWhenAsked) {
  alter_and_drop();
  EXPECT_EQ(render_text(report_, {}).find('\033'), std::string::npos);
  TextStyle style;
  style.color = true;
  EXPECT_NE(render_text(report_, style).find("\033[32mbigint\033[0m"), std::string::npos);
}

TEST_F(Render, SqlLeavesRefusedStepsAsComments) {
  alter_and_drop();
  const std::string sql = render_sql(report_, "1.0");
  EXPECT_NE(sql.find("\nSET LOCAL search_path = app, public;\n"
                     "ALTER TABLE public.users ALTER COLUMN age TYPE bigint;\n"),
            std::string::npos);
  EXPECT_NE(sql.find("\n-- ALTER TABLE public.users\n--     DROP COLUMN legacy;\n"),
            std::string::npos);
  EXPECT_NE(sql.find("\nBEGIN;\n"), std::string::npos);
  EXPECT_NE(sql.find("\nCOMMIT;\n"), std::string::npos);
}

TEST_F(Render, SqlEndsAStatementAfterATrailingComment) {
  alter_and_drop();
  plan_.groups[0].steps[0].sql = "CREATE VIEW public.v AS SELECT 1 -- one";
  EXPECT_NE(render_sql(report_, "1.0").find("SELECT 1 -- one\n;\n"), std::string::npos);
}

TEST_F(Render, Json) {
  alter_and_drop();
  const auto json = nlohmann::json::parse(render_json(report_, "1.0", 2));
  EXPECT_EQ(json.at("schema_version"), 1);
  EXPECT_EQ(json.at("exit_code"), 2);
  EXPECT_EQ(json.at("changes").at(0).at("fields").at(0).at("live"), "integer");
  EXPECT_EQ(json.at("changes").at(0).at("source").at("line"), 12);
  const auto& steps = json.at("groups").at(0).at("steps");
  EXPECT_EQ(steps.at(0).at("search_path"), "app, public");
  EXPECT_EQ(steps.at(1).at("state"), "refused");
  EXPECT_EQ(steps.at(1).at("hazards").at(0).at("allow"), "data-loss:column:public.users.legacy");
}

TEST(LineDiff, ShowsChangesWithContext) {
  const auto diff = line_diff("a\nb\nc\nd\ne\nf", "a\nb\nc\nX\ne\nf", 1);
  std::string shown;
  for (const DiffLine& line : diff) shown += line.mark + line.text + "|";
  EXPECT_EQ(shown, "~2 lines| c|-d|+X| e|~1 line|");
  EXPECT_TRUE(line_diff("a\nb", "a\nb", 2).empty());
}

TEST(Snapshot, ComesBackWhole) {
  Snapshot snapshot;
  snapshot.database = "app";
  snapshot.server_version = 150004;
  Column column;
  column.id = kAge;
  column.type = {"bigint", {}};
  column.not_null = true;
  column.position = 3;
  column.identity = Identity{};
  column.identity->options.increment = 5;
  snapshot.catalog.add(column);
  Function function;
  function.id = object_id(Kind::function, "public", "f", "(integer)");
  function.arguments.resize(1);
  function.arguments[0].name = "a";
  function.arguments[0].type = {"integer", {}};
  function.arguments[0].default_value = SqlExpression{};
  function.arguments[0].default_value->text = "1 + 1";
  function.body = "select 'ü\n$$'";
  snapshot.catalog.add(function);
  const std::string text = write_snapshot(snapshot);
  EXPECT_TRUE(looks_like_snapshot(text));
  const auto read = read_snapshot(text, "s.json");
  ASSERT_TRUE(read) << read.error().sentence;
  EXPECT_EQ(read->server_version, 150004);
  EXPECT_TRUE(compare_fields(column, *read->catalog.find<Column>(kAge)).empty());
  EXPECT_EQ(read->catalog.find<Column>(kAge)->position, 3);
  EXPECT_TRUE(compare_fields(function, *read->catalog.find<Function>(function.id)).empty());
  EXPECT_EQ(write_snapshot(*read), text);
}

TEST(Snapshot, DamageIsSaid) {
  EXPECT_FALSE(
      read_snapshot("{\"schemadiff_snapshot\": 1, \"objects\": [{\"kind\": \"tabel\"}]}", "s"));
  EXPECT_FALSE(read_snapshot("{\"schemadiff_snapshot\": 99}", "s"));
  EXPECT_FALSE(read_snapshot("{", "s"));
  EXPECT_FALSE(read_snapshot("[]", "s"));
  EXPECT_FALSE(looks_like_snapshot("CREATE TABLE a ();"));
}

}  // namespace
}  // namespace schemadiff
