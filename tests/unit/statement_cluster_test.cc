// Subscriptions and roles as files declare them.
#include <gtest/gtest.h>

#include "engine/model/object_id.h"
#include "tests/support/parse_sql.h"

namespace schemadiff::testing {
namespace {

Subscription subscription(const std::string& sql, const std::string& name = "s") {
  const ParsedSql parsed = parse_sql(sql);
  EXPECT_EQ(parsed.errors, "");
  const auto* found = parsed.catalog.find<Subscription>(object_id(Kind::subscription, {}, name));
  return found == nullptr ? Subscription() : *found;
}

std::string errors(const std::string& sql) { return parse_sql(sql).errors; }

TEST(Subscriptions, AreReadInEveryField) {
  const Subscription read = subscription(
      "CREATE SUBSCRIPTION s CONNECTION 'host=a' PUBLICATION q, p WITH (slot_name = 'x', binary, "
      "streaming = parallel, synchronous_commit = local, two_phase = true, disable_on_error = on, "
      "password_required = false, run_as_owner, origin = none, failover = 1, copy_data = false)");
  EXPECT_EQ(read.connection.text, "host=a");
  EXPECT_EQ(read.publications, (std::vector<Identifier>{"p", "q"}));
  EXPECT_TRUE(read.enabled && read.connect && read.create_slot && !read.copy_data);
  EXPECT_EQ(read.slot_name, Identifier("x"));
  EXPECT_TRUE(read.binary && read.two_phase && read.disable_on_error && read.run_as_owner);
  EXPECT_TRUE(read.failover && !read.password_required);
  EXPECT_EQ(read.streaming, "parallel");
  EXPECT_EQ(read.synchronous_commit, "local");
  EXPECT_EQ(read.origin, "none");
}

TEST(Subscriptions, WithoutConnectingAreDisabledUntilEnabled) {
  const std::string create =
      "CREATE SUBSCRIPTION s CONNECTION 'host=a' PUBLICATION p WITH (connect = false);";
  const Subscription read = subscription(create);
  EXPECT_FALSE(read.enabled || read.create_slot || read.copy_data);
  EXPECT_EQ(read.slot_name, Identifier("s"));
  EXPECT_TRUE(subscription(create + "ALTER SUBSCRIPTION s ENABLE").enabled);
  EXPECT_FALSE(
      subscription(
          "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p; ALTER SUBSCRIPTION s DISABLE")
          .enabled);
}

TEST(Subscriptions, AreAltered) {
  const std::string create =
      "CREATE SUBSCRIPTION s CONNECTION 'host=a' PUBLICATION a, b WITH (connect = false);";
  EXPECT_EQ(subscription(create + "ALTER SUBSCRIPTION s CONNECTION 'host=b'").connection.text,
            "host=b");
  EXPECT_EQ(subscription(create + "ALTER SUBSCRIPTION s ADD PUBLICATION c").publications,
            (std::vector<Identifier>{"a", "b", "c"}));
  EXPECT_EQ(subscription(create + "ALTER SUBSCRIPTION s DROP PUBLICATION a").publications,
            (std::vector<Identifier>{"b"}));
  EXPECT_EQ(subscription(create + "ALTER SUBSCRIPTION s SET (slot_name = none)").slot_name,
            std::nullopt);
  EXPECT_FALSE(
      subscription(create + "ALTER SUBSCRIPTION s CONNECTION '(hidden)'").connection.known);
  EXPECT_TRUE(parse_sql(create + "DROP SUBSCRIPTION s").catalog.objects<Subscription>().empty());
}

TEST(Subscriptions, ThatNoServerWouldTakeAreErrors) {
  EXPECT_NE(errors("CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p WITH (slot_name = none)"),
            "");
  EXPECT_NE(errors("CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p WITH (connect = false, "
                   "enabled = true)"),
            "");
  EXPECT_NE(errors("CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p WITH (colour = red)"), "");
  EXPECT_NE(errors("ALTER SUBSCRIPTION s ENABLE"), "");
}

TEST(Roles, AreReadInEveryField) {
  const ParsedSql parsed = parse_sql(
      "CREATE USER a SUPERUSER CREATEROLE CREATEDB NOINHERIT REPLICATION BYPASSRLS CONNECTION "
      "LIMIT 3 VALID UNTIL '2030-01-01'; ALTER USER a SET search_path = x, y; ALTER ROLE a "
      "NOSUPERUSER; CREATE GROUP g ROLE a ADMIN b; ALTER GROUP g ADD USER c; ALTER GROUP g DROP "
      "USER a; GRANT g TO d, e WITH ADMIN OPTION; REVOKE ADMIN OPTION FOR g FROM e; "
      "REVOKE g FROM c;");
  EXPECT_EQ(parsed.errors, "");
  const auto* role = parsed.catalog.find<Role>(object_id(Kind::role, {}, "a"));
  ASSERT_NE(role, nullptr);
  EXPECT_TRUE(role->login && role->create_role && role->create_database && role->replication);
  EXPECT_TRUE(role->bypass_row_security && !role->superuser && !role->inherit);
  EXPECT_EQ(role->connection_limit, 3);
  EXPECT_EQ(role->valid_until.text, "'2030-01-01'");
  EXPECT_EQ(role->settings, (std::vector<std::string>{"search_path=x, y"}));
  std::string members;
  for (const Membership* membership : parsed.catalog.sorted<Membership>()) {
    members += membership->id.sub.str() + (membership->admin ? "+" : "") + " ";
  }
  EXPECT_EQ(members, "b+ d+ e ");
}

TEST(Roles, ThatAreSomebodyElsesAreLeftAlone) {
  const ParsedSql parsed = parse_sql(
      "CREATE TABLE t (a int); ALTER ROLE other LOGIN; ALTER ROLE other SET work_mem = 8; COMMENT "
      "ON ROLE other IS 'x'; ALTER ROLE other RENAME TO another");
  EXPECT_EQ(parsed.errors, "");
  EXPECT_TRUE(parsed.catalog.objects<Role>().empty());
  EXPECT_NE(parsed.warnings, "");
}

TEST(BaseTypes, FillInTheirShell) {
  const std::string functions =
      "CREATE FUNCTION i(cstring) RETURNS b LANGUAGE internal AS 'int4in';"
      "CREATE FUNCTION o(b) RETURNS cstring LANGUAGE internal AS 'int4out';";
  const ParsedSql parsed = parse_sql(
      "CREATE TYPE b;" + functions +
      "CREATE TYPE b (INPUT = i, OUTPUT = o, INTERNALLENGTH = 4, PASSEDBYVALUE, ALIGNMENT "
      "= char, STORAGE = plain, CATEGORY = 'N', PREFERRED = true, DEFAULT = 7);");
  EXPECT_EQ(parsed.errors, "");
  EXPECT_TRUE(parsed.catalog.objects<ShellType>().empty());
  const auto* type = parsed.catalog.find<BaseType>(object_id(Kind::base_type, "public", "b"));
  ASSERT_NE(type, nullptr);
  EXPECT_EQ(type->input, (QualifiedName{"public", "i"}));
  EXPECT_EQ(type->length, 4);
  EXPECT_EQ(type->by_value, true);
  EXPECT_EQ(type->alignment, "char");
  EXPECT_EQ(type->category, "N");
  EXPECT_EQ(type->default_value, "7");
  EXPECT_EQ(parse_sql("CREATE TYPE b").catalog.objects<ShellType>().size(), 1U);
  EXPECT_NE(errors("CREATE TYPE b (INPUT = i)"), "");
}

}  // namespace
}  // namespace schemadiff::testing
