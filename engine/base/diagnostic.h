// What is wrong with the user's SQL or configuration: values, collected, all of them shown.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace schemadiff {

// A place in a desired source: an index into the list of loaded files, and a byte offset in it.
// file < 0: no source (an object that was read from a database).
struct SourceSpan {
  int32_t file = -1;
  uint32_t offset = 0;

  bool known() const { return file >= 0; }
  friend bool operator==(const SourceSpan&, const SourceSpan&) = default;
};

// In the order of the files.
inline bool comes_before(SourceSpan a, SourceSpan b) {
  return a.file != b.file ? a.file < b.file : a.offset < b.offset;
}

enum class Severity { error, warning, note };

struct Diagnostic {
  Severity severity = Severity::error;
  SourceSpan where;
  std::string message;  // what is wrong, one sentence without a full stop
  std::string hint;     // what to do; may be empty
};

// Collects what stages find. Not thread-safe: each parser thread has its own.
class Diagnostics {
 public:
  void error(SourceSpan where, std::string message, std::string hint = "") {
    list_.push_back({Severity::error, where, std::move(message), std::move(hint)});
    ++errors_;
  }
  void warning(SourceSpan where, std::string message, std::string hint = "") {
    list_.push_back({Severity::warning, where, std::move(message), std::move(hint)});
  }
  void note(SourceSpan where, std::string message, std::string hint = "") {
    list_.push_back({Severity::note, where, std::move(message), std::move(hint)});
  }
  void append(Diagnostics other) {
    errors_ += other.errors_;
    for (Diagnostic& diagnostic : other.list_) list_.push_back(std::move(diagnostic));
  }
  bool has_errors() const { return errors_ > 0; }
  size_t count_errors() const { return errors_; }
  const std::vector<Diagnostic>& list() const { return list_; }

 private:
  std::vector<Diagnostic> list_;
  size_t errors_ = 0;
};

}  // namespace schemadiff
