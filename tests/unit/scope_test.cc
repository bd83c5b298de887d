#include "engine/diff/scope.h"

#include <gtest/gtest.h>

#include "engine/diff/differ.h"

namespace schemadiff {
namespace {

Table table(const char* schema, const char* name) {
  Table out;
  out.id = object_id(Kind::table, schema, name);
  return out;
}

TEST(Pattern, StarAndQuestionMark) {
  EXPECT_TRUE(matches_pattern("app_users", "app_*"));
  EXPECT_TRUE(matches_pattern("app", "a?p"));
  EXPECT_TRUE(matches_pattern("", "*"));
  EXPECT_TRUE(matches_pattern("aXbXc", "a*b*c"));
  EXPECT_FALSE(matches_pattern("app", "ap"));
  EXPECT_FALSE(matches_pattern("app", "app?"));
}

TEST(ScopeTest, OtherSchemasAreLeftAlone) {
  Catalog live;
  live.add(table("billing", "invoices"));
  live.add(table("public", "old"));
  const Scoped scoped = apply_scope(live, Catalog(), Scope({}));
  const auto changes = diff(live, scoped.target);
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].id, object_id(Kind::table, "public", "old"));
  EXPECT_EQ(changes[0].verb, Verb::drop);
}

TEST(ScopeTest, StarTakesTheWholeDatabase) {
  Catalog live;
  live.add(table("billing", "invoices"));
  ScopeOptions options;
  options.schemas = {"*"};
  const Scoped scoped = apply_scope(live, Catalog(), Scope(options));
  EXPECT_EQ(diff(live, scoped.target).size(), 1U);
}

TEST(ScopeTest, UndeclaredPartitionsOfADeclaredParentAreLeftAloneAndCounted) {
  Catalog live;
  live.add(table("public", "candles"));
  Table partition = table("public", "candles_2026_01");
  partition.partition_of = PartitionOf{object_id(Kind::table, "public", "candles"), {}};
  live.add(partition);
  Index index;
  index.id = object_id(Kind::index, "public", "extra");
  index.table = partition.id;
  live.add(index);
  Catalog desired;
  desired.add(table("public", "candles"));
  const Scoped scoped = apply_scope(live, std::move(desired), Scope({}));
  EXPECT_TRUE(diff(live, scoped.target).empty());
  EXPECT_EQ(scoped.unmanaged.at("live partition"),
            std::vector<std::string>{"public.candles_2026_01"});
}

TEST(ScopeTest, PublicIsNeverDropped) {
  Catalog live;
  Schema schema;
  schema.id = object_id(Kind::schema, {}, "public");
  live.add(schema);
  ScopeOptions options;
  options.schemas = {"*"};
  const Scoped scoped = apply_scope(live, Catalog(), Scope(options));
  EXPECT_TRUE(diff(live, scoped.target).empty());
}

}  // namespace
}  // namespace schemadiff
