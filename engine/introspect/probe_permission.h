// Whether the server may be asked by trying things in a transaction that is rolled back.
#pragma once

#include <cstdint>
#include <string>

#include "engine/execute/statement_runner.h"
#include "engine/introspect/introspector.h"

namespace schemadiff {

enum class ProbeMode : uint8_t {
  automatic,  // where it leaves no trace and disturbs nobody
  always,     // even if event triggers see it
  never,
};

// Switches event triggers off for the session's transactions where that is needed and allowed, and
// on again at the end of its life.
class ProbePermission {
 public:
  ProbePermission(const LiveState& live, ProbeMode mode, StatementRunner& server)
      : live_(live), mode_(mode), server_(server) {}
  ~ProbePermission();
  ProbePermission(const ProbePermission&) = delete;
  ProbePermission& operator=(const ProbePermission&) = delete;

  // Why the server can't be asked; empty: it can. Outside a transaction.
  std::string refusal();
  // The same for questions that need temporary objects.
  std::string refusal_of_temporary_objects();

 private:
  std::string switch_off(const std::string& setting, const std::string& off, const std::string& on,
                         const ListeningTrigger& trigger);

  const LiveState& live_;
  ProbeMode mode_;
  StatementRunner& server_;
  std::string restore_;
};

}  // namespace schemadiff
