// Fault orders that a real server can't be made to show on demand; the rest is in tests/faults.
#include "engine/execute/applier.h"

#include <gtest/gtest.h>

#include <deque>
#include <functional>

#include "engine/execute/search_path.h"

namespace schemadiff {
namespace {

Error lost_connection() {
  Error error;
  error.code = ErrorCode::connection;
  error.sentence = "the connection to the server was lost";
  return error;
}

class FakeServer : public StatementRunner {
 public:
  std::vector<std::string> log;
  std::function<Result<void>(std::string_view)> on_run = [](std::string_view) {
    return Result<void>();
  };
  std::function<Result<std::optional<std::string>>(std::string_view)> on_value =
      [](std::string_view) { return std::optional<std::string>("true"); };
  bool reachable = true;

  Result<void> run(std::string_view sql) override {
    log.emplace_back(sql);
    return on_run(sql);
  }
  Result<std::optional<std::string>> value(std::string_view sql) override {
    log.emplace_back(sql);
    return on_value(sql);
  }
  Result<void> reconnect() override {
    log.emplace_back("(reconnect)");
    if (!reachable) return fail(lost_connection());
    return {};
  }
  void cancel() override {}
  void reset_cancel() override { log.emplace_back("(reset)"); }

  bool ran(const std::string& sql) const {
    return std::find(log.begin(), log.end(), sql) != log.end();
  }
};

class Silence : public Progress {
 public:
  void waiting_for_apply(const std::string& holder) override { holders.push_back(holder); }
  void step_started(size_t, size_t, const Step&) override {}
  void step_finished(size_t, size_t, const Step&, std::chrono::milliseconds) override {}
  void committed(size_t steps) override { commits.push_back(steps); }
  std::vector<size_t> commits;
  std::vector<std::string> holders;
};

Step step(const std::string& sql) {
  Step out;
  out.sql = sql;
  out.object = object_id(Kind::table, "public", sql);
  out.produces = {out.object};
  return out;
}

StepGroup group(std::vector<Step> steps, bool transactional = true) {
  return {transactional, std::move(steps)};
}

struct Applied {
  ApplyReport report;
  Silence progress;
};

Applied apply(FakeServer& server, const Plan& plan, const Allowances& allowances = {}) {
  Applied out;
  out.report = apply_steps(server, plan, judge(plan, allowances), {}, out.progress);
  return out;
}

TEST(Apply, CommitsEachGroup) {
  FakeServer server;
  Plan plan;
  plan.groups = {group({step("a"), step("b")}), group({step("c")}, false), group({step("d")})};
  const Applied applied = apply(server, plan);
  EXPECT_FALSE(applied.report.error);
  EXPECT_EQ(applied.report.count(StepFate::done), 4u);
  EXPECT_EQ(applied.progress.commits, (std::vector<size_t>{2, 1}));
  const std::vector<std::string> wanted = {"SET lock_timeout = 3000",
                                           "SET statement_timeout = 0",
                                           "BEGIN",
                                           "a",
                                           "b",
                                           "SELECT pg_current_xact_id_if_assigned()::text",
                                           "COMMIT",
                                           "c",
                                           "BEGIN",
                                           "d",
                                           "SELECT pg_current_xact_id_if_assigned()::text",
                                           "COMMIT"};
  EXPECT_EQ(server.log, wanted);
}

TEST(Apply, AFailureRollsItsTransactionBackAndStops) {
  FakeServer server;
  server.on_run = [](std::string_view sql) -> Result<void> {
    if (sql == "c") return fail(ErrorCode::lock_timeout, "canceling statement due to lock timeout");
    return {};
  };
  Plan plan;
  plan.groups = {group({step("a")}), group({step("b"), step("c"), step("d")}), group({step("e")})};
  const ApplyReport report = apply(server, plan).report;
  ASSERT_TRUE(report.error);
  EXPECT_EQ(report.failed, 2u);
  EXPECT_EQ(report.fates,
            (std::vector<StepFate>{StepFate::done, StepFate::rolled_back, StepFate::rolled_back,
                                   StepFate::left, StepFate::left}));
  EXPECT_TRUE(server.ran("ROLLBACK"));
  EXPECT_FALSE(server.ran("e"));
}

TEST(Apply, AConnectionLostAtCommitIsAskedFor) {
  FakeServer server;
  server.on_run = [](std::string_view sql) -> Result<void> {
    if (sql == "COMMIT") return fail(lost_connection());
    return {};
  };
  std::string status = "committed";
  server.on_value = [&](std::string_view sql) -> Result<std::optional<std::string>> {
    if (sql.find("pg_xact_status") != std::string_view::npos) return std::optional(status);
    return std::optional<std::string>("4711");
  };
  Plan plan;
  plan.groups = {group({step("a")}), group({step("b")})};
  ApplyReport report = apply(server, plan).report;
  EXPECT_TRUE(server.ran("SELECT pg_xact_status('4711'::xid8)"));
  EXPECT_EQ(report.fates, (std::vector<StepFate>{StepFate::done, StepFate::left}));
  ASSERT_EQ(report.remarks.size(), 1u);
  EXPECT_TRUE(report.error);

  status = "aborted";
  report = apply(server, plan).report;
  EXPECT_EQ(report.fates, (std::vector<StepFate>{StepFate::rolled_back, StepFate::left}));
}

TEST(Apply, AConnectionLostInAStepIsNotAskedFor) {
  FakeServer server;
  server.on_run = [](std::string_view sql) -> Result<void> {
    if (sql == "a") return fail(lost_connection());
    return {};
  };
  Plan plan;
  plan.groups = {group({step("a")})};
  const ApplyReport report = apply(server, plan).report;
  EXPECT_EQ(report.fates, (std::vector<StepFate>{StepFate::rolled_back}));
  EXPECT_FALSE(server.ran("(reconnect)"));
  EXPECT_FALSE(server.ran("ROLLBACK"));
}

TEST(Apply, AStepOutsideOfATransactionMayLeaveSomething) {
  FakeServer server;
  server.on_run = [](std::string_view sql) -> Result<void> {
    if (sql == "a") return fail(ErrorCode::statement, "could not create unique index");
    return {};
  };
  Plan plan;
  plan.groups = {group({step("a")}, false), group({step("b")})};
  const ApplyReport report = apply(server, plan).report;
  EXPECT_EQ(report.fates, (std::vector<StepFate>{StepFate::failed, StepFate::left}));
}

TEST(Apply, InterruptionRollsBack) {
  FakeServer server;
  std::atomic<bool> interrupted{false};
  server.on_run = [&](std::string_view sql) -> Result<void> {
    if (sql == "a") interrupted = true;
    return {};
  };
  Plan plan;
  plan.groups = {group({step("a"), step("b")})};
  Silence progress;
  ApplyOptions options;
  options.interrupted = &interrupted;
  const ApplyReport report = apply_steps(server, plan, judge(plan, {}), options, progress);
  EXPECT_TRUE(report.interrupted);
  EXPECT_EQ(report.count(StepFate::rolled_back), 2u);
  EXPECT_FALSE(server.ran("b"));
  EXPECT_FALSE(server.ran("COMMIT"));
}

TEST(Apply, SetsThePathThatAStepNeeds) {
  FakeServer server;
  Step a = step("a");
  a.path = SearchPath::of({"app", "public"});
  Step b = step("b");
  Step c = step("c");
  c.path = SearchPath{};
  Step d = step("d");
  d.path = SearchPath::of({"app"});
  Plan plan;
  plan.groups = {group({a, b, c}), group({d}, false)};
  EXPECT_FALSE(apply(server, plan).report.error);
  EXPECT_TRUE(server.ran("SET LOCAL search_path = app, public"));
  EXPECT_TRUE(server.ran("SET LOCAL search_path = pg_catalog"));
  EXPECT_TRUE(server.ran("SET search_path = app"));
  EXPECT_EQ(server.log.back(), "SET search_path = pg_catalog");
}

TEST(ApplyLock, SaysWhoHoldsIt) {
  FakeServer server;
  server.on_value = [](std::string_view sql) -> Result<std::optional<std::string>> {
    if (sql.find("pg_try_advisory_lock") != std::string_view::npos)
      return std::optional<std::string>("false");
    return std::optional<std::string>("pid 99 of alice");
  };
  Silence progress;
  ApplyOptions options;
  options.wait_for_apply = std::chrono::milliseconds(0);
  const auto lock = ApplyLock::take(server, options, progress);
  ASSERT_FALSE(lock);
  EXPECT_NE(lock.error().sentence.find("pid 99 of alice"), std::string::npos);
}

// ---- allowances
Hazard data_loss(const ObjectId& id) { return {HazardCode::data_loss, "rows are gone", id}; }

TEST(Allowances, MatchKindAndPattern) {
  const Hazard foo = data_loss(object_id(Kind::table, "public", "foo"));
  const Hazard view = data_loss(object_id(Kind::materialized_view, "public", "foo"));
  const Hazard column = data_loss(object_id(Kind::column, "public", "foo", "a"));
  const auto permits = [](const char* argument, const Hazard& hazard) {
    Allowances allowances;
    EXPECT_TRUE(allowances.add(argument)) << argument;
    return allowances.permits(hazard);
  };
  EXPECT_TRUE(permits("data-loss:table:public.foo", foo));
  EXPECT_FALSE(permits("data-loss:table:public.foo", column));
  EXPECT_FALSE(permits("data-loss:table:public.fo", foo));
  EXPECT_TRUE(permits("data-loss:table:public.*", foo));
  EXPECT_TRUE(permits("data-loss:public.fo?", foo));
  EXPECT_TRUE(permits("data-loss:*:*", view));
  EXPECT_TRUE(permits("data-loss:materialized-view:public.foo", view));
  EXPECT_FALSE(permits("widens-access", foo));
  EXPECT_TRUE(permits("all", foo));
  EXPECT_TRUE(permits("data-loss", foo));
  EXPECT_EQ(allowance_for(view), "data-loss:materialized-view:public.foo");
  Allowances allowances;
  EXPECT_FALSE(allowances.add("data-lost"));
  EXPECT_FALSE(allowances.add("data-loss:table"));
  EXPECT_FALSE(allowances.add("data-loss:"));
  EXPECT_FALSE(allowances.permits(foo));
  EXPECT_TRUE(allowances.permits({HazardCode::table_rewrite, "", foo.object}));
}

TEST(Verdict, HoldsBackWhatNeedsARefusedStep) {
  const ObjectId view = object_id(Kind::view, "public", "v");
  const ObjectId column = object_id(Kind::column, "public", "t", "a");
  const ObjectId schema = object_id(Kind::schema, {}, "public");
  Step drop_view = step("drop view");
  drop_view.produces = {};
  drop_view.destroys = {view};
  Step retype = step("retype");
  retype.produces = {column};
  retype.hazards = {data_loss(column)};
  Step create_view = step("create view");
  create_view.produces = {view};
  create_view.consumes = {column};
  Step other = step("other");
  Step drop_schema = step("drop schema");
  drop_schema.produces = {};
  drop_schema.destroys = {schema};
  drop_schema.hazards = {};
  Step drop_table = step("drop table");
  drop_table.produces = {};
  drop_table.destroys = {object_id(Kind::table, "public", "t")};
  drop_table.hazards = {data_loss(drop_table.destroys[0])};
  Plan plan;
  plan.groups = {group({drop_view, retype, create_view, other, drop_table, drop_schema})};
  const Verdict verdict = judge(plan, {});
  EXPECT_EQ(verdict.states,
            (std::vector<StepState>{StepState::held_back, StepState::refused, StepState::held_back,
                                    StepState::ready, StepState::refused, StepState::held_back}));
  EXPECT_EQ(verdict.missing.size(), 2u);

  Allowances all;
  ASSERT_TRUE(all.add("all"));
  EXPECT_EQ(judge(plan, all).count(StepState::ready), 6u);
}

TEST(Verdict, KnowsBareAllowances) {
  Step drop = step("drop");
  drop.hazards = {data_loss(object_id(Kind::table, "public", "a"))};
  Plan plan;
  plan.groups = {group({drop})};
  Allowances bare;
  ASSERT_TRUE(bare.add("data-loss"));
  EXPECT_EQ(judge(plan, bare).broadly.size(), 1u);
  ASSERT_TRUE(bare.add("data-loss:table:public.a"));
  EXPECT_TRUE(judge(plan, bare).broadly.empty());
}

}  // namespace
}  // namespace schemadiff
