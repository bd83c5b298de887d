// The SQL that each kind writes, and that a server takes it.
#include <gtest/gtest.h>

#include "engine/model/builtin_system_catalog.h"
#include "engine/model/rules.h"
#include "engine/objects/table/moves.h"
#include "engine/objects/type_moves.h"
#include "engine/plan/step_builder.h"
#include "tests/support/throwaway_cluster.h"

namespace schemadiff {
namespace {

using testing::TestDatabase;

SqlExpression expression(const std::string& text) {
  SqlExpression out;
  out.text = text;
  return out;
}

TypeRef type(const std::string& sql) { return {sql, {}}; }

template <class T>
T make(const ObjectId& id) {
  T object;
  object.id = id;
  return object;
}

const ObjectId kTable = object_id(Kind::table, "public", "t");

Column column(const std::string& name, const std::string& type_sql, int position = 1) {
  auto out = make<Column>(kTable.with_sub(Kind::column, name));
  out.type = type(type_sql);
  out.position = position;
  return out;
}

class RulesTest : public ::testing::Test {
 protected:
  // In the database, and wanted.
  template <class T>
  void both(T object) {
    live_.add(object);
    desired_.add(std::move(object));
  }

  template <class T>
  void create(const T& object, int version = 150000) {
    if (!desired_.contains(object.id)) desired_.add(object);
    StepBuilder builder(live_, desired_, system(), version);
    Rules<T>::create(object, builder);
    take(builder);
  }
  // False: it must be replaced.
  template <class T>
  bool alter(const T& live, const T& desired, int version = 150000) {
    live_.add(live);
    desired_.add(desired);
    StepBuilder builder(live_, desired_, system(), version);
    const bool in_place = Rules<T>::alter(live, desired, compare_fields(live, desired), builder);
    take(builder);
    return in_place;
  }
  void replace_types() {
    StepBuilder builder(live_, desired_, system(), 150000);
    builder.moves.types = find_type_moves(builder);
    move_types(builder);
    take(builder);
  }
  template <class T>
  void drop(const T& object) {
    if (!live_.contains(object.id)) live_.add(object);
    StepBuilder builder(live_, desired_, system(), 150000);
    Rules<T>::drop(object, builder);
    take(builder);
  }

  std::string sql() const {
    std::string out;
    for (const Step& step : steps_) out += step.sql + ";\n";
    return out;
  }
  std::string hazards() const {
    std::string out;
    for (const Step& step : steps_) {
      for (const Hazard& hazard : step.hazards) {
        out += (out.empty() ? "" : " ") + std::string(hazard_word(hazard.code));
      }
    }
    return out;
  }
  // The server takes what was written, after `before`. It is written for 15.
  void run(const std::string& before = "") const {
    if (testing::test_server_version() < 150000) return;
    const TestDatabase database(before);
    for (const Step& step : steps_) EXPECT_NO_THROW(database.execute(step.sql)) << step.sql;
  }

  std::vector<Step> steps_;
  std::vector<Refusal> refusals_;
  Catalog live_;
  Catalog desired_;

  static const SystemCatalog& system() {
    static const SystemCatalog catalog = builtin_system_catalog();
    return catalog;
  }

 private:
  void take(StepBuilder& builder) {
    for (Step& step : builder.take()) steps_.push_back(std::move(step));
    for (Refusal& refusal : builder.take_refusals()) refusals_.push_back(std::move(refusal));
  }
};

TEST_F(RulesTest, TableWithItsColumns) {
  desired_.add(column("b", "text", 2));
  auto id = column("a", "integer", 1);
  id.not_null = true;
  desired_.add(id);
  auto table = make<Table>(kTable);
  table.options = {{"autovacuum_enabled", "false"}, {"fillfactor", "70"}};
  table.row_security = true;
  create(table);
  EXPECT_EQ(sql(),
            "CREATE TABLE public.t (\n"
            "    a integer NOT NULL,\n"
            "    b text\n"
            ")\n"
            "WITH (autovacuum_enabled=false, fillfactor=70);\n"
            "ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;\n");
  EXPECT_EQ(steps_[0].produces.size(), 3U);
  run();
}

TEST_F(RulesTest, TableWithoutColumns) {
  create(make<Table>(kTable));
  EXPECT_EQ(sql(), "CREATE TABLE public.t ();\n");
  run();
}

TEST_F(RulesTest, PartitionedTableAndPartition) {
  desired_.add(column("a", "integer"));
  auto table = make<Table>(kTable);
  table.partition_key = PartitionKey{PartitionStrategy::range, {{"a", {}, {}, {}}}};
  create(table);
  auto partition = make<Table>(object_id(Kind::table, "public", "t1"));
  partition.partition_of = PartitionOf{kTable, expression("FOR VALUES FROM (1) TO (9)")};
  create(partition);
  EXPECT_EQ(sql(),
            "CREATE TABLE public.t (\n"
            "    a integer\n"
            ")\n"
            "PARTITION BY RANGE (a);\n"
            "CREATE TABLE public.t1 PARTITION OF public.t\n"
            "FOR VALUES FROM (1) TO (9);\n");
  run();
}

TEST_F(RulesTest, PartitionThatBringsItsOwnIndexIsAttached) {
  desired_.add(column("a", "integer"));
  auto table = make<Table>(kTable);
  table.partition_key = PartitionKey{PartitionStrategy::range, {{"a", {}, {}, {}}}};
  both(table);
  auto partition = make<Table>(object_id(Kind::table, "public", "t1"));
  partition.partition_of = PartitionOf{kTable, expression("FOR VALUES FROM (1) TO (9)")};
  auto index = make<Index>(object_id(Kind::index, "public", "t1_a"));
  index.table = partition.id;
  index.elements = {{"a", {}, {}, {}, {}, false, false}};
  index.attached_to = object_id(Kind::index, "public", "t_a");
  desired_.add(index);
  auto above = make<Index>(*index.attached_to);
  above.table = kTable;
  above.elements = index.elements;
  both(above);
  create(partition);
  ASSERT_EQ(steps_.size(), 2U);
  EXPECT_EQ(steps_[0].sql,
            "CREATE TABLE public.t1 (\n"
            "    LIKE public.t INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED "
            "INCLUDING STORAGE INCLUDING COMPRESSION\n"
            ")");
  EXPECT_EQ(steps_[1].sql,
            "ALTER TABLE public.t ATTACH PARTITION public.t1 FOR VALUES FROM (1) TO (9)");
  EXPECT_NE(std::find(steps_[1].consumes.begin(), steps_[1].consumes.end(), index.id),
            steps_[1].consumes.end());
  run("CREATE TABLE t (a int) PARTITION BY RANGE (a)");
}

TEST_F(RulesTest, AddColumnBringsItsDefault) {
  both(make<Table>(kTable));
  auto wanted = column("c", "timestamp with time zone");
  wanted.not_null = true;
  auto value = make<ColumnDefault>(kTable.with_sub(Kind::column_default, "c"));
  value.expression = expression("now() AT TIME ZONE 'utc'");
  desired_.add(value);
  create(wanted);
  EXPECT_EQ(sql(),
            "ALTER TABLE public.t\n"
            "    ADD COLUMN c timestamp with time zone DEFAULT (now() AT TIME ZONE 'utc') "
            "NOT NULL;\n");
  EXPECT_EQ(steps_[0].produces, (std::vector<ObjectId>{wanted.id, value.id}));
  EXPECT_EQ(hazards(), "");
  run("CREATE TABLE t ()");
}

TEST_F(RulesTest, AddColumnNotNullWithoutADefaultSaysThatItFailsOnRows) {
  both(make<Table>(kTable));
  auto wanted = column("c", "integer");
  wanted.not_null = true;
  create(wanted);
  EXPECT_EQ(sql(), "ALTER TABLE public.t ADD COLUMN c integer NOT NULL;\n");
  EXPECT_EQ(hazards(), "breaks-clients");
}

TEST_F(RulesTest, AddColumnWithAVolatileDefaultRewritesTheTable) {
  both(make<Table>(kTable));
  auto value = make<ColumnDefault>(kTable.with_sub(Kind::column_default, "c"));
  value.expression = expression("gen_random_uuid()");
  desired_.add(value);
  create(column("c", "uuid"));
  EXPECT_TRUE(steps_[0].rewrites);
  run("CREATE TABLE t ()");
}

TEST_F(RulesTest, IdentityColumn) {
  both(make<Table>(kTable));
  auto wanted = column("c", "integer");
  wanted.identity = Identity{true, {}, {}, {}};
  wanted.identity->options.maximum = 2147483647;
  wanted.identity->options.start = 10;
  wanted.not_null = true;
  create(wanted);
  EXPECT_EQ(
      sql(),
      "ALTER TABLE public.t ADD COLUMN c integer GENERATED ALWAYS AS IDENTITY (START WITH 10);\n");
  run("CREATE TABLE t ()");
}

// --- types of columns -----------------------------------------------------------------------

struct TypeCase {
  const char* from;
  const char* to;
  const char* sql;  // behind "ALTER COLUMN c TYPE "
  const char* hazards;
};

class ColumnTypeTest : public RulesTest, public ::testing::WithParamInterface<TypeCase> {};

TEST_P(ColumnTypeTest, Changes) {
  const TypeCase& test = GetParam();
  both(make<Table>(kTable));
  ASSERT_TRUE(alter(column("c", test.from), column("c", test.to)));
  EXPECT_EQ(sql(), std::string("ALTER TABLE public.t ALTER COLUMN c TYPE ") + test.sql + ";\n");
  EXPECT_EQ(hazards(), test.hazards);
  run(std::string("CREATE TABLE t (c ") + test.from + ")");
}

INSTANTIATE_TEST_SUITE_P(
    All, ColumnTypeTest,
    ::testing::Values(
        TypeCase{"integer", "bigint", "bigint", "table-rewrite"},
        TypeCase{"bigint", "integer", "integer", "table-rewrite data-loss"},
        TypeCase{"integer", "numeric", "numeric", "table-rewrite"},
        TypeCase{"integer", "numeric(12,2)", "numeric(12,2)", "table-rewrite"},
        TypeCase{"integer", "numeric(11,2)", "numeric(11,2)", "table-rewrite data-loss"},
        TypeCase{"integer", "text", "text", "table-rewrite"},
        TypeCase{"integer", "boolean", "boolean USING c::boolean", "table-rewrite data-loss"},
        TypeCase{"bigint", "boolean", "boolean USING c <> 0", "table-rewrite data-loss"},
        TypeCase{"character varying(10)", "character varying(20)", "character varying(20)", ""},
        TypeCase{"character varying(20)", "character varying(3)", "character varying(3)",
                 "table-rewrite data-loss"},
        TypeCase{"character varying(20)", "text", "text", ""},
        TypeCase{"text", "character varying(3)", "character varying(3)", "table-rewrite data-loss"},
        TypeCase{"text", "integer", "integer USING c::integer", "table-rewrite data-loss"},
        TypeCase{"text", "bit(3)", "bit(3) USING c::bit varying", "table-rewrite data-loss"},
        TypeCase{"text", "numeric(5,2)", "numeric(5,2) USING c::numeric",
                 "table-rewrite data-loss"},
        TypeCase{"text[]", "integer[]", "integer[] USING c::integer[]", "table-rewrite data-loss"},
        TypeCase{"integer[]", "bigint[]", "bigint[]", "table-rewrite"},
        TypeCase{"numeric(8,2)", "numeric(10,2)", "numeric(10,2)", ""},
        TypeCase{"numeric(8,2)", "numeric(10,4)", "numeric(10,4)", "table-rewrite"},
        TypeCase{"numeric(8,2)", "numeric(8,4)", "numeric(8,4)", "table-rewrite data-loss"},
        TypeCase{"numeric(8,2)", "numeric", "numeric", ""},
        TypeCase{"timestamp(3) without time zone", "timestamp without time zone",
                 "timestamp without time zone", ""},
        TypeCase{"timestamp without time zone", "timestamp with time zone",
                 "timestamp with time zone", "table-rewrite data-loss"},
        TypeCase{"date", "timestamp without time zone", "timestamp without time zone",
                 "table-rewrite"},
        TypeCase{"real", "double precision", "double precision", "table-rewrite"},
        TypeCase{"double precision", "real", "real", "table-rewrite data-loss"},
        TypeCase{"json", "jsonb", "jsonb", "table-rewrite data-loss"},
        TypeCase{"text", "jsonb", "jsonb USING c::jsonb", "table-rewrite data-loss"}));

TEST_F(RulesTest, TextBecomesAnEnumWithItsDefaultTakenAwayAndPutBack) {
  both(make<Table>(kTable));
  const ObjectId mood = object_id(Kind::enum_type, "public", "mood");
  both(make<EnumType>(mood));
  auto value = make<ColumnDefault>(kTable.with_sub(Kind::column_default, "c"));
  value.expression = expression("'sad'");
  both(value);
  auto wanted = column("c", "public.mood");
  wanted.type.object = mood;
  ASSERT_TRUE(alter(column("c", "text"), wanted));
  EXPECT_EQ(sql(),
            "ALTER TABLE public.t ALTER COLUMN c DROP DEFAULT;\n"
            "ALTER TABLE public.t ALTER COLUMN c TYPE public.mood USING c::public.mood;\n"
            "ALTER TABLE public.t ALTER COLUMN c SET DEFAULT 'sad';\n");
  run("CREATE TYPE mood AS ENUM ('sad'); CREATE TABLE t (c text DEFAULT 'sad')");
}

TEST_F(RulesTest, ColumnSettings) {
  both(make<Table>(kTable));
  auto wanted = column("c", "text");
  wanted.not_null = true;
  wanted.storage = "EXTERNAL";
  wanted.compression = "pglz";
  wanted.statistics_target = 500;
  wanted.options = {{"n_distinct", "-0.5"}};
  wanted.collation = {"pg_catalog", "C"};
  ASSERT_TRUE(alter(column("c", "text"), wanted));
  EXPECT_EQ(sql(),
            "ALTER TABLE public.t ALTER COLUMN c TYPE text COLLATE pg_catalog.\"C\";\n"
            "ALTER TABLE public.t ALTER COLUMN c SET STORAGE EXTERNAL;\n"
            "ALTER TABLE public.t ALTER COLUMN c SET COMPRESSION pglz;\n"
            "ALTER TABLE public.t ALTER COLUMN c SET STATISTICS 500;\n"
            "ALTER TABLE public.t ALTER COLUMN c SET (n_distinct=-0.5);\n"
            "ALTER TABLE public.t ALTER COLUMN c SET NOT NULL;\n");
  run("CREATE TABLE t (c text)");
}

TEST_F(RulesTest, ColumnSettingsGoBack) {
  both(make<Table>(kTable));
  auto live = column("c", "text");
  live.not_null = true;
  live.storage = "EXTERNAL";
  live.compression = "pglz";
  live.statistics_target = 500;
  live.options = {{"n_distinct", "-0.5"}};
  ASSERT_TRUE(alter(live, column("c", "text")));
  EXPECT_EQ(sql(),
            "ALTER TABLE public.t ALTER COLUMN c SET STORAGE EXTENDED;\n"
            "ALTER TABLE public.t ALTER COLUMN c SET COMPRESSION default;\n"
            "ALTER TABLE public.t ALTER COLUMN c SET STATISTICS -1;\n"
            "ALTER TABLE public.t ALTER COLUMN c RESET (n_distinct);\n"
            "ALTER TABLE public.t ALTER COLUMN c DROP NOT NULL;\n");
  run("CREATE TABLE t (c text NOT NULL)");
}

TEST_F(RulesTest, IdentityFollowsItsColumnsType) {
  both(make<Table>(kTable));
  auto live = column("c", "integer");
  live.not_null = true;
  live.identity = Identity{true, {}, {}, {}};
  live.identity->options.maximum = 2147483647;
  auto wanted = live;
  wanted.type = type("bigint");
  wanted.identity->options.maximum = INT64_MAX;
  wanted.identity->always = false;
  wanted.identity->options.increment = 5;
  ASSERT_TRUE(alter(live, wanted));
  EXPECT_EQ(sql(),
            "ALTER TABLE public.t ALTER COLUMN c TYPE bigint;\n"
            "ALTER TABLE public.t ALTER COLUMN c SET GENERATED BY DEFAULT SET INCREMENT BY 5;\n");
  run("CREATE TABLE t (c int GENERATED ALWAYS AS IDENTITY)");
}

TEST_F(RulesTest, GeneratedExpressionIsReplacedBefore17AndSetAfter) {
  both(make<Table>(kTable));
  auto live = column("c", "integer");
  live.generated = GeneratedColumn{expression("a"), true};
  auto wanted = live;
  wanted.generated->expression = expression("a + 1");
  EXPECT_FALSE(alter(live, wanted));
  EXPECT_TRUE(alter(live, wanted, 170000));
  EXPECT_EQ(sql(), "ALTER TABLE public.t ALTER COLUMN c SET EXPRESSION AS (a + 1);\n");
}

TEST_F(RulesTest, AColumnIsReplacedByAGeneratedOne) {
  both(make<Table>(kTable));
  auto wanted = column("c", "integer");
  wanted.generated = GeneratedColumn{expression("1"), true};
  EXPECT_FALSE(alter(column("c", "integer"), wanted));
  EXPECT_TRUE(steps_.empty());
  EXPECT_TRUE(refusals_.empty());
}

// --- tables ---------------------------------------------------------------------------------

TEST_F(RulesTest, TableFields) {
  auto wanted = make<Table>(kTable);
  wanted.persistence = Persistence::unlogged;
  wanted.options = {{"fillfactor", "50"}};
  wanted.row_security = true;
  wanted.force_row_security = true;
  wanted.replica_identity = {ReplicaIdentityKind::full, {}};
  ASSERT_TRUE(alter(make<Table>(kTable), wanted));
  EXPECT_EQ(sql(),
            "ALTER TABLE public.t SET UNLOGGED;\n"
            "ALTER TABLE public.t SET (fillfactor=50);\n"
            "ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;\n"
            "ALTER TABLE public.t FORCE ROW LEVEL SECURITY;\n"
            "ALTER TABLE public.t REPLICA IDENTITY FULL;\n");
  EXPECT_EQ(hazards(), "table-rewrite data-loss");
  run("CREATE TABLE t ()");
}

TEST_F(RulesTest, TableFieldsGoBack) {
  auto live = make<Table>(kTable);
  live.persistence = Persistence::unlogged;
  live.options = {{"fillfactor", "50"}};
  live.row_security = true;
  live.force_row_security = true;
  ASSERT_TRUE(alter(live, make<Table>(kTable)));
  EXPECT_EQ(sql(),
            "ALTER TABLE public.t SET LOGGED;\n"
            "ALTER TABLE public.t RESET (fillfactor);\n"
            "ALTER TABLE public.t DISABLE ROW LEVEL SECURITY;\n"
            "ALTER TABLE public.t NO FORCE ROW LEVEL SECURITY;\n");
  EXPECT_EQ(hazards(), "table-rewrite widens-access widens-access");
  run("CREATE UNLOGGED TABLE t () WITH (fillfactor=50)");
}

TEST_F(RulesTest, APlainTableBecomesAPartitionedOneAnew) {
  auto wanted = make<Table>(kTable);
  wanted.partition_key = PartitionKey{PartitionStrategy::hash, {{"a", {}, {}, {}}}};
  live_.add(make<Table>(kTable));
  live_.add(make<Table>(object_id(Kind::table, "public", "t_old")));
  desired_.add(wanted);
  const auto moves = find_moves(StepBuilder(live_, desired_, system(), 150000), {});
  ASSERT_TRUE(moves.has_value());
  EXPECT_EQ(moves->anew, (std::map<ObjectId, Identifier>{{kTable, "t_old1"}}));
}

TEST_F(RulesTest, DropsThatLoseData) {
  drop(make<Table>(kTable));
  drop(make<Sequence>(object_id(Kind::sequence, "public", "s")));
  drop(make<Schema>(object_id(Kind::schema, {}, "x")));
  drop(make<MaterializedView>(object_id(Kind::materialized_view, "public", "m")));
  EXPECT_EQ(sql(),
            "DROP TABLE public.t;\nDROP SEQUENCE public.s;\nDROP SCHEMA x;\n"
            "DROP MATERIALIZED VIEW public.m;\n");
  EXPECT_EQ(hazards(), "data-loss data-loss data-loss data-loss");
  run("CREATE TABLE t (); CREATE SEQUENCE s; CREATE SCHEMA x; CREATE MATERIALIZED VIEW m AS "
      "SELECT 1");
}

// --- constraints and indexes ----------------------------------------------------------------

Constraint constraint(const std::string& name, ConstraintType type_of) {
  auto out = make<Constraint>(kTable.with_sub(Kind::constraint, name));
  out.type = type_of;
  return out;
}

TEST_F(RulesTest, Constraints) {
  auto table = make<Table>(kTable);
  both(table);
  auto key = constraint("t_pkey", ConstraintType::primary_key);
  key.columns = {"a"};
  key.include = {"b"};
  key.options = {{"fillfactor", "80"}};
  create(key);
  auto unique = constraint("t_b_key", ConstraintType::unique);
  unique.columns = {"b"};
  unique.nulls_not_distinct = true;
  unique.deferrable = true;
  create(unique);
  auto check = constraint("positive", ConstraintType::check);
  check.check = expression("a > 0 -- of course");
  check.validated = false;
  create(check);
  auto foreign = constraint("t_b_fkey", ConstraintType::foreign_key);
  foreign.columns = {"b"};
  foreign.foreign_key = ForeignKey{};
  foreign.foreign_key->referenced_table = kTable;
  foreign.foreign_key->referenced_columns = {"a"};
  foreign.foreign_key->on_delete = ForeignKeyAction::set_null;
  foreign.foreign_key->set_columns = {"b"};
  foreign.deferrable = foreign.initially_deferred = true;
  create(foreign);
  auto exclusion = constraint("no_overlap", ConstraintType::exclusion);
  exclusion.method = "gist";
  exclusion.exclusions = {
      {{{}, expression("int4range(a, b)"), {}, {}, {}, false, false}, {{}, "&&"}}};
  exclusion.predicate = expression("a < b");
  create(exclusion);
  EXPECT_EQ(
      sql(),
      "ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (a) INCLUDE (b) WITH "
      "(fillfactor=80);\n"
      "ALTER TABLE public.t ADD CONSTRAINT t_b_key UNIQUE NULLS NOT DISTINCT (b) DEFERRABLE;\n"
      "ALTER TABLE public.t\n"
      "    ADD CONSTRAINT positive CHECK (a > 0 -- of course\n) NOT VALID;\n"
      "ALTER TABLE public.t\n"
      "    ADD CONSTRAINT t_b_fkey FOREIGN KEY (b) REFERENCES public.t (a) ON DELETE SET NULL "
      "(b) DEFERRABLE INITIALLY DEFERRED;\n"
      "ALTER TABLE public.t\n"
      "    ADD CONSTRAINT no_overlap EXCLUDE USING gist (int4range(a, b) WITH &&) WHERE (a < "
      "b);\n");
  EXPECT_FALSE(steps_[2].clause) << "NOT VALID means nothing in CREATE TABLE";
  run("CREATE TABLE t (a int, b int)");
}

TEST_F(RulesTest, ConstraintsInPlace) {
  both(make<Table>(kTable));
  auto live = constraint("t_b_fkey", ConstraintType::foreign_key);
  live.columns = {"b"};
  live.foreign_key = ForeignKey{};
  live.foreign_key->referenced_table = kTable;
  live.validated = false;
  auto wanted = live;
  wanted.validated = true;
  wanted.deferrable = true;
  ASSERT_TRUE(alter(live, wanted));
  EXPECT_EQ(sql(),
            "ALTER TABLE public.t ALTER CONSTRAINT t_b_fkey DEFERRABLE INITIALLY IMMEDIATE;\n"
            "ALTER TABLE public.t VALIDATE CONSTRAINT t_b_fkey;\n");
  run("CREATE TABLE t (a int PRIMARY KEY, b int); ALTER TABLE t ADD CONSTRAINT t_b_fkey "
      "FOREIGN KEY (b) REFERENCES t NOT VALID");
  auto check = constraint("positive", ConstraintType::check);
  check.check = expression("a > 0");
  auto other = check;
  other.check = expression("a > 1");
  EXPECT_FALSE(alter(check, other));
}

TEST_F(RulesTest, Indexes) {
  both(make<Table>(kTable));
  auto index = make<Index>(object_id(Kind::index, "public", "t_x"));
  index.table = kTable;
  index.unique = true;
  index.elements = {
      {"a", {}, {}, {}, {}, true, false},
      {{}, expression("lower(b)"), {"pg_catalog", "C"}, {}, {}, false, true},
      {{}, expression("b || 'x'"), {}, {"pg_catalog", "text_pattern_ops"}, {}, false, false}};
  index.include = {"c"};
  index.predicate = expression("a IS NOT NULL");
  index.options = {{"fillfactor", "80"}};
  index.statistics = {{"2", "100"}};
  index.clustered = false;
  create(index);
  EXPECT_EQ(sql(),
            "CREATE UNIQUE INDEX t_x ON public.t (a DESC NULLS LAST, lower(b) COLLATE "
            "pg_catalog.\"C\" NULLS FIRST, (b || 'x') pg_catalog.text_pattern_ops) INCLUDE (c)\n"
            "    WITH (fillfactor=80)\n"
            "    WHERE a IS NOT NULL;\n"
            "ALTER INDEX public.t_x ALTER COLUMN 2 SET STATISTICS 100;\n");
  EXPECT_EQ(hazards(), "blocking-index-build");
  run("CREATE TABLE t (a int, b text, c int)");
}

TEST_F(RulesTest, IndexesInPlace) {
  both(make<Table>(kTable));
  auto live = make<Index>(object_id(Kind::index, "public", "t_x"));
  live.table = kTable;
  live.options = {{"fillfactor", "80"}};
  auto wanted = live;
  wanted.options = {{"deduplicate_items", "off"}};
  wanted.clustered = true;
  ASSERT_TRUE(alter(live, wanted));
  EXPECT_EQ(sql(),
            "ALTER INDEX public.t_x SET (deduplicate_items=off);\n"
            "ALTER INDEX public.t_x RESET (fillfactor);\n"
            "ALTER TABLE public.t CLUSTER ON t_x;\n");
  run("CREATE TABLE t (a int); CREATE INDEX t_x ON t (a) WITH (fillfactor=80)");
  auto invalid = live;
  invalid.valid = false;
  EXPECT_FALSE(alter(invalid, live));
}

// --- types ----------------------------------------------------------------------------------

EnumType mood(std::vector<std::string> labels) {
  auto out = make<EnumType>(object_id(Kind::enum_type, "public", "mood"));
  out.labels = std::move(labels);
  return out;
}

TEST_F(RulesTest, EnumValuesAreAddedWhereTheyBelong) {
  ASSERT_TRUE(alter(mood({"b", "d"}), mood({"a", "a2", "b", "c", "d", "e", "it's"})));
  EXPECT_EQ(sql(),
            "ALTER TYPE public.mood ADD VALUE 'a' BEFORE 'b';\n"
            "ALTER TYPE public.mood ADD VALUE 'a2' AFTER 'a';\n"
            "ALTER TYPE public.mood ADD VALUE 'c' AFTER 'b';\n"
            "ALTER TYPE public.mood ADD VALUE 'e';\n"
            "ALTER TYPE public.mood ADD VALUE 'it''s';\n");
  EXPECT_EQ(steps_[0].transaction, Transaction::commit_before_use);
  run("CREATE TYPE mood AS ENUM ('b', 'd')");
}

TEST_F(RulesTest, AnEnumWhoseValuesGoOrMoveIsReplacedByAnother) {
  Column state = column("state", "public.mood[]");
  state.type.object = mood({}).id;
  both(state);
  both(make<Table>(kTable));
  live_.add(mood({"a", "b"}));
  desired_.add(mood({"b"}));
  replace_types();
  EXPECT_EQ(sql(),
            "ALTER TYPE public.mood RENAME TO mood_old;\n"
            "CREATE TYPE public.mood AS ENUM (\n    'b'\n);\n"
            "ALTER TABLE public.t ALTER COLUMN state TYPE public.mood[] "
            "USING state::text[]::public.mood[];\n"
            "DROP TYPE public.mood_old;\n");
  EXPECT_EQ(steps_[0].hazards.front().code, HazardCode::data_loss);
  EXPECT_EQ(steps_[0].displaces, std::vector<ObjectId>{state.id});
  EXPECT_TRUE(steps_[2].rewrites);
  run("CREATE TYPE mood AS ENUM ('a', 'b'); CREATE TABLE t (state mood[])");
}

TEST_F(RulesTest, ATableThatAReplacedEnumPartitionsIsMadeAnew) {
  Column state = column("state", "public.mood");
  state.type.object = mood({}).id;
  both(state);
  Table table = make<Table>(kTable);
  table.partition_key.emplace();
  table.partition_key->elements.emplace_back().column = "state";
  both(table);
  live_.add(mood({"a", "b"}));
  desired_.add(mood({"b", "a"}));
  const auto moves = find_moves(StepBuilder(live_, desired_, system(), 150000), {});
  ASSERT_TRUE(moves.has_value());
  EXPECT_TRUE(moves->types.contains(mood({}).id));
  EXPECT_TRUE(moves->anew.contains(kTable));
}

TEST_F(RulesTest, Types) {
  create(mood({"a", "b"}));
  auto domain = make<Domain>(object_id(Kind::domain, "public", "d"));
  domain.base = type("integer");
  domain.default_value = expression("7");
  domain.not_null = true;
  auto positive = make<DomainConstraint>(domain.id.with_sub(Kind::domain_constraint, "d_check"));
  positive.check = expression("VALUE > 0");
  desired_.add(positive);
  create(domain);
  auto composite = make<CompositeType>(object_id(Kind::composite_type, "public", "pair"));
  composite.attributes = {{"a", type("integer"), {}}, {"b", type("text"), {"pg_catalog", "C"}}};
  create(composite);
  auto range = make<RangeType>(object_id(Kind::range_type, "public", "floats"));
  range.subtype = type("double precision");
  range.subtype_diff = {"pg_catalog", "float8mi"};
  create(range);
  EXPECT_EQ(sql(),
            "CREATE TYPE public.mood AS ENUM (\n    'a',\n    'b'\n);\n"
            "CREATE DOMAIN public.d AS integer\n"
            "    DEFAULT 7\n"
            "    NOT NULL\n"
            "    CONSTRAINT d_check CHECK (VALUE > 0);\n"
            "CREATE TYPE public.pair AS (\n"
            "    a integer,\n"
            "    b text COLLATE pg_catalog.\"C\"\n"
            ");\n"
            "CREATE TYPE public.floats AS RANGE (\n"
            "    SUBTYPE = double precision,\n"
            "    SUBTYPE_DIFF = pg_catalog.float8mi\n"
            ");\n");
  run();
}

TEST_F(RulesTest, CompositeAttributes) {
  auto live = make<CompositeType>(object_id(Kind::composite_type, "public", "pair"));
  live.attributes = {{"a", type("integer"), {}}, {"b", type("text"), {}}, {"c", type("date"), {}}};
  auto wanted = live;
  wanted.attributes = {{"a", type("bigint"), {}}, {"c", type("date"), {}}, {"d", type("text"), {}}};
  ASSERT_TRUE(alter(live, wanted));
  EXPECT_EQ(sql(),
            "ALTER TYPE public.pair DROP ATTRIBUTE b;\n"
            "ALTER TYPE public.pair ALTER ATTRIBUTE a TYPE bigint;\n"
            "ALTER TYPE public.pair ADD ATTRIBUTE d text;\n");
  run("CREATE TYPE pair AS (a int, b text, c date)");
}

TEST_F(RulesTest, DomainInPlace) {
  auto live = make<Domain>(object_id(Kind::domain, "public", "d"));
  live.base = type("integer");
  auto wanted = live;
  wanted.default_value = expression("1 + 1");
  wanted.not_null = true;
  ASSERT_TRUE(alter(live, wanted));
  EXPECT_EQ(sql(),
            "ALTER DOMAIN public.d SET DEFAULT 1 + 1;\nALTER DOMAIN public.d SET NOT NULL;\n");
  run("CREATE DOMAIN d AS int");
}

// --- sequences ------------------------------------------------------------------------------

TEST_F(RulesTest, SequenceAndItsOwnerApart) {
  auto sequence = make<Sequence>(object_id(Kind::sequence, "public", "s"));
  sequence.data_type = type("integer");
  sequence.options = {-1, -1, -10, -1, 5, true};
  sequence.owned_by = kTable.with_sub(Kind::column, "a");
  create(sequence);
  EXPECT_EQ(sql(),
            "CREATE SEQUENCE public.s AS integer INCREMENT BY -1 MINVALUE -10 CACHE 5 CYCLE;\n"
            "ALTER SEQUENCE public.s OWNED BY public.t.a;\n");
  run("CREATE TABLE t (a int)");
}

TEST_F(RulesTest, SequenceInPlace) {
  auto live = make<Sequence>(object_id(Kind::sequence, "public", "s"));
  live.data_type = type("integer");
  live.options.maximum = 2147483647;
  auto wanted = make<Sequence>(live.id);
  wanted.options.increment = 2;
  ASSERT_TRUE(alter(live, wanted));
  EXPECT_EQ(sql(), "ALTER SEQUENCE public.s AS bigint INCREMENT BY 2;\n");
  run("CREATE SEQUENCE s AS int");
}

// --- functions ------------------------------------------------------------------------------

Function function(const std::string& name, const std::string& body) {
  auto out = make<Function>(object_id(Kind::function, "public", name, "(integer)"));
  out.arguments = {{ArgumentMode::in, "a", type("integer"), {}}};
  out.returns = type("integer");
  out.language = "sql";
  out.body = body;
  out.cost = "100";
  out.rows = "0";
  return out;
}

TEST_F(RulesTest, Functions) {
  auto plain = function("f", "SELECT $1 + 1");
  plain.arguments[0].default_value = expression("1");
  plain.volatility = Volatility::immutable;
  plain.strict = true;
  plain.parallel = Parallel::safe;
  plain.settings = {"search_path=\"\"", "work_mem=64MB"};
  create(plain);
  auto table = function("g", "SELECT '$$'::text, 2");
  table.arguments.push_back({ArgumentMode::table, "x", type("text"), {}});
  table.arguments.push_back({ArgumentMode::table, "y", type("integer"), {}});
  table.returns = type("record");
  table.returns_set = true;
  table.rows = "10";
  create(table);
  auto procedure = function("p", "BEGIN END$");
  procedure.kind = RoutineKind::procedure;
  procedure.returns = {};
  create(procedure);
  auto standard = function("h", "");
  standard.sql_body = expression("RETURN a + 1");
  create(standard);
  EXPECT_EQ(sql(),
            "CREATE FUNCTION public.f(a integer DEFAULT 1) RETURNS integer\n"
            "    LANGUAGE sql\n"
            "    IMMUTABLE STRICT PARALLEL SAFE\n"
            "    SET search_path TO ''\n"
            "    SET work_mem TO '64MB'\n"
            "    AS $$SELECT $1 + 1$$;\n"
            "CREATE FUNCTION public.g(a integer) RETURNS TABLE(x text, y integer)\n"
            "    LANGUAGE sql\n"
            "    ROWS 10\n"
            "    AS $function$SELECT '$$'::text, 2$function$;\n"
            "CREATE PROCEDURE public.p(a integer)\n"
            "    LANGUAGE sql\n"
            "    AS $function$BEGIN END$$function$;\n"
            "CREATE FUNCTION public.h(a integer) RETURNS integer\n"
            "    LANGUAGE sql\n"
            "RETURN a + 1;\n");
  steps_.erase(steps_.begin() + 2);  // its body is no SQL
  run();
}

TEST_F(RulesTest, FunctionsAreReplacedWherePostgresAllowsIt) {
  const auto live = function("f", "SELECT 1");
  auto wanted = function("f", "SELECT 2");
  EXPECT_TRUE(alter(live, wanted));
  EXPECT_TRUE(steps_[0].sql.starts_with("CREATE OR REPLACE FUNCTION public.f(a integer)"));
  wanted.returns = type("text");
  EXPECT_FALSE(alter(live, wanted));
  wanted = live;
  wanted.arguments[0].name = "b";
  EXPECT_FALSE(alter(live, wanted));
  auto with_default = live;
  with_default.arguments[0].default_value = expression("1");
  EXPECT_FALSE(alter(with_default, live));
  EXPECT_TRUE(alter(live, with_default));
}

// --- views, triggers, policies, … -------------------------------------------------------------

View view(const std::string& query) {
  auto out = make<View>(object_id(Kind::view, "public", "v"));
  out.query = expression(query);
  return out;
}

TEST_F(RulesTest, Views) {
  auto wanted = view("SELECT 1 AS a");
  wanted.options = {{"check_option", "local"}, {"security_barrier", "true"}};
  wanted.query = expression("SELECT a FROM t");
  create(wanted);
  EXPECT_EQ(sql(),
            "CREATE VIEW public.v\n"
            "    WITH (security_barrier=true) AS\n"
            "SELECT a FROM t\n"
            "    WITH LOCAL CHECK OPTION;\n");
  run("CREATE TABLE t (a int)");
}

TEST_F(RulesTest, AViewIsReplacedOnlyIfItsColumnsStay) {
  auto live = view("SELECT 1 AS a");
  auto wanted = view("SELECT 1 AS a, 2 AS b");
  EXPECT_FALSE(alter(live, wanted)) << "columns unknown";
  live.output = {{"a", type("integer")}};
  wanted.output = {{"a", type("integer")}, {"b", type("integer")}};
  EXPECT_TRUE(alter(live, wanted));
  EXPECT_EQ(sql(), "CREATE OR REPLACE VIEW public.v AS\nSELECT 1 AS a, 2 AS b;\n");
  EXPECT_FALSE(alter(wanted, live));
  run("CREATE VIEW v AS SELECT 1 AS a");
}

TEST_F(RulesTest, ViewOptionsInPlace) {
  auto live = view("SELECT 1");
  live.options = {{"security_barrier", "true"}};
  auto wanted = view("SELECT 1");
  wanted.options = {{"security_invoker", "true"}};
  ASSERT_TRUE(alter(live, wanted));
  EXPECT_EQ(sql(),
            "ALTER VIEW public.v SET (security_invoker=true);\n"
            "ALTER VIEW public.v RESET (security_barrier);\n");
}

TEST_F(RulesTest, MaterializedViews) {
  auto wanted = make<MaterializedView>(object_id(Kind::materialized_view, "public", "m"));
  wanted.query = expression("SELECT 1 AS x");
  wanted.columns = {"a"};
  wanted.options = {{"fillfactor", "70"}};
  wanted.with_data = false;
  create(wanted);
  EXPECT_EQ(sql(),
            "CREATE MATERIALIZED VIEW public.m (a)\n"
            "    WITH (fillfactor=70) AS\n"
            "SELECT 1 AS x\n"
            "    WITH NO DATA;\n");
  run();
}

Trigger trigger() {
  auto out = make<Trigger>(kTable.with_sub(Kind::trigger, "audit"));
  out.relation = kTable;
  out.timing = TriggerTiming::before;
  out.on_insert = out.on_update = true;
  out.update_columns = {"a"};
  out.for_each_row = true;
  out.when = expression("NEW.a > 0");
  out.function = {"public", "audit"};
  out.arguments = {"it's"};
  return out;
}

const char* const kAudit =
    "CREATE TABLE t (a int, b int); CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS "
    "$$BEGIN RETURN NEW; END$$;";

TEST_F(RulesTest, Triggers) {
  both(make<Table>(kTable));
  auto wanted = trigger();
  wanted.enabled = TriggerState::always;
  create(wanted);
  auto transition = make<Trigger>(kTable.with_sub(Kind::trigger, "changes"));
  transition.relation = kTable;
  transition.on_update = true;
  transition.old_table = "old";
  transition.new_table = "new_rows";
  transition.function = {"public", "audit"};
  create(transition);
  auto deferred = make<Trigger>(kTable.with_sub(Kind::trigger, "later"));
  deferred.relation = kTable;
  deferred.on_delete = true;
  deferred.for_each_row = true;
  deferred.is_constraint = deferred.deferrable = deferred.initially_deferred = true;
  deferred.function = {"public", "audit"};
  create(deferred);
  EXPECT_EQ(sql(),
            "CREATE TRIGGER audit\n"
            "    BEFORE INSERT OR UPDATE OF a ON public.t\n"
            "    FOR EACH ROW\n"
            "    WHEN (NEW.a > 0)\n"
            "    EXECUTE FUNCTION public.audit('it''s');\n"
            "ALTER TABLE public.t ENABLE ALWAYS TRIGGER audit;\n"
            "CREATE TRIGGER changes\n"
            "    AFTER UPDATE ON public.t\n"
            "    REFERENCING OLD TABLE AS old NEW TABLE AS new_rows\n"
            "    FOR EACH STATEMENT\n"
            "    EXECUTE FUNCTION public.audit();\n"
            "CREATE CONSTRAINT TRIGGER later\n"
            "    AFTER DELETE ON public.t\n"
            "    DEFERRABLE INITIALLY DEFERRED\n"
            "    FOR EACH ROW\n"
            "    EXECUTE FUNCTION public.audit();\n");
  run(kAudit);
}

TEST_F(RulesTest, TriggersInPlace) {
  both(make<Table>(kTable));
  auto off = trigger();
  off.enabled = TriggerState::disabled;
  ASSERT_TRUE(alter(trigger(), off));
  auto wanted = trigger();
  wanted.when = {};
  ASSERT_TRUE(alter(trigger(), wanted));
  EXPECT_FALSE(alter(trigger(), wanted, 130000));
  EXPECT_EQ(sql(),
            "ALTER TABLE public.t DISABLE TRIGGER audit;\n"
            "CREATE OR REPLACE TRIGGER audit\n"
            "    BEFORE INSERT OR UPDATE OF a ON public.t\n"
            "    FOR EACH ROW\n"
            "    EXECUTE FUNCTION public.audit('it''s');\n");
  run(std::string(kAudit) +
      "CREATE TRIGGER audit BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION audit()");
}

TEST_F(RulesTest, Policies) {
  both(make<Table>(kTable));
  auto live = make<Policy>(kTable.with_sub(Kind::policy, "own rows"));
  live.table = kTable;
  live.permissive = false;
  live.command = PolicyCommand::update;
  live.using_ = expression("a > 0");
  live.with_check = expression("a > 1");
  create(live);
  auto wanted = live;
  wanted.roles = {"pg_monitor"};
  wanted.using_ = expression("a > 5");
  ASSERT_TRUE(alter(live, wanted));
  EXPECT_EQ(sql(),
            "CREATE POLICY \"own rows\" ON public.t\n"
            "    AS RESTRICTIVE\n"
            "    FOR UPDATE\n"
            "    USING (a > 0)\n"
            "    WITH CHECK (a > 1);\n"
            "ALTER POLICY \"own rows\" ON public.t\n"
            "    TO pg_monitor\n"
            "    USING (a > 5);\n");
  run("CREATE TABLE t (a int)");
  wanted.with_check.reset();
  EXPECT_FALSE(alter(live, wanted)) << "ALTER POLICY can't take an expression away";
}

TEST_F(RulesTest, DroppingAPolicyWidensAccess) {
  auto policy = make<Policy>(kTable.with_sub(Kind::policy, "p"));
  policy.table = kTable;
  drop(policy);
  EXPECT_EQ(hazards(), "widens-access");
}

TEST_F(RulesTest, Statistics) {
  both(make<Table>(kTable));
  auto wanted = make<schemadiff::Statistics>(object_id(Kind::statistics, "public", "s"));
  wanted.table = kTable;
  wanted.kinds = {"mcv", "ndistinct"};
  wanted.columns = {"a", "b"};
  wanted.expressions = {expression("a + b")};
  wanted.target = 10;
  create(wanted);
  EXPECT_EQ(sql(),
            "CREATE STATISTICS public.s (mcv, ndistinct)\n"
            "    ON a, b, (a + b)\n"
            "    FROM public.t;\n"
            "ALTER STATISTICS public.s SET STATISTICS 10;\n");
  run("CREATE TABLE t (a int, b int)");
}

TEST_F(RulesTest, RulesOfRewriting) {
  both(make<Table>(kTable));
  auto wanted = make<Rule>(kTable.with_sub(Kind::rule, "quiet"));
  wanted.relation = kTable;
  wanted.definition =
      expression("CREATE RULE quiet AS\n    ON DELETE TO public.t DO INSTEAD NOTHING;");
  wanted.enabled = 'D';
  create(wanted);
  EXPECT_EQ(sql(),
            "CREATE RULE quiet AS\n    ON DELETE TO public.t DO INSTEAD NOTHING;\n"
            "ALTER TABLE public.t DISABLE RULE quiet;\n");
  run("CREATE TABLE t (a int)");
}

TEST_F(RulesTest, Comments) {
  const std::vector<std::pair<ObjectId, std::string>> targets = {
      {object_id(Kind::schema, {}, "public"), "SCHEMA public"},
      {object_id(Kind::extension, {}, "plpgsql"), "EXTENSION plpgsql"},
      {object_id(Kind::enum_type, "public", "e"), "TYPE public.e"},
      {object_id(Kind::domain, "public", "d"), "DOMAIN public.d"},
      {object_id(Kind::domain_constraint, "public", "d", "c"), "CONSTRAINT c ON DOMAIN public.d"},
      {object_id(Kind::composite_type, "public", "pair"), "TYPE public.pair"},
      {object_id(Kind::range_type, "public", "r"), "TYPE public.r"},
      {object_id(Kind::sequence, "public", "s"), "SEQUENCE public.s"},
      {object_id(Kind::function, "public", "f", "(integer, text)"),
       "FUNCTION public.f(integer, text)"},
      {kTable, "TABLE public.t"},
      {kTable.with_sub(Kind::column, "Odd"), "COLUMN public.t.\"Odd\""},
      {kTable.with_sub(Kind::constraint, "k"), "CONSTRAINT k ON public.t"},
      {object_id(Kind::index, "public", "i"), "INDEX public.i"},
      {object_id(Kind::statistics, "public", "st"), "STATISTICS public.st"},
      {object_id(Kind::view, "public", "v"), "VIEW public.v"},
      {object_id(Kind::materialized_view, "public", "m"), "MATERIALIZED VIEW public.m"},
      {kTable.with_sub(Kind::rule, "ru"), "RULE ru ON public.t"},
      {kTable.with_sub(Kind::trigger, "tr"), "TRIGGER tr ON public.t"},
      {kTable.with_sub(Kind::policy, "po"), "POLICY po ON public.t"}};
  std::string expected;
  for (const auto& [target, spelling] : targets) {
    auto comment = make<Comment>(target.commented());
    comment.text = "it's";
    create(comment);
    expected += "COMMENT ON " + spelling + " IS 'it''s';\n";
  }
  EXPECT_EQ(sql(), expected);
  run(std::string(kAudit) +
      "CREATE TYPE e AS ENUM (); CREATE DOMAIN d AS int CONSTRAINT c CHECK (VALUE > 0);"
      "CREATE TYPE pair AS (a int); CREATE TYPE r AS RANGE (SUBTYPE = int); CREATE SEQUENCE s;"
      "CREATE FUNCTION f(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';"
      "ALTER TABLE t ADD \"Odd\" int, ADD CONSTRAINT k CHECK (a > 0); CREATE INDEX i ON t (a);"
      "CREATE STATISTICS st ON a, b FROM t; CREATE VIEW v AS SELECT 1;"
      "CREATE MATERIALIZED VIEW m AS SELECT 1; CREATE RULE ru AS ON DELETE TO t DO NOTHING;"
      "CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION audit();"
      "CREATE POLICY po ON t");
}

// Since 16 several roles may have granted the same.
TEST_F(RulesTest, AnOptionIsTakenFromEachGrantOfAMembership) {
  auto live = make<Membership>(object_id(Kind::membership, {}, "r", "m"));
  live.admin = true;
  live.inherit = true;
  live.set = false;
  live.grantors = {"keeper", "postgres"};
  auto wanted = make<Membership>(live.id);
  wanted.inherit = false;
  wanted.set = true;
  EXPECT_TRUE(alter(live, wanted, 160000));
  EXPECT_EQ(sql(),
            "GRANT r TO m WITH ADMIN FALSE, INHERIT FALSE GRANTED BY keeper;\n"
            "GRANT r TO m WITH ADMIN FALSE, INHERIT FALSE GRANTED BY postgres;\n"
            "GRANT r TO m WITH SET TRUE;\n");
}

// 16 and later store an ICU locale as a language tag.
TEST(CollationLocale, IsTheSameInOldAndNewWords) {
  const auto same = [](const char* a, const char* b) {
    return CollationLocale{a} == CollationLocale{b};
  };
  EXPECT_TRUE(same("de_DE", "de-DE"));
  EXPECT_TRUE(same("@colStrength=secondary", "und-u-ks-level2"));
  EXPECT_TRUE(same("root", "und"));
  EXPECT_TRUE(same("de@collation=phonebook", "de-u-co-phonebk"));
  EXPECT_TRUE(same("de_DE@colCaseFirst=upper;colNumeric=yes", "de-DE-u-kf-upper-kn"));
  EXPECT_TRUE(same("de-u-kn", "de-u-kn-true"));
  EXPECT_TRUE(same("de@x=y", "de-u-x-y"));  // who knows
  EXPECT_FALSE(same("de@colStrength=secondary", "de-u-ks-level1"));
  EXPECT_FALSE(same("de@colStrength=secondary", "de"));
  EXPECT_FALSE(same("de@colStrength=secondary", "en-u-ks-level2"));
  EXPECT_FALSE(same("de-u-kn", "de-u-kn-false"));
  EXPECT_FALSE(same("de@a=b", "de@c=d"));
}

TEST_F(RulesTest, ACommentIsTakenAway) {
  drop(make<Comment>(kTable.commented()));
  EXPECT_EQ(sql(), "COMMENT ON TABLE public.t IS NULL;\n");
}

}  // namespace
}  // namespace schemadiff
