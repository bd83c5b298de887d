// Expected failures (network, lock, drift, permission): values with properties, no class tree.
#pragma once

#include <string>

namespace schemadiff {

enum class ErrorCode {
  usage,           // wrong flags or arguments: exit 64
  input,           // the user's SQL or configuration is wrong; its diagnostics were collected
  file,            // a file can't be read or written
  connection,      // the server can't be reached, or was lost
  server_version,  // too old or too new
  permission,
  lock_timeout,
  statement,        // the server refused a statement
  catalog_moved,    // somebody changes the schema while it is read
  refused,          // a step needs an allowance: exit 3
  plan_changed,     // live has moved between plan and apply
  interrupted,      // Ctrl-C: exit 130
  unsupported,      // a thing that this build can't do, by name
  embedded_server,  // initdb, pg_ctl …
};

struct Error {
  ErrorCode code = ErrorCode::input;
  std::string sentence;   // what went wrong, for people; never a secret
  std::string hint;       // what to do next; may be empty
  std::string sqlstate;   // five characters when a server said it
  std::string statement;  // the SQL that failed, if any
  bool retryable = false;
  bool nothing_done = false;  // the database is as it was: worth saying
};

// The sum of mistakes that have been shown one by one.
inline Error mistakes_in(size_t count, const std::string& where) {
  Error error;
  error.sentence = std::to_string(count) + (count == 1 ? " error in " : " errors in ") + where;
  error.nothing_done = true;
  return error;
}

}  // namespace schemadiff
