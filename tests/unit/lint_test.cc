// Each rule of lint on a schema that it is about, and on one that it must leave alone.
#include "engine/lint/lint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "engine/model/builtin_system_catalog.h"
#include "parser/expression/expression_engine.h"
#include "tests/support/parse_sql.h"
#include "tests/support/run_schemadiff.h"

namespace schemadiff::testing {
namespace {

using ::testing::HasSubstr;

std::vector<LintFinding> findings_in(const std::string& sql, const LintSettings& settings = {},
                                     std::vector<KeyUse> uses = {}) {
  ParsedSql parsed = parse_sql(sql);
  EXPECT_EQ(parsed.errors, "") << sql;
  make_expression_engine()->canonicalise(parsed.catalog, builtin_system_catalog());
  LintInput input;
  input.catalog = &parsed.catalog;
  input.key_uses = std::move(uses);
  return lint(input, settings);
}

// The messages of one rule.
std::string found(const std::string& sql, const std::string& code) {
  std::string out;
  for (const LintFinding& finding : findings_in(sql)) {
    if (finding.rule->code == code) out += (out.empty() ? "" : "; ") + finding.message;
  }
  return out;
}

struct RuleCase {
  const char* code;
  const char* bad;
  const char* message;
  const char* good;
};

// A key and a table that refers to it; what follows belongs to the second one.
#define REFERENCE "CREATE TABLE a (id bigint PRIMARY KEY); CREATE TABLE b (id bigint PRIMARY KEY, "

const RuleCase kCases[] = {
    {"no-primary-key",
     "CREATE TABLE t (a int); CREATE TABLE p (a int) PARTITION BY LIST (a);"
     "CREATE TABLE p1 PARTITION OF p DEFAULT;",
     "table public.t has no primary key; table public.p has no primary key",
     "CREATE TABLE t (a int PRIMARY KEY) PARTITION BY LIST (a);"
     "CREATE TABLE t1 PARTITION OF t DEFAULT;"},
    {"fk-without-index", REFERENCE "a_id bigint REFERENCES a); CREATE INDEX ON b (id, a_id);",
     "no index of public.b begins with (a_id), the columns of foreign key b_a_id_fkey",
     REFERENCE "a_id bigint REFERENCES a); CREATE INDEX ON b (a_id, id);"},
    {"fk-without-index",
     REFERENCE "a_id bigint REFERENCES a); CREATE INDEX ON b (a_id) WHERE id > 9;",
     "no index of public.b begins with (a_id), the columns of foreign key b_a_id_fkey",
     REFERENCE "a_id bigint REFERENCES a); CREATE INDEX ON b (a_id) WHERE a_id IS NOT NULL;"},
    {"fk-without-index",
     REFERENCE "a_id bigint REFERENCES a); CREATE INDEX ON b USING brin (a_id);",
     "no index of public.b begins with (a_id), the columns of foreign key b_a_id_fkey",
     REFERENCE "a_id bigint UNIQUE REFERENCES a);"},
    {"fk-without-index",
     "CREATE TABLE a (x int, y int, PRIMARY KEY (x, y));"
     "CREATE TABLE b (x int, y int, z int, FOREIGN KEY (x, y) REFERENCES a);"
     "CREATE INDEX ON b (x, z, y);",
     "no index of public.b begins with (x, y), the columns of foreign key b_x_y_fkey",
     "CREATE TABLE a (x int, y int, PRIMARY KEY (x, y));"
     "CREATE TABLE b (x int, y int, z int, FOREIGN KEY (x, y) REFERENCES a);"
     "CREATE INDEX ON b (y, x, z);"},
    {"set-null-not-null", REFERENCE "a_id bigint NOT NULL REFERENCES a ON DELETE SET NULL);",
     "foreign key b_a_id_fkey sets public.b.a_id to NULL, and the column is NOT NULL",
     REFERENCE "a_id bigint REFERENCES a ON DELETE SET NULL);"},
    {"serial-foreign-key", REFERENCE "a_id serial REFERENCES a);",
     "column public.b.a_id refers to public.a and has a sequence of its own",
     REFERENCE "a_id bigint REFERENCES a, n serial);"},
    {"fk-type-mismatch", REFERENCE "a_id integer REFERENCES a);",
     "column public.b.a_id is integer, and public.a.id, to which it refers, is bigint",
     "CREATE TABLE a (id int PRIMARY KEY, t text UNIQUE);"
     "CREATE TABLE b (a bigint REFERENCES a, t varchar(9) REFERENCES a (t));"},
    {"not-valid", "CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;",
     "constraint public.t.c is NOT VALID", "CREATE TABLE t (a int CHECK (a > 0));"},
    {"duplicate-index",
     "CREATE TABLE t (a int PRIMARY KEY, b int); CREATE UNIQUE INDEX i ON t (a);"
     "CREATE INDEX j ON t (b); CREATE INDEX k ON t (b);",
     "index public.i is the same as t_pkey; index public.k is the same as j",
     "CREATE TABLE t (a int PRIMARY KEY, b int); CREATE INDEX j ON t (b);"
     "CREATE INDEX k ON t USING hash (b); CREATE UNIQUE INDEX l ON t (b DESC);"
     "CREATE INDEX m ON t (b) WHERE a > 0;"},
    {"redundant-index",
     "CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a); CREATE INDEX j ON t (a, b);",
     "index public.i has the first columns of j",
     "CREATE TABLE t (a int, b int); CREATE UNIQUE INDEX i ON t (a); CREATE INDEX j ON t (a, b);"
     "CREATE INDEX k ON t (b) INCLUDE (a);"},
    {"timestamp-without-time-zone", "CREATE TABLE t (a timestamp(3)[]);",
     "column public.t.a is timestamp(3) without time zone[]", "CREATE TABLE t (a timestamptz);"},
    {"time-with-time-zone", "CREATE TABLE t (a timetz);",
     "column public.t.a is time with time zone", "CREATE TABLE t (a time);"},
    {"char-type", "CREATE TABLE t (a char(2)); CREATE DOMAIN d AS char;",
     "column public.t.a is character(2); domain public.d is character(1)",
     "CREATE TABLE t (a varchar(2), b \"char\");"},
    {"money-type", "CREATE TABLE t (a money);", "column public.t.a is money",
     "CREATE TABLE t (money numeric);"},
    {"float-for-money", "CREATE TABLE t (unit_price real, \"taxRate\" float8);",
     "column public.t.unit_price is real; column public.t.\"taxRate\" is double precision",
     "CREATE TABLE t (price numeric, priceless float8, syntax real);"},
    {"json-type", "CREATE TABLE t (a json);", "column public.t.a is json",
     "CREATE TABLE t (a jsonb);"},
    {"serial", "CREATE TABLE t (a bigserial);",
     "column public.t.a is serial, not an identity column",
     "CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY); CREATE SEQUENCE s;"},
    {"definer-search-path",
     "CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1';",
     "function public.f() is SECURITY DEFINER and does not set search_path",
     "CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = pg_temp AS "
     "'SELECT 1'; CREATE FUNCTION g() RETURNS int LANGUAGE sql SECURITY DEFINER RETURN 1;"
     "CREATE FUNCTION h() RETURNS int LANGUAGE sql AS 'SELECT 1';"},
    {"policy-without-rls", "CREATE TABLE t (a int); CREATE POLICY p ON t USING (a > 0);",
     "policy p has no effect: table public.t has row level security disabled",
     "CREATE TABLE t (a int); CREATE POLICY p ON t USING (a > 0);"
     "ALTER TABLE t ENABLE ROW LEVEL SECURITY;"},
    {"rls-without-policy", "CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY;",
     "table public.t has row level security and no policy",
     "CREATE TABLE t (a int); CREATE POLICY p ON t USING (a > 0);"
     "ALTER TABLE t ENABLE ROW LEVEL SECURITY;"},
    {"view-bypasses-rls",
     "CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE TABLE u (a int);"
     "CREATE VIEW v AS SELECT count(*) FROM t; CREATE VIEW w AS SELECT a FROM u;",
     "view public.v shows rows of public.t past row level security",
     "CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY;"
     "CREATE VIEW v WITH (security_invoker) AS SELECT a FROM t;"
     "CREATE FUNCTION f() RETURNS SETOF t LANGUAGE sql AS 'SELECT * FROM t';"
     "CREATE VIEW w AS SELECT * FROM f();"},
    {"rewrite-rule", "CREATE TABLE t (a int); CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING;",
     "rule public.t.r rewrites queries", "CREATE VIEW v AS SELECT 1 AS a;"},
    {"table-inheritance", "CREATE TABLE t (a int); CREATE TABLE u () INHERITS (t);",
     "table public.u inherits from public.t", "CREATE TABLE t (a int); CREATE TABLE u (LIKE t);"},
    {"disabled-trigger",
     "CREATE TABLE t (a int); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END';"
     "CREATE TRIGGER x AFTER INSERT ON t EXECUTE FUNCTION f(); ALTER TABLE t DISABLE TRIGGER x;",
     "trigger public.t.x is disabled",
     "CREATE TABLE t (a int); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END';"
     "CREATE TRIGGER x AFTER INSERT ON t EXECUTE FUNCTION f();"},
    {"unlogged-table", "CREATE UNLOGGED TABLE t (a int);", "table public.t is UNLOGGED",
     "CREATE TABLE t (a int);"},
    {"quoted-name", "CREATE TABLE \"T\" (\"A\" int); CREATE TABLE t (\"B\" int, \"C\" int, d int);",
     "table public.\"T\" needs quotes; column public.t.\"B\" needs quotes, and 1 more",
     "CREATE TABLE t (a_1 int, \"über\" int);"},
};

TEST(Lint, FindsWhatEachRuleIsAbout) {
  for (const RuleCase& one : kCases) {
    EXPECT_EQ(found(one.bad, one.code), one.message) << one.bad;
    EXPECT_EQ(found(one.good, one.code), "") << one.good;
  }
}

TEST(Lint, EachRuleHasACaseHereAndALineInTheDocumentation) {
  const std::string page = read_file(std::filesystem::path(SCHEMADIFF_SOURCE_DIR) / "docs/lint.md");
  for (const LintRule& rule : lint_rules()) {
    const bool needs_database = rule.code == "key-near-limit" || rule.code == "invalid-index";
    const bool has_case = std::any_of(std::begin(kCases), std::end(kCases),
                                      [&](const RuleCase& one) { return one.code == rule.code; });
    EXPECT_TRUE(has_case || needs_database) << rule.code;
    const std::string level = rule.level == Severity::error     ? "error"
                              : rule.level == Severity::warning ? "warning"
                                                                : "info";
    EXPECT_THAT(page, HasSubstr("| `" + std::string(rule.code) + "` | " + level + " | "));
  }
}

TEST(Lint, KeysNearTheirLimit) {
  const ObjectId id = object_id(Kind::column, "public", "t", "id");
  const char* sql = "CREATE TABLE t (id integer PRIMARY KEY);";
  EXPECT_TRUE(findings_in(sql, {}, {{id, 1'600'000'000, 2'147'483'647}}).empty());
  const auto found = findings_in(sql, {}, {{id, 1'700'000'000, 2'147'483'647}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].message,
            "column public.t.id has used 79 % of its numbers (1700000000 of 2147483647)");
  EXPECT_EQ(found[0].level, Severity::error);
  EXPECT_TRUE(found[0].where.known());
}

TEST(Lint, SettingsSwitchOffAndRaise) {
  const char* sql = "CREATE TABLE t (a money, b json);";
  LintSettings settings = {{"money-type", std::nullopt}, {"no-primary-key", std::nullopt}};
  settings["json-type"] = Severity::error;
  const auto found = findings_in(sql, settings);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].rule->code, "json-type");
  EXPECT_EQ(found[0].level, Severity::error);
}

}  // namespace
}  // namespace schemadiff::testing
