#include "engine/objects/enum_type/enum_type.h"

#include <algorithm>

#include "engine/model/default_names.h"
#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"

namespace schemadiff {

template <>
void Rules<EnumType>::expressions(EnumType&, const ExpressionVisitor&) {}

template <>
void Rules<EnumType>::references(const EnumType& object, ReferenceSink& sink) {
  sink.schema(object.id.schema);
}

namespace {

std::string create_sql(const EnumType& type) {
  std::string sql = "CREATE TYPE " + qualified_name(type.id) + " AS ENUM (";
  for (size_t i = 0; i < type.labels.size(); ++i) {
    sql += (i == 0 ? "\n    " : ",\n    ") + quote_literal(type.labels[i]);
  }
  return sql + (type.labels.empty() ? ")" : "\n)");
}

// A name that no type of the schema has on either side.
Identifier name_aside(const ObjectId& type, const StepBuilder& steps) {
  return Identifier(choose_object_name(type.name.str(), "", "old", [&](std::string_view name) {
    return steps.live.find_type(type.schema, Identifier(name)).known() ||
           steps.desired.find_type(type.schema, Identifier(name)).known();
  }));
}

bool is_partitioned_by(const Column& column, const StepBuilder& steps) {
  const Table* table = steps.desired.find<Table>(column.id.container(Kind::table));
  if (table == nullptr || !table->partition_key) return false;
  const auto& elements = table->partition_key->elements;
  return std::any_of(elements.begin(), elements.end(), [&](const PartitionKeyElement& element) {
    return element.column == column.id.sub;
  });
}

// The columns that have the type before and after, in the order of their ids.
std::vector<const Column*> columns_carried(const ObjectId& type, const StepBuilder& steps) {
  std::vector<const Column*> out;
  for (const Column* column : steps.live.sorted<Column>()) {
    const Column* wanted = steps.desired.find<Column>(column->id);
    const bool stays = wanted != nullptr && wanted->type.object == type && !wanted->generated;
    if (column->type.object == type && stays && !column->generated) out.push_back(column);
  }
  return out;
}

// What can't follow its column to another type; "": nothing.
std::string obstacle(const std::vector<const Column*>& columns, const StepBuilder& steps) {
  for (const Column* column : columns) {
    if (is_partitioned_by(*column, steps)) {
      return qualified_name(column->id.container(Kind::table)) + " is partitioned by " +
             quote(column->id.sub) + ", which has this type";
    }
    const Members& members = steps.live_members(column->id.container(Kind::table));
    for (const Constraint* constraint : members.constraints) {
      const auto& own = constraint->columns;
      if (constraint->foreign_key &&
          std::find(own.begin(), own.end(), column->id.sub) != own.end()) {
        return describe(constraint->id) + " is over values of this type";
      }
    }
  }
  return "";
}

// PostgreSQL can't take a value from an enum, nor move one: another type takes its place, and the
// columns go over to it by their values' names.
void replace(const EnumType& live, const EnumType& desired, const std::vector<std::string>& removed,
             StepBuilder& steps) {
  const std::vector<const Column*> columns = columns_carried(live.id, steps);
  if (const std::string reason = obstacle(columns, steps); !reason.empty()) {
    steps.refuse(desired, "its values can't be removed or reordered: " + reason);
    return;
  }
  const Identifier aside = name_aside(live.id, steps);
  const std::string type = qualified_name(desired.id);
  Step& rename =
      steps.add(Verb::alter, desired, alter_statement("TYPE " + type, "RENAME TO " + quote(aside)));
  rename.produces.clear();
  rename.destroys.push_back(live.id);
  for (const Column* column : columns) rename.displaces.push_back(column->id);
  for (const std::string& label : removed) {
    add_hazard(rename, HazardCode::data_loss,
               "removes the value " + quote_literal(label) + "; while a row holds it, this fails");
  }
  steps.add(Verb::alter, desired, create_sql(desired));
  // All columns of a table in one statement: it is written anew only once.
  for (size_t i = 0; i < columns.size();) {
    const ObjectId table = columns[i]->id.container(Kind::table);
    std::string actions;
    for (; i < columns.size() && columns[i]->id.container(Kind::table) == table; ++i) {
      if (columns[i]->inherited) continue;  // PostgreSQL takes it along
      const std::string array = columns[i]->type.sql.ends_with("[]") ? "[]" : "";
      const std::string name = quote(columns[i]->id.sub);
      if (!actions.empty()) actions += ",\n    ";
      actions += "ALTER COLUMN " + name + " TYPE " + type + array + " USING " + name + "::text" +
                 array + "::" + type + array;
    }
    if (actions.empty()) continue;
    Step& step = steps.add(Verb::alter, desired, alter_table(table, actions));
    step.produces.clear();
    step.rewrites = true;
    take_lock(step, steps, table, Lock::access_exclusive);
    add_hazard(step, HazardCode::table_rewrite,
               "writes " + qualified_name(table) + " and its indexes anew while nobody can use it");
  }
  if (!columns.empty()) {
    Step& last = steps.steps().back();
    for (const Column* column : columns) last.produces.push_back(column->id);
  }
  Step& drop =
      steps.add(Verb::alter, desired, "DROP TYPE " + QualifiedName{live.id.schema, aside}.sql());
  drop.produces.clear();
}

}  // namespace

template <>
void Rules<EnumType>::create(const EnumType& object, StepBuilder& steps) {
  steps.add(Verb::create, object, create_sql(object));
}

template <>
bool Rules<EnumType>::alter(const EnumType& live, const EnumType& desired, const FieldChanges&,
                            StepBuilder& steps) {
  const auto has = [](const EnumType& type, const std::string& label) {
    return std::find(type.labels.begin(), type.labels.end(), label) != type.labels.end();
  };
  std::vector<std::string> removed;
  for (const std::string& label : live.labels) {
    if (!has(desired, label)) removed.push_back(label);
  }
  std::vector<std::string> kept;
  for (const std::string& label : desired.labels) {
    if (has(live, label)) kept.push_back(label);
  }
  if (kept != live.labels) {
    replace(live, desired, removed, steps);
    return true;
  }
  const std::string target = "TYPE " + qualified_name(desired.id);
  for (size_t i = 0; i < desired.labels.size(); ++i) {
    if (has(live, desired.labels[i])) continue;
    // What stands before it is there by now; at the end no position need be said.
    const auto next =
        std::find_if(desired.labels.begin() + static_cast<std::ptrdiff_t>(i), desired.labels.end(),
                     [&](const std::string& label) { return has(live, label); });
    std::string action = "ADD VALUE " + quote_literal(desired.labels[i]);
    if (next != desired.labels.end()) {
      action += i > 0 ? " AFTER " + quote_literal(desired.labels[i - 1])
                      : " BEFORE " + quote_literal(*next);
    }
    Step& step = steps.add(Verb::alter, desired, alter_statement(target, action));
    step.transaction = Transaction::commit_before_use;
  }
  return true;
}

template <>
void Rules<EnumType>::drop(const EnumType& object, StepBuilder& steps) {
  steps.add(Verb::drop, object, "DROP TYPE " + qualified_name(object.id));
}

}  // namespace schemadiff
