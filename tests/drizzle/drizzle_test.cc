// schemadiff generate drizzle: the text of golden/, and what TypeScript, Drizzle and a server make
// of it. tests/drizzle/package.json says which versions of them; ctest installs those into the
// build folder first. SCHEMADIFF_UPDATE_CASES=1 writes golden/ anew.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/support/run_schemadiff.h"
#include "tests/support/throwaway_cluster.h"

namespace schemadiff::testing {
namespace {

namespace fs = std::filesystem;

const fs::path kSource = fs::path(SCHEMADIFF_SOURCE_DIR);
const fs::path kGolden = kSource / "tests/drizzle/golden";
const fs::path kPackages = SCHEMADIFF_DRIZZLE_PACKAGES;

std::vector<std::string> golden_names() {
  std::vector<std::string> out;
  for (const auto& entry : fs::directory_iterator(kGolden)) {
    out.push_back(entry.path().filename().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

ProcessResult run_node(std::vector<std::string> command, ProcessOptions options = {}) {
  command.insert(command.begin(), "node");
  options.timeout = std::chrono::minutes(2);
  auto result = run_process(command, options);
  if (!result) throw std::runtime_error(result.error().sentence);
  return std::move(*result);
}

// Compiles every .ts below the folder, as strictly as TypeScript can.
ProcessResult run_tsc(const fs::path& folder, bool with_node_types) {
  std::ofstream(folder / "package.json") << R"({"type": "commonjs"})";
  std::ofstream(folder / "tsconfig.json")
      << R"({"compilerOptions": {"strict": true, "noUnusedLocals": true, "noUnusedParameters": true,
        "noUncheckedIndexedAccess": true, "noImplicitReturns": true, "target": "es2022",
        "module": "commonjs", "moduleResolution": "node10", "esModuleInterop": true,
        "skipLibCheck": true, "outDir": "js", "types": [)"
      << (with_node_types ? "\"node\"" : "") << "]}, \"include\": [\"**/*.ts\"]}";
  std::error_code ignored;
  fs::create_directory_symlink(kPackages / "node_modules", folder / "node_modules", ignored);
  const fs::path compiler = kPackages / "node_modules/typescript/bin/tsc";
  return run_node({compiler.string(), "-p", folder.string()});
}

class DrizzleGolden : public ::testing::TestWithParam<std::string> {};

TEST_P(DrizzleGolden, IsWhatIsGenerated) {
  const fs::path expected = kGolden / GetParam();
  const TemporaryFolder folder;
  const bool update = std::getenv("SCHEMADIFF_UPDATE_CASES") != nullptr;
  std::vector<std::string> command = {
      "generate", "drizzle",
      "--to",     (expected / "schema.sql").string(),
      "-o",       update ? expected.string() : folder.path().string()};
  if (update) command.emplace_back("--force");
  const auto run = run_schemadiff(command);
  ASSERT_EQ(run.exit_code, 0) << run.errors;
  if (update) return;
  for (const char* file : {"schema.ts", "relations.ts"}) {
    EXPECT_EQ(read_file(folder.path() / file), read_file(expected / file)) << file;
  }
}

INSTANTIATE_TEST_SUITE_P(Golden, DrizzleGolden, ::testing::ValuesIn(golden_names()),
                         [](const auto& info) { return info.param; });

TEST(DrizzleTypeScript, AllOfItCompilesStrictly) {
  const TemporaryFolder folder;
  for (const std::string& name : golden_names()) {
    fs::copy(kGolden / name, folder.path() / name);
  }
  // From the server's spelling of the expressions as well.
  for (const std::string& name : golden_names()) {
    const TestDatabase database(read_file(kGolden / name / "schema.sql"));
    const auto run =
        run_schemadiff({"generate", "drizzle", "--db", database.conninfo(), "-o",
                        (folder.path() / (name + "_live")).string(), "--casing", "preserve"});
    ASSERT_EQ(run.exit_code, 0) << run.errors;
  }
  fs::copy(kSource / "desired-schema/drizzle", folder.path() / "exchange");
  const auto compiled = run_tsc(folder.path(), false);
  EXPECT_EQ(compiled.exit_code, 0) << compiled.output;

  folder.write(
      "exchange/wrong.ts",
      "import { exchanges } from \"./schema\";\n"
      "export const row: typeof exchanges.$inferInsert = { name: 1, displayName: \"x\" };\n");
  const auto wrong = run_tsc(folder.path(), false);
  EXPECT_NE(wrong.exit_code, 0);
  EXPECT_NE(wrong.output.find("wrong.ts(2,53): error TS2322"), std::string::npos) << wrong.output;
}

TEST(DrizzleRuntime, EveryTypeComesBackAsItWent) {
  const TemporaryFolder folder;
  fs::copy(kGolden / "types/schema.ts", folder.path() / "schema.ts");
  fs::copy(kSource / "tests/drizzle/runtime/types.ts", folder.path() / "types.ts");
  const auto compiled = run_tsc(folder.path(), true);
  ASSERT_EQ(compiled.exit_code, 0) << compiled.output;
  const TestDatabase database(read_file(kGolden / "types/schema.sql"));
  ProcessOptions options;
  options.environment = {{"DATABASE_URL", database.url()}};
  const auto run = run_node({(folder.path() / "js/types.js").string()}, options);
  EXPECT_EQ(run.exit_code, 0) << run.output << run.errors;
  EXPECT_NE(run.output.find("65 columns"), std::string::npos) << run.output;
  EXPECT_EQ(database.scalar(
                "SELECT c_jsonb ->> 0 || c_bytea::text || a_bytea::text FROM t_scalar, t_array"),
            "1\\x00ff10{\"\\\\x00ff\",\"\\\\x10\"}");
}

TEST(DrizzleExchange, ItsFilesAreThoseOfItsSchema) {
  ProcessOptions options;
  options.folder = kSource / "desired-schema";
  const auto run = run_schemadiff({"generate", "--check"}, options);
  EXPECT_EQ(run.exit_code, 0) << run.errors;
  const std::string schema = read_file(kSource / "desired-schema/drizzle/schema.ts");
  for (const char* line :
       {"export const exchanges = pgTable(\"exchanges\", {", "exchangeId: integer(\"exchange_id\")",
        "name: \"user_exchanges_exchange_id_exchanges_id_fk\"",
        "index(\"user_exchanges_exchange_id_idx\")"}) {
    EXPECT_NE(schema.find(line), std::string::npos) << line;
  }
}

// The same database, pulled by drizzle-kit and generated by schemadiff: what differs in the
// snapshots that drizzle-kit makes of both, each with its reason.
std::string differences_from_drizzle_kit(const TestDatabase& database) {
  const TemporaryFolder folder;
  const auto run = run_schemadiff({"generate", "drizzle", "--db", database.conninfo(), "-o",
                                   (folder.path() / "ours").string()});
  if (run.exit_code != 0) throw std::runtime_error(run.errors);
  fs::create_directory_symlink(kPackages / "node_modules", folder.path() / "node_modules");
  folder.write("package.json", "{\"type\": \"module\"}");
  folder.write("pull.config.js",
               "export default { dialect: \"postgresql\", out: \"./pulled\", schemaFilter: "
               "process.env.SCHEMAS.split(\",\"), dbCredentials: { url: "
               "process.env.DATABASE_URL } };");
  folder.write("generate.config.js",
               "export default { dialect: \"postgresql\", out: \"./generated\", schema: "
               "\"./ours/schema.ts\" };");
  ProcessOptions options;
  options.folder = folder.path();
  options.environment = {
      {"DATABASE_URL", database.url()},
      {"SCHEMAS",
       database.scalar("SELECT string_agg(nspname, ',') FROM pg_namespace WHERE nspname !~ '^pg_' "
                       "AND nspname <> 'information_schema'")}};
  const std::string kit = (kPackages / "node_modules/drizzle-kit/bin.cjs").string();
  const auto run_step = [&](const std::vector<std::string>& command) {
    auto result = run_node(command, options);
    if (result.exit_code != 0) throw std::runtime_error(result.output + result.errors);
    return result.output;
  };
  run_step({kit, "pull", "--config", "pull.config.js"});
  run_step({kit, "generate", "--config", "generate.config.js"});
  return run_step({(kSource / "tests/drizzle/runtime/compare_snapshots.mjs").string(),
                   "pulled/meta/0000_snapshot.json", "generated/meta/0000_snapshot.json"});
}

// docs/drizzle.md explains the reasons. What stands in pulled/ was read by a person.
class DrizzleKit : public ::testing::TestWithParam<std::string> {};

TEST_P(DrizzleKit, PullMeansTheSame) {
  const fs::path folder =
      GetParam() == "exchange" ? kSource / "desired-schema" : kGolden / GetParam();
  const fs::path expected = kSource / "tests/drizzle/pulled" / (GetParam() + ".txt");
  const std::string differences =
      differences_from_drizzle_kit(TestDatabase(read_file(folder / "schema.sql")));
  if (std::getenv("SCHEMADIFF_UPDATE_CASES") != nullptr) {
    std::ofstream(expected) << differences;
  }
  EXPECT_EQ(differences, read_file(expected));
  EXPECT_EQ(differences.find("UNEXPLAINED"), std::string::npos) << differences;
}

std::vector<std::string> golden_names_and_exchange() {
  std::vector<std::string> out = golden_names();
  out.emplace_back("exchange");
  return out;
}

INSTANTIATE_TEST_SUITE_P(Pulled, DrizzleKit, ::testing::ValuesIn(golden_names_and_exchange()),
                         [](const auto& info) { return info.param; });

// SCHEMADIFF_CORPUS names a folder that holds pagila among others.
TEST(DrizzleKitCorpus, PagilaMeansTheSame) {
  const char* corpus = std::getenv("SCHEMADIFF_CORPUS");
  if (corpus == nullptr) GTEST_SKIP() << "SCHEMADIFF_CORPUS is not set";
  const std::string differences = differences_from_drizzle_kit(
      TestDatabase(for_test_server(read_file(fs::path(corpus) / "pagila/latest/after.sql"))));
  EXPECT_EQ(differences.find("UNEXPLAINED"), std::string::npos) << differences;
  EXPECT_NE(differences.find("69 tables pulled"), std::string::npos) << differences;
}

TEST(DrizzleFiles, AreOnlyReplacedWhenTheyAreOurs) {
  const TemporaryFolder folder;
  const std::string sql = folder.write("schema.sql", "CREATE TABLE t (id integer);");
  const std::string out = (folder.path() / "types").string();
  const std::string schema = out + "/schema.ts";
  const auto generate = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"generate", "drizzle", "--to", sql, "-o", out});
    return run_schemadiff(more);
  };
  auto run = generate({"--check"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_NE(run.errors.find("schema.ts:1: is missing"), std::string::npos) << run.errors;
  EXPECT_FALSE(fs::exists(schema));

  EXPECT_EQ(generate({}).exit_code, 0);
  EXPECT_EQ(generate({"--check"}).exit_code, 0);

  std::string windows = read_file(schema);
  for (size_t at = windows.find('\n'); at != std::string::npos; at = windows.find('\n', at + 2)) {
    windows.insert(at, 1, '\r');
  }
  folder.write("types/schema.ts", windows);
  EXPECT_EQ(generate({"--check"}).exit_code, 0) << "line ends are git's business";

  folder.write("schema.sql", "CREATE TABLE t (id integer, more text);");
  run = generate({"--check"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_NE(run.errors.find("schema.ts:1: is not what the schema gives now"), std::string::npos)
      << run.errors;
  EXPECT_EQ(generate({}).exit_code, 0);
  EXPECT_NE(read_file(schema).find("more: text()"), std::string::npos);

  const std::string edited = read_file(schema) + "// mine\n";
  folder.write("types/schema.ts", edited);
  EXPECT_EQ(generate({"--check"}).exit_code, 2);
  run = generate({});
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_NE(run.errors.find("schema.ts:1: this file was edited"), std::string::npos) << run.errors;
  EXPECT_EQ(read_file(schema), edited);
  EXPECT_EQ(generate({"--force"}).exit_code, 0);
  EXPECT_EQ(generate({"--check"}).exit_code, 0);

  folder.write("types/relations.ts", "export const mine = 1;\n");
  run = generate({});
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_NE(run.errors.find("is not one that schemadiff wrote"), std::string::npos) << run.errors;
}

TEST(DrizzleFiles, AFolderThatCannotBeMadeIsAnError) {
  const TemporaryFolder folder;
  const std::string sql = folder.write("schema.sql", "CREATE TABLE t (id integer);");
  folder.write("file", "");
  const auto run = run_schemadiff(
      {"generate", "drizzle", "--to", sql, "-o", (folder.path() / "file" / "types").string()});
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_NE(run.errors.find("cannot make the folder"), std::string::npos) << run.errors;
}

}  // namespace
}  // namespace schemadiff::testing
