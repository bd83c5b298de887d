// The few statements that making and watching a server of our own takes, over plain libpq.
// Everything else goes through CatalogReader and StatementRunner.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/result.h"

struct pg_conn;

namespace schemadiff {

class LibpqSession {
 public:
  using Rows = std::vector<std::vector<std::optional<std::string>>>;

  static Result<LibpqSession> open(const std::string& conninfo);
  // Runs a script of one statement or more; the rows of the last. NULL: nullopt.
  Result<Rows> execute(const std::string& sql);
  int server_version() const;  // 150013

 private:
  struct Close {
    void operator()(pg_conn* connection) const;
  };
  std::unique_ptr<pg_conn, Close> connection_;
};

}  // namespace schemadiff
