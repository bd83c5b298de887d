#include "engine/objects/constraint/constraint.h"

#include <algorithm>

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/column/column_definition.h"
#include "engine/objects/effects.h"
#include "engine/objects/index_storage.h"
#include "engine/objects/partitions.h"
#include "engine/objects/write.h"

namespace schemadiff {

std::string display(ConstraintType type) {
  switch (type) {
    case ConstraintType::primary_key:
      return "primary key";
    case ConstraintType::unique:
      return "unique";
    case ConstraintType::check:
      return "check";
    case ConstraintType::foreign_key:
      return "foreign key";
    case ConstraintType::exclusion:
      return "exclusion";
  }
  return "?";
}

std::string display(const ExclusionElement& element) {
  return display(element.element) + " WITH " + operator_sql(element.op);
}

std::string display(const ForeignKey& key) { return foreign_key_sql(key); }

namespace {

std::string key_columns(const Constraint& constraint) {
  std::string out = column_list(constraint.columns);
  if (constraint.without_overlaps) out += " WITHOUT OVERLAPS";
  return " (" + out + ")";
}

// What stands behind the columns of a constraint that has an index.
std::string index_clauses(const Constraint& constraint) {
  std::string sql;
  if (!constraint.include.empty()) sql += " INCLUDE (" + column_list(constraint.include) + ")";
  if (!constraint.options.empty()) sql += " WITH (" + options_list(constraint.options) + ")";
  if (!constraint.tablespace.empty()) {
    sql += " USING INDEX TABLESPACE " + quote(constraint.tablespace);
  }
  return sql;
}

std::string foreign_columns(const Constraint& constraint) {
  if (!constraint.foreign_key->period) return column_list(constraint.columns);
  std::vector<Identifier> plain = constraint.columns;
  plain.pop_back();
  return column_list(plain) + (plain.empty() ? "PERIOD " : ", PERIOD ") +
         quote(constraint.columns.back());
}

// "CONSTRAINT t_pkey PRIMARY KEY (id)"
std::string definition(const Constraint& constraint, Step& step) {
  std::string sql = "CONSTRAINT " + quote(constraint.id.sub) + " ";
  switch (constraint.type) {
    case ConstraintType::primary_key:
      sql += "PRIMARY KEY" + key_columns(constraint) + index_clauses(constraint);
      break;
    case ConstraintType::unique:
      sql += "UNIQUE";
      if (constraint.nulls_not_distinct) sql += " NULLS NOT DISTINCT";
      sql += key_columns(constraint) + index_clauses(constraint);
      break;
    case ConstraintType::check:
      sql += "CHECK " + parenthesised(use(step, constraint.check));
      if (constraint.no_inherit) sql += " NO INHERIT";
      break;
    case ConstraintType::foreign_key:
      sql += "FOREIGN KEY (" + foreign_columns(constraint) + ") " +
             foreign_key_sql(*constraint.foreign_key);
      break;
    case ConstraintType::exclusion: {
      std::string elements;
      for (const ExclusionElement& exclusion : constraint.exclusions) {
        if (!exclusion.element.expression.empty()) use(step, exclusion.element.expression);
        elements += (elements.empty() ? "" : ", ") + display(exclusion);
      }
      sql += "EXCLUDE USING " + quote(constraint.method) + " (" + elements + ")" +
             index_clauses(constraint);
      if (!constraint.predicate.empty()) {
        sql += " WHERE " + parenthesised(use(step, constraint.predicate));
      }
      break;
    }
  }
  if (constraint.deferrable) sql += " DEFERRABLE";
  if (constraint.initially_deferred) sql += " INITIALLY DEFERRED";
  if (!constraint.enforced) sql += " NOT ENFORCED";
  if (!constraint.validated && constraint.enforced) sql += " NOT VALID";
  return sql;
}

// "CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_idx"
std::string definition_using(const Constraint& constraint, const Index& index) {
  std::string sql = "CONSTRAINT " + quote(constraint.id.sub);
  sql += constraint.type == ConstraintType::primary_key ? " PRIMARY KEY" : " UNIQUE";
  sql += " USING INDEX " + quote(index.id.name);
  if (constraint.deferrable) sql += " DEFERRABLE";
  if (constraint.initially_deferred) sql += " INITIALLY DEFERRED";
  return sql;
}

// What was said about the index is still said about that of the constraint.
void forget_comment(const Constraint& constraint, const Index& index, StepBuilder& steps) {
  const ObjectId now = object_id(Kind::index, constraint.id.schema, constraint.id.sub);
  if (!steps.live.contains(index.id.commented()) || steps.desired.contains(now.commented())) return;
  Step& step =
      steps.add(Verb::create, constraint, "COMMENT ON INDEX " + qualified_name(now) + " IS NULL");
  step.produces.clear();
  step.consumes.push_back(constraint.id);
}

// The unique keys and indexes that a foreign key may point to.
std::vector<ObjectId> keys_over(const Members& members, std::vector<Identifier> columns) {
  std::sort(columns.begin(), columns.end());
  const auto has_all = [&](std::vector<Identifier> names) {
    std::sort(names.begin(), names.end());
    return names == columns;
  };
  std::vector<ObjectId> out;
  for (const Constraint* key : members.constraints) {
    const bool unique =
        key->type == ConstraintType::primary_key || key->type == ConstraintType::unique;
    if (unique && has_all(key->columns)) out.push_back(key->id);
  }
  for (const Index* index : members.indexes) {
    if (!index->unique || !index->predicate.empty()) continue;
    std::vector<Identifier> names;
    for (const IndexElement& element : index->elements) names.push_back(element.column);
    if (has_all(std::move(names))) out.push_back(index->id);
  }
  return out;
}

// A foreign key waits for the one that it points to, and for the drop of any that it could take
// instead.
void consume_referenced_key(const Constraint& key, Step& step, const StepBuilder& steps) {
  const auto& [table, columns] =
      std::tie(key.foreign_key->referenced_table, key.foreign_key->referenced_columns);
  for (const ObjectId& id : keys_over(steps.desired_members(table), columns)) {
    step.consumes.push_back(id);
  }
  if (!steps.live.contains(table) || steps.moves.anew.contains(table)) return;
  for (const ObjectId& id : keys_over(steps.live_members(table), columns)) {
    if (!steps.desired.contains(id)) step.supersedes.push_back(id);
  }
  // It would hold partitions that go.
  for (const ObjectId& part : tables_below(table, steps)) {
    if (!steps.desired.contains(part)) step.supersedes.push_back(part);
  }
}

void add_build_hazard(const Constraint& constraint, Step& step, const StepBuilder& steps) {
  const ObjectId id = constraint.id.container(Kind::table);
  const std::string table = qualified_name(id);
  switch (constraint.type) {
    case ConstraintType::check:
    case ConstraintType::foreign_key:
      if (!constraint.validated || !constraint.enforced) break;
      // What a foreign server holds is not looked at.
      if (const Table* live = steps.live.find<Table>(id);
          live != nullptr && !live->server.empty()) {
        break;
      }
      step.scans = true;
      add_hazard(step, HazardCode::full_scan,
                 "reads all of " + table + " while nobody can " +
                     (constraint.type == ConstraintType::check ? "use it" : "write to it"));
      break;
    case ConstraintType::primary_key:
    case ConstraintType::unique:
    case ConstraintType::exclusion:
      step.scans = true;
      add_hazard(step, HazardCode::blocking_index_build,
                 "nobody can use " + table + " while its index is built");
      break;
  }
}

bool is_inheritable(const Constraint* constraint) {
  return constraint != nullptr && constraint->type == ConstraintType::check &&
         !constraint->no_inherit;
}

// The check that a table has from one of `tables`; nullptr: none.
const Constraint* check_of(const std::vector<ObjectId>& tables, const Catalog& catalog,
                           Identifier name) {
  for (const ObjectId& table : tables) {
    const auto* found = catalog.find<Constraint>(table.with_sub(Kind::constraint, name));
    if (is_inheritable(found)) return found;
  }
  return nullptr;
}

// A check that the parents have, and the table will have as its own only: dropping it there leaves
// it here.
bool becomes_own(const Constraint& check, const StepBuilder& steps) {
  const ObjectId table = check.id.container(Kind::table);
  return steps.desired.contains(check.id) &&
         check_of(steady_ancestors(table, steps), steps.live, check.id.sub) != nullptr &&
         check_of(ancestors_of(steps.desired, table), steps.desired, check.id.sub) == nullptr;
}

// ADD CONSTRAINT of a parent gives it to the table.
bool comes_from_parent(const Constraint& check, const StepBuilder& steps) {
  if (!is_inheritable(&check)) return false;
  const std::vector<ObjectId> above = steady_ancestors(check.id.container(Kind::table), steps);
  const Constraint* wanted = check_of(above, steps.desired, check.id.sub);
  if (wanted == nullptr) return false;
  const auto* live = steps.live.find<Constraint>(wanted->id);
  return live == nullptr || !compare_fields(*live, *wanted).empty();
}

// DROP CONSTRAINT of a parent, which has the same, comes first.
bool goes_with_parents_check(const Constraint& check, const StepBuilder& steps) {
  if (!is_inheritable(&check) || becomes_own(check, steps)) return false;
  const std::vector<ObjectId> above = steady_ancestors(check.id.container(Kind::table), steps);
  return check_of(above, steps.live, check.id.sub) != nullptr;
}

// The checks of the name below, each behind all that it is inherited from, as far as they go too.
void collect_below(const Constraint& check, const ObjectId& table, std::vector<ObjectId>& out,
                   const StepBuilder& steps) {
  for (const Table* child : steps.live_members(table).children) {
    const ObjectId below = child->id.with_sub(Kind::constraint, check.id.sub);
    const bool known = std::find(out.begin(), out.end(), below) != out.end();
    if (known || child->partition_of || !stays_under(child->id, table, steps)) continue;
    if (!steps.desired.contains(check.id)) {
      if (steps.desired.contains(below)) continue;
      const std::vector<ObjectId> above = ancestors_of(steps.desired, child->id);
      if (check_of(above, steps.desired, check.id.sub) != nullptr) continue;
    }
    collect_below(check, child->id, out, steps);
    out.insert(out.begin(), below);
  }
}

// A child may have declared the check itself, or be to keep it: DROP CONSTRAINT of the parent
// leaves it there, and only a statement of its own takes it away. ONLY makes it the child's own.
void drop_below(const Constraint& check, StepBuilder& steps) {
  const auto add_only = [&](Step& step, const ObjectId& table) {
    const std::vector<const Table*>& children = steps.live_members(table).children;
    if (std::any_of(children.begin(), children.end(), [&](const Table* child) {
          return !child->partition_of && stays_under(child->id, table, steps);
        })) {
      leave_out_children(step);
    }
  };
  const ObjectId top = check.id.container(Kind::table);
  add_only(steps.steps().back(), top);
  std::vector<ObjectId> below;
  collect_below(check, top, below, steps);
  for (const ObjectId& id : below) {
    Step& step = steps.add(Verb::drop, check, alter_table(id, "DROP CONSTRAINT " + quote(id.sub)));
    add_only(step, id.container(Kind::table));
    step.destroys = {id};
    take_lock(step, steps, id, Lock::access_exclusive);
  }
}

// What children have of the name is gone when it comes anew, or like it and becomes that of both.
void produce_in_children(const ObjectId& check, Step& step, const StepBuilder& steps) {
  for (const Table* child : steps.desired_members(check).children) {
    if (!stays_under(child->id, check.container(Kind::table), steps)) continue;
    const ObjectId below = child->id.with_sub(Kind::constraint, check.sub);
    step.supersedes.push_back(below);
    if (steps.desired.contains(below)) {
      const bool stays = steps.live.contains(below) && !steps.live.contains(check);
      (stays ? step.consumes : step.produces).push_back(below);
    }
    produce_in_children(below, step, steps);
  }
}

}  // namespace

template <>
void Rules<Constraint>::expressions(Constraint& object, const ExpressionVisitor& visit) {
  const auto relation = object.id.container(Kind::table);
  const auto scalar = [&](SqlExpression& expression) {
    if (expression.empty()) return;
    ExpressionScope scope;
    scope.relation = relation;
    visit(expression, scope);
  };
  scalar(object.check);
  for (ExclusionElement& exclusion : object.exclusions) scalar(exclusion.element.expression);
  scalar(object.predicate);
}

template <>
void Rules<Constraint>::references(const Constraint& object, ReferenceSink& sink) {
  sink.object(object.id.container(Kind::table));
  const auto column = [&](const ObjectId& table, Identifier name) {
    if (!name.empty()) sink.object(table.with_sub(Kind::column, name));
  };
  for (const Identifier name : object.columns) column(object.id, name);
  for (const Identifier name : object.include) column(object.id, name);
  for (const ExclusionElement& exclusion : object.exclusions) {
    column(object.id, exclusion.element.column);
    sink.collation(exclusion.element.collation);
    sink.operator_class(exclusion.element.operator_class, object.method);
  }
  if (object.foreign_key) {
    sink.object(object.foreign_key->referenced_table);
    for (const Identifier name : object.foreign_key->referenced_columns) {
      column(object.foreign_key->referenced_table, name);
    }
  }
}

namespace {

// DROP COLUMN of ONLY the parent leaves its checks in the children, until their columns go too.
void wait_for_columns_below(const Constraint& check, Step& step, const StepBuilder& steps) {
  const Constraint* before = steps.live.find<Constraint>(check.id);
  if (before == nullptr || before->type != ConstraintType::check || before->no_inherit) return;
  for (const ObjectId& table : tables_below(check.id.container(Kind::table), steps)) {
    for (const ObjectId& used : before->check.references) {
      if (used.kind == Kind::column) {
        step.supersedes.push_back(table.with_sub(Kind::column, used.sub));
      }
    }
  }
}

// Within the CREATE TABLE of a child a primary key makes NOT NULL constraints of its own (18 and
// later); afterwards it takes those that the parents have given: the parents' columns, where it
// must.
std::vector<ObjectId> not_nulls_for_key(const Constraint& key, const StepBuilder& steps) {
  std::vector<ObjectId> given;
  if (key.type != ConstraintType::primary_key || steps.server_version < 180000) return given;
  const ObjectId table_id = key.id.container(Kind::table);
  const Table* table = steps.desired.find<Table>(table_id);
  if (table == nullptr) return given;
  for (const Identifier name : key.columns) {
    const Column* parent = parent_column(table_id.with_sub(Kind::column, name), steps);
    if (parent == nullptr || !parent->not_null || table->own_not_null.contains(name)) continue;
    if (!parent->not_null_constraint.no_inherit) given.push_back(parent->id);
  }
  return given;
}

// CREATE TABLE makes one of two keys that are alike (transformIndexConstraints): the primary key,
// or the first.
bool would_be_taken_for_another(const Constraint& key, const StepBuilder& steps) {
  const auto shape = index_shape(key);
  if (!shape) return false;
  const std::vector<const Constraint*>& all =
      steps.desired_members(key.id.container(Kind::table)).constraints;
  return std::any_of(all.begin(), all.end(), [&](const Constraint* other) {
    if (other->id == key.id || !index_shape(*other)) return false;
    const bool is_first =
        other->type == key.type ? other->id < key.id : other->type == ConstraintType::primary_key;
    return is_first && other->columns == key.columns && other->include == key.include &&
           other->deferrable == key.deferrable &&
           other->initially_deferred == key.initially_deferred &&
           other->nulls_not_distinct == key.nulls_not_distinct;
  });
}

}  // namespace

template <>
void Rules<Constraint>::create(const Constraint& object, StepBuilder& steps) {
  if (comes_from_parent(object, steps)) return;
  const ObjectId table = object.id.container(Kind::table);
  const Index* index = index_used_by(object, steps);
  Step& step = steps.add(Verb::create, object, "");
  const std::string sql =
      index != nullptr ? definition_using(object, *index) : definition(object, step);
  step.sql = alter_table(table, "ADD " + sql);
  if (object.type == ConstraintType::primary_key) {
    // There is one at a time, and the old one may go with a column.
    std::vector<ObjectId> holders{table};
    const Table* live = steps.live.find<Table>(table);
    if (live != nullptr && live->partition_of) {
      // It may have its part of one that is its parent's.
      const std::vector<ObjectId> above = ancestors_of(steps.live, table);
      holders.insert(holders.end(), above.begin(), above.end());
    }
    for (const ObjectId& holder : holders) {
      for (const Constraint* other : steps.live_members(holder).constraints) {
        if (other->type == object.type) step.supersedes.push_back(other->id);
      }
    }
  }
  if (!object.index_valid) {
    // Not all partitions have their part of it: without ONLY they would all get one.
    leave_out_children(step);
    consume_children(table, step, steps);
  } else if (index != nullptr) {
    step.destroys.push_back(index->id);
  } else if (const std::vector<ObjectId> given = not_nulls_for_key(object, steps); !given.empty()) {
    step.consumes.insert(step.consumes.end(), given.begin(), given.end());
  } else if (object.validated && !would_be_taken_for_another(object, steps)) {
    // NOT VALID means nothing in CREATE TABLE: the constraint would be valid.
    step.clause = TableClause{table, {}, sql};
  }
  if (object.index_valid) consume_parts(table, object.id, step, steps);
  if (is_inheritable(&object)) {
    produce_in_children(object.id, step, steps);
    wait_for_columns_below(object, step, steps);
  }
  if (const auto shape = index_shape(object); shape && !object.attached_to) {
    keep_apart(table, *shape, step, steps);
  }
  if (object.foreign_key) {
    consume_referenced_key(object, step, steps);
    take_lock(step, steps, table, Lock::share_row_exclusive);
    take_lock(step, steps, object.foreign_key->referenced_table, Lock::share_row_exclusive);
  } else {
    take_lock(step, steps, table, Lock::access_exclusive);
  }
  if (steps.live.contains(table) && index == nullptr) add_build_hazard(object, step, steps);
  if (object.attached_to && has_index(object)) {
    attach_part(object, table, *object.attached_to, Verb::create, steps);
  }
  if (index != nullptr) forget_comment(object, *index, steps);
  if (index != nullptr && index->clustered == object.clustered) return;
  if (index != nullptr && index->clustered) uncluster(object, table, steps);
  if (!object.clustered) return;
  Step& cluster = steps.add(Verb::create, object, cluster_sql(table, object.id.sub, steps));
  take_lock(cluster, steps, table, Lock::access_exclusive);
}

template <>
bool Rules<Constraint>::alter(const Constraint& live, const Constraint& desired,
                              const FieldChanges& changes, StepBuilder& steps) {
  const ObjectId table = desired.id.container(Kind::table);
  const bool is_key = desired.foreign_key.has_value();
  if (!changes.only({"deferrable", "initially deferred", "validated", "enforced", "options",
                     "tablespace", "clustered", "index valid", "attached to"})) {
    return false;
  }
  if (changes.has("index valid") &&
      !(desired.index_valid && is_completed_by_parts(table, desired.id, steps))) {
    return false;
  }
  if (changes.has("attached to") && live.attached_to) return false;
  if (changes.has("options") && is_partitioned(steps.live, table)) return false;
  const bool timing =
      changes.has("deferrable") || changes.has("initially deferred") || changes.has("enforced");
  if (timing && !is_key) return false;
  // Whether it is enforced says the rest: PostgreSQL checks the rows then, or forgets that it did.
  const bool validates = changes.has("validated") && !changes.has("enforced");
  if (validates && !desired.validated) return false;
  if (changes.has("enforced") && steps.server_version < 180000) return false;
  // ENFORCED looks at all rows.
  if (changes.has("enforced") && desired.enforced && !desired.validated) return false;
  const std::string name = quote(desired.id.sub);
  if (timing) {
    std::string action = "ALTER CONSTRAINT " + name;
    if (changes.has("deferrable") || changes.has("initially deferred")) {
      action += desired.deferrable ? " DEFERRABLE" : " NOT DEFERRABLE";
      if (desired.deferrable) {
        action += desired.initially_deferred ? " INITIALLY DEFERRED" : " INITIALLY IMMEDIATE";
      }
    }
    if (changes.has("enforced")) action += desired.enforced ? " ENFORCED" : " NOT ENFORCED";
    Step& step = steps.add(Verb::alter, desired, alter_table(table, action));
    take_lock(step, steps, table, Lock::access_exclusive);
    if (changes.has("enforced") && desired.enforced) {
      step.scans = true;
      add_hazard(step, HazardCode::full_scan,
                 "reads all of " + qualified_name(table) + " while nobody can use it");
    }
  }
  if (validates) {
    Step& step = steps.add(Verb::alter, desired, alter_table(table, "VALIDATE CONSTRAINT " + name));
    take_lock(step, steps, table, Lock::share_update_exclusive);
    step.scans = true;
  }
  alter_index_storage(desired, object_id(Kind::index, desired.id.schema, desired.id.sub),
                      live.options, desired.options, live.tablespace, desired.tablespace, steps);
  if (changes.has("clustered")) {
    if (desired.clustered) {
      Step& step = steps.add(Verb::alter, desired, cluster_sql(table, desired.id.sub, steps));
      take_lock(step, steps, table, Lock::access_exclusive);
    } else {
      uncluster(desired, table, steps);
    }
  }
  if (changes.has("attached to") && has_index(desired)) {
    attach_part(desired, table, *desired.attached_to, Verb::alter, steps);
  }
  return true;
}

template <>
void Rules<Constraint>::drop(const Constraint& object, StepBuilder& steps) {
  const ObjectId table = object.id.container(Kind::table);
  if (goes_with_parent(table, object.attached_to, steps)) {
    if (object.attached_to->kind == Kind::index && steps.desired.contains(*object.attached_to) &&
        !steps.desired.contains(object.id)) {
      steps.refuse(object,
                   describe(*object.attached_to) + " of the partitioned table needs its index");
    }
    return;
  }
  if (goes_with_parents_check(object, steps)) return;
  Step& step =
      steps.add(Verb::drop, object, alter_table(table, "DROP CONSTRAINT " + quote(object.id.sub)));
  destroy_parts(table, object.id, step, steps);
  take_lock(step, steps, table, Lock::access_exclusive);
  if (!is_inheritable(&object)) return;
  if (becomes_own(object, steps)) {
    for (const ObjectId& above : ancestors_of(steps.live, table)) {
      step.supersedes.push_back(above.with_sub(Kind::constraint, object.id.sub));
    }
  }
  drop_below(object, steps);
}

}  // namespace schemadiff
