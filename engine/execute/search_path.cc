#include "engine/execute/search_path.h"

namespace schemadiff {

std::string PathInForce::before(const Step& step, bool in_transaction) {
  if (!step.path) return "";
  if (step.defers_user_code) deferred_ = step.path->sql.str();
  const std::string& wanted = step.path->sql.str();
  if ((wanted.empty() ? kOwn : wanted) == path_) return "";
  path_ = wanted.empty() ? kOwn : wanted;
  return (in_transaction ? "SET LOCAL search_path = " : "SET search_path = ") + path_;
}

std::string PathInForce::before_commit() const {
  const bool needs_path = !deferred_.empty() && path_ != deferred_;
  return needs_path ? "SET LOCAL search_path = " + deferred_ : "";
}

void PathInForce::transaction_ended() {
  path_ = kOwn;
  deferred_.clear();
}

std::string PathInForce::restore() {
  if (path_ == kOwn) return "";
  path_ = kOwn;
  return "SET search_path = " + path_;
}

}  // namespace schemadiff
