#include "engine/objects/effects.h"

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

std::string alter_name(const ObjectId& id) {
  switch (id.kind) {
    case Kind::schema:
      return "SCHEMA " + qualified_name(id);
    case Kind::domain:
      return "DOMAIN " + qualified_name(id);
    case Kind::enum_type:
    case Kind::composite_type:
    case Kind::range_type:
      return "TYPE " + qualified_name(id);
    case Kind::sequence:
      return "SEQUENCE " + qualified_name(id);
    case Kind::function:
      return "ROUTINE " + qualified_name(id);
    case Kind::view:
      return "VIEW " + qualified_name(id);
    case Kind::materialized_view:
      return "MATERIALIZED VIEW " + qualified_name(id);
    case Kind::statistics:
      return "STATISTICS " + qualified_name(id);
    case Kind::index:
      return "INDEX " + qualified_name(id);
    case Kind::column:
      return "COLUMN " + qualified_name(id);
    default:
      return "TABLE " + qualified_name(id);
  }
}

std::string grant_name(const ObjectId& id) {
  switch (id.kind) {
    case Kind::schema:
      return "SCHEMA " + qualified_name(id);
    case Kind::domain:
    case Kind::enum_type:
    case Kind::composite_type:
    case Kind::range_type:
      return "TYPE " + qualified_name(id);
    case Kind::sequence:
      return "SEQUENCE " + qualified_name(id);
    case Kind::function:
      return "ROUTINE " + qualified_name(id);
    default:
      return "TABLE " + qualified_name(id);
  }
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
  step.releases.insert(step.releases.end(), expression.references.begin(),
                       expression.references.end());
}

bool fits(const Step& step, const SqlExpression& expression) {
  return !step.path || step.path->sql.empty() || expression.path.sql.empty() ||
         *step.path == expression.path;
}

}  // namespace schemadiff
