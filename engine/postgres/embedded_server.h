// schemadiff's own PostgreSQL server, one a project: `--db embedded` and `schemadiff db`.
//
// Everything it has is in one state folder: data/ (the cluster), run/ (the socket), log, lock and
// project (whose it is). It listens on a unix socket in a folder of mode 0700 and on nothing else;
// run by root it belongs to the user postgres (else nobody). It goes on running between commands.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/postgres/cluster.h"

namespace schemadiff {

struct EmbeddedServerOptions {
  std::filesystem::path project;       // empty: project_folder()
  std::filesystem::path state_folder;  // empty: SCHEMADIFF_STATE_DIR, else default_state_folder()
  std::filesystem::path pg_bin;        // --pg-bin; empty: see find_server_binaries()
};

// The nearest folder, from the current one upward, that holds schemadiff.toml or .git; else the
// current one.
std::filesystem::path project_folder();

// One per project: $XDG_STATE_HOME/schemadiff/<name>-<digest of the path>, by default under
// ~/.local/state; for root, whose home others may not enter, under /var/lib.
std::filesystem::path default_state_folder(const std::filesystem::path& project);

class EmbeddedServer {
 public:
  struct Status {
    bool initialised = false;
    std::optional<pid_t> pid;  // nothing: it does not run
    int major_version = 0;     // of the cluster; 0: not initialised
    std::filesystem::path project, state_folder, log;
    std::string url;
  };

  // Decides where everything is; makes, needs and starts nothing.
  static Result<EmbeddedServer> locate(const EmbeddedServerOptions& options);

  // All of them are safe against each other and themselves in other processes.
  // start() makes the cluster if there is none yet, and does nothing when it runs already.
  Result<Status> start();
  Result<bool> stop();   // false: it did not run
  Result<void> reset();  // stops it and removes all its data; ask the user before
  Result<Status> status() const;

  // For libpq; no secret in them. They say nothing about whether it runs.
  std::string conninfo() const;
  std::string url() const;

  // Becomes psql on the (running) server; returns only when that failed.
  Error psql(const std::vector<std::string>& arguments) const;

 private:
  struct Layout {
    std::filesystem::path project, state, data, sockets, log, lock;
  };
  EmbeddedServer(Layout layout, std::filesystem::path pg_bin)
      : layout_(std::move(layout)), pg_bin_(std::move(pg_bin)) {}
  Result<void> make_state_folder(const std::optional<UserAccount>& account) const;
  // An error when the state folder is another user's.
  Result<void> reach() const;
  Result<Cluster> cluster() const;
  // Without its programs: for what needs none.
  Cluster cluster_without_programs() const;

  Layout layout_;
  std::filesystem::path pg_bin_;
};

}  // namespace schemadiff
