// Which search_path is in force while the steps of a plan run, and when it must be set anew.
#pragma once

#include <string>

#include "engine/plan/step.h"

namespace schemadiff {

// The session's own path is pg_catalog alone (it is pinned). Steps without a path run under any.
class PathInForce {
 public:
  // The SET that the step needs first; "" if the path in force will do.
  std::string before(const Step& step, bool in_transaction);
  // The SET that COMMIT needs first, for what the steps have left to it; "": none.
  std::string before_commit() const;
  // SET LOCAL ends with its transaction.
  void transaction_ended();
  // Back to the session's own path after a SET outside of a transaction; "" if it is in force.
  std::string restore();

 private:
  static constexpr const char* kOwn = "pg_catalog";
  std::string deferred_;  // the path of what COMMIT will run; "": nothing
  std::string path_ = kOwn;
};

}  // namespace schemadiff
