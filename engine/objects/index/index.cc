#include "engine/objects/index/index.h"

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"
#include "engine/objects/index_storage.h"
#include "engine/objects/write.h"

namespace schemadiff {

std::string display(const IndexElement& element) { return index_element_sql(element); }

namespace {

std::string definition(const Index& index, Step& step) {
  std::string sql = index.unique ? "CREATE UNIQUE INDEX " : "CREATE INDEX ";
  sql += quote(index.id.name) + " ON " + qualified_name(index.table);
  if (index.method != Identifier("btree")) sql += " USING " + quote(index.method);
  std::string elements;
  for (const IndexElement& element : index.elements) {
    if (!element.expression.empty()) use(step, element.expression);
    elements += (elements.empty() ? "" : ", ") + index_element_sql(element);
  }
  sql += " (" + elements + ")";
  if (!index.include.empty()) sql += " INCLUDE (" + column_list(index.include) + ")";
  if (index.nulls_not_distinct) sql += " NULLS NOT DISTINCT";
  if (!index.options.empty()) sql += "\n    WITH (" + options_list(index.options) + ")";
  if (!index.tablespace.empty()) sql += "\n    TABLESPACE " + quote(index.tablespace);
  if (!index.predicate.empty()) sql += "\n    WHERE " + use(step, index.predicate);
  return sql;
}

std::string statistics_sql(const Index& index, const std::string& column,
                           const std::string& target) {
  return alter_statement("INDEX " + qualified_name(index.id),
                         "ALTER COLUMN " + column + " SET STATISTICS " + target);
}

void attach(const Index& index, Verb verb, StepBuilder& steps) {
  const ObjectId& parent = *index.attached_to;
  const ObjectId parent_index =
      parent.kind == Kind::constraint ? object_id(Kind::index, parent.schema, parent.sub) : parent;
  Step& step = steps.add(verb, index,
                         alter_statement("INDEX " + qualified_name(parent_index),
                                         "ATTACH PARTITION " + qualified_name(index.id)));
  step.consumes.push_back(parent);
  step.consumes.push_back(index.id);
  take_lock(step, steps, index.table, Lock::access_exclusive);
}

void cluster(const Index& index, Verb verb, StepBuilder& steps) {
  Step& step = steps.add(verb, index, cluster_sql(index.table, index.id.name, steps));
  take_lock(step, steps, index.table, Lock::access_exclusive);
}

}  // namespace

template <>
void Rules<Index>::expressions(Index& object, const ExpressionVisitor& visit) {
  const auto scalar = [&](SqlExpression& expression) {
    if (expression.empty()) return;
    ExpressionScope scope;
    scope.relation = object.table;
    visit(expression, scope);
  };
  for (IndexElement& element : object.elements) scalar(element.expression);
  scalar(object.predicate);
}

template <>
void Rules<Index>::references(const Index& object, ReferenceSink& sink) {
  sink.object(object.table);
  const auto column = [&](Identifier name) {
    if (!name.empty()) sink.object(object.table.with_sub(Kind::column, name));
  };
  for (const IndexElement& element : object.elements) column(element.column);
  for (const Identifier name : object.include) column(name);
}

template <>
void Rules<Index>::create(const Index& object, StepBuilder& steps) {
  Step& step = steps.add(Verb::create, object, "");
  step.sql = definition(object, step);
  // Those of partitions come first: the parent's then takes them in instead of making new ones.
  for (const Table* child : steps.desired_members(object.table).children) {
    for (const Index* other : steps.desired_members(child->id).indexes) {
      if (other->attached_to == object.id) step.consumes.push_back(other->id);
    }
  }
  if (take_lock(step, steps, object.table, Lock::share)) {
    add_hazard(step, HazardCode::blocking_index_build,
               "nobody can write to " + qualified_name(object.table) + " while it is built");
  }
  if (object.attached_to && steps.live.contains(*object.attached_to))
    attach(object, Verb::create, steps);
  for (const auto& [column, target] : object.statistics) {
    steps.add(Verb::create, object, statistics_sql(object, column, target));
  }
  if (object.clustered) cluster(object, Verb::create, steps);
}

template <>
bool Rules<Index>::alter(const Index& live, const Index& desired, const FieldChanges& changes,
                         StepBuilder& steps) {
  if (!changes.only({"options", "tablespace", "statistics", "clustered", "attached to"}))
    return false;
  if (changes.has("attached to") && live.attached_to) return false;
  alter_index_storage(desired, desired.id, live.options, desired.options, live.tablespace,
                      desired.tablespace, steps);
  if (changes.has("statistics")) {
    for (const auto& change : option_changes(live.statistics, desired.statistics).set) {
      steps.add(Verb::alter, desired, statistics_sql(desired, change.first, change.second));
    }
    for (const auto& change : option_changes(live.statistics, desired.statistics).reset) {
      steps.add(Verb::alter, desired, statistics_sql(desired, change.first, "-1"));
    }
  }
  if (changes.has("clustered")) {
    if (desired.clustered) {
      cluster(desired, Verb::alter, steps);
    } else {
      uncluster(desired, desired.table, steps);
    }
  }
  if (changes.has("attached to")) attach(desired, Verb::alter, steps);
  return true;
}

template <>
void Rules<Index>::drop(const Index& object, StepBuilder& steps) {
  // Goes with the index of the partitioned parent; PostgreSQL allows no other way.
  if (object.attached_to && steps.live.contains(*object.attached_to)) return;
  Step& step = steps.add(Verb::drop, object, "DROP INDEX " + qualified_name(object.id));
  for (const Table* child : steps.live_members(object.table).children) {
    for (const Index* other : steps.live_members(child->id).indexes) {
      if (other->attached_to == object.id) step.destroys.push_back(other->id);
    }
  }
  take_lock(step, steps, object.table, Lock::access_exclusive);
}

}  // namespace schemadiff
