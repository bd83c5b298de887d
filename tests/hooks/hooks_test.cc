// .pre-commit-hooks.yaml with the real pre-commit, in a scratch repository; action.yml as YAML.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "tests/support/run_schemadiff.h"
#include "tests/support/throwaway_cluster.h"

namespace schemadiff::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;

const fs::path kSource = fs::path(SCHEMADIFF_SOURCE_DIR);
const fs::path kPreCommit = fs::path(SCHEMADIFF_PRE_COMMIT) / "bin";

constexpr const char* kGood =
    "CREATE TABLE shops (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text);\n";
constexpr const char* kLintError =
    "CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1';\n";

class Hooks : public ::testing::Test {
 protected:
  // The hooks as they are published: a repository with a tag.
  void SetUp() override {
    const fs::path hooks = folder_.path() / "hooks";
    fs::create_directories(hooks / "scripts");
    for (const char* file : {".pre-commit-hooks.yaml", "scripts/pre-commit-hook.sh"}) {
      fs::copy_file(kSource / file, hooks / file);
    }
    must("hooks", {"git", "init", "-q"});
    must("hooks", {"git", "add", "."});
    must("hooks", {"git", "commit", "-q", "-m", "hooks"});
    must("hooks", {"git", "tag", "v1"});
    fs::create_directories(folder_.path() / "app");
    must("app", {"git", "init", "-q"});
    folder_.write("app/schemadiff.toml",
                  "files = [\"schema.sql\"]\n[env.local]\nurl = \"${SHOP_URL}\"\n"
                  "[generators.drizzle]\noutput = \"types\"\n");
  }

  void use(const std::string& hooks) {
    folder_.write("app/.pre-commit-config.yaml",
                  "repos:\n  - repo: " + (folder_.path() / "hooks").string() +
                      "\n    rev: v1\n    hooks:\n" + hooks);
    must("app", {"pre-commit", "install"});
  }

  ProcessResult run(const std::string& below, std::vector<std::string> command) const {
    // Programs are looked for along our own PATH.
    if (command[0] == "pre-commit") command[0] = (kPreCommit / "pre-commit").string();
    ProcessOptions options;
    options.folder = folder_.path() / below;
    const fs::path binary = fs::path(SCHEMADIFF_BINARY).parent_path();
    options.environment = {
        {"PATH", kPreCommit.string() + ":" + (without_binary_ ? "" : binary.string() + ":") +
                     std::getenv("PATH")},
        {"PRE_COMMIT_HOME", (folder_.path() / "cache").string()},
        {"SHOP_URL", url_},
        {"GIT_AUTHOR_NAME", "a"},
        {"GIT_AUTHOR_EMAIL", "a@example.com"},
        {"GIT_COMMITTER_NAME", "a"},
        {"GIT_COMMITTER_EMAIL", "a@example.com"},
        {"GIT_CONFIG_GLOBAL", "/dev/null"}};
    options.unset = {"DATABASE_URL", "SCHEMADIFF_DATABASE_URL", "SCHEMADIFF", "SKIP"};
    options.timeout = std::chrono::minutes(2);
    auto result = run_process(command, options);
    if (!result) throw std::runtime_error(result.error().sentence);
    return std::move(*result);
  }
  void must(const std::string& below, const std::vector<std::string>& command) const {
    const auto result = run(below, command);
    if (result.exit_code != 0) throw std::runtime_error(result.output + result.errors);
  }
  ProcessResult commit() const {
    must("app", {"git", "add", "."});
    return run("app", {"git", "commit", "-m", "a change"});
  }
  void generate() const { must("app", {SCHEMADIFF_BINARY, "generate"}); }

  TemporaryFolder folder_;
  std::string url_;
  bool without_binary_ = false;
};

TEST_F(Hooks, LintStopsACommitWithAnError) {
  use("      - id: schemadiff-lint\n");
  folder_.write("app/schema.sql", kLintError);
  const auto bad = commit();
  EXPECT_NE(bad.exit_code, 0);
  EXPECT_THAT(bad.errors, HasSubstr("schema.sql:1:1: error: function public.f()"));
  folder_.write("app/schema.sql", kGood);
  const auto good = commit();
  EXPECT_EQ(good.exit_code, 0) << good.output << good.errors;
  EXPECT_THAT(good.errors, HasSubstr("Passed"));
}

TEST_F(Hooks, GenerateStopsACommitWithStaleFiles) {
  use("      - id: schemadiff-generate\n");
  folder_.write("app/schema.sql", kGood);
  const auto missing = commit();
  EXPECT_NE(missing.exit_code, 0);
  EXPECT_THAT(missing.errors, HasSubstr("types/schema.ts:1: is missing"));
  generate();
  const auto good = commit();
  EXPECT_EQ(good.exit_code, 0) << good.output << good.errors;
  folder_.write("app/schema.sql", std::string(kGood) + "CREATE TABLE more (id int PRIMARY KEY);\n");
  const auto stale = commit();
  EXPECT_NE(stale.exit_code, 0);
  EXPECT_THAT(stale.errors, HasSubstr("types/schema.ts:1: is not what the schema gives now"));
}

TEST_F(Hooks, SinceStopsACommitThatLosesData) {
  use("      - id: schemadiff-since\n");
  folder_.write("app/schema.sql", kGood);
  must("app", {"git", "commit", "-q", "--allow-empty", "-m", "nothing yet"});
  const auto first = commit();
  EXPECT_EQ(first.exit_code, 0) << first.output << first.errors;
  folder_.write("app/schema.sql",
                "CREATE TABLE shops (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);\n");
  const auto bad = commit();
  EXPECT_NE(bad.exit_code, 0);
  EXPECT_THAT(bad.errors, HasSubstr("[data-loss]"));
  EXPECT_THAT(bad.errors, HasSubstr("--allow data-loss:column:public.shops.name"));
}

TEST_F(Hooks, CheckLooksAtTheDatabase) {
  const TestDatabase database(kGood);
  url_ = database.url();
  use("      - id: schemadiff-check\n");
  folder_.write("app/schema.sql", kGood);
  generate();
  must("app", {"git", "add", "."});
  const std::vector<std::string> manual = {"pre-commit", "run", "--hook-stage", "manual"};
  const auto good = run("app", manual);
  EXPECT_EQ(good.exit_code, 0) << good.output << good.errors;
  database.execute("ALTER TABLE shops DROP COLUMN name");
  const auto drift = run("app", manual);
  EXPECT_NE(drift.exit_code, 0);
  EXPECT_THAT(drift.output, HasSubstr("+ column name"));
}

TEST_F(Hooks, TheScriptTakesAnotherBinaryAndSaysWhenThereIsNone) {
  use("      - id: schemadiff\n");
  folder_.write("app/schema.sql", kGood);
  const auto good = commit();
  EXPECT_EQ(good.exit_code, 0) << good.output << good.errors;
  without_binary_ = true;
  folder_.write("app/schema.sql", kLintError);
  const auto missing = commit();
  if (missing.errors.find("there is no schemadiff") == std::string::npos) {
    EXPECT_THAT(missing.errors, HasSubstr("schema.sql:1:1: error: ")) << "one is installed here";
  }
  EXPECT_NE(missing.exit_code, 0);
}

TEST_F(Hooks, TheManifestIsOne) {
  const auto valid = run("hooks", {"pre-commit", "validate-manifest", ".pre-commit-hooks.yaml"});
  EXPECT_EQ(valid.exit_code, 0) << valid.output << valid.errors;
}

// As far as this can be tried without GitHub: its shape, and each command in it.
TEST_F(Hooks, TheActionIsAComposite) {
  const std::string python = (kPreCommit / "python").string();
  const auto shape = run(".", {python, "-c",
                               "import sys, yaml\n"
                               "action = yaml.safe_load(open(sys.argv[1]))\n"
                               "assert action['runs']['using'] == 'composite'\n"
                               "for step in action['runs']['steps']:\n"
                               "    assert ('run' in step) == (step.get('shell') == 'bash'), step\n"
                               "    assert ('run' in step) != ('uses' in step), step\n"
                               "    for value in step.get('env', {}).values():\n"
                               "        assert value.startswith('${{')\n"
                               "    assert '${{' not in step.get('run', ''), 'inputs go by env'\n"
                               "used = open(sys.argv[1]).read()\n"
                               "for name in action['inputs']:\n"
                               "    assert 'inputs.' + name in used, name\n"
                               "print(len(action['runs']['steps']))\n",
                               (kSource / "action.yml").string()});
  EXPECT_EQ(shape.exit_code, 0) << shape.errors;
}

TEST_F(Hooks, WhatTheActionRunsWorks) {
  const TestDatabase database(kGood);
  folder_.write("app/schema.sql", kLintError);
  const auto act = [&](const std::string& command) {
    ProcessOptions options;
    options.folder = folder_.path() / "app";
    options.environment = {{"SCHEMADIFF", SCHEMADIFF_BINARY},
                           {"COMMANDS", command},
                           {"DATABASE_URL", database.url()},
                           {"GITHUB_STEP_SUMMARY", (folder_.path() / "summary.md").string()}};
    const auto result =
        run_process({"bash", (kSource / "scripts/github-action.sh").string()}, options);
    if (!result) throw std::runtime_error(result.error().sentence);
    return *result;
  };
  const auto lint = act("lint");
  EXPECT_EQ(lint.exit_code, 2) << lint.errors;
  EXPECT_THAT(lint.output, HasSubstr("::error file=schema.sql,line=1,col=1,title=schemadiff"));
  EXPECT_THAT(read_file(folder_.path() / "summary.md"), HasSubstr("### schemadiff lint: 1 error"));

  folder_.write("app/schema.sql", kGood);
  folder_.write("app/schemadiff.toml", "files = [\"schema.sql\"]\n");
  const auto both = act("lint\ncheck\n");
  EXPECT_EQ(both.exit_code, 0) << both.output << both.errors;
  EXPECT_THAT(read_file(folder_.path() / "summary.md"), HasSubstr("### schemadiff: in sync"));
  database.execute("DROP TABLE shops");
  EXPECT_EQ(act("check\nlint").exit_code, 2) << "the worst of them";
  EXPECT_EQ(act("chekc").exit_code, 64);
}

}  // namespace
}  // namespace schemadiff::testing
