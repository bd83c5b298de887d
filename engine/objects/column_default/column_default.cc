#include "engine/objects/column_default/column_default.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"
#include "engine/objects/partitions.h"
#include "engine/objects/sequence/follow.h"
#include "engine/objects/table/moves.h"
#include "engine/objects/write.h"

namespace schemadiff {

namespace {

bool is_integer(const TypeRef& type) {
  return type.sql == "smallint" || type.sql == "integer" || type.sql == "bigint";
}

// "TABLE public.t", or the view whose column it is.
std::string target_of(const ColumnDefault& object, const Catalog& catalog) {
  const bool of_view = catalog.contains(object.id.container(Kind::view));
  return (of_view ? "VIEW " : "TABLE ") + qualified_name(object.id.container(Kind::table));
}

Step& set_default(const ColumnDefault& object, Verb verb, StepBuilder& steps) {
  Step& step = steps.add(verb, object, "");
  const std::string action =
      object.expression.empty() ? " DROP DEFAULT" : " SET DEFAULT " + use(step, object.expression);
  step.sql = alter_statement(target_of(object, steps.desired),
                             "ALTER COLUMN " + quote(object.id.sub) + action);
  take_lock(step, steps, object.id, Lock::access_exclusive);
  // What is done to the parent's is done to this one as well.
  for (const ObjectId& above : ancestors_of(steps.desired, object.id)) {
    const ObjectId id = above.with_sub(Kind::column_default, object.id.sub);
    step.consumes.push_back(id);
    step.supersedes.push_back(id);
  }
  return step;
}

// The sequence is new, and the table is not.
void follow_rows(const ColumnDefault& object, StepBuilder& steps) {
  const ObjectId table = object.id.container(Kind::table);
  const ObjectId id = table.with_sub(Kind::column, object.id.sub);
  const Column* before = steps.live.find<Column>(id);
  const Column* after = steps.desired.find<Column>(id);
  if (before == nullptr || after == nullptr || !is_integer(after->type)) return;
  const ColumnDefault* old = steps.live.find<ColumnDefault>(object.id);
  if (old != nullptr && old->expression == object.expression) return;  // it only comes back
  // It goes on where another one stands.
  const bool anew = steps.moves.anew.contains(table);
  if (before->identity && incoming_sequence(id, steps) != nullptr) return;
  if (before->generated || (anew && !outgoing_sequences(*before, steps).empty())) return;
  const Table* live = steps.live.find<Table>(table);
  if (live == nullptr || !live->server.empty()) return;
  for (const ObjectId& used : object.expression.references) {
    const Sequence* sequence = steps.desired.find<Sequence>(used);
    if (sequence == nullptr || steps.live.contains(used)) continue;
    Step& step = continue_after_rows(object, quote_literal(qualified_name(used)),
                                     "(SELECT last_value FROM " + qualified_name(used) + ")",
                                     sequence->options, id, steps);
    step.produces.clear();
    step.consumes = {used, id};
    if (anew) {
      step.consumes.push_back(moved_rows(root_of_move(table, steps)));
    }
  }
}

}  // namespace

template <>
void Rules<ColumnDefault>::expressions(ColumnDefault& object, const ExpressionVisitor& visit) {
  if (object.expression.empty()) return;
  ExpressionScope scope;
  scope.relation = object.id.container(Kind::table);
  visit(object.expression, scope);
}

template <>
void Rules<ColumnDefault>::references(const ColumnDefault& object, ReferenceSink& sink) {
  sink.relation(object.id.schema, object.id.name);
  sink.object(object.id.with_sub(Kind::column, object.id.sub));
}

template <>
void Rules<ColumnDefault>::create(const ColumnDefault& object, StepBuilder& steps) {
  Step& step = set_default(object, Verb::create, steps);
  if (object.expression.empty()) return;
  TableClause clause;
  clause.table = object.id.container(Kind::table);
  clause.column = object.id.sub;
  clause.sql = "DEFAULT " + default_sql(object.expression.text);
  step.clause = std::move(clause);
  follow_rows(object, steps);
}

template <>
bool Rules<ColumnDefault>::alter(const ColumnDefault& live, const ColumnDefault& desired,
                                 const FieldChanges&, StepBuilder& steps) {
  release(set_default(desired, Verb::alter, steps), live.expression);
  follow_rows(desired, steps);
  return true;
}

template <>
void Rules<ColumnDefault>::drop(const ColumnDefault& object, StepBuilder& steps) {
  Step& step = steps.add(Verb::drop, object,
                         alter_statement(target_of(object, steps.live),
                                         "ALTER COLUMN " + quote(object.id.sub) + " DROP DEFAULT"));
  take_lock(step, steps, object.id, Lock::access_exclusive);
  release(step, object.expression);
}

}  // namespace schemadiff
