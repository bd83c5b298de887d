// One connection to a server, pinned so that every text it prints means the same everywhere.
// All exceptions of libpqxx end in pqxx_session.cc: nothing but values leaves it.
#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "engine/execute/row_copier.h"
#include "engine/execute/statement_runner.h"
#include "engine/introspect/catalog_reader.h"

namespace schemadiff {

inline constexpr int kOldestServer = 130000;
inline constexpr int kNewestServer = 189999;

struct SessionOptions {
  std::string conninfo;  // whatever libpq takes: URI, keywords, empty (PGHOST … decide)
  std::string role;      // SET ROLE after connecting; empty: none
  std::chrono::milliseconds lock_timeout{2000};
  std::chrono::milliseconds statement_timeout{0};  // 0: none
};

// Not thread-safe, but for cancel().
class Session : public CatalogReader, public StatementRunner, public RowCopier {
 public:
  // Connects, checks that the server is one of 13 to 18, pins the settings, sets the role.
  static Result<std::unique_ptr<Session>> connect(const SessionOptions& options);
  ~Session() override;
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  // The rows are in memory, and outlive the session.
  Result<std::unique_ptr<RowSet>> query(std::string_view sql) override;
  Result<void> run(std::string_view sql) override;
  Result<std::optional<std::string>> value(std::string_view sql) override;
  Result<void> copy_rows(const std::string& table, const std::vector<std::string>& columns,
                         const std::function<bool(Fields&)>& next, size_t& failed_row) override;
  // With the lock and statement timeouts of the options that it was made with.
  Result<void> reconnect() override;
  int server_version() const override;

  Result<void> set_lock_timeout(std::chrono::milliseconds timeout);
  Result<void> set_statement_timeout(std::chrono::milliseconds timeout);

  // Stops the running statement, which then fails with ErrorCode::interrupted. From any thread.
  void cancel() override;
  // True after cancel(), until reset_cancel(): statements that were not running yet fail too.
  bool cancelled() const;
  void reset_cancel() override;

  int backend_pid() const;
  const std::string& database() const;
  const std::string& user() const;                 // current_user after SET ROLE
  const std::string& server_version_text() const;  // "15.18 (Debian …)"
  bool standby() const;                            // pg_is_in_recovery()
  bool read_only() const;                          // default_transaction_read_only, or a standby
  bool superuser() const;                          // of the role in force

  // What the server said beside its results since the last call: "NOTICE:  …".
  std::vector<std::string> take_notices();

 private:
  struct State;
  Session(std::unique_ptr<State> state, SessionOptions options);
  std::unique_ptr<State> state_;
  SessionOptions options_;
  std::mutex replacing_;  // cancel() must not see a state that reconnect() throws away
};

// The server's error as ours: "ERROR:  x\nDETAIL:  y\nHINT:  z" becomes a sentence and a hint.
Error server_error(std::string_view message, std::string_view sqlstate, std::string_view statement);

}  // namespace schemadiff
