// Comments that say what something was called: what they are about, and what they mean for a live
// state.
#include "parser/rename_hints.h"

#include <gtest/gtest.h>

#include "engine/diff/rename_hints.h"
#include "engine/model/builtin_system_catalog.h"
#include "parser/parser.h"
#include "tests/support/parse_sql.h"

namespace schemadiff::testing {
namespace {

std::string messages(const SourceSet& sources, const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    const SourcePosition place = sources.position(diagnostic.where);
    const char* word = diagnostic.severity == Severity::error ? "error" : "note";
    out += std::to_string(place.line) + ":" + std::to_string(place.column) + ": " + word + ": " +
           diagnostic.message + "\n";
  }
  return out;
}

struct Desired {
  ParsedSources parsed;
  Catalog catalog;
  Diagnostics problems;
};

Desired read(const std::string& sql) {
  Desired out;
  SourceSet sources;
  EXPECT_TRUE(sources.add_text("a.sql", sql, out.problems));
  out.parsed = parse_trees(std::move(sources), 1);
  EXPECT_FALSE(out.parsed.diagnostics.has_errors());
  out.catalog = build_catalog(out.parsed, builtin_system_catalog(), out.problems).catalog;
  return out;
}

// "column public.t.b: a", a line each, and what is wrong.
std::string hints(const std::string& sql) {
  const Desired desired = read(sql);
  Diagnostics problems;
  std::string out;
  for (const RenameHint& hint : rename_hints(desired.parsed, desired.catalog, problems)) {
    out += describe_renamed(desired.catalog, hint.target) + ": " +
           (hint.schema.empty() ? "" : hint.schema.str() + ".") + hint.name.str() + "\n";
  }
  return out + messages(desired.parsed.sources, problems);
}

// "table public.a -> table public.b", a line each, and what is said of hints.
std::string resolved(const std::string& before, const std::string& after) {
  const Desired desired = read(after);
  const Catalog live = parse_sql(before).catalog;
  Diagnostics problems;
  const auto list = rename_hints(desired.parsed, desired.catalog, problems);
  ScopeOptions options;
  options.only = {ObjectPattern::everything()};
  ResolvedHints found = resolve_hints(list, live, desired.catalog, Scope(options));
  std::string out;
  for (const Rename& rename : found.renames.list()) {
    out += describe_renamed(live, rename.from) + " -> " +
           describe_renamed(desired.catalog, rename.to) + "\n";
  }
  problems.append(std::move(found.problems));
  problems.append(std::move(found.notes));
  return out + messages(desired.parsed.sources, problems);
}

TEST(RenameHints, AreRefusedForAColumnThatATableBelowHasFromTwo) {
  const std::string tables =
      "b (x int); CREATE TABLE c () INHERITS (a); CREATE TABLE d () INHERITS (a, b)";
  EXPECT_EQ(resolved("CREATE TABLE a (x int); CREATE TABLE " + tables,
                     "CREATE TABLE a (\n y int -- schemadiff: renamed from x\n);\nCREATE TABLE " +
                         tables),
            "2:36: error: column public.a.x can't be renamed: public.d has it from public.b too, "
            "and PostgreSQL renames no such\n");
}

TEST(RenameHints, StandAboveOrBehindAStatement) {
  EXPECT_EQ(hints("-- schemadiff: renamed from a\nCREATE TABLE b (x int);"), "table public.b: a\n");
  EXPECT_EQ(hints("CREATE TABLE b (x int); -- schemadiff: renamed from a"), "table public.b: a\n");
  EXPECT_EQ(hints("CREATE TABLE b ( -- schemadiff: renamed from a\n x int);"),
            "table public.b: a\n");
  EXPECT_EQ(
      hints("-- schemadiff: renamed from s.a (since May)\n-- more\nCREATE VIEW v AS SELECT 1 a;"),
      "view public.v: s.a\n");
  EXPECT_EQ(hints("CREATE TABLE t (a serial);\n"
                  "-- schemadiff: renamed from \"Old Name\"\n"
                  "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0);"),
            "constraint public.t.c: Old Name\n");
  EXPECT_EQ(
      hints("CREATE TABLE t (a int);\nCREATE INDEX i ON t (a); -- schemadiff: renamed from J"),
      "index public.i: j\n");
}

TEST(RenameHints, InsideAreAboutALine) {
  EXPECT_EQ(hints("CREATE TABLE t (\n"
                  "  a serial PRIMARY KEY, -- schemadiff: renamed from x\n"
                  "  -- schemadiff: renamed from y\n"
                  "  b int DEFAULT 1,\n"
                  "  CONSTRAINT c CHECK (a > b) -- schemadiff: renamed from z\n"
                  ");"),
            "column public.t.a: x\ncolumn public.t.b: y\nconstraint public.t.c: z\n");
  EXPECT_EQ(hints("CREATE TYPE e AS ENUM (\n"
                  "  'a', -- schemadiff: renamed from 'It''s'\n"
                  "  'B' -- schemadiff: renamed from Old\n"
                  ");"),
            "label 'a' of enum public.e: It's\nlabel 'B' of enum public.e: Old\n");
  EXPECT_EQ(hints("CREATE TYPE c AS (\n  a int, -- schemadiff: renamed from x\n  b int);"),
            "attribute public.c.a: x\n");
  EXPECT_EQ(hints("CREATE VIEW v AS SELECT\n  1 AS a, -- schemadiff: renamed from x\n  2 AS b;"),
            "column public.v.a: x\n");
}

TEST(RenameHints, StandInBlockCommentsOfOneLine) {
  EXPECT_EQ(hints("/* schemadiff: renamed from a */\nCREATE TABLE b (x int);"),
            "table public.b: a\n");
  EXPECT_EQ(hints("CREATE TABLE b (x int); /* schemadiff: renamed from a (why) */"),
            "table public.b: a\n");
  EXPECT_EQ(hints("/* schemadiff: renamed from a */ CREATE TABLE b (x int);"),
            "table public.b: a\n");
  EXPECT_EQ(hints("CREATE TABLE t (\n"
                  "  a int, /* schemadiff: renamed from x */\n"
                  "  /* schemadiff: renamed from y */\n"
                  "  -- more\n"
                  "  b int, -- and more\n"
                  "  c int /* schemadiff: renamed from z */);"),
            "column public.t.a: x\ncolumn public.t.b: y\ncolumn public.t.c: z\n");
  EXPECT_EQ(hints("/* write schemadiff: renamed from x */\nCREATE TABLE b (x int);"), "");
}

TEST(RenameHints, AreNotReadInStrings) {
  EXPECT_EQ(hints("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$\n"
                  "-- schemadiff: renamed from x\nSELECT 1 $$;"),
            "");
}

TEST(RenameHints, ThatStandByNothingAreErrors) {
  EXPECT_EQ(hints("-- schemadiff: renamed from a\n\nCREATE TABLE b (x int);"),
            "1:1: error: this hint stands by nothing that can be renamed\n");
  EXPECT_EQ(hints("CREATE TABLE t (\n  a int\n  -- schemadiff: renamed from x\n);"),
            "3:3: error: this hint stands by nothing that can be renamed\n");
  EXPECT_EQ(hints("CREATE TYPE e AS ENUM (\n 'a', 'b' -- schemadiff: renamed from 'x'\n);"),
            "2:11: error: this hint stands by nothing that can be renamed\n");
  EXPECT_EQ(hints("CREATE TABLE b (x int); -- schemadiff: renamed from"),
            "1:28: error: the old name is missing\n");
  EXPECT_EQ(hints("CREATE TABLE b (x int); -- schemadiff: renamed a"),
            "1:28: error: this hint does not say from what\n");
  EXPECT_EQ(hints("CREATE TABLE b (x int); -- schemadiff: renamed from the old"),
            "1:57: error: what stands behind the old name is not understood\n");
}

TEST(RenameHints, ThatHaveWorkToDo) {
  EXPECT_EQ(resolved("CREATE TABLE a (x int, y int);",
                     "-- schemadiff: renamed from a\nCREATE TABLE b (\n"
                     "  z int, -- schemadiff: renamed from x\n  y int);"),
            "table public.a -> table public.b\ncolumn public.a.x -> column public.b.z\n");
  EXPECT_EQ(resolved("CREATE TABLE a (x serial);",
                     "-- schemadiff: renamed from a\nCREATE TABLE b (x serial);"),
            "table public.a -> table public.b\n"
            "sequence public.a_x_seq -> sequence public.b_x_seq\n");
  EXPECT_EQ(resolved("CREATE TABLE a (x int); CREATE TABLE b (y int);",
                     "-- schemadiff: renamed from a\nCREATE TABLE b (x int);\n"
                     "-- schemadiff: renamed from b\nCREATE TABLE c (y int);"),
            "table public.a -> table public.b\ntable public.b -> table public.c\n");
  EXPECT_EQ(
      resolved("CREATE TYPE a AS ENUM ('x'); CREATE FUNCTION f(a) RETURNS int LANGUAGE sql AS '1';",
               "-- schemadiff: renamed from a\nCREATE TYPE b AS ENUM ('x');\n"
               "-- schemadiff: renamed from f\n"
               "CREATE FUNCTION g(b) RETURNS int LANGUAGE sql AS '1';"),
      "enum public.a -> enum public.b\n"
      "function public.f(public.a) -> function public.g(public.b)\n");
}

TEST(RenameHints, ThatHaveDoneTheirWork) {
  EXPECT_EQ(resolved("CREATE TABLE b (z int);",
                     "-- schemadiff: renamed from a\nCREATE TABLE b (\n"
                     "  z int -- schemadiff: renamed from x\n);"),
            "1:29: note: this hint has done its work: table public.b is there\n"
            "3:37: note: this hint has done its work: column public.b.z is there\n");
  // The chain of above, a plan later.
  EXPECT_EQ(resolved("CREATE TABLE b (x int); CREATE TABLE c (y int);",
                     "-- schemadiff: renamed from a\nCREATE TABLE b (x int);\n"
                     "-- schemadiff: renamed from b\nCREATE TABLE c (y int);"),
            "1:29: note: this hint has done its work: table public.b is there\n"
            "3:29: note: this hint has done its work: table public.c is there\n");
}

TEST(RenameHints, OnAnEmptyDatabaseAllIsMadeAnew) {
  EXPECT_EQ(resolved("",
                     "-- schemadiff: renamed from a\nCREATE TABLE b (\n"
                     "  z int -- schemadiff: renamed from x\n);"),
            "1:29: note: the database has no table public.a: table public.b is made anew\n");
}

TEST(RenameHints, ThatMatchNothingThoughSomethingIsDroppedAreErrors) {
  EXPECT_EQ(
      resolved("CREATE TABLE users (x int);",
               "-- schemadiff: renamed from user\nCREATE TABLE people (x int);"),
      "1:29: error: the database has neither table public.\"user\" nor table public.people\n");
  EXPECT_EQ(
      resolved("CREATE TABLE t (title text, b int);",
               "CREATE TABLE t (\n  b int,\n  -- schemadiff: renamed from titel\n  name text);"),
      "3:31: error: the database has neither column public.t.titel nor column "
      "public.t.name\n");
  EXPECT_EQ(resolved("CREATE TYPE e AS ENUM ('a', 'b');",
                     "CREATE TYPE e AS ENUM (\n 'a',\n 'c' -- schemadiff: renamed from 'B'\n);"),
            "3:34: error: the database has neither label 'B' of enum public.e nor label 'c' of "
            "enum public.e\n");
}

TEST(RenameHints, ThatAreAmbiguousAreErrors) {
  EXPECT_EQ(resolved("CREATE TABLE a (x int); CREATE TABLE b (x int);",
                     "-- schemadiff: renamed from a\nCREATE TABLE b (x int);"),
            "1:29: error: the database has both table public.a and table public.b\n");
  EXPECT_EQ(resolved("CREATE TABLE a (x int);",
                     "-- schemadiff: renamed from a\nCREATE TABLE b (x int);\n"
                     "-- schemadiff: renamed from a\nCREATE TABLE c (x int);"),
            "table public.a -> table public.b\n"
            "3:29: error: table public.a can't become two things\n"
            "1:29: note: this is the other hint\n");
  EXPECT_EQ(resolved("CREATE TABLE a (x int); CREATE TABLE b (x int);",
                     "-- schemadiff: renamed from a\nCREATE TABLE b (x int);\n"
                     "-- schemadiff: renamed from b\nCREATE TABLE a (x int);"),
            "1:29: error: table public.b and table public.a can't change their names in one plan: "
            "what they are like does not tell whether that is done\n"
            "3:29: error: table public.a and table public.b can't change their names in one plan: "
            "what they are like does not tell whether that is done\n");
}

TEST(RenameHints, TakeNamesThatOthersGiveUp) {
  // What has it is dropped.
  EXPECT_EQ(resolved("CREATE TABLE a (x int); CREATE TABLE b (y int);",
                     "-- schemadiff: renamed from a\nCREATE TABLE b (x int);"),
            "table public.a -> table public.b\ntable public.b -> table public.b_old\n"
            "1:29: note: table public.b is dropped: table public.a takes its name\n");
  EXPECT_EQ(resolved("CREATE TABLE a (x int); CREATE INDEX b ON a (x);",
                     "-- schemadiff: renamed from a\nCREATE TABLE b (x int);"),
            "table public.a -> table public.b\nindex public.b -> index public.b_old\n"
            "1:29: note: index public.b is dropped: table public.a takes its name\n");
  // Another has the old name.
  const std::string both =
      "-- schemadiff: renamed from a\nCREATE TABLE b (x int);\nCREATE TABLE a (z int);";
  EXPECT_EQ(resolved("CREATE TABLE a (x int);", both),
            "table public.a -> table public.b\n"
            "1:29: note: table public.a becomes table public.b, and another takes its old name\n");
  EXPECT_EQ(resolved("CREATE TABLE a (z int); CREATE TABLE b (x int);", both),
            "1:29: note: this hint has done its work: table public.b is there\n");
}

TEST(RenameHints, ChangeNamesWithEachOther) {
  const std::string after =
      "-- schemadiff: renamed from a\nCREATE TABLE b (x int);\n"
      "-- schemadiff: renamed from b\nCREATE TABLE a (y int);";
  EXPECT_EQ(resolved("CREATE TABLE a (x int); CREATE TABLE b (y int);", after),
            "table public.a -> table public.b\ntable public.b -> table public.a\n");
  EXPECT_EQ(resolved("CREATE TABLE a (y int); CREATE TABLE b (x int);", after),
            "1:29: note: this hint has done its work: table public.b is there\n"
            "3:29: note: this hint has done its work: table public.a is there\n");
  // A hint that stays does not bring them back, whatever else is changed later.
  EXPECT_EQ(resolved("CREATE TABLE a (y int, z int); CREATE TABLE b (x int, w int);", after),
            "1:29: note: this hint has done its work: table public.b is there\n"
            "3:29: note: this hint has done its work: table public.a is there\n");
}

TEST(RenameHints, ThatAskForTheImpossibleAreErrors) {
  EXPECT_EQ(resolved("CREATE VIEW a AS SELECT 1 x;",
                     "-- schemadiff: renamed from a\nCREATE TABLE b (x int);"),
            "1:29: error: view public.a can't become table public.b by a rename\n");
  EXPECT_EQ(resolved("CREATE TABLE a (x int);",
                     "CREATE TABLE a (\n  y int -- schemadiff: renamed from b.x\n);"),
            "2:37: error: column public.a.y can't come from another place: only its own name may "
            "be old\n");
}

TEST(RenameEntries, NameObjectsOfTheDesiredState) {
  const Desired desired = read(
      "CREATE TABLE t (a int, CONSTRAINT c CHECK (a > 0)); CREATE TYPE e AS ENUM ('X');"
      "CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS '1';"
      "CREATE FUNCTION f(text) RETURNS int LANGUAGE sql AS '1'; CREATE SCHEMA s;"
      "CREATE TABLE s.t (a int);");
  const auto found = [&](const char* kind, const char* from, const char* to) {
    Diagnostics problems;
    std::string out;
    const std::vector<RenameEntry> entries = {{kind, from, to, {}}};
    for (const RenameHint& hint : rename_hints(entries, desired.catalog, problems)) {
      out += describe_renamed(desired.catalog, hint.target) + ": " +
             (hint.schema.empty() ? "" : hint.schema.str() + ".") + hint.name.str();
    }
    for (const Diagnostic& problem : problems.list()) out += problem.message;
    return out;
  };
  EXPECT_EQ(found("table", "old.u", "public.t"), "table public.t: old.u");
  EXPECT_EQ(found("column", "b", "s.t.a"), "column s.t.a: b");
  EXPECT_EQ(found("constraint", "b", "public.t.c"), "constraint public.t.c: b");
  EXPECT_EQ(found("label", "'y'", "e.'X'"), "label 'X' of enum public.e: y");
  EXPECT_EQ(found("type", "d", "e"), "enum public.e: d");
  EXPECT_EQ(found("function", "g", "f(text)"), "function public.f(text): g");
  EXPECT_EQ(found("function", "g", "f"), "rename: the desired state has more than one function f");
  EXPECT_EQ(found("table", "u", "t"), "rename: the desired state has more than one table t");
  EXPECT_EQ(found("table", "u", "v"), "rename: the desired state has no table v");
  EXPECT_EQ(found("tabel", "u", "t"), "rename: there is no kind \"tabel\" to rename");
  EXPECT_EQ(found("table", "u v", "t"), "rename: \"u v\" is no name");
}

}  // namespace
}  // namespace schemadiff::testing
