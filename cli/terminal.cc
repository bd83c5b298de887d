#include "cli/terminal.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <set>

namespace schemadiff {
namespace {

struct State {
  bool color_out = false;
  bool color_err = false;
  bool quiet = false;
  int verbosity = 0;
  std::set<std::string> said;  // by say_once
};
State state;

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

Result<void> write_all(int descriptor, std::string_view text, const std::string& name) {
  while (!text.empty()) {
    const ssize_t written = write(descriptor, text.data(), text.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return fail(ErrorCode::file, "cannot write " + name + ": " + std::strerror(errno));
    }
    text.remove_prefix(static_cast<size_t>(written));
  }
  return {};
}

void print(std::string_view text) {
  std::string line(text);
  line += '\n';
  [[maybe_unused]] const auto written = write_all(STDERR_FILENO, line, "standard error");
}

void labelled(const char* color, const char* label, std::string_view sentence,
              std::string_view hint) {
  std::string text =
      state.color_err ? std::string(color) + label + ":\033[0m " : label + std::string(": ");
  text += sentence;
  if (!hint.empty()) {
    text += state.color_err ? "\n  \033[2mhint:\033[0m " : "\n  hint: ";
    text += hint;
  }
  print(text);
}

}  // namespace

bool wants_color(ColorMode mode, int descriptor) {
  if (mode != ColorMode::automatic) return mode == ColorMode::always;
  if (is_set("NO_COLOR")) return false;
  for (const char* name : {"CLICOLOR_FORCE", "FORCE_COLOR"}) {
    if (is_set(name) && std::strcmp(std::getenv(name), "0") != 0) return true;
  }
  const char* term = std::getenv("TERM");
  if (term != nullptr && std::strcmp(term, "dumb") == 0) return false;
  return isatty(descriptor) == 1;
}

void Terminal::configure(const Options& options) {
  state.color_out = options.output.empty() && wants_color(options.color, STDOUT_FILENO);
  state.color_err = wants_color(options.color, STDERR_FILENO);
  state.quiet = options.quiet;
  state.verbosity = options.verbose;
}
bool Terminal::color_on_stdout() { return state.color_out; }
bool Terminal::color_on_stderr() { return state.color_err; }
bool Terminal::quiet() { return state.quiet; }
int Terminal::verbosity() { return state.verbosity; }
bool Terminal::stderr_is_terminal() { return isatty(STDERR_FILENO) == 1; }

void say(std::string_view text) { print(text); }
void say_once(const std::string& text) {
  if (state.said.insert(text).second) print(text);
}
void note(std::string_view text) {
  if (!state.quiet) print(text);
}
void detail(std::string_view text) {
  if (state.verbosity > 0) print(text);
}
void warn(std::string_view sentence, std::string_view hint) {
  if (!state.quiet) labelled("\033[33;1m", "warning", sentence, hint);
}
void complain(std::string_view sentence, std::string_view hint) {
  labelled("\033[31;1m", "error", sentence, hint);
}

Result<void> replace_file(const std::string& path, std::string_view text) {
  struct stat status = {};
  const bool exists = stat(path.c_str(), &status) == 0;
  if (exists && !S_ISREG(status.st_mode)) {  // /dev/stdout, a pipe: nothing to replace
    const int descriptor = open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) {
      return fail(ErrorCode::file, "cannot write " + path + ": " + std::strerror(errno));
    }
    auto written = write_all(descriptor, text, path);
    close(descriptor);
    return written;
  }
  const std::string temporary = path + ".tmp" + std::to_string(getpid());
  const int descriptor = open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) {
    return fail(ErrorCode::file, "cannot write " + path + ": " + std::strerror(errno));
  }
  auto written = write_all(descriptor, text, path);
  if (written && exists) {
    [[maybe_unused]] const int changed = fchmod(descriptor, status.st_mode & 07777);
  }
  if (close(descriptor) != 0 && written) {
    written = fail(ErrorCode::file, "cannot write " + path + ": " + std::strerror(errno));
  }
  if (written && rename(temporary.c_str(), path.c_str()) != 0) {
    written = fail(ErrorCode::file, "cannot write " + path + ": " + std::strerror(errno));
  }
  if (!written) unlink(temporary.c_str());
  return written;
}

Result<void> write_output(const std::string& path, std::string_view text) {
  if (!path.empty() && path != "-") return replace_file(path, text);
  errno = 0;
  auto written = write_all(STDOUT_FILENO, text, "standard output");
  // The reader has seen enough (| head): no error of anybody's.
  const bool reader_left = errno == EPIPE;
  if (!written && reader_left) return {};
  return written;
}

bool can_ask(const Options& options) {
  return !options.no_input && isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1;
}

bool confirm(std::string_view question) {
  std::string prompt =
      state.color_err ? "\033[1m" + std::string(question) + "\033[0m" : std::string(question);
  prompt += " [y/N] ";
  if (!write_all(STDERR_FILENO, prompt, "standard error")) return false;
  std::string answer;
  char byte = 0;
  while (read(STDIN_FILENO, &byte, 1) == 1 && byte != '\n') answer += byte;
  return answer == "y" || answer == "Y" || answer == "yes" || answer == "Yes" || answer == "YES";
}

}  // namespace schemadiff
