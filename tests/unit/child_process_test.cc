#include "engine/postgres/child_process.h"

#include <gtest/gtest.h>

namespace schemadiff {
namespace {

TEST(ChildProcess, MayAnswerBeforeItHasReadEverything) {
  ProcessOptions options;
  options.timeout = std::chrono::seconds(20);
  options.input.assign(4 << 20, 'x');
  const auto run = run_process({"cat"}, options);
  ASSERT_TRUE(run) << run.error().sentence;
  EXPECT_FALSE(run->timed_out);
  EXPECT_EQ(run->exit_code, 0);
  EXPECT_EQ(run->output, options.input);
}

TEST(ChildProcess, IsKilledWhenItDoesNotReadAtAll) {
  ProcessOptions options;
  options.timeout = std::chrono::milliseconds(200);
  options.input.assign(4 << 20, 'x');
  const auto run = run_process({"sleep", "20"}, options);
  ASSERT_TRUE(run) << run.error().sentence;
  EXPECT_TRUE(run->timed_out);
}

}  // namespace
}  // namespace schemadiff
