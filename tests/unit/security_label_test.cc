// No provider of labels comes with PostgreSQL's packages: what one would store is put into the
// catalog by hand, and the statements are looked at.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/model/object_id.h"
#include "tests/support/parse_sql.h"
#include "tests/support/run_schemadiff.h"
#include "tests/support/throwaway_cluster.h"

namespace schemadiff::testing {
namespace {

using ::testing::HasSubstr;

constexpr const char* kObjects = R"sql(
  CREATE TABLE public.t (id int, secret text);
  CREATE VIEW public.v AS SELECT id FROM public.t;
  CREATE FUNCTION public.f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
  CREATE TYPE public.mood AS ENUM ('sad');
  CREATE SEQUENCE public.s;
)sql";

TEST(SecurityLabels, AreObjectsOfTheirOwn) {
  const ParsedSql parsed = parse_sql(std::string(kObjects) +
                                     "SECURITY LABEL FOR dummy ON TABLE public.t IS 'secret';"
                                     "SECURITY LABEL FOR other ON TABLE public.t IS 'open';"
                                     "SECURITY LABEL FOR dummy ON COLUMN public.t.id IS 'x';"
                                     "SECURITY LABEL FOR dummy ON FUNCTION f(int) IS 'x';"
                                     "SECURITY LABEL FOR dummy ON TYPE public.mood IS 'x';"
                                     "SECURITY LABEL FOR dummy ON SEQUENCE public.s IS 'x';"
                                     "SECURITY LABEL FOR dummy ON SEQUENCE public.s IS NULL;");
  EXPECT_EQ(parsed.errors, "");
  EXPECT_EQ(parsed.catalog.objects<SecurityLabel>().size(), 5U);
  const ObjectId table = object_id(Kind::table, "public", "t");
  const auto* label = parsed.catalog.find<SecurityLabel>(table.labelled_by("dummy"));
  ASSERT_NE(label, nullptr);
  EXPECT_EQ(label->label, "secret");
  EXPECT_NE(parsed.catalog.find<SecurityLabel>(table.labelled_by("other")), nullptr);
}

TEST(SecurityLabels, GoWithTheirObject) {
  const ParsedSql parsed = parse_sql(
      "CREATE TABLE t (id int); SECURITY LABEL FOR dummy ON TABLE t IS 'x'; DROP TABLE t;");
  EXPECT_EQ(parsed.errors, "");
  EXPECT_TRUE(parsed.catalog.objects<SecurityLabel>().empty());
}

TEST(SecurityLabels, NeedTheirProvider) {
  const ParsedSql parsed = parse_sql("CREATE TABLE t (a int); SECURITY LABEL ON TABLE t IS 'x';");
  EXPECT_THAT(parsed.errors, HasSubstr("depends on what the server has loaded"));
}

// Labels as a provider leaves them.
void label(const TestDatabase& database, const std::string& object, const std::string& text) {
  database.execute(
      "SET allow_system_table_mods = on; INSERT INTO pg_seclabel (classoid, objoid, "
      "objsubid, provider, label) SELECT classid, objid, objsubid, "
      "'dummy', '" +
      text + "' FROM pg_get_object_address(" + object + ")");
}

TEST(SecurityLabels, AreComparedAndWritten) {
  const TestDatabase database(kObjects);
  label(database, "'table', '{public,t}', '{}'", "old");
  label(database, "'table column', '{public,t,secret}', '{}'", "same");
  label(database, "'function', '{public,f}', '{int4}'", "goes");
  label(database, "'table column', '{public,v,id}', '{}'", "same");
  const TemporaryFolder folder;
  const std::string to = folder.write(
      "schema.sql", std::string(kObjects) +
                        "SECURITY LABEL FOR dummy ON TABLE public.t IS 'new';\n"
                        "SECURITY LABEL FOR dummy ON COLUMN public.t.secret IS 'same';\n"
                        "SECURITY LABEL FOR dummy ON COLUMN public.v.id IS 'same';\n"
                        "SECURITY LABEL FOR \"Odd\" ON TYPE public.mood IS 'it''s new';\n");
  const auto plan = run_schemadiff({"plan", "--to", to, "--db", database.conninfo(), "--format",
                                    "sql", "--allow", "widens-access"});
  EXPECT_EQ(plan.exit_code, 0) << plan.errors;
  EXPECT_THAT(plan.output, HasSubstr("SECURITY LABEL FOR dummy ON TABLE public.t IS 'new';"));
  EXPECT_THAT(plan.output,
              HasSubstr("SECURITY LABEL FOR dummy ON FUNCTION public.f(integer) IS NULL;"));
  EXPECT_THAT(plan.output,
              HasSubstr("SECURITY LABEL FOR \"Odd\" ON TYPE public.mood IS 'it''s new';"));
  EXPECT_THAT(plan.output, ::testing::Not(HasSubstr("'same'")));
  // The server says what is missing.
  const auto apply = run_schemadiff({"apply", "--to", to, "--db", database.conninfo(),
                                     "--auto-approve", "--allow", "widens-access"});
  EXPECT_EQ(apply.exit_code, 1);
  EXPECT_THAT(apply.errors, HasSubstr("is not loaded"));
  const auto dump = run_schemadiff({"dump", "--db", database.conninfo()});
  EXPECT_THAT(dump.output,
              HasSubstr("SECURITY LABEL FOR dummy ON COLUMN public.t.secret IS 'same';"));
}

TEST(SecurityLabels, ComeBackWithWhatIsRecreated) {
  const TestDatabase database(kObjects);
  label(database, "'view', '{public,v}', '{}'", "kept");
  const TemporaryFolder folder;
  const std::string to =
      folder.write("schema.sql",
                   "CREATE TABLE public.t (id bigint, secret text);"
                   "CREATE VIEW public.v AS SELECT id FROM public.t;"
                   "CREATE FUNCTION public.f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';"
                   "CREATE TYPE public.mood AS ENUM ('sad'); CREATE SEQUENCE public.s;"
                   "SECURITY LABEL FOR dummy ON VIEW public.v IS 'kept';");
  const auto plan =
      run_schemadiff({"plan", "--to", to, "--db", database.conninfo(), "--format", "sql"});
  EXPECT_THAT(plan.output, HasSubstr("SECURITY LABEL FOR dummy ON VIEW public.v IS 'kept';"));
}

}  // namespace
}  // namespace schemadiff::testing
