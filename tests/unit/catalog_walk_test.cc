// Nothing that PostgreSQL's catalogs hold is left out in silence: each of their columns is
// modelled, or listed as left alone, or has a reason to be neither (catalog_columns.txt).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "engine/introspect/introspector.h"
#include "engine/introspect/pqxx_session.h"
#include "engine/introspect/unmanaged.h"
#include "tests/support/throwaway_cluster.h"

namespace schemadiff::testing {
namespace {

constexpr int kOldest = 13;
constexpr int kNewest = 18;

struct Entry {
  std::string column;  // "pg_class.relname"
  int first = kOldest;
  int last = kNewest;
  char mark = 0;  // = ! -
  std::string text;
};

std::vector<Entry> read_entries() {
  std::ifstream file(SCHEMADIFF_SOURCE_DIR "/tests/unit/catalog_columns.txt");
  if (!file) throw std::runtime_error("catalog_columns.txt is not there");
  std::vector<Entry> out;
  std::string line;
  while (std::getline(file, line)) {
    if (line.empty() || line[0] == '#') continue;
    Entry entry;
    std::istringstream words(line);
    std::string word;
    words >> entry.column >> word;
    if (word.front() == '[') {
      const size_t dash = word.find('-');
      if (dash > 1) entry.first = std::stoi(word.substr(1));
      if (dash + 2 < word.size()) entry.last = std::stoi(word.substr(dash + 1));
      words >> word;
    }
    entry.mark = word.front();
    std::getline(words >> std::ws, entry.text);
    out.push_back(std::move(entry));
  }
  return out;
}

LiveState introspect_database(const TestDatabase& database) {
  SessionOptions options;
  options.conninfo = database.conninfo();
  auto session = Session::connect(options);
  if (!session) throw std::runtime_error(session.error().sentence);
  auto live = introspect(**session);
  if (!live) throw std::runtime_error(live.error().sentence);
  return std::move(*live);
}

TEST(CatalogWalk, EveryColumnIsAccountedFor) {
  std::set<std::string> listed;
  const int major = test_server_version() / 10000;
  for (const Entry& entry : read_entries()) {
    EXPECT_TRUE(entry.first <= entry.last && entry.first >= kOldest && entry.last <= kNewest)
        << entry.column << ": no supported server has it";
    if (entry.first > major || entry.last < major) continue;
    EXPECT_TRUE(listed.insert(entry.column).second) << entry.column << " is listed twice";
  }
  std::set<std::string> there;
  for (const auto& row : TestDatabase().query(
           "SELECT c.relname || '.' || a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = "
           "a.attrelid WHERE c.relkind = 'r' AND c.relnamespace = 'pg_catalog'::regnamespace AND "
           "a.attnum > 0 AND NOT a.attisdropped")) {
    there.insert(*row[0]);
  }
  for (const std::string& column : there) {
    EXPECT_TRUE(listed.contains(column))
        << column << " is not in tests/unit/catalog_columns.txt: model it, list it in "
        << "engine/introspect/unmanaged.cc, or say why neither";
  }
  for (const std::string& column : listed) {
    EXPECT_TRUE(there.contains(column)) << column << " is not in PostgreSQL " << major;
  }
}

TEST(CatalogWalk, WhatIsModelledIsAFieldOfAKind) {
  std::set<std::string> known;
  for_each_kind([&]<class T>() {
    const std::string kind(kind_word(kind_of<T>));
    known.insert(kind);
    std::apply([&](const auto&... field) { (known.insert(kind + "." + field.name), ...); },
               T::kFields);
  });
  for (const Entry& entry : read_entries()) {
    EXPECT_THAT((std::set<char>{'=', '!', '-'}), ::testing::Contains(entry.mark)) << entry.column;
    EXPECT_FALSE(entry.text.empty()) << entry.column;
    if (entry.mark == '=') {
      EXPECT_TRUE(known.contains(entry.text))
          << entry.column << ": there is no field '" << entry.text << "'";
    }
  }
}

TEST(CatalogWalk, ANewDatabaseHasNothingToLeaveAlone) {
  EXPECT_THAT(introspect_database(TestDatabase()).unmanaged, ::testing::IsEmpty());
}

TEST(CatalogWalk, WhatIsLeftAloneIsListed) {
  const TestDatabase database(for_test_server(R"sql(
    CREATE TABLE public.parent (id int PRIMARY KEY, note text) PARTITION BY RANGE (id);
    CREATE TABLE public.part PARTITION OF public.parent FOR VALUES FROM (1) TO (9);
    CREATE TABLE public.child (id int REFERENCES public.parent);
    CREATE FUNCTION public.f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
    CREATE TRIGGER t BEFORE INSERT ON public.parent FOR EACH ROW EXECUTE FUNCTION public.f();
    ALTER TABLE public.part DISABLE TRIGGER t;
    ALTER TABLE public.child DISABLE TRIGGER ALL;
    CREATE MATERIALIZED VIEW public.m AS SELECT note FROM public.parent;
    ALTER TABLE public.m REPLICA IDENTITY FULL;
    CREATE OPERATOR CLASS public.c FOR TYPE int4 USING btree FAMILY integer_ops AS STORAGE int4;
    GRANT USAGE ON TYPE public.child TO app;
    COMMENT ON TYPE public.child IS 'rows';
    ALTER FUNCTION public.f() DEPENDS ON EXTENSION plpgsql;
    REVOKE EXECUTE ON FUNCTION pg_catalog.pg_backend_pid() FROM PUBLIC;
    GRANT USAGE ON LANGUAGE sql TO app;
    GRANT USAGE ON LANGUAGE plpgsql TO app;
    GRANT USAGE ON TYPE pg_catalog.int4 TO app;
    GRANT CREATE ON SCHEMA pg_catalog TO app;
    GRANT UPDATE (relname) ON pg_catalog.pg_class TO app;
    SELECT lo_create(4711);
  )sql"));
  database.execute("ALTER DATABASE " + database.name() + " SET work_mem = '8MB'");
  database.execute("ALTER DATABASE " + database.name() + " CONNECTION LIMIT 99");
  database.execute("ALTER ROLE app IN DATABASE " + database.name() + " SET work_mem = '9MB'");
  const auto left_alone = introspect_database(database).unmanaged;
  std::set<std::string> words;
  for (const auto& [word, names] : left_alone) words.insert(word);
  std::set<std::string> promised;
  for (const Entry& entry : read_entries()) {
    if (entry.mark == '!') promised.insert(entry.text);
  }
  // Of the whole cluster, or of no time that a test could hold on to: only their queries run here.
  for (const char* word : {"tablespace", "parameter grant", "detached half-partition"}) {
    EXPECT_TRUE(promised.erase(word) == 1) << word;
    EXPECT_THAT(unmanaged_query(180000), ::testing::HasSubstr(word));
  }
  EXPECT_THAT(words, ::testing::IsSupersetOf(promised));
  EXPECT_THAT(left_alone.at("database setting"),
              ::testing::ElementsAre("work_mem=8MB", "work_mem=9MB of app"));
  EXPECT_THAT(left_alone.at("database attribute"), ::testing::ElementsAre("connection limit"));
  EXPECT_THAT(left_alone.at("system grant"),
              ::testing::ElementsAre("language plpgsql", "language sql", "pg_backend_pid()",
                                     "pg_class.relname", "schema pg_catalog", "type integer"));
  // That of the partition is an object; those of foreign keys are nobody's.
  EXPECT_THAT(left_alone.at("switched trigger"),
              ::testing::Not(::testing::Contains("t on public.part")));
  EXPECT_THAT(left_alone.at("extension requirement"), ::testing::SizeIs(1));
  EXPECT_THAT(left_alone.at("large object"), ::testing::ElementsAre("4711"));
  EXPECT_THAT(left_alone.at("operator class"), ::testing::ElementsAre("public.c"));
  EXPECT_THAT(left_alone.at("row type grant"), ::testing::ElementsAre("public.child"));
  EXPECT_THAT(left_alone.at("row type comment"), ::testing::ElementsAre("public.child"));
  EXPECT_THAT(left_alone.at("materialized view replica identity"),
              ::testing::ElementsAre("public.m"));
}

}  // namespace
}  // namespace schemadiff::testing
