#include "engine/objects/table/partition_bound.h"

#include <gtest/gtest.h>

namespace schemadiff {
namespace {

TEST(PartitionBound, DefaultIsOne) {
  EXPECT_TRUE(is_default_bound("DEFAULT"));
  EXPECT_TRUE(is_default_bound(" default "));
  EXPECT_FALSE(is_default_bound("FOR VALUES IN ('DEFAULT')"));
}

TEST(PartitionBound, RangesOfNumbersAndDatesAreCompared) {
  EXPECT_TRUE(is_within("FOR VALUES FROM (1) TO (10)", "FOR VALUES FROM (1) TO (20)"));
  EXPECT_TRUE(is_within("FOR VALUES FROM (9) TO (10)", "for values from ('-1'::integer) to (10)"));
  EXPECT_FALSE(is_within("FOR VALUES FROM (1) TO (20)", "FOR VALUES FROM (1) TO (10)"));
  EXPECT_FALSE(is_within("FOR VALUES FROM (1) TO (10)", "FOR VALUES FROM (2) TO (20)"));
  EXPECT_TRUE(is_within("FOR VALUES FROM ('2025-01-01') TO ('2025-02-01')",
                        "FOR VALUES FROM (MINVALUE) TO ('2025-03-01')"));
  EXPECT_TRUE(is_within("FOR VALUES FROM (1, 'x') TO (2, MAXVALUE)",
                        "FOR VALUES FROM (1, 'x') TO (3, MINVALUE)"));
}

TEST(PartitionBound, WhatCannotBeComparedIsNotKnownToFit) {
  // The order of texts is that of a collation.
  EXPECT_FALSE(is_within("FOR VALUES FROM ('a') TO ('m')", "FOR VALUES FROM ('a') TO ('z')"));
  EXPECT_TRUE(may_overlap("FOR VALUES FROM ('a') TO ('m')", "FOR VALUES FROM ('n') TO ('z')"));
  EXPECT_FALSE(is_within("FOR VALUES FROM (1) TO (1 + 1)", "FOR VALUES FROM (1) TO (3)"));
  EXPECT_FALSE(is_within("FOR VALUES FROM ('2025-01-01') TO ('2025-01-31')",
                         "FOR VALUES FROM ('2025-01-01') TO ('2025-02-01 00:00:00')"));
}

TEST(PartitionBound, ListsAreSets) {
  EXPECT_TRUE(is_within("FOR VALUES IN ('a')", "FOR VALUES IN ('b', 'a')"));
  EXPECT_TRUE(is_within("FOR VALUES IN (NULL)", "FOR VALUES IN (1, null)"));
  EXPECT_FALSE(is_within("FOR VALUES IN ('a', 'c')", "FOR VALUES IN ('b', 'a')"));
  EXPECT_FALSE(is_within("FOR VALUES IN ('a')", "FOR VALUES IN ('A')"));
  EXPECT_TRUE(may_overlap("FOR VALUES IN (1, 2)", "FOR VALUES IN (2, 3)"));
  EXPECT_FALSE(may_overlap("FOR VALUES IN ('a, b')", "FOR VALUES IN ('a', 'b')"));
  // In other words.
  EXPECT_TRUE(may_overlap("FOR VALUES IN (1.0)", "FOR VALUES IN (1)"));
  EXPECT_TRUE(may_overlap("FOR VALUES IN ('2024-01-01')", "FOR VALUES IN (DATE '2024-1-1')"));
  EXPECT_TRUE(may_overlap("FOR VALUES IN ('2024-01-01')", "FOR VALUES IN ('2024-1-1')"));
  EXPECT_TRUE(may_overlap("FOR VALUES IN (true)", "FOR VALUES IN ('t')"));
  EXPECT_TRUE(may_overlap("FOR VALUES IN ('a', NULL)", "FOR VALUES IN (NULL, 'b')"));
  EXPECT_FALSE(may_overlap("FOR VALUES IN ('2024-01-01')", "FOR VALUES IN ('2024-02-01')"));
  EXPECT_FALSE(may_overlap("FOR VALUES IN (1.0)", "FOR VALUES IN (2)"));
}

TEST(PartitionBound, RangesThatTouchDoNotOverlap) {
  EXPECT_FALSE(may_overlap("FOR VALUES FROM (1) TO (10)", "FOR VALUES FROM (10) TO (20)"));
  EXPECT_TRUE(may_overlap("FOR VALUES FROM (1) TO (11)", "FOR VALUES FROM (10) TO (20)"));
  EXPECT_TRUE(may_overlap("FOR VALUES WITH (modulus 2, remainder 0)",
                          "FOR VALUES WITH (modulus 4, remainder 2)"));
}

TEST(PartitionBound, DefaultMayTakeAnything) {
  EXPECT_TRUE(may_overlap("DEFAULT", "FOR VALUES IN (1)"));
  EXPECT_TRUE(may_overlap("FOR VALUES FROM (1) TO (10)", "DEFAULT"));
}

TEST(PartitionBound, ThoseThatCannotBothBeThere) {
  EXPECT_TRUE(must_overlap("FOR VALUES FROM (1) TO (4)", "FOR VALUES FROM (2) TO (8)"));
  EXPECT_FALSE(must_overlap("FOR VALUES FROM (1) TO (4)", "FOR VALUES FROM (4) TO (8)"));
  EXPECT_TRUE(must_overlap("FOR VALUES FROM (MINVALUE) TO ('2024-02-01')",
                           "FOR VALUES FROM ('2024-01-01') TO ('2024-03-01')"));
  EXPECT_TRUE(must_overlap("FOR VALUES IN ('a', 'b')", "FOR VALUES IN ('b')"));
  EXPECT_FALSE(must_overlap("FOR VALUES IN ('a')", "FOR VALUES IN ('b')"));
  EXPECT_TRUE(must_overlap("DEFAULT", "DEFAULT"));
  EXPECT_FALSE(must_overlap("DEFAULT", "FOR VALUES IN (1)"));
}

TEST(PartitionBound, WhatIsNotKnownToMeetIsNotSaidTo) {
  // Of texts '10' comes before '9'.
  EXPECT_FALSE(must_overlap("FOR VALUES FROM ('1') TO ('9')", "FOR VALUES FROM ('5') TO ('6')"));
  EXPECT_FALSE(
      must_overlap("FOR VALUES FROM ('2024-01-01') TO ('2024-02-01')",
                   "FOR VALUES FROM ('2024-01-01 00:00:00+01') TO ('2024-02-01 00:00:00+01')"));
}

}  // namespace
}  // namespace schemadiff
