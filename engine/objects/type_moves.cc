#include "engine/objects/type_moves.h"

#include <algorithm>
#include <set>

#include "engine/model/rules.h"
#include "engine/model/stored_types.h"
#include "engine/objects/column/column_definition.h"
#include "engine/objects/column/type_change.h"
#include "engine/objects/composite_type/attribute_order.h"
#include "engine/objects/effects.h"
#include "engine/objects/name_aside.h"
#include "engine/objects/partitions.h"
#include "engine/objects/table/moves.h"
#include "engine/objects/write.h"

namespace schemadiff {
namespace {

// Values of a domain that are stored as a part of others, where PostgreSQL can't check them.
bool is_contained(const ObjectId& domain, const StepBuilder& steps) {
  const auto contains = [&](const Column* column) {
    TypeRef current = column->type;
    for (int depth = 0; depth < 64 && !current.sql.ends_with("[]"); ++depth) {
      if (current.object == domain) return false;
      const Domain* above = steps.live.find<Domain>(current.object);
      if (above == nullptr) return true;
      current = above->base;
    }
    return true;
  };
  const std::vector<const Column*>& columns = steps.live_columns_with(domain);
  return std::any_of(columns.begin(), columns.end(), contains);
}

bool is_stored(const ObjectId& type, const StepBuilder& steps) {
  return !steps.live_columns_with(type).empty();
}

// ALTER TYPE can't bring its attributes into the order that is wanted.
bool changes_order(const CompositeType& before, const CompositeType& after) {
  return order_after_alter(before, after) != attribute_names(after);
}

bool changes_attribute(const CompositeType& before, const CompositeType& after) {
  return std::any_of(after.attributes.begin(), after.attributes.end(),
                     [&](const CompositeAttribute& attribute) {
                       const CompositeAttribute* old = find_attribute(before, attribute.name);
                       return old != nullptr && !(*old == attribute);
                     });
}

// None is taken away or moved: ADD VALUE is enough.
bool keeps_labels(const EnumType& live, const EnumType& desired) {
  std::vector<std::string> kept;
  for (const std::string& label : desired.labels) {
    if (std::find(live.labels.begin(), live.labels.end(), label) != live.labels.end()) {
      kept.push_back(label);
    }
  }
  return kept == live.labels;
}

ObjectId collation_id(const QualifiedName& name) {
  return name.empty() ? ObjectId{} : object_id(Kind::collation, name.schema, name.name);
}

std::vector<ObjectId> collations_of(const Catalog& catalog, const ObjectId& type) {
  if (const Domain* domain = catalog.find<Domain>(type)) return {collation_id(domain->collation)};
  if (const RangeType* range = catalog.find<RangeType>(type)) {
    return {collation_id(range->collation)};
  }
  std::vector<ObjectId> out;
  if (const CompositeType* composite = catalog.find<CompositeType>(type)) {
    for (const CompositeAttribute& attribute : composite->attributes) {
      out.push_back(collation_id(attribute.collation));
    }
  }
  return out;
}

class TypeMoveFinder {
 public:
  explicit TypeMoveFinder(const StepBuilder& steps)
      : steps_(steps), live_(steps.live), desired_(steps.desired) {}

  std::map<ObjectId, Identifier> run() {
    both<Collation>([&](const Collation& before, const Collation& after) {
      return !compare_fields(before, after).empty() && is_collation_stored(before.id);
    });
    to_other_kinds<EnumType>();
    to_other_kinds<Domain>();
    to_other_kinds<CompositeType>();
    both<EnumType>(
        [](const EnumType& before, const EnumType& after) { return !keeps_labels(before, after); });
    both<Domain>([&](const Domain& before, const Domain& after) {
      return !(before.base == after.base && before.collation == after.collation) ||
             (narrows(before, after) && is_contained(before.id, steps_));
    });
    both<RangeType>([](const RangeType& before, const RangeType& after) {
      return !compare_fields(before, after).empty() && can_move(before, after);
    });
    both<CompositeType>([&](const CompositeType& before, const CompositeType& after) {
      if (before.attributes == after.attributes) return false;
      if (!is_stored(before.id, steps_)) {
        return changes_order(before, after) || needs_using(before, after);
      }
      return changes_attribute(before, after) && !changes_order(before, after);
    });
    for (bool again = !moves_.empty(); again;) {
      again = false;
      const auto uses = [&](const auto& before, const auto&) {
        const std::vector<TypeRef> parts = parts_of_type(live_, before.id);
        const std::vector<ObjectId> collations = collations_of(live_, before.id);
        const bool found =
            std::any_of(parts.begin(), parts.end(),
                        [&](const TypeRef& part) { return moves_.contains(part.object); }) ||
            std::any_of(collations.begin(), collations.end(),
                        [&](const ObjectId& id) { return moves_.contains(id); });
        again = again || (found && !moves_.contains(before.id));
        return found;
      };
      both<Domain>(uses);
      both<RangeType>([&](const RangeType& before, const RangeType& after) {
        return can_move(before, after) && uses(before, after);
      });
      both<CompositeType>(uses);
    }
    return std::move(moves_);
  }

 private:
  template <class T>
  void both(const auto& moves) {
    for (const T* after : desired_.sorted<T>()) {
      const T* before = live_.find<T>(after->id);
      if (before != nullptr && !moves_.contains(after->id) && moves(*before, *after)) {
        moves_.emplace(after->id, name_aside(live_, desired_, after->id.schema, after->id.name));
      }
    }
  }

  // Under the name of a type that is stored somewhere the file has one of another kind.
  template <class T>
  void to_other_kinds() {
    for (const T* before : live_.sorted<T>()) {
      const ObjectId& id = before->id;
      if (desired_.contains(id) || !is_stored(id, steps_)) continue;
      const ObjectId other = successor_of(id, desired_);
      if (other.known()) moves_.emplace(id, name_aside(live_, desired_, id.schema, id.name));
    }
  }

  bool is_collation_stored(const ObjectId& collation) const {
    const auto uses = [&](const auto& entry) {
      return collation_id(entry.second.collation) == collation;
    };
    const auto& columns = live_.objects<Column>();
    if (std::any_of(columns.begin(), columns.end(), uses)) return true;
    const auto uses_type = [&](const auto& entry) {
      const std::vector<ObjectId> used = collations_of(live_, entry.first);
      return std::find(used.begin(), used.end(), collation) != used.end() &&
             is_stored(entry.first, steps_);
    };
    return std::any_of(live_.objects<Domain>().begin(), live_.objects<Domain>().end(), uses_type) ||
           std::any_of(live_.objects<RangeType>().begin(), live_.objects<RangeType>().end(),
                       uses_type) ||
           std::any_of(live_.objects<CompositeType>().begin(), live_.objects<CompositeType>().end(),
                       uses_type);
  }

  // CASCADE to tables OF the type takes no USING.
  bool needs_using(const CompositeType& before, const CompositeType& after) const {
    if (attribute_names(before) != attribute_names(after)) return false;
    const auto& tables = live_.objects<Table>();
    if (std::none_of(tables.begin(), tables.end(),
                     [&](const auto& entry) { return entry.second.of_type.object == before.id; })) {
      return false;
    }
    for (size_t i = 0; i < after.attributes.size(); ++i) {
      const TypeRef& from = before.attributes[i].type;
      const TypeRef& to = after.attributes[i].type;
      if (!(from == to) && !classify_type_change(from, to, steps_).assignable) return true;
    }
    return false;
  }

  // A canonical function needs its range type before there is one.
  static bool can_move(const RangeType& before, const RangeType& after) {
    return before.canonical.empty() && after.canonical.empty();
  }

  // Existing values would have to be checked.
  bool narrows(const Domain& before, const Domain& after) const {
    if (after.not_null && !before.not_null) return true;
    const auto& checks = desired_.objects<DomainConstraint>();
    return std::any_of(checks.begin(), checks.end(), [&](const auto& entry) {
      const auto& [id, check] = entry;
      if (id.container(Kind::domain) != after.id || !check.validated) return false;
      const DomainConstraint* old = live_.find<DomainConstraint>(id);
      if (old == nullptr || !compare_fields(*old, check).empty()) return true;
      const std::vector<ObjectId>& used = old->check.references;
      return std::any_of(used.begin(), used.end(), [&](const ObjectId& function) {
        return makes_way(function, live_, desired_);
      });
    });
  }

  const StepBuilder& steps_;
  const Catalog& live_;
  const Catalog& desired_;
  std::map<ObjectId, Identifier> moves_;
};

std::string word_for(const ObjectId& type) {
  if (type.kind == Kind::collation) return "COLLATION ";
  return type.kind == Kind::domain ? "DOMAIN " : "TYPE ";
}

// The live type or collation that a column goes over from, the type first; Kind::none: neither.
ObjectId moved_of(const Column& column, const StepBuilder& steps) {
  if (steps.moves.types.contains(column.type.object)) return column.type.object;
  const ObjectId collation = collation_id(column.collation);
  return steps.moves.types.contains(collation) ? collation : ObjectId{};
}

// Not before every column has gone over.
ObjectId last_user_of(const ObjectId& type) {
  return {Kind::none, Kind::column, type.schema, type.name, {}};
}

std::vector<const Table*> tables_of_type(const ObjectId& type, const StepBuilder& steps) {
  std::vector<const Table*> out;
  for (const Table* table : steps.live.sorted<Table>()) {
    const Table* wanted = steps.desired.find<Table>(table->id);
    if (table->of_type.object != type || steps.moves.anew.contains(table->id)) continue;
    if (wanted != nullptr && wanted->of_type.object == type) out.push_back(wanted);
  }
  return out;
}

// Tables OF the type are of none until their columns are as the new one has them.
void leave_type(const ObjectId& type, const ObjectBase& successor, StepBuilder& steps) {
  for (const Table* table : tables_of_type(type, steps)) {
    Step& step = steps.add(Verb::alter, successor, alter_table(table->id, "NOT OF"));
    step.produces = {left_type(table->id)};
    step.releases = {type};
    step.lock = Lock::access_exclusive;
  }
}

void join_type(const ObjectId& type, const ObjectBase& successor, StepBuilder& steps) {
  for (const Table* table : tables_of_type(type, steps)) {
    Step& step =
        steps.add(Verb::alter, successor, alter_table(table->id, "OF " + table->of_type.sql));
    step.produces.clear();
    step.lock = Lock::access_exclusive;
    step.consumes.push_back(successor.id);
    for (const Column* column : steps.desired_members(table->id).columns) {
      step.consumes.push_back(column->id);
    }
  }
}

// A range type's multirange type and the functions that make values of both have names of their
// own.
void put_aside_parts(const RangeType& range, StepBuilder& steps) {
  const Identifier aside = steps.moves.types.at(range.id);
  const auto add = [&](const std::string& sql) -> Step& {
    Step& step = steps.add(Verb::alter, range, sql);
    step.produces.clear();
    return step;
  };
  std::string types = quote_literal(QualifiedName{range.id.schema, aside}.sql()) + "::regtype";
  if (steps.server_version >= 140000 && !range.multirange_type.empty()) {
    const QualifiedName& multirange = range.multirange_type;
    const Identifier old =
        name_aside(steps.live, steps.desired, multirange.schema, multirange.name);
    Step& rename = add(alter_statement("TYPE " + multirange.sql(), "RENAME TO " + quote(old)));
    // The name of any type.
    rename.puts_aside = {object_id(Kind::domain, multirange.schema, multirange.name)};
    types += ", " + quote_literal(QualifiedName{multirange.schema, old}.sql()) + "::regtype";
  }
  add("DO " +
      dollar_quoted(
          "\nDECLARE\n    maker regprocedure;\nBEGIN\n    FOR maker IN SELECT objid FROM "
          "pg_depend\n            WHERE classid = 'pg_proc'::regclass AND deptype = 'i' AND "
          "refclassid = 'pg_type'::regclass\n            AND refobjid IN (" +
          types + ") LOOP\n        EXECUTE format('ALTER FUNCTION %s RENAME TO %I', maker, " +
          quote_literal(aside.str()) + ");\n    END LOOP;\nEND\n"));
}

void put_aside(const ObjectId& type, const ObjectBase& successor, StepBuilder& steps) {
  Step& step = steps.add(Verb::alter, successor,
                         alter_statement(word_for(type) + qualified_name(type),
                                         "RENAME TO " + quote(steps.moves.types.at(type))));
  step.produces.clear();
  step.puts_aside = {type};
  for (const Column* column : columns_moved(steps)) {
    if (moved_of(*column, steps) != type) continue;
    if (!column->inherited) displace(column->id, step, steps);
    const Column& wanted = *steps.desired.find<Column>(column->id);
    if (type.kind == Kind::collation ||
        classify_type_change(column->type, wanted.type, steps).keeps_values) {
      continue;
    }
    step.hazards.push_back(
        {HazardCode::data_loss,
         "not every value of " + qualified_name(column->id) + " is known to keep its value",
         column->id});
  }
  const EnumType* before = steps.live.find<EnumType>(type);
  const EnumType* after = steps.desired.find<EnumType>(type);
  if (before != nullptr && after != nullptr) {
    for (const std::string& label : before->labels) {
      if (std::find(after->labels.begin(), after->labels.end(), label) != after->labels.end()) {
        continue;
      }
      add_hazard(
          step, HazardCode::data_loss,
          "removes the value " + quote_literal(label) + "; while a row holds it, this fails");
    }
  }
  if (const RangeType* range = steps.live.find<RangeType>(type)) put_aside_parts(*range, steps);
}

// Values go over by their text, in which attributes have no names: the old type gets those of the
// new one first, in their order. What is new has no value yet, so that any type serves.
void take_over_attributes(const CompositeType& type, StepBuilder& steps) {
  const CompositeType& before = *steps.live.find<CompositeType>(type.id);
  if (!is_stored(type.id, steps)) return;
  std::string actions;
  const auto add = [&](const std::string& action) {
    actions += (actions.empty() ? "" : ", ") + action;
  };
  std::vector<Hazard> hazards;
  std::vector<ObjectId> released;
  for (const CompositeAttribute& attribute : before.attributes) {
    if (find_attribute(type, attribute.name) != nullptr) continue;
    add("DROP ATTRIBUTE " + quote(attribute.name));
    hazards.push_back({HazardCode::data_loss,
                       "drops the attribute " + quote(attribute.name) + " and its values",
                       type.id});
    if (attribute.type.object.known()) released.push_back(attribute.type.object);
  }
  for (const CompositeAttribute& attribute : type.attributes) {
    if (find_attribute(before, attribute.name) != nullptr) continue;
    add("ADD ATTRIBUTE " + quote(attribute.name) + " text");
  }
  if (actions.empty()) return;
  const QualifiedName aside{type.id.schema, steps.moves.types.at(type.id)};
  Step& step = steps.add(Verb::alter, type, alter_statement("TYPE " + aside.sql(), actions));
  step.produces.clear();
  step.hazards = std::move(hazards);
  step.releases = std::move(released);
  step.reason = "values are carried over attribute by attribute";
}

void create_again(const ObjectBase& type, StepBuilder& steps) {
  const size_t first = steps.steps().size();
  with_kind(type.id.kind,
            [&]<class T>() { Rules<T>::create(*steps.desired.find<T>(type.id), steps); });
  for (size_t i = first; i < steps.steps().size(); ++i) steps.steps()[i].verb = Verb::alter;
}

// PostgreSQL takes it along with the column of a parent that the table keeps.
bool goes_along(const Column& column, const StepBuilder& steps) {
  if (column.inherited) return true;
  const std::vector<ObjectId> above = steady_ancestors(column.id.container(Kind::table), steps);
  return std::any_of(above.begin(), above.end(), [&](const ObjectId& parent) {
    const ObjectId id = parent.with_sub(Kind::column, column.id.sub);
    const Column* before = steps.live.find<Column>(id);
    const Column* after = steps.desired.find<Column>(id);
    return before != nullptr && after != nullptr && moved_of(*before, steps).known() &&
           before->type == after->type && before->collation == after->collation;
  });
}

// What a step does to a table's column, it does to those of the tables below that stay there; and
// none of these may have it from a parent as well that it leaves.
void reach_below(const Column& column, Step& step, const StepBuilder& steps) {
  const ObjectId table = column.id.container(Kind::table);
  for (const ObjectId& below : tables_below(table, steps)) {
    for (const ObjectId& parent : parents_of(steps.live, below)) {
      if (leaves(below, parent, steps)) step.consumes.push_back(departed(below));
    }
    const std::vector<ObjectId> above = steady_ancestors(below, steps);
    if (std::find(above.begin(), above.end(), table) == above.end()) continue;
    const ObjectId id = below.with_sub(Kind::column, column.id.sub);
    if (steps.desired.contains(id)) step.produces.push_back(id);
  }
}

// All columns of a table in one statement: it is written anew only once.
void move_columns(const ObjectBase& type, const std::vector<const Column*>& columns,
                  StepBuilder& steps) {
  const ObjectId table = columns.front()->id.container(Kind::table);
  std::string actions;
  // It holds no rows, and takes no USING.
  const bool foreign = !steps.live.find<Table>(table)->server.empty();
  bool rewrites = false;
  for (const Column* column : columns) {
    rewrites = rewrites || moved_of(*column, steps).kind != Kind::collation;
    if (goes_along(*column, steps)) continue;
    const Column& wanted = *steps.desired.find<Column>(column->id);
    TypeChange change = classify_type_change(column->type, wanted.type, steps);
    if (foreign) change.using_cast.clear();
    std::string action = retype_action(wanted, change);
    const bool spreads = column->not_null && !column->not_null_constraint.no_inherit;
    if (spreads && wanted.not_null &&
        !keep_not_null_below(column->id, steps.live_index()).empty()) {
      Column again = wanted;
      again.not_null_constraint = column->not_null_constraint;
      action = "ALTER COLUMN " + quote(column->id.sub) + " DROP NOT NULL,\n    " + action +
               ",\n    " + set_not_null_action(again, steps.server_version);
    }
    if (!actions.empty()) actions += ",\n    ";
    actions += action;
  }
  if (actions.empty()) return;
  Step& step = steps.add(Verb::alter, type, "");
  share_action(step, table, actions);
  step.produces.clear();
  step.consumes.push_back(left_type(table));
  for (const ObjectId& parent : parents_of(steps.live, table)) {
    if (leaves(table, parent, steps)) step.consumes.push_back(departed(table));
  }
  for (const Column* column : columns) {
    step.produces.push_back(column->id);
    reach_below(*column, step, steps);
    for (const ObjectId& used : {column->type.object, collation_id(column->collation)}) {
      if (!steps.moves.types.contains(used)) continue;
      step.produces.push_back(last_user_of(used));
      step.consumes.push_back(successor_of(used, steps.desired));
    }
  }
  take_lock(step, steps, table, Lock::access_exclusive);
  if (!foreign && rewrites) {
    step.rewrites = true;
    add_hazard(step, HazardCode::table_rewrite,
               "writes " + qualified_name(table) + " and its indexes anew while nobody can use it");
  } else if (!foreign) {
    add_hazard(step, HazardCode::blocking_index_build,
               "nobody can use " + qualified_name(table) +
                   " while indexes over these columns are built anew");
  }
  for (const auto& [id, constraint] : steps.live.objects<Constraint>()) {
    if (constraint.foreign_key) step.supersedes.push_back(id);
  }
}

}  // namespace

bool refuse_moved_attributes(StepBuilder& steps) {
  bool refused = false;
  for (const auto& [type, aside] : steps.moves.types) {
    const CompositeType* after = steps.desired.find<CompositeType>(type);
    const CompositeType* before = steps.live.find<CompositeType>(type);
    if (after == nullptr || !changes_order(*before, *after) || !is_stored(type, steps)) {
      continue;
    }
    refused = true;
    steps.refuse(*after,
                 "its values would have to be carried over, and PostgreSQL can't put its "
                 "attributes into another order: new attributes go last",
                 "declare them in the order that the database has, new ones behind them");
  }
  return refused;
}

bool refuse_foreign_tables(StepBuilder& steps) {
  std::set<ObjectId> refused;
  for (const Column* column : columns_moved(steps)) {
    const ObjectId table = column->id.container(Kind::table);
    if (column->inherited || !steps.live.find<Table>(table)->server.empty()) continue;
    const Table* foreign = foreign_table_below(table, steps);
    const ObjectId type = moved_of(*column, steps);
    if (type.kind == Kind::collation) continue;  // no USING
    if (foreign == nullptr || !refused.insert(type).second) continue;
    steps.refuse(*steps.desired.find_base(successor_of(type, steps.desired)),
                 "another type would have to take its place, and PostgreSQL can't give that to " +
                     qualified_name(table) + " while the foreign table " +
                     qualified_name(foreign->id) + " is below it",
                 "take that out of it in a plan of its own first");
  }
  return !refused.empty();
}

bool refuse_shared_columns(StepBuilder& steps) {
  std::set<ObjectId> refused;
  for (const Column* column : columns_moved(steps)) {
    const ObjectId table = column->id.container(Kind::table);
    for (const ObjectId& below : tables_below(table, steps)) {
      for (const ObjectId& other : parents_of(steps.live, below)) {
        if (!stays_under(below, other, steps)) continue;
        const std::vector<ObjectId> above = ancestors_of(steps.live, other);
        const bool is_reached =
            other == table || std::find(above.begin(), above.end(), table) != above.end();
        if (is_reached ||
            find_column(steps.live, other.with_sub(Kind::column, column->id.sub)) == nullptr)
          continue;
        const ObjectId type = moved_of(*column, steps);
        if (!refused.insert(type).second) continue;
        steps.refuse(*steps.desired.find_base(successor_of(type, steps.desired)),
                     "another would have to take its place, and PostgreSQL can't give that to a "
                     "column that " +
                         qualified_name(below) + " has from " + qualified_name(table) +
                         " and from " + qualified_name(other),
                     "take " + qualified_name(below) +
                         " out of one of them (NO INHERIT) in a plan of its own, and put it back "
                         "in the next");
      }
    }
  }
  return !refused.empty();
}

// PostgreSQL can't move columns to where the type has them.
void refuse_typed_tables(StepBuilder& steps) {
  for (const auto& [type, aside] : steps.moves.types) {
    const CompositeType* wanted = steps.desired.find<CompositeType>(type);
    if (wanted == nullptr) continue;
    for (const Table* table : tables_of_type(type, steps)) {
      const std::vector<const Column*>& columns = steps.live_members(table->id).columns;
      if (std::equal(columns.begin(), columns.end(), wanted->attributes.begin(),
                     wanted->attributes.end(),
                     [](const Column* column, const CompositeAttribute& attribute) {
                       return column->id.sub == attribute.name;
                     })) {
        continue;
      }
      steps.refuse(*wanted,
                   "another type would have to take its place, and " + describe(table->id) +
                       ", which is OF it, has its columns in another order",
                   "order the type as the table, or create the table anew");
      break;
    }
  }
}

ObjectId left_type(const ObjectId& table) {
  return {Kind::none, Kind::composite_type, table.schema, table.name, {}};
}

ObjectId successor_of(const ObjectId& type, const Catalog& desired) {
  if (desired.contains(type)) return type;
  for (const Kind kind : {Kind::enum_type, Kind::domain, Kind::composite_type}) {
    const ObjectId other = object_id(kind, type.schema, type.name);
    if (desired.contains(other)) return other;
  }
  return {};
}

const Column* stores_rows_of(const ObjectId& table, std::vector<ObjectId>& going,
                             const StepBuilder& steps) {
  std::vector<ObjectId> tables = tables_below(table.container(Kind::table), steps);
  tables.push_back(table.container(Kind::table));
  std::set<const Column*> seen;
  const Column* stays = nullptr;
  const auto will_hold = [&](const Column& column) {
    const ObjectId& type = column.type.object;
    return type.known() && std::any_of(tables.begin(), tables.end(), [&](const ObjectId& row) {
             return is_made_of_type(steps.desired, type, row);
           });
  };
  for (const ObjectId& row : tables) {
    for (const Column* column : steps.live_columns_with(row)) {
      if (!seen.insert(column).second) continue;
      const Table* of = steps.live.find<Table>(column->id.container(Kind::table));
      if (of == nullptr || !of->server.empty()) continue;
      const Column* after = steps.desired.find<Column>(column->id);
      if (after == nullptr || !will_hold(*after)) {
        going.push_back(column->id);
      } else if (stays == nullptr || column->id < stays->id) {
        stays = column;
      }
    }
  }
  return stays;
}

bool refuse_stored_rows(StepBuilder& steps) {
  std::set<ObjectId> refused;
  for (const Column* column : columns_moved(steps)) {
    const ObjectId table = column->id.container(Kind::table);
    std::vector<ObjectId> going;
    const Column* holder = column->inherited ? nullptr : stores_rows_of(table, going, steps);
    if (holder == nullptr || !refused.insert(column->type.object).second) continue;
    steps.refuse(*steps.desired.find_base(successor_of(column->type.object, steps.desired)),
                 "another type would have to take its place, and PostgreSQL can't give that to " +
                     qualified_name(table) + " while " + describe(holder->id) +
                     " stores rows of it",
                 "take that column away in a plan of its own first");
  }
  return !refused.empty();
}

std::map<ObjectId, Identifier> find_type_moves(const StepBuilder& steps) {
  return TypeMoveFinder(steps).run();
}

std::vector<const Column*> columns_moved(const StepBuilder& steps) {
  std::vector<const Column*> out;
  if (steps.moves.types.empty()) return out;
  for (const Column* column : steps.live.sorted<Column>()) {
    if (!moved_of(*column, steps).known()) continue;
    if (steps.moves.anew.contains(column->id.container(Kind::table))) continue;
    const Column* wanted = steps.desired.find<Column>(column->id);
    if (wanted == nullptr || wanted->generated || !(wanted->type == column->type)) continue;
    if (wanted->collation != column->collation) continue;
    out.push_back(column);
  }
  return out;
}

void move_types(StepBuilder& steps) {
  std::map<ObjectId, std::vector<const Column*>> by_table;
  for (const Column* column : columns_moved(steps)) {
    by_table[column->id.container(Kind::table)].push_back(column);
  }
  for (const auto& [type, name] : steps.moves.types) {
    const ObjectBase& object = *steps.desired.find_base(successor_of(type, steps.desired));
    leave_type(type, object, steps);
    put_aside(type, object, steps);
    if (type == object.id && type.kind == Kind::composite_type) {
      take_over_attributes(*steps.desired.find<CompositeType>(type), steps);
    }
    create_again(object, steps);
    for (const auto& [table, columns] : by_table) {
      if (moved_of(*columns.front(), steps) == type) move_columns(object, columns, steps);
    }
    join_type(type, object, steps);
    Step& drop = steps.add(Verb::alter, object,
                           "DROP " + word_for(type) + QualifiedName{type.schema, name}.sql());
    drop.produces.clear();
    drop.destroys = {type};
    drop.consumes = {last_user_of(type)};
  }
}

}  // namespace schemadiff
