// One throwaway server for a whole ctest run.
//
//   test_server FILE         starts it in the background and writes its conninfo to FILE
//   test_server --stop FILE  ends it
//
// It also ends when the program that called us (ctest) does.
#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <exception>
#include <filesystem>
#include <fstream>
#include <thread>

#include "tests/support/throwaway_cluster.h"

namespace {

namespace fs = std::filesystem;

bool alive(pid_t pid) { return kill(pid, 0) == 0 || errno == EPERM; }
void wait_a_little() { std::this_thread::sleep_for(std::chrono::milliseconds(50)); }

// Writes the whole file or nothing: others wait for it to appear.
void write_file(const fs::path& file, const std::string& text) {
  fs::path unfinished = file;
  unfinished += ".new";
  std::ofstream(unfinished) << text;
  fs::rename(unfinished, file);
}

int serve(const fs::path& file, pid_t owner) {
  setsid();
  const int nothing = open("/dev/null", O_RDWR);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(nothing, stream);
  try {
    write_file(file, schemadiff::testing::test_server());
  } catch (const std::exception& error) {
    write_file(file, fmt::format("failed: {}", error.what()));
    return 1;
  }
  while (fs::exists(file) && alive(owner)) wait_a_little();
  std::error_code ignored;
  fs::remove(file, ignored);
  return 0;  // the server goes away with the process
}

}  // namespace

int main(int count, char** arguments) {
  if (count == 3 && std::strcmp(arguments[1], "--stop") == 0) {
    std::error_code ignored;
    fs::remove(arguments[2], ignored);
    return 0;
  }
  if (count != 2) {
    fmt::print(stderr, "usage: test_server [--stop] FILE\n");
    return 64;
  }
  const fs::path file = arguments[1];
  // Left by a run that was killed: its server sees that and goes.
  fs::remove(file);
  const pid_t owner = getppid();
  unsetenv("SCHEMADIFF_TEST_SERVER_FILE");
  const pid_t child = fork();
  if (child == 0) return serve(file, owner);
  while (!fs::exists(file) && waitpid(child, nullptr, WNOHANG) == 0) wait_a_little();
  std::ifstream stream(file);
  std::string line;
  if (std::getline(stream, line) && !line.starts_with("failed")) return 0;
  fmt::print(stderr, "no test server: {}\n", line);
  return 1;
}
