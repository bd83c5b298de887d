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
  options.only = {ObjectPattern::everything()};
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

Publication publication(const char* name) {
  Publication out;
  out.id = object_id(Kind::publication, {}, name);
  return out;
}

PublishedTable published(const Table& table, const char* publication) {
  PublishedTable out;
  out.id = table.id.with_sub(Kind::published_table, publication);
  out.table = table.id;
  return out;
}

TEST(ScopeTest, ObjectsOfTheWholeDatabaseAreLeftAloneUnlessTheyAreMentioned) {
  Catalog live;
  live.add(publication("theirs"));
  EventTrigger trigger;
  trigger.id = object_id(Kind::event_trigger, {}, "audit");
  live.add(trigger);
  const Scoped scoped = apply_scope(live, Catalog(), Scope({}));
  EXPECT_TRUE(diff(live, scoped.target).empty());
  EXPECT_EQ(scoped.unmanaged.at("publication"), std::vector<std::string>{"theirs"});
  EXPECT_EQ(scoped.unmanaged.at("event trigger"), std::vector<std::string>{"audit"});
}

TEST(ScopeTest, APublicationThatIsMentionedIsMentionedWithAllItsTables) {
  Catalog live;
  live.add(table("public", "kept"));
  live.add(publication("ours"));
  live.add(published(table("public", "kept"), "ours"));
  Catalog desired;
  desired.add(table("public", "kept"));
  desired.add(publication("ours"));
  const Scoped scoped = apply_scope(live, std::move(desired), Scope({}));
  const auto changes = diff(live, scoped.target);
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].id.kind, Kind::published_table);
  EXPECT_EQ(changes[0].verb, Verb::drop);
}

TEST(ScopeTest, APublicationThatIsLeftAloneLosesTheTablesThatGo) {
  Catalog live;
  live.add(table("public", "kept"));
  live.add(table("public", "gone"));
  live.add(publication("theirs"));
  live.add(published(table("public", "kept"), "theirs"));
  live.add(published(table("public", "gone"), "theirs"));
  Catalog desired;
  desired.add(table("public", "kept"));
  const Scoped scoped = apply_scope(live, std::move(desired), Scope({}));
  EXPECT_TRUE(scoped.target.contains(published(table("public", "kept"), "theirs").id));
  EXPECT_FALSE(scoped.target.contains(published(table("public", "gone"), "theirs").id));
}

TEST(ScopeTest, PublicIsNeverDropped) {
  Catalog live;
  Schema schema;
  schema.id = object_id(Kind::schema, {}, "public");
  live.add(schema);
  ScopeOptions options;
  options.only = {ObjectPattern::everything()};
  const Scoped scoped = apply_scope(live, Catalog(), Scope(options));
  EXPECT_TRUE(diff(live, scoped.target).empty());
}

}  // namespace
}  // namespace schemadiff
