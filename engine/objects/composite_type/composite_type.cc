#include "engine/objects/composite_type/composite_type.h"

#include <algorithm>
#include <set>

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/column/column_definition.h"
#include "engine/objects/column/type_change.h"
#include "engine/objects/composite_type/attribute_order.h"
#include "engine/objects/effects.h"
#include "engine/objects/type_moves.h"

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
  std::vector<ObjectId> tables;   // OF the type on both sides, not made anew; and their children
  std::vector<ObjectId> leaving;  // OF it no longer, before it changes: they keep their columns
  bool cascades = false;          // some table is OF the type then
  std::set<Identifier> keys;      // columns that one of those is partitioned by
};

// CASCADE changes the columns of tables OF the type with it.
TypedTables typed_tables(const ObjectId& type, const StepBuilder& steps) {
  TypedTables out;
  for (const auto& [id, table] : steps.live.objects<Table>()) {
    if (table.of_type.object != type) continue;
    const Table* desired = steps.desired.find<Table>(id);
    const bool stays = desired != nullptr && desired->of_type.object == type;
    if (desired != nullptr && !stays && !steps.moves.anew.contains(id)) {
      out.leaving.push_back(id);
      continue;
    }
    out.cascades = true;
    if (table.partition_key) {
      for (const PartitionKeyElement& element : table.partition_key->elements) {
        out.keys.insert(element.column);
      }
    }
    if (stays && !steps.moves.anew.contains(id)) out.tables.push_back(id);
  }
  std::sort(out.tables.begin(), out.tables.end());
  for (size_t i = 0; i < out.tables.size(); ++i) {
    for (const Table* child : steps.live_members(out.tables[i]).children) {
      const bool known =
          std::find(out.tables.begin(), out.tables.end(), child->id) != out.tables.end();
      if (!known && !steps.moves.anew.contains(child->id)) out.tables.push_back(child->id);
    }
  }
  return out;
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
  const std::vector<Identifier> result = order_after_alter(live, desired);
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
  const std::string cascade = typed.cascades ? " CASCADE" : "";
  // The attribute that the step adds, changes or drops, and the columns that it is in typed tables.
  const auto columns_of = [&](Identifier attribute, Step& step) {
    step.consumes.insert(step.consumes.end(), typed.leaving.begin(), typed.leaving.end());
    std::vector<ObjectId> columns = {desired.id.with_sub(Kind::column, attribute)};
    for (const ObjectId& table : typed.tables) {
      columns.push_back(table.with_sub(Kind::column, attribute));
      take_lock(step, steps, table, Lock::access_exclusive);
    }
    return columns;
  };
  // True: refused. A table that is left alone keeps its columns, whatever becomes of the type.
  // `type`: of the attribute then; nullptr: it is dropped.
  const auto parts_from_table = [&](Identifier attribute, const TypeRef* type) {
    for (const ObjectId& table : typed.tables) {
      const Column* column = steps.desired.find<Column>(table.with_sub(Kind::column, attribute));
      const bool same =
          type == nullptr ? column == nullptr : column != nullptr && column->type.sql == type->sql;
      const bool direct = steps.live.find<Table>(table)->of_type.object == live.id;
      if (same || (!direct && type != nullptr)) continue;
      steps.steps().clear();
      steps.refuse(desired, "table " + qualified_name(table) +
                                " is of the type, or inherits from one that is, and would have to "
                                "change with it, but is to keep its columns");
      return true;
    }
    return false;
  };
  const auto add_loss = [&](Step& step, const std::string& what) {
    for (const ObjectId& table : typed.tables) {
      add_hazard(step, HazardCode::data_loss, what + " in " + qualified_name(table));
    }
  };
  const auto refuse = [&](Identifier attribute, const std::string& why) {
    steps.steps().clear();
    steps.refuse(desired,
                 "PostgreSQL can't change the type of the attribute " + quote(attribute) + why);
    return true;
  };
  for (const CompositeAttribute& attribute : live.attributes) {
    if (find_attribute(desired, attribute.name) != nullptr) continue;
    if (parts_from_table(attribute.name, nullptr)) return true;
    Step& step =
        steps.add(Verb::alter, desired,
                  alter_statement(target, "DROP ATTRIBUTE " + quote(attribute.name) + cascade));
    step.destroys = columns_of(attribute.name, step);
    add_loss(step, "drops the column " + quote(attribute.name) + " and its values");
    if (!user.empty()) {
      add_hazard(step, HazardCode::data_loss,
                 "drops the attribute " + quote(attribute.name) + " and its values in " + user);
    }
    if (attribute.type.object.known()) step.releases.push_back(attribute.type.object);
  }
  for (const CompositeAttribute& attribute : desired.attributes) {
    const CompositeAttribute* old = find_attribute(live, attribute.name);
    if (old == nullptr) {
      if (parts_from_table(attribute.name, &attribute.type)) return true;
      Step& step =
          steps.add(Verb::alter, desired,
                    alter_statement(target, "ADD ATTRIBUTE " + display(attribute) + cascade));
      const std::vector<ObjectId> columns = columns_of(attribute.name, step);
      step.produces.insert(step.produces.end(), columns.begin(), columns.end());
      for (const ObjectId& id : columns) {
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
    if (!user.empty()) return refuse(attribute.name, " while " + user + " uses it");
    if (typed.keys.contains(attribute.name)) {
      return refuse(attribute.name, ": a table of the type is partitioned by it");
    }
    if (parts_from_table(attribute.name, &attribute.type)) return true;
    const TypeChange change = classify_type_change(old->type, attribute.type, steps);
    if (!typed.tables.empty() && !change.assignable) {
      return refuse(attribute.name, " in " + qualified_name(typed.tables.front()) +
                                        ": there is no assignment cast from " + old->type.sql +
                                        " to " + attribute.type.sql);
    }
    std::vector<ObjectId> going;
    for (const ObjectId& table : typed.tables) {
      if (const Column* holder = stores_rows_of(table, going, steps)) {
        return refuse(attribute.name, " in " + qualified_name(table) + " while " +
                                          describe(holder->id) + " stores rows of that");
      }
    }
    std::string action = "ALTER ATTRIBUTE " + quote(attribute.name) + " TYPE " + attribute.type.sql;
    if (!attribute.collation.empty()) action += " COLLATE " + attribute.collation.sql();
    Step& step = steps.add(Verb::alter, desired, alter_statement(target, action + cascade));
    step.displaces = columns_of(attribute.name, step);
    step.supersedes.insert(step.supersedes.end(), going.begin(), going.end());
    for (const ObjectId& table : typed.tables) {
      if (!change.rewrites) break;
      step.rewrites = true;
      add_hazard(
          step, HazardCode::table_rewrite,
          "writes " + qualified_name(table) + " and its indexes anew while nobody can use it");
    }
    if (!change.keeps_values) {
      add_loss(step, "not every " + old->type.sql + " of " + qualified_name(desired.id) + "." +
                         quote(attribute.name) + " is known to keep its value as " +
                         attribute.type.sql);
    }
    if (old->type.object.known()) step.releases.push_back(old->type.object);
  }
  return true;
}

template <>
void Rules<CompositeType>::drop(const CompositeType& object, StepBuilder& steps) {
  steps.add(Verb::drop, object, "DROP TYPE " + qualified_name(object.id));
}

}  // namespace schemadiff
