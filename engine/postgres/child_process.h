// Runs other programs (initdb, postgres, psql), as another user where PostgreSQL wants that.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/result.h"

namespace schemadiff {

// Whom a child runs as. Looked up before the fork, because the lookups are not safe after it.
struct UserAccount {
  std::string name;
  uid_t user = 0;
  gid_t group = 0;
  std::vector<gid_t> groups;
};

// The account of that name, or nothing.
std::optional<UserAccount> find_account(const std::string& name);

struct ProcessOptions {
  std::filesystem::path folder;                                  // empty: ours
  std::optional<UserAccount> account;                            // nothing: ours
  std::vector<std::pair<std::string, std::string>> environment;  // on top of ours
  std::vector<std::string> unset;                                // variables it must not see
  std::string input;                                             // its standard input
  std::chrono::milliseconds timeout = std::chrono::milliseconds::max();  // then it is killed
};

struct ProcessResult {
  int exit_code = 0;  // 128 + n: ended by signal n
  bool timed_out = false;
  std::string output;
  std::string errors;
};

// Runs a program to its end. An Error means that it could not be started at all.
Result<ProcessResult> run_process(const std::vector<std::string>& command,
                                  const ProcessOptions& options = {});

// Starts a program that outlives this call, with its output appended to `log`, in a session of its
// own so that Ctrl-C does not reach it. `die_with_us`: it gets SIGQUIT when this thread ends.
Result<pid_t> start_process(const std::vector<std::string>& command, const ProcessOptions& options,
                            const std::filesystem::path& log, bool die_with_us);

// Becomes that program: returns only when that failed.
Error replace_process(const std::vector<std::string>& command, const ProcessOptions& options = {});

}  // namespace schemadiff
