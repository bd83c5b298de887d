#include "engine/objects/statistics/statistics.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"
#include "engine/objects/write.h"

namespace schemadiff {

namespace {

std::string target_sql(const Statistics& statistics) {
  return alter_statement("STATISTICS " + qualified_name(statistics.id),
                         "SET STATISTICS " + std::to_string(statistics.target));
}

}  // namespace

template <>
void Rules<Statistics>::expressions(Statistics& object, const ExpressionVisitor& visit) {
  for (SqlExpression& expression : object.expressions) {
    ExpressionScope scope;
    scope.relation = object.table;
    visit(expression, scope);
  }
}

template <>
void Rules<Statistics>::references(const Statistics& object, ReferenceSink& sink) {
  sink.schema(object.id.schema);
  sink.object(object.table);
  for (const Identifier name : object.columns) {
    sink.object(object.table.with_sub(Kind::column, name));
  }
}

template <>
void Rules<Statistics>::create(const Statistics& object, StepBuilder& steps) {
  Step& step = steps.add(Verb::create, object, "");
  std::string sql = "CREATE STATISTICS " + qualified_name(object.id);
  const std::vector<std::string> all = {"dependencies", "mcv", "ndistinct"};
  if (!object.kinds.empty() && object.kinds != all) {
    std::string kinds;
    for (const std::string& kind : object.kinds) kinds += (kinds.empty() ? "" : ", ") + kind;
    sql += " (" + kinds + ")";
  }
  std::string on = column_list(object.columns);
  for (const SqlExpression& expression : object.expressions) {
    on += (on.empty() ? "" : ", ") + parenthesised(use(step, expression));
  }
  step.sql = sql + "\n    ON " + on + "\n    FROM " + qualified_name(object.table);
  take_lock(step, steps, object.table, Lock::share_update_exclusive);
  if (object.target == -1) return;
  steps.add(Verb::create, object, target_sql(object));
}

template <>
bool Rules<Statistics>::alter(const Statistics&, const Statistics& desired,
                              const FieldChanges& changes, StepBuilder& steps) {
  if (!changes.only({"target"})) return false;
  Step& step = steps.add(Verb::alter, desired, target_sql(desired));
  take_lock(step, steps, desired.table, Lock::share_update_exclusive);
  return true;
}

template <>
void Rules<Statistics>::drop(const Statistics& object, StepBuilder& steps) {
  steps.add(Verb::drop, object, "DROP STATISTICS " + qualified_name(object.id));
}

}  // namespace schemadiff
