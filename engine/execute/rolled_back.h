// A transaction whose effects nobody ever sees: how the server is asked what it would make of SQL.
#pragma once

#include "engine/execute/statement_runner.h"

namespace schemadiff {

// Rolls back at the end of its life, whatever happened in between.
class RolledBack {
 public:
  explicit RolledBack(StatementRunner& server) : server_(server) {}
  ~RolledBack() {
    if (open_) (void)server_.run("ROLLBACK");
  }
  RolledBack(const RolledBack&) = delete;
  RolledBack& operator=(const RolledBack&) = delete;

  Result<void> begin() {
    auto begun = server_.run("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE");
    open_ = begun.has_value();
    return begun;
  }
  // Rolls back now, and says whether that worked.
  Result<void> end() {
    open_ = false;
    return server_.run("ROLLBACK");
  }

 private:
  StatementRunner& server_;
  bool open_ = false;
};

}  // namespace schemadiff
