// The one way the engine changes a server. The libpqxx implementation is
// introspect/pqxx_session.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/base/result.h"

namespace schemadiff {

class StatementRunner {
 public:
  virtual ~StatementRunner() = default;
  // Runs one statement (BEGIN and COMMIT included) and throws away what it returns.
  // A lost connection is ErrorCode::connection, a cancelled statement ErrorCode::interrupted.
  virtual Result<void> run(std::string_view sql) = 0;
  // Runs one query: the first column of its first row; nullopt for NULL or no row.
  virtual Result<std::optional<std::string>> value(std::string_view sql) = 0;
  // Opens the connection again after it was lost, with the same settings and role. Session locks
  // are gone.
  virtual Result<void> reconnect() = 0;
  // Stops the running statement; those after it fail too until reset_cancel(). From any thread.
  virtual void cancel() = 0;
  virtual void reset_cancel() = 0;
};

}  // namespace schemadiff
