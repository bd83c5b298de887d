// The formats for CI systems.
#include "engine/render/findings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/run_schemadiff.h"

namespace schemadiff {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class FindingFormats : public ::testing::Test {
 protected:
  FindingFormats() : file_(folder_.write("a b,c.sql", "CREATE TABLE t (a json);\n")) {
    findings_.title = "schemadiff lint";
    Finding bad;
    bad.level = Severity::error;
    bad.code = "definer-search-path";
    bad.object = "function public.f()";
    bad.message = "100% <b>wrong</b> & | \"so\"";
    bad.hint = "mend it";
    bad.place = Place{file_, 3, 5};
    Finding loose;
    loose.level = Severity::note;
    loose.code = "json-type";
    loose.object = "column public.t.a";
    loose.message = "column public.t.a is json";
    loose.place = Place{"git:HEAD:schema.sql", 1, 1};  // no file that could be annotated
    findings_.list = {bad, loose};
  }

  testing::TemporaryFolder folder_;
  std::string file_;
  Findings findings_;
};

TEST_F(FindingFormats, Text) {
  EXPECT_EQ(render_findings(findings_, false),
            file_ +
                ":3:5: error: 100% <b>wrong</b> & | \"so\" [definer-search-path]\n"
                "  hint: mend it\n"
                "git:HEAD:schema.sql:1:1: info: column public.t.a is json [json-type]\n");
}

TEST_F(FindingFormats, GithubEscapesWhatEndsAPart) {
  const std::string text = render_github(findings_);
  EXPECT_THAT(text, HasSubstr("a b%2Cc.sql,line=3,col=5,title=schemadiff definer-search-path::"
                              "100%25 <b>wrong</b> & | \"so\"%0Amend it\n"));
  EXPECT_THAT(text,
              HasSubstr("\n::notice title=schemadiff json-type::column public.t.a is json\n"));
}

TEST_F(FindingFormats, SarifHasWhatTheStandardRequires) {
  const auto json = nlohmann::json::parse(render_sarif(findings_, "1.2.3"));
  EXPECT_EQ(json.at("version"), "2.1.0");
  ASSERT_EQ(json.at("runs").size(), 1U);
  const auto& run = json.at("runs").at(0);
  const auto& driver = run.at("tool").at("driver");
  EXPECT_EQ(driver.at("name"), "schemadiff");
  EXPECT_EQ(driver.at("semanticVersion"), "1.2.3");
  ASSERT_EQ(run.at("results").size(), 2U);
  for (const auto& result : run.at("results")) {
    EXPECT_TRUE(result.at("message").at("text").is_string());
    const std::string level = result.at("level");
    EXPECT_TRUE(level == "none" || level == "note" || level == "warning" || level == "error");
    const auto& rule = driver.at("rules").at(result.at("ruleIndex").get<size_t>());
    EXPECT_EQ(rule.at("id"), result.at("ruleId"));
    EXPECT_TRUE(rule.at("shortDescription").at("text").is_string());
  }
  const auto& location = run.at("results").at(0).at("locations").at(0).at("physicalLocation");
  EXPECT_THAT(location.at("artifactLocation").at("uri").get<std::string>(),
              HasSubstr("a%20b,c.sql"));
  EXPECT_EQ(location.at("region").at("startLine"), 3);
  EXPECT_EQ(location.at("region").at("startColumn"), 5);
  EXPECT_FALSE(run.at("results").at(1).at("locations").at(0).contains("physicalLocation"));
}

TEST_F(FindingFormats, SarifOfNothing) {
  const auto json = nlohmann::json::parse(render_sarif({}, "1"));
  EXPECT_TRUE(json.at("runs").at(0).at("results").is_array());
}

TEST_F(FindingFormats, JunitFailsForWhatFailsTheCommand) {
  std::string text = render_junit(findings_);
  EXPECT_THAT(text, HasSubstr("tests=\"2\" failures=\"1\""));
  EXPECT_THAT(text, HasSubstr("<testcase classname=\"schemadiff.definer-search-path\" name=\"100% "
                              "&lt;b&gt;wrong&lt;/b&gt; &amp; | &quot;so&quot;\">"));
  EXPECT_THAT(text, HasSubstr("<system-out>info: git:HEAD:schema.sql:1:1: column"));
  findings_.fails_from = Severity::note;
  text = render_junit(findings_);
  EXPECT_THAT(text, HasSubstr("failures=\"2\""));
  EXPECT_THAT(render_junit({}), HasSubstr("tests=\"1\" failures=\"0\""));
}

TEST_F(FindingFormats, MarkdownIsNotBrokenByTexts) {
  const std::string text = render_markdown(findings_);
  EXPECT_THAT(text, HasSubstr("### schemadiff lint: 1 error, 1 info\n"));
  EXPECT_THAT(text, HasSubstr("100% &lt;b&gt;wrong&lt;/b&gt; &amp; \\| \"so\"<br>mend it |"));
  EXPECT_EQ(render_markdown(Findings{}), "### : no findings\n");
}

class PlanFormats : public ::testing::Test {
 protected:
  PlanFormats() {
    Table table;
    table.id = object_id(Kind::table, "public", "users");
    table.source = {0, 10};
    desired_.add(table);
    live_.add(table);
    Change create;
    create.id = create.live_id = object_id(Kind::column, "public", "users", "a|b");
    create.source = {0, 12};
    Change drop;
    drop.verb = Verb::drop;
    drop.id = drop.live_id = object_id(Kind::column, "public", "users", "old");
    plan_.changes = {create, drop};
    Step add;
    add.sql = "ALTER TABLE public.users ADD COLUMN \"a|b\" text DEFAULT '```'";
    add.object = create.id;
    Step rows;
    rows.sql = "INSERT INTO public.users VALUES ('secret')";
    rows.shown = "INSERT INTO public.users VALUES (…)";
    rows.object = table.id;
    Step remove;
    remove.sql = "ALTER TABLE public.users DROP COLUMN old";
    remove.verb = Verb::drop;
    remove.object = drop.id;
    remove.hazards = {{HazardCode::data_loss, "the values are gone", drop.id}};
    plan_.groups = {{true, {add, rows, remove}}};
    verdict_ = judge(plan_, {});
    report_.plan = &plan_;
    report_.verdict = &verdict_;
    report_.live = &live_;
    report_.desired = &desired_;
    report_.from = "app";
    report_.to = "schema.sql";
    report_.place = [](SourceSpan where) {
      return std::optional<Place>(Place{"schema.sql", where.offset, 1});
    };
  }

  Plan plan_;
  Verdict verdict_;
  Catalog live_;
  Catalog desired_;
  Report report_;
};

TEST_F(PlanFormats, FindingsSayWhatIsAskedFor) {
  EXPECT_EQ(
      render_findings(findings_of(report_, PlanFindings::drift), false),
      "schema.sql:12:1: error: column public.users.\"a|b\" is declared and not there [drift]\n"
      "schema.sql:10:1: error: column public.users.old is there and not declared [drift]\n"
      "schema.sql:10:1: error: drop column public.users.old: the values are gone "
      "[data-loss]\n"
      "  hint: to permit it: --allow data-loss:column:public.users.old\n");
  EXPECT_EQ(render_findings(findings_of(report_, PlanFindings::hazards), false),
            "schema.sql:10:1: error: drop column public.users.old: the values are gone "
            "[data-loss]\n"
            "  hint: to permit it: --allow data-loss:column:public.users.old\n");
  EXPECT_THAT(render_findings(findings_of(report_, PlanFindings::changes), false),
              HasSubstr("info: create column public.users.\"a|b\" [change]\n"));
}

TEST_F(PlanFormats, MarkdownFoldsTheSqlAndKeepsSecrets) {
  const std::string text = render_markdown(report_, {});
  EXPECT_THAT(text, HasSubstr("### schemadiff: 0 to create, 1 to alter, 0 to drop\n"));
  EXPECT_THAT(text, HasSubstr("column public.users.\"a\\|b\""));
  EXPECT_THAT(text, HasSubstr("**1 step refused**"));
  EXPECT_THAT(text, HasSubstr("\n````sql\n-- [1]\nALTER TABLE"));
  EXPECT_THAT(text, HasSubstr("-- [3] refused\n"));
  EXPECT_THAT(text, Not(HasSubstr("secret")));
}

}  // namespace
}  // namespace schemadiff
