// Every folder tests/cases/<kind>/<case>/ is a test that a person can read, and every
// tests/issues/<name>/ one that was a bug once:
//   before.sql  what is in the database          after.sql  what should be
//   seed.sql    rows put in before (optional)     plan.sql   the exact plan, as --format sql prints
//   case.toml   optional: pg_min, pg_max, refused = true (apply exits 3 for want of an allowance
//               or because this build can't do it; plan.sql then holds the report as text),
//               deletes_rows = true; dump_differs = "why pg_dump may see what is no difference";
//               from_database = true (after.sql is loaded, and that database is the desired state:
//               for what only newer grammars can read); file_plan_differs = "why the plan from file
//               to file does not make of before.sql what after.sql is"
// The plan is compared (on 15, or the oldest that the case is for), then applied; the second plan
// must be empty, the database must equal a fresh load of after.sql, and no table that stays may
// lose a row. SCHEMADIFF_UPDATE_CASES=1 writes the plans anew.
// FilePlans/ has psql run what `diff before.sql after.sql` plans without a server.
#include <gtest/gtest.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>

#include "tests/support/row_counts.h"
#include "tests/support/run_schemadiff.h"
#include "tests/support/throwaway_cluster.h"

namespace schemadiff::testing {
namespace {

namespace fs = std::filesystem;

constexpr int kMajorOfThePlans = 15;

// Other runs on the same server have asked pg_dump.
#ifdef __SANITIZE_ADDRESS__
constexpr bool kAsksPgDump = false;
#else
constexpr bool kAsksPgDump = true;
#endif

struct CaseOptions {
  int pg_min = 13;
  int pg_max = 99;
  bool refused = false;
  bool deletes_rows = false;
  bool from_database = false;
  std::string dump_differs;
  std::string file_plan_differs;
};

CaseOptions read_options(const fs::path& folder) {
  CaseOptions options;
  const fs::path file = folder / "case.toml";
  if (!fs::exists(file)) return options;
  const toml::table table = toml::parse_file(file.string());
  options.pg_min = table["pg_min"].value_or(options.pg_min);
  options.pg_max = table["pg_max"].value_or(options.pg_max);
  options.refused = table["refused"].value_or(false);
  options.deletes_rows = table["deletes_rows"].value_or(false);
  options.from_database = table["from_database"].value_or(false);
  options.dump_differs = table["dump_differs"].value_or("");
  options.file_plan_differs = table["file_plan_differs"].value_or("");
  return options;
}

class GoldenCase : public ::testing::Test {
 public:
  explicit GoldenCase(fs::path folder)
      : folder_(std::move(folder)), desired_state_((folder_ / "after.sql").string()) {}

  void TestBody() override {
    const CaseOptions options = read_options(folder_);
    const int major = test_server_version() / 10000;
    if (major < options.pg_min || major > options.pg_max) GTEST_SKIP() << "not for " << major;
    plan_major_ = std::max(kMajorOfThePlans, options.pg_min);
    const TestDatabase live(read_file(folder_ / "before.sql"));
    if (options.from_database) desired_state_ = fresh().url();
    if (fs::exists(folder_ / "seed.sql")) live.execute(read_file(folder_ / "seed.sql"));
    if (options.refused) {
      expect_refused(live);
    } else {
      expect_convergence(live, options);
    }
  }

 private:
  ProcessResult schemadiff(const std::string& command, const TestDatabase& live,
                           const std::vector<std::string>& more) const {
    std::vector<std::string> arguments = {command, "--to",          desired_state_,
                                          "--db",  live.conninfo(), "--schema",
                                          "*",     "--manage",      "all"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_schemadiff(arguments);
  }

  // What a fresh load of after.sql gives.
  const TestDatabase& fresh() {
    if (!fresh_) fresh_.emplace(read_file(folder_ / "after.sql"));
    return *fresh_;
  }

  // Plans of another major may be worded otherwise; they must converge all the same.
  bool has_golden_plan() const { return test_server_version() / 10000 == plan_major_; }
  static bool is_update() {
    const char* wanted = std::getenv("SCHEMADIFF_UPDATE_CASES");
    return wanted != nullptr && std::string_view(wanted) == "1";
  }

  // Neither the folder of this checkout nor the line that names the database is part of a golden
  // text.
  std::string without_folder(std::string text) const {
    if (text.starts_with("-- schemadiff ")) text.erase(0, text.find('\n') + 1);
    const std::string prefix = folder_.string() + "/";
    for (size_t at = 0; (at = text.find(prefix, at)) != std::string::npos;) {
      text.erase(at, prefix.size());
    }
    return text;
  }

  void compare_with_golden(const TestDatabase& live, const std::vector<std::string>& how) const {
    if (!has_golden_plan()) return;
    const auto plan = schemadiff("plan", live, how);
    ASSERT_EQ(plan.exit_code, 0) << plan.errors;
    const std::string text = without_folder(plan.output);
    const fs::path golden = folder_ / "plan.sql";
    if (is_update()) {
      std::ofstream(golden, std::ios::binary) << text;
    } else {
      ASSERT_TRUE(fs::exists(golden)) << "no plan.sql; SCHEMADIFF_UPDATE_CASES=1 writes it";
      EXPECT_EQ(text, read_file(golden));
    }
  }

  void expect_same(const TestDatabase& actual, const TestDatabase& wanted,
                   const std::string& message) const {
    const auto diff = run_schemadiff(
        {"diff", actual.url(), wanted.url(), "--schema", "*", "--manage", "all", "--exit-code"});
    EXPECT_EQ(diff.exit_code, 0) << message << "\n" << diff.output << diff.errors;
  }

  // pg_dump shares no code with us: a second witness, where it is as new as the server.
  static void expect_same_dump(const TestDatabase& actual, const TestDatabase& wanted) {
    const auto dump = dumped(actual);
    if (dump.empty()) return;
    const auto wanted_dump = dumped(wanted);
    EXPECT_TRUE(dump == wanted_dump)
        << "pg_dump does not say the same of both\n"
        << only_in("- ", dump, wanted_dump) << only_in("+ ", wanted_dump, dump);
  }

  // Lines of `some` that `others` hasn't; both are sorted.
  static std::string only_in(const std::string& mark, const std::vector<std::string>& some,
                             const std::vector<std::string>& others) {
    std::vector<std::string> lines;
    std::set_difference(some.begin(), some.end(), others.begin(), others.end(),
                        std::back_inserter(lines));
    std::string text;
    for (const std::string& line : lines) text += mark + line + "\n";
    return text;
  }

  // Lines are sorted, for the order of columns is no difference. Empty: no such pg_dump.
  static std::vector<std::string> dumped(const TestDatabase& database) {
    const auto dump = run_process({"pg_dump", "--schema-only", "-d", database.conninfo()});
    if (!dump || dump->errors.find("server version mismatch") != std::string::npos) return {};
    EXPECT_EQ(dump->exit_code, 0) << dump->errors;
    std::vector<std::string> lines;
    std::istringstream text(dump->output);
    for (std::string line; std::getline(text, line);) {
      if (line.starts_with("\\restrict") || line.starts_with("\\unrestrict")) continue;
      if (line.ends_with(',')) line.pop_back();
      lines.push_back(std::move(line));
    }
    std::sort(lines.begin(), lines.end());
    return lines;
  }

  void expect_refused(const TestDatabase& live) const {
    compare_with_golden(live, {"--format", "text", "--color", "never"});
    const auto apply = schemadiff("apply", live, {"--auto-approve"});
    EXPECT_EQ(apply.exit_code, 3) << apply.output << apply.errors;
    const TestDatabase before(read_file(folder_ / "before.sql"));
    expect_same(live, before, "a refused apply changed the database");
  }

  void expect_convergence(const TestDatabase& live, const CaseOptions& options) {
    compare_with_golden(live, {"--format", "sql", "--allow", "all"});
    const auto before = row_counts(live);
    const auto apply = schemadiff("apply", live, {"--auto-approve", "--allow", "all"});
    ASSERT_EQ(apply.exit_code, 0) << apply.output << apply.errors;
    const auto again = schemadiff("plan", live, {"--exit-code"});
    EXPECT_EQ(again.exit_code, 0) << "the second plan is not empty\n"
                                  << again.output << again.errors;
    expect_same(live, fresh(), "not what a fresh load of after.sql gives");
    if (kAsksPgDump && options.dump_differs.empty()) expect_same_dump(live, fresh());
    const bool has_rows =
        std::any_of(before.begin(), before.end(), [](const auto& table) { return table.second; });
    if (has_rows && !options.deletes_rows) {
      EXPECT_EQ(lost_rows(before, row_counts(live)), "");
    }
  }

  fs::path folder_;
  std::string desired_state_;  // a file, or a database
  std::optional<TestDatabase> fresh_;
  int plan_major_ = kMajorOfThePlans;
};

// From file to file, without a server; psql takes it to one.
class FilePlan : public ::testing::Test {
 public:
  explicit FilePlan(fs::path folder) : folder_(std::move(folder)) {}

  void TestBody() override {
    const CaseOptions options = read_options(folder_);
    if (test_server_version() / 10000 != kMajorOfThePlans) GTEST_SKIP() << "on one version only";
    if (kMajorOfThePlans < options.pg_min || kMajorOfThePlans > options.pg_max) {
      GTEST_SKIP() << "not for " << kMajorOfThePlans;
    }
    if (options.refused || options.from_database) GTEST_SKIP() << "no plan from file to file";
    if (!options.file_plan_differs.empty()) GTEST_SKIP() << options.file_plan_differs;
    const std::string before = (folder_ / "before.sql").string();
    const std::string after = (folder_ / "after.sql").string();
    const auto plan = run_schemadiff({"diff", before, after, "--target-version",
                                      std::to_string(kMajorOfThePlans), "--format", "sql",
                                      "--allow", "all", "--schema", "*", "--manage", kAspects});
    ASSERT_EQ(plan.exit_code, 0) << plan.errors;
    if (plan.output.find("-- holds what is not printed") != std::string::npos) {
      GTEST_SKIP() << "psql can't run what is not printed";
    }
    const TestDatabase live(read_file(before));
    if (fs::exists(folder_ / "seed.sql")) live.execute(read_file(folder_ / "seed.sql"));
    const TemporaryFolder scratch;
    const auto psql = run_process({"psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d",
                                   live.conninfo(), "-f", scratch.write("plan.sql", plan.output)});
    if (!psql) GTEST_SKIP() << "no psql";
    ASSERT_EQ(psql->exit_code, 0) << psql->errors << plan.output;
    const TestDatabase fresh(read_file(after));
    const auto diff = run_schemadiff(
        {"diff", live.url(), fresh.url(), "--schema", "*", "--manage", kAspects, "--exit-code"});
    EXPECT_EQ(diff.exit_code, 0) << diff.output << diff.errors << plan.output;
  }

 private:
  static constexpr const char* kAspects = "structure,comments,privileges,ownership";

  fs::path folder_;
};

void register_cases() {
  std::vector<fs::path> folders;
  for (const char* root : {SCHEMADIFF_CASES, SCHEMADIFF_ISSUES}) {
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
      if (entry.path().filename() == "after.sql") folders.push_back(entry.path().parent_path());
    }
  }
  std::sort(folders.begin(), folders.end());
  for (const fs::path& folder : folders) {
    const std::string kind = folder.parent_path().filename().string();
    ::testing::RegisterTest(("Cases/" + kind).c_str(), folder.filename().c_str(), nullptr, nullptr,
                            __FILE__, __LINE__, [folder] { return new GoldenCase(folder); });
    ::testing::RegisterTest(("FilePlans/" + kind).c_str(), folder.filename().c_str(), nullptr,
                            nullptr, __FILE__, __LINE__, [folder] { return new FilePlan(folder); });
  }
}

}  // namespace
}  // namespace schemadiff::testing

int main(int argc, char** argv) {
  ::testing::InitGoogleTest(&argc, argv);
  schemadiff::testing::register_cases();
  return RUN_ALL_TESTS();
}
