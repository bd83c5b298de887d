// Ctrl-C: leaves at once while nothing is being changed, else asks whoever works to stop.
#pragma once

#include <atomic>
#include <functional>

namespace schemadiff {

// Installs the handler of SIGINT and SIGTERM. Until somebody handles interruptions, one ends the
// process with exit code 130.
void install_interrupt_handler();

// While it lives, an interruption sets flag() and calls `cancel` from another thread; a second one
// ends the process.
class InterruptScope {
 public:
  explicit InterruptScope(std::function<void()> cancel);
  ~InterruptScope();
  InterruptScope(const InterruptScope&) = delete;
  InterruptScope& operator=(const InterruptScope&) = delete;

  static const std::atomic<bool>& flag();
};

}  // namespace schemadiff
