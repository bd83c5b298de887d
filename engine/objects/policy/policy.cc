#include "engine/objects/policy/policy.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"
#include "engine/objects/write.h"

namespace schemadiff {

std::string display(PolicyCommand command) {
  switch (command) {
    case PolicyCommand::all:
      return "ALL";
    case PolicyCommand::select:
      return "SELECT";
    case PolicyCommand::insert:
      return "INSERT";
    case PolicyCommand::update:
      return "UPDATE";
    case PolicyCommand::delete_:
      return "DELETE";
  }
  return "?";
}

namespace {

std::string roles_sql(const Policy& policy) {
  return policy.roles.empty() ? "PUBLIC" : column_list(policy.roles);
}

}  // namespace

template <>
void Rules<Policy>::expressions(Policy& object, const ExpressionVisitor& visit) {
  for (std::optional<SqlExpression>* expression : {&object.using_, &object.with_check}) {
    if (!*expression) continue;
    ExpressionScope scope;
    scope.relation = object.table;
    visit(**expression, scope);
  }
}

template <>
void Rules<Policy>::references(const Policy& object, ReferenceSink& sink) {
  sink.object(object.table);
  for (const Identifier role : object.roles) sink.role(role);
}

template <>
void Rules<Policy>::create(const Policy& object, StepBuilder& steps) {
  Step& step = steps.add(Verb::create, object, "");
  std::string sql = "CREATE POLICY " + quote(object.id.sub) + " ON " + qualified_name(object.table);
  if (!object.permissive) sql += "\n    AS RESTRICTIVE";
  if (object.command != PolicyCommand::all) sql += "\n    FOR " + display(object.command);
  if (!object.roles.empty()) sql += "\n    TO " + roles_sql(object);
  if (object.using_) sql += "\n    USING " + parenthesised(use(step, *object.using_));
  if (object.with_check) sql += "\n    WITH CHECK " + parenthesised(use(step, *object.with_check));
  step.sql = std::move(sql);
  take_lock(step, steps, object.table, Lock::access_exclusive);
}

template <>
bool Rules<Policy>::alter(const Policy& live, const Policy& desired, const FieldChanges& changes,
                          StepBuilder& steps) {
  if (!changes.only({"roles", "using", "with check"})) return false;
  // ALTER POLICY can't take an expression away.
  if (live.using_ && !desired.using_) return false;
  if (live.with_check && !desired.with_check) return false;
  Step& step = steps.add(Verb::alter, desired, "");
  std::string sql =
      "ALTER POLICY " + quote(desired.id.sub) + " ON " + qualified_name(desired.table);
  if (changes.has("roles")) sql += "\n    TO " + roles_sql(desired);
  if (changes.has("using")) {
    sql += "\n    USING " + parenthesised(use(step, *desired.using_));
    if (live.using_) release(step, *live.using_);
  }
  if (changes.has("with check")) {
    sql += "\n    WITH CHECK " + parenthesised(use(step, *desired.with_check));
    if (live.with_check) release(step, *live.with_check);
  }
  step.sql = std::move(sql);
  take_lock(step, steps, desired.table, Lock::access_exclusive);
  return true;
}

template <>
void Rules<Policy>::drop(const Policy& object, StepBuilder& steps) {
  Step& step =
      steps.add(Verb::drop, object,
                "DROP POLICY " + quote(object.id.sub) + " ON " + qualified_name(object.table));
  take_lock(step, steps, object.table, Lock::access_exclusive);
  // One that comes back at once, in the same transaction, leaves no gap.
  if (!steps.desired.contains(object.id)) {
    add_hazard(step, HazardCode::widens_access, "drops a row security policy");
  }
}

}  // namespace schemadiff
