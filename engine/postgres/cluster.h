// A PostgreSQL cluster of our own: made, started and stopped with the server's programs.
// Used by the embedded server and by the tests' throwaway one.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/result.h"
#include "engine/postgres/child_process.h"
#include "engine/postgres/server_binaries.h"

namespace schemadiff {

// Whom the server runs as: nothing when we are not root; else postgres, else nobody.
Result<std::optional<UserAccount>> server_account();

class Cluster {
 public:
  struct Places {
    std::filesystem::path data;     // made by initialise()
    std::filesystem::path sockets;  // exists, belongs to the account, 0700
    std::filesystem::path log;
  };
  using Settings = std::vector<std::pair<std::string, std::string>>;

  Cluster(ServerBinaries binaries, std::optional<UserAccount> account, Places places)
      : binaries_(std::move(binaries)), account_(std::move(account)), places_(std::move(places)) {}

  const ServerBinaries& binaries() const { return binaries_; }
  const Places& places() const { return places_; }

  bool initialised() const;
  // initdb beside `data`, then a rename: a cluster that was half made never counts.
  // `durable` false leaves out the fsyncs.
  Result<void> initialise(bool durable);

  // The postmaster of this folder, when it is alive. A pid left by a crash is not.
  std::optional<pid_t> postmaster() const;
  // Starts the server (not over TCP) and waits until it takes connections.
  Result<pid_t> start(const Settings& settings, bool die_with_us);
  // False: it did not run. `at_once`: without a checkpoint, for data that goes away anyway.
  Result<bool> stop(bool at_once);

  // For libpq; there is no secret in it.
  std::string conninfo(const std::string& database) const;
  std::string url(const std::string& database) const;

 private:
  Result<pid_t> try_start(const Settings& settings, bool die_with_us);
  Result<pid_t> wait_until_ready(pid_t pid) const;
  std::string log_tail() const;

  ServerBinaries binaries_;
  std::optional<UserAccount> account_;
  Places places_;
};

// The version that made a data folder, from its PG_VERSION.
std::optional<int> data_folder_version(const std::filesystem::path& data);

// Makes a folder of mode 0700 that belongs to the account (nothing: to us), or checks that it is
// one: a folder that somebody else made under a name of ours is an error.
Result<void> make_private_folder(const std::filesystem::path& folder,
                                 const std::optional<UserAccount>& account);

}  // namespace schemadiff
