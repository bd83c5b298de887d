#include "engine/objects/membership/membership.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"

namespace schemadiff {

namespace {

std::string names(const Membership& membership, const char* preposition) {
  return quote(membership.id.name) + " " + preposition + " " + quote(membership.id.sub);
}

// " WITH ADMIN OPTION", " WITH ADMIN FALSE, INHERIT TRUE": what is to be said beside `before`.
std::string options_sql(const Membership& before, const Membership& after, int server_version) {
  const bool words = server_version >= 160000;
  std::string out;
  const auto option = [&](const char* name, bool on) {
    out += std::string(out.empty() ? " WITH " : ", ") + name + (on ? " TRUE" : " FALSE");
  };
  if (before.admin != after.admin) {
    if (!words) return after.admin ? " WITH ADMIN OPTION" : "";
    option("ADMIN", after.admin);
  }
  if (words && after.inherit && before.inherit != after.inherit) option("INHERIT", *after.inherit);
  if (words && after.set && before.set != after.set) option("SET", *after.set);
  // As every version has it.
  return out == " WITH ADMIN TRUE" ? " WITH ADMIN OPTION" : out;
}

// What GRANT gives without being told: INHERIT as the role's own, and SET.
Membership usual(const Membership& membership, const Catalog& catalog) {
  const Role* member = catalog.find<Role>(object_id(Kind::role, {}, membership.id.sub));
  Membership out;
  if (member != nullptr) out.inherit = member->inherit;
  out.set = true;
  return out;
}

// Whoever granted it gave the options as well: they are taken from each grant. `kept`: what is
// left.
void take_options(const Membership& live, const Membership& desired, Membership& kept,
                  StepBuilder& steps) {
  kept.admin = live.admin && desired.admin;
  if (desired.inherit && !*desired.inherit) kept.inherit = false;
  if (desired.set && !*desired.set) kept.set = false;
  const std::string options = options_sql(live, kept, steps.server_version);
  if (options.empty()) return;
  for (const Identifier grantor : live.grantors) {
    steps.add(Verb::alter, desired,
              "GRANT " + names(desired, "TO") + options + " GRANTED BY " + quote(grantor));
  }
}

void warn(Step& step, const Membership& membership) {
  add_hazard(step, HazardCode::widens_access,
             quote(membership.id.sub) + " has the rights of " + quote(membership.id.name) +
                 (membership.admin ? " then, and can give them on" : " then"));
}

}  // namespace

template <>
void Rules<Membership>::expressions(Membership&, const ExpressionVisitor&) {}

template <>
void Rules<Membership>::references(const Membership& object, ReferenceSink& sink) {
  sink.role(object.id.name);
  sink.role(object.id.sub);
}

template <>
void Rules<Membership>::create(const Membership& object, StepBuilder& steps) {
  Step& step =
      steps.add(Verb::create, object,
                "GRANT " + names(object, "TO") +
                    options_sql(usual(object, steps.desired), object, steps.server_version));
  // What a new role holds is nothing, and who it is, nobody.
  const bool both_exist = steps.live.contains(object_id(Kind::role, {}, object.id.name)) &&
                          steps.live.contains(object_id(Kind::role, {}, object.id.sub));
  const bool is_predefined = object.id.name.str().starts_with("pg_");
  if (both_exist || is_predefined) warn(step, object);
}

template <>
bool Rules<Membership>::alter(const Membership& live, const Membership& desired,
                              const FieldChanges&, StepBuilder& steps) {
  if (live.admin && !desired.admin && steps.server_version < 160000) {
    steps.add(Verb::alter, desired, "REVOKE ADMIN OPTION FOR " + names(desired, "FROM"));
    return true;
  }
  Membership kept = live;
  if (!live.grantors.empty()) take_options(live, desired, kept, steps);
  const std::string options = options_sql(kept, desired, steps.server_version);
  if (options.empty() && !steps.steps().empty()) return true;
  Step& step = steps.add(Verb::alter, desired, "GRANT " + names(desired, "TO") + options);
  const auto gains = [](const std::optional<bool>& before, const std::optional<bool>& after) {
    return after.value_or(false) && !before.value_or(false);
  };
  if ((desired.admin && !live.admin) || gains(live.inherit, desired.inherit) ||
      gains(live.set, desired.set)) {
    warn(step, desired);
  }
  return true;
}

template <>
void Rules<Membership>::drop(const Membership& object, StepBuilder& steps) {
  const std::string sql = "REVOKE " + names(object, "FROM");
  if (object.grantors.empty()) steps.add(Verb::drop, object, sql);
  for (const Identifier grantor : object.grantors) {
    steps.add(Verb::drop, object, sql + " GRANTED BY " + quote(grantor));
  }
  add_hazard(steps.steps().back(), HazardCode::breaks_clients,
             quote(object.id.sub) + " loses the rights of " + quote(object.id.name));
}

}  // namespace schemadiff
