// What the server prints for an expression means what its source says: every object of
// tests/expressions/*.sql, loaded into a real server, read back, and compared by canonical form.
#include <gtest/gtest.h>

#include "engine/introspect/introspector.h"
#include "engine/introspect/pqxx_session.h"
#include "engine/model/rules.h"
#include "parser/expression/expression_engine.h"
#include "parser/parser.h"
#include "tests/support/run_schemadiff.h"
#include "tests/support/throwaway_cluster.h"

namespace schemadiff {
namespace {

void compare_with_server(const std::string& name) {
  const std::string script = testing::for_test_server(
      testing::read_file(std::string(SCHEMADIFF_SOURCE_DIR) + "/tests/expressions/" + name));
  const testing::TestDatabase database(script);
  SessionOptions options;
  options.conninfo = database.conninfo();
  auto session = Session::connect(options);
  ASSERT_TRUE(session) << session.error().sentence;
  auto live = introspect(**session);
  ASSERT_TRUE(live) << live.error().sentence;
  SourceSet sources;
  Diagnostics diagnostics;
  sources.add_text(name, script, diagnostics);
  const ParsedSources parsed = parse_trees(std::move(sources), 1);
  DesiredState desired = build_catalog(parsed, live->system, diagnostics);
  EXPECT_FALSE(parsed.diagnostics.has_errors());
  EXPECT_FALSE(diagnostics.has_errors());
  const auto engine = make_expression_engine();
  engine->canonicalise(live->catalog, live->system);
  engine->canonicalise(desired.catalog, live->system);
  size_t compared = 0;
  for_each_kind([&]<class T>() {
    for (auto& [id, object] : desired.catalog.objects<T>()) {
      T* other = live->catalog.template find<T>(id);
      if (other == nullptr) continue;
      std::vector<const SqlExpression*> source;
      std::vector<const SqlExpression*> printed;
      const auto collect = [](std::vector<const SqlExpression*>& into) {
        return [&into](SqlExpression& expression, const ExpressionScope& scope) {
          const bool compares = scope.role != ExpressionRole::string_body;
          if (compares && !expression.empty()) into.push_back(&expression);
        };
      };
      Rules<T>::expressions(object, collect(source));
      Rules<T>::expressions(*other, collect(printed));
      ASSERT_EQ(source.size(), printed.size()) << describe(id);
      for (size_t i = 0; i < source.size(); ++i) {
        ++compared;
        EXPECT_FALSE(source[i]->canonical.empty()) << describe(id) << ": " << source[i]->text;
        EXPECT_EQ(source[i]->canonical, printed[i]->canonical)
            << describe(id) << ": " << source[i]->text << "\n"
            << printed[i]->text;
      }
    }
  });
  EXPECT_GT(compared, 50U);
}

TEST(ExpressionServer, Scalars) { compare_with_server("scalars.sql"); }
TEST(ExpressionServer, Queries) { compare_with_server("queries.sql"); }

}  // namespace
}  // namespace schemadiff
