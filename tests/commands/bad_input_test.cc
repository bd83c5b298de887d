// What a tired engineer gets to read: one message that says what is wrong, where, and what to do;
// the exit code; and a database that is as it was.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "parser/parser.h"
#include "tests/support/run_schemadiff.h"
#include "tests/support/throwaway_cluster.h"

namespace schemadiff::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class BadInput : public ::testing::Test {
 protected:
  // What plan says of that file. It must refuse it.
  std::string refusal(const std::string& sql, const std::string& name = "schema.sql") {
    ProcessOptions options;
    options.folder = folder_.path();
    folder_.write(name, sql);
    const ProcessResult run =
        run_schemadiff({"plan", "--to", name, "--db", database_.conninfo()}, options);
    EXPECT_EQ(run.exit_code, 1) << run.output << run.errors;
    EXPECT_EQ(run.output, "");
    return run.errors;
  }

  ProcessResult plan_on(const std::string& conninfo) {
    const std::string file = folder_.write("good.sql", "CREATE TABLE t (id int);");
    return run_schemadiff({"plan", "--to", file, "--db", conninfo});
  }

  static size_t count(const std::string& text, const std::string& part) {
    size_t found = 0;
    for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
      ++found;
    return found;
  }

  TemporaryFolder folder_;
  const TestDatabase database_;
};

TEST_F(BadInput, DirectivesThatNobodyKnows) {
  EXPECT_EQ(refusal("-- schemadiff: renamd from a\nCREATE TABLE b (id int);\n"),
            "schema.sql:1:4: error: unknown directive: renamd from a\n"
            "    1 | -- schemadiff: renamd from a\n"
            "      |    ^\n"
            "  hint: known are \"renamed from NAME\", \"rows initial\", \"rows exact\", "
            "\"partitions exact\" and \"lint off CODE\"\n"
            "1 error in schema.sql; nothing was changed\n");
  EXPECT_THAT(refusal("CREATE TABLE b (id int); -- schemadiff: partitions exact\n"),
              HasSubstr("schema.sql:1:26: error: this directive stands by no partitioned table"));
  EXPECT_THAT(refusal("-- schemadiff: partitions off\nCREATE TABLE b (id int);\n"),
              HasSubstr("schema.sql:1:4: error: unknown directive: partitions off"));
}

TEST_F(BadInput, EverySyntaxErrorWithItsPlace) {
  const std::string errors = refusal(
      "CREATE TABLE a (id int,);\n"
      "CREATE TABLE good (id int);\n"
      "CREATE TABEL c (id int);\n"
      "CREATE VIEW v AS SELECT FROM WHERE;\n");
  EXPECT_EQ(errors,
            "schema.sql:1:24: error: syntax error at or near \")\"\n"
            "    1 | CREATE TABLE a (id int,);\n"
            "      |                        ^\n"
            "schema.sql:3:8: error: syntax error at or near \"TABEL\"\n"
            "    3 | CREATE TABEL c (id int);\n"
            "      |        ^\n"
            "schema.sql:4:30: error: syntax error at or near \"WHERE\"\n"
            "    4 | CREATE VIEW v AS SELECT FROM WHERE;\n"
            "      |                              ^\n"
            "3 errors in schema.sql; nothing was changed\n");
}

TEST_F(BadInput, AForgottenParenthesisHidesNothing) {
  const std::string errors = refusal(
      "CREATE TABLE a (id int;\n"
      "CREATE TABLE b (id int, CHECK (id > (1));\n"
      "CREATE TABEL c (id int);\n"
      "CREATE TABLE d (x nosuch);\n");
  EXPECT_EQ(count(errors, "schema.sql:1:23: error: syntax error"), 1U);
  EXPECT_THAT(errors, HasSubstr("the parenthesis of line 1, column 16 is not closed"));
  EXPECT_THAT(errors, HasSubstr("the parenthesis of line 2, column 16 is not closed"));
  EXPECT_THAT(errors, HasSubstr("schema.sql:3:8: error: syntax error at or near \"TABEL\""));
  EXPECT_THAT(errors, HasSubstr("schema.sql:4:19: error: type nosuch does not exist"));
  EXPECT_THAT(errors, HasSubstr("4 errors in schema.sql; nothing was changed"));
}

TEST_F(BadInput, AHintOfNewerSyntaxOnlyWhereItMayBeMeant) {
  EXPECT_THAT(refusal("CREATE TABLE a (t varchar(50 NOT NULL, u int);\n"),
              Not(HasSubstr("grammar of PostgreSQL")));
  // A build with the grammar of 18 understands this one, but most servers are too old for it.
  if (test_server_version() >= 180000 && grammar_version() == "18") return;
  const std::string named = refusal("CREATE TABLE a (t int, CONSTRAINT t_given NOT NULL t);\n");
  EXPECT_EQ(count(named, "syntax error"), count(named, "not null came with 18"));
}

TEST_F(BadInput, SyntaxOfEachNewerGrammar) {
  if (grammar_version() != "15") GTEST_SKIP() << "another grammar knows others";
  const std::string table = "CREATE TABLE t (a int, b int, j json);\n";
  const std::pair<const char*, const char*> statements[] = {
      {"CREATE VIEW v AS SELECT JSON_OBJECT('a': 1);", "json_object came with 16"},
      {"CREATE VIEW v AS SELECT JSON_ARRAY(a, b ABSENT ON NULL) FROM t;", "json_array came with"},
      {"CREATE VIEW v AS SELECT JSON_OBJECTAGG('a' VALUE j) FROM t;", "json_objectagg came with"},
      {"CREATE VIEW v AS SELECT JSON_VALUE(j, '$.a' RETURNING int) FROM t;",
       "json_value came with"},
      {"CREATE VIEW v AS SELECT JSON_QUERY(j, '$.a' WITH WRAPPER) FROM t;", "json_query came with"},
      {"CREATE VIEW v AS SELECT JSON_EXISTS(j, '$' ERROR ON ERROR) FROM t;", "json_exists came"},
      {"CREATE VIEW v AS SELECT JSON_SERIALIZE(j RETURNING text) FROM t;", "json_serialize came"},
      {"CREATE VIEW v AS SELECT x.* FROM t, JSON_TABLE(j, '$' COLUMNS (a int PATH '$.a')) x;",
       "json_table came with 17"},
      {"CREATE VIEW v AS SELECT XMLSERIALIZE(CONTENT '<a/>'::xml AS text INDENT);",
       "indent came with 16"},
      {"CREATE VIEW v AS SELECT 0x1F AS a;", "numbers like 0x1F and 1_000 came with 16"},
      {"CREATE VIEW v AS SELECT 1_000 AS a;", "numbers like 0x1F and 1_000 came with 16"},
      {"CREATE VIEW v AS SELECT * FROM (SELECT 1 AS a);", "FROM without an alias came with 16"},
      {"CREATE STATISTICS ON a, b FROM t;", "create statistics on came with 16"},
      {"CREATE STATISTICS (ndistinct) ON a, b FROM t;", "create statistics came with 16"},
      {"ALTER TABLE t ALTER a SET STATISTICS DEFAULT;", "statistics default came with 17"},
      {"ALTER TABLE t SET ACCESS METHOD DEFAULT;", "access method default came with 17"},
      {"ALTER TABLE t ALTER a SET EXPRESSION AS (b);", "set expression came with 17"},
      {"CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC MERGE INTO t USING t u ON t.a = "
       "u.a WHEN NOT MATCHED BY SOURCE THEN DELETE; END;",
       "matched by source came with 17"},
      {"CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC UPDATE t SET a = 1 RETURNING "
       "WITH "
       "(OLD AS o) o.a; END;",
       "returning with came with 18"},
      {"ALTER DEFAULT PRIVILEGES GRANT SELECT ON LARGE OBJECTS TO PUBLIC;", "large objects came"},
      {"ALTER TABLE t ALTER CONSTRAINT c INHERIT;", "constraint … inherit came with 18"},
  };
  for (const auto& [statement, hint] : statements) {
    EXPECT_THAT(refusal(table + statement), HasSubstr(hint)) << statement;
  }
  EXPECT_THAT(refusal("CREATE TABLE t (a int, b json DEFAULT f((1, 2);"),
              Not(HasSubstr("grammar of PostgreSQL")));
  EXPECT_THAT(refusal(table + "CREATE VIEW v AS SELECT JSON_VALUE(j, '$.a') AS a FROM t;"),
              AllOf(HasSubstr("schema.sql:2:25: error: json_value(…) is no function"),
                    HasSubstr("json_value came with 17")));
}

TEST_F(BadInput, WhatIsSaidOfPostgresOwnObjects) {
  const std::string file = folder_.write(
      "good.sql",
      "CREATE FUNCTION own() RETURNS int LANGUAGE sql AS 'SELECT 1';\n"
      "REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC; GRANT USAGE ON LANGUAGE sql TO PUBLIC;\n"
      "REVOKE EXECUTE ON FUNCTION pg_read_file(text), own() FROM PUBLIC;\n"
      "REVOKE SELECT ON pg_user FROM PUBLIC; REVOKE USAGE ON TYPE int4 FROM PUBLIC;\n"
      "COMMENT ON LANGUAGE plpgsql IS 'x'; COMMENT ON EXTENSION plpgsql IS 'x';\n"
      "COMMENT ON SCHEMA pg_catalog IS 'x'; COMMENT ON FUNCTION now() IS 'x';\n"
      "COMMENT ON COLUMN pg_class.relname IS 'x'; COMMENT ON OPERATOR + (int, int) IS 'x';\n");
  const ProcessResult run =
      run_schemadiff({"plan", "--to", file, "--db", database_.conninfo(), "--manage", "all"});
  EXPECT_EQ(run.exit_code, 0) << run.errors;
  EXPECT_THAT(run.output, HasSubstr("REVOKE ALL ON ROUTINE public.own() FROM PUBLIC"));
  EXPECT_THAT(run.errors, AllOf(HasSubstr("REVOKE: privileges on PostgreSQL's own objects are not "
                                          "compared by this build yet (4 statements)"),
                                HasSubstr("ON LANGUAGE: PostgreSQL's own objects are not compared"),
                                HasSubstr("ON FUNCTION: PostgreSQL's own objects are not")));
  EXPECT_THAT(refusal("GRANT USAGE ON LANGUAGE nosuch TO PUBLIC;\nCOMMENT ON TYPE nosuch IS 'x';\n"
                      "REVOKE SELECT ON nosuch FROM PUBLIC;\n"),
              AllOf(HasSubstr("schema.sql:1:1: error: language nosuch does not exist"),
                    HasSubstr("schema.sql:2:1: error: type nosuch does not exist"),
                    HasSubstr("schema.sql:3:18: error: relation nosuch does not exist")));
}

TEST_F(BadInput, RenamesThatAreNotUnderstoodAreSaidOnce) {
  const std::string errors = refusal(
      "CREATE SCHEMA a; CREATE TABLE a.t (x int); ALTER SCHEMA a RENAME TO b;\n"
      "CREATE TABLE b.u (); COMMENT ON SCHEMA b IS 'x'; ALTER TABLE b.t ADD y int;\n"
      "CREATE PUBLICATION p; ALTER PUBLICATION p RENAME TO q; COMMENT ON PUBLICATION q IS 'x';\n"
      "CREATE TABLE old (x int); CREATE VIEW v AS SELECT x FROM old;\n"
      "ALTER TABLE old RENAME TO new; CREATE INDEX ON new (x); COMMENT ON TABLE new IS 'x';\n"
      "CREATE RULE r AS ON DELETE TO new DO INSTEAD NOTHING; ALTER RULE r ON new RENAME TO s;\n"
      "COMMENT ON RULE s ON new IS 'x';\n");
  EXPECT_THAT(errors, AllOf(HasSubstr("1:44: error: ALTER SCHEMA … RENAME is not understood"),
                            HasSubstr("3:23: error: ALTER PUBLICATION … RENAME is not understood"),
                            HasSubstr("5:1: error: table public.old is renamed here, but"),
                            HasSubstr("6:55: error: ALTER RULE … RENAME is not understood"),
                            HasSubstr("4 errors in schema.sql")));
}

TEST_F(BadInput, WhatFollowsFromASyntaxErrorIsNotSaidAgain) {
  const std::string errors = refusal(
      "CREATE TABLE IF NOT EXISTS public.users (id int PRIMARY KEY, email varchar(255 NOT NULL);\n"
      "CREATE TABLE a (id int, user_id int REFERENCES users (id));\n"
      "CREATE INDEX ON users (email);\nCOMMENT ON COLUMN users.email IS 'x';\n"
      "CREATE FUNCTION g(u users) RETURNS int LANGUAGE sql AS 'SELECT 1';\n"
      "INSERT INTO users VALUES (1, 'a');\nGRANT SELECT ON users TO postgres;"
      "GRANT SELECT ON others TO postgres;\n");
  EXPECT_THAT(errors, HasSubstr("schema.sql:1:80: error: syntax error"));
  EXPECT_THAT(errors, Not(HasSubstr("users does not exist")));
  EXPECT_THAT(errors, HasSubstr("not said again: 6 uses of public.users, which can't be read"));
  EXPECT_THAT(errors, HasSubstr("relation others does not exist"));
  const std::string misspelt = refusal(
      "CREATE TABEL users (id int);\nCREATE INDEX ON users (id);\nCREATE INDEX ON others (id);\n");
  EXPECT_THAT(misspelt, HasSubstr("schema.sql:1:8: error: syntax error at or near \"TABEL\""));
  EXPECT_THAT(misspelt, Not(HasSubstr("users does not exist")));
  EXPECT_THAT(misspelt, HasSubstr("relation others does not exist"));
  EXPECT_THAT(refusal("CREATE SCHEMA a; CREATE SCHEMA b; CREATE TABLE a.users (id int;\n"
                      "CREATE INDEX ON b.users (id);\n"),
              HasSubstr("relation b.users does not exist"));
}

TEST_F(BadInput, ACommentOnANotNullThatTheServerDoesNotKeep) {
  if (test_server_version() >= 170000) GTEST_SKIP() << "this server keeps it";
  const std::string errors = refusal(
      "CREATE TABLE t (a int CONSTRAINT given NOT NULL);\nCREATE DOMAIN d AS int NOT NULL;\n"
      "COMMENT ON CONSTRAINT given ON t IS 'x';\n"
      "COMMENT ON CONSTRAINT d_not_null ON DOMAIN d IS 'x';\n");
  EXPECT_THAT(errors, HasSubstr("schema.sql:3:1: error: constraint public.t.given does not exist"));
  EXPECT_EQ(count(errors, "keeps no constraint of a NOT NULL"), 2U);
}

TEST_F(BadInput, WhatNeverEnds) {
  EXPECT_THAT(refusal("CREATE TABLE a (t text DEFAULT 'x);\nCREATE TABLE b (id int);\n"),
              HasSubstr("schema.sql:1:32: error: unterminated quoted string"));
  EXPECT_THAT(refusal("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1;\n"),
              HasSubstr("schema.sql:1:49: error: unterminated dollar-quoted string"));
  EXPECT_THAT(refusal("CREATE TABLE a (id int); /* and\n"),
              HasSubstr("schema.sql:1:26: error: unterminated comment"));
}

TEST_F(BadInput, NamesInExpressionsThatNothingHas) {
  const std::string errors = refusal(
      "CREATE TABLE t (id int PRIMARY KEY, b int DEFAULT nosuch(3));\n"
      "CREATE VIEW v AS\n    SELECT x FROM missing_table;\n"
      "CREATE VIEW w AS SELECT t.id, nocol FROM t;\n"
      "CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION nofn();\n"
      "CREATE POLICY p ON t USING (id > 0 AND www);\n"
      "CREATE RECURSIVE VIEW r (n) AS SELECT 1 UNION ALL SELECT n + 1 FROM r, gone;\n");
  EXPECT_THAT(errors, AllOf(HasSubstr("schema.sql:1:51: error: function nosuch does not exist"),
                            HasSubstr("schema.sql:3:19: error: relation missing_table does not"),
                            HasSubstr("schema.sql:4:31: error: column nocol does not exist"),
                            HasSubstr("schema.sql:5:1: error: function nofn does not exist"),
                            HasSubstr("schema.sql:6:40: error: column www does not exist"),
                            HasSubstr("schema.sql:7:72: error: relation gone does not exist"),
                            HasSubstr("6 errors in schema.sql; nothing was changed")));
}

TEST_F(BadInput, WhatTheServerHasNotGot) {
  const std::string errors = refusal(
      "CREATE TABLE nosuch.t (id int);\n"
      "CREATE FUNCTION f() RETURNS int LANGUAGE plv8 AS 'x';\n"
      "CREATE TABLE t (id int) TABLESPACE fast;\n"
      "CREATE INDEX i ON t USING btre (id);\n"
      "CREATE FOREIGN TABLE g (id int) SERVER nowhere;\n"
      "CREATE AGGREGATE total(int) (SFUNC = nofn, STYPE = int);\n");
  EXPECT_THAT(errors, AllOf(HasSubstr("schema.sql:1:1: error: schema nosuch does not exist"),
                            HasSubstr("hint: declare it: CREATE SCHEMA nosuch"),
                            HasSubstr("schema.sql:2:1: error: language plv8 does not exist"),
                            HasSubstr("schema.sql:3:1: error: tablespace fast does not exist"),
                            HasSubstr("schema.sql:4:1: error: access method btre does not exist"),
                            HasSubstr("schema.sql:5:1: error: server nowhere does not exist"),
                            HasSubstr("schema.sql:6:1: error: function nofn does not exist")));
  EXPECT_THAT(refusal("CREATE EXTENSION nosuch;"),
              HasSubstr("schema.sql:1:1: error: extension nosuch is not available"));
}

TEST_F(BadInput, OperatorClassesThatNothingHas) {
  const std::string table = "CREATE TABLE t (a text);\n";
  const std::string index = "CREATE INDEX i ON t USING gin (a gin_trgm_ops);\n";
  EXPECT_THAT(refusal(table + index),
              AllOf(HasSubstr("schema.sql:2:1: error: operator class gin_trgm_ops does not exist "
                              "for access method gin"),
                    HasSubstr("hint: if an extension brings it, declare that: CREATE EXTENSION")));
  const std::string file =
      folder_.write("good.sql", table +
                                    "CREATE INDEX i ON t (a text_pattern_ops);\n"
                                    "CREATE TYPE r AS RANGE (subtype = text,\n"
                                    "  subtype_opclass = pg_catalog.text_pattern_ops);\n");
  EXPECT_EQ(run_schemadiff({"plan", "--to", file, "--db", database_.conninfo()}).exit_code, 0);
}

TEST_F(BadInput, BodiesThatNobodyReads) {
  const std::string file = folder_.write(
      "bodies.sql",
      "CREATE FUNCTION a() RETURNS int LANGUAGE sql AS 'SELCT 1';\n"
      "CREATE FUNCTION b() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETRUN 1; END';\n"
      "CREATE FUNCTION c(OUT x pg_database, OUT y int) LANGUAGE plpgsql AS\n"
      "  'BEGIN x.datname := 1; y := 2; END';\n"
      "CREATE FUNCTION d() RETURNS TABLE (x int) LANGUAGE plpgsql AS 'BEGIN RETURN NEXT; END';\n"
      "CREATE FUNCTION e() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';\n");
  const ProcessResult run = run_schemadiff({"plan", "--to", file, "--db", database_.conninfo()});
  EXPECT_THAT(run.output,
              AllOf(HasSubstr("bodies.sql:1: the body of function public.a() can't be read: syntax "
                              "error at or near \"SELCT\""),
                    HasSubstr("bodies.sql:2: the body of function public.b() can't be read: syntax "
                              "error at or near \"RETRUN\""),
                    Not(HasSubstr("the body of function public.c(")),
                    Not(HasSubstr("the body of function public.d(")),
                    Not(HasSubstr("the body of function public.e("))));
}

TEST_F(BadInput, ViewsThatUseEachOther) {
  EXPECT_THAT(refusal("CREATE VIEW a AS SELECT * FROM b;\nCREATE VIEW b AS SELECT * FROM a;\n"),
              HasSubstr("view public.a uses view public.b, which uses it again: none of them can "
                        "be created"));
}

TEST_F(BadInput, NamesThatOnlyTheServerHasAreFine) {
  database_.execute(
      "CREATE SCHEMA elsewhere; CREATE TABLE elsewhere.t (id int);"
      "CREATE FUNCTION elsewhere.f() RETURNS int LANGUAGE sql AS 'SELECT 1'");
  const std::string file = folder_.write(
      "good.sql",
      "CREATE VIEW a AS SELECT relname, ctid FROM pg_class;\n"
      "CREATE VIEW b AS SELECT table_name FROM information_schema.tables;\n"
      "CREATE VIEW c AS SELECT id, elsewhere.f() FROM elsewhere.t;\n"
      "CREATE TABLE t (id int, v tsvector);\n"
      "CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW\n"
      "  EXECUTE FUNCTION tsvector_update_trigger(v, 'pg_catalog.english', id);\n"
      "CREATE VIEW d AS SELECT id AS x FROM t GROUP BY x HAVING count(*) > 1 ORDER BY x;\n"
      "CREATE VIEW e AS WITH w AS (SELECT id FROM t) SELECT s.id FROM w s, LATERAL (SELECT s.id) "
      "l;\n");
  const ProcessResult run =
      run_schemadiff({"apply", "--auto-approve", "--to", file, "--db", database_.conninfo()});
  EXPECT_EQ(run.exit_code, 0) << run.output << run.errors;
}

TEST_F(BadInput, DeclaredTwice) {
  const std::string errors = refusal(
      "CREATE TABLE a (id int, id text);\n"
      "CREATE VIEW a AS SELECT 1;\n"
      "CREATE INDEX i ON a (id);\n"
      "CREATE INDEX i ON a (id);\n"
      "CREATE TYPE e AS ENUM ('x', 'x');\n"
      "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';\n"
      "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 2';\n"
      "CREATE SCHEMA s; CREATE SCHEMA s;\n");
  EXPECT_THAT(errors,
              AllOf(HasSubstr("schema.sql:1:25: error: column id specified more than once"),
                    HasSubstr("schema.sql:2:1: error: table public.a exists already"),
                    HasSubstr("it is declared at schema.sql:1:1"),
                    HasSubstr("schema.sql:4:1: error: index public.i exists already"),
                    HasSubstr("schema.sql:5:1: error: enum public.e has the label 'x' twice"),
                    HasSubstr("schema.sql:7:1: error: function public.f() exists already"),
                    HasSubstr("schema.sql:8:18: error: schema s exists already")));
}

TEST_F(BadInput, WhatDoesNotExist) {
  const std::string errors = refusal(
      "CREATE TABLE orders (id int PRIMARY KEY REFERENCES nope);\n"
      "CREATE INDEX ON ordrs (id);\n"
      "CREATE INDEX ON orders (idd);\n"
      "ALTER TABLE nope ADD x int;\n"
      "COMMENT ON TABLE nope IS 'x';\n"
      "CREATE POLICY p ON nope;\n"
      "CREATE TABLE c (id int REFERENCES orders (nocol));\n");
  EXPECT_THAT(errors, AllOf(HasSubstr("schema.sql:1:52: error: relation nope does not exist"),
                            HasSubstr("schema.sql:2:17: error: relation ordrs does not exist"),
                            HasSubstr("did you mean orders?"),
                            HasSubstr("schema.sql:3:25: error: table public.orders has no column "
                                      "idd"),
                            HasSubstr("schema.sql:4:13: error: relation nope does not exist"),
                            HasSubstr("schema.sql:5:1: error: relation nope does not exist"),
                            HasSubstr("schema.sql:6:20: error: relation nope does not exist"),
                            HasSubstr("schema.sql:7:24: error: column nocol")));
}

TEST_F(BadInput, UnknownTypes) {
  const std::string errors = refusal(
      "CREATE TABLE t (a intt, b varchr(3), c citext, d geometry(Point, 4326), e status, f txet);\n"
      "CREATE FUNCTION f(a nott) RETURNS int LANGUAGE sql AS 'SELECT 1';\n"
      "CREATE DOMAIN d AS nodomain;\n");
  EXPECT_THAT(errors, AllOf(HasSubstr("schema.sql:1:19: error: type intt does not exist"),
                            HasSubstr("did you mean varchar?"), HasSubstr("did you mean text?"),
                            HasSubstr("CREATE EXTENSION citext brings it"),
                            HasSubstr("CREATE EXTENSION postgis brings it"),
                            HasSubstr("declare it with CREATE TYPE"),
                            HasSubstr("schema.sql:2:21: error: type nott does not exist"),
                            HasSubstr("type nodomain does not exist")));
}

TEST_F(BadInput, WhatIsNoDeclaration) {
  const std::string errors = refusal(
      "UPDATE t SET a = 1;\nDELETE FROM t;\nTRUNCATE t;\nVACUUM;\nSELECT 1;\nROLLBACK;\n"
      "ALTER SYSTEM SET jit = off;\nCREATE TEMP TABLE t (a int);\nCREATE TABLE q AS SELECT 1;\n"
      "CREATE TABLESPACE s LOCATION '/x';\n\\connect other\n\\i missing.sql\n");
  EXPECT_THAT(
      errors,
      AllOf(HasSubstr("1:1: error: UPDATE can't be part of a desired state"),
            HasSubstr("2:1: error: DELETE can't be"), HasSubstr("3:1: error: TRUNCATE can't be"),
            HasSubstr("4:1: error: VACUUM can't be"), HasSubstr("5:1: error: SELECT can't be"),
            HasSubstr("6:1: error: ROLLBACK can't be"),
            HasSubstr("7:1: error: ALTER SYSTEM can't be")));
  EXPECT_THAT(errors, AllOf(HasSubstr("8:1: error: a temporary table can't be"),
                            HasSubstr("9:1: error: CREATE TABLE AS can't be"),
                            HasSubstr("10:1: error: CREATE TABLESPACE can't be"),
                            HasSubstr("11:1: error: \\connect: a desired state describes one"),
                            HasSubstr("12:1: error: missing.sql: No such file")));
}

TEST_F(BadInput, FilesThatAreNoSql) {
  EXPECT_THAT(refusal("CREATE TABLE a (id int); -- caf\xe9\n"),
              AllOf(HasSubstr("schema.sql:1:32: error: invalid UTF-8: byte 0xe9"),
                    HasSubstr("iconv -f LATIN1 -t UTF-8")));
  EXPECT_THAT(refusal(std::string("\xff\xfe"
                                  "C\0R\0",
                                  6)),
              HasSubstr("error: the file is UTF-16, not UTF-8"));
  EXPECT_THAT(refusal(std::string("CREATE TABLE a (id int);\0", 25)),
              HasSubstr("schema.sql:1:25: error: the file has a NUL byte"));
  EXPECT_THAT(refusal(""), HasSubstr("schema.sql declares no object at all"));
  EXPECT_THAT(refusal("-- nothing yet\n"), HasSubstr("--allow empty"));
}

TEST_F(BadInput, ADeepStatement) {
  const std::string sum = [] {
    std::string text = "CREATE VIEW v AS SELECT ";
    for (int i = 0; i < 50000; ++i) text += "1+";
    return text + "1 AS x;";
  }();
  EXPECT_THAT(refusal(sum), HasSubstr("the statement is nested too deeply"));
}

TEST_F(BadInput, FilesThatCannotBeRead) {
  const std::string missing = (folder_.path() / "missing.sql").string();
  ProcessResult run = run_schemadiff({"plan", "--to", missing, "--db", database_.conninfo()});
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_THAT(run.errors, HasSubstr("missing.sql: no such file or folder"));

  folder_.write("empty/README", "no SQL");
  run = run_schemadiff(
      {"plan", "--to", (folder_.path() / "empty").string(), "--db", database_.conninfo()});
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_THAT(run.errors, HasSubstr("no .sql file in this folder"));

  if (geteuid() == 0) GTEST_SKIP() << "root reads everything";
  const std::string secret = folder_.write("secret.sql", "CREATE TABLE t ();");
  chmod(secret.c_str(), 0);
  run = run_schemadiff({"plan", "--to", secret, "--db", database_.conninfo()});
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_THAT(run.errors, HasSubstr("secret.sql: Permission denied"));
}

// 50 MB of comments and rows; a schema of that size is a benchmark.
TEST_F(BadInput, ABigFile) {
  std::string sql = "CREATE TABLE t (id int);\n";
  const std::string line = "-- " + std::string(97, 'x') + "\n";
  while (sql.size() < 50'000'000) sql += line;
  sql += "CREATE TABEL u (id int);\n";
  const size_t lines = static_cast<size_t>(std::count(sql.begin(), sql.end(), '\n'));
  EXPECT_THAT(refusal(sql), HasSubstr("schema.sql:" + std::to_string(lines) +
                                      ":8: error: syntax error at or near \"TABEL\""));
}

TEST_F(BadInput, UsageIsAnExitCodeOfItsOwn) {
  const std::string file = folder_.write("good.sql", "CREATE TABLE t (id int);");
  const struct {
    std::vector<std::string> arguments;
    const char* says;
  } kCases[] = {
      {{"plan", "--db", "dbname=x"}, "--to says where the desired state is, and is missing"},
      {{"plna", "--db", "dbname=x"}, "did you mean plan?"},
      {{"plan", "--too", file}, "did you mean --to?"},
      {{"plan", "--to", file, "--allow", "dataloss", "--db", database_.conninfo()},
       "--allow dataloss"},
      {{"apply", "--to", file, "--db", database_.conninfo()}, "--auto-approve"},
  };
  for (const auto& each : kCases) {
    const ProcessResult run = run_schemadiff(each.arguments);
    EXPECT_EQ(run.exit_code, 64) << each.says;
    EXPECT_THAT(run.errors, HasSubstr(each.says));
  }
  EXPECT_EQ(database_.scalar("SELECT count(to_regclass('t'))"), "0");
}

TEST_F(BadInput, AWrongDatabaseHidesNoSyntaxError) {
  const TemporaryFolder folder;
  const std::string to = folder.write("schema.sql", "CREATE TABEL a (id int);");
  const auto run = run_schemadiff({"plan", "--to", to, "--db", "host=/nowhere dbname=x"});
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_NE(run.errors.find("schema.sql:1:8: error: syntax error"), std::string::npos)
      << run.errors;
  EXPECT_NE(run.errors.find("can't connect"), std::string::npos) << run.errors;
}

TEST_F(BadInput, WrongDatabases) {
  const std::string& server = test_server();
  const std::string folder = server.substr(0, server.find("user="));
  const struct {
    std::string conninfo;
    const char* says;
    const char* hint;
  } kCases[] = {
      {folder + "user=nobody_knows dbname=postgres", "role \"nobody_knows\" does not exist",
       "check the user in --db"},
      {test_conninfo("nowhere"), "database \"nowhere\" does not exist", "createdb makes"},
      {"host=/nowhere dbname=x", "No such file or directory", "that the server is running"},
      {"host=127.0.0.1 port=1 dbname=x", "Connection refused", "that the server is running"},
      {"mysql://u@h/d", "is not a connection string", "postgresql://user@host:5432/database"},
      {"nowhere", "is not a connection string", "dbname=nowhere"},
      {"postgresql://u@h/d?schema=public", "URL parameter schema", "--ignore-unknown-url-params"},
  };
  for (const auto& each : kCases) {
    const ProcessResult run = plan_on(each.conninfo);
    EXPECT_EQ(run.exit_code, 1) << each.conninfo;
    EXPECT_THAT(run.errors, AllOf(HasSubstr(each.says), HasSubstr(each.hint))) << each.conninfo;
  }
  EXPECT_THAT(plan_on(kCases[0].conninfo).errors, Not(HasSubstr("createdb")));
}

TEST_F(BadInput, CatalogsThatMayNotBeRead) {
  const std::string role = "bad_input_reader_" + std::to_string(getpid());
  database_.execute("CREATE ROLE " + role + " LOGIN");
  database_.execute("REVOKE SELECT ON pg_proc FROM PUBLIC");
  const ProcessResult run = plan_on(database_.conninfo() + " user=" + role);
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_THAT(run.errors, AllOf(HasSubstr("permission denied for table pg_proc"),
                                HasSubstr("connect as a role that may")));
  database_.execute("DROP ROLE " + role);
}

TEST_F(BadInput, LiteralsThatAreTheMomentOfTheStatement) {
  const std::string errors = refusal(
      "CREATE TABLE t (\n"
      "    a timestamptz DEFAULT 'now',\n"
      "    b date DEFAULT ' Tomorrow '::date CHECK (b > 'yesterday'),\n"
      "    c timestamp DEFAULT 'now', d text DEFAULT 'now', e text DEFAULT 'now'::text,\n"
      "    f timestamptz DEFAULT 'now'::text::timestamptz, g date DEFAULT 'epoch');\n"
      "CREATE VIEW v AS SELECT a FROM t WHERE a > 'today 10:00';\n"
      "CREATE FUNCTION f() RETURNS date LANGUAGE sql AS $$SELECT 'today'::date$$;\n"
      "CREATE TABLE p (a date) PARTITION BY RANGE (a);\n"
      "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('today') TO ('2099-01-01');\n");
  EXPECT_THAT(errors,
              HasSubstr("schema.sql:2:27: error: 'now' is the moment at which the statement runs, "
                        "and stays what it was then\n"));
  EXPECT_THAT(errors, HasSubstr("  hint: write CURRENT_TIMESTAMP\n"));
  EXPECT_THAT(errors, AllOf(HasSubstr("schema.sql:3:20: "), HasSubstr("write CURRENT_DATE + 1\n"),
                            HasSubstr("schema.sql:3:50: "), HasSubstr("write CURRENT_DATE - 1\n"),
                            HasSubstr("schema.sql:4:25: "), HasSubstr("write LOCALTIMESTAMP\n")));
  EXPECT_THAT(errors, AllOf(HasSubstr("schema.sql:6:44: "),
                            HasSubstr("write an expression of CURRENT_DATE\n"),
                            HasSubstr("schema.sql:9:49: "), HasSubstr("write CURRENT_DATE\n")));
  EXPECT_EQ(count(errors, ": error: "), 6);
}

TEST_F(BadInput, LiteralsThatHangOnTheSession) {
  const std::string errors = refusal(
      "SET TimeZone = 'UTC'; SET DateStyle = 'ISO, MDY'; SET xmloption = content;\n"
      "CREATE TABLE good (a timestamptz DEFAULT '2020-01-01', b interval DEFAULT '-1 2:00:00');\n"
      "SET TIME ZONE 'Asia/Tokyo';\n"
      "CREATE TABLE t (a timestamptz DEFAULT '2020-01-01', b date DEFAULT '2020-01-01',\n"
      "    c timestamptz DEFAULT '2020-01-01 00:00:00+02',\n"
      "    d timestamptz DEFAULT '2020-01-01 10:00 Europe/Berlin');\n"
      "SET IntervalStyle = sql_standard;\n"
      "CREATE TABLE u (a interval DEFAULT '-1 2:03:04', b date DEFAULT '02/03/2020');\n");
  EXPECT_THAT(errors, HasSubstr("schema.sql:4:39: error: what '2020-01-01' means depends on SET "
                                "TimeZone, which is Asia/Tokyo here and "));
  EXPECT_THAT(errors, HasSubstr("schema.sql:8:36: error: what '-1 2:03:04' means depends on SET "
                                "IntervalStyle\n"));
  EXPECT_THAT(errors, HasSubstr("schema.sql:8:65: error: what '02/03/2020' means depends on "
                                "DateStyle\n"));
  EXPECT_EQ(count(errors, ": error: "), 3);
}

TEST_F(BadInput, WhatBelongsToAnExtension) {
  const std::string errors = refusal(
      "CREATE EXTENSION plpgsql;\n"
      "COMMENT ON FUNCTION of_extension(integer) IS 'mine';\n");
  EXPECT_THAT(errors, AllOf(HasSubstr("function of_extension(integer) does not exist"),
                            HasSubstr("if it belongs to an extension, so does what is said of it: "
                                      "leave this statement out")));
}

// Neither has a word of its own where the old grammar stops.
TEST_F(BadInput, SyntaxOfNewerServersIsSaidToBe) {
  const std::string old = grammar_version();
  if (old < "18") {
    EXPECT_THAT(refusal("CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * (2 + 1)), c int);"),
                HasSubstr("a generated column without STORED came with 18"));
  }
  if (old < "16") {
    EXPECT_THAT(refusal("GRANT a TO b WITH INHERIT TRUE, SET FALSE;"),
                HasSubstr("with inherit came with 16"));
    EXPECT_THAT(refusal("GRANT a TO b WITH ADMIN TRUE;"), HasSubstr("admin true came with 16"));
  }
  EXPECT_THAT(refusal("CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a) STORED STORED);"),
              Not(HasSubstr("came with")));
}

}  // namespace
}  // namespace schemadiff::testing
