#include "engine/objects/policy/policy.h"

#include <algorithm>
#include <set>

#include "engine/base/text.h"
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

// What must hold all at once, as canonical forms: "(and a b)".
std::set<std::string> conjuncts(const SqlExpression& expression) {
  const std::string& text = expression.canonical;
  if (!text.starts_with("(and ")) return {text};
  std::set<std::string> out;
  std::string current;
  int depth = 0;
  char quoted = 0;
  for (size_t i = 5; i + 1 < text.size(); ++i) {
    const char c = text[i];
    if (quoted != 0) {
      if (c == quoted) quoted = 0;
    } else if (c == '\'' || c == '"') {
      quoted = c;
    } else if (c == '(') {
      ++depth;
    } else if (c == ')') {
      --depth;
    } else if (c == ' ' && depth == 0) {
      out.insert(std::move(current));
      current.clear();
      continue;
    }
    current += c;
  }
  out.insert(std::move(current));
  return out;
}

// Whether rows may pass that did not. A permissive policy without an expression lets none pass, a
// restrictive one all.
bool may_pass_more(const std::optional<SqlExpression>& live,
                   const std::optional<SqlExpression>& desired, bool permissive) {
  if (live == desired) return false;
  if (!live) return permissive;
  if (!desired) return !permissive;
  if (lowered(live->text) == "true" || lowered(desired->text) == "false") return false;
  if (live->canonical.empty() || desired->canonical.empty()) return true;
  const std::set<std::string> before = conjuncts(*live);
  const std::set<std::string> after = conjuncts(*desired);
  return !std::includes(after.begin(), after.end(), before.begin(), before.end());
}

// UPDATE and ALL take USING for what they don't say of new rows.
std::optional<SqlExpression> check_of(const Policy& policy) {
  const bool writes =
      policy.command != PolicyCommand::select && policy.command != PolicyCommand::delete_;
  if (!writes) return std::nullopt;
  return policy.with_check ? policy.with_check : policy.using_;
}

// Those that one of two lists has and the other has not; an empty list is everybody.
std::string more_roles(const Policy& few, const Policy& many) {
  if (few.roles.empty()) return "";
  if (many.roles.empty()) return "everybody";
  std::string out;
  for (const Identifier role : many.roles) {
    if (std::find(few.roles.begin(), few.roles.end(), role) != few.roles.end()) continue;
    out += (out.empty() ? "" : ", ") + quote(role);
  }
  return out;
}

void add_widening(const Policy& live, const Policy& desired, Step& step) {
  std::vector<std::string> ways;
  if (live.permissive && !desired.permissive) return;
  if (!live.permissive && desired.permissive) {
    ways.push_back("restricts nobody any more, and permits by itself");
  } else {
    const bool permissive = desired.permissive;
    const std::string roles = permissive ? more_roles(live, desired) : more_roles(desired, live);
    if (!roles.empty()) {
      ways.push_back((permissive ? "holds for " : "no longer restricts ") +
                     (permissive || roles != "everybody" ? roles : "all the others"));
    }
    const PolicyCommand wide = permissive ? desired.command : live.command;
    if (live.command != desired.command &&
        (permissive ? live.command : desired.command) != PolicyCommand::all) {
      ways.push_back((permissive ? "permits " : "no longer restricts ") + display(wide));
    }
    if (may_pass_more(live.using_, desired.using_, permissive)) {
      ways.push_back("may let more rows be seen: " + display(live.using_) + " -> " +
                     display(desired.using_));
    }
    const std::optional<SqlExpression> before = check_of(live);
    const std::optional<SqlExpression> after = check_of(desired);
    const bool as_using = before == live.using_ && after == desired.using_;
    const bool writes_still = before || after;
    if (writes_still && !as_using && live.command == desired.command &&
        may_pass_more(before, after, permissive)) {
      ways.push_back("may let more rows be written: " + display(before) + " -> " + display(after));
    }
  }
  for (const std::string& way : ways) {
    add_hazard(step, HazardCode::widens_access, "the policy " + way);
  }
}

// Without row security on its table a policy keeps nothing from anybody.
bool is_in_force(const Policy& live, const StepBuilder& steps) {
  const Table* table = steps.live.find<Table>(live.table);
  return table == nullptr || table->row_security;
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
  const auto* live = steps.live.find<Policy>(object.id);
  if (live != nullptr && is_in_force(*live, steps)) add_widening(*live, object, step);
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
  if (is_in_force(live, steps)) add_widening(live, desired, step);
  return true;
}

template <>
void Rules<Policy>::drop(const Policy& object, StepBuilder& steps) {
  Step& step =
      steps.add(Verb::drop, object,
                "DROP POLICY " + quote(object.id.sub) + " ON " + qualified_name(object.table));
  take_lock(step, steps, object.table, Lock::access_exclusive);
  // One that comes back at once, in the same transaction, leaves no gap.
  if (!steps.desired.contains(object.id) && is_in_force(object, steps)) {
    add_hazard(step, HazardCode::widens_access,
               "drops the row security policy " + quote(object.id.sub));
  }
}

}  // namespace schemadiff
