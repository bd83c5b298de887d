#include "engine/introspect/probe_permission.h"

namespace schemadiff {
namespace {

std::string seen_by(const ListeningTrigger& trigger) {
  return "not decidable without waking the event trigger " + quote_identifier(trigger.name) +
         ": run as a superuser, or with --probe=always";
}

}  // namespace

ProbePermission::~ProbePermission() {
  if (!restore_.empty()) (void)server_.run(restore_);
}

std::string ProbePermission::refusal() {
  if (mode_ == ProbeMode::never) return "asking the server was switched off (--probe=never)";
  if (live_.standby) return "not decidable on a standby: plan against the primary";
  if (live_.read_only) return "not decidable while default_transaction_read_only is on";
  if (mode_ == ProbeMode::always || !restore_.empty()) return "";
  for (const ListeningTrigger& trigger : live_.event_triggers) {
    // A probe rewrites no table.
    if (trigger.enabled == 'D' || trigger.event == "table_rewrite") continue;
    if (live_.server_version >= 170000) return switch_off("event_triggers", "off", "on", trigger);
    if (trigger.enabled != 'O') return seen_by(trigger);
    return switch_off("session_replication_role", "replica", "origin", trigger);
  }
  return "";
}

std::string ProbePermission::refusal_of_temporary_objects() {
  std::string reason = refusal();
  if (!reason.empty() || live_.can_create_temporary) return reason;
  return "not decidable here: grant TEMP on database " + quote_identifier(live_.database);
}

std::string ProbePermission::switch_off(const std::string& setting, const std::string& off,
                                        const std::string& on, const ListeningTrigger& trigger) {
  if (!server_.run("SET " + setting + " = " + off)) return seen_by(trigger);
  restore_ = "SET " + setting + " = " + on;
  return "";
}

}  // namespace schemadiff
