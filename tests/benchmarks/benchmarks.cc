// How long schemadiff takes on schemas of many tables, beside a yardstick of the same run.
//
//   benchmarks [TABLES...]        100, 1000 and 5000 by default; prints a table in Markdown
//
// PSQLDEF names another tool's program to be timed beside it (else psqldef of PATH, if any).
// Exits 1 when a plan is not what it must be, or a no-op plan takes more than LIMIT times the
// yardstick (default: no limit).
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "engine/postgres/child_process.h"
#include "tests/benchmarks/reference.h"
#include "tests/benchmarks/synthetic_schema.h"
#include "tests/support/run_schemadiff.h"
#include "tests/support/throwaway_cluster.h"

namespace schemadiff::testing {
namespace {

using Clock = std::chrono::steady_clock;
constexpr int kRepeats = 3;
constexpr int kTablesAtOnce = 200;  // more in one transaction overflow the server's lock table

struct Measurement {
  bool ok = true;
  double seconds = 0;
  double peak_mib = 0;
  nlohmann::json stages;
};

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

ProcessOptions patient() {
  ProcessOptions options;
  options.timeout = std::chrono::minutes(10);
  return options;
}

// The JSON that --timings writes among what else is on standard error.
nlohmann::json timings_in(const std::string& errors) {
  const size_t start = errors.rfind("{\"total_ms\"");
  if (start == std::string::npos) return nlohmann::json::object();
  return nlohmann::json::parse(errors.substr(start, errors.find('\n', start) - start));
}

Measurement run(const std::vector<std::string>& arguments, int wanted_exit_code) {
  const auto start = Clock::now();
  const ProcessResult result = run_schemadiff(arguments, patient());
  Measurement measurement;
  measurement.seconds = std::chrono::duration<double>(Clock::now() - start).count();
  measurement.ok = result.exit_code == wanted_exit_code;
  if (!measurement.ok) {
    fmt::print(stderr, "exit {}, not {}: {}\n{}\n", result.exit_code, wanted_exit_code,
               fmt::join(arguments, " "), result.errors.substr(0, 2000));
  }
  const nlohmann::json timings = timings_in(result.errors);
  measurement.peak_mib = timings.value("peak_rss_kib", 0.0) / 1024;
  measurement.stages = timings.value("stages_ms", nlohmann::json::object());
  return measurement;
}

// The one in the middle, and whether all of them went well.
Measurement repeat(const std::vector<std::string>& arguments, int wanted_exit_code) {
  std::vector<Measurement> all;
  for (int i = 0; i < kRepeats; ++i) all.push_back(run(arguments, wanted_exit_code));
  const bool ok = std::all_of(all.begin(), all.end(), [](const auto& one) { return one.ok; });
  std::sort(all.begin(), all.end(),
            [](const auto& a, const auto& b) { return a.seconds < b.seconds; });
  all[kRepeats / 2].ok = ok;
  return all[kRepeats / 2];
}

void print(int tables, const std::string& what, const Measurement& measurement, double yardstick) {
  std::string stages;
  for (const auto& [name, milliseconds] : measurement.stages.items()) {
    stages +=
        fmt::format("{}{} {:.0f}", stages.empty() ? "" : ", ", name, milliseconds.get<double>());
  }
  fmt::print("| {} | {} | {:.2f} | {:.2f} | {:.0f} | {} |{}\n", tables, what, measurement.seconds,
             measurement.seconds / yardstick, measurement.peak_mib, stages,
             measurement.ok ? "" : " **wrong** |");
  std::fflush(stdout);
}

std::string psqldef() {
  if (const char* chosen = std::getenv("PSQLDEF")) return chosen;
  const auto found = run_process({"sh", "-c", "command -v psqldef"});
  return found && found->exit_code == 0 ? found->output.substr(0, found->output.find('\n')) : "";
}

Measurement run_psqldef(const std::string& program, const TestDatabase& database,
                        const std::string& file) {
  const std::string& server = test_server();
  const size_t start = server.find('\'') + 1;
  ProcessOptions options = patient();
  options.environment = {{"PGHOST", server.substr(start, server.find('\'', start) - start)},
                         {"PGSSLMODE", "disable"}};
  std::vector<double> times;
  Measurement measurement;
  for (int i = 0; i < kRepeats; ++i) {
    const auto begin = Clock::now();
    const auto result = run_process({program, "-h", options.environment[0].second, "-U", "postgres",
                                     database.name(), "--dry-run", "--file", file},
                                    options);
    times.push_back(std::chrono::duration<double>(Clock::now() - begin).count());
    measurement.ok = measurement.ok && result && result->exit_code == 0;
    if (times.back() > 30) break;
  }
  measurement.seconds = median(times);
  return measurement;
}

// False: a result was wrong, or too slow.
bool measure(int tables, double limit) {
  const TemporaryFolder folder;
  const std::string text = synthetic_tables(0, tables);
  const std::string file = folder.write("schema.sql", text);
  const TestDatabase whole, empty;
  for (int first = 0; first < tables; first += kTablesAtOnce) {
    whole.execute(synthetic_tables(first, std::min(first + kTablesAtOnce, tables)));
  }
  whole.execute("ANALYZE");  // autovacuum is off here, and a live database has statistics
  const TestDatabase without = TestDatabase::copy_of(whole);
  without.execute(fmt::format("ALTER TABLE item_{:06} DROP COLUMN valid_on", tables / 2));

  std::vector<double> parse, read;
  for (int i = 0; i < kRepeats; ++i) {
    const Reference reference = measure_reference(text, whole.conninfo());
    parse.push_back(reference.parse.count());
    read.push_back(reference.read.count());
  }
  const double yardstick = median(parse) + median(read);
  Measurement reference;
  reference.seconds = yardstick;
  reference.stages = {{"parse", median(parse) * 1000}, {"read", median(read) * 1000}};
  print(tables, "yardstick", reference, yardstick);

  const auto plan = [&](const TestDatabase& database) {
    return std::vector<std::string>{"plan",        "--to",     file, "--db", database.conninfo(),
                                    "--exit-code", "--timings"};
  };
  const Measurement noop = repeat(plan(whole), 0);
  print(tables, "no-op plan", noop, yardstick);
  const Measurement column = repeat(plan(without), 2);
  print(tables, "one-column plan", column, yardstick);
  const Measurement full_plan = repeat(plan(empty), 2);
  print(tables, "plan of everything", full_plan, yardstick);
  const Measurement create =
      run({"apply", "--to", file, "--db", empty.conninfo(), "--auto-approve", "--timings"}, 0);
  print(tables, "create everything", create, yardstick);
  if (const std::string program = psqldef(); !program.empty()) {
    print(tables, "psqldef, no-op", run_psqldef(program, whole, file), yardstick);
  }
  return noop.ok && column.ok && full_plan.ok && create.ok &&
         (limit == 0 || noop.seconds <= limit * yardstick);
}

int run_all(const std::vector<int>& sizes) {
  const char* chosen = std::getenv("LIMIT");
  const double limit = chosen == nullptr ? 0 : std::atof(chosen);
  fmt::print("PostgreSQL {}, {} cores\n\n", test_server_version() / 10000,
             std::thread::hardware_concurrency());
  fmt::print(
      "| tables | what | wall s | x yardstick | peak MiB | stages ms "
      "|\n|---:|---|---:|---:|---:|---|\n");
  bool ok = true;
  for (const int tables : sizes) ok = measure(tables, limit) && ok;
  return ok ? 0 : 1;
}

}  // namespace
}  // namespace schemadiff::testing

int main(int count, char** arguments) {
  std::vector<int> sizes;
  for (int i = 1; i < count; ++i) {
    sizes.push_back(std::atoi(arguments[i]));
    if (sizes.back() <= 0) {
      fmt::print(stderr, "usage: benchmarks [TABLES...]\n");
      return 64;
    }
  }
  if (sizes.empty()) sizes = {100, 1000, 5000};
  return schemadiff::testing::run_all(sizes);
}
