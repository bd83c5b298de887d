#include "engine/objects/effects.h"

#include "engine/model/kind_traits.h"

namespace schemadiff {
namespace {

constexpr size_t kLineWidth = 96;

}  // namespace

std::string alter_statement(const std::string& target, const std::string& action) {
  const std::string head = "ALTER " + target;
  const bool one_line =
      head.size() + action.size() < kLineWidth && action.find('\n') == std::string::npos;
  return head + (one_line ? " " : "\n    ") + action;
}

Step& bind_owner(const ObjectBase& object, const ObjectId& table, bool binds, StepBuilder& steps) {
  const std::string action = binds ? "FORCE ROW LEVEL SECURITY" : "NO FORCE ROW LEVEL SECURITY";
  Step& step = steps.add(Verb::alter, object, alter_table(table, action));
  step.produces.clear();
  step.lock = Lock::access_exclusive;
  return step;
}

void share_action(Step& step, const ObjectId& table, std::string action) {
  step.sql = alter_table(table, action);
  step.action = TableAction{table.container(Kind::table), std::move(action)};
}

std::string grant_name(const ObjectId& id) {
  const KindTraits& traits = traits_of(id.kind);
  std::string word = traits.sql;
  if (id.kind == Kind::foreign_server) word = "FOREIGN SERVER";
  if (traits.in_pg_type) word = "TYPE";
  if (traits.in_pg_class && id.kind != Kind::sequence && id.kind != Kind::composite_type) {
    word = "TABLE";
  }
  return word + " " + qualified_name(id);
}

void add_hazard(Step& step, HazardCode code, std::string sentence) {
  step.hazards.push_back({code, std::move(sentence), step.object});
}

bool take_lock(Step& step, const StepBuilder& steps, const ObjectId& relation, Lock lock) {
  if (!steps.live.find_relation(relation.schema, relation.name).known()) return false;
  step.lock = std::max(step.lock, lock);
  return true;
}

void consume(Step& step, const SqlExpression& expression) {
  step.consumes.insert(step.consumes.end(), expression.references.begin(),
                       expression.references.end());
}

void release(Step& step, const SqlExpression& expression) {
  for (const ObjectId& id : expression.references) {
    // Of a cast only its function is used, which is among them too.
    if (id.kind != Kind::cast) step.releases.push_back(id);
  }
}

bool fits(const Step& step, const SqlExpression& expression) {
  return !step.path || step.path->sql.empty() || expression.path.sql.empty() ||
         *step.path == expression.path;
}

}  // namespace schemadiff
