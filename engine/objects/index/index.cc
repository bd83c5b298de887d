#include "engine/objects/index/index.h"

#include <algorithm>

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"
#include "engine/objects/index_storage.h"
#include "engine/objects/partitions.h"
#include "engine/objects/write.h"

namespace schemadiff {

std::string display(const IndexElement& element) { return index_element_sql(element); }

namespace {

std::string definition(const Index& index, Step& step) {
  std::string sql = index.unique ? "CREATE UNIQUE INDEX " : "CREATE INDEX ";
  // Of a partitioned table, and not all partitions have their part of it: ONLY makes it invalid.
  sql += quote(index.id.name) + (index.valid ? " ON " : " ON ONLY ") + qualified_name(index.table);
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

// Of a partitioned table's index alone, as ALTER INDEX can't say: its parts have their own.
std::string statistics_sql(const Index& index, const std::string& column, const std::string& target,
                           const StepBuilder& steps) {
  const bool partitioned = is_partitioned(steps.desired, index.table);
  return alter_statement((partitioned ? "TABLE ONLY " : "INDEX ") + qualified_name(index.id),
                         "ALTER COLUMN " + column + " SET STATISTICS " + target);
}

bool can_alter(const Index& live, const Index& desired, const FieldChanges& changes,
               const StepBuilder& steps) {
  if (!changes.only({"options", "tablespace", "statistics", "clustered", "valid", "attached to"}))
    return false;
  if (changes.has("options") && is_partitioned(steps.live, live.table)) return false;
  if (changes.has("attached to") && live.attached_to) return false;
  return !changes.has("valid") ||
         (desired.valid && is_completed_by_parts(desired.table, desired.id, steps));
}

// PostgreSQL drops no part of an index that stays.
bool is_held(const Index& part, const StepBuilder& steps) {
  if (!goes_with_parent(part.table, part.attached_to, steps)) return false;
  const Index* before = steps.live.find<Index>(*part.attached_to);
  const Index* after = steps.desired.find<Index>(*part.attached_to);
  if (before == nullptr || after == nullptr) return false;
  return can_alter(*before, *after, compare_fields(*before, *after), steps) ||
         is_held(*before, steps);
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
  for (const IndexElement& element : object.elements) {
    column(element.column);
    sink.collation(element.collation);
    sink.operator_class(element.operator_class, object.method);
  }
  sink.object(object_id(Kind::access_method, {}, object.method));
  for (const Identifier name : object.include) column(name);
}

template <>
void Rules<Index>::create(const Index& object, StepBuilder& steps) {
  Step& step = steps.add(Verb::create, object, "");
  step.sql = definition(object, step);
  if (object.valid) {
    consume_parts(object.table, object.id, step, steps);
  } else {
    consume_children(object.table, step, steps);
  }
  if (!object.attached_to) keep_apart(object.table, index_shape(object), step, steps);
  if (take_lock(step, steps, object.table, Lock::share)) {
    add_hazard(step, HazardCode::blocking_index_build,
               "nobody can write to " + qualified_name(object.table) + " while it is built");
  }
  if (object.attached_to) {
    attach_part(object, object.table, *object.attached_to, Verb::create, steps);
  }
  for (const auto& [column, target] : object.statistics) {
    steps.add(Verb::create, object, statistics_sql(object, column, target, steps));
  }
  if (object.clustered) cluster(object, Verb::create, steps);
}

template <>
bool Rules<Index>::alter(const Index& live, const Index& desired, const FieldChanges& changes,
                         StepBuilder& steps) {
  if (!can_alter(live, desired, changes, steps)) {
    if (!is_held(live, steps)) return false;
    steps.refuse(desired,
                 "it is a part of " + describe(*live.attached_to) +
                     ", which stays: PostgreSQL lets no part of an index go by itself",
                 "change that of the partitioned table too, or leave the part as it is");
    return true;
  }
  alter_index_storage(desired, desired.id, live.options, desired.options, live.tablespace,
                      desired.tablespace, steps);
  if (changes.has("statistics")) {
    for (const auto& change : option_changes(live.statistics, desired.statistics).set) {
      steps.add(Verb::alter, desired, statistics_sql(desired, change.first, change.second, steps));
    }
    for (const auto& change : option_changes(live.statistics, desired.statistics).reset) {
      steps.add(Verb::alter, desired, statistics_sql(desired, change.first, "-1", steps));
    }
  }
  if (changes.has("clustered")) {
    if (desired.clustered) {
      cluster(desired, Verb::alter, steps);
    } else {
      uncluster(desired, desired.table, steps);
    }
  }
  if (changes.has("attached to")) {
    attach_part(desired, desired.table, *desired.attached_to, Verb::alter, steps);
  }
  return true;
}

template <>
void Rules<Index>::drop(const Index& object, StepBuilder& steps) {
  if (goes_with_parent(object.table, object.attached_to, steps)) return;
  // A constraint takes it over.
  if (constraint_using(object, steps) != nullptr) return;
  Step& step = steps.add(Verb::drop, object, "DROP INDEX " + qualified_name(object.id));
  destroy_parts(object.table, object.id, step, steps);
  take_lock(step, steps, object.table, Lock::access_exclusive);
}

}  // namespace schemadiff
