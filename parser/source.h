// The texts of a desired state, and places in them.
#pragma once

#include <deque>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"

namespace schemadiff {

struct SourceFile {
  std::string name;      // as messages show it
  std::string text;      // UTF-8 without NUL; a byte order mark is replaced by blanks
  std::string folder;    // what \ir is relative to
  std::string revision;  // of git:REV:path; else empty
  mutable std::vector<uint32_t> lines;  // offsets where lines begin; filled when first asked for
};

struct SourcePosition {
  size_t line = 1;
  size_t column = 1;  // in characters
};

class SourceSet {
 public:
  // Each argument: a file, a folder (all *.sql below it, sorted), "-" (standard input), or
  // git:REV:path (file or folder). False: something was wrong, and said in `diagnostics`.
  bool load(const std::vector<std::string>& arguments, Diagnostics& diagnostics,
            std::istream& standard_input);
  bool load(const std::vector<std::string>& arguments, Diagnostics& diagnostics);
  // A dump without its last line is a warning then, no error: set before load().
  void accept_cut_off_dumps() { accepts_cut_off_dumps_ = true; }
  // A text that is no file (tests; standard input read by the caller). False: not UTF-8 …
  bool add_text(std::string name, std::string text, Diagnostics& diagnostics);

  // \i (relative to the working directory) or \ir (relative to the including file).
  // nullopt: said in `diagnostics`, at `where`.
  std::optional<int32_t> include(int32_t from, std::string_view path, bool relative,
                                 SourceSpan where, Diagnostics& diagnostics);

  // Those that were named, in order; included files are not among them.
  const std::vector<int32_t>& scripts() const { return scripts_; }
  const SourceFile& file(int32_t index) const { return files_[static_cast<size_t>(index)]; }
  size_t size() const { return files_.size(); }

  SourcePosition position(SourceSpan where) const;
  // "schema.sql:12:5"; "" for an unknown span.
  std::string place(SourceSpan where) const;
  // "schema.sql:12:5: error: message", the line, a caret, "hint: …"; ends with a newline.
  std::string render(const Diagnostic& diagnostic) const;
  std::string render(const Diagnostics& diagnostics) const;

 private:
  std::optional<int32_t> add(SourceFile file, SourceSpan named_at, Diagnostics& diagnostics);
  bool load_path(const std::string& path, Diagnostics& diagnostics);
  bool load_git(const std::string& argument, Diagnostics& diagnostics);

  std::deque<SourceFile> files_;  // texts stay where they are: trees point into them
  std::vector<int32_t> scripts_;
  bool accepts_cut_off_dumps_ = false;
};

}  // namespace schemadiff
