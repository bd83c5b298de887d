// Runs the steps of a plan, and says exactly how far it came.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/execute/statement_runner.h"
#include "engine/execute/verdict.h"
#include "engine/plan/plan.h"

namespace schemadiff {

// What an apply tells while it goes on. `number` counts from 1.
class Progress {
 public:
  virtual ~Progress() = default;
  virtual void waiting_for_apply(const std::string& holder) = 0;  // another apply has the lock
  virtual void step_started(size_t number, size_t total, const Step& step) = 0;
  virtual void step_finished(size_t number, size_t total, const Step& step,
                             std::chrono::milliseconds elapsed) = 0;
  virtual void committed(size_t steps) = 0;  // a transaction with that many steps
};

struct ApplyOptions {
  std::chrono::milliseconds lock_timeout{3000};      // of each step; 0: none
  std::chrono::milliseconds statement_timeout{0};    // of each step; 0: none
  std::chrono::milliseconds wait_for_apply{60'000};  // for another apply of this database
  const std::atomic<bool>* interrupted = nullptr;
};

// One apply a database: a session lock on it, held while it lives. Polled between short
// statements, because a session that waits in pg_advisory_lock() deadlocks with
// CREATE INDEX CONCURRENTLY.
class ApplyLock {
 public:
  static Result<ApplyLock> take(StatementRunner& server, const ApplyOptions& options,
                                Progress& progress);
  ApplyLock(ApplyLock&& other) noexcept : server_(other.server_) { other.server_ = nullptr; }
  ApplyLock& operator=(ApplyLock&&) = delete;
  ~ApplyLock();

 private:
  explicit ApplyLock(StatementRunner* server) : server_(server) {}
  StatementRunner* server_;
};

enum class StepFate : uint8_t {
  left,         // was not begun
  done,         // and committed
  rolled_back,  // had run, or failed, in a transaction that is undone
  failed,       // outside of a transaction: it may have left something behind
  unknown,      // the connection went at COMMIT, and nobody could be asked
  not_wanted,   // refused, or held back
};

struct ApplyReport {
  std::vector<StepFate> fates;   // by step number, from 0
  std::optional<Error> error;    // nothing: every wanted step is done
  std::optional<size_t> failed;  // the step (from 0) that the error is about
  bool interrupted = false;
  std::vector<std::string> remarks;  // "the connection was lost at COMMIT; the server says …"

  size_t count(StepFate fate) const;
};

// Runs the steps whose state in `verdict` is ready. Never throws for what a server may do.
ApplyReport apply_steps(StatementRunner& server, const Plan& plan, const Verdict& verdict,
                        const ApplyOptions& options, Progress& progress);

}  // namespace schemadiff
