#include <fmt/format.h>

#include <filesystem>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/generation.h"
#include "cli/pipeline.h"
#include "cli/show.h"
#include "cli/terminal.h"
#include "engine/postgres/child_process.h"

namespace schemadiff {
namespace {

namespace fs = std::filesystem;

// ---- generated files
Result<std::vector<Finding>> look_at_generated(const Options& options, Timings& timings) {
  std::vector<GeneratorOptions> generators = options.generators;
  if (generators.empty()) {
    if (!options.generated_only) return std::vector<Finding>();
    generators.emplace_back();
  }
  auto generation = prepare_generation(generators, options, timings);
  if (!generation) return fail(std::move(generation.error()));
  return stale_files(*generation, options.check_only
                                      ? "run 'schemadiff sync' and commit what it writes"
                                      : "run 'schemadiff generate' and commit what it writes");
}

int check_generated(const Options& options, Timings& timings) {
  auto stale = look_at_generated(options, timings);
  if (!stale) return report(stale.error());
  const int code = stale->empty() ? kExitOk : kExitDifferences;
  Findings findings;
  findings.title = "schemadiff check --generated";
  if (options.format == Format::text) {
    show_stale(*stale);
  } else {
    findings.list = std::move(*stale);
  }
  return show_findings(findings, options, timings, code);
}

// ---- a git revision
struct GitAnswer {
  bool good = false;
  std::string error;
};
Result<GitAnswer> ask_git(const std::vector<std::string>& arguments) {
  std::vector<std::string> command = {"git"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  auto ran = run_process(command);
  if (!ran) return fail(std::move(ran.error()));
  return GitAnswer{ran->exit_code == 0, ran->errors.substr(0, ran->errors.find('\n'))};
}

// git:REV:path of each desired file that the revision has.
Result<std::vector<std::string>> files_of_revision(const std::string& revision,
                                                   const std::vector<std::string>& files) {
  auto commit = ask_git({"rev-parse", "--verify", "--quiet", revision + "^{commit}"});
  if (!commit) return fail(std::move(commit.error()));
  if (!commit->good) {
    return fail(ErrorCode::file,
                "--since " + revision + ": there is no such revision here" +
                    (commit->error.empty() ? "" : ": " + commit->error),
                "it takes what git takes: git:HEAD, git:origin/main");
  }
  std::vector<std::string> out;
  for (const std::string& file : files) {
    std::error_code error;
    if (!fs::exists(file, error)) {
      return fail(ErrorCode::usage, "--since compares files, and there is no file " + file,
                  "name the files with --to, or in schemadiff.toml");
    }
    const std::string path = fs::proximate(file, error).generic_string();
    auto found = ask_git({"cat-file", "-e", revision + ":./" + path});
    if (!found) return fail(std::move(found.error()));
    if (found->good) {
      out.push_back("git:" + revision + ":" + path);
    } else {
      note(path + " is not in " + revision + ": all of it is new");
    }
  }
  return out;
}

int check_since(const Options& options, Timings& timings) {
  const std::string revision =
      options.since.starts_with("git:") ? options.since.substr(4) : options.since;
  if (revision.empty() || revision.starts_with("-")) {
    complain("--since needs a git revision", "for example git:HEAD");
    return kExitUsage;
  }
  auto before = files_of_revision(revision, options.to);
  if (!before) return report(before.error());
  if (before->empty()) {
    Findings none;
    none.title = "schemadiff check --since " + options.since;
    return show_findings(none, options, timings, kExitOk);
  }
  auto pipeline = Pipeline::open_files(*before, options.to, options, timings);
  if (!pipeline) return report(pipeline.error());
  auto comparison = (*pipeline)->compare();
  if (!comparison) return report(comparison.error());
  const bool fails = (*comparison)->verdict.refuses() || !(*comparison)->plan().refusals.empty();
  return show_plan((*pipeline)->report(**comparison), options, timings,
                   fails ? kExitDifferences : kExitOk, PlanFindings::hazards);
}

// ---- the database, and the files that are generated
int check_all(const Options& options, Timings& timings) {
  auto stale = look_at_generated(options, timings);
  if (!stale) return report(stale.error());
  auto pipeline = Pipeline::open("", options.to, options, timings);
  if (!pipeline) return report(pipeline.error());
  auto comparison = (*pipeline)->compare();
  if (!comparison) return report(comparison.error());
  const bool good = (*comparison)->plan().empty() && stale->empty();
  return show_plan((*pipeline)->report(**comparison), options, timings,
                   good ? kExitOk : kExitDifferences, PlanFindings::drift, *stale);
}

}  // namespace

int run_check(const Options& options) {
  Timings timings;
  if (options.generated_only && !options.since.empty()) {
    complain("--generated and --since are two questions", "ask one at a time");
    return kExitUsage;
  }
  if (!options.since.empty()) return check_since(options, timings);
  if (options.generated_only) return check_generated(options, timings);
  return check_all(options, timings);
}

}  // namespace schemadiff
