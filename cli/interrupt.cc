#include "cli/interrupt.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <mutex>
#include <string_view>
#include <thread>

#include "cli/exit_codes.h"

namespace schemadiff {
namespace {

std::atomic<bool> interrupted{false};
std::atomic<bool> handled{false};
std::atomic<bool> ever_handled{false};
int wake_pipe[2] = {-1, -1};
std::mutex cancel_mutex;
std::function<void()> cancel_now;

void on_signal(int) {
  // Only what may be called in a signal handler.
  if (!handled.load() || interrupted.exchange(true)) {
    constexpr std::string_view kBefore =
        "\nschemadiff: interrupted; the database was not changed\n";
    constexpr std::string_view kAfter = "\nschemadiff: interrupted\n";
    const std::string_view message = ever_handled.load() ? kAfter : kBefore;
    [[maybe_unused]] const auto written = write(STDERR_FILENO, message.data(), message.size());
    _exit(kExitInterrupted);
  }
  constexpr char kByte = 1;
  [[maybe_unused]] const auto written = write(wake_pipe[1], &kByte, 1);
}

void watch() {
  char byte;
  while (read(wake_pipe[0], &byte, 1) != 0) {
    const std::lock_guard lock(cancel_mutex);
    if (cancel_now) cancel_now();
  }
}

}  // namespace

void install_interrupt_handler() {
  if (pipe2(wake_pipe, O_CLOEXEC) != 0) return;
  struct sigaction action = {};
  action.sa_handler = on_signal;
  action.sa_flags = SA_RESTART;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  signal(SIGPIPE, SIG_IGN);
}

InterruptScope::InterruptScope(std::function<void()> cancel) {
  static std::once_flag started;
  std::call_once(started, [] { std::thread(watch).detach(); });
  const std::lock_guard lock(cancel_mutex);
  cancel_now = std::move(cancel);
  handled = ever_handled = true;
}

InterruptScope::~InterruptScope() {
  const std::lock_guard lock(cancel_mutex);
  handled = false;
  cancel_now = nullptr;
}

const std::atomic<bool>& InterruptScope::flag() { return interrupted; }

}  // namespace schemadiff
