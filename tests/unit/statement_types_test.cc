// CREATE/ALTER TYPE, DOMAIN and EXTENSION: text in, fields out.
#include <gtest/gtest.h>

#include "tests/support/parse_sql.h"

namespace schemadiff::testing {
namespace {

std::string labels(const std::string& sql) {
  const ParsedSql parsed = parse_sql(sql);
  if (!parsed.errors.empty()) return parsed.errors;
  const EnumType* type =
      parsed.catalog.find<EnumType>(object_id(Kind::enum_type, "public", "mood"));
  return type == nullptr ? "no type" : display(type->labels);
}

TEST(StatementEnum, LabelsInOrder) {
  EXPECT_EQ(labels("CREATE TYPE mood AS ENUM ('b', 'a')"), "b, a");
}

TEST(StatementEnum, AddValue) {
  const std::string create = "CREATE TYPE mood AS ENUM ('a', 'c');\n";
  EXPECT_EQ(labels(create + "ALTER TYPE mood ADD VALUE 'd'"), "a, c, d");
  EXPECT_EQ(labels(create + "ALTER TYPE mood ADD VALUE 'b' BEFORE 'c'"), "a, b, c");
  EXPECT_EQ(labels(create + "ALTER TYPE mood ADD VALUE 'b' AFTER 'a'"), "a, b, c");
  EXPECT_EQ(labels(create + "ALTER TYPE mood ADD VALUE IF NOT EXISTS 'c'"), "a, c");
  EXPECT_EQ(labels(create + "ALTER TYPE mood ADD VALUE 'c'"),
            "2:1: enum mood has the label 'c' already\n");
  EXPECT_EQ(labels(create + "ALTER TYPE mood ADD VALUE 'x' BEFORE 'y'"),
            "2:1: enum mood has no label 'y'\n");
  EXPECT_EQ(labels(create + "ALTER TYPE public.mood RENAME VALUE 'a' TO 'z'"), "z, c");
}

TEST(StatementEnum, DuplicateLabel) {
  EXPECT_EQ(labels("CREATE TYPE mood AS ENUM ('a', 'a')"),
            "1:1: enum public.mood has the label 'a' twice\n");
}

std::string attributes(const std::string& sql) {
  const ParsedSql parsed = parse_sql(sql);
  if (!parsed.errors.empty()) return parsed.errors;
  const CompositeType* type =
      parsed.catalog.find<CompositeType>(object_id(Kind::composite_type, "public", "pair"));
  if (type == nullptr) return "no type";
  std::string out;
  for (const CompositeAttribute& attribute : type->attributes) {
    if (!out.empty()) out += ", ";
    out += quote(attribute.name) + " " + attribute.type.sql;
    if (!attribute.collation.empty()) out += " COLLATE " + attribute.collation.sql();
  }
  return out;
}

TEST(StatementComposite, Attributes) {
  EXPECT_EQ(attributes("CREATE TYPE pair AS (a int, b varchar(3) COLLATE \"C\", c text COLLATE "
                       "\"default\", d pair2[]); CREATE TYPE pair2 AS (x int4)"),
            "a integer, b character varying(3) COLLATE pg_catalog.\"C\", c text, d public.pair2[]");
}

TEST(StatementComposite, Alter) {
  const std::string create = "CREATE TYPE pair AS (a int, b text);\n";
  EXPECT_EQ(attributes(create + "ALTER TYPE pair ADD ATTRIBUTE c date, DROP ATTRIBUTE a"),
            "b text, c date");
  EXPECT_EQ(attributes(create + "ALTER TYPE pair ALTER ATTRIBUTE a SET DATA TYPE bigint CASCADE"),
            "a bigint, b text");
  EXPECT_EQ(attributes(create + "ALTER TYPE pair DROP ATTRIBUTE IF EXISTS x"), "a integer, b text");
  EXPECT_EQ(attributes(create + "ALTER TYPE pair DROP ATTRIBUTE x"),
            "2:1: type public.pair has no attribute x\n");
}

TEST(StatementRange, Defaults) {
  const ParsedSql parsed = parse_sql(
      "CREATE TYPE app.floatrange AS RANGE (subtype = float8, subtype_diff = float8mi);"
      "CREATE SCHEMA app;"
      "CREATE TYPE words AS RANGE (subtype = varchar(5), collation = \"C\", "
      "multirange_type_name = app.many)");
  EXPECT_EQ(parsed.errors, "");
  const RangeType* floats =
      parsed.catalog.find<RangeType>(object_id(Kind::range_type, "app", "floatrange"));
  ASSERT_NE(floats, nullptr);
  EXPECT_EQ(floats->subtype.sql, "double precision");
  EXPECT_EQ(floats->subtype_operator_class.sql(), "pg_catalog.float8_ops");
  EXPECT_EQ(floats->subtype_diff.sql(), "pg_catalog.float8mi");
  EXPECT_EQ(floats->multirange_type.sql(), "app.floatmultirange");
  EXPECT_TRUE(floats->collation.empty());
  const RangeType* words =
      parsed.catalog.find<RangeType>(object_id(Kind::range_type, "public", "words"));
  ASSERT_NE(words, nullptr);
  EXPECT_EQ(words->subtype.sql, "character varying");
  EXPECT_EQ(words->subtype_operator_class.sql(), "pg_catalog.text_ops");
  EXPECT_EQ(words->collation.sql(), "pg_catalog.\"C\"");
  EXPECT_EQ(words->multirange_type.sql(), "app.many");
}

TEST(StatementDomain, AllClauses) {
  const ParsedSql parsed = parse_sql(
      "CREATE DOMAIN d AS varchar(9) COLLATE \"C\" DEFAULT 'x' || 'y' CONSTRAINT nn NOT NULL\n"
      "  CHECK ((VALUE <> '')) CONSTRAINT d_check1 CHECK (length(VALUE) > 3) CHECK (true)");
  EXPECT_EQ(parsed.errors, "");
  const ObjectId id = object_id(Kind::domain, "public", "d");
  const Domain* domain = parsed.catalog.find<Domain>(id);
  ASSERT_NE(domain, nullptr);
  EXPECT_EQ(domain->base.sql, "character varying(9)");
  EXPECT_EQ(domain->collation.sql(), "pg_catalog.\"C\"");
  EXPECT_TRUE(domain->not_null);
  ASSERT_TRUE(domain->default_value);
  EXPECT_EQ(domain->default_value->text, "'x' || 'y'");
  const auto check = [&](const char* name) {
    return parsed.catalog.find<DomainConstraint>(id.with_sub(Kind::domain_constraint, name));
  };
  ASSERT_NE(check("d_check"), nullptr);
  EXPECT_EQ(check("d_check")->check.text, "(VALUE <> '')");
  EXPECT_TRUE(check("d_check")->name_is_predicted);
  ASSERT_NE(check("d_check1"), nullptr);
  EXPECT_EQ(check("d_check1")->check.text, "length(VALUE) > 3");
  EXPECT_FALSE(check("d_check1")->name_is_predicted);
  ASSERT_NE(check("d_check2"), nullptr);
  EXPECT_EQ(check("d_check2")->check.text, "true");
}

// It starts with the default of the one below, which may be declared further down.
TEST(StatementDomain, OverADomainInAnyOrder) {
  for (const char* text : {"CREATE DOMAIN a AS int DEFAULT 1; CREATE DOMAIN b AS a;",
                           "CREATE DOMAIN b AS a; CREATE DOMAIN a AS int DEFAULT 1;"}) {
    const ParsedSql parsed = parse_sql(text);
    EXPECT_EQ(parsed.errors, "");
    const Domain* over = parsed.catalog.find<Domain>(object_id(Kind::domain, "public", "b"));
    ASSERT_NE(over, nullptr);
    ASSERT_TRUE(over->default_value) << text;
    EXPECT_EQ(over->default_value->text, "1");
  }
}

TEST(StatementDomain, Alter) {
  const ParsedSql parsed = parse_sql(
      "CREATE DOMAIN d AS int DEFAULT 1 CONSTRAINT old CHECK (VALUE > 0);"
      "ALTER DOMAIN d SET DEFAULT 2 + 2;"
      "ALTER DOMAIN d SET NOT NULL;"
      "ALTER DOMAIN d DROP CONSTRAINT old;"
      "ALTER DOMAIN d ADD CHECK (VALUE < 9) NOT VALID;");
  EXPECT_EQ(parsed.errors, "");
  const ObjectId id = object_id(Kind::domain, "public", "d");
  const Domain* domain = parsed.catalog.find<Domain>(id);
  ASSERT_NE(domain, nullptr);
  EXPECT_TRUE(domain->not_null);
  ASSERT_TRUE(domain->default_value);
  EXPECT_EQ(domain->default_value->text, "2 + 2");
  EXPECT_EQ(parsed.catalog.objects<DomainConstraint>().size(), 1U);
  const DomainConstraint* check =
      parsed.catalog.find<DomainConstraint>(id.with_sub(Kind::domain_constraint, "d_check"));
  ASSERT_NE(check, nullptr);
  EXPECT_EQ(check->check.text, "VALUE < 9");
  EXPECT_FALSE(check->validated);
}

TEST(StatementDomain, Errors) {
  EXPECT_EQ(parse_sql("CREATE DOMAIN d AS int NOT NULL NULL").errors,
            "1:33: domain public.d says both NULL and NOT NULL\n");
  EXPECT_EQ(parse_sql("CREATE DOMAIN d AS int PRIMARY KEY").errors,
            "1:24: domains take only NOT NULL, NULL, DEFAULT and CHECK\n");
  EXPECT_EQ(parse_sql("CREATE DOMAIN d AS int CONSTRAINT a CHECK (VALUE > 1)\n"
                      "CONSTRAINT a CHECK (VALUE > 2)")
                .errors,
            "2:1: domain public.d has two constraints named a\n");
}

TEST(StatementExtension, SchemaAndVersion) {
  const ParsedSql parsed = parse_sql(
      "CREATE EXTENSION IF NOT EXISTS hstore WITH SCHEMA ext VERSION '1.4';"
      "CREATE EXTENSION IF NOT EXISTS hstore;"
      "ALTER EXTENSION hstore UPDATE TO '1.5'; CREATE SCHEMA ext;");
  EXPECT_EQ(parsed.errors, "");
  const Extension* extension =
      parsed.catalog.find<Extension>(object_id(Kind::extension, {}, "hstore"));
  ASSERT_NE(extension, nullptr);
  EXPECT_EQ(extension->schema, Identifier("ext"));
  EXPECT_EQ(extension->version, "1.5");
}

}  // namespace
}  // namespace schemadiff::testing
