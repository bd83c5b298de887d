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

// A script as it is read from the file, and as a server has it.
struct BothSides {
  explicit BothSides(const std::string& name)
      : script(testing::for_test_server(
            testing::read_file(std::string(SCHEMADIFF_SOURCE_DIR) + "/tests/expressions/" + name))),
        database(script) {
    SessionOptions options;
    options.conninfo = database.conninfo();
    auto session = Session::connect(options);
    if (!session) throw std::runtime_error(session.error().sentence);
    auto read = introspect(**session);
    if (!read) throw std::runtime_error(read.error().sentence);
    live = std::move(*read);
    SourceSet sources;
    Diagnostics diagnostics;
    sources.add_text(name, script, diagnostics);
    const ParsedSources parsed = parse_trees(std::move(sources), 1);
    desired = build_catalog(parsed, live.system, diagnostics);
    EXPECT_FALSE(parsed.diagnostics.has_errors());
    EXPECT_FALSE(diagnostics.has_errors());
    const auto engine = make_expression_engine();
    engine->canonicalise(live.catalog, live.system);
    engine->canonicalise(desired.catalog, live.system);
  }

  std::string script;
  testing::TestDatabase database;
  LiveState live;
  DesiredState desired;
};

void compare_with_server(const std::string& name) {
  BothSides both(name);
  DesiredState& desired = both.desired;
  LiveState* live = &both.live;
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
TEST(ExpressionServer, RowsOfFunctionsAndXml) { compare_with_server("from.sql"); }
TEST(ExpressionServer, Literals) { compare_with_server("literals.sql"); }

// Two literals have the same form where they are the same value, and only there.
TEST(ExpressionServer, LiteralsAreValues) {
  BothSides both("literals.sql");
  size_t equal = 0;
  size_t different = 0;
  for (const Table* table : both.desired.catalog.sorted<Table>()) {
    std::vector<const ColumnDefault*> defaults;
    std::string list;
    for (const ColumnDefault* found : both.desired.catalog.sorted<ColumnDefault>()) {
      if (found->id.container(Kind::table) != table->id) continue;
      defaults.push_back(found);
      list += (list.empty() ? "" : ", ") + quote(found->id.sub) + "::text";
    }
    const auto rows = both.database.query("INSERT INTO " + qualified_name(table->id) +
                                          " DEFAULT VALUES RETURNING " + list);
    for (size_t i = 0; i < defaults.size(); ++i) {
      for (size_t j = i + 1; j < defaults.size(); ++j) {
        const bool same = rows[0][i] == rows[0][j];
        ++(same ? equal : different);
        EXPECT_EQ(defaults[i]->expression.canonical == defaults[j]->expression.canonical, same)
            << describe(table->id) << ": " << defaults[i]->expression.text << ", "
            << defaults[j]->expression.text << " are " << *rows[0][i] << ", " << *rows[0][j];
      }
    }
  }
  EXPECT_GT(equal, 100U);
  EXPECT_GT(different, 300U);
}

// What an index, a key or a constraint states beside its expressions.
TEST(ExpressionServer, Collations) {
  BothSides both("collations.sql");
  compare_with_server("collations.sql");
  size_t indexes = 0;
  for (const Index* index : both.desired.catalog.sorted<Index>()) {
    const Index* live = both.live.catalog.find<Index>(index->id);
    ASSERT_NE(live, nullptr) << describe(index->id);
    EXPECT_EQ(index->elements, live->elements) << describe(index->id);
    ++indexes;
  }
  EXPECT_GT(indexes, 30U);
  for (const Table* table : both.desired.catalog.sorted<Table>()) {
    EXPECT_EQ(table->partition_key, both.live.catalog.find<Table>(table->id)->partition_key)
        << describe(table->id);
  }
  // Of two indexes on the same thing, the server says whether the collations differ.
  for (const Index* a : both.desired.catalog.sorted<Index>()) {
    for (const Index* b : both.desired.catalog.sorted<Index>()) {
      if (a->id >= b->id || a->table != b->table || a->elements.size() != b->elements.size()) {
        continue;
      }
      bool same_subjects = true;
      for (size_t i = 0; i < a->elements.size(); ++i) {
        same_subjects = same_subjects && a->elements[i].column == b->elements[i].column &&
                        a->elements[i].expression == b->elements[i].expression;
      }
      if (!same_subjects) continue;
      const auto collations = [&](const Index* index) {
        return both.database.scalar("SELECT indcollation FROM pg_index WHERE indexrelid = " +
                                    quote_literal(qualified_name(index->id)) + "::regclass");
      };
      EXPECT_EQ(a->elements == b->elements, collations(a) == collations(b))
          << describe(a->id) << ", " << describe(b->id);
    }
  }
}

}  // namespace
}  // namespace schemadiff
