// Where statements begin and end, and how places in files are shown.
#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "parser/parser.h"
#include "parser/splitter.h"

namespace schemadiff {
namespace {

// "statement|statement", then "! message" for each complaint.
std::string split(const std::string& sql) {
  SourceSet sources;
  Diagnostics diagnostics;
  std::string out;
  if (sources.add_text("t.sql", sql, diagnostics)) {
    for (const RawStatement& raw : split_statements(sources, diagnostics)) {
      if (!out.empty()) out += "|";
      out += sources.file(raw.file).text.substr(raw.begin, raw.end - raw.begin);
    }
  }
  for (const Diagnostic& diagnostic : diagnostics.list()) out += "! " + diagnostic.message;
  return out;
}

TEST(Splitter, Semicolons) {
  EXPECT_EQ(split("a; b ;\n;;c"), "a|b |c");
  EXPECT_EQ(split(""), "");
  EXPECT_EQ(split("-- only a comment"), "");
  EXPECT_EQ(split("/* ; */ a /* ; /* ; */ ; */ b; -- ;\nc"), "a /* ; /* ; */ ; */ b|c");
}

TEST(Splitter, Quotes) {
  EXPECT_EQ(split("a ';' b; c"), "a ';' b|c");
  EXPECT_EQ(split("a '''; ' b; c"), "a '''; ' b|c");
  EXPECT_EQ(split("a E'\\';' b; c"), "a E'\\';' b|c");
  EXPECT_EQ(split("a '\\'; b"), "a '\\'|b");
  EXPECT_EQ(split("a \";\"\"\" b; c"), "a \";\"\"\" b|c");
  EXPECT_EQ(split("a $$;$$ b; c"), "a $$;$$ b|c");
  EXPECT_EQ(split("a $x$;$$;$x$ b; c"), "a $x$;$$;$x$ b|c");
  EXPECT_EQ(split("a$b$ ; c"), "a$b$ |c");
  EXPECT_EQ(split("select $1; b"), "select $1|b");
}

TEST(Splitter, ParenthesesOfRules) {
  EXPECT_EQ(split("create rule r as on insert to t do (a; b); c"),
            "create rule r as on insert to t do (a; b)|c");
}

TEST(Splitter, SqlBodies) {
  EXPECT_EQ(split("create function f() returns int begin atomic select 1; select case when true "
                  "then 1 end; end; b"),
            "create function f() returns int begin atomic select 1; select case when true then 1 "
            "end; end|b");
  EXPECT_EQ(split("begin; a; end; b"), "begin|a|end|b");
}

TEST(Splitter, PsqlCommands) {
  EXPECT_EQ(split("\\restrict abc\na;\n\\unrestrict abc\nb;"), "a|b");
  EXPECT_EQ(split("\\set ON_ERROR_STOP on\na;"), "a");
  EXPECT_EQ(split("\\set x 1\na;"), "a! \\set x: psql variables are not supported");
  EXPECT_EQ(split("\\connect other\na;"), "a! \\connect: a desired state describes one database");
  EXPECT_EQ(split("\\nonsense\n"), "! unknown psql command \\nonsense");
  EXPECT_EQ(split("a\n\\echo x\n;"), "! a psql command inside of a statement");
}

TEST(Splitter, CopyData) {
  EXPECT_EQ(split("copy t (a) from stdin;\n1;2\n'\n\\.\nb;"), "copy t (a) from stdin|b");
  EXPECT_EQ(split("copy t from stdin;\n1"),
            "copy t from stdin! the rows of COPY … FROM stdin do not end");
}

TEST(Splitter, Unterminated) {
  EXPECT_EQ(split("a; b 'c"), "a! unterminated quoted string");
  EXPECT_EQ(split("a; /* b"), "a! unterminated comment");
  EXPECT_EQ(split("a; \"b"), "a! unterminated quoted name");
  EXPECT_EQ(split("a; $x$ b $y$"), "a! unterminated dollar-quoted string");
}

TEST(Splitter, AnyBytesEnd) {
  // Bad input must neither hang nor crash, whatever it is cut from.
  const std::string sql =
      "create table t(a int default 'x''y'); $q$ ; $q$ /* a /* b */ */ \"n\"; "
      "\\i x\ncopy t from stdin;\n\\.\nE'\\'' U&\"x\" 1.5e-3 ::= <=> é";
  for (size_t from = 0; from < sql.size(); ++from) {
    for (size_t length = 0; from + length <= sql.size(); length += 3) {
      split(sql.substr(from, length));
    }
  }
}

TEST(Source, Positions) {
  SourceSet sources;
  Diagnostics diagnostics;
  ASSERT_TRUE(sources.add_text("t.sql", "a\n  é x\n", diagnostics));
  const SourceSpan x{0, 7};
  EXPECT_EQ(sources.position(x).line, 2U);
  EXPECT_EQ(sources.position(x).column, 5U);  // characters, not bytes
  EXPECT_EQ(sources.place(x), "t.sql:2:5");
  EXPECT_EQ(sources.render(Diagnostic{Severity::error, x, "wrong", "do this"}),
            "t.sql:2:5: error: wrong\n    2 |   é x\n      |     ^\n  hint: do this\n");
}

TEST(Source, BadInput) {
  const auto complaint = [](const std::string& text) {
    SourceSet sources;
    Diagnostics diagnostics;
    EXPECT_FALSE(sources.add_text("t.sql", text, diagnostics));
    return sources.place(diagnostics.list().at(0).where) + " " + diagnostics.list().at(0).message;
  };
  EXPECT_EQ(complaint("a\nb\xff"), "t.sql:2:2 invalid UTF-8: byte 0xff");
  EXPECT_EQ(complaint(std::string("a\0b", 3)), "t.sql:1:2 the file has a NUL byte");
  EXPECT_EQ(complaint("\xff\xfe"
                      "a"),
            "t.sql:1:1 the file is UTF-16, not UTF-8");
}

TEST(Source, ByteOrderMark) {
  EXPECT_EQ(split("\xef\xbb\xbf"
                  "a;b"),
            "a|b");
}

class SourceFolder : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              ("schemadiff_source_test_" + std::to_string(getpid()));
    std::filesystem::create_directories(folder_ / "sub");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  void write(const std::string& name, const std::string& text) {
    std::ofstream(folder_ / name) << text;
  }
  std::string split_all(const std::string& path) {
    SourceSet sources;
    Diagnostics diagnostics;
    std::string out;
    sources.load({path}, diagnostics);
    for (const RawStatement& raw : split_statements(sources, diagnostics)) {
      if (!out.empty()) out += "|";
      out += sources.file(raw.file).text.substr(raw.begin, raw.end - raw.begin);
    }
    for (const Diagnostic& diagnostic : diagnostics.list()) out += "! " + diagnostic.message;
    return out;
  }
  std::filesystem::path folder_;
};

TEST_F(SourceFolder, SortedAndRecursive) {
  write("b.sql", "b");
  write("a.sql", "a");
  write("sub/c.sql", "c");
  write("readme.txt", "no");
  EXPECT_EQ(split_all(folder_.string()), "a|b|c");
}

TEST_F(SourceFolder, WithoutSql) {
  EXPECT_EQ(split_all((folder_ / "sub").string()),
            "! " + (folder_ / "sub").string() + ": no .sql file in this folder");
  EXPECT_EQ(split_all((folder_ / "none.sql").string()),
            "! " + (folder_ / "none.sql").string() + ": no such file or folder");
}

TEST_F(SourceFolder, Includes) {
  write("main.sql", "a;\n\\ir sub/inc.sql\nd;");
  write("sub/inc.sql", "b;\n\\ir more.sql\n");
  write("sub/more.sql", "c;");
  EXPECT_EQ(split_all((folder_ / "main.sql").string()), "a|b|c|d");
  write("sub/more.sql", "\\ir ../main.sql\n");
  EXPECT_NE(split_all((folder_ / "main.sql").string()).find("includes itself"), std::string::npos);
}

TEST(Parser, AllSyntaxErrors) {
  SourceSet sources;
  Diagnostics diagnostics;
  ASSERT_TRUE(sources.add_text("t.sql",
                               "create table a(x int);\ncreat table b;\ncreate table c(x "
                               "int);\nselect 'é' fromx x y z;\ncreate table d(",
                               diagnostics));
  const ParsedSources parsed = parse_trees(std::move(sources));
  std::string out;
  for (const Diagnostic& diagnostic : parsed.diagnostics.list()) {
    out += parsed.sources.place(diagnostic.where) + " " + diagnostic.message + "\n";
  }
  EXPECT_EQ(out,
            "t.sql:2:1 syntax error at or near \"creat\"\n"
            "t.sql:4:18 syntax error at or near \"x\"\n"
            "t.sql:5:16 syntax error at end of input (the statement ends here)\n");
}

}  // namespace
}  // namespace schemadiff
