#include "engine/data/declared_rows.h"

#include <gtest/gtest.h>

#include "tests/support/parse_sql.h"

namespace schemadiff::testing {
namespace {

constexpr const char* kTable =
    "CREATE TABLE t (id int PRIMARY KEY, name text, price numeric, doc jsonb, ok boolean);\n";

ParsedSql parse(const std::string& sql) { return parse_sql(kTable + sql); }

// "string:a | plain:1 | null": the cells of a row.
std::string cells(const DeclaredRows& rows, size_t row) {
  std::string out;
  for (size_t i = 0; i < rows.columns.size(); ++i) {
    const DeclaredRows::Cell& cell = rows.cell(row, i);
    if (i > 0) out += " | ";
    switch (cell.kind) {
      case CellKind::default_value:
        out += "default";
        break;
      case CellKind::null:
        out += "null";
        break;
      case CellKind::string:
        out += "string:" + std::string(rows.text(cell));
        break;
      case CellKind::plain:
        out += "plain:" + std::string(rows.text(cell));
        break;
      case CellKind::expression:
        out += "expression:" + rows.expressions[cell.begin].text;
        break;
    }
  }
  return out;
}

std::string only_row(const std::string& sql) {
  const ParsedSql parsed = parse(sql);
  EXPECT_EQ(parsed.errors, "") << sql;
  if (parsed.rows.size() != 1 || parsed.rows[0].size() != 1) return "not one row";
  return cells(parsed.rows[0], 0);
}

TEST(DeclaredRows, Literals) {
  EXPECT_EQ(only_row("INSERT INTO t VALUES (-1, 'it''s', 1.50, '{}'::jsonb, TRUE)"),
            "plain:-1 | string:it's | plain:1.50 | string:{} | plain:true");
  EXPECT_EQ(only_row("INSERT INTO t (id, name) VALUES (1, E'a\\nb')"), "plain:1 | string:a\nb");
  EXPECT_EQ(only_row("INSERT INTO t (id, name) VALUES (1, $$x'y$$)"), "plain:1 | string:x'y");
  EXPECT_EQ(only_row("INSERT INTO t (id, name) VALUES (1, DEFAULT)"), "plain:1 | default");
  EXPECT_EQ(only_row("INSERT INTO t (id, name) VALUES (1, NULL)"), "plain:1 | null");
}

TEST(DeclaredRows, WhatTheServerRoundsOrConvertsIsLeftToIt) {
  EXPECT_EQ(only_row("INSERT INTO t (id) VALUES (1.5)"), "expression:1.5");
  EXPECT_EQ(only_row("INSERT INTO t (id, name) VALUES (1, 'abc'::varchar(2))"),
            "plain:1 | expression:'abc'::varchar(2)");
  EXPECT_EQ(only_row("INSERT INTO t (id, name) VALUES (1, true)"), "plain:1 | expression:true");
  EXPECT_EQ(only_row("INSERT INTO t (id, name) VALUES (1, 'a' || 'b')"),
            "plain:1 | expression:'a' || 'b'");
}

TEST(DeclaredRows, StatementsThatDifferOnlyInTheirRowsAreOne) {
  const ParsedSql parsed = parse(
      "INSERT INTO t (id, name) VALUES (1, upper('a'));\nINSERT INTO t (id, name) VALUES (2, "
      "upper('b')), (3, 'c');\nINSERT INTO t (id) VALUES (4);");
  ASSERT_EQ(parsed.errors, "");
  ASSERT_EQ(parsed.rows.size(), 2u);
  ASSERT_EQ(parsed.rows[0].size(), 3u);
  EXPECT_EQ(cells(parsed.rows[0], 1), "plain:2 | expression:upper('b')");
  EXPECT_EQ(cells(parsed.rows[0], 2), "plain:3 | string:c");
}

TEST(DeclaredRows, LongStatementsAreReadWithoutTheirTree) {
  std::string sql = "INSERT INTO t (id, name) VALUES ";
  for (int i = 1; i <= 2000; ++i) {
    sql += (i == 1 ? "(" : ",\n(") + std::to_string(i) + ", 'name " + std::to_string(i) + "')";
  }
  const ParsedSql parsed = parse(sql + " ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name");
  ASSERT_EQ(parsed.errors, "");
  ASSERT_EQ(parsed.rows.size(), 1u);
  EXPECT_EQ(parsed.rows[0].size(), 2000u);
  EXPECT_EQ(cells(parsed.rows[0], 1999), "plain:2000 | string:name 2000");
  ASSERT_EQ(parsed.rows[0].updates.size(), 1u);
  EXPECT_TRUE(parsed.rows[0].updates[0].excluded);
  EXPECT_EQ(parse(sql + ",\n(2001, 'a', 3)").errors,
            "2002:1: this row has 3 values for 2 columns\n");
}

TEST(DeclaredRows, DoUpdateMayNotReadTheRowThatIsThere) {
  EXPECT_EQ(parse("INSERT INTO t AS q (id, name) VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET "
                  "name = EXCLUDED.name || q.name")
                .errors,
            "2:102: q is the row that is there already: this can't be part of declared rows\n");
}

TEST(DeclaredRows, Select) {
  EXPECT_EQ(only_row("INSERT INTO t (id, name) SELECT v.a, upper(v.b) FROM (VALUES (1, 'x')) AS "
                     "v(a, b)"),
            "plain:1 | expression:upper('x')");
  const ParsedSql both = parse(
      "INSERT INTO t (id, name) SELECT 1, 'a' UNION ALL SELECT 2, 'b' WHERE NOT EXISTS "
      "(SELECT FROM t)");
  ASSERT_EQ(both.errors, "");
  ASSERT_EQ(both.rows.size(), 1u);
  EXPECT_EQ(both.rows[0].size(), 2u);
  EXPECT_EQ(both.rows[0].existing, ExistingRows::leave);
  EXPECT_NE(parse("INSERT INTO t (id) SELECT id FROM t").errors, "");
}

TEST(DeclaredRows, Copy) {
  const ParsedSql parsed = parse("COPY t (id, name) FROM stdin;\n1\ta\\tb\n2\t\\N\n\\.\n");
  ASSERT_EQ(parsed.errors, "");
  ASSERT_EQ(parsed.rows.size(), 1u);
  EXPECT_EQ(cells(parsed.rows[0], 0), "string:1 | string:a\tb");
  EXPECT_EQ(cells(parsed.rows[0], 1), "string:2 | null");
}

TEST(DeclaredRows, DirectivesStandByTheirStatement) {
  EXPECT_TRUE(parse("-- schemadiff: rows exact\nINSERT INTO t (id) VALUES (1);").rows[0].exact);
  EXPECT_EQ(parse("INSERT INTO t (id) VALUES (1); -- schemadiff: rows initial").rows[0].existing,
            ExistingRows::leave);
  EXPECT_EQ(parse("-- schemadiff: rows exact\n\nINSERT INTO t (id) VALUES (1);").errors,
            "2:1: this directive stands by no INSERT or COPY\n");
  EXPECT_EQ(parse("-- schemadiff: rows all\nINSERT INTO t (id) VALUES (1);").errors,
            "2:1: unknown directive: rows all\n");
}

TEST(DeclaredRows, GuardsAddOnlyWhatIsMissing) {
  const ParsedSql parsed = parse(
      "DO $$ BEGIN INSERT INTO t (id) VALUES (1); EXCEPTION WHEN unique_violation THEN NULL; END "
      "$$;");
  ASSERT_EQ(parsed.errors, "");
  ASSERT_EQ(parsed.rows.size(), 1u);
  EXPECT_EQ(parsed.rows[0].existing, ExistingRows::leave);
}

TEST(DeclaredRows, TablesMayBeDeclaredFurtherDown) {
  const ParsedSql parsed =
      parse_sql("INSERT INTO later VALUES (1, 'a');\nCREATE TABLE later (a int, b text);");
  EXPECT_EQ(parsed.errors, "");
  ASSERT_EQ(parsed.rows.size(), 1u);
  EXPECT_EQ(parsed.rows[0].columns.size(), 2u);
}

}  // namespace
}  // namespace schemadiff::testing
