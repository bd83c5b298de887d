#include "engine/postgres/cluster.h"

#include <fmt/format.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <thread>

namespace schemadiff {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;

constexpr auto kStartTimeout = seconds(120);
constexpr auto kStopTimeout = seconds(60);
constexpr auto kPause = milliseconds(10);

// Lines of postmaster.pid, from 0: pid, data folder, start time, port, sockets, address, shared
// memory, status.
constexpr size_t kStatusLine = 7;

std::vector<std::string> read_lines(const fs::path& file) {
  std::vector<std::string> lines;
  std::ifstream stream(file);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

bool alive(pid_t pid) {
  // A child of ours that has ended stays in the process table until it is waited for.
  if (waitpid(pid, nullptr, WNOHANG) == pid) return false;
  return kill(pid, 0) == 0 || errno == EPERM;
}

// A pid from before a crash may belong to another program by now. A postmaster works in its data
// folder; where /proc does not tell, the pid is believed.
bool works_in(pid_t pid, const fs::path& folder) {
  std::error_code error;
  const fs::path place = fs::read_symlink(fmt::format("/proc/{}/cwd", pid), error);
  if (error) return true;
  return place == fs::canonical(folder, error);
}

}  // namespace

Result<std::optional<UserAccount>> server_account() {
  if (geteuid() != 0) return std::optional<UserAccount>();
  for (const char* name : {"postgres", "nobody"}) {
    if (auto account = find_account(name); account && account->user != 0) return account;
  }
  return fail(ErrorCode::embedded_server,
              "PostgreSQL does not run as root, and there is no user postgres or nobody to run it",
              "run this as another user, or make one: adduser --system postgres");
}

std::optional<int> data_folder_version(const fs::path& data) {
  const auto lines = read_lines(data / "PG_VERSION");
  if (lines.empty()) return std::nullopt;
  const int version = std::atoi(lines[0].c_str());
  return version > 0 ? std::optional(version) : std::nullopt;
}

Result<void> make_private_folder(const fs::path& folder,
                                 const std::optional<UserAccount>& account) {
  if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) {
    return fail(ErrorCode::file,
                fmt::format("cannot make {}: {}", folder.string(), std::strerror(errno)));
  }
  struct stat found = {};
  if (lstat(folder.c_str(), &found) != 0 || !S_ISDIR(found.st_mode)) {
    return fail(ErrorCode::file, fmt::format("{} is not a folder", folder.string()));
  }
  const uid_t owner = account ? account->user : geteuid();
  if (found.st_uid != owner && found.st_uid == geteuid() && account) {
    if (lchown(folder.c_str(), account->user, account->group) != 0) {
      return fail(ErrorCode::permission, fmt::format("cannot give {} to {}: {}", folder.string(),
                                                     account->name, std::strerror(errno)));
    }
  } else if (found.st_uid != owner) {
    return fail(ErrorCode::permission, fmt::format("{} belongs to another user", folder.string()),
                "run this as that user, or name another state folder");
  }
  if ((found.st_mode & 07777) != 0700 && chmod(folder.c_str(), 0700) != 0) {
    return fail(ErrorCode::permission,
                fmt::format("cannot make {} private: {}", folder.string(), std::strerror(errno)));
  }
  return {};
}

bool Cluster::initialised() const { return data_folder_version(places_.data).has_value(); }

Result<void> Cluster::initialise(bool durable) {
  if (initialised()) return {};
  fs::path unfinished = places_.data;
  unfinished += ".new";
  std::error_code error;
  fs::remove_all(unfinished, error);
  // Made by us, because the account may not write in the folder above.
  if (auto made = make_private_folder(unfinished, account_); !made) return made;
  ProcessOptions options;
  options.account = account_;
  options.folder = unfinished;
  options.unset = {"PGDATA", "PGOPTIONS", "LC_ALL", "LC_MESSAGES", "LANG"};
  std::string complaint;
  // C.UTF-8 sorts alike everywhere; systems without it have C.
  for (const char* locale : {"C.UTF-8", "C"}) {
    std::vector<std::string> command = {binaries_.program("initdb"),
                                        "-D",
                                        unfinished.string(),
                                        "-U",
                                        "postgres",
                                        "-A",
                                        "trust",
                                        "-E",
                                        "UTF8",
                                        fmt::format("--locale={}", locale)};
    if (!durable) command.push_back("--no-sync");
    const auto done = run_process(command, options);
    if (!done) return fail(done.error());
    if (done->exit_code == 0) {
      fs::rename(unfinished, places_.data, error);
      if (!error) return {};
      return fail(ErrorCode::file,
                  fmt::format("cannot rename {}: {}", unfinished.string(), error.message()));
    }
    complaint = done->errors.empty() ? done->output : done->errors;
  }
  fs::remove_all(unfinished, error);
  return fail(ErrorCode::embedded_server, fmt::format("initdb failed: {}", complaint),
              account_ ? fmt::format("the server runs as the user {}, who must be able to reach {}",
                                     account_->name, places_.data.string())
                       : "");
}

std::optional<pid_t> Cluster::postmaster() const {
  const auto lines = read_lines(places_.data / "postmaster.pid");
  if (lines.empty()) return std::nullopt;
  const pid_t pid = std::atoi(lines[0].c_str());
  if (pid <= 0 || !alive(pid) || !works_in(pid, places_.data)) return std::nullopt;
  return pid;
}

std::string Cluster::log_tail() const {
  const auto lines = read_lines(places_.log);
  std::string tail;
  for (size_t i = lines.size() > 5 ? lines.size() - 5 : 0; i < lines.size(); ++i) {
    tail += (tail.empty() ? "" : "\n") + lines[i];
  }
  return tail;
}

Result<pid_t> Cluster::start(const Settings& settings, bool die_with_us) {
  // Perhaps just started by somebody else.
  if (const auto running = postmaster()) return wait_until_ready(*running);
  // Backends of a postmaster that was killed hold its shared memory for a moment longer.
  const auto patience = steady_clock::now() + seconds(10);
  while (true) {
    auto started = try_start(settings, die_with_us);
    if (started || steady_clock::now() > patience) return started;
    if (log_tail().find("shared memory block") == std::string::npos) return started;
    std::this_thread::sleep_for(milliseconds(200));
  }
}

Result<pid_t> Cluster::try_start(const Settings& settings, bool die_with_us) {
  std::error_code ignored;
  // Not alive (start() looked): left by a crash. PostgreSQL itself would believe a reused pid.
  fs::remove(places_.data / "postmaster.pid", ignored);
  std::vector<std::string> command = {
      binaries_.program("postgres"),
      "-D",
      places_.data.string(),
      "-c",
      "listen_addresses=",
      "-c",
      "port=5432",
      "-c",
      "unix_socket_permissions=0700",
      "-c",
      fmt::format("unix_socket_directories=\"{}\"", places_.sockets.string())};
  for (const auto& [name, value] : settings) {
    command.insert(command.end(), {"-c", fmt::format("{}={}", name, value)});
  }
  ProcessOptions options;
  options.account = account_;
  options.folder = places_.data;
  options.unset = {"PGDATA", "PGPORT", "PGOPTIONS", "LC_ALL", "LC_MESSAGES", "LANG"};
  const auto started = start_process(command, options, places_.log, die_with_us);
  if (!started) return started;
  return wait_until_ready(*started);
}

Result<pid_t> Cluster::wait_until_ready(pid_t pid) const {
  const auto deadline = steady_clock::now() + kStartTimeout;
  while (steady_clock::now() < deadline) {
    const auto lines = read_lines(places_.data / "postmaster.pid");
    if (lines.size() > kStatusLine && lines[0] == std::to_string(pid) &&
        lines[kStatusLine].starts_with("ready")) {
      return pid;
    }
    if (!alive(pid)) {
      return fail(ErrorCode::embedded_server,
                  fmt::format("the PostgreSQL server does not start: {}", log_tail()),
                  fmt::format("its log is {}", places_.log.string()));
    }
    std::this_thread::sleep_for(kPause);
  }
  return fail(ErrorCode::embedded_server,
              fmt::format("the PostgreSQL server (pid {}) is not ready after {} s", pid,
                          seconds(kStartTimeout).count()),
              fmt::format("its log is {}", places_.log.string()));
}

Result<bool> Cluster::stop(bool at_once) {
  const auto pid = postmaster();
  if (!pid) return false;
  // SIGINT: fast shutdown, open sessions are ended; SIGQUIT: immediate.
  if (kill(*pid, at_once ? SIGQUIT : SIGINT) != 0 && errno != ESRCH) {
    return fail(ErrorCode::permission, fmt::format("cannot stop the PostgreSQL server (pid {}): {}",
                                                   *pid, std::strerror(errno)));
  }
  const auto deadline = steady_clock::now() + kStopTimeout;
  while (steady_clock::now() < deadline) {
    if (!alive(*pid)) return true;
    std::this_thread::sleep_for(kPause);
  }
  return fail(ErrorCode::embedded_server,
              fmt::format("the PostgreSQL server (pid {}) does not stop", *pid),
              fmt::format("its log is {}", places_.log.string()));
}

std::string Cluster::conninfo(const std::string& database) const {
  std::string folder;
  for (const char c : places_.sockets.string()) {
    if (c == '\'' || c == '\\') folder += '\\';
    folder += c;
  }
  return fmt::format("host='{}' port=5432 user=postgres dbname={}", folder, database);
}

std::string Cluster::url(const std::string& database) const {
  std::string folder;
  for (const char c : places_.sockets.string()) {
    const auto byte = static_cast<unsigned char>(c);
    if (isalnum(byte) || c == '-' || c == '_' || c == '.') {
      folder += c;
    } else {
      folder += fmt::format("%{:02X}", byte);
    }
  }
  return fmt::format("postgresql://postgres@/{}?host={}&port=5432", database, folder);
}

}  // namespace schemadiff
