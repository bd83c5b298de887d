#include "engine/postgres/connection_settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

namespace schemadiff {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

ConnectionRequest asking(const std::string& db) {
  ConnectionRequest request;
  request.db = db;
  return request;
}

Error refusal(const std::string& db) {
  const auto settings = resolve_connection(asking(db));
  return settings ? Error{} : settings.error();
}

// The environment as the test wants it, and as it was afterwards.
class Environment {
 public:
  using Variables = std::vector<std::pair<std::string, std::string>>;
  explicit Environment(const Variables& variables) {
    for (const char* name : {"SCHEMADIFF_DATABASE_URL", "DATABASE_URL", "PGHOST", "PGHOSTADDR",
                             "PGPORT", "PGUSER", "PGDATABASE", "PGSERVICE"}) {
      const char* value = std::getenv(name);
      if (value != nullptr) before_.emplace_back(name, value);
      names_.push_back(name);
      unsetenv(name);
    }
    for (const auto& [name, value] : variables) setenv(name.c_str(), value.c_str(), 1);
  }
  ~Environment() {
    for (const std::string& name : names_) unsetenv(name.c_str());
    for (const auto& [name, value] : before_) setenv(name.c_str(), value.c_str(), 1);
  }

 private:
  std::vector<std::string> names_;
  std::vector<std::pair<std::string, std::string>> before_;
};

TEST(ConnectionSettings, TakesUrlsAndKeywords) {
  const auto url =
      resolve_connection(asking("postgres://me:s3cret%40@db.example:5433/shop?sslmode=disable"));
  ASSERT_TRUE(url) << url.error().sentence;
  EXPECT_THAT(url->conninfo, HasSubstr("password='s3cret@'"));
  EXPECT_THAT(url->conninfo, HasSubstr("fallback_application_name=schemadiff"));
  EXPECT_EQ(url->display, "postgresql://me@db.example:5433/shop");
  EXPECT_THAT(url->warnings, SizeIs(1));

  const auto keywords = resolve_connection(asking("host=/tmp dbname='my shop' password='a b'"));
  ASSERT_TRUE(keywords) << keywords.error().sentence;
  EXPECT_EQ(keywords->display, "postgresql:///my%20shop?host=/tmp");
}

TEST(ConnectionSettings, TheCommandLineComesFirst) {
  const Environment environment(
      {{"SCHEMADIFF_DATABASE_URL", "postgres:///one"}, {"DATABASE_URL", "postgres:///two"}});
  EXPECT_EQ(resolve_connection(asking("postgres:///zero"))->source, "--db");
  const auto settings = resolve_connection({});
  EXPECT_EQ(settings->source, "SCHEMADIFF_DATABASE_URL");
  EXPECT_EQ(settings->display, "postgresql:///one");
}

TEST(ConnectionSettings, ThenTheVariablesAndTheConfiguration) {
  ConnectionRequest request;
  request.configured = "postgres:///three";
  {
    const Environment environment(Environment::Variables{{"DATABASE_URL", "postgres://u:p@h/two"}});
    const auto settings = resolve_connection(request);
    EXPECT_EQ(settings->source, "DATABASE_URL");
    EXPECT_THAT(settings->warnings, IsEmpty());
  }
  const Environment environment(
      Environment::Variables{{"PGHOST", "elsewhere"}, {"PGUSER", "me"}, {"PGDATABASE", "d"}});
  EXPECT_EQ(resolve_connection(request)->display, "postgresql:///three");
  const auto settings = resolve_connection({});
  EXPECT_EQ(settings->source, "the PG… variables");
  EXPECT_EQ(settings->conninfo, "fallback_application_name=schemadiff");
  EXPECT_EQ(settings->display, "postgresql://me@elsewhere:5432/d");
}

TEST(ConnectionSettings, NamesWhatAnOrmAdded) {
  const Error error = refusal("postgres://u@h/d?schema=public&sslmode=disable&pgbouncer=true");
  EXPECT_THAT(error.sentence, HasSubstr("schema, pgbouncer (of Prisma)"));
  EXPECT_THAT(error.hint, HasSubstr("--ignore-unknown-url-params"));
  ConnectionRequest request =
      asking("postgres://u@h/d?schema=public&sslmode=disable&pgbouncer=true");
  request.ignore_unknown_parameters = true;
  const auto settings = resolve_connection(request);
  ASSERT_TRUE(settings) << settings.error().sentence;
  EXPECT_THAT(settings->conninfo, HasSubstr("sslmode='disable'"));
}

TEST(ConnectionSettings, RefusesWhatIsNone) {
  EXPECT_THAT(refusal("shop").hint, HasSubstr("dbname=shop"));
  EXPECT_THAT(refusal("postgresql+asyncpg://u@h/d").sentence, HasSubstr("postgresql+asyncpg://"));
  EXPECT_THAT(refusal("jdbc:postgresql://h/d").hint, HasSubstr("write postgresql://"));
  EXPECT_THAT(refusal("host=h nonsense=1").sentence, HasSubstr("nonsense"));
}

TEST(ConnectionSettings, NeverShowsAPassword) {
  for (const char* text : {"postgres://u:pa/ss%zz@h/d", "host=h password=hush pa ss",
                           "postgres://u:pa[ss@h:x/d", "password=hush"}) {
    const auto settings = resolve_connection(asking(text));
    const std::string shown =
        settings ? settings->display : settings.error().sentence + settings.error().hint;
    EXPECT_THAT(shown, Not(HasSubstr("hush"))) << text;
    EXPECT_THAT(shown, Not(HasSubstr("ss@"))) << text;
    EXPECT_THAT(shown, Not(HasSubstr("pa/"))) << text;
    EXPECT_THAT(shown, Not(HasSubstr("pa["))) << text;
  }
}

TEST(ConnectionSettings, TellsDatabasesFromFiles) {
  EXPECT_TRUE(names_database("postgres://h/d"));
  EXPECT_TRUE(names_database("embedded"));
  EXPECT_TRUE(names_database("jdbc:postgresql://h/d"));
  EXPECT_FALSE(names_database("schema.sql"));
  EXPECT_FALSE(names_database("git:HEAD:schema.sql"));
}

}  // namespace
}  // namespace schemadiff
