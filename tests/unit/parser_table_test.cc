// CREATE TABLE, ALTER TABLE, CREATE INDEX, sequences, SET and DO: text in, objects out. Default
// names are those that PostgreSQL 15 gave to the same statements.
#include <gtest/gtest.h>

#include "tests/support/parse_sql.h"

namespace schemadiff::testing {
namespace {

template <class T>
std::string names(const std::string& sql) {
  const ParsedSql parsed = parse_sql(sql);
  std::string out = parsed.errors;
  for (const T* object : parsed.catalog.sorted<T>()) {
    if (!out.empty() && out.back() != '\n') out += " ";
    out += (object->id.sub.empty() ? object->id.name : object->id.sub).str();
  }
  return out;
}
std::string errors(const std::string& sql) { return parse_sql(sql).errors; }

Column column(const std::string& sql, const char* name) {
  const ParsedSql parsed = parse_sql(sql);
  EXPECT_EQ(parsed.errors, "");
  const Column* found = parsed.catalog.find<Column>(object_id(Kind::column, "public", "t", name));
  EXPECT_NE(found, nullptr);
  return found == nullptr ? Column() : *found;
}

TEST(TableNames, Constraints) {
  EXPECT_EQ(names<Constraint>("create table t1(a int primary key, b int unique, c int check (c > "
                              "0) check (b > c), d int references t1, unique (b, c), check (a > 1 "
                              "or a < 0), foreign key (b, c) references t1 (b, c))"),
            "t1_a_check t1_b_c_fkey t1_b_c_key t1_b_key t1_c_check t1_check t1_d_fkey t1_pkey");
  EXPECT_EQ(names<Constraint>("create table t(a int check (a > 0) check (a > 1)); alter table t "
                              "add check (a > 2)"),
            "t_a_check t_a_check1 t_a_check2");
}

TEST(TableNames, EqualIndexesAreOne) {
  EXPECT_EQ(names<Constraint>("create table t2(a int, b text, unique(a), unique(a), primary key "
                              "(a))"),
            "t2_pkey");
}

TEST(TableNames, CutTo63Bytes) {
  EXPECT_EQ(names<Constraint>("create table a_very_long_table_name_that_takes_most_of_the_sixty_"
                              "three_bytes(a_very_long_column_name_too_indeed int unique)"),
            "a_very_long_table_name_that_t_a_very_long_column_name_too_i_key");
}

TEST(TableNames, Exclusions) {
  EXPECT_EQ(names<Constraint>("create table t2(a int, b text, exclude using btree (a with =), "
                              "exclude using btree (lower(b) with =, (a+1) with =))"),
            "t2_a_excl t2_lower_expr_excl");
}

TEST(TableNames, Indexes) {
  EXPECT_EQ(
      names<Index>("create table t(a int, b int, c int, d text); create index on t (a); "
                   "create index on t (a); create index on t (a, b) include (c); create index "
                   "on t (lower(d), (a+b), coalesce(a,b), (a::bigint))"),
      "t_a_b_c_idx t_a_idx t_a_idx1 t_lower_expr_coalesce_a_idx");
}

TEST(TableNames, SequencesStepAside) {
  EXPECT_EQ(names<Sequence>("create sequence s2_id_seq; create table s2(id serial)"),
            "s2_id_seq s2_id_seq1");
}

TEST(TableColumns, Types) {
  const auto type = [](const std::string& written) {
    return column("create type mood as enum ('a'); create table t(c " + written + ")", "c")
        .type.sql;
  };
  EXPECT_EQ(type("int4"), "integer");
  EXPECT_EQ(type("varchar(20)"), "character varying(20)");
  EXPECT_EQ(type("varchar"), "character varying");
  EXPECT_EQ(type("char"), "character(1)");
  EXPECT_EQ(type("bpchar"), "bpchar");
  EXPECT_EQ(type("\"char\""), "\"char\"");
  EXPECT_EQ(type("timestamptz(3)"), "timestamp(3) with time zone");
  EXPECT_EQ(type("timestamp"), "timestamp without time zone");
  EXPECT_EQ(type("numeric(10)"), "numeric(10,0)");
  EXPECT_EQ(type("decimal(10,2)"), "numeric(10,2)");
  EXPECT_EQ(type("float(10)"), "real");
  EXPECT_EQ(type("interval hour to second(2)"), "interval hour to second(2)");
  EXPECT_EQ(type("interval(3)"), "interval(3)");
  EXPECT_EQ(type("bit varying(8)"), "bit varying(8)");
  EXPECT_EQ(type("bit"), "bit(1)");
  EXPECT_EQ(type("int[][]"), "integer[]");
  EXPECT_EQ(type("_text"), "text[]");
  EXPECT_EQ(type("mood[]"), "public.mood[]");
  EXPECT_EQ(type("public.mood"), "public.mood");
}

TEST(TableColumns, Serial) {
  const ParsedSql parsed = parse_sql("create schema app; create table app.t(id bigserial)");
  EXPECT_EQ(parsed.errors, "");
  const auto* value =
      parsed.catalog.find<ColumnDefault>(object_id(Kind::column_default, "app", "t", "id"));
  ASSERT_NE(value, nullptr);
  EXPECT_EQ(value->expression.text, "nextval('app.t_id_seq'::regclass)");
  const auto* sequence =
      parsed.catalog.find<Sequence>(object_id(Kind::sequence, "app", "t_id_seq"));
  ASSERT_NE(sequence, nullptr);
  EXPECT_EQ(sequence->data_type.sql, "bigint");
  EXPECT_EQ(sequence->owned_by, object_id(Kind::column, "app", "t", "id"));
  EXPECT_TRUE(parsed.catalog.find<Column>(object_id(Kind::column, "app", "t", "id"))->not_null);
}

std::string default_of(const std::string& rest) {
  const ParsedSql parsed = parse_sql("create table t(c int default " + rest);
  const auto* value =
      parsed.catalog.find<ColumnDefault>(object_id(Kind::column_default, "public", "t", "c"));
  return parsed.errors + (value == nullptr ? "none" : value->expression.text);
}

TEST(TableColumns, TextOfDefaults) {
  EXPECT_EQ(default_of("1)"), "1");
  EXPECT_EQ(default_of("(1 + 2) * 3 not null)"), "(1 + 2) * 3");
  EXPECT_EQ(default_of("f(1, 2), d int)"), "f(1, 2)");
  EXPECT_EQ(default_of("1 is not distinct from 2 check (c > 0))"), "1 is not distinct from 2");
  EXPECT_EQ(default_of("case when true then 1 else null end primary key)"),
            "case when true then 1 else null end");
  EXPECT_EQ(default_of("null)"), "none");
  EXPECT_EQ(default_of("'a, not null'::text collate \"C\")"), "'a, not null'::text");
  EXPECT_EQ(default_of("(array[1,2])[1] references u(x), e int); create table u(x int unique)"),
            "(array[1,2])[1]");
}

TEST(TableColumns, AlterInPlace) {
  const std::string create = "create table t(a int default 1, b text not null);";
  EXPECT_EQ(column(create + "alter table t alter a type bigint using a::bigint", "a").type.sql,
            "bigint");
  EXPECT_FALSE(column(create + "alter table only t alter column b drop not null", "b").not_null);
  EXPECT_TRUE(column(create + "alter table t add primary key (a)", "a").not_null);
  EXPECT_EQ(column(create + "alter table t alter b set storage external", "b").storage, "EXTERNAL");
  EXPECT_EQ(column(create + "alter table t alter b set storage extended", "b").storage, "");
  EXPECT_EQ(column(create + "alter table t alter a set statistics 50", "a").statistics_target, 50);
}

TEST(TableOrder, DoesNotMatter) {
  EXPECT_EQ(errors("alter table t add constraint x check (b > 0); create index on t (b); create "
                   "table u(a int references t); alter table t add column b int; create table t(a "
                   "int primary key)"),
            "");
  EXPECT_EQ(errors("create table a(x int primary key references b); create table b(x int primary "
                   "key references a)"),
            "");
  EXPECT_EQ(errors("create table c() inherits (p); create table p(x int)"), "");
}

TEST(TableOrder, LaterStatementsFold) {
  EXPECT_EQ(names<Table>("create table a(x int); create table b(x int); drop table a; create table "
                         "a(y int); alter table b rename to c"),
            "a c");
  EXPECT_EQ(names<Column>("create table t(a int, b int); alter table t drop b, add c int, add "
                          "column if not exists a text"),
            "a c");
}

TEST(TableChildren, OnlyWhatIsTheirs) {
  const std::string parent =
      "create table p(a int not null default 1, b text check (b <> ''), "
      "primary key (a)) partition by list (a);";
  EXPECT_EQ(names<Column>(parent + "create table c partition of p for values in (1)"), "a b");
  // As pg_dump writes it.
  const std::string attached =
      parent +
      "create table c(a int not null default 1, b text, constraint p_b_check check (b <> "
      "'')); alter table only p attach partition c for values in (1); alter table only c "
      "add constraint c_pkey primary key (a); alter index p_pkey attach partition c_pkey";
  EXPECT_EQ(names<Column>(attached), "a b");
  EXPECT_EQ(names<Constraint>(attached), "c_pkey p_b_check p_pkey");
  EXPECT_EQ(names<ColumnDefault>(attached), "a");
  EXPECT_EQ(names<ColumnDefault>(parent + "create table c partition of p (a default 2) for values "
                                          "in (1)"),
            "a a");
}

TEST(TableChildren, ColumnsThatDifferFromTheirParents) {
  const std::string parent = "create table p(a int, b text) partition by list (a);";
  const std::string child = "create table c partition of p for values in (1);";
  EXPECT_EQ(names<Column>(parent + "create table c partition of p (b not null) for values in (1)"),
            "b a b");
  EXPECT_EQ(names<Column>(parent + child + "alter table c add primary key (a)"), "a a b");
  EXPECT_EQ(names<Column>(parent + child +
                          "alter table c alter b set not null;"
                          "alter table p alter b set not null"),
            "a b");
  EXPECT_EQ(names<Column>(parent + child +
                          "alter table c alter b set not null;"
                          "alter table p alter b drop not null"),
            "a b");
  // The parent's statement is about those that are there already, too.
  EXPECT_EQ(names<Column>(parent + child + "alter table p alter b set statistics 5"), "b a b");
  EXPECT_EQ(names<Column>(parent + child + "alter table only p alter b set statistics 5"), "a b");
  EXPECT_EQ(names<Column>(parent + "alter table p alter b set statistics 5;" + child), "a b");
  EXPECT_EQ(names<Column>(parent + child + "alter table p alter b set storage external"), "a b");
  EXPECT_EQ(names<Column>(parent + child + "alter table only p alter b set storage external"),
            "b a b");
  EXPECT_EQ(names<Column>(parent + child + "alter table p alter b set compression lz4"), "b a b");
}

// What the index or constraint i of the partition c is attached to.
std::string attached(const std::string& rest) {
  const ParsedSql parsed = parse_sql("create table p(a int, b text) partition by list (a);" + rest);
  EXPECT_EQ(parsed.errors, "");
  const Index* index = parsed.catalog.find<Index>(object_id(Kind::index, "public", "i"));
  const Constraint* constraint =
      parsed.catalog.find<Constraint>(object_id(Kind::constraint, "public", "c", "i"));
  const std::optional<ObjectId>* found = index != nullptr        ? &index->attached_to
                                         : constraint != nullptr ? &constraint->attached_to
                                                                 : nullptr;
  if (found == nullptr) return "there is no i";
  return *found ? describe(**found) : "";
}

TEST(TableChildren, IndexesThatTheParentTakesIn) {
  const std::string child = "create table c partition of p for values in (1);";
  const std::string own = "create unique index i on c (a, b);";
  const std::string above = "create unique index above on p (a, b);";
  EXPECT_EQ(attached(child + own + above), "index public.above");
  EXPECT_EQ(attached(child + above + own), "");
  EXPECT_EQ(attached(child + own + "create index above on p (a, b)"), "");
  EXPECT_EQ(attached(child + own + "create unique index above on only p (a, b)"), "");
  EXPECT_EQ(attached(child + "alter table c add constraint i unique (a, b);" + above),
            "index public.above");
  EXPECT_EQ(attached(child + own + "alter table p add constraint above unique (a, b)"), "");
  EXPECT_EQ(attached(child + "alter table c add constraint i unique (a, b);"
                             "alter table p add constraint above unique (a, b)"),
            "constraint public.p.above");
  // A new partition gets its parts before it makes indexes of its own; one that is attached has
  // them by then.
  EXPECT_EQ(attached(above + "create table c partition of p (constraint i unique (a, b)) for "
                             "values in (1)"),
            "");
  EXPECT_EQ(attached(above + "create table c(a int, b text, constraint i unique (a, b));"
                             "alter table p attach partition c for values in (1)"),
            "index public.above");
}

TEST(TableChildren, IndexesThatPartitionsHaveFromTheParent) {
  const std::string table = "create table p(a int, b text, primary key (a)) partition by list (a);";
  const std::string above = table + "create index above on p (b);";
  const std::string child = "create table c partition of p for values in (1);";
  EXPECT_EQ(names<Index>(above + child), "above");
  EXPECT_EQ(names<Index>(above + child + "comment on index c_b_idx is 'x'"), "above c_b_idx");
  EXPECT_EQ(names<Index>(above + child + "alter index c_b_idx rename to mine"), "above mine");
  EXPECT_EQ(names<Index>(above + child + "alter index c_b_idx set (fillfactor = 50)"),
            "above c_b_idx");
  EXPECT_EQ(names<Index>(above + child +
                         "alter index c_b_idx set (fillfactor = 50);"
                         "alter index c_b_idx reset (fillfactor)"),
            "above");
  EXPECT_EQ(names<Constraint>(above + child + "alter table c replica identity using index c_pkey"),
            "c_pkey p_pkey");
  EXPECT_EQ(names<Constraint>(above + child + "alter table c rename constraint c_pkey to k"),
            "k p_pkey");
  // Names that PostgreSQL chooses later give way to it.
  EXPECT_EQ(names<Index>(above + child + "create index on c (b); comment on index c_b_idx1 is 'x'"),
            "above c_b_idx1");
  EXPECT_EQ(names<Index>(above + child + "create index on c (b); comment on index c_b_idx is 'x'"),
            "above c_b_idx c_b_idx1");
  // As it was called when they were made.
  EXPECT_EQ(
      names<Index>(above + child + "alter table c rename to d; comment on index c_b_idx is 'x'"),
      "above c_b_idx");
  EXPECT_EQ(names<Index>(above + child + "alter table p detach partition c"), "above c_b_idx");
  // Of the index, and the parts that are there.
  EXPECT_EQ(names<Index>(table + child +
                         "create index above on p (lower(b));"
                         "alter index above alter column 1 set statistics 9;"
                         "create table d partition of p for values in (2)"),
            "above c_lower_idx");
  const std::string long_name(60, 'x');
  EXPECT_EQ(
      names<Index>(above + "create table " + long_name + " partition of p for values in (1);" +
                   "comment on index " + long_name.substr(0, 57) + "_b_idx is 'x'"),
      "above " + long_name.substr(0, 57) + "_b_idx");
  // ONLY makes none in those that are there.
  EXPECT_NE(
      errors(table + child + "create index above on only p (b); comment on index c_b_idx is 'x'"),
      "");
  EXPECT_NE(errors(above + child + "comment on index c_a_idx is 'x'"), "");
}

TEST(TableLike, Including) {
  const std::string source =
      "create table s(id serial, a int not null default 3 check (a > 0) "
      "unique); create index on s ((a + 1));";
  EXPECT_EQ(names<Constraint>(source + "create table t(like s)"), "s_a_check s_a_key");
  EXPECT_EQ(names<Constraint>(source + "create table t(like s including all)"),
            "s_a_check s_a_key s_a_check t_a_key");
  EXPECT_EQ(names<Index>(source + "create table t(like s including indexes)"),
            "s_expr_idx t_expr_idx");
}

TEST(TableErrors, SayWhereAndWhat) {
  EXPECT_EQ(errors("create table t(a int);\ncreate table t(b int)"),
            "2:1: table public.t exists already\n");
  EXPECT_EQ(errors("create table t(a int, a text)"), "1:23: column a specified more than once\n");
  EXPECT_EQ(errors("create table t(a intt)"), "1:18: type intt does not exist\n");
  EXPECT_EQ(errors("create table t(a int references u)"), "1:33: relation u does not exist\n");
  EXPECT_EQ(errors("create table t(a int, primary key (b))"),
            "1:23: column b named in key does not exist\n");
  EXPECT_EQ(errors("create table t(a int check (b > 0))"), "1:22: column b does not exist\n");
  EXPECT_EQ(errors("create table t(a int primary key, primary key (a))").substr(0, 5), "1:35:");
  EXPECT_EQ(errors("create table t as select 1 as a").substr(0, 40),
            "1:1: CREATE TABLE AS can't be part of a ");
  EXPECT_EQ(errors("delete from t"), "1:1: DELETE can't be part of a desired state\n");
  EXPECT_EQ(errors("select f()"), "1:1: SELECT can't be part of a desired state\n");
  EXPECT_EQ(errors("create table t(a int); create index on t (b)"),
            "1:43: table public.t has no column b\n");
}

TEST(Settings, SearchPath) {
  EXPECT_EQ(parse_sql("create schema app; set search_path to app, public; create table t(a int)")
                .catalog.contains(object_id(Kind::table, "app", "t")),
            true);
  EXPECT_EQ(
      errors("select pg_catalog.set_config('search_path', '', false); create table public.t(a "
             "int)"),
      "");
  EXPECT_EQ(errors("set search_path = ''; create table t(a int)"),
            "1:36: no schema has been selected to create in\n");
  EXPECT_EQ(errors("create schema app create table t(a int) create index on t (a)"), "");
}

TEST(DoBlocks, GuardsAreRead) {
  EXPECT_EQ(names<EnumType>("do $$ begin create type mood as enum ('a'); exception when "
                            "duplicate_object then null; end $$"),
            "mood");
  EXPECT_EQ(names<EnumType>("do $$ begin if not exists (select 1 from pg_type where typname = "
                            "'mood') then create type mood as enum ('a'); end if; end $$;"),
            "mood");
  EXPECT_EQ(errors("do $$ begin execute 'create table t(a int)'; end $$"),
            "1:1: this DO block can't be part of a desired state\n");
}

TEST(DoBlocks, WhatTheyExecuteMayBeAboutRoles) {
  const ParsedSql parsed = parse_sql(
      "do $$ begin execute format('GRANT keeper TO %I', current_user); end $$;\n"
      "do $$ begin if not exists (select 1) then execute 'create role app'; end if; end $$");
  EXPECT_EQ(parsed.errors, "");
  EXPECT_EQ(parsed.warnings,
            "1:1: DO: roles and their memberships are not compared by this build yet (2 "
            "statements)\n");
  EXPECT_EQ(errors("do $$ begin execute 'GRANT SELECT ON t TO app'; end $$"),
            "1:1: this DO block can't be part of a desired state\n");
}

// What is said of a parent reaches the children that stand above it, though they wait for their
// parent themselves; and no others.
TEST(AlterTable, ReachesTheChildrenAbove) {
  const auto storage = [](const std::string& sql) {
    const ParsedSql parsed = parse_sql(sql);
    EXPECT_EQ(parsed.errors, "");
    std::string out;
    for (const Column* column : parsed.catalog.sorted<Column>()) {
      out += column->id.name.str() + " " + (column->storage.empty() ? "-" : column->storage) + " ";
    }
    return out;
  };
  const std::string parent = "create table p (a text);";
  const std::string child = "create table c () inherits (p);";
  const std::string grandchild = "create table g () inherits (c);";
  const std::string all = "alter table p alter a set storage main;";
  const std::string only = "alter table only c alter a set storage external;";
  EXPECT_EQ(storage(parent + child + grandchild + all), "p MAIN ");
  EXPECT_EQ(storage(grandchild + child + parent + all), "p MAIN ");
  EXPECT_EQ(storage(child + parent + all + only + grandchild), "c EXTERNAL p MAIN ");
  EXPECT_EQ(storage(grandchild + child + parent + all + only), "c EXTERNAL g MAIN p MAIN ");
  EXPECT_EQ(storage(grandchild + child + parent + only + all), "p MAIN ");
}

TEST(Warnings, OneAKind) {
  const ParsedSql parsed =
      parse_sql("create table t(a int);\nalter role app superuser;\nalter role reader superuser");
  EXPECT_EQ(parsed.errors, "");
  EXPECT_EQ(parsed.warnings,
            "2:1: ALTER ROLE: roles that the state does not create are not compared by this build "
            "yet (2 statements)\n");
}

}  // namespace
}  // namespace schemadiff::testing
