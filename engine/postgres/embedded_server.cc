#include "engine/postgres/embedded_server.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <thread>

#include "engine/postgres/libpq_session.h"

namespace schemadiff {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDatabase = "app";
constexpr const char* kSocketName = "/.s.PGSQL.5432";
constexpr auto kLockTimeout = std::chrono::seconds(120);
constexpr uintmax_t kLargestLog = 16 << 20;

// FNV-1a: tells the paths of one machine apart; nothing secret hangs on it.
std::string digest(const std::string& text) {
  uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211ULL;
  }
  return fmt::format("{:012x}", hash & 0xffffffffffffULL);
}

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

fs::path home_folder() {
  if (const std::string home = variable("HOME"); !home.empty()) return home;
  const passwd* entry = getpwuid(geteuid());
  return entry == nullptr ? "/" : entry->pw_dir;
}

// Held while a server is made, started, stopped or removed. Closing the file lets go of it, so a
// crash can't leave it behind.
class StateLock {
 public:
  static Result<StateLock> take(const fs::path& file) {
    StateLock lock(open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (lock.descriptor_ < 0) {
      return fail(errno == EACCES ? ErrorCode::permission : ErrorCode::file,
                  fmt::format("cannot open {}: {}", file.string(), std::strerror(errno)));
    }
    const auto deadline = std::chrono::steady_clock::now() + kLockTimeout;
    while (flock(lock.descriptor_, LOCK_EX | LOCK_NB) != 0) {
      if (errno != EWOULDBLOCK && errno != EINTR) {
        return fail(ErrorCode::file,
                    fmt::format("cannot lock {}: {}", file.string(), std::strerror(errno)));
      }
      if (std::chrono::steady_clock::now() > deadline) {
        return fail(ErrorCode::embedded_server,
                    "another schemadiff is starting or stopping the embedded server, and does not "
                    "come to an end",
                    fmt::format("look for it with: fuser {}", file.string()));
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return lock;
  }
  StateLock(StateLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  StateLock& operator=(StateLock&&) = delete;
  ~StateLock() {
    if (descriptor_ >= 0) close(descriptor_);
  }

 private:
  explicit StateLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

// In the state folder where its path is short enough for a socket, else in a folder of ours
// under /tmp.
fs::path socket_folder(const fs::path& state) {
  const fs::path inside = state / "run";
  if (inside.string().size() + std::strlen(kSocketName) < sizeof(sockaddr_un::sun_path)) {
    return inside;
  }
  return fmt::format("/tmp/schemadiff-{}-{}", geteuid(), digest(state.string()));
}

bool may_enter(const fs::path& folder, const UserAccount& account) {
  struct stat found = {};
  if (stat(folder.c_str(), &found) != 0) return false;
  if (found.st_uid == account.user) return (found.st_mode & S_IXUSR) != 0;
  for (const gid_t group : account.groups) {
    if (found.st_gid == group) return (found.st_mode & S_IXGRP) != 0;
  }
  return (found.st_mode & S_IXOTH) != 0;
}

Result<void> ensure_database(const Cluster& cluster) {
  auto session = LibpqSession::open(cluster.conninfo("postgres"));
  if (!session) return fail(session.error());
  auto found = session->execute(
      fmt::format("SELECT 1 FROM pg_catalog.pg_database WHERE datname = '{}'", kDatabase));
  if (!found) return fail(found.error());
  if (!found->empty()) return {};
  auto made = session->execute(fmt::format("CREATE DATABASE {} TEMPLATE template0", kDatabase));
  if (!made) return fail(made.error());
  return {};
}

}  // namespace

fs::path project_folder() {
  std::error_code error;
  const fs::path here = fs::current_path(error);
  for (fs::path folder = here; !folder.empty(); folder = folder.parent_path()) {
    if (fs::exists(folder / "schemadiff.toml", error) || fs::exists(folder / ".git", error)) {
      return folder;
    }
    if (folder == folder.root_path()) break;
  }
  return here;
}

fs::path default_state_folder(const fs::path& project) {
  std::error_code error;
  fs::path real = fs::weakly_canonical(project, error);
  if (error) real = fs::absolute(project, error);
  const std::string name = real.filename().empty() ? "root" : real.filename().string();
  fs::path base = variable("XDG_STATE_HOME");
  // The specification says that a relative one is to be ignored.
  if (!base.is_absolute()) base = geteuid() == 0 ? "/var/lib" : home_folder() / ".local" / "state";
  return base / "schemadiff" / fmt::format("{}-{}", name.substr(0, 40), digest(real.string()));
}

Result<EmbeddedServer> EmbeddedServer::locate(const EmbeddedServerOptions& options) {
  Layout layout;
  layout.project = options.project.empty() ? project_folder() : options.project;
  layout.state = options.state_folder;
  if (layout.state.empty()) layout.state = variable("SCHEMADIFF_STATE_DIR");
  if (layout.state.empty()) layout.state = default_state_folder(layout.project);
  std::error_code error;
  layout.state = fs::absolute(layout.state, error).lexically_normal();
  if (layout.state.filename().empty()) layout.state = layout.state.parent_path();
  if (layout.state.empty() || layout.state == layout.state.root_path()) {
    return fail(ErrorCode::usage, fmt::format("{} can't be a state folder", layout.state.string()));
  }
  layout.data = layout.state / "data";
  layout.log = layout.state / "log";
  layout.lock = layout.state / "lock";
  layout.sockets = socket_folder(layout.state);
  return EmbeddedServer(std::move(layout), options.pg_bin);
}

Result<void> EmbeddedServer::make_state_folder(const std::optional<UserAccount>& account) const {
  std::error_code error;
  const fs::path above = layout_.state.parent_path();
  fs::create_directories(above, error);
  if (error) {
    return fail(ErrorCode::file, fmt::format("cannot make {}: {}", above.string(), error.message()),
                "SCHEMADIFF_STATE_DIR names another place for the embedded server");
  }
  if (account) {
    fs::path folder;
    for (const fs::path& part : above) {
      folder /= part;
      if (may_enter(folder, *account)) continue;
      return fail(ErrorCode::permission,
                  fmt::format("the server runs as the user {}, who may not enter {}", account->name,
                              folder.string()),
                  "SCHEMADIFF_STATE_DIR names another place for the embedded server");
    }
  }
  // Somebody's folder full of other things must not become ours, nor go away with a reset.
  if (fs::exists(layout_.state, error) && !fs::is_empty(layout_.state, error) &&
      !fs::exists(layout_.lock, error)) {
    return fail(ErrorCode::embedded_server,
                fmt::format("{} is not a state folder of schemadiff: it holds something else",
                            layout_.state.string()),
                "name an empty folder or a new one");
  }
  return make_private_folder(layout_.state, account);
}

Result<void> EmbeddedServer::reach() const {
  if (access(layout_.state.c_str(), X_OK) == 0 || errno != EACCES) return {};
  return fail(ErrorCode::permission,
              fmt::format("{} belongs to another user", layout_.state.string()),
              "run this as that user, or name another place with SCHEMADIFF_STATE_DIR");
}

Cluster EmbeddedServer::cluster_without_programs() const {
  return Cluster({}, std::nullopt, {layout_.data, layout_.sockets, layout_.log});
}

Result<Cluster> EmbeddedServer::cluster() const {
  const auto binaries = find_server_binaries(pg_bin_, data_folder_version(layout_.data));
  if (!binaries) return fail(binaries.error());
  const auto account = server_account();
  if (!account) return fail(account.error());
  return Cluster(*binaries, *account, {layout_.data, layout_.sockets, layout_.log});
}

Result<EmbeddedServer::Status> EmbeddedServer::start() {
  const auto account = server_account();
  if (!account) return fail(account.error());
  if (auto made = make_state_folder(*account); !made) return fail(made.error());
  const auto lock = StateLock::take(layout_.lock);
  if (!lock) return fail(lock.error());
  if (auto made = make_private_folder(layout_.sockets, *account); !made) return fail(made.error());
  if (cluster_without_programs().postmaster()) {
    // Wait for one that a schemadiff started which was then killed.
    if (auto ready = cluster_without_programs().start({}, false); !ready) {
      return fail(ready.error());
    }
  } else {
    auto ours = cluster();
    if (!ours) return fail(ours.error());
    std::ofstream(layout_.state / "project") << layout_.project.string() << '\n';
    std::error_code error;
    if (fs::file_size(layout_.log, error) > kLargestLog && !error) {
      fs::path old = layout_.log;
      fs::rename(layout_.log, old += ".old", error);
    }
    if (auto made = ours->initialise(true); !made) return fail(made.error());
    if (auto started = ours->start({}, false); !started) return fail(started.error());
  }
  if (auto made = ensure_database(cluster_without_programs()); !made) return fail(made.error());
  return status();
}

Result<bool> EmbeddedServer::stop() {
  if (auto reached = reach(); !reached) return fail(reached.error());
  std::error_code error;
  if (!fs::exists(layout_.lock, error)) return false;
  const auto lock = StateLock::take(layout_.lock);
  if (!lock) return fail(lock.error());
  return cluster_without_programs().stop(false);
}

Result<void> EmbeddedServer::reset() {
  if (auto reached = reach(); !reached) return fail(reached.error());
  std::error_code error;
  if (!fs::exists(layout_.lock, error)) return {};
  const auto lock = StateLock::take(layout_.lock);
  if (!lock) return fail(lock.error());
  if (auto stopped = cluster_without_programs().stop(true); !stopped) {
    return fail(stopped.error());
  }
  fs::path unfinished = layout_.data;
  unfinished += ".new";
  fs::path old_log = layout_.log;
  old_log += ".old";
  // The folder and its lock stay: another schemadiff may be waiting for it.
  for (const fs::path& part : {layout_.data, unfinished, layout_.sockets, layout_.log, old_log}) {
    fs::remove_all(part, error);
    if (error) {
      return fail(ErrorCode::file,
                  fmt::format("cannot remove {}: {}", part.string(), error.message()));
    }
  }
  return {};
}

Result<EmbeddedServer::Status> EmbeddedServer::status() const {
  if (auto reached = reach(); !reached) return fail(reached.error());
  const Cluster ours = cluster_without_programs();
  Status status;
  status.initialised = ours.initialised();
  status.pid = ours.postmaster();
  status.major_version = data_folder_version(layout_.data).value_or(0);
  status.project = layout_.project;
  status.state_folder = layout_.state;
  status.log = layout_.log;
  status.url = url();
  return status;
}

std::string EmbeddedServer::conninfo() const {
  return cluster_without_programs().conninfo(kDatabase);
}

std::string EmbeddedServer::url() const { return cluster_without_programs().url(kDatabase); }

Error EmbeddedServer::psql(const std::vector<std::string>& arguments) const {
  std::vector<std::string> command = {"psql"};
  if (const auto binaries = find_server_binaries(pg_bin_); binaries) {
    const std::string beside = binaries->program("psql");
    if (access(beside.c_str(), X_OK) == 0) command[0] = beside;
  }
  command.push_back("--dbname=" + conninfo());
  command.insert(command.end(), arguments.begin(), arguments.end());
  Error error = replace_process(command);
  error.hint = "install it (Debian and Ubuntu: apt-get install postgresql-client)";
  return error;
}

}  // namespace schemadiff
