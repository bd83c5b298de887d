#include "engine/objects/partitions.h"

#include <algorithm>

#include "engine/objects/effects.h"
#include "engine/objects/write.h"

namespace schemadiff {

std::vector<ObjectId> steady_parents(const Table& live, const Table& desired) {
  std::vector<ObjectId> steady;
  for (const ObjectId& parent : live.inherits) {
    if (steady.size() < desired.inherits.size() && parent == desired.inherits[steady.size()]) {
      steady.push_back(parent);
    }
  }
  return steady;
}

bool stays_under(const ObjectId& table, const ObjectId& parent, const StepBuilder& steps) {
  const Table* live = steps.live.find<Table>(table.container(Kind::table));
  const Table* desired = steps.desired.find<Table>(table.container(Kind::table));
  if (live == nullptr || desired == nullptr) return false;
  const auto is_partition = [&](const Table& side) {
    return side.partition_of && side.partition_of->parent == parent;
  };
  if (is_partition(*live)) return is_partition(*desired);
  const std::vector<ObjectId> steady = steady_parents(*live, *desired);
  return std::find(steady.begin(), steady.end(), parent) != steady.end();
}

std::vector<ObjectId> steady_ancestors(const ObjectId& table, const StepBuilder& steps) {
  std::vector<ObjectId> open = {table.container(Kind::table)};
  std::vector<ObjectId> out;
  for (size_t i = 0; i < open.size(); ++i) {
    for (const ObjectId& parent : parents_of(steps.live, open[i])) {
      if (!stays_under(open[i], parent, steps)) continue;
      if (std::find(out.begin(), out.end(), parent) != out.end()) continue;
      out.push_back(parent);
      open.push_back(parent);
    }
  }
  return out;
}

bool leaves(const ObjectId& table, const ObjectId& parent, const StepBuilder& steps) {
  return is_child(steps.live, table, parent) &&
         steps.desired.contains(table.container(Kind::table)) && !stays_under(table, parent, steps);
}

bool is_partitioned(const Catalog& catalog, const ObjectId& table) {
  const Table* found = catalog.find<Table>(table.container(Kind::table));
  return found != nullptr && found->partition_key.has_value();
}

std::vector<ObjectId> tables_below(const ObjectId& table, const StepBuilder& steps) {
  std::vector<ObjectId> out = {table};
  for (size_t i = 0; i < out.size(); ++i) {
    for (const Table* child : steps.live_members(out[i]).children) {
      if (std::find(out.begin(), out.end(), child->id) == out.end()) out.push_back(child->id);
    }
  }
  out.erase(out.begin());
  return out;
}

std::vector<ObjectId> keys_to_partition(const Table& table, const StepBuilder& steps) {
  std::vector<ObjectId> out;
  if (!table.partition_of) return out;
  const std::vector<ObjectId> above = ancestors_of(steps.live, table.id);
  for (const auto& [id, constraint] : steps.live.objects<Constraint>()) {
    const auto& key = constraint.foreign_key;
    if (key && std::find(above.begin(), above.end(), key->referenced_table) != above.end()) {
      out.push_back(id);
    }
  }
  return out;
}

const Table* foreign_table_below(const ObjectId& table, const StepBuilder& steps) {
  for (const Table* child : steps.live_members(table).children) {
    if (!child->server.empty()) return child;
    if (const Table* below = foreign_table_below(child->id, steps)) return below;
  }
  return nullptr;
}

void displace(const ObjectId& column, Step& step, const StepBuilder& steps) {
  step.displaces.push_back(column);
  for (const Table* child : steps.live_members(column).children) {
    if (leaves(child->id, column.container(Kind::table), steps)) continue;
    displace(child->id.with_sub(Kind::column, column.sub), step, steps);
  }
}

void leave_out_children(Step& step) {
  step.sql.insert(std::string_view("ALTER TABLE ").size(), "ONLY ");
  step.action.reset();
}

ObjectId membership_of(const ObjectId& table) {
  return {Kind::none, Kind::table, table.schema, table.name, {}};
}

ObjectId replica_identity_of(const ObjectId& table) {
  return {Kind::none, Kind::index, table.schema, table.name, "replica identity"};
}

std::vector<Identifier> columns_of_index(const Catalog& catalog, const ObjectId& index,
                                         const ObjectId& constraint) {
  if (const Constraint* found = catalog.find<Constraint>(constraint)) return found->columns;
  std::vector<Identifier> out;
  if (const Index* found = catalog.find<Index>(index)) {
    for (const IndexElement& element : found->elements) {
      if (!element.column.empty()) out.push_back(element.column);
    }
  }
  return out;
}

ObjectId table_of_index(const Catalog& catalog, const ObjectId& index) {
  if (index.kind == Kind::constraint) return index.container(Kind::table);
  const Index* found = catalog.find<Index>(index);
  return found == nullptr ? ObjectId{} : found->table;
}

bool is_taken_in(const ObjectId& parent_index, const StepBuilder& steps) {
  return steps.live.contains(parent_index) &&
         !steps.moves.anew.contains(table_of_index(steps.live, parent_index));
}

namespace {

// ON ONLY: it takes in nothing by itself.
bool is_made_alone(const ObjectId& index, const StepBuilder& steps) {
  const auto is_valid = [&](const Catalog& catalog, bool otherwise) {
    if (const Index* plain = catalog.find<Index>(index)) return plain->valid;
    const Constraint* constraint = catalog.find<Constraint>(index);
    return constraint == nullptr ? otherwise : constraint->index_valid;
  };
  return is_valid(steps.live, true) && !is_valid(steps.desired, true);
}

}  // namespace

void attach_part(const ObjectBase& part, const ObjectId& table, const ObjectId& parent_index,
                 Verb verb, StepBuilder& steps) {
  const auto index_of = [](const ObjectId& id) {
    return id.kind == Kind::constraint ? object_id(Kind::index, id.schema, id.sub) : id;
  };
  const ObjectId parent = table_of_index(steps.desired, parent_index);
  const bool both_are_there =
      is_taken_in(parent_index, steps) && is_child(steps.live, table, parent);
  if (!both_are_there && !is_made_alone(parent_index, steps)) return;
  if (steps.moves.anew.contains(table.container(Kind::table))) return;  // ATTACH of it does
  Step& step = steps.add(verb, part,
                         alter_statement("INDEX " + qualified_name(index_of(parent_index)),
                                         "ATTACH PARTITION " + qualified_name(index_of(part.id))));
  step.consumes.push_back(parent_index);
  step.consumes.push_back(part.id);
  take_lock(step, steps, table, Lock::access_exclusive);
}

void consume_parts(const ObjectId& table, const ObjectId& index, Step& step,
                   const StepBuilder& steps) {
  const auto consume_part = [&](const ObjectId& part, bool is_there) {
    // One that is there already may itself wait to be attached.
    (is_there ? step.weakly_consumes : step.consumes).push_back(part);
  };
  for (const Table* child : steps.desired_members(table).children) {
    const Members& members = steps.desired_members(child->id);
    for (const Index* other : members.indexes) {
      if (other->attached_to != index) continue;
      const Index* live = steps.live.find<Index>(other->id);
      consume_part(other->id, live != nullptr && live->table == child->id);
    }
    for (const Constraint* other : members.constraints) {
      if (other->attached_to == index) consume_part(other->id, steps.live.contains(other->id));
    }
  }
}

void consume_children(const ObjectId& table, Step& step, const StepBuilder& steps) {
  for (const Table* child : steps.desired_members(table).children) {
    step.consumes.push_back(membership_of(child->id));
  }
}

bool is_completed_by_parts(const ObjectId& table, const ObjectId& index, const StepBuilder& steps) {
  const auto has_part = [&](const Catalog& catalog, const Members& members) {
    const auto part = [&](const auto* other) {
      const auto* found = catalog.find<std::decay_t<decltype(*other)>>(other->id);
      return found != nullptr && found->attached_to == index;
    };
    return std::any_of(members.indexes.begin(), members.indexes.end(), part) ||
           std::any_of(members.constraints.begin(), members.constraints.end(), part);
  };
  const std::vector<const Table*>& children = steps.desired_members(table).children;
  return !children.empty() &&
         std::all_of(children.begin(), children.end(), [&](const Table* child) {
           return has_part(steps.desired, steps.desired_members(child->id)) ||
                  has_part(steps.live, steps.live_members(child->id));
         });
}

void keep_apart(const ObjectId& table, const IndexShape& shape, Step& step,
                const StepBuilder& steps) {
  step.consumes.push_back(membership_of(table));
  const Table* partition = steps.desired.find<Table>(table);
  if (partition == nullptr || !partition->partition_of) return;
  const Members& above = steps.desired_members(partition->partition_of->parent);
  for (const Index* index : above.indexes) {
    if (can_back(index_shape(*index), shape)) step.consumes.push_back(index->id);
  }
  for (const Constraint* constraint : above.constraints) {
    const std::optional<IndexShape> other = index_shape(*constraint);
    if (other && can_back(*other, shape)) step.consumes.push_back(constraint->id);
  }
}

bool goes_with_parent(const ObjectId& table, const std::optional<ObjectId>& attached_to,
                      const StepBuilder& steps) {
  return attached_to && steps.live.contains(*attached_to) &&
         !leaves(table, table_of_index(steps.live, *attached_to), steps);
}

void destroy_parts(const ObjectId& table, const ObjectId& index, Step& step,
                   const StepBuilder& steps) {
  for (const Table* child : steps.live_members(table).children) {
    if (leaves(child->id, table, steps)) continue;
    const Members& members = steps.live_members(child->id);
    for (const Index* other : members.indexes) {
      if (other->attached_to != index) continue;
      step.destroys.push_back(other->id);
      destroy_parts(child->id, other->id, step, steps);
    }
    for (const Constraint* other : members.constraints) {
      if (other->attached_to != index) continue;
      step.destroys.push_back(other->id);
      destroy_parts(child->id, other->id, step, steps);
    }
  }
}

}  // namespace schemadiff
