// Hints at renames as a user meets them: in plans, their errors, and what is left of them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/run_schemadiff.h"
#include "tests/support/throwaway_cluster.h"

namespace schemadiff::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class RenameCommands : public ::testing::Test {
 protected:
  ProcessResult run(std::vector<std::string> arguments) const {
    ProcessOptions options;
    options.folder = folder_.path();
    return run_schemadiff(arguments, options);
  }
  ProcessResult on(const TestDatabase& database, std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(), {"--to", "schema.sql", "--db", database.url()});
    return run(arguments);
  }
  void git(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"git", "-c", "user.name=a", "-c", "user.email=a@b"});
    ProcessOptions options;
    options.folder = folder_.path();
    const auto result = run_process(arguments, options);
    ASSERT_TRUE(result && result->exit_code == 0) << (result ? result->errors : "no git");
  }
  TemporaryFolder folder_;
};

constexpr const char* kBeforeRename =
    "CREATE TABLE users (id serial PRIMARY KEY, title text UNIQUE);"
    "INSERT INTO users (title) VALUES ('a')";
constexpr const char* kAfterRename =
    "-- schemadiff: renamed from users\n"
    "CREATE TABLE people (\n"
    "  id serial PRIMARY KEY,\n"
    "  name text UNIQUE  -- schemadiff: renamed from title\n"
    ");\n";

TEST_F(RenameCommands, UnnamedConstraintsKeepTheirNames) {
  const TestDatabase database(kBeforeRename);
  folder_.write("schema.sql", kAfterRename);
  const auto apply = on(database, {"apply", "--auto-approve"});
  EXPECT_EQ(apply.exit_code, 0) << apply.output << apply.errors;
  EXPECT_EQ(database.scalar("SELECT name FROM people"), "a");
  EXPECT_EQ(database.scalar("SELECT string_agg(conname, ' ' ORDER BY conname) FROM pg_constraint "
                            "WHERE conrelid = 'people'::regclass AND contype IN ('p', 'u')"),
            "users_pkey users_title_key");
  EXPECT_EQ(database.scalar("SELECT pg_get_serial_sequence('people', 'id')"),
            "public.people_id_seq");
  const auto again = on(database, {"plan", "--exit-code"});
  EXPECT_EQ(again.exit_code, 0) << again.output;
  EXPECT_THAT(again.output, HasSubstr("note: schema.sql:1: this hint has done its work: table "
                                      "public.people is there"));
}

TEST_F(RenameCommands, AHintForAColumnThatStandsByItsTableIsAnError) {
  const TestDatabase database("CREATE TABLE users (id int, title text)");
  folder_.write("schema.sql",
                "-- schemadiff: renamed from title\n"
                "CREATE TABLE users (id int, name text);\n");
  const auto plan = on(database, {"plan"});
  EXPECT_EQ(plan.exit_code, 1) << plan.output;
  EXPECT_THAT(plan.errors, HasSubstr("schema.sql:1"));
  EXPECT_THAT(plan.errors, HasSubstr("table public.users is there, and was not called title; "
                                     "column public.users.title is"));
}

TEST_F(RenameCommands, AreShownInEveryFormat) {
  const TestDatabase database(kBeforeRename);
  folder_.write("schema.sql", kAfterRename);
  EXPECT_THAT(on(database, {"plan"}).output,
              HasSubstr("table public.people (is public.users now)"));
  EXPECT_THAT(on(database, {"plan", "--format", "sql"}).output,
              HasSubstr("ALTER TABLE public.users RENAME TO people;"));
  EXPECT_THAT(on(database, {"plan", "--format", "markdown"}).output, HasSubstr("public.users"));
  const auto json = nlohmann::json::parse(on(database, {"plan", "--format", "json"}).output);
  bool found = false;
  for (const auto& change : json.at("changes")) {
    if (change.at("verb") != "rename" || change.at("object").at("kind") != "column") continue;
    found = true;
    EXPECT_EQ(change.at("live_object").at("name"), "public.users.title") << change.dump();
  }
  EXPECT_TRUE(found) << json.dump(1);
  const auto check = on(database, {"check"});
  EXPECT_EQ(check.exit_code, 2);
}

TEST_F(RenameCommands, OnAnEmptyDatabaseAllIsMadeAnew) {
  const TestDatabase database;
  folder_.write("schema.sql", kAfterRename);
  const auto apply = on(database, {"apply", "--auto-approve"});
  EXPECT_EQ(apply.exit_code, 0) << apply.output << apply.errors;
  EXPECT_EQ(on(database, {"plan", "--exit-code"}).exit_code, 0);
}

TEST_F(RenameCommands, WrongHintsAreErrorsWithTheirPlaces) {
  const TestDatabase database(kBeforeRename);
  folder_.write("schema.sql",
                "-- schemadiff: renamed from user\n"
                "CREATE TABLE people (id integer);\n"
                "\n"
                "-- schemadiff: renamed from nothing\n"
                "\n");
  auto plan = on(database, {"plan"});
  EXPECT_EQ(plan.exit_code, 1);
  EXPECT_THAT(plan.errors, HasSubstr("schema.sql:4:1: error: this hint stands by nothing"));
  folder_.write("schema.sql",
                "-- schemadiff: renamed from user\nCREATE TABLE people (id integer);\n");
  plan = on(database, {"plan"});
  EXPECT_EQ(plan.exit_code, 1);
  EXPECT_THAT(plan.errors, HasSubstr("schema.sql:1:29: error: the database has neither table "
                                     "public.\"user\" nor table public.people"));
  EXPECT_THAT(plan.errors, HasSubstr("users"));
}

TEST_F(RenameCommands, StandInTheConfiguration) {
  const TestDatabase database(kBeforeRename);
  folder_.write("schema.sql", "CREATE TABLE people (id serial PRIMARY KEY, name text UNIQUE);");
  const std::string config =
      "files = [\"schema.sql\"]\n"
      "[[rename]]\nkind = \"table\"\nfrom = \"users\"\nto = \"people\"\n"
      "[[rename]]\nkind = \"column\"\nfrom = \"title\"\nto = \"people.";
  folder_.write("schemadiff.toml", config + "name\"\n");
  auto plan = run({"plan", "--db", database.url(), "--format", "sql"});
  EXPECT_EQ(plan.exit_code, 0) << plan.errors;
  EXPECT_THAT(plan.output, HasSubstr("RENAME COLUMN title TO name"));
  EXPECT_THAT(plan.output, Not(HasSubstr("DROP")));
  folder_.write("schemadiff.toml", config + "nam\"\n");
  plan = run({"plan", "--db", database.url()});
  EXPECT_EQ(plan.exit_code, 1);
  EXPECT_THAT(plan.errors,
              HasSubstr("schemadiff.toml:6:1: error: column public.people.nam is not in"));
}

TEST_F(RenameCommands, AreNoDataLossBetweenRevisions) {
  folder_.write("schema.sql", "CREATE TABLE users (id integer, title text);\n");
  git({"init", "-q"});
  git({"add", "."});
  git({"commit", "-q", "-m", "one"});
  folder_.write("schema.sql", "CREATE TABLE people (id integer, name text);\n");
  EXPECT_EQ(run({"check", "--to", "schema.sql", "--since", "git:HEAD"}).exit_code, 2);
  folder_.write("schema.sql",
                "-- schemadiff: renamed from users\nCREATE TABLE people (id integer,\n"
                "  name text -- schemadiff: renamed from title\n);\n");
  const auto check = run({"check", "--to", "schema.sql", "--since", "git:HEAD"});
  EXPECT_EQ(check.exit_code, 0) << check.output << check.errors;
  EXPECT_THAT(check.output, Not(HasSubstr("data-loss")));
}

TEST_F(RenameCommands, LintReadsThemToo) {
  folder_.write("schema.sql",
                "CREATE TABLE people (id integer PRIMARY KEY);\n\n-- schemadiff: renamed from a\n");
  const auto lint = run({"lint", "schema.sql"});
  EXPECT_EQ(lint.exit_code, 1);
  EXPECT_THAT(lint.errors, HasSubstr("schema.sql:3:1: error: this hint stands by nothing"));
}

TEST_F(RenameCommands, WhatLooksLikeOneIsPointedOut) {
  const TestDatabase database("CREATE TABLE t (id integer, title text); CREATE TABLE a (x int)");
  folder_.write("schema.sql", "CREATE TABLE t (id integer, name text);\nCREATE TABLE b (x int);\n");
  const auto plan = on(database, {"plan"});
  EXPECT_THAT(plan.output, HasSubstr("column public.t.name is new, and column public.t.title"));
  EXPECT_THAT(plan.output, HasSubstr("-- schemadiff: renamed from title"));
  EXPECT_THAT(plan.output, HasSubstr("-- schemadiff: renamed from a"));
  EXPECT_THAT(on(database, {"plan", "--format", "markdown"}).output,
              HasSubstr("schema.sql:1: column public.t.name is new"));
  EXPECT_EQ(on(database, {"apply", "--auto-approve"}).exit_code, 3);
}

TEST_F(RenameCommands, LeaveWhatIsNotOursWorking) {
  const TestDatabase database(
      "CREATE TABLE t (a integer); CREATE SCHEMA other; CREATE VIEW other.v AS SELECT a FROM t");
  folder_.write("schema.sql", "CREATE TABLE t (\n  b integer -- schemadiff: renamed from a\n);\n");
  EXPECT_EQ(on(database, {"apply", "--auto-approve"}).exit_code, 0);
  EXPECT_EQ(database.scalar("SELECT count(a) FROM other.v"), "0");
  // It would have to be made again, and its text would be needed under the new name.
  folder_.write("schema.sql", "CREATE TABLE t (\n  c bigint -- schemadiff: renamed from b\n);\n");
  const auto apply = on(database, {"apply", "--auto-approve"});
  EXPECT_EQ(apply.exit_code, 3) << apply.output << apply.errors;
  EXPECT_THAT(apply.output, HasSubstr("view other.v depends on column public.t.c"));
  EXPECT_THAT(apply.output, HasSubstr("is left alone"));
}

}  // namespace
}  // namespace schemadiff::testing
