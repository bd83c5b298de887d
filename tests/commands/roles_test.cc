// Roles are of the whole cluster: they are managed on demand only, and nobody else's is touched.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/run_schemadiff.h"
#include "tests/support/throwaway_cluster.h"

namespace schemadiff::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// Roles with a name of this test's own, gone when it ends: other tests share the server.
class Roles : public ::testing::Test {
 protected:
  ~Roles() override {
    for (const char* role : {"boss", "clerk", "staff", "guest"}) {
      try {
        database_.execute("DROP OWNED BY " + name(role) + "; DROP ROLE " + name(role));
      } catch (const std::runtime_error&) {
        // It was never made.
      }
    }
  }

  std::string name(const std::string& role) const { return database_.name() + "_" + role; }

  // "@boss" is the role boss of this test.
  std::string filled(std::string text) const {
    for (size_t at = 0; (at = text.find('@', at)) != std::string::npos;) {
      text.replace(at, 1, database_.name() + "_");
    }
    return text;
  }

  ProcessResult run(const std::string& command, const std::string& sql,
                    const std::vector<std::string>& more = {"--manage", "all,roles"}) {
    std::vector<std::string> arguments = {command, "--to", folder_.write("schema.sql", filled(sql)),
                                          "--db", database_.conninfo()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_schemadiff(arguments);
  }

  void apply(const std::string& sql) {
    const auto done =
        run("apply", sql, {"--manage", "all,roles", "--auto-approve", "--allow", "widens-access"});
    ASSERT_EQ(done.exit_code, 0) << done.output << done.errors;
    const auto again = run("check", sql);
    EXPECT_EQ(again.exit_code, 0) << again.output << again.errors;
  }

  std::string attributes(const std::string& role) const {
    return database_.scalar(
        "SELECT concat_ws(' ', rolcanlogin, rolcreatedb, rolcreaterole, rolinherit, rolconnlimit, "
        "rolvaliduntil AT TIME ZONE 'UTC', rolconfig) FROM pg_roles WHERE rolname = '" +
        name(role) + "'");
  }

  TestDatabase database_;
  TemporaryFolder folder_;
};

constexpr const char* kDeclared = R"sql(
  CREATE ROLE @boss LOGIN CREATEDB CREATEROLE CONNECTION LIMIT 5
      VALID UNTIL '2040-01-01 00:00:00+00';
  CREATE ROLE @staff NOINHERIT;
  CREATE USER @clerk IN ROLE @staff;
  ALTER ROLE @clerk SET search_path = app, public;
  ALTER ROLE @clerk SET work_mem = '8MB';
  GRANT @staff TO @boss WITH ADMIN OPTION;
  COMMENT ON ROLE @boss IS 'knows it all';
  CREATE TABLE orders (id int PRIMARY KEY);
  ALTER TABLE orders OWNER TO @boss;
  GRANT SELECT ON orders TO @staff;
  CREATE POLICY own ON orders TO @clerk USING (true);
)sql";

TEST_F(Roles, AreMadeOnDemand) {
  apply(kDeclared);
  EXPECT_EQ(attributes("boss"), "t t t t 5 2040-01-01 00:00:00");
  EXPECT_EQ(attributes("staff"), "f f f f -1");
  EXPECT_EQ(attributes("clerk"), "t f f t -1 {\"search_path=app, public\",work_mem=8MB}");
  EXPECT_EQ(database_.scalar(filled("SELECT string_agg(admin_option::text, ',' ORDER BY "
                                    "admin_option) FROM pg_auth_members WHERE roleid = "
                                    "'@staff'::regrole")),
            "false,true");
}

TEST_F(Roles, ChangeInEveryField) {
  apply(kDeclared);
  apply(R"sql(
    CREATE ROLE @boss NOLOGIN NOCREATEDB CONNECTION LIMIT 6 VALID UNTIL '2041-01-01 00:00:00+00';
    CREATE ROLE @staff INHERIT LOGIN VALID UNTIL 'infinity';
    CREATE ROLE @clerk;
    ALTER ROLE @clerk SET work_mem = '9MB';
    GRANT @staff TO @boss;
    GRANT @boss TO @clerk;
    CREATE TABLE orders (id int PRIMARY KEY);
    ALTER TABLE orders OWNER TO @boss;
  )sql");
  EXPECT_EQ(attributes("boss"), "f f f t 6 2041-01-01 00:00:00");
  EXPECT_EQ(attributes("staff"), "t f f t -1");
  EXPECT_EQ(attributes("clerk"), "f f f t -1 {work_mem=9MB}");
  // clerk is in staff no more, for both are declared.
  EXPECT_EQ(database_.scalar(filled(
                "SELECT string_agg(format('%s in %s %s', member::regrole, roleid::regrole, "
                "admin_option), ', ' ORDER BY roleid::regrole::text) FROM pg_auth_members WHERE "
                "roleid IN ('@boss'::regrole, '@staff'::regrole)")),
            filled("@clerk in @boss f, @boss in @staff f"));
}

TEST_F(Roles, AreRenamedByAHintWithAllThatNamesThem) {
  apply(kDeclared);
  std::string renamed = kDeclared;
  for (size_t at = 0; (at = renamed.find("@clerk", at)) != std::string::npos;) {
    renamed.replace(at, std::string("@clerk").size(), "@guest");
  }
  const std::string target = "CREATE USER @guest";
  renamed.insert(renamed.find(target), "-- schemadiff: renamed from @clerk\n");
  const auto plan = run("plan", renamed, {"--manage", "all,roles", "--format", "sql"});
  EXPECT_THAT(plan.output, HasSubstr(filled("ALTER ROLE @clerk RENAME TO @guest;")));
  EXPECT_THAT(plan.output, Not(HasSubstr("GRANT"))) << plan.output;
  EXPECT_THAT(plan.output, Not(HasSubstr("POLICY"))) << plan.output;
  apply(renamed);
}

TEST_F(Roles, OfOthersAreLeftAlone) {
  database_.execute(filled("CREATE ROLE @guest; CREATE ROLE @staff; GRANT @staff TO @guest"));
  const std::string sql = "CREATE ROLE @staff; CREATE TABLE t (id int);";
  const auto plan = run("plan", sql, {"--manage", "all,roles", "--schema", "*", "-v"});
  EXPECT_THAT(plan.output, Not(HasSubstr("DROP ROLE"))) << plan.output;
  EXPECT_THAT(plan.output, Not(HasSubstr("REVOKE"))) << plan.output;
  EXPECT_THAT(plan.output, HasSubstr(filled("role @guest"))) << plan.output;
}

TEST_F(Roles, AreNotTouchedUnlessAskedFor) {
  for (const char* manage : {"all", "structure"}) {
    const auto plan = run("plan", "CREATE ROLE @guest; CREATE TABLE t (id int);",
                          {"--manage", manage, "--schema", "*"});
    EXPECT_EQ(plan.exit_code, 0) << plan.errors;
    EXPECT_THAT(plan.output, Not(HasSubstr("CREATE ROLE")));
    EXPECT_THAT(plan.errors, HasSubstr("--manage roles"));
  }
}

TEST_F(Roles, PowerNeedsAnAllowance) {
  const std::string sql = "CREATE ROLE @boss SUPERUSER; CREATE TABLE t (id int);";
  const auto refused = run("apply", sql, {"--manage", "all,roles", "--auto-approve"});
  EXPECT_EQ(refused.exit_code, 3) << refused.output;
  EXPECT_THAT(refused.output, HasSubstr(filled("--allow widens-access:role:@boss")));
  EXPECT_EQ(database_.scalar(filled("SELECT count(*) FROM pg_roles WHERE rolname = '@boss'")), "0");
}

TEST_F(Roles, PasswordsAreNeitherReadNorShown) {
  const auto plan =
      run("plan", "CREATE ROLE @guest LOGIN PASSWORD 'SESAME'; CREATE TABLE t (id int);");
  EXPECT_EQ(plan.exit_code, 0) << plan.errors;
  EXPECT_THAT(plan.errors, HasSubstr("neither compared nor set"));
  EXPECT_THAT(plan.output + plan.errors, Not(HasSubstr("SESAME")));
}

TEST_F(Roles, AreInADumpOnDemand) {
  database_.execute(filled("CREATE ROLE @guest LOGIN; COMMENT ON ROLE @guest IS 'visits'"));
  const auto without = run_schemadiff({"dump", "--db", database_.conninfo(), "--manage", "all"});
  EXPECT_THAT(without.output, Not(HasSubstr("ROLE")));
  const auto with = run_schemadiff({"dump", "--db", database_.conninfo(), "--manage", "all,roles"});
  EXPECT_THAT(with.output, HasSubstr(filled("CREATE ROLE @guest LOGIN;")));
  EXPECT_THAT(with.output, HasSubstr(filled("COMMENT ON ROLE @guest IS 'visits';")));
}

}  // namespace
}  // namespace schemadiff::testing
