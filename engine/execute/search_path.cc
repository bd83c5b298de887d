#include "engine/execute/search_path.h"

namespace schemadiff {

std::string PathInForce::before(const Step& step, bool in_transaction) {
  defers_user_code_ = defers_user_code_ || step.defers_user_code;
  if (!step.path) return "";
  const std::string& wanted = step.path->sql.str();
  if ((wanted.empty() ? kOwn : wanted) == path_) return "";
  path_ = wanted.empty() ? kOwn : wanted;
  return (in_transaction ? "SET LOCAL search_path = " : "SET search_path = ") + path_;
}

std::string PathInForce::before_commit() const {
  const bool needs_path = defers_user_code_ && path_ != "DEFAULT";
  return needs_path ? "SET LOCAL search_path = DEFAULT" : "";
}

void PathInForce::transaction_ended() {
  path_ = kOwn;
  defers_user_code_ = false;
}

std::string PathInForce::restore() {
  if (path_ == kOwn) return "";
  path_ = kOwn;
  return "SET search_path = " + path_;
}

}  // namespace schemadiff
