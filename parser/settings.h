// What SET, RESET and set_config() make of the session, statement by statement.
#pragma once

#include "parser/statement_context.h"

namespace schemadiff {

class SettingsTracker {
 public:
  SettingsTracker() { reset(); }
  // Back to what a new session has.
  void reset();
  // True if the statement changed something.
  bool follow(const Node& statement);
  const StatementSettings& current() const { return current_; }

 private:
  bool set(std::string_view name, const std::vector<std::string>& values, bool to_default);

  StatementSettings current_;
  StatementSettings before_local_;  // SET LOCAL ends with the transaction
  bool has_local_ = false;
};

// The schemas of a list as search_path has it: 'a, "B"'.
std::vector<std::string> parse_name_list(std::string_view text);

}  // namespace schemadiff
