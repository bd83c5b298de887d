#include "engine/objects/published_table/published_table.h"

#include <algorithm>

#include "engine/model/ancestors.h"
#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"
#include "engine/objects/write.h"

namespace schemadiff {

namespace {

std::string alter_publication(const PublishedTable& table, const std::string& action) {
  return alter_statement("PUBLICATION " + quote(table.id.sub), action);
}

// Of the table, beside those that `other` names.
bool has_more_columns(const PublishedTable& table, const PublishedTable& other) {
  if (other.columns.empty()) return false;
  const auto is_there = [&](Identifier column) {
    return std::find(other.columns.begin(), other.columns.end(), column) != other.columns.end();
  };
  return table.columns.empty() ||
         !std::all_of(table.columns.begin(), table.columns.end(), is_there);
}

void add_widening(const PublishedTable& live, const PublishedTable& desired, Step& step) {
  if (has_more_columns(desired, live)) {
    add_hazard(step, HazardCode::widens_access, "subscribers get columns that they did not get");
  }
  if (live.where.empty() || live.where == desired.where) return;
  add_hazard(step, HazardCode::widens_access,
             desired.where.empty() ? "subscribers get rows that the filter kept from them"
                                   : "subscribers may get rows that the filter kept from them");
}

void add_narrowing(const PublishedTable& live, const PublishedTable& desired, Step& step) {
  if (has_more_columns(live, desired)) {
    add_hazard(step, HazardCode::breaks_clients, "subscribers get fewer columns of the table");
  }
  if (desired.where.empty() || live.where == desired.where) return;
  add_hazard(step, HazardCode::breaks_clients,
             "subscribers get no more changes of rows that the filter keeps from them");
}

// Published tables of the same publication above and below a table of a partition tree.
template <class Visit>
void visit_relatives(const Catalog& catalog, const PublishedTable& of, const Visit& visit) {
  const auto is_above = [&](const ObjectId& above, const ObjectId& below) {
    const std::vector<ObjectId> ancestors = ancestors_of(catalog, below);
    return std::find(ancestors.begin(), ancestors.end(), above) != ancestors.end();
  };
  for (const auto& [id, other] : catalog.objects<PublishedTable>()) {
    if (id.sub != of.id.sub || other.table == of.table) continue;
    if (is_above(other.table, of.table) || is_above(of.table, other.table)) visit(other);
  }
}

}  // namespace

std::string published_sql(const PublishedTable& table) {
  std::string sql = qualified_name(table.table);
  if (!table.columns.empty()) sql += " (" + column_list(table.columns) + ")";
  if (!table.where.empty()) sql += " WHERE " + parenthesised(table.where.text);
  return sql;
}

void note_lost_filter(const PublishedTable& table, Step& step) {
  if (table.where.empty() && table.columns.empty()) return;
  add_hazard(step, HazardCode::widens_access,
             "subscribers get every column and row of " + qualified_name(table.table) +
                 ", which the publication has no filter and no column list for any more");
}

template <>
void Rules<PublishedTable>::expressions(PublishedTable& object, const ExpressionVisitor& visit) {
  if (object.where.empty()) return;
  ExpressionScope scope;
  scope.relation = object.table;
  visit(object.where, scope);
}

template <>
void Rules<PublishedTable>::references(const PublishedTable& object, ReferenceSink& sink) {
  sink.object(object.table);
  for (const Identifier name : object.columns) {
    sink.object(object.table.with_sub(Kind::column, name));
  }
  sink.object(object_id(Kind::publication, {}, object.id.sub));
}

template <>
void Rules<PublishedTable>::create(const PublishedTable& object, StepBuilder& steps) {
  Step& step = steps.add(Verb::create, object,
                         alter_publication(object, "ADD TABLE ONLY " + published_sql(object)));
  if (!object.where.empty()) use(step, object.where);
  if (const auto* live = steps.live.find<PublishedTable>(object.id)) {
    add_widening(*live, object, step);
    add_narrowing(*live, object, step);
  }
  // Another of its tree goes, with its filter and columns.
  visit_relatives(steps.live, object, [&](const PublishedTable& other) {
    if (!steps.desired.contains(other.id)) add_widening(other, object, step);
  });
  take_lock(step, steps, object.table, Lock::share_update_exclusive);
}

// ALTER PUBLICATION … SET TABLE would need all the others again.
template <>
bool Rules<PublishedTable>::alter(const PublishedTable&, const PublishedTable&, const FieldChanges&,
                                  StepBuilder&) {
  return false;
}

template <>
void Rules<PublishedTable>::drop(const PublishedTable& object, StepBuilder& steps) {
  Step& step =
      steps.add(Verb::drop, object,
                alter_publication(object, "DROP TABLE ONLY " + qualified_name(object.table)));
  if (steps.desired.contains(object.id)) return;
  const ObjectId schema = object_id(Kind::published_schema, {}, object.id.sub, object.table.schema);
  if (steps.desired.contains(schema)) {  // which has the table
    note_lost_filter(object, step);
    return;
  }
  bool is_covered = false;
  visit_relatives(steps.desired, object, [&](const PublishedTable& other) {
    is_covered = true;
    if (steps.live.contains(other.id)) add_widening(object, other, step);
  });
  if (is_covered) return;
  add_hazard(step, HazardCode::breaks_clients, "subscribers get no more changes of the table");
}

}  // namespace schemadiff
