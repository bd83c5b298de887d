#include "parser/source.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <iterator>

#include <simdjson.h>

extern char** environ;

namespace schemadiff {
namespace {

namespace fs = std::filesystem;

struct CommandOutput {
  int status = -1;  // exit code; 127: could not be started
  std::string out;
  std::string error;
};

// Runs a program without a shell.
CommandOutput run_command(const std::vector<std::string>& arguments) {
  CommandOutput result;
  int out[2];
  int error[2];
  if (pipe2(out, O_CLOEXEC) != 0) return result;
  if (pipe2(error, O_CLOEXEC) != 0) {
    close(out[0]);
    close(out[1]);
    return result;
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, error[1], STDERR_FILENO);
  std::vector<std::string> copies = arguments;
  std::vector<char*> argv;
  for (std::string& argument : copies) argv.push_back(argument.data());
  argv.push_back(nullptr);
  pid_t pid = 0;
  const int started = posix_spawnp(&pid, argv[0], &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(out[1]);
  close(error[1]);
  if (started != 0) {
    result.status = 127;
    result.error = std::strerror(started);
  } else {
    pollfd fds[2] = {{out[0], POLLIN, 0}, {error[0], POLLIN, 0}};
    std::string* targets[2] = {&result.out, &result.error};
    int open_pipes = 2;
    char buffer[65536];
    while (open_pipes > 0) {
      if (poll(fds, 2, -1) < 0 && errno != EINTR) break;
      for (int i = 0; i < 2; ++i) {
        if (fds[i].fd < 0 || fds[i].revents == 0) continue;
        const ssize_t got = read(fds[i].fd, buffer, sizeof buffer);
        if (got > 0) {
          targets[i]->append(buffer, static_cast<size_t>(got));
        } else if (got == 0 || errno != EINTR) {
          fds[i].fd = -1;
          --open_pipes;
        }
      }
    }
    int status = 0;
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  close(out[0]);
  close(error[0]);
  return result;
}

// "" or what went wrong.
std::string read_file(const std::string& path, std::string& text) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return std::strerror(errno);
  struct stat info {};
  if (fstat(fd, &info) == 0 && S_ISREG(info.st_mode)) {
    text.reserve(static_cast<size_t>(info.st_size) + 1);
  }
  std::string problem;
  std::vector<char> buffer(1 << 18);
  while (true) {
    const ssize_t got = read(fd, buffer.data(), buffer.size());
    if (got == 0) break;
    if (got < 0) {
      if (errno == EINTR) continue;
      problem = std::strerror(errno);
      break;
    }
    text.append(buffer.data(), static_cast<size_t>(got));
  }
  close(fd);
  return problem;
}

// Offset of the first byte that is not UTF-8.
size_t first_invalid_utf8(std::string_view text) {
  size_t at = 0;
  while (at < text.size()) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const size_t length = lead < 0x80             ? 1
                          : (lead & 0xe0) == 0xc0 ? 2
                          : (lead & 0xf0) == 0xe0 ? 3
                          : (lead & 0xf8) == 0xf0 ? 4
                                                  : 0;
    if (length == 0 || at + length > text.size()) return at;
    if (length > 1 && !simdjson::validate_utf8(text.data() + at, length)) return at;
    at += length;
  }
  return at;
}

// The line with dots for the letters of literals that stand behind `word`. Keeps its length, for
// the caret.
std::string without_literals_behind(std::string_view word, std::string out) {
  const auto same = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
  auto at = out.begin();
  while (true) {
    at = std::search(at, out.end(), word.begin(), word.end(), same);
    if (at == out.end()) return out;
    at += static_cast<std::ptrdiff_t>(word.size());
    auto value = std::find_if(at, out.end(), [](char c) { return c != ' ' && c != '='; });
    if (value == at || value == out.end()) continue;
    const bool quoted = *value == '\'';
    // Unquoted, as in a connection string; a column named so has a type behind it.
    if (!quoted && std::find(at, value, '=') == value) continue;
    if (quoted) ++value;
    for (at = value; at != out.end() && (quoted || *at != ' '); ++at) {
      if (*at == '\'') {
        if (!quoted || at + 1 == out.end() || at[1] != '\'') break;
        *at++ = '.';  // a quote within the literal stands twice
      }
      *at = '.';
    }
  }
}

// Options of user mappings, passwords of roles, connection strings of subscriptions.
std::string without_secrets(std::string_view line) {
  return without_literals_behind("password",
                                 without_literals_behind("connection", std::string(line)));
}

std::string first_line(std::string_view text) {
  return std::string(text.substr(0, text.find('\n')));
}

bool is_sql_file(const fs::path& path) { return path.extension() == ".sql"; }

// What pg_dump was writing when the text ends: privileges come last, foreign keys just before them.
// Somebody who edits a dump by hand may well lose its last line.
enum class DumpSection { earlier, foreign_keys, privileges };
DumpSection last_section(std::string_view text) {
  std::string_view last;  // line that is no comment
  while (!text.empty() && last.empty()) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' ')) {
      text.remove_suffix(1);
    }
    const size_t line = text.rfind('\n') == std::string_view::npos ? 0 : text.rfind('\n') + 1;
    if (!text.substr(line).starts_with("--")) last = text.substr(line);
    text = text.substr(0, line);
  }
  if (!last.ends_with(';')) return DumpSection::earlier;
  if (last.starts_with("GRANT ") || last.starts_with("REVOKE ") ||
      last.starts_with("ALTER DEFAULT PRIVILEGES ")) {
    return DumpSection::privileges;
  }
  const bool constraint = last.find("ADD CONSTRAINT ") != std::string_view::npos;
  return constraint && last.find(" FOREIGN KEY ") != std::string_view::npos
             ? DumpSection::foreign_keys
             : DumpSection::earlier;
}

}  // namespace

std::optional<int32_t> SourceSet::add(SourceFile file, SourceSpan named_at,
                                      Diagnostics& diagnostics) {
  if (file.text.size() > UINT32_MAX / 2) {
    diagnostics.error(named_at, fmt::format("{} is larger than 2 GB", file.name));
    return std::nullopt;
  }
  if (file.text.starts_with("\xef\xbb\xbf")) file.text.replace(0, 3, "   ");
  const int32_t index = static_cast<int32_t>(files_.size());
  files_.push_back(std::move(file));
  const std::string& text = files_.back().text;
  if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff")) {
    diagnostics.error({index, 0}, "the file is UTF-16, not UTF-8",
                      "convert it: iconv -f UTF-16 -t UTF-8");
    return std::nullopt;
  }
  const size_t nul = text.find('\0');
  if (nul != std::string::npos) {
    diagnostics.error({index, static_cast<uint32_t>(nul)}, "the file has a NUL byte",
                      text.starts_with("PGDMP") ? "this is a pg_dump archive: pg_restore -f - FILE "
                                                  "makes SQL of it"
                                                : "it is not SQL text");
    return std::nullopt;
  }
  if (!simdjson::validate_utf8(text.data(), text.size())) {
    const size_t at = first_invalid_utf8(text);
    diagnostics.error(
        {index, static_cast<uint32_t>(at)},
        fmt::format("invalid UTF-8: byte 0x{:02x}", static_cast<unsigned char>(text[at])),
        "save the file as UTF-8 (iconv -f LATIN1 -t UTF-8)");
    return std::nullopt;
  }
  // Both lines: the first alone is what people keep on top of files that they edited long ago.
  const std::string_view head = std::string_view(text).substr(0, 1000);
  if (head.find("-- PostgreSQL database dump\n") != std::string_view::npos &&
      head.find("-- Dumped from database version") != std::string_view::npos &&
      text.find("-- PostgreSQL database dump complete") == std::string::npos) {
    const SourceSpan end{index, static_cast<uint32_t>(text.size())};
    switch (last_section(text)) {
      case DumpSection::earlier: {
        std::string message =
            "the dump is cut off: it lacks the line \"-- PostgreSQL database dump complete\" that "
            "pg_dump ends with";
        if (accepts_cut_off_dumps_) {
          diagnostics.warning(end, std::move(message));
          break;
        }
        diagnostics.error(end, std::move(message),
                          "run pg_dump again; if it is whole all the same, give --allow empty");
        return std::nullopt;
      }
      case DumpSection::foreign_keys:
        diagnostics.warning(end,
                            "the line \"-- PostgreSQL database dump complete\" that pg_dump ends "
                            "with is missing: foreign keys may have been cut off",
                            "run pg_dump again");
        break;
      case DumpSection::privileges:
        break;
    }
  }
  return index;
}

bool SourceSet::add_text(std::string name, std::string text, Diagnostics& diagnostics) {
  SourceFile file;
  file.name = std::move(name);
  file.text = std::move(text);
  const auto index = add(std::move(file), {}, diagnostics);
  if (!index) return false;
  scripts_.push_back(*index);
  return true;
}

bool SourceSet::load(const std::vector<std::string>& arguments, Diagnostics& diagnostics) {
  return load(arguments, diagnostics, std::cin);
}

bool SourceSet::load(const std::vector<std::string>& arguments, Diagnostics& diagnostics,
                     std::istream& standard_input) {
  bool good = true;
  for (const std::string& argument : arguments) {
    if (argument == "-") {
      std::string text(std::istreambuf_iterator<char>(standard_input), {});
      good = add_text("<stdin>", std::move(text), diagnostics) && good;
    } else if (argument.starts_with("git:")) {
      good = load_git(argument, diagnostics) && good;
    } else {
      good = load_path(argument, diagnostics) && good;
    }
  }
  return good;
}

bool SourceSet::load_path(const std::string& path, Diagnostics& diagnostics) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) {
    diagnostics.error({}, fmt::format("{}: no such file or folder", path));
    return false;
  }
  std::vector<std::string> paths;
  if (fs::is_directory(status)) {
    fs::recursive_directory_iterator entries(path, error);
    for (; !error && entries != fs::recursive_directory_iterator(); entries.increment(error)) {
      const fs::path& entry = entries->path();
      const bool hidden = entry.filename().string().starts_with(".");
      if (hidden && entries->is_directory(error)) entries.disable_recursion_pending();
      if (!hidden && is_sql_file(entry) && !entries->is_directory(error)) {
        paths.push_back(entry.lexically_normal().string());
      }
    }
    if (error) {
      diagnostics.error({}, fmt::format("{}: {}", path, error.message()));
      return false;
    }
    if (paths.empty()) {
      diagnostics.error({}, fmt::format("{}: no .sql file in this folder", path),
                        "name a file, or the folder that has them");
      return false;
    }
    std::sort(paths.begin(), paths.end());
  } else {
    paths.push_back(path);
  }
  bool good = true;
  for (const std::string& name : paths) {
    SourceFile file;
    file.name = name;
    file.folder = fs::path(name).parent_path().string();
    const std::string problem = read_file(name, file.text);
    if (!problem.empty()) {
      diagnostics.error({}, fmt::format("{}: {}", name, problem));
      good = false;
      continue;
    }
    const auto index = add(std::move(file), {}, diagnostics);
    if (index) scripts_.push_back(*index);
    good = index.has_value() && good;
  }
  return good;
}

bool SourceSet::load_git(const std::string& argument, Diagnostics& diagnostics) {
  const std::string rest = argument.substr(4);
  const size_t colon = rest.find(':');
  if (colon == std::string::npos || colon == 0 || rest[0] == '-') {
    diagnostics.error({}, fmt::format("{}: expected git:REVISION:PATH", argument),
                      "for example git:main:schema.sql");
    return false;
  }
  const std::string revision = rest.substr(0, colon);
  std::string path = rest.substr(colon + 1);
  // A path is relative to the working folder, or else to the repository's root, as git has it.
  CommandOutput type = run_command({"git", "cat-file", "-t", revision + ":./" + path});
  const bool from_here = type.status == 0;
  if (!from_here) type = run_command({"git", "cat-file", "-t", revision + ":" + path});
  if (type.status != 0) {
    diagnostics.error({}, fmt::format("{}: {}", argument,
                                      type.status == 127 ? "git can't be started: " + type.error
                                                         : first_line(type.error)));
    return false;
  }
  const std::string prefix = revision + ":" + (from_here ? "./" : "");
  std::vector<std::string> paths;
  if (type.out.starts_with("tree")) {
    while (path.ends_with("/")) path.pop_back();
    const CommandOutput listing =
        run_command({"git", "ls-tree", "-r", "-z", "--name-only", prefix + path});
    size_t begin = 0;
    while (begin < listing.out.size()) {
      const size_t end = std::min(listing.out.find('\0', begin), listing.out.size());
      const std::string name = listing.out.substr(begin, end - begin);
      if (is_sql_file(name))
        paths.push_back(path.empty() || path == "." ? name : path + "/" + name);
      begin = end + 1;
    }
    if (paths.empty()) {
      diagnostics.error({}, fmt::format("{}: no .sql file in this folder", argument));
      return false;
    }
    std::sort(paths.begin(), paths.end());
  } else {
    paths.push_back(path);
  }
  bool good = true;
  for (const std::string& name : paths) {
    CommandOutput shown = run_command({"git", "cat-file", "blob", prefix + name});
    if (shown.status != 0) {
      diagnostics.error({}, fmt::format("git:{}:{}: {}", revision, name, first_line(shown.error)));
      good = false;
      continue;
    }
    SourceFile file;
    file.name = "git:" + revision + ":" + name;
    file.text = std::move(shown.out);
    file.folder = fs::path((from_here ? "./" : "") + name).parent_path().string();
    file.revision = revision;
    const auto index = add(std::move(file), {}, diagnostics);
    if (index) scripts_.push_back(*index);
    good = index.has_value() && good;
  }
  return good;
}

std::optional<int32_t> SourceSet::include(int32_t from, std::string_view path, bool relative,
                                          SourceSpan where, Diagnostics& diagnostics) {
  const SourceFile& including = file(from);
  fs::path target(path);
  if (relative && target.is_relative()) target = fs::path(including.folder) / target;
  std::string name = target.lexically_normal().string();
  SourceFile file;
  file.revision = including.revision;
  if (including.revision.empty()) {
    file.name = name;
    const std::string problem = read_file(name, file.text);
    if (!problem.empty()) {
      diagnostics.error(where, fmt::format("{}: {}", name, problem));
      return std::nullopt;
    }
  } else {
    if (including.folder.starts_with(".") || !relative) name = "./" + name;
    CommandOutput shown = run_command({"git", "cat-file", "blob", including.revision + ":" + name});
    if (shown.status != 0) {
      diagnostics.error(where, first_line(shown.error));
      return std::nullopt;
    }
    file.name = "git:" + including.revision + ":" + name;
    file.text = std::move(shown.out);
  }
  file.folder = fs::path(name).parent_path().string();
  return add(std::move(file), where, diagnostics);
}

SourcePosition SourceSet::position(SourceSpan where) const {
  SourcePosition position;
  if (!where.known()) return position;
  const SourceFile& source = file(where.file);
  if (source.lines.empty()) {
    source.lines.push_back(0);
    for (size_t at = source.text.find('\n'); at != std::string::npos;
         at = source.text.find('\n', at + 1)) {
      source.lines.push_back(static_cast<uint32_t>(at + 1));
    }
  }
  const auto next = std::upper_bound(source.lines.begin(), source.lines.end(), where.offset);
  position.line = static_cast<size_t>(next - source.lines.begin());
  const size_t line_begin = source.lines[position.line - 1];
  const size_t end = std::min<size_t>(where.offset, source.text.size());
  for (size_t at = line_begin; at < end; ++at) {
    if ((static_cast<unsigned char>(source.text[at]) & 0xc0) != 0x80) ++position.column;
  }
  return position;
}

std::string SourceSet::place(SourceSpan where) const {
  if (!where.known()) return "";
  const SourcePosition at = position(where);
  return fmt::format("{}:{}:{}", file(where.file).name, at.line, at.column);
}

std::string SourceSet::render(const Diagnostic& diagnostic) const {
  constexpr size_t kShown = 100;  // characters of a long line around the caret
  const char* word = diagnostic.severity == Severity::error     ? "error"
                     : diagnostic.severity == Severity::warning ? "warning"
                                                                : "note";
  if (!diagnostic.where.known()) {
    std::string out = fmt::format("{}: {}\n", word, diagnostic.message);
    if (!diagnostic.hint.empty()) out += fmt::format("  hint: {}\n", diagnostic.hint);
    return out;
  }
  std::string out = fmt::format("{}: {}: {}\n", place(diagnostic.where), word, diagnostic.message);
  const SourcePosition at = position(diagnostic.where);
  const SourceFile& source = file(diagnostic.where.file);
  std::string_view raw = std::string_view(source.text).substr(source.lines[at.line - 1]);
  raw = raw.substr(0, raw.find('\n'));
  if (raw.ends_with('\r')) raw.remove_suffix(1);
  const std::string masked = without_secrets(raw);
  const std::string_view line = masked;
  // Only a window of a long line, cut at characters.
  std::vector<size_t> characters;
  for (size_t i = 0; i < line.size(); ++i) {
    if ((static_cast<unsigned char>(line[i]) & 0xc0) != 0x80) characters.push_back(i);
  }
  characters.push_back(line.size());
  const size_t count = characters.size() - 1;
  const size_t caret = std::min(at.column - 1, count);
  const size_t first = count > kShown && caret > kShown / 2 ? caret - kShown / 2 : 0;
  const size_t last = std::min(count, first + kShown);
  std::string shown;
  std::string pointer;
  if (first > 0) {
    shown += "…";
    pointer += " ";
  }
  for (size_t i = first; i < last; ++i) {
    const auto c = static_cast<unsigned char>(line[characters[i]]);
    const bool control = c < 0x20 || c == 0x7f;
    if (control) {
      shown += ' ';
    } else if (c >= 0x80 && !simdjson::validate_utf8(line.data() + characters[i],
                                                     characters[i + 1] - characters[i])) {
      shown += "?";
    } else {
      shown += line.substr(characters[i], characters[i + 1] - characters[i]);
    }
    if (i < caret) pointer += ' ';
  }
  if (last < count) shown += "…";
  const std::string number = std::to_string(at.line);
  out += fmt::format("{:>5} | {}\n{:>5} | {}^\n", number, shown, "", pointer);
  if (!diagnostic.hint.empty()) out += fmt::format("  hint: {}\n", diagnostic.hint);
  return out;
}

std::string SourceSet::render(const Diagnostics& diagnostics) const {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics.list()) out += render(diagnostic);
  return out;
}

}  // namespace schemadiff
