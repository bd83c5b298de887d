// The picture and the page of `schemadiff report`, without a browser and without a server.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/generate/erd/picture.h"
#include "engine/model/builtin_system_catalog.h"
#include "engine/render/html/html.h"
#include "engine/render/markup.h"
#include "parser/expression/expression_engine.h"
#include "tests/support/parse_sql.h"

namespace schemadiff::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kShop = R"(
CREATE TABLE users (id integer PRIMARY KEY, email varchar(255) NOT NULL UNIQUE);
CREATE TABLE orders (
    id bigint PRIMARY KEY,
    user_id integer NOT NULL REFERENCES users,
    placed_at timestamp(3) with time zone
);
CREATE TABLE profiles (user_id integer PRIMARY KEY REFERENCES users, parent integer REFERENCES profiles);
CREATE TABLE notes (id integer, body text) PARTITION BY RANGE (id);
CREATE TABLE notes_1 PARTITION OF notes FOR VALUES FROM (1) TO (10);
)";

const ObjectId kUsers = object_id(Kind::table, "public", "users");
const ObjectId kOrders = object_id(Kind::table, "public", "orders");

struct Drawn {
  explicit Drawn(const std::string& sql) {
    ParsedSql parsed = parse_sql(sql);
    EXPECT_EQ(parsed.errors, "");
    catalog = std::move(parsed.catalog);
    columns = relation_columns(catalog, builtin_system_catalog());
  }
  Erd erd() const {
    return make_erd(catalog, columns, marks, [](const ObjectId&) { return true; });
  }
  RenderedPage page(const Report* plan = nullptr) const {
    SchemaPage page;
    page.catalog = &catalog;
    page.columns = &columns;
    page.marks = &marks;
    page.plan = plan;
    page.title = "shop";
    page.wanted = [](const ObjectId&) { return true; };
    page.layout.program = program;
    return render_html(page, "1.0");
  }

  Catalog catalog;
  RelationColumns columns;
  Marks marks;
  std::string program = "dot";
};

std::string svg_of(const Erd& erd, const LayoutOptions& options = {}) {
  std::vector<size_t> tables(erd.tables.size());
  for (size_t i = 0; i < tables.size(); ++i) tables[i] = i;
  Picture picture = picture_of(erd, tables, Detail::full);
  picture.layout = lay_out({picture.graph}, options).list[0];
  SvgOptions svg;
  svg.label = "shop";
  return picture_svg(erd, picture, svg);
}

TEST(Markup, NothingEndsItsElement) {
  EXPECT_EQ(escape_markup("</script><img onerror='a' b=\"c\">&amp;"),
            "&lt;/script&gt;&lt;img onerror=&#39;a&#39; b=&quot;c&quot;&gt;&amp;amp;");
  EXPECT_EQ(escape_markup("ünïcödé 表 🐘\n\t."), "ünïcödé 表 🐘\n\t.");
  const std::string wrong = "\xEF\xBF\xBD";
  EXPECT_EQ(escape_markup("a\x01z\x7F\xFF"), "a" + wrong + "z" + wrong + wrong);
  EXPECT_EQ(escape_markup("\xC3"), wrong) << "cut off";
  EXPECT_EQ(escape_markup("\xC0\xBC"), wrong + wrong) << "a < that is written too long";
  EXPECT_EQ(escape_markup("a\u202Eb"), "a" + wrong + "b") << "turns the direction of writing";
  EXPECT_EQ(escape_fragment("public.a b\"é"), "public.a%20b%22%C3%A9");
  EXPECT_EQ(cells("a表🐘"), 5U);
  EXPECT_EQ(cut_to_cells("表表表", 5), "表表…");
}

TEST(Erd, KnowsWhoReferencesWhom) {
  const Drawn shop(kShop);
  const Erd erd = shop.erd();
  ASSERT_EQ(erd.tables.size(), 4U) << "a partition has no box";
  ASSERT_EQ(erd.edges.size(), 3U);
  const size_t users = erd.table_number(kUsers);
  EXPECT_EQ(erd.around(users).size(), 3U);
  for (const ErdEdge& edge : erd.edges) {
    const bool is_orders = erd.tables[edge.from].id == kOrders;
    const bool is_loop = edge.from == edge.to;
    EXPECT_EQ(edge.one_to_one, !is_orders && !is_loop) << edge.id.sub.str();
    EXPECT_EQ(edge.optional, is_loop) << edge.id.sub.str();
  }
  EXPECT_EQ(erd.tables[0].note, "1 partition");
  const ErdTable& table = erd.tables[users];
  EXPECT_TRUE(table.columns[0].in_primary_key);
  EXPECT_TRUE(table.columns[0].not_null);
  EXPECT_TRUE(table.columns[1].unique);
  EXPECT_EQ(table.columns[1].type, "varchar(255)");
  EXPECT_EQ(erd.tables[erd.table_number(kOrders)].columns[2].type, "timestamptz(3)");
}

TEST(Erd, ForeignKeysOfPartitionsAreTheirParents) {
  const Drawn drawn(R"(
CREATE TABLE users (id integer PRIMARY KEY);
CREATE TABLE events (user_id integer) PARTITION BY LIST (user_id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES IN (1);
CREATE TABLE events_2 PARTITION OF events FOR VALUES IN (2);
ALTER TABLE events_1 ADD FOREIGN KEY (user_id) REFERENCES users;
ALTER TABLE events_2 ADD FOREIGN KEY (user_id) REFERENCES users;
)");
  const Erd erd = drawn.erd();
  ASSERT_EQ(erd.edges.size(), 1U);
  EXPECT_EQ(erd.tables[erd.edges[0].from].id.name, Identifier("events"));
  EXPECT_TRUE(erd.tables[0].columns[0].in_foreign_key);
}

TEST(Erd, TextIsSortedAndTheSameEachTime) {
  const std::string mermaid = erd_mermaid(Drawn(kShop).erd());
  EXPECT_EQ(mermaid, erd_mermaid(Drawn(kShop).erd()));
  EXPECT_EQ(mermaid,
            "erDiagram\n"
            "    notes {\n"
            "        integer id\n"
            "        text body\n"
            "    }\n"
            "    orders {\n"
            "        bigint id PK\n"
            "        integer user_id FK\n"
            "        timestamptz(3) placed_at\n"
            "    }\n"
            "    profiles {\n"
            "        integer user_id PK, FK\n"
            "        integer parent FK\n"
            "    }\n"
            "    users {\n"
            "        integer id PK\n"
            "        varchar(255) email UK\n"
            "    }\n"
            "    users ||--o{ orders : \"orders_user_id_fkey\"\n"
            "    profiles |o--o{ profiles : \"profiles_parent_fkey\"\n"
            "    users ||--o| profiles : \"profiles_user_id_fkey\"\n");
  const std::string dot = erd_dot(Drawn(kShop).erd());
  EXPECT_EQ(dot, erd_dot(Drawn(kShop).erd()));
  EXPECT_THAT(dot, HasSubstr("t3:t0 -> t1:f1 [arrowtail=tee, arrowhead=crow];\n"));
  EXPECT_EQ(svg_of(Drawn(kShop).erd()), svg_of(Drawn(kShop).erd()));
}

TEST(Erd, HostileNamesStayText) {
  const Drawn hostile(R"(
CREATE TABLE "a"" ] { } %% <b>" ("x y" integer PRIMARY KEY, """; DROP" numeric(10, 2));
CREATE TABLE "a"" ] { } %% {b}" ("x y" integer REFERENCES "a"" ] { } %% <b>");
)");
  const std::string mermaid = erd_mermaid(hostile.erd());
  EXPECT_THAT(mermaid, HasSubstr("    a_b_[\"a_ ] { } __ <b>\"] {\n"));
  EXPECT_THAT(mermaid, HasSubstr("    a_b__2[\"a_ ] { } __ {b}\"] {\n"));
  EXPECT_THAT(mermaid, HasSubstr("        integer x_y PK \"x y\"\n"));
  EXPECT_THAT(mermaid, HasSubstr("        numeric(10_2) DROP \"_; DROP\"\n"));
  EXPECT_THAT(erd_mermaid(Drawn("CREATE TABLE \"end\" (id integer)").erd()),
              HasSubstr("    _end[\"end\"] {\n"));
  const std::string dot = erd_dot(hostile.erd());
  EXPECT_THAT(dot, AllOf(HasSubstr("&lt;b&gt;"), Not(HasSubstr("<b>"))));
  EXPECT_THAT(svg_of(hostile.erd()), AllOf(HasSubstr("&lt;b&gt;"), Not(HasSubstr("<b>"))));
}

TEST(Layout, BoxesKeepApartAndLinesEndAtThem) {
  const Erd erd = Drawn(kShop).erd();
  const Picture picture = picture_of(erd, {0, 1, 2, 3}, Detail::full);
  const Layouts layouts = lay_out({picture.graph});
  ASSERT_EQ(layouts.trouble, "");
  const Layout& layout = layouts.list[0];
  EXPECT_TRUE(layout.by_dot);
  for (size_t a = 0; a < layout.boxes.size(); ++a) {
    const auto right = [&](size_t i) { return layout.boxes[i].x + picture.graph.boxes[i].width; };
    const auto bottom = [&](size_t i) {
      return layout.boxes[i].y + picture.graph.boxes[i].height();
    };
    EXPECT_GE(layout.boxes[a].x, 0);
    EXPECT_LE(right(a), layout.width + 0.1);
    EXPECT_LE(bottom(a), layout.height + 0.1);
    for (size_t b = 0; b < a; ++b) {
      EXPECT_TRUE(right(a) <= layout.boxes[b].x || right(b) <= layout.boxes[a].x ||
                  bottom(a) <= layout.boxes[b].y || bottom(b) <= layout.boxes[a].y)
          << a << " covers " << b;
    }
  }
  // users.id -> orders.user_id, from the right of one to the left of the other.
  const std::vector<Point>& line = layout.edges[0];
  EXPECT_NEAR(line.front().x, layout.boxes[3].x + picture.graph.boxes[3].width, 1);
  EXPECT_NEAR(line.front().y, layout.boxes[3].y + kHeaderHeight + kRowHeight / 2.0, 2);
  EXPECT_NEAR(line.back().x, layout.boxes[1].x, 1);
  EXPECT_NEAR(line.back().y, layout.boxes[1].y + kHeaderHeight + kRowHeight * 1.5, 2);
}

TEST(Layout, TroubleWithDotIsSaidAndEveryBoxHasAPlace) {
  const Erd erd = Drawn(kShop).erd();
  const Picture picture = picture_of(erd, {0, 1, 2, 3}, Detail::full);
  LayoutOptions options;
  options.program = "no-such-dot";
  Layouts layouts = lay_out({picture.graph}, options);
  EXPECT_THAT(layouts.trouble, HasSubstr("cannot run no-such-dot: No such file or directory"));
  EXPECT_EQ(layouts.list[0].boxes.size(), 4U);
  EXPECT_EQ(layouts.list[0].edges.size(), 3U);
  EXPECT_FALSE(layouts.list[0].by_dot);

  options.program = "false";
  EXPECT_THAT(lay_out({picture.graph}, options).trouble, HasSubstr("exit code 1"));
  options.program = "dot";
  options.most_boxes = 2;
  EXPECT_THAT(lay_out({picture.graph}, options).trouble, HasSubstr("too many for one picture"));

  Drawn shop(kShop);
  shop.program = "no-such-dot";
  const RenderedPage page = shop.page();
  EXPECT_THAT(page.html, HasSubstr("Without a proper layout"));
  EXPECT_THAT(page.trouble, HasSubstr("dot can't be had"));
}

TEST(Layout, ATimeLimitHolds) {
  LayoutGraph graph;
  for (int i = 0; i < 2; ++i) graph.boxes.push_back({100, 1, 0});
  graph.edges.push_back({0, 0, 1, 0});
  LayoutOptions options;
  options.limit = std::chrono::milliseconds(0);
  const Layouts layouts = lay_out({graph}, options);
  EXPECT_THAT(layouts.trouble, HasSubstr("was not done after 0 s"));
  EXPECT_FALSE(layouts.list[0].by_dot);
}

TEST(ReportPage, MarksWhatAPlanDoes) {
  Drawn live(
      "CREATE TABLE users (id integer PRIMARY KEY, old text); CREATE TABLE gone (a integer);");
  Drawn target(
      "CREATE TABLE users (id integer PRIMARY KEY, fresh text); CREATE TABLE more (a integer);");
  Plan plan;
  const auto add = [&](Verb verb, const ObjectId& id) {
    Change change;
    change.verb = verb;
    change.id = change.live_id = id;
    plan.changes.push_back(change);
  };
  add(Verb::create, object_id(Kind::table, "public", "more"));
  add(Verb::drop, object_id(Kind::table, "public", "gone"));
  add(Verb::create, kUsers.with_sub(Kind::column, "fresh"));
  add(Verb::drop, kUsers.with_sub(Kind::column, "old"));
  Step step;
  step.sql = "ALTER TABLE public.users DROP COLUMN old /* </script> */";
  step.verb = Verb::drop;
  step.object = kUsers.with_sub(Kind::column, "old");
  step.hazards = {{HazardCode::data_loss, "the values are gone", step.object}};
  plan.groups = {{true, {step}}};
  const Verdict verdict = judge(plan, {});
  Report report;
  report.plan = &plan;
  report.verdict = &verdict;
  report.live = &live.catalog;
  report.desired = &target.catalog;
  report.from = "app";
  report.to = "schema.sql";

  MarkedCatalog marked = marked_catalog(plan, live.catalog, target.catalog);
  Drawn both("");
  both.catalog = std::move(marked.catalog);
  both.marks = std::move(marked.marks);
  both.columns = relation_columns(both.catalog, builtin_system_catalog());
  const Erd erd = both.erd();
  ASSERT_EQ(erd.tables.size(), 3U);
  EXPECT_EQ(erd.tables[0].mark, Mark::dropped);
  EXPECT_EQ(erd.tables[1].mark, Mark::added);
  EXPECT_EQ(erd.tables[2].mark, Mark::altered);
  const ErdTable& users = erd.tables[2];
  EXPECT_EQ(users.columns[users.column_number("fresh")].mark, Mark::added);
  EXPECT_EQ(users.columns[users.column_number("old")].mark, Mark::dropped);
  EXPECT_EQ(users.columns[users.column_number("id")].mark, Mark::none);
  EXPECT_THAT(svg_of(erd), HasSubstr("class=\"box dropped\""));
  EXPECT_THAT(erd_mermaid(erd), HasSubstr("text old \"dropped\""));

  const std::string html = both.page(&report).html;
  EXPECT_THAT(html, HasSubstr("<article class=\"change altered\">"));
  EXPECT_THAT(html, HasSubstr("<code>--allow data-loss:column:public.users.old</code>"));
  EXPECT_THAT(html, HasSubstr("DROP COLUMN old /* &lt;/script&gt; */;</pre>"));
  EXPECT_THAT(html, HasSubstr("app → schema.sql"));
  EXPECT_EQ(html, both.page(&report).html) << "the same each time";
}

TEST(ReportPage, HasNoInlineStyleAndNothingFromElsewhere) {
  const std::string html = Drawn(kShop).page().html;
  EXPECT_THAT(html, Not(HasSubstr(" style=")));
  EXPECT_THAT(html, Not(HasSubstr(" onclick=")));
  EXPECT_THAT(html, Not(HasSubstr("http://")));
  EXPECT_THAT(html, Not(HasSubstr("https://")));
  EXPECT_THAT(html, HasSubstr("content=\"default-src 'none'; img-src data:; style-src 'sha256-"));
  EXPECT_THAT(html, Not(HasSubstr("@@")));
}

}  // namespace
}  // namespace schemadiff::testing
