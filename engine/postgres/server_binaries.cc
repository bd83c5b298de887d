#include "engine/postgres/server_binaries.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <sstream>

#include "engine/postgres/child_process.h"

namespace schemadiff {
namespace {

namespace fs = std::filesystem;

constexpr const char* kHint =
    "install them (Debian and Ubuntu: apt-get install postgresql) or name their folder: "
    "--pg-bin DIR, or the variable PG_BIN";

bool executable(const fs::path& file) { return access(file.c_str(), X_OK) == 0; }

// "initdb (PostgreSQL) 15.13 (Debian 15.13-1)" and "… 18beta1" -> 15, 18
std::optional<ServerBinaries> inspect(const fs::path& folder) {
  if (!executable(folder / "initdb") || !executable(folder / "postgres")) return std::nullopt;
  ProcessOptions options;
  options.timeout = std::chrono::seconds(10);
  const auto answer = run_process({(folder / "initdb").string(), "--version"}, options);
  if (!answer || answer->exit_code != 0) return std::nullopt;
  const size_t bracket = answer->output.find(") ");
  if (bracket == std::string::npos) return std::nullopt;
  const int version = std::atoi(answer->output.c_str() + bracket + 2);
  if (version <= 0) return std::nullopt;
  return ServerBinaries{folder, version};
}

std::vector<fs::path> known_folders() {
  std::vector<fs::path> folders;
  ProcessOptions options;
  options.timeout = std::chrono::seconds(10);
  if (const auto answer = run_process({"pg_config", "--bindir"}, options);
      answer && answer->exit_code == 0) {
    folders.emplace_back(answer->output.substr(0, answer->output.find('\n')));
  }
  const auto versioned = [&](const char* parent, const char* prefix) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(parent, ignored)) {
      if (entry.path().filename().string().starts_with(prefix)) {
        folders.push_back(entry.path() / "bin");
      }
    }
  };
  versioned("/usr/lib/postgresql", "");
  versioned("/usr", "pgsql-");
  versioned("/opt/homebrew/opt", "postgresql");
  versioned("/usr/local/opt", "postgresql");
  folders.insert(folders.end(), {"/usr/local/pgsql/bin", "/usr/local/bin", "/usr/bin"});
  if (const char* path = std::getenv("PATH")) {
    std::istringstream parts(path);
    for (std::string part; std::getline(parts, part, ':');) {
      if (part.starts_with('/')) folders.emplace_back(part);
    }
  }
  return folders;
}

}  // namespace

Result<ServerBinaries> find_server_binaries(const fs::path& chosen,
                                            std::optional<int> major_version) {
  const auto fits = [&](const ServerBinaries& found) {
    return !major_version || found.major_version == *major_version;
  };
  const char* variable = std::getenv("PG_BIN");
  const bool from_variable = chosen.empty() && variable != nullptr && *variable != '\0';
  if (!chosen.empty() || from_variable) {
    const fs::path folder = from_variable ? fs::path(variable) : chosen;
    const char* source = from_variable ? "PG_BIN" : "--pg-bin";
    const auto found = inspect(fs::absolute(folder));
    if (!found) {
      return fail(ErrorCode::embedded_server,
                  fmt::format("no PostgreSQL server programs in {} ({})", folder.string(), source),
                  "it must hold initdb and postgres, for example /usr/lib/postgresql/17/bin");
    }
    if (!fits(*found)) {
      return fail(ErrorCode::embedded_server,
                  fmt::format("{} holds PostgreSQL {}, and the cluster was made by {} ({})",
                              folder.string(), found->major_version, *major_version, source),
                  fmt::format("use the programs of PostgreSQL {}, or start afresh with "
                              "`schemadiff db reset`",
                              *major_version));
    }
    return *found;
  }
  std::optional<ServerBinaries> best;
  std::vector<fs::path> seen;
  for (const fs::path& folder : known_folders()) {
    // Links in /usr/local/bin lead to a folder that is in the list as well.
    std::error_code ignored;
    const fs::path real = fs::canonical(folder / "postgres", ignored);
    if (real.empty() || std::find(seen.begin(), seen.end(), real) != seen.end()) continue;
    seen.push_back(real);
    const auto found = inspect(real.parent_path());
    if (found && fits(*found) && (!best || found->major_version > best->major_version)) {
      best = found;
    }
  }
  if (best) return *best;
  if (major_version) {
    return fail(ErrorCode::embedded_server,
                fmt::format("the cluster was made by PostgreSQL {}, and no server programs of that "
                            "version were found",
                            *major_version),
                fmt::format("install them (apt-get install postgresql-{0}), name their folder "
                            "(--pg-bin DIR), or start afresh with `schemadiff db reset`",
                            *major_version));
  }
  return fail(ErrorCode::embedded_server, "no PostgreSQL server programs found", kHint);
}

}  // namespace schemadiff
