// Bugs of ours: an impossible state. User input must never get here; main() catches and exits 70.
#pragma once

#include <source_location>
#include <stdexcept>
#include <string>

namespace schemadiff {

class InternalError : public std::logic_error {
 public:
  InternalError(const std::string& what, std::source_location where)
      : std::logic_error(what), where_(where) {}
  const std::source_location& where() const { return where_; }

 private:
  std::source_location where_;
};

inline void check(bool condition, const std::string& what,
                  std::source_location where = std::source_location::current()) {
  if (!condition) throw InternalError(what, where);
}

}  // namespace schemadiff
