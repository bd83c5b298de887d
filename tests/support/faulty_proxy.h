// Stands between a client and the test server, and breaks the connection at a chosen moment.
//
//   FaultyProxy proxy;
//   proxy.break_at("COMMIT", FaultyProxy::Moment::answered);
//   run_schemadiff({"apply", …, "--db", proxy.conninfo(database.name())});
#pragma once

#include <atomic>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/run_schemadiff.h"

namespace schemadiff::testing {

class FaultyProxy {
 public:
  enum class Moment {
    sent,      // the statement never reaches the server
    answered,  // the server has done it, and its answer never comes back
  };

  FaultyProxy();
  ~FaultyProxy();
  FaultyProxy(const FaultyProxy&) = delete;
  FaultyProxy& operator=(const FaultyProxy&) = delete;

  std::string conninfo(const std::string& database) const;

  // All before the client starts. The first statement that begins with `start` breaks it.
  void break_at(std::string start, Moment moment);
  // The first that begins with `start` once one that begins with `earlier` was sent.
  void break_after(std::string earlier, std::string start, Moment moment);
  // The statement of that number, from 0, in the order in which the client sends them.
  void break_at(size_t number, Moment moment);
  // From the break on nobody is let in: the server is gone, not just a connection.
  void stay_away() { stay_away_ = true; }
  // What the server says its version is.
  void pretend_version(std::string version) { version_ = std::move(version); }

  // Every statement that the client sent, over all connections.
  std::vector<std::string> statements() const;
  bool broke() const { return broke_; }

 private:
  void serve();
  void relay(int client);
  bool is_fault(const std::string& statement);
  std::string rewritten(const std::string& message) const;

  TemporaryFolder folder_;
  int listener_ = -1;
  std::atomic<bool> stopping_{false};
  std::atomic<bool> broke_{false};
  std::atomic<bool> stay_away_{false};
  std::optional<std::string> earlier_;  // start_ waits for it
  std::optional<std::string> start_;
  std::optional<size_t> number_;
  Moment moment_ = Moment::sent;
  std::string version_;
  mutable std::mutex mutex_;
  std::vector<std::string> statements_;
  std::vector<std::thread> relays_;
  std::thread server_;
};

}  // namespace schemadiff::testing
