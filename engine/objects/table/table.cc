#include "engine/objects/table/table.h"

#include <algorithm>

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/column/column_definition.h"
#include "engine/objects/constraint/constraint.h"
#include "engine/objects/effects.h"
#include "engine/objects/partitions.h"
#include "engine/objects/privilege/rights.h"
#include "engine/objects/table/moves.h"
#include "engine/objects/table/partition_bound.h"
#include "engine/objects/trigger/clone.h"
#include "engine/objects/write.h"

namespace schemadiff {

std::string display(const PartitionKeyElement& element) {
  std::string out =
      element.column.empty() ? "(" + element.expression.text + ")" : quote(element.column);
  if (!element.collation.empty()) out += " COLLATE " + element.collation.sql();
  if (!element.operator_class.empty()) out += " " + element.operator_class.sql();
  return out;
}

std::string display(const PartitionKey& key) {
  std::string out;
  switch (key.strategy) {
    case PartitionStrategy::list:
      out = "LIST (";
      break;
    case PartitionStrategy::range:
      out = "RANGE (";
      break;
    case PartitionStrategy::hash:
      out = "HASH (";
      break;
  }
  return out + display(key.elements) + ")";
}

std::string display(const PartitionOf& partition) {
  return qualified_name(partition.parent) + " " + partition.bound.text;
}

std::string display(const ReplicaIdentity& identity) {
  switch (identity.kind) {
    case ReplicaIdentityKind::default_:
      return "default";
    case ReplicaIdentityKind::nothing:
      return "nothing";
    case ReplicaIdentityKind::full:
      return "full";
    case ReplicaIdentityKind::index:
      return "index " + quote(identity.index);
  }
  return "?";
}

namespace {

// It has parts of indexes that its parent has already: they must be there before it is attached,
// or PostgreSQL would make others in their place.
bool takes_in_indexes(const Table& table, const StepBuilder& steps) {
  const Members& members = steps.desired_members(table.id);
  const auto is_part = [&](const auto* part) {
    return part->attached_to && is_taken_in(*part->attached_to, steps);
  };
  return std::any_of(members.indexes.begin(), members.indexes.end(), is_part) ||
         std::any_of(members.constraints.begin(), members.constraints.end(), is_part);
}

// What a parent loses, LIKE must not find any more.
void supersede_shape(const ObjectId& parent, Step& step, const StepBuilder& steps) {
  std::vector<ObjectId> tables = ancestors_of(steps.desired, parent);
  tables.push_back(parent);
  for (const ObjectId& table : tables) {
    if (steps.moves.anew.contains(table)) continue;
    const Members& members = steps.live_members(table);
    for (const Column* column : members.columns) step.supersedes.push_back(column->id);
    for (const ColumnDefault* value : members.defaults) step.supersedes.push_back(value->id);
    for (const Constraint* constraint : members.constraints) {
      if (constraint->type == ConstraintType::check) step.supersedes.push_back(constraint->id);
    }
  }
}

// A parent as LIKE, ATTACH PARTITION and INHERIT must find it.
void consume_shape(const ObjectId& parent, Step& step, const StepBuilder& steps) {
  std::vector<ObjectId> tables = ancestors_of(steps.desired, parent);
  tables.push_back(parent);
  for (const ObjectId& table : tables) {
    const Members& members = steps.desired_members(table);
    for (const Column* column : members.columns) step.consumes.push_back(column->id);
    for (const ColumnDefault* value : members.defaults) step.consumes.push_back(value->id);
    for (const Constraint* constraint : members.constraints) {
      if (constraint->type == ConstraintType::check) step.consumes.push_back(constraint->id);
    }
  }
}

// A partition gets its parts of the parent's indexes where those are by then.
void consume_places_of_indexes(const ObjectId& parent, Step& step, const StepBuilder& steps) {
  const auto consume = [&](const auto* whole) {
    const auto* live = steps.live.find<std::decay_t<decltype(*whole)>>(whole->id);
    if (live != nullptr && live->tablespace != whole->tablespace) {
      step.consumes.push_back(whole->id);
    }
  };
  const Members& members = steps.desired_members(parent);
  for (const Index* index : members.indexes) consume(index);
  for (const Constraint* constraint : members.constraints) consume(constraint);
}

// By themselves or in expressions.
std::vector<Identifier> columns_of_key(const PartitionKey& key) {
  std::vector<Identifier> columns;
  for (const PartitionKeyElement& element : key.elements) {
    if (!element.column.empty()) columns.push_back(element.column);
    for (const ObjectId& used : element.expression.references) {
      if (used.kind == Kind::column) columns.push_back(used.sub);
    }
  }
  return columns;
}

// A column that a table is partitioned by can't change its type any more.
void consume_key_of_parents(const Table& table, Step& step, const StepBuilder& steps) {
  if (!table.partition_key) return;
  for (const ObjectId& above : ancestors_of(steps.desired, table.id)) {
    for (const Identifier column : columns_of_key(*table.partition_key)) {
      step.consumes.push_back(above.with_sub(Kind::column, column));
    }
  }
}

// All that is defined in a table and may go.
std::vector<ObjectId> parts_of(const ObjectId& table, const StepBuilder& steps) {
  std::vector<ObjectId> out;
  const Members& members = steps.live_members(table);
  for (const Column* column : members.columns) out.push_back(column->id);
  for (const ColumnDefault* value : members.defaults) out.push_back(value->id);
  for (const Constraint* constraint : members.constraints) out.push_back(constraint->id);
  for (const Index* index : members.indexes) out.push_back(index->id);
  return out;
}

// The child goes its own way before anything is done to it or its parents.
void separate(const ObjectId& child, const ObjectId& parent, Step& step, const StepBuilder& steps) {
  step.releases.push_back(parent);
  // From the old one, long before there is a new one.
  if (steps.moves.anew.contains(parent)) step.produces.clear();
  step.produces.push_back(departed(child));
  std::vector<ObjectId> tables = ancestors_of(steps.live, parent);
  tables.insert(tables.end(), {parent, child});
  for (const ObjectId& table : tables) {
    if (table != child && !steps.moves.anew.contains(table)) step.produces.push_back(table);
    for (const ObjectId& part : parts_of(table, steps)) {
      // Foreign keys go before the rows move, and their clones with them.
      const Constraint* key = steps.live.find<Constraint>(part);
      const bool goes_first =
          key != nullptr && key->foreign_key && steps.moves.anew.contains(parent);
      if (!goes_first) step.releases.push_back(part);
    }
  }
}

// The child and its new parent must be alike by then.
void unite(const Table& child, const ObjectId& parent, Step& step, const StepBuilder& steps) {
  step.produces = {membership_of(child.id)};
  step.consumes.insert(step.consumes.end(), {parent, child.id});
  consume_shape(parent, step, steps);
  const Members& members = steps.desired_members(child.id);
  for (const Column* column : members.columns) step.consumes.push_back(column->id);
  // What becomes of those that it has from parents which it keeps becomes of its own.
  for (const ObjectId& above : steady_ancestors(child.id, steps)) {
    for (const Column* column : steps.desired_members(above).columns) {
      step.consumes.push_back(column->id);
    }
  }
  for (const Constraint* constraint : members.constraints) {
    if (constraint->type == ConstraintType::check || constraint->attached_to) {
      step.consumes.push_back(constraint->id);
    }
  }
  for (const Index* index : members.indexes) {
    if (index->attached_to) step.consumes.push_back(index->id);
  }
  std::vector<ObjectId> tables = ancestors_of(steps.live, parent);
  tables.insert(tables.end(), {parent, child.id});
  for (const ObjectId& table : tables) {
    if (steps.moves.anew.contains(table)) continue;
    for (const ObjectId& part : parts_of(table, steps)) step.supersedes.push_back(part);
  }
  if (child.partition_of && child.partition_of->parent == parent) {
    wait_for_place(child, step, steps);
  }
}

// What a new partition takes over from its parent when its own statement doesn't name one.
Identifier named(const Table& table, Identifier Table::*field, const Identifier& usual,
                 bool stands_alone, const StepBuilder& steps) {
  if (!(table.*field).empty() || !table.partition_of || stands_alone) return table.*field;
  for (const Catalog* side : {&steps.live, &steps.desired}) {
    const Table* parent = side->find<Table>(table.partition_of->parent);
    if (parent != nullptr && !(parent->*field).empty()) return usual;
  }
  return {};
}

std::string tail_sql(const Table& table, bool stands_alone, Step& step, const StepBuilder& steps) {
  std::vector<std::string> lines;
  if (table.partition_of && !stands_alone) lines.push_back(use(step, table.partition_of->bound));
  if (!table.inherits.empty()) {
    std::string parents;
    for (const ObjectId& parent : table.inherits) {
      parents += (parents.empty() ? "" : ", ") + qualified_name(parent);
    }
    lines.push_back("INHERITS (" + parents + ")");
  }
  if (table.partition_key) {
    for (const PartitionKeyElement& element : table.partition_key->elements) {
      if (!element.expression.empty()) use(step, element.expression);
    }
    lines.push_back("PARTITION BY " + display(*table.partition_key));
  }
  if (!table.server.empty()) {
    lines.push_back("SERVER " + quote(table.server) + foreign_options_sql(table.foreign_options));
  }
  const Identifier method =
      named(table, &Table::access_method, Identifier("heap"), stands_alone, steps);
  if (!method.empty()) lines.push_back("USING " + quote(method));
  if (!table.options.empty()) lines.push_back("WITH (" + options_list(table.options) + ")");
  const Identifier tablespace =
      named(table, &Table::tablespace, Identifier("pg_default"), stands_alone, steps);
  if (!tablespace.empty()) lines.push_back("TABLESPACE " + quote(tablespace));
  std::string out;
  for (const std::string& line : lines) out += (out.empty() ? "" : "\n") + line;
  return out;
}

// 18 and later name what keeps a column NOT NULL after the table that declares it.
void declare_not_nulls(const Table& table, const Members& members, bool partition,
                       TableStatement& out, Step& step, const StepBuilder& steps) {
  for (const auto& [column, name] : table.own_not_null) {
    const ObjectId id = table.id.with_sub(Kind::column, column);
    const Column* parent = parent_column(id, steps);
    const bool is_said = std::any_of(members.columns.begin(), members.columns.end(),
                                     [&](const Column* own) { return own->id == id; });
    if (parent == nullptr || (partition && is_said)) continue;
    // Its type could not be changed over this one's constraint.
    step.consumes.push_back(parent->id);
    Column own = *parent;
    own.id = id;
    own.identity.reset();
    own.generated.reset();
    own.not_null_constraint = {name};
    TableStatement::Element element = column_element(own, step, steps.server_version);
    if (partition) element.sql = quote(column);
    out.elements.push_back(std::move(element));
  }
}

// The same where LIKE has copied the parent's names.
void name_not_nulls(const Table& table, StepBuilder& steps) {
  for (const auto& [column, name] : table.own_not_null) {
    const ObjectId id = table.id.with_sub(Kind::column, column);
    const Column* parent = parent_column(id, steps);
    if (parent == nullptr) continue;
    Column own;
    own.id = id;
    own.not_null_constraint.name = name;
    const Column* live = steps.live.find<Column>(parent->id);
    const bool is_known = live != nullptr && !live->not_null_constraint.name.empty();
    const Identifier from = not_null_name(is_known ? *live : *parent);
    const Identifier to = not_null_name(own);
    if (from == to) continue;
    Step& step =
        steps.add(Verb::create, table,
                  alter_table(table.id, "RENAME CONSTRAINT " + quote(from) + " TO " + quote(to)));
    take_lock(step, steps, table.id, Lock::access_exclusive);
  }
}

// PostgreSQL refuses parents that disagree about a default, unless the table says its own at once.
void declare_defaults(const Table& table, const Members& members, TableStatement& out, Step& step,
                      const StepBuilder& steps) {
  for (const ColumnDefault* value : members.defaults) {
    const ObjectId id = table.id.with_sub(Kind::column, value->id.sub);
    const Column* found = find_column(steps.desired, id);
    const auto passes_on = [&](const ObjectId& parent) {
      return find_column(steps.desired, parent.with_sub(Kind::column, id.sub)) != nullptr;
    };
    const bool is_shared =
        std::count_if(table.inherits.begin(), table.inherits.end(), passes_on) > 1;
    if (found == nullptr || found->id == id || !is_shared) continue;
    auto element = std::find_if(out.elements.begin(), out.elements.end(),
                                [&](const auto& each) { return each.column == id.sub; });
    if (element == out.elements.end()) {
      Column own;
      own.id = id;
      own.type = found->type;
      own.collation = found->collation;
      out.elements.push_back(column_element(own, step, steps.server_version));
      element = out.elements.end() - 1;
    }
    element->default_sql = "DEFAULT NULL";
  }
}

TableStatement statement(const Table& table, const Members& members, bool stands_alone, Step& step,
                         const StepBuilder& steps) {
  const int server_version = steps.server_version;
  TableStatement out;
  out.head =
      table.persistence == Persistence::unlogged ? "CREATE UNLOGGED TABLE " : "CREATE TABLE ";
  if (!table.server.empty()) out.head = "CREATE FOREIGN TABLE ";
  out.head += qualified_name(table.id);
  out.tail = tail_sql(table, stands_alone, step, steps);
  const bool partition = table.partition_of && !stands_alone;
  if (partition) out.head += " PARTITION OF " + qualified_name(table.partition_of->parent);
  if (!table.of_type.empty()) out.head += " OF " + table.of_type.sql;
  out.needs_list = !partition && table.of_type.empty();
  if (stands_alone) {
    std::string like = "LIKE " + qualified_name(table.partition_of->parent) +
                       " INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED "
                       "INCLUDING STORAGE";
    if (server_version >= 140000) like += " INCLUDING COMPRESSION";
    out.elements.push_back({{}, std::move(like), "", ""});
    return out;
  }
  // The table that the rows come from is there yet, and has the usual names.
  const NotNullNames names =
      steps.moves.anew.contains(table.id) ? NotNullNames::all : NotNullNames::unusual;
  for (const Column* column : members.columns) {
    if (column->inherited && !partition && !column->generated) continue;
    Column named = *column;
    const auto copied = table.own_not_null.find(column->id.sub);
    if (named.not_null_constraint.name.empty() && copied != table.own_not_null.end()) {
      named.not_null_constraint.name = copied->second;
    }
    TableStatement::Element element = column_element(named, step, server_version, names);
    free_identity_sequence(named, step, steps);
    // The parent or the type has the column already: only what the table adds to it may stand here.
    if (partition || !table.of_type.empty()) {
      const bool derived = column->identity || (column->generated && !column->inherited);
      if (element.suffix.empty() || derived) continue;
      // Saying what the parent says would make a constraint of its own (18 and later).
      const bool is_own =
          copied != table.own_not_null.end() || !named.not_null_constraint.name.empty();
      const Column* above = partition ? parent_column(column->id, steps) : nullptr;
      if (above != nullptr && above->not_null && !is_own) continue;
      if (above != nullptr) step.consumes.push_back(above->id);
      element.sql = quote(column->id.sub);
      if (!table.of_type.empty()) element.sql += " WITH OPTIONS";
    }
    if (column->inherited && column->generated) {
      // The parent's own change would overwrite it.
      for (const ObjectId& above : ancestors_of(steps.desired, table.id)) {
        step.consumes.push_back(above.with_sub(Kind::column, column->id.sub));
      }
    }
    for (const ObjectId& id : {column->type.object}) {
      if (id.known() && id != table.id) step.consumes.push_back(id);
    }
    out.elements.push_back(std::move(element));
  }
  if (server_version >= 180000 && (partition || !table.inherits.empty())) {
    declare_not_nulls(table, members, partition, out, step, steps);
  }
  if (table.inherits.size() > 1) {
    // PostgreSQL changes no type of a column that a table has from several parents.
    for (const ObjectId& above : ancestors_of(steps.desired, table.id)) {
      for (const Column* column : steps.desired_members(above).columns) {
        step.consumes.push_back(column->id);
      }
    }
    declare_defaults(table, members, out, step, steps);
  }
  return out;
}

void open_to_everybody(const Table& table, Step& step) {
  add_hazard(step, HazardCode::widens_access,
             "everybody with a privilege on " + qualified_name(table.id) + " sees all its rows");
}

void open_to_owner(const Table& table, Step& step) {
  add_hazard(step, HazardCode::widens_access,
             "the owner of " + qualified_name(table.id) + " sees all its rows");
}

// Who asks a parent is bound by the parent's policies alone.
void open_through(const ObjectId& parent, const Table& child, Step& step,
                  const StepBuilder& steps) {
  std::vector<ObjectId> above = ancestors_of(steps.desired, parent);
  above.insert(above.begin(), parent);
  std::vector<ObjectId> tables = tables_below(child.id, steps);
  tables.insert(tables.begin(), child.id);
  for (const ObjectId& id : tables) {
    const Table* before = steps.live.find<Table>(id);
    const Table* after = steps.desired.find<Table>(id);
    const bool keeps_rows =
        before != nullptr && before->row_security && after != nullptr && after->row_security;
    if (!keeps_rows) continue;
    const std::vector<ObjectId> already = ancestors_of(steps.live, id);
    const auto opens = std::find_if(above.begin(), above.end(), [&](const ObjectId& ancestor) {
      const Table* table = steps.desired.find<Table>(ancestor);
      return table != nullptr && !table->row_security &&
             std::find(already.begin(), already.end(), ancestor) == already.end();
    });
    if (opens == above.end()) continue;
    add_hazard(step, HazardCode::widens_access,
               "everybody with a privilege on " + qualified_name(*opens) +
                   " sees through it all rows of " + qualified_name(id));
  }
}

// Rows that policies of its parents bind may be read in a new partition by who has privileges
// there, default ones above all.
void open_beside(const Table& child, Step& step, const StepBuilder& steps) {
  if (child.row_security) return;
  for (const ObjectId& id : ancestors_of(steps.desired, child.id)) {
    const Table* before = steps.live.find<Table>(id);
    const Table* after = steps.desired.find<Table>(id);
    if (before == nullptr || !before->row_security || !after->row_security) continue;
    if (!has_readers(child.id, steps)) return;
    add_hazard(step, HazardCode::widens_access,
               "who has a privilege on " + qualified_name(child.id) +
                   " sees all rows in it, though " + qualified_name(id) + " has row security");
    return;
  }
}

void row_security(const Table& table, Verb verb, StepBuilder& steps) {
  Step& step = steps.add(verb, table,
                         alter_table(table.id, table.row_security ? "ENABLE ROW LEVEL SECURITY"
                                                                  : "DISABLE ROW LEVEL SECURITY"));
  take_lock(step, steps, table.id, Lock::access_exclusive);
  if (!table.row_security) open_to_everybody(table, step);
}

void force_row_security(const Table& table, Verb verb, StepBuilder& steps) {
  Step& step =
      steps.add(verb, table,
                alter_table(table.id, table.force_row_security ? "FORCE ROW LEVEL SECURITY"
                                                               : "NO FORCE ROW LEVEL SECURITY"));
  take_lock(step, steps, table.id, Lock::access_exclusive);
  if (!table.force_row_security) open_to_owner(table, step);
}

void replica_identity(const Table& table, Verb verb, StepBuilder& steps) {
  const ReplicaIdentity& identity = table.replica_identity;
  std::string words = "DEFAULT";
  if (identity.kind == ReplicaIdentityKind::nothing) words = "NOTHING";
  if (identity.kind == ReplicaIdentityKind::full) words = "FULL";
  if (identity.kind == ReplicaIdentityKind::index) words = "USING INDEX " + quote(identity.index);
  Step& step = steps.add(verb, table, alter_table(table.id, "REPLICA IDENTITY " + words));
  take_lock(step, steps, table.id, Lock::access_exclusive);
  if (identity.kind != ReplicaIdentityKind::index) return;
  // Waits for its index, so what only needs the table must not wait for this step.
  step.verb = Verb::alter;
  step.produces = {replica_identity_of(table.id)};
  const ObjectId index = object_id(Kind::index, table.id.schema, identity.index);
  const ObjectId constraint = table.id.with_sub(Kind::constraint, identity.index);
  step.consumes = {table.id, index, constraint};
  for (const Identifier column : columns_of_index(steps.desired, index, constraint)) {
    step.consumes.push_back(table.id.with_sub(Kind::column, column));  // NOT NULL by then
  }
}

// The values that a bound names may be new in their type.
void consume_key_types(const ObjectId& parent, Step& step, const StepBuilder& steps) {
  const Table* table = steps.desired.find<Table>(parent);
  if (table == nullptr || !table->partition_key) return;
  for (const Identifier name : columns_of_key(*table->partition_key)) {
    const Column* column = find_column(steps.desired, parent.with_sub(Kind::column, name));
    if (column != nullptr && column->type.object.known()) {
      step.consumes.push_back(column->type.object);
    }
  }
}

// Whether the table, which is there, has no index that its new parent's can take.
bool builds_parts(const Table& table, const StepBuilder& steps) {
  const Members& own = steps.desired_members(table.id);
  const Table* before = steps.live.find<Table>(table.id);
  const bool returns = before != nullptr && before->partition_of &&
                       before->partition_of->parent == table.partition_of->parent;
  const auto has_part = [&](const ObjectId& whole) {
    if (returns && steps.live.contains(whole)) return true;
    const auto is_part = [&](const auto* part) {
      return part->attached_to == whole && steps.live.contains(part->id);
    };
    return std::any_of(own.indexes.begin(), own.indexes.end(), is_part) ||
           std::any_of(own.constraints.begin(), own.constraints.end(), is_part);
  };
  const Members& above = steps.desired_members(table.partition_of->parent);
  return std::any_of(above.indexes.begin(), above.indexes.end(),
                     [&](const Index* index) { return index->valid && !has_part(index->id); }) ||
         std::any_of(above.constraints.begin(), above.constraints.end(),
                     [&](const Constraint* key) {
                       return has_index(*key) && key->index_valid && !has_part(key->id);
                     });
}

void attach(const Table& table, Verb verb, StepBuilder& steps) {
  const PartitionOf& partition = *table.partition_of;
  const ObjectId& parent = partition.parent;
  Step& step = steps.add(verb, table, "");
  step.sql = alter_table(
      parent, "ATTACH PARTITION " + qualified_name(table.id) + " " + use(step, partition.bound));
  unite(table, parent, step, steps);
  // PostgreSQL might take them for parts of the parent's.
  if (steps.live.contains(table.id)) {
    const auto let_go = [&](const auto* own) {
      if (!steps.desired.contains(own->id)) step.supersedes.push_back(own->id);
    };
    const Members& own = steps.live_members(table.id);
    for (const Index* index : own.indexes) let_go(index);
    for (const Constraint* constraint : own.constraints) let_go(constraint);
  }
  consume_key_types(parent, step, steps);
  consume_places_of_indexes(parent, step, steps);
  open_through(parent, table, step, steps);
  take_lock(step, steps, parent, Lock::share_update_exclusive);
  if (!take_lock(step, steps, table.id, Lock::access_exclusive)) return;
  if (!table.server.empty()) return;  // rows elsewhere are taken at their word
  step.scans = true;
  add_hazard(step, HazardCode::full_scan,
             "reads all of " + qualified_name(table.id) + " to see that its rows fit the bounds");
  if (!builds_parts(table, steps)) return;
  add_hazard(step, HazardCode::blocking_index_build,
             "indexes of " + qualified_name(parent) + " are built over " +
                 qualified_name(table.id) + " while nobody can write to it");
}

// Live indexes that ATTACH PARTITION would take for parts of the parent's, though the file wants
// them beside those.
std::vector<const Index*> indexes_in_the_way(const Table& table, const StepBuilder& steps) {
  std::vector<const Index*> out;
  const Members& wanted = steps.desired_members(table.id);
  const auto may_be_taken = [&](const ObjectId& above, const IndexShape& parent,
                                const Index& index) {
    const auto is_part = [&](const auto* part) { return part->attached_to == above; };
    return can_back(parent, index_shape(index)) &&
           std::none_of(wanted.indexes.begin(), wanted.indexes.end(), is_part) &&
           std::none_of(wanted.constraints.begin(), wanted.constraints.end(), is_part);
  };
  for (const Index* index : wanted.indexes) {
    const Index* live = steps.live.find<Index>(index->id);
    if (index->attached_to || live == nullptr || !compare_fields(*live, *index).empty()) continue;
    if (steps.desired.contains(index->id.commented())) continue;
    for (const Index* above : steps.desired_members(table.partition_of->parent).indexes) {
      if (!may_be_taken(above->id, index_shape(*above), *index)) continue;
      out.push_back(index);
      break;
    }
  }
  return out;
}

void detach(const Table& live, const Table& desired, StepBuilder& steps) {
  const ObjectId& parent = live.partition_of->parent;
  Step& step = steps.add(Verb::alter, desired,
                         alter_table(parent, "DETACH PARTITION " + qualified_name(live.id)));
  step.lock = Lock::access_exclusive;
  separate(live.id, parent, step, steps);
  leave_place(live, step);
  if (is_child(desired, parent)) return;
  add_hazard(step, HazardCode::breaks_clients,
             steps.moves.anew.contains(parent)
                 ? "keeps its rows, and " + qualified_name(parent) + " gets copies of them"
                 : "queries of " + qualified_name(parent) + " no longer see its rows");
}

// DETACH takes the clones of the parent's triggers away, and ATTACH makes others. Those that are to
// be switched otherwise have steps of their own.
void switch_clones(const Table& table, StepBuilder& steps) {
  for (const Trigger* trigger : steps.desired.sorted<Trigger>()) {
    if (!is_clone(*trigger) || trigger->relation != table.id) continue;
    const Trigger* before = steps.live.find<Trigger>(trigger->id);
    if (before == nullptr || before->enabled != trigger->enabled) continue;
    Rules<Trigger>::create(*trigger, steps);
  }
}

// Its bounds can't be changed while it is attached.
void change_bounds(const Table& live, const Table& desired, StepBuilder& steps) {
  const ObjectId& parent = live.partition_of->parent;
  Step& step = steps.add(Verb::alter, desired,
                         alter_table(parent, "DETACH PARTITION " + qualified_name(live.id)));
  step.lock = Lock::access_exclusive;
  step.produces.clear();
  leave_place(live, step);
  step.puts_aside = {membership_of(live.id)};
  settle(live.id, step, steps);
  attach(desired, Verb::alter, steps);
  switch_clones(desired, steps);
}

void change_parents(const Table& live, const Table& desired, StepBuilder& steps) {
  const std::vector<ObjectId> steady = steady_parents(live, desired);
  for (const ObjectId& parent : live.inherits) {
    if (std::find(steady.begin(), steady.end(), parent) != steady.end()) continue;
    Step& step = steps.add(Verb::alter, desired,
                           alter_table(desired.id, "NO INHERIT " + qualified_name(parent)));
    step.lock = Lock::access_exclusive;
    separate(live.id, parent, step, steps);
    if (is_child(desired, parent)) continue;
    add_hazard(step, HazardCode::breaks_clients,
               "queries of " + qualified_name(parent) + " no longer see its rows");
  }
  for (size_t i = steady.size(); i < desired.inherits.size(); ++i) {
    const ObjectId& parent = desired.inherits[i];
    Step& step = steps.add(Verb::alter, desired,
                           alter_table(desired.id, "INHERIT " + qualified_name(parent)));
    unite(desired, parent, step, steps);
    open_through(parent, desired, step, steps);
    step.lock = Lock::access_exclusive;
  }
}

// Those of the parents' NOT VALID checks that are to be valid here.
void validate_checks(const Table& table, const std::vector<Identifier>& already,
                     StepBuilder& steps) {
  for (const Identifier name : table.valid_checks) {
    if (std::find(already.begin(), already.end(), name) != already.end()) continue;
    Step& step =
        steps.add(Verb::alter, table, alter_table(table.id, "VALIDATE CONSTRAINT " + quote(name)));
    step.produces.clear();
    step.consumes.push_back(table.id);
    step.consumes.push_back(membership_of(table.id));
    for (const ObjectId& above : ancestors_of(steps.desired, table.id)) {
      step.consumes.push_back(above.with_sub(Kind::constraint, name));
    }
    if (take_lock(step, steps, table.id, Lock::share_update_exclusive)) step.scans = true;
  }
}

bool is_refused(const Table& live, const Table& desired, const FieldChanges& changes,
                StepBuilder& steps) {
  if (live.server.empty() && !desired.server.empty()) {
    steps.refuse(desired, "PostgreSQL can't turn a table with rows into a foreign one",
                 "drop it in one plan, and create the other in the next");
    return true;
  }
  if (changes.has("access method") && steps.server_version < 150000) {
    steps.refuse(desired, "changing the access method of a table needs PostgreSQL 15");
    return true;
  }
  if (changes.has("persistence") && desired.partition_key) {
    steps.refuse(desired, "a partitioned table can't be changed between logged and unlogged");
    return true;
  }
  return false;
}

}  // namespace

template <>
void Rules<Table>::expressions(Table& object, const ExpressionVisitor& visit) {
  if (object.partition_key) {
    for (PartitionKeyElement& element : object.partition_key->elements) {
      if (element.expression.empty()) continue;
      ExpressionScope scope;
      scope.relation = object.id;
      visit(element.expression, scope);
    }
  }
  if (object.partition_of) {
    ExpressionScope scope;
    scope.role = ExpressionRole::partition_bound;
    scope.relation = object.partition_of->parent;
    visit(object.partition_of->bound, scope);
  }
}

template <>
void Rules<Table>::references(const Table& object, ReferenceSink& sink) {
  sink.schema(object.id.schema);
  for (const ObjectId& parent : object.inherits) sink.object(parent);
  if (object.partition_of) sink.object(object.partition_of->parent);
  sink.type(object.of_type);
  sink.object(object_id(Kind::foreign_server, {}, object.server));
  sink.object(object_id(Kind::access_method, {}, object.access_method));
  if (!object.partition_key) return;
  for (const PartitionKeyElement& element : object.partition_key->elements) {
    sink.collation(element.collation);
    sink.operator_class(
        element.operator_class,
        object.partition_key->strategy == PartitionStrategy::hash ? "hash" : "btree");
  }
}

namespace {

// Beside a partition that stays, and that nobody may have declared.
bool is_refused_by_sibling(const Table& table, StepBuilder& steps) {
  if (!table.partition_of || steps.moves.anew.contains(table.partition_of->parent)) return false;
  for (const Table* other : steps.desired_members(table.partition_of->parent).children) {
    const Table* live = steps.live.find<Table>(other->id);
    if (other->id == table.id || live == nullptr || !live->partition_of) continue;
    const PartitionOf& place = *live->partition_of;
    const bool stays = other->partition_of == live->partition_of;
    if (!stays || place.parent != table.partition_of->parent) continue;
    if (!must_overlap(place.bound.text, table.partition_of->bound.text)) continue;
    steps.refuse(table, "rows of it could be in " + qualified_name(other->id) + " too, which stays",
                 other->source.known()
                     ? "give them bounds that don't overlap"
                     : "declare that one as well, or let undeclared partitions be dropped: "
                       "-- schemadiff: partitions exact");
    return true;
  }
  return false;
}

}  // namespace

template <>
void Rules<Table>::create(const Table& object, StepBuilder& steps) {
  if (is_refused_by_sibling(object, steps)) return;
  const Members& members = steps.desired_members(object.id);
  const bool stands_alone = object.partition_of && takes_in_indexes(object, steps);
  Step& step = steps.add(Verb::create, object, "");
  step.table = statement(object, members, stands_alone, step, steps);
  step.sql = step.table->sql();
  for (const Column* column : members.columns) produce(*column, step);
  if (const Table* live = steps.live.find<Table>(object.id)) {
    // What kept rows from people goes with the old table.
    if (live->row_security && !object.row_security) open_to_everybody(object, step);
    if (live->force_row_security && !object.force_row_security) open_to_owner(object, step);
    if (!stands_alone) {
      for (const ObjectId& parent : parents_of(object)) open_through(parent, object, step, steps);
    }
  } else {
    open_beside(object, step, steps);
  }
  if (object.partition_of) {
    const ObjectId& parent = object.partition_of->parent;
    take_lock(step, steps, parent, stands_alone ? Lock::access_share : Lock::access_exclusive);
    if (stands_alone || steps.moves.anew.contains(object.id)) {
      consume_shape(parent, step, steps);
      supersede_shape(parent, step, steps);
    }
    if (!stands_alone) {
      step.produces.push_back(membership_of(object.id));
      wait_for_place(object, step, steps);
      consume_key_of_parents(object, step, steps);
      consume_places_of_indexes(parent, step, steps);
    }
  }
  if (stands_alone) {
    if (steps.server_version >= 180000) name_not_nulls(object, steps);
    attach(object, Verb::create, steps);
  }
  for (const Column* column : members.columns) {
    if (column->inherited) {
      const bool is_declared = object.partition_of.has_value() || column->generated.has_value();
      set_apart(*column, is_declared && !stands_alone, steps);
    } else {
      add_column_settings(*column, steps);
    }
  }
  if (object.row_security) row_security(object, Verb::create, steps);
  if (object.force_row_security) {
    force_row_security(object, Verb::create, steps);
    // Its policies may keep out rows that are moved by its owner.
    if (steps.moves.anew.contains(object.id)) {
      steps.steps().back().consumes.push_back(moved_rows(root_of_move(object.id, steps)));
    }
  }
  // Its index comes when the rows are there.
  if (steps.moves.anew.contains(object.id)) move_rows(object, steps);
  if (object.replica_identity.kind != ReplicaIdentityKind::default_) {
    replica_identity(object, Verb::create, steps);
  }
  validate_checks(object, {}, steps);
}

namespace {

// Stands for a table's being logged, or not, as it is to be.
ObjectId persisted(const ObjectId& table) {
  return {Kind::none, Kind::table, table.schema, table.name, "persisted"};
}

// No foreign key of a logged table may point to an unlogged one, not for a moment: those that stay
// decide whose turn it is, the others go first.
void follow_keys(const Table& table, Step& step, const StepBuilder& steps) {
  step.produces.push_back(persisted(table.id));
  const bool unlogged = table.persistence == Persistence::unlogged;
  for (const auto& [id, key] : steps.live.objects<Constraint>()) {
    if (!key.foreign_key) continue;
    const ObjectId from = id.container(Kind::table);
    const ObjectId& to = key.foreign_key->referenced_table;
    if (from == to || (unlogged ? to : from) != table.id) continue;
    step.consumes.push_back(persisted(unlogged ? from : to));
    step.supersedes.push_back(id);
  }
}

// Of a partitioned table it is only what new partitions get.
void set_access_method(const Table& table, StepBuilder& steps) {
  const bool holds_rows = !table.partition_key;
  std::string method = holds_rows ? "heap" : "DEFAULT";
  if (!table.access_method.empty()) method = quote(table.access_method);
  Step& step = steps.add(Verb::alter, table, "");
  share_action(step, table.id, "SET ACCESS METHOD " + method);
  step.lock = Lock::access_exclusive;
  if (!holds_rows) return;
  step.rewrites = true;
  add_hazard(step, HazardCode::table_rewrite,
             "writes " + qualified_name(table.id) + " anew while nobody can use it");
}

// PostgreSQL wants the columns in the type's order; new ones come behind those that stay.
bool has_order_of_type(const Table& desired, const StepBuilder& steps) {
  const CompositeType* type = steps.desired.find<CompositeType>(desired.of_type.object);
  if (type == nullptr) return true;
  std::vector<Identifier> order;
  for (const Column* column : steps.live_members(desired.id).columns) {
    if (steps.desired.contains(column->id)) order.push_back(column->id.sub);
  }
  for (const Column* column : steps.desired_members(desired.id).columns) {
    if (!steps.live.contains(column->id)) order.push_back(column->id.sub);
  }
  return std::equal(
      order.begin(), order.end(), type->attributes.begin(), type->attributes.end(),
      [](Identifier name, const CompositeAttribute& attribute) { return name == attribute.name; });
}

// When its columns are those of the type: what changes them waits for the table, but not for this.
void become_typed(const Table& desired, StepBuilder& steps) {
  Step& step =
      steps.add(Verb::alter, desired, alter_table(desired.id, "OF " + desired.of_type.sql));
  step.lock = Lock::access_exclusive;
  step.produces.clear();
  if (desired.of_type.object.known()) step.consumes.push_back(desired.of_type.object);
  for (const Column* column : steps.desired_members(desired.id).columns) {
    step.consumes.push_back(column->id);
  }
  for (const Column* column : steps.live_members(desired.id).columns) {
    step.supersedes.push_back(column->id);
  }
}

}  // namespace

template <>
bool Rules<Table>::alter(const Table& live, const Table& desired, const FieldChanges& changes,
                         StepBuilder& steps) {
  if (is_refused(live, desired, changes, steps)) return true;
  if (changes.has("of type") && !desired.of_type.empty() && !has_order_of_type(desired, steps)) {
    steps.refuse(desired, "its columns are in another order than in " + desired.of_type.sql,
                 "PostgreSQL can't move columns: create it anew, or order the type as the table");
    return true;
  }
  if (changes.has("server")) return false;  // it has no rows to lose
  const auto add = [&](const std::string& action, Lock lock) -> Step& {
    Step& step = steps.add(Verb::alter, desired, "");
    share_action(step, desired.id, action);
    step.lock = lock;
    return step;
  };
  const std::string name = qualified_name(desired.id);
  if (changes.has("of type") && !live.of_type.empty()) {
    add("NOT OF", Lock::access_exclusive).releases.push_back(live.of_type.object);
  }
  if (changes.has("persistence")) {
    const bool unlogged = desired.persistence == Persistence::unlogged;
    Step& step = add(unlogged ? "SET UNLOGGED" : "SET LOGGED", Lock::access_exclusive);
    step.rewrites = true;
    follow_keys(desired, step, steps);
    add_hazard(step, HazardCode::table_rewrite, "writes " + name + " anew while nobody can use it");
    if (unlogged) {
      add_hazard(step, HazardCode::data_loss, "after a crash the table is empty");
    }
  }
  if (changes.has("access method")) set_access_method(desired, steps);
  if (changes.has("tablespace")) {
    Step& step = add(
        "SET TABLESPACE " + (desired.tablespace.empty() ? "pg_default" : quote(desired.tablespace)),
        Lock::access_exclusive);
    step.rewrites = true;
    add_hazard(step, HazardCode::table_rewrite, "copies " + name + " while nobody can use it");
  }
  if (changes.has("options")) {
    const OptionChanges options = option_changes(live.options, desired.options);
    if (!options.set.empty()) {
      add("SET (" + options_list(options.set) + ")", Lock::share_update_exclusive);
    }
    if (!options.reset.empty()) {
      add("RESET (" + option_names(options.reset) + ")", Lock::share_update_exclusive);
    }
  }
  if (changes.has("foreign options")) {
    Step& step = add(foreign_option_changes(live.foreign_options, desired.foreign_options),
                     Lock::access_exclusive);
    step.sql.replace(0, std::string("ALTER TABLE").size(), "ALTER FOREIGN TABLE");
    step.action.reset();
  }
  if (changes.has("row security")) row_security(desired, Verb::alter, steps);
  if (changes.has("force row security")) force_row_security(desired, Verb::alter, steps);
  // An index may come with the parent.
  const bool names_index = desired.replica_identity.kind == ReplicaIdentityKind::index;
  if (changes.has("replica identity") && !names_index) {
    replica_identity(desired, Verb::alter, steps);
  }
  const bool reattached = steps.moves.reattached.contains(desired.id);
  if (changes.has("partition of") && live.partition_of && !reattached) {
    detach(live, desired, steps);
  }
  if (changes.has("inherits")) change_parents(live, desired, steps);
  if (changes.has("partition of") && reattached) {
    change_bounds(live, desired, steps);
  } else if (changes.has("partition of")) {
    if (desired.partition_of) {
      const std::vector<const Index*> apart = indexes_in_the_way(desired, steps);
      for (const Index* index : apart) Rules<Index>::drop(*index, steps);
      attach(desired, Verb::alter, steps);
      for (const Index* index : apart) Rules<Index>::create(*index, steps);
    }
  }
  if (changes.has("replica identity") && names_index) {
    replica_identity(desired, Verb::alter, steps);
  }
  if (changes.has("valid checks")) validate_checks(desired, live.valid_checks, steps);
  if (changes.has("of type") && !desired.of_type.empty()) become_typed(desired, steps);
  return true;
}

template <>
void Rules<Table>::drop(const Table& object, StepBuilder& steps) {
  if (steps.moves.anew.contains(object.id)) return put_aside(object, steps);
  if (steps.moves.dissolved.contains(object.id)) return dissolve(object, steps);
  const bool foreign = !object.server.empty();
  // Its rows go elsewhere with those of a table that it is a part of.
  std::vector<ObjectId> moves;
  for (const ObjectId& above : ancestors_of(steps.live, object.id)) {
    if (!steps.live.find<Table>(above)->partition_key) continue;
    if (steps.moves.anew.contains(above)) moves.push_back(moved_rows(root_of_move(above, steps)));
    if (steps.moves.dissolved.contains(above)) moves.push_back(moved_rows(above));
  }
  const std::vector<ObjectId> keys = keys_to_partition(object, steps);
  const bool key_stays = std::any_of(
      keys.begin(), keys.end(), [&](const ObjectId& key) { return steps.desired.contains(key); });
  if (moves.empty() && key_stays && steps.desired.contains(object.partition_of->parent)) {
    Step& apart = steps.add(
        Verb::drop, object,
        alter_table(object.partition_of->parent, "DETACH PARTITION " + qualified_name(object.id)));
    apart.lock = Lock::access_exclusive;
    apart.destroys.clear();
    add_hazard(apart, HazardCode::full_scan,
               "fails if rows that reference the table are without theirs then");
  }
  Step& step =
      steps.add(Verb::drop, object,
                (foreign ? "DROP FOREIGN TABLE " : "DROP TABLE ") + qualified_name(object.id));
  step.lock = Lock::access_exclusive;
  step.consumes = moves;
  step.supersedes.insert(step.supersedes.end(), keys.begin(), keys.end());
  if (object.partition_of) leave_place(object, step);
  if (foreign) {
    if (becomes_plain(object.id, steps.live, steps.desired)) {
      add_hazard(step, HazardCode::breaks_clients,
                 "its rows are the server's: the table begins without any");
    }
    return;
  }
  if (!moves.empty()) return;
  add_hazard(
      step, HazardCode::data_loss,
      object.partition_of ? "drops the partition and its rows" : "drops the table and its rows");
}

}  // namespace schemadiff
