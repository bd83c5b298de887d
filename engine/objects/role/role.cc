#include "engine/objects/role/role.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"
#include "engine/objects/write.h"

namespace schemadiff {

namespace {

struct Attribute {
  bool Role::*member;
  const char* word;
  const char* hazard;  // what somebody may do then; nullptr: nothing new
};
constexpr Attribute kAttributes[] = {
    {&Role::login, "LOGIN", nullptr},
    {&Role::superuser, "SUPERUSER", "is above all privileges then"},
    {&Role::create_role, "CREATEROLE", "can make roles then, and give them what it has"},
    {&Role::create_database, "CREATEDB", nullptr},
    {&Role::inherit, "INHERIT", nullptr},
    {&Role::replication, "REPLICATION", "can read the whole cluster then"},
    {&Role::bypass_row_security, "BYPASSRLS", "sees rows that policies hide then"},
};

// What differs from `before`, for CREATE and ALTER ROLE.
std::string options_sql(const Role& before, const Role& after) {
  std::string out;
  for (const Attribute& attribute : kAttributes) {
    if (before.*attribute.member == after.*attribute.member) continue;
    out += after.*attribute.member ? " " : " NO";
    out += attribute.word;
  }
  if (before.connection_limit != after.connection_limit) {
    out += " CONNECTION LIMIT " + std::to_string(after.connection_limit);
  }
  if (!(before.valid_until == after.valid_until)) {
    out += " VALID UNTIL " + (after.valid_until.empty() ? "'infinity'" : after.valid_until.text);
  }
  return out;
}

void warn_of_power(Step& step, const Role& before, const Role& after) {
  for (const Attribute& attribute : kAttributes) {
    if (attribute.hazard == nullptr || before.*attribute.member || !(after.*attribute.member)) {
      continue;
    }
    add_hazard(step, HazardCode::widens_access, quote(after.id.name) + " " + attribute.hazard);
  }
}

void change_settings(Verb verb, const Role& before, const Role& after, StepBuilder& steps) {
  for (const std::string& action : setting_changes(before.settings, after.settings)) {
    steps.add(verb, after, alter_statement("ROLE " + quote(after.id.name), action));
  }
}

}  // namespace

template <>
void Rules<Role>::expressions(Role& object, const ExpressionVisitor& visit) {
  if (object.valid_until.empty()) return;
  ExpressionScope scope;
  scope.target.sql = "timestamp with time zone";
  visit(object.valid_until, scope);
}

template <>
void Rules<Role>::references(const Role&, ReferenceSink&) {}

template <>
void Rules<Role>::create(const Role& object, StepBuilder& steps) {
  const Role usual = Role();
  Step& step = steps.add(Verb::create, object,
                         "CREATE ROLE " + quote(object.id.name) + options_sql(usual, object));
  warn_of_power(step, usual, object);
  change_settings(Verb::create, usual, object, steps);
}

template <>
bool Rules<Role>::alter(const Role& live, const Role& desired, const FieldChanges& changes,
                        StepBuilder& steps) {
  if (!changes.only({"settings"})) {
    Step& step = steps.add(
        Verb::alter, desired,
        alter_statement("ROLE " + quote(desired.id.name), options_sql(live, desired).substr(1)));
    warn_of_power(step, live, desired);
    if (live.login && !desired.login) {
      add_hazard(step, HazardCode::breaks_clients,
                 quote(desired.id.name) + " can't connect any more");
    }
  }
  change_settings(Verb::alter, live, desired, steps);
  return true;
}

// The scope never lets one go: it may own things in other databases.
template <>
void Rules<Role>::drop(const Role& object, StepBuilder& steps) {
  steps.refuse(object, "roles are of the whole cluster, and schemadiff drops none",
               "DROP ROLE " + quote(object.id.name) + " by hand");
}

}  // namespace schemadiff
