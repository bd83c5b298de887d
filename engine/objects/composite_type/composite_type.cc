#include "engine/objects/composite_type/composite_type.h"

#include <algorithm>
#include <set>

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/column/column_definition.h"
#include "engine/objects/column/type_change.h"
#include "engine/objects/effects.h"

namespace schemadiff {

std::string display(const CompositeAttribute& attribute) {
  std::string out = quote(attribute.name) + " " + attribute.type.sql;
  if (!attribute.collation.empty()) out += " COLLATE " + attribute.collation.sql();
  return out;
}

namespace {

// A column that stores values of the type, as a sentence names it; "" if there is none.
std::string user_of(const Catalog& catalog, const ObjectId& type) {
  std::optional<ObjectId> user;
  for (const auto& [id, column] : catalog.objects<Column>()) {
    if (column.type.object == type && (!user || id < *user)) user = id;
  }
  return user ? describe(*user) : "";
}

struct TypedTables {
  std::vector<ObjectId> tables;    // OF the type on both sides, and not made anew
  std::vector<ObjectId> affected;  // those, and what inherits from them
  bool cascades = false;           // some live table is OF the type
  std::set<Identifier> keys;       // columns that one of them is partitioned by
};

// CASCADE changes the columns of tables OF the type with it.
TypedTables typed_tables(const ObjectId& type, const StepBuilder& steps) {
  TypedTables out;
  for (const auto& [id, table] : steps.live.objects<Table>()) {
    if (table.of_type.object != type) continue;
    out.cascades = true;
    if (table.partition_key) {
      for (const PartitionKeyElement& element : table.partition_key->elements) {
        out.keys.insert(element.column);
      }
    }
    const Table* desired = steps.desired.find<Table>(id);
    if (desired == nullptr || desired->of_type.object != type) continue;
    if (!steps.moves.anew.contains(id)) out.tables.push_back(id);
  }
  std::sort(out.tables.begin(), out.tables.end());
  out.affected = out.tables;
  for (size_t i = 0; i < out.affected.size(); ++i) {
    for (const Table* child : steps.live_members(out.affected[i]).children) {
      if (steps.moves.anew.contains(child->id)) continue;
      if (std::find(out.affected.begin(), out.affected.end(), child->id) == out.affected.end()) {
        out.affected.push_back(child->id);
      }
    }
  }
  return out;
}

// Adds the hazards of a column that the step drops or changes.
void change_columns(Step& step, const std::vector<ObjectId>& tables, const TypeChange& change,
                    const std::string& loss, StepBuilder& steps) {
  for (const ObjectId& table : tables) {
    take_lock(step, steps, table, Lock::access_exclusive);
    const std::string name = qualified_name(table);
    if (change.rewrites) {
      step.rewrites = true;
      add_hazard(step, HazardCode::table_rewrite,
                 "writes " + name + " and its indexes anew while nobody can use it");
    }
    if (!change.keeps_values) add_hazard(step, HazardCode::data_loss, loss + " in " + name);
  }
}

}  // namespace

template <>
void Rules<CompositeType>::expressions(CompositeType&, const ExpressionVisitor&) {}

template <>
void Rules<CompositeType>::references(const CompositeType& object, ReferenceSink& sink) {
  sink.schema(object.id.schema);
  for (const CompositeAttribute& attribute : object.attributes) {
    sink.type(attribute.type);
    sink.collation(attribute.collation);
  }
}

template <>
void Rules<CompositeType>::create(const CompositeType& object, StepBuilder& steps) {
  std::string sql = "CREATE TYPE " + qualified_name(object.id) + " AS (";
  for (size_t i = 0; i < object.attributes.size(); ++i) {
    sql += (i == 0 ? "\n    " : ",\n    ") + display(object.attributes[i]);
  }
  sql += object.attributes.empty() ? ")" : "\n)";
  steps.add(Verb::create, object, std::move(sql));
}

template <>
bool Rules<CompositeType>::alter(const CompositeType& live, const CompositeType& desired,
                                 const FieldChanges&, StepBuilder& steps) {
  const auto find = [](const CompositeType& type, Identifier name) {
    return std::find_if(type.attributes.begin(), type.attributes.end(),
                        [&](const CompositeAttribute& a) { return a.name == name; });
  };
  // What is left after the drops, in its order, and then what is added, is what PostgreSQL makes.
  std::vector<Identifier> result;
  for (const CompositeAttribute& attribute : live.attributes) {
    if (find(desired, attribute.name) != desired.attributes.end()) result.push_back(attribute.name);
  }
  for (const CompositeAttribute& attribute : desired.attributes) {
    if (find(live, attribute.name) == live.attributes.end()) result.push_back(attribute.name);
  }
  for (size_t i = 0; i < result.size(); ++i) {
    if (result[i] == desired.attributes[i].name) continue;
    steps.refuse(desired,
                 "PostgreSQL can't put the attribute " + quote(desired.attributes[i].name) +
                     " where it is wanted: new attributes go last",
                 "move it to the end of the type");
    return true;
  }
  const std::string user = user_of(steps.live, live.id);
  const std::string target = "TYPE " + qualified_name(desired.id);
  const TypedTables typed = typed_tables(live.id, steps);
  const std::vector<ObjectId>& tables = typed.affected;
  const std::string cascade = typed.cascades ? " CASCADE" : "";
  const auto for_each_column = [&](Identifier attribute, std::vector<ObjectId>& out) {
    for (const ObjectId& table : tables) out.push_back(table.with_sub(Kind::column, attribute));
  };
  for (const CompositeAttribute& attribute : live.attributes) {
    if (find(desired, attribute.name) != desired.attributes.end()) continue;
    Step& step =
        steps.add(Verb::alter, desired,
                  alter_statement(target, "DROP ATTRIBUTE " + quote(attribute.name) + cascade));
    for_each_column(attribute.name, step.destroys);
    change_columns(step, tables, {true, false, false, ""},
                   "drops the column " + quote(attribute.name) + " and its values", steps);
    if (!user.empty()) {
      add_hazard(step, HazardCode::data_loss,
                 "drops the attribute " + quote(attribute.name) + " and its values in " + user);
    }
    if (attribute.type.object.known()) step.releases.push_back(attribute.type.object);
  }
  for (const CompositeAttribute& attribute : desired.attributes) {
    const auto old = find(live, attribute.name);
    if (old == live.attributes.end()) {
      Step& step =
          steps.add(Verb::alter, desired,
                    alter_statement(target, "ADD ATTRIBUTE " + display(attribute) + cascade));
      for_each_column(attribute.name, step.produces);
      change_columns(step, tables, {true, true, false, ""}, "", steps);
      for (const ObjectId& table : tables) {
        const ObjectId id = table.with_sub(Kind::column, attribute.name);
        const Column* column = steps.desired.find<Column>(id);
        if (column != nullptr && column->inherited) {
          set_apart(*column, false, steps);
        } else if (column != nullptr) {
          settle_in_typed_table(*column, steps);
        }
      }
      continue;
    }
    if (*old == attribute) continue;
    if (!user.empty()) {
      steps.steps().clear();
      steps.refuse(desired, "PostgreSQL can't change the type of the attribute " +
                                quote(attribute.name) + " while " + user + " uses it");
      return true;
    }
    if (typed.keys.contains(attribute.name)) {
      steps.steps().clear();
      steps.refuse(desired, "PostgreSQL can't change the type of the attribute " +
                                quote(attribute.name) +
                                ": a table of the type is partitioned by it");
      return true;
    }
    const TypeChange change = classify_type_change(old->type, attribute.type, steps);
    if (!tables.empty() && !change.assignable) {
      steps.steps().clear();
      steps.refuse(desired, "PostgreSQL can't change the type of the attribute " +
                                quote(attribute.name) + " in " + qualified_name(tables.front()) +
                                ": there is no assignment cast from " + old->type.sql + " to " +
                                attribute.type.sql);
      return true;
    }
    std::string action = "ALTER ATTRIBUTE " + quote(attribute.name) + " TYPE " + attribute.type.sql;
    if (!attribute.collation.empty()) action += " COLLATE " + attribute.collation.sql();
    Step& step = steps.add(Verb::alter, desired, alter_statement(target, action + cascade));
    for_each_column(attribute.name, step.displaces);
    change_columns(
        step, tables, change,
        "not every " + old->type.sql + " is known to keep its value as " + attribute.type.sql,
        steps);
    if (old->type.object.known()) step.releases.push_back(old->type.object);
  }
  return true;
}

template <>
void Rules<CompositeType>::drop(const CompositeType& object, StepBuilder& steps) {
  steps.add(Verb::drop, object, "DROP TYPE " + qualified_name(object.id));
}

}  // namespace schemadiff
