// Owners and privileges: what files say of them, and what that means beside a database.
#include "engine/diff/access.h"

#include <gtest/gtest.h>

#include "engine/diff/differ.h"
#include "engine/objects/privilege/creation_grants.h"
#include "tests/support/parse_sql.h"

namespace schemadiff {
namespace {

using testing::parse_sql;

constexpr int kVersion = 150000;
const ObjectId kTable = object_id(Kind::table, "public", "t");

// "table public.t app: SELECT, INSERT(grant)": one line each, sorted.
std::string privileges(const Catalog& catalog) {
  std::string out;
  for (const Privilege* privilege : catalog.sorted<Privilege>()) {
    out += qualified_name(privilege->id.target()) + " " + privilege->id.grantee.str() + ":";
    for (const std::string& word : privilege->privileges) {
      out += " " + word + (contains(privilege->with_grant_option, word) ? "*" : "");
    }
    out += "\n";
  }
  return out;
}

std::string defaults(const Catalog& catalog) {
  std::string out;
  for (const DefaultPrivilege* privilege : catalog.sorted<DefaultPrivilege>()) {
    const ObjectId& id = privilege->id;
    out += id.name.str() + "/" + id.schema.str() + "/" + id.sub.str() + " " + id.grantee.str() +
           ": " + display(privilege->privileges) + "\n";
  }
  return out;
}

std::string parsed(const std::string& sql) {
  const auto result = parse_sql(sql);
  EXPECT_EQ(result.errors, "");
  return privileges(result.catalog);
}

// ---- files
TEST(GrantStatement, TheLastWordCounts) {
  EXPECT_EQ(parsed("CREATE TABLE t (a int); GRANT SELECT, INSERT ON t TO app, reader;"
                   "REVOKE INSERT ON t FROM reader; GRANT UPDATE ON t TO app WITH GRANT OPTION;"
                   "REVOKE GRANT OPTION FOR UPDATE ON t FROM app; GRANT DELETE ON t TO app WITH "
                   "GRANT OPTION; GRANT DELETE ON t TO app"),
            "public.t app: SELECT INSERT UPDATE DELETE*\n"
            "public.t reader: SELECT\n");
}

TEST(GrantStatement, MayStandBeforeWhatItIsAbout) {
  EXPECT_EQ(
      parsed("GRANT SELECT ON t TO app; REVOKE SELECT ON t FROM app; GRANT INSERT ON t TO app;"
             "CREATE TABLE t (a int)"),
      "public.t app: INSERT\n");
}

TEST(GrantStatement, AllInSchemaIsAboutWhatStandsAbove) {
  EXPECT_EQ(parsed("CREATE TABLE a (i int); CREATE VIEW v AS SELECT 1 AS x;"
                   "GRANT SELECT ON ALL TABLES IN SCHEMA public TO app;"
                   "CREATE TABLE b (i int)"),
            "public.a app: SELECT\n"
            "public.v app: SELECT\n");
  EXPECT_EQ(parsed("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';"
                   "CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1';"
                   "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO app;"
                   "GRANT EXECUTE ON ALL ROUTINES IN SCHEMA public TO reader"),
            "public.f() app: EXECUTE\n"
            "public.f() reader: EXECUTE\n"
            "public.p() reader: EXECUTE\n");
}

TEST(GrantStatement, RevokeOnATableIsOneOnItsColumns) {
  EXPECT_EQ(parsed("CREATE TABLE t (a int, b int); GRANT SELECT (a, b), UPDATE (a) ON t TO app;"
                   "GRANT SELECT (a) ON t TO reader; REVOKE SELECT ON t FROM app"),
            "public.t app:\n"
            "public.t.a app: UPDATE\n"
            "public.t.a reader: SELECT\n"
            "public.t.b app:\n");
}

TEST(GrantStatement, WhatIsDroppedOrRenamedTakesItsPrivilegesAlong) {
  EXPECT_EQ(parsed("CREATE TABLE t (a int); GRANT SELECT ON t TO app; DROP TABLE t;"
                   "CREATE TABLE t (a int); CREATE TABLE u (a int GENERATED ALWAYS AS IDENTITY);"
                   "GRANT SELECT (a) ON u TO app; GRANT USAGE ON SEQUENCE u_a_seq TO app;"
                   "ALTER TABLE u RENAME COLUMN a TO b; ALTER TABLE u RENAME TO w"),
            "public.w.b app: USAGE\n"
            "public.w.b app: SELECT\n");
}

TEST(GrantStatement, WrongPrivilegesAndNamesAreErrors) {
  EXPECT_EQ(parse_sql("CREATE TABLE t (a int);\nGRANT EXECUTE ON t TO app").errors,
            "2:1: EXECUTE is no privilege on a table\n");
  EXPECT_EQ(parse_sql("ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON TABLES TO app").errors,
            "1:1: EXECUTE is no privilege on TABLES\n");
  EXPECT_EQ(parse_sql("GRANT SELECT ON nowhere TO app").errors,
            "1:17: relation nowhere does not exist\n");
  EXPECT_EQ(parse_sql("CREATE TABLE t (a int);\nGRANT SELECT (b) ON t TO app").errors,
            "2:1: column b of table public.t does not exist\n");
}

TEST(GrantStatement, WhatMayComeWithAnExtensionIsNotManaged) {
  const auto result = parse_sql("CREATE EXTENSION hstore; GRANT SELECT ON geometry_columns TO app");
  EXPECT_EQ(result.errors, "");
  EXPECT_NE(result.warnings.find("belongs to extensions"), std::string::npos) << result.warnings;
}

TEST(DefaultPrivileges, HoldForWhatIsDeclaredBelow) {
  const auto result = parse_sql(
      "CREATE SCHEMA s; SET ROLE keeper; CREATE TABLE s.a (i int);"
      "ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT SELECT, INSERT ON TABLES TO app;"
      "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;"
      "CREATE TABLE s.b (i int); REVOKE INSERT ON s.b FROM app;"
      "CREATE FUNCTION s.f() RETURNS int LANGUAGE sql AS 'SELECT 1';"
      "RESET ROLE; CREATE TABLE s.c (i int)");
  EXPECT_EQ(result.errors, "");
  EXPECT_EQ(privileges(result.catalog),
            "s.f() public:\n"
            "s.b app: SELECT\n");
  EXPECT_EQ(defaults(result.catalog),
            "keeper//FUNCTIONS public: none\n"
            "keeper/s/TABLES app: SELECT, INSERT\n");
  const auto* owner = result.catalog.find<Owner>(object_id(Kind::table, "s", "b").owned());
  ASSERT_NE(owner, nullptr);
  EXPECT_EQ(owner->role, Identifier("keeper"));
  EXPECT_EQ(result.catalog.find<Owner>(object_id(Kind::table, "s", "c").owned()), nullptr);
}

TEST(DefaultPrivileges, OnesThatChangeNothingAreNone) {
  EXPECT_EQ(defaults(parse_sql("ALTER DEFAULT PRIVILEGES FOR ROLE keeper GRANT SELECT ON TABLES TO "
                               "app; ALTER DEFAULT PRIVILEGES FOR ROLE keeper REVOKE ALL ON TABLES "
                               "FROM app; ALTER DEFAULT PRIVILEGES FOR ROLE keeper GRANT EXECUTE "
                               "ON FUNCTIONS TO PUBLIC")
                         .catalog),
            "");
}

TEST(OwnerStatement, IsAnObjectForWhatHasAnOwner) {
  const auto result = parse_sql(
      "CREATE SCHEMA s AUTHORIZATION keeper; CREATE TABLE s.t (a int GENERATED ALWAYS AS IDENTITY);"
      "ALTER TABLE s.t OWNER TO app; ALTER TABLE s.t OWNER TO keeper;"
      "ALTER SEQUENCE s.t_a_seq OWNER TO keeper; CREATE TYPE s.c AS (a int);"
      "ALTER TYPE s.c OWNER TO app");
  EXPECT_EQ(result.errors, "");
  EXPECT_EQ(result.warnings, "");
  std::string owners;
  for (const Owner* owner : result.catalog.sorted<Owner>()) {
    owners += describe(owner->id) + ": " + owner->role.str() + "\n";
  }
  EXPECT_EQ(owners,
            "owner of schema s: keeper\n"
            "owner of composite type s.c: app\n"
            "owner of table s.t: keeper\n");
}

// ---- beside a database
class AccessTest : public ::testing::Test {
 protected:
  AccessTest() {
    system_.role = "me";
    system_.roles = {"me", "app", "reader", "keeper"};
  }

  void live_table(const ObjectId& id, const char* owner) {
    Table table;
    table.id = id;
    live_.add(table);
    Owner own;
    own.id = id.owned();
    own.role = owner;
    live_.add(own);
  }
  void live_grant(const ObjectId& target, const char* grantee, std::vector<std::string> words) {
    Privilege privilege;
    privilege.id = target.granted_to(grantee);
    privilege.privileges = std::move(words);
    live_.add(privilege);
  }
  void live_default(const char* role, const char* objects, const char* grantee,
                    std::vector<std::string> words) {
    DefaultPrivilege privilege;
    privilege.id = object_id(Kind::default_privilege, "public", role, objects);
    privilege.id.grantee = grantee;
    privilege.privileges = std::move(words);
    live_.add(privilege);
  }
  // What would change, one line each.
  std::string changes(const std::string& sql, Managed privileges = Managed::where_mentioned,
                      Managed owners = Managed::where_mentioned) {
    auto result = parse_sql(sql);
    EXPECT_EQ(result.errors, "");
    AccessOptions options;
    options.privileges = privileges;
    options.owners = owners;
    options.from_text = true;
    options.mentions = result.mentions;
    desired_ = std::move(result.catalog);
    settle_access(live_, desired_, options, system_, kVersion);
    std::string out;
    for (const Change& change : diff(live_, desired_)) {
      if (change.id.of == Kind::none && change.id.kind != Kind::default_privilege) continue;
      out += std::string(verb_word(change.verb)) + " " + describe(change.id) + "\n";
    }
    return out;
  }

  Catalog live_;
  Catalog desired_;  // of the last changes()
  SystemCatalog system_;
};

TEST_F(AccessTest, IsManagedWhereItIsMentioned) {
  const ObjectId view = object_id(Kind::view, "public", "v");
  live_table(kTable, "me");
  View object;
  object.id = view;
  live_.add(object);
  live_grant(kTable, "reader", {"SELECT"});
  live_grant(view, "reader", {"SELECT"});
  const std::string objects =
      "CREATE TABLE t (a int); CREATE TABLE u (a int);"
      "CREATE VIEW v AS SELECT 1 AS x;";
  EXPECT_EQ(changes(objects), "");
  EXPECT_EQ(changes(objects + "GRANT SELECT ON u TO app"),
            "drop privilege of reader on table public.t\n"
            "create privilege of app on table public.u\n");
  EXPECT_EQ(changes(objects + "GRANT SELECT ON u TO app", Managed::no), "");
  EXPECT_EQ(changes(objects, Managed::everywhere),
            "drop privilege of reader on table public.t\n"
            "drop privilege of reader on view public.v\n");
}

TEST_F(AccessTest, WhatIsNewGetsWhatTheFilesDefaultPrivilegesGive) {
  live_table(kTable, "me");
  live_grant(kTable, "reader", {"SELECT"});
  EXPECT_EQ(changes("SET ROLE me; CREATE TABLE before_it (a int);"
                    "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO app;"
                    "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;"
                    "CREATE TABLE t (a int); CREATE TABLE u (a int);"
                    "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                    Managed::where_mentioned, Managed::no),
            "create privilege of PUBLIC on function public.f()\n"
            "create privilege of app on table public.u\n"
            "create default privilege of PUBLIC on FUNCTIONS of me\n"
            "create default privilege of app on TABLES of me\n");
}

TEST_F(AccessTest, AnOwnerIsComparedWhereItIsStated) {
  live_table(kTable, "keeper");
  EXPECT_EQ(changes("CREATE TABLE t (a int)"), "");
  EXPECT_EQ(changes("CREATE TABLE t (a int); ALTER TABLE t OWNER TO app"),
            "alter owner of table public.t\n");
  EXPECT_EQ(changes("CREATE TABLE t (a int); ALTER TABLE t OWNER TO app", Managed::no, Managed::no),
            "");
  EXPECT_EQ(changes("CREATE TABLE t (a int)", Managed::no, Managed::everywhere),
            "alter owner of table public.t\n");
}

TEST_F(AccessTest, AGrantToTheOwnerSaysNothingNew) {
  live_table(kTable, "keeper");
  EXPECT_EQ(changes("CREATE TABLE t (a int); GRANT SELECT ON t TO keeper"), "");
  EXPECT_EQ(changes("CREATE TABLE t (a int); REVOKE ALL ON t FROM keeper; GRANT SELECT ON t TO "
                    "keeper"),
            "create privilege of the owner on table public.t\n");
}

TEST_F(AccessTest, OwnerToLeavesTheNewOwnerWhatTheOldOneHeld) {
  live_table(kTable, "app");
  const std::string table = "SET ROLE me; CREATE TABLE t (a int, b int);";
  EXPECT_EQ(changes(table + "REVOKE ALL ON t FROM me; ALTER TABLE t OWNER TO app"),
            "create privilege of the owner on table public.t\n");
  EXPECT_EQ(privileges(desired_), "public.t pg_owner:\n");
  EXPECT_EQ(changes(table + "GRANT SELECT ON t TO me, app; ALTER TABLE t OWNER TO app"), "");
  EXPECT_EQ(changes(table + "REVOKE ALL ON t FROM app; ALTER TABLE t OWNER TO app"), "");
  changes(table +
          "REVOKE ALL ON t FROM me; GRANT SELECT (a, b), UPDATE (a, b) ON t TO me; "
          "ALTER TABLE t OWNER TO app; REVOKE SELECT ON t FROM app; "
          "REVOKE UPDATE (b) ON t FROM app; GRANT DELETE ON t TO me, app");
  EXPECT_EQ(privileges(desired_),
            "public.t me: DELETE\n"
            "public.t pg_owner: DELETE\n"
            "public.t.a pg_owner: UPDATE\n");
  changes(table +
          "REVOKE ALL ON t FROM me; GRANT SELECT, DELETE ON t TO me; ALTER TABLE t OWNER TO "
          "keeper; REVOKE DELETE ON t FROM keeper; ALTER TABLE t OWNER TO app");
  EXPECT_EQ(privileges(desired_), "public.t pg_owner: SELECT\n");
}

TEST_F(AccessTest, TheNewOwnerInheritsWhatItHeld) {
  live_table(kTable, "keeper");
  live_grant(kTable, "app", {"SELECT"});
  EXPECT_EQ(changes("CREATE TABLE t (a int); ALTER TABLE t OWNER TO app", Managed::everywhere),
            "alter owner of table public.t\n");
}

TEST_F(AccessTest, WhatUnmanagedDefaultPrivilegesGaveIsLeftAlone) {
  const ObjectId other = object_id(Kind::table, "public", "u");
  live_table(kTable, "me");
  live_table(other, "me");
  live_default("me", "TABLES", "reader", {"SELECT"});
  live_grant(kTable, "reader", {"SELECT", "INSERT"});
  const std::string tables =
      "CREATE TABLE t (a int); CREATE TABLE u (a int); CREATE TABLE w (a int);";
  EXPECT_EQ(changes(tables + "GRANT SELECT ON t TO app"),
            "create privilege of app on table public.t\n"
            "create privilege of reader on table public.w\n");
  EXPECT_EQ(changes(tables + "REVOKE ALL ON w FROM reader"), "");
  EXPECT_EQ(changes(tables + "GRANT SELECT ON t TO app", Managed::everywhere),
            "create privilege of app on table public.t\n"
            "drop privilege of reader on table public.t\n"
            "drop default privilege of reader on TABLES of me in schema public\n");
}

TEST_F(AccessTest, NewObjectsGetWhatDefaultPrivilegesGive) {
  live_default("me", "TABLES", "reader", {"SELECT"});
  live_default("keeper", "TABLES", "app", {"SELECT"});
  const CreationGrants creation(live_, "me", kVersion);
  const auto grants = creation.of(kTable, "me");
  ASSERT_EQ(grants.size(), 1U);
  EXPECT_EQ(grants[0].first, kTable.granted_to("reader"));
  EXPECT_TRUE(creation.of(kTable, "reader").empty()) << "an owner has it anyway";
  EXPECT_TRUE(creation.of(object_id(Kind::table, "app", "t"), "me").empty());
}

TEST_F(AccessTest, RolesThatDoNotExistAreErrors) {
  Diagnostics problems;
  check_roles(parse_sql("CREATE TABLE t (a int); GRANT SELECT ON t TO nobody, PUBLIC, app;"
                        "ALTER TABLE t OWNER TO noone")
                  .catalog,
              system_, problems);
  ASSERT_EQ(problems.list().size(), 2U);
  EXPECT_EQ(problems.list()[0].message,
            "role noone does not exist on the server (owner of table public.t)");
  EXPECT_EQ(problems.list()[1].message,
            "role nobody does not exist on the server (privilege of nobody on table public.t)");
}

}  // namespace
}  // namespace schemadiff
