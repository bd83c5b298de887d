// The one way the engine changes a server. The libpqxx implementation is in pqxx_runner.cc.
#pragma once

#include <string_view>

#include "engine/base/result.h"

namespace schemadiff {

class StatementRunner {
 public:
  virtual ~StatementRunner() = default;
  // Runs one statement (BEGIN and COMMIT included) and throws away what it returns.
  virtual Result<void> run(std::string_view sql) = 0;
};

}  // namespace schemadiff
