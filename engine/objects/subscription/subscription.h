// CREATE SUBSCRIPTION; pg_subscription. Its connection string may hold a password: no output has
// it.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct ConnectionString {
  std::string text;
  bool known = true;  // false: the server does not show it to this role, or a snapshot hides it
  // As far as both sides are known.
  friend bool operator==(const ConnectionString& a, const ConnectionString& b) {
    return !a.known || !b.known || a.text == b.text;
  }
};
std::string display(const ConnectionString& connection);

struct Subscription : ObjectBase {
  ConnectionString connection;
  std::vector<Identifier> publications;  // sorted
  bool enabled = true;
  std::optional<Identifier> slot_name;  // none: NONE
  // Of what the server is too old for: the default.
  bool binary = false;            // 14
  std::string streaming;          // 14: "off", "on"; 16: "parallel", which 18 defaults to
  bool two_phase = false;         // 15
  bool disable_on_error = false;  // 15
  bool password_required = true;  // 16
  bool run_as_owner = false;      // 16
  std::string origin = "any";     // 16
  bool failover = false;          // 17
  std::string synchronous_commit =
      "off";  // 13 shows it to superusers only: else as if it were that
  // How to make it, and no fields: CREATE SUBSCRIPTION talks to the publisher, makes the slot there
  // and copies what the tables hold.
  bool connect = true;
  bool create_slot = true;
  bool copy_data = true;
  static constexpr auto kFields =
      std::tuple{Field{"connection", &Subscription::connection},
                 Field{"publications", &Subscription::publications},
                 Field{"enabled", &Subscription::enabled},
                 Field{"slot_name", &Subscription::slot_name},
                 Field{"binary", &Subscription::binary},
                 Field{"streaming", &Subscription::streaming},
                 Field{"two_phase", &Subscription::two_phase},
                 Field{"disable_on_error", &Subscription::disable_on_error},
                 Field{"password_required", &Subscription::password_required},
                 Field{"run_as_owner", &Subscription::run_as_owner},
                 Field{"origin", &Subscription::origin},
                 Field{"failover", &Subscription::failover},
                 Field{"synchronous_commit", &Subscription::synchronous_commit}};
};

}  // namespace schemadiff
