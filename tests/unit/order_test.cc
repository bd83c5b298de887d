#include "engine/plan/order.h"

#include <gtest/gtest.h>

#include "engine/base/check.h"

namespace schemadiff {
namespace {

ObjectId table(const char* name) { return object_id(Kind::table, "public", name); }
ObjectId view(const char* name) { return object_id(Kind::view, "public", name); }
ObjectId constraint(const char* of, const char* name) {
  return object_id(Kind::constraint, "public", of, name);
}

Step create(const ObjectId& id, std::vector<ObjectId> consumes = {}) {
  Step step;
  step.verb = Verb::create;
  step.object = id;
  step.sql = "create " + qualified_name(id);
  step.produces = {id};
  step.consumes = std::move(consumes);
  return step;
}

Step drop(const ObjectId& id) {
  Step step;
  step.verb = Verb::drop;
  step.object = id;
  step.sql = "drop " + qualified_name(id);
  step.destroys = {id};
  return step;
}

Step create_table(const ObjectId& id) {
  Step step = create(id);
  step.table.emplace();
  step.table->head = "CREATE TABLE " + qualified_name(id);
  step.table->elements.push_back({"id", "id integer", "", ""});
  step.sql = step.table->sql();
  return step;
}

Step foreign_key(const ObjectId& of, const ObjectId& to, const char* name) {
  Step step = create(constraint(of.name.str().c_str(), name), {of, to});
  step.sql = std::string("add ") + name;
  step.clause = TableClause{of, {}, std::string("CONSTRAINT ") + name};
  return step;
}

class Order : public ::testing::Test {
 protected:
  std::vector<std::string> order(std::vector<Step> steps, std::vector<Dependency> live = {}) {
    const DependencyIndex dependencies(std::move(live));
    std::vector<std::string> out;
    ordered_ = order_steps(std::move(steps), {live_, target_, dependencies});
    for (const Step& step : ordered_) out.push_back(step.sql);
    return out;
  }
  Catalog live_;
  Catalog target_;
  std::vector<Step> ordered_;
};

TEST_F(Order, WhatIsConsumedComesFirstWhateverTheNames) {
  EXPECT_EQ(order({create(view("a"), {view("z")}), create(view("z"))}),
            (std::vector<std::string>{"create public.z", "create public.a"}));
  EXPECT_EQ(ordered_[1].after, std::vector<uint32_t>{0});
}

TEST_F(Order, TiesGoByName) {
  EXPECT_EQ(order({create(view("b")), create(view("a"))}),
            (std::vector<std::string>{"create public.a", "create public.b"}));
}

TEST_F(Order, DependentsAreDroppedBeforeWhatTheyUse) {
  EXPECT_EQ(order({drop(view("a")), drop(view("b"))}, {{view("b"), view("a"), 'n'}}),
            (std::vector<std::string>{"drop public.b", "drop public.a"}));
}

TEST_F(Order, AReplacementIsDroppedBeforeItIsCreated) {
  EXPECT_EQ(order({create(view("a")), drop(view("a"))}),
            (std::vector<std::string>{"drop public.a", "create public.a"}));
}

TEST_F(Order, ANameIsFreedBeforeItIsTakenByAnotherKind) {
  EXPECT_EQ(order({create(view("a")), drop(table("a"))}),
            (std::vector<std::string>{"drop public.a", "create public.a"}));
}

TEST_F(Order, ClausesJoinTheirTable) {
  const auto sql = order({create_table(table("a")), create_table(table("b")),
                          foreign_key(table("a"), table("b"), "a_fk")});
  ASSERT_EQ(sql.size(), 2U);
  EXPECT_NE(sql[0].find("public.b"), std::string::npos);
  EXPECT_NE(sql[1].find("CONSTRAINT a_fk"), std::string::npos);
}

TEST_F(Order, ACycleOfForeignKeysLeavesOneOutside) {
  const auto sql = order({create_table(table("a")), create_table(table("b")),
                          foreign_key(table("a"), table("b"), "a_fk"),
                          foreign_key(table("b"), table("a"), "b_fk")});
  ASSERT_EQ(sql.size(), 3U);
  EXPECT_EQ(sql[2], "add a_fk");
  EXPECT_NE(sql[1].find("CONSTRAINT b_fk"), std::string::npos);
}

TEST_F(Order, AForeignKeyToItselfJoinsItsTable) {
  const auto sql = order({create_table(table("a")), foreign_key(table("a"), table("a"), "a_fk")});
  ASSERT_EQ(sql.size(), 1U);
  EXPECT_NE(sql[0].find("CONSTRAINT a_fk"), std::string::npos);
}

TEST_F(Order, AStrongCycleIsABugThatNamesItsPath) {
  try {
    order({create(view("a"), {view("b")}), create(view("b"), {view("a")})});
    FAIL() << "no error";
  } catch (const InternalError& error) {
    EXPECT_NE(std::string(error.what()).find("create view public.a"), std::string::npos);
  }
}

TEST_F(Order, WhatIsDisplacedMakesWayAndComesBack) {
  Step alter;
  alter.verb = Verb::alter;
  alter.object = object_id(Kind::column, "public", "t", "c");
  alter.sql = "alter";
  alter.produces = {alter.object};
  alter.displaces = {alter.object};
  EXPECT_EQ(order({create(view("v")), alter, drop(view("v"))}, {{view("v"), alter.object, 'n'}}),
            (std::vector<std::string>{"drop public.v", "alter", "create public.v"}));
}

}  // namespace
}  // namespace schemadiff
