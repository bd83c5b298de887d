// The change that the exchange application made: a table of exchanges with two rows, and accounts
// that refer to it, in a database that has users and accounts already.
#include <gtest/gtest.h>

#include "tests/support/run_schemadiff.h"
#include "tests/support/throwaway_cluster.h"

namespace schemadiff::testing {
namespace {

std::string file(const std::string& name) {
  return std::string(SCHEMADIFF_SOURCE_DIR) + "/desired-schema/" + name;
}

class Exchange : public ::testing::Test {
 protected:
  Exchange() : database_(read_file(file("history/before-exchanges.sql"))) {
    database_.execute(
        "INSERT INTO users (email, name, password_hash) VALUES ('ann@example.com', 'Ann', 'x'), "
        "('bob@example.com', NULL, 'y')");
    database_.execute(
        "INSERT INTO user_exchanges (user_id, exchange_name, api_key, api_secret) VALUES "
        "(1, 'coinbase', 'k1', 's1'), (1, 'binance', 'k2', 's2'), (2, 'binance', 'k3', 's3')");
  }

  ProcessResult run(const std::string& command, std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments = {command, "--to", file("schema.sql"), "--db",
                                          database_.conninfo()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_schemadiff(arguments);
  }
  void apply() const {
    const auto applied = run("apply", {"--auto-approve"});
    ASSERT_EQ(applied.exit_code, 0) << applied.output << applied.errors;
  }
  std::string scalar(const std::string& sql) const { return database_.scalar(sql); }

  TestDatabase database_;
};

TEST_F(Exchange, HasTwelveColumns) {
  apply();
  EXPECT_EQ(
      scalar("SELECT count(*) FROM information_schema.columns WHERE table_name = 'exchanges'"),
      "12");
}

TEST_F(Exchange, HasTheTwoRows) {
  apply();
  EXPECT_EQ(scalar("SELECT string_agg(name || ' ' || display_name || ' ' || ws_url || ' ' || "
                   "rest_url, E'\\n' ORDER BY name) FROM exchanges"),
            "binance Binance Spot wss://stream.binance.com:9443 https://api.binance.com\n"
            "coinbase Coinbase Advanced Trade wss://advanced-trade-ws.coinbase.com "
            "https://api.coinbase.com");
  EXPECT_EQ(scalar("SELECT supported_timeframes::text FROM exchanges WHERE name = 'coinbase'"),
            R"(["1m", "5m", "15m", "30m", "1h", "2h", "4h", "6h", "1d"])");
  EXPECT_EQ(scalar("SELECT jsonb_array_length(supported_timeframes) FROM exchanges WHERE name = "
                   "'binance'"),
            "15");
  EXPECT_EQ(scalar("SELECT api_limits ->> 'orders_per_10s' FROM exchanges WHERE name = 'binance'"),
            "50");
  EXPECT_EQ(scalar("SELECT fee_schedule ->> 'base_taker' FROM exchanges WHERE name = 'coinbase'"),
            "0.012");
  EXPECT_EQ(scalar("SELECT count(*) FROM exchanges WHERE geo_restrictions IS NULL AND is_active"),
            "2");
}

TEST_F(Exchange, KeepsTheRowsThatWereThere) {
  apply();
  EXPECT_EQ(scalar("SELECT count(*) FROM users"), "2");
  EXPECT_EQ(scalar("SELECT string_agg(api_key || api_secret, ' ' ORDER BY id) FROM user_exchanges"),
            "k1s1 k2s2 k3s3");
  EXPECT_EQ(scalar("SELECT count(*) FROM user_exchanges WHERE exchange_id IS NULL"), "3");
}

TEST_F(Exchange, HasTheReferenceInTheInformationSchema) {
  apply();
  EXPECT_EQ(scalar("SELECT is_nullable FROM information_schema.columns WHERE table_name = "
                   "'user_exchanges' AND column_name = 'exchange_id'"),
            "YES");
  EXPECT_EQ(scalar("SELECT update_rule || ', ' || delete_rule FROM "
                   "information_schema.referential_constraints WHERE constraint_name = "
                   "'user_exchanges_exchange_id_exchanges_id_fk'"),
            "NO ACTION, SET NULL");
  EXPECT_EQ(scalar("SELECT count(*) FROM pg_indexes WHERE indexname = "
                   "'user_exchanges_exchange_id_idx'"),
            "1");
}

TEST_F(Exchange, DeletingAnExchangeEmptiesReferencesAndDeletingAUserTakesTheAccounts) {
  apply();
  database_.execute(
      "UPDATE user_exchanges SET exchange_id = e.id FROM exchanges e WHERE e.name = exchange_name");
  EXPECT_EQ(scalar("SELECT count(exchange_id) FROM user_exchanges"), "3");
  database_.execute("DELETE FROM exchanges WHERE name = 'binance'");
  EXPECT_EQ(scalar("SELECT count(*) || ' ' || count(exchange_id) FROM user_exchanges"), "3 1");
  database_.execute("DELETE FROM users WHERE id = 1");
  EXPECT_EQ(scalar("SELECT string_agg(api_key, ' ') FROM user_exchanges"), "k3");
}

TEST_F(Exchange, ASecondApplyChangesNothing) {
  apply();
  const std::string before = scalar("SELECT string_agg(e::text, ' ' ORDER BY id) FROM exchanges e");
  const auto plan = run("plan", {"--exit-code"});
  EXPECT_EQ(plan.exit_code, 0) << plan.output << plan.errors;
  apply();
  EXPECT_EQ(scalar("SELECT string_agg(e::text, ' ' ORDER BY id) FROM exchanges e"), before);
  EXPECT_EQ(run("check").exit_code, 0);
}

TEST_F(Exchange, AnEditedRowIsDriftAndItsOldValueIsNamed) {
  apply();
  database_.execute("UPDATE exchanges SET rest_url = 'https://other' WHERE name = 'binance'");
  EXPECT_EQ(run("check").exit_code, 2);
  const auto plan = run("plan", {"--color", "never"});
  EXPECT_NE(plan.output.find(
                "~ exchanges[name=binance].rest_url: https://other -> https://api.binance.com"),
            std::string::npos)
      << plan.output;
  EXPECT_NE(plan.output.find("overwrites-rows"), std::string::npos) << plan.output;
  EXPECT_EQ(run("check", {"--manage", "structure,comments"}).exit_code, 0);
  apply();
  EXPECT_EQ(scalar("SELECT rest_url FROM exchanges WHERE name = 'binance'"),
            "https://api.binance.com");
}

TEST_F(Exchange, ThePlanIsAScriptForPsql) {
  const auto plan = run("plan", {"--format", "sql"});
  ASSERT_EQ(plan.exit_code, 0) << plan.errors;
  database_.execute(plan.output);
  const auto check = run("check");
  EXPECT_EQ(check.exit_code, 0) << check.output << check.errors;
}

}  // namespace
}  // namespace schemadiff::testing
