#include "engine/plan/rebuild.h"

#include <gtest/gtest.h>

namespace schemadiff {
namespace {

const ObjectId kBase = object_id(Kind::table, "public", "t");
const ObjectId kBaseColumn = object_id(Kind::column, "public", "t", "c");
const ObjectId kView = object_id(Kind::view, "public", "v");
const ObjectId kViewOnView = object_id(Kind::view, "public", "w");

class RebuildTest : public ::testing::Test {
 protected:
  RebuildTest() {
    add<Table>(kBase);
    add<Column>(kBaseColumn);
    add<View>(kView);
    add<View>(kViewOnView);
  }
  template <class T>
  void add(const ObjectId& id) {
    T object;
    object.id = id;
    live_.add(object);
    target_.add(object);
  }
  Rebuild find(std::vector<Dependency> dependencies, std::set<ObjectId> dropped,
               std::set<ObjectId> displaced = {}, std::set<ObjectId> altered = {}) {
    const DependencyIndex index(std::move(dependencies));
    std::map<ObjectId, ObjectId> roots;
    for (const ObjectId& id : displaced) roots.emplace(id, id);
    return find_rebuilds(
        {live_, target_, index, std::move(dropped), std::move(altered), std::move(roots), {}});
  }
  Catalog live_;
  Catalog target_;
};

TEST_F(RebuildTest, DependentsOfAReplacedObjectComeAlongAllTheWayUp) {
  const Rebuild rebuild = find({{kView, kBase, 'n'}, {kViewOnView, kView, 'n'}}, {kView});
  EXPECT_EQ(rebuild.destroyed, (std::set<ObjectId>{kView, kViewOnView}));
  EXPECT_EQ(rebuild.reasons.at(kViewOnView), "uses view public.v, which is recreated");
}

TEST_F(RebuildTest, AColumnThatChangesItsTypeDisplacesItsViewsButStaysItself) {
  const Rebuild rebuild =
      find({{kView, kBaseColumn, 'n'}, {kViewOnView, kView, 'n'}}, {}, {kBaseColumn});
  EXPECT_EQ(rebuild.destroyed, (std::set<ObjectId>{kView, kViewOnView}));
}

TEST_F(RebuildTest, ATableNeverMakesWayForWhatItUses) {
  const ObjectId type = object_id(Kind::enum_type, "public", "mood");
  add<EnumType>(type);
  const Rebuild rebuild = find({{kBaseColumn, type, 'n'}}, {type});
  ASSERT_EQ(rebuild.refusals.size(), 1U);
  EXPECT_EQ(rebuild.refusals[0].object, type);
  EXPECT_NE(rebuild.refusals[0].reason.find("column public.t.c"), std::string::npos);
}

TEST_F(RebuildTest, WhatThisBuildDoesNotModelIsNamedInTheRefusal) {
  const ObjectId other{Kind::none, Kind::none, {}, "base type odd", {}};
  const Rebuild rebuild = find({{other, kView, 'n'}}, {kView});
  ASSERT_EQ(rebuild.refusals.size(), 1U);
  EXPECT_NE(rebuild.refusals[0].reason.find("base type odd"), std::string::npos);
}

TEST_F(RebuildTest, WhatIsLeftAloneKeepsWhatItUses) {
  const ObjectId function = object_id(Kind::function, "public", "f", "()");
  const ObjectId trigger = object_id(Kind::event_trigger, {}, "audit");
  add<Function>(function);
  add<EventTrigger>(trigger);
  target_.erase(function);
  const Rebuild rebuild = find({{trigger, function, 'n'}}, {function});
  ASSERT_EQ(rebuild.refusals.size(), 1U);
  EXPECT_EQ(rebuild.refusals[0].object, function);
  EXPECT_NE(rebuild.refusals[0].reason.find("event trigger audit"), std::string::npos);
}

TEST_F(RebuildTest, AnAlteredDependentLetsGoOfWhatGoesForGood) {
  target_.erase(kView);
  const Rebuild rebuild = find({{kViewOnView, kView, 'n'}}, {kView}, {}, {kViewOnView});
  EXPECT_EQ(rebuild.destroyed, (std::set<ObjectId>{kView}));
}

TEST_F(RebuildTest, PartsGoWithTheirOwner) {
  target_.erase(kBase);
  target_.erase(kBaseColumn);
  EXPECT_EQ(find({}, {kBase}).destroyed, (std::set<ObjectId>{kBase, kBaseColumn}));
}

}  // namespace
}  // namespace schemadiff
