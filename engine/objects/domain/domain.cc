#include "engine/objects/domain/domain.h"

#include <algorithm>

#include "engine/model/default_names.h"
#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"
#include "engine/objects/function/function.h"
#include "engine/objects/let_go.h"
#include "engine/objects/write.h"

namespace schemadiff {

namespace {

std::vector<const DomainConstraint*> constraints_of(const Catalog& catalog,
                                                    const ObjectId& domain) {
  std::vector<const DomainConstraint*> out;
  for (const auto& [id, constraint] : catalog.objects<DomainConstraint>()) {
    if (id.container(Kind::domain) == domain) out.push_back(&constraint);
  }
  std::sort(out.begin(), out.end(), [](const auto* a, const auto* b) { return a->id < b->id; });
  return out;
}

Identifier usual_not_null_name(const Domain& domain) {
  return not_null_constraint_name(domain.id.name.str(), "");
}

// A CHECK that calls functions of ours may have to wait for one that takes the domain. No CHECK can
// be added when values of the domain are parts of others: where a new domain takes the place of an
// old one, only those come apart that do have to wait.
bool comes_apart(const DomainConstraint& constraint, const StepBuilder& steps) {
  const ObjectId domain = constraint.id.container(Kind::domain);
  const bool is_moved = steps.moves.types.contains(domain);
  const std::vector<ObjectId>& references = constraint.check.references;
  return std::any_of(references.begin(), references.end(), [&](const ObjectId& id) {
    if (id.kind != Kind::function) return false;
    const Function* function = steps.desired.find<Function>(id);
    if (!is_moved || function == nullptr) return true;
    ReferenceSink used;
    Rules<Function>::references(*function, used);
    const std::vector<ObjectId>& objects = used.objects();
    return std::find(objects.begin(), objects.end(), domain) != objects.end();
  });
}

}  // namespace

Identifier not_null_name(const Domain& domain) {
  const Identifier name = domain.not_null_constraint.name;
  return name.empty() ? usual_not_null_name(domain) : name;
}

void let_go(const Domain& domain, StepBuilder& steps) {
  if (!domain.default_value) return;
  Step& step = steps.add(Verb::alter, domain,
                         alter_statement("DOMAIN " + qualified_name(domain.id), "DROP DEFAULT"));
  release_at_last(step, *domain.default_value, {domain.base.object});
}

template <>
void Rules<Domain>::expressions(Domain& object, const ExpressionVisitor& visit) {
  if (!object.default_value) return;
  ExpressionScope scope;
  scope.target = object.base;
  visit(*object.default_value, scope);
}

template <>
void Rules<Domain>::references(const Domain& object, ReferenceSink& sink) {
  sink.schema(object.id.schema);
  sink.type(object.base);
  sink.collation(object.collation);
}

template <>
void Rules<Domain>::create(const Domain& object, StepBuilder& steps) {
  Step& step = steps.add(Verb::create, object, "");
  std::string sql = "CREATE DOMAIN " + qualified_name(object.id) + " AS " + object.base.sql;
  if (!object.collation.empty()) sql += "\n    COLLATE " + object.collation.sql();
  if (object.default_value) sql += "\n    DEFAULT " + default_sql(use(step, *object.default_value));
  if (object.not_null) {
    sql += "\n    ";
    const Identifier name = not_null_name(object);
    // While an old domain waits under another name, its constraint has the usual one still.
    const bool is_usual =
        name == usual_not_null_name(object) && !steps.moves.types.contains(object.id);
    if (!is_usual && steps.server_version >= 170000) {
      sql += "CONSTRAINT " + quote(name) + " ";
    }
    sql += "NOT NULL";
  }
  for (const DomainConstraint* constraint : constraints_of(steps.desired, object.id)) {
    if (!constraint->validated || !fits(step, constraint->check)) continue;
    if (comes_apart(*constraint, steps)) continue;
    sql += "\n    CONSTRAINT " + quote(constraint->id.sub) + " CHECK " +
           parenthesised(use(step, constraint->check));
    step.produces.push_back(constraint->id);
  }
  step.sql = std::move(sql);
}

template <>
bool Rules<Domain>::alter(const Domain& live, const Domain& desired, const FieldChanges& changes,
                          StepBuilder& steps) {
  const std::string target = "DOMAIN " + qualified_name(desired.id);
  if (changes.has("default")) {
    const auto is_going = [&](const ObjectId& used) {
      return (steps.live.contains(used) && !steps.desired.contains(used)) ||
             makes_way(used, steps.live, steps.desired);
    };
    // What takes the place of a function that goes may only come when that is gone.
    const bool in_two = live.default_value && desired.default_value &&
                        std::any_of(live.default_value->references.begin(),
                                    live.default_value->references.end(), is_going);
    if (in_two || !desired.default_value) {
      Step& step = steps.add(Verb::alter, desired, alter_statement(target, "DROP DEFAULT"));
      if (desired.default_value) {  // which another step gives it
        step.consumes.clear();
        step.produces.clear();
      }
      if (live.default_value) release(step, *live.default_value);
    }
    if (desired.default_value) {
      Step& step = steps.add(Verb::alter, desired, "");
      step.sql = alter_statement(target, "SET DEFAULT " + use(step, *desired.default_value));
      if (live.default_value && !in_two) release(step, *live.default_value);
    }
  }
  if (changes.has("not null")) {
    const Identifier name = desired.not_null_constraint.name;
    std::string action = desired.not_null ? "SET NOT NULL" : "DROP NOT NULL";
    if (desired.not_null && !name.empty() && steps.server_version >= 170000) {
      action = "ADD CONSTRAINT " + quote(name) + " NOT NULL";
    }
    Step& step = steps.add(Verb::alter, desired, alter_statement(target, action));
    if (desired.not_null) {
      step.lock = Lock::share;
      step.scans = true;
      add_hazard(step, HazardCode::full_scan, "reads every table that has a column of the domain");
    }
  }
  if (changes.has("not null constraint")) {
    steps.add(Verb::alter, desired,
              alter_statement(target, "RENAME CONSTRAINT " + quote(not_null_name(live)) + " TO " +
                                          quote(desired.not_null_constraint.name)));
  }
  return true;
}

template <>
void Rules<Domain>::drop(const Domain& object, StepBuilder& steps) {
  steps.add(Verb::drop, object, "DROP DOMAIN " + qualified_name(object.id));
}

}  // namespace schemadiff
