#include "engine/postgres/child_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <grp.h>
#include <poll.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

extern char** environ;

namespace schemadiff {
namespace {

// A file descriptor that closes itself.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() { close(); }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }
  int number() const { return number_; }
  bool open() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

struct Pipe {
  Descriptor reader, writer;
};

Result<Pipe> make_pipe() {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) {
    return fail(ErrorCode::file, fmt::format("cannot make a pipe: {}", std::strerror(errno)));
  }
  return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

// argv and envp, made before the fork: nothing may be allocated between fork and exec.
class Image {
 public:
  Image(const std::vector<std::string>& command, const ProcessOptions& options)
      : arguments_(command) {
    for (char** entry = environ; *entry != nullptr; ++entry) {
      const std::string text = *entry;
      const std::string name = text.substr(0, text.find('='));
      const bool replaced =
          std::any_of(options.environment.begin(), options.environment.end(),
                      [&](const auto& variable) { return variable.first == name; });
      const bool removed =
          std::find(options.unset.begin(), options.unset.end(), name) != options.unset.end();
      if (!replaced && !removed) variables_.push_back(text);
    }
    for (const auto& [name, value] : options.environment) variables_.push_back(name + "=" + value);
    for (std::string& argument : arguments_) argv_.push_back(argument.data());
    argv_.push_back(nullptr);
    for (std::string& variable : variables_) envp_.push_back(variable.data());
    envp_.push_back(nullptr);
  }

  // Async-signal-safe. Returns only on failure, with errno set.
  void become(const ProcessOptions& options, bool die_with_us) {
    if (options.account) {
      const UserAccount& account = *options.account;
      if (setgroups(account.groups.size(), account.groups.data()) != 0) return;
      if (setgid(account.group) != 0 || setuid(account.user) != 0) return;
    }
    // After setuid, which clears it.
    if (die_with_us) prctl(PR_SET_PDEATHSIG, SIGQUIT);
    if (!options.folder.empty() && chdir(options.folder.c_str()) != 0) return;
    execvpe(argv_[0], argv_.data(), envp_.data());
  }

 private:
  std::vector<std::string> arguments_, variables_;
  std::vector<char*> argv_, envp_;
};

// The signal state of a fresh process: exec keeps what we ignore or block.
void reset_signals() {
  for (const int signal_number : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGCHLD}) {
    signal(signal_number, SIG_DFL);
  }
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
}

Error cannot_run(const std::string& program, int error_number) {
  Error error;
  error.code =
      error_number == EACCES || error_number == EPERM ? ErrorCode::permission : ErrorCode::file;
  error.sentence = fmt::format("cannot run {}: {}", program, std::strerror(error_number));
  return error;
}

[[noreturn]] void report_and_exit(int pipe) {
  const int error_number = errno;
  [[maybe_unused]] const ssize_t written = write(pipe, &error_number, sizeof error_number);
  _exit(127);
}

// What stopped the exec; 0: it went well.
int read_failure(Descriptor& reader) {
  int error_number = 0;
  ssize_t got;
  do {
    got = read(reader.number(), &error_number, sizeof error_number);
  } while (got < 0 && errno == EINTR);
  return got == static_cast<ssize_t>(sizeof error_number) ? error_number : 0;
}

int wait_for(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

// Feeds the input and collects both outputs until they end or time is up.
void exchange(Descriptor& input, const std::string& text, Descriptor& output, Descriptor& errors,
              std::chrono::milliseconds timeout, ProcessResult& result) {
  const bool endless = timeout == std::chrono::milliseconds::max();
  const auto start = std::chrono::steady_clock::now();
  size_t sent = 0;
  if (text.empty()) input.close();
  while (output.open() || errors.open()) {
    int wait = -1;
    if (!endless) {
      const auto left = timeout - std::chrono::duration_cast<std::chrono::milliseconds>(
                                      std::chrono::steady_clock::now() - start);
      if (left.count() <= 0) {
        result.timed_out = true;
        return;
      }
      wait = static_cast<int>(std::min<int64_t>(left.count(), 1 << 30));
    }
    pollfd polled[3] = {
        {output.number(), POLLIN, 0}, {errors.number(), POLLIN, 0}, {input.number(), POLLOUT, 0}};
    if (poll(polled, 3, wait) < 0 && errno != EINTR) return;
    for (const auto& [descriptor, sink, events] :
         {std::tuple{&output, &result.output, polled[0].revents},
          std::tuple{&errors, &result.errors, polled[1].revents}}) {
      if (events == 0) continue;
      char buffer[65536];
      const ssize_t got = read(descriptor->number(), buffer, sizeof buffer);
      if (got > 0) sink->append(buffer, static_cast<size_t>(got));
      if (got == 0 || (got < 0 && errno != EINTR)) descriptor->close();
    }
    if (polled[2].revents != 0) {
      const ssize_t put = write(input.number(), text.data() + sent, text.size() - sent);
      if (put > 0) sent += static_cast<size_t>(put);
      if (sent == text.size() || (put < 0 && errno != EINTR && errno != EAGAIN)) input.close();
    }
  }
}

// A program that ends before it has read its input must not end us.
class IgnoreBrokenPipe {
 public:
  IgnoreBrokenPipe() {
    struct sigaction ignore = {};
    ignore.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &ignore, &before_);
  }
  ~IgnoreBrokenPipe() { sigaction(SIGPIPE, &before_, nullptr); }
  IgnoreBrokenPipe(const IgnoreBrokenPipe&) = delete;
  IgnoreBrokenPipe& operator=(const IgnoreBrokenPipe&) = delete;

 private:
  struct sigaction before_ = {};
};

}  // namespace

std::optional<UserAccount> find_account(const std::string& name) {
  passwd entry = {};
  passwd* found = nullptr;
  std::vector<char> buffer(16384);
  if (getpwnam_r(name.c_str(), &entry, buffer.data(), buffer.size(), &found) != 0 ||
      found == nullptr) {
    return std::nullopt;
  }
  UserAccount account{name, entry.pw_uid, entry.pw_gid, std::vector<gid_t>(64)};
  int count = static_cast<int>(account.groups.size());
  if (getgrouplist(name.c_str(), entry.pw_gid, account.groups.data(), &count) < 0) {
    account.groups.resize(static_cast<size_t>(count));
    getgrouplist(name.c_str(), entry.pw_gid, account.groups.data(), &count);
  }
  account.groups.resize(static_cast<size_t>(count));
  return account;
}

Result<ProcessResult> run_process(const std::vector<std::string>& command,
                                  const ProcessOptions& options) {
  Result<Pipe> input = make_pipe(), output = make_pipe(), errors = make_pipe(),
               failure = make_pipe();
  for (const auto* made : {&input, &output, &errors, &failure}) {
    if (!*made) return fail(made->error());
  }
  Image image(command, options);
  const pid_t child = fork();
  if (child < 0) return fail(cannot_run(command[0], errno));
  if (child == 0) {
    reset_signals();
    dup2(input->reader.number(), STDIN_FILENO);
    dup2(output->writer.number(), STDOUT_FILENO);
    dup2(errors->writer.number(), STDERR_FILENO);
    image.become(options, false);
    report_and_exit(failure->writer.number());
  }
  input->reader.close();
  output->writer.close();
  errors->writer.close();
  failure->writer.close();
  if (const int error_number = read_failure(failure->reader); error_number != 0) {
    wait_for(child);
    return fail(cannot_run(command[0], error_number));
  }
  // One that writes before it has read everything must not wait for us while we wait for it.
  fcntl(input->writer.number(), F_SETFL, O_NONBLOCK);
  ProcessResult result;
  const IgnoreBrokenPipe guard;
  exchange(input->writer, options.input, output->reader, errors->reader, options.timeout, result);
  if (result.timed_out) kill(child, SIGKILL);
  result.exit_code = wait_for(child);
  return result;
}

Result<pid_t> start_process(const std::vector<std::string>& command, const ProcessOptions& options,
                            const std::filesystem::path& log, bool die_with_us) {
  Result<Pipe> failure = make_pipe();
  if (!failure) return fail(failure.error());
  const Descriptor nothing(open("/dev/null", O_RDONLY | O_CLOEXEC));
  const Descriptor log_file(open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
  if (!log_file.open()) {
    return fail(ErrorCode::file,
                fmt::format("cannot write {}: {}", log.string(), std::strerror(errno)));
  }
  Image image(command, options);
  const pid_t child = fork();
  if (child < 0) return fail(cannot_run(command[0], errno));
  if (child == 0) {
    reset_signals();
    setsid();
    dup2(nothing.number(), STDIN_FILENO);
    dup2(log_file.number(), STDOUT_FILENO);
    dup2(log_file.number(), STDERR_FILENO);
    image.become(options, die_with_us);
    report_and_exit(failure->writer.number());
  }
  failure->writer.close();
  if (const int error_number = read_failure(failure->reader); error_number != 0) {
    wait_for(child);
    return fail(cannot_run(command[0], error_number));
  }
  return child;
}

Error replace_process(const std::vector<std::string>& command, const ProcessOptions& options) {
  Image image(command, options);
  reset_signals();
  image.become(options, false);
  return cannot_run(command[0], errno);
}

}  // namespace schemadiff
