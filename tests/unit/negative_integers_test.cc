#include "parser/negative_integers.h"

#include <gtest/gtest.h>

#include "tests/support/parse_sql.h"

namespace schemadiff::testing {
namespace {

TEST(NegativeIntegers, OfOptions) {
  const ParsedSql parsed = parse_sql(
      "CREATE SEQUENCE s INCREMENT BY -2 MINVALUE -7 MAXVALUE -1 START -3;"
      "CREATE TABLE t (a int, b numeric(3,-2)) WITH (log_autovacuum_min_duration=-1);"
      "CREATE TABLE p (a int) PARTITION BY RANGE (a);"
      "ALTER TABLE t ALTER a SET STATISTICS 0, ALTER b SET STATISTICS -1;");
  EXPECT_EQ(parsed.errors, "");
  const Sequence* sequence =
      parsed.catalog.find<Sequence>(object_id(Kind::sequence, "public", "s"));
  ASSERT_NE(sequence, nullptr);
  EXPECT_EQ(display(sequence->options),
            "start -3 increment -2 minvalue -7 maxvalue -1 cache 1 no cycle");
  const Table* table = parsed.catalog.find<Table>(object_id(Kind::table, "public", "t"));
  ASSERT_NE(table, nullptr);
  EXPECT_EQ(display(table->options), "log_autovacuum_min_duration=-1");
  const auto column = [&](const char* name) {
    return parsed.catalog.find<Column>(object_id(Kind::column, "public", "t", name));
  };
  EXPECT_EQ(column("a")->statistics_target, 0);
  EXPECT_EQ(column("b")->statistics_target, -1);
  EXPECT_EQ(column("b")->type.sql, "numeric(3,-2)");
}

}  // namespace
}  // namespace schemadiff::testing
