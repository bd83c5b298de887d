#include "engine/objects/subscription/subscription.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"
#include "engine/objects/user_mapping/user_mapping.h"
#include "engine/objects/write.h"

namespace schemadiff {

std::string display(const ConnectionString&) { return std::string(kHidden); }

namespace {

std::string target(const Subscription& subscription) {
  return "SUBSCRIPTION " + quote(subscription.id.name);
}

std::string flag(bool on) { return on ? "true" : "false"; }

std::string slot_sql(const Subscription& subscription) {
  return subscription.slot_name ? quote_literal(subscription.slot_name->str()) : "NONE";
}

// What CREATE and SET have in common, as far as it is not as `usual`: "binary = true, …".
std::string options_sql(const Subscription& subscription, const Subscription& usual) {
  std::string out;
  const auto option = [&](bool wanted, const char* name, const std::string& value) {
    if (wanted) out += (out.empty() ? "" : ", ") + std::string(name) + " = " + value;
  };
  const Subscription& s = subscription;
  option(s.binary != usual.binary, "binary", flag(s.binary));
  option(s.streaming != usual.streaming, "streaming", s.streaming);
  option(s.disable_on_error != usual.disable_on_error, "disable_on_error",
         flag(s.disable_on_error));
  option(s.password_required != usual.password_required, "password_required",
         flag(s.password_required));
  option(s.run_as_owner != usual.run_as_owner, "run_as_owner", flag(s.run_as_owner));
  option(s.origin != usual.origin, "origin", s.origin);
  option(s.synchronous_commit != usual.synchronous_commit, "synchronous_commit",
         quote_literal(s.synchronous_commit));
  return out;
}

// Those of which the publisher must know.
std::string slot_options_sql(const Subscription& subscription, const Subscription& usual) {
  std::string out;
  if (subscription.two_phase != usual.two_phase) {
    out = "two_phase = " + flag(subscription.two_phase);
  }
  if (subscription.failover != usual.failover) {
    out += (out.empty() ? "" : ", ") + ("failover = " + flag(subscription.failover));
  }
  return out;
}

// False: refused.
bool knows_connection(const Subscription& subscription, StepBuilder& steps) {
  if (subscription.connection.known) return true;
  steps.refuse(subscription, "the desired state hides its connection string",
               "write the string, or make the subscription by hand");
  return false;
}

// False: refused. ALTER SUBSCRIPTION says so only when all before it is done.
bool can_be_enabled(const Subscription& subscription, StepBuilder& steps) {
  if (!subscription.enabled || subscription.slot_name) return true;
  steps.refuse(subscription, "without a slot_name it can't be enabled",
               "name a slot, or declare it with enabled = false");
  return false;
}

void enable(Verb verb, const Subscription& subscription, bool on, StepBuilder& steps) {
  Step& step = steps.add(verb, subscription,
                         "ALTER " + target(subscription) + (on ? " ENABLE" : " DISABLE"));
  if (!on) add_hazard(step, HazardCode::breaks_clients, "its tables get no more changes");
}

void change_slot(const Subscription& live, const Subscription& desired, const std::string& options,
                 StepBuilder& steps) {
  Step& step =
      steps.add(Verb::alter, desired, alter_statement(target(desired), "SET (" + options + ")"));
  // The slot learns of two_phase when the subscription is enabled, but is told when it ends.
  const bool ends = live.two_phase && !desired.two_phase;
  if (!ends && live.failover == desired.failover) return;
  step.transaction = Transaction::forbidden;
  add_hazard(step, HazardCode::not_transactional,
             "connects to the publisher and changes the slot there");
}

}  // namespace

template <>
void Rules<Subscription>::expressions(Subscription&, const ExpressionVisitor&) {}

template <>
void Rules<Subscription>::references(const Subscription&, ReferenceSink&) {}

template <>
void Rules<Subscription>::create(const Subscription& object, StepBuilder& steps) {
  if (!knows_connection(object, steps) || !can_be_enabled(object, steps)) return;
  Subscription usual;
  usual.streaming = steps.server_version >= 180000 ? "parallel" : "off";
  std::string options;
  const auto option = [&](const std::string& text) {
    if (!text.empty()) options += (options.empty() ? "" : ", ") + text;
  };
  if (!object.connect) {
    option("connect = false");
  } else {
    if (!object.enabled) option("enabled = false");
    if (!object.create_slot) option("create_slot = false");
    if (!object.copy_data) option("copy_data = false");
  }
  if (object.slot_name != object.id.name) option("slot_name = " + slot_sql(object));
  option(options_sql(object, usual));
  option(slot_options_sql(object, usual));
  const auto sql = [&](const std::string& connection) {
    return "CREATE " + target(object) + "\n    CONNECTION " + connection + "\n    PUBLICATION " +
           column_list(object.publications) + (options.empty() ? "" : "\n    WITH (" + options) +
           (options.empty() ? "" : ")");
  };
  Step& step = steps.add(Verb::create, object, sql(quote_literal(object.connection.text)));
  step.secret = true;
  step.shown = sql(quote_literal(std::string(kHidden)));
  if (object.connect) {
    std::string what = "connects to the publisher";
    if (object.create_slot && object.slot_name) {
      step.transaction = Transaction::forbidden;
      what += ", makes the replication slot " + quote(*object.slot_name) + " there";
    }
    if (object.copy_data && object.enabled) what += ", copies what the tables hold";
    add_hazard(step, HazardCode::not_transactional, what);
  } else if (object.enabled) {
    enable(Verb::create, object, true, steps);
  }
}

template <>
bool Rules<Subscription>::alter(const Subscription& live, const Subscription& desired,
                                const FieldChanges& changes, StepBuilder& steps) {
  if (!can_be_enabled(desired, steps)) return true;
  const std::string of_slot = slot_options_sql(desired, live);
  if (!of_slot.empty()) {
    if (changes.has("two_phase") && steps.server_version < 180000) {
      steps.refuse(desired, "PostgreSQL before 18 can't change two_phase",
                   "drop the subscription and make it again, by hand");
      return true;
    }
    if (!live.slot_name && !desired.slot_name) {
      steps.refuse(desired, "without a slot_name PostgreSQL can't change two_phase and failover",
                   "name a slot");
      return true;
    }
    if (live.enabled) {
      steps.refuse(
          desired,
          "PostgreSQL changes two_phase and failover only while a subscription is disabled",
          "declare it with enabled = false first, apply that, and then the rest");
      return true;
    }
  }
  if (live.enabled && !desired.enabled) enable(Verb::alter, desired, false, steps);
  if (changes.has("connection")) {
    const std::string head = "ALTER " + target(desired) + " CONNECTION ";
    Step& step = steps.add(Verb::alter, desired, head + quote_literal(desired.connection.text));
    step.secret = true;
    step.shown = head + quote_literal(std::string(kHidden));
  }
  // They need a slot: the one that it gets, or the one that it still has.
  if (!of_slot.empty() && !desired.slot_name) change_slot(live, desired, of_slot, steps);
  std::string options = changes.has("slot_name") ? "slot_name = " + slot_sql(desired) : "";
  if (const std::string more = options_sql(desired, live); !more.empty()) {
    options += (options.empty() ? "" : ", ") + more;
  }
  if (!options.empty()) {
    Step& step =
        steps.add(Verb::alter, desired, alter_statement(target(desired), "SET (" + options + ")"));
    if (live.password_required && !desired.password_required) {
      add_hazard(
          step, HazardCode::widens_access,
          "its owner connects with what the server itself may use: no password is asked for");
    }
    if (!live.run_as_owner && desired.run_as_owner) {
      add_hazard(step, HazardCode::widens_access,
                 "triggers and defaults of the tables run with the rights of the subscription's "
                 "owner");
    }
    if (changes.has("slot_name") && live.slot_name) {
      add_hazard(step, HazardCode::breaks_clients,
                 "the replication slot " + quote(*live.slot_name) +
                     " stays on the publisher, and keeps its log there");
    }
  }
  if (!of_slot.empty() && desired.slot_name) change_slot(live, desired, of_slot, steps);
  if (changes.has("publications")) {
    // A file with connect = false speaks to no publisher.
    const bool refresh = desired.connect && live.enabled && desired.enabled;
    Step& step = steps.add(
        Verb::alter, desired,
        alter_statement(target(desired), "SET PUBLICATION " + column_list(desired.publications) +
                                             (refresh ? "" : " WITH (refresh = false)")));
    if (refresh) {
      step.transaction = Transaction::forbidden;
      add_hazard(step, HazardCode::not_transactional,
                 "asks the publisher for its tables, and copies what new ones hold");
    } else {
      add_hazard(step, HazardCode::breaks_clients,
                 "which tables these are it learns by ALTER SUBSCRIPTION " +
                     quote(desired.id.name) + " REFRESH PUBLICATION");
    }
  }
  if (!live.enabled && desired.enabled) enable(Verb::alter, desired, true, steps);
  return true;
}

// By itself DROP SUBSCRIPTION goes to the publisher to drop the slot: neither may fail, nor can it
// be undone. So the slot stays, and is spoken of.
template <>
void Rules<Subscription>::drop(const Subscription& object, StepBuilder& steps) {
  if (object.slot_name) {
    if (object.enabled) {
      steps.add(Verb::drop, object, "ALTER " + target(object) + " DISABLE");
    }
    steps.add(Verb::drop, object, "ALTER " + target(object) + " SET (slot_name = NONE)");
  }
  Step& step = steps.add(Verb::drop, object, "DROP " + target(object));
  std::string what = "its connection string and how far it has come are gone";
  if (object.slot_name) {
    what +=
        "; its replication slot stays on the publisher and keeps the log there until "
        "pg_drop_replication_slot(" +
        quote_literal(object.slot_name->str()) + ") is run there";
  }
  add_hazard(step, HazardCode::data_loss, what);
}

}  // namespace schemadiff
