#include "engine/objects/index_storage.h"

#include "engine/objects/effects.h"
#include "engine/objects/index/backing.h"
#include "engine/objects/partitions.h"
#include "engine/objects/write.h"

namespace schemadiff {
namespace {

std::string relation_target(const ObjectId& relation, const StepBuilder& steps) {
  const ObjectId view = relation.container(Kind::materialized_view);
  const bool is_view = steps.desired.contains(view);
  return (is_view ? "MATERIALIZED VIEW " : "TABLE ") +
         qualified_name(relation.container(Kind::table));
}

}  // namespace

void alter_index_storage(const ObjectBase& object, const ObjectId& index,
                         const StorageOptions& live_options, const StorageOptions& desired_options,
                         Identifier live_tablespace, Identifier desired_tablespace,
                         StepBuilder& steps) {
  const std::string target = "INDEX " + qualified_name(index);
  const OptionChanges options = option_changes(live_options, desired_options);
  const auto add = [&](const std::string& action) -> Step& {
    return steps.add(Verb::alter, object, alter_statement(target, action));
  };
  if (!options.set.empty()) {
    add("SET (" + options_list(options.set) + ")").lock = Lock::share_update_exclusive;
  }
  if (!options.reset.empty()) {
    add("RESET (" + option_names(options.reset) + ")").lock = Lock::share_update_exclusive;
  }
  if (live_tablespace != desired_tablespace) {
    Step& step = add("SET TABLESPACE " +
                     (desired_tablespace.empty() ? "pg_default" : quote(desired_tablespace)));
    step.lock = Lock::access_exclusive;
    // Of a partitioned table it is only what new parts get.
    if (is_partitioned(steps.live, table_of_index(steps.live, object.id))) return;
    add_hazard(step, HazardCode::blocking_index_build,
               "copies the index; nobody can use it meanwhile");
  }
}

std::string cluster_sql(const ObjectId& relation, Identifier index, const StepBuilder& steps) {
  return alter_statement(relation_target(relation, steps), "CLUSTER ON " + quote(index));
}

void uncluster(const ObjectBase& object, const ObjectId& relation, StepBuilder& steps) {
  // CLUSTER ON the other one, which its own change brings, is enough.
  const Members& members = steps.desired_members(relation);
  const auto is_clustered = [](const auto* other) { return other->clustered; };
  if (std::any_of(members.indexes.begin(), members.indexes.end(), is_clustered) ||
      std::any_of(members.constraints.begin(), members.constraints.end(), is_clustered)) {
    return;
  }
  Step& step = steps.add(Verb::alter, object,
                         alter_statement(relation_target(relation, steps), "SET WITHOUT CLUSTER"));
  take_lock(step, steps, relation, Lock::access_exclusive);
}

namespace {

// What index_check_primary_key() and transformIndexConstraint() demand.
bool can_use(const Constraint& constraint, const Index& index, const StepBuilder& steps) {
  if (steps.desired.contains(index.id) || steps.live.contains(constraint.id)) return false;
  if (steps.build_own_index.contains(constraint.id)) return false;
  const Table* table = steps.live.find<Table>(index.table);
  if (table == nullptr || table->partition_key || !steps.desired.contains(index.table))
    return false;
  if (index.attached_to || !index.valid || !index.statistics.empty()) return false;
  if (!(index.options == constraint.options) || index.tablespace != constraint.tablespace) {
    return false;
  }
  for (const IndexElement& element : index.elements) {
    if (element.descending || element.nulls_first) return false;
    // What it is over is written anew with it, in a step that neither could come before.
    const ObjectId id = index.table.with_sub(Kind::column, element.column);
    const Column* before = find_column(steps.live, id);
    const Column* after = find_column(steps.desired, id);
    if (before == nullptr || after == nullptr || before->type != after->type ||
        before->collation != after->collation) {
      return false;
    }
  }
  IndexShape shape = index_shape(index);
  const std::optional<IndexShape> wanted = index_shape(constraint);
  if (!wanted) return false;
  shape.constraint = constraint.type;
  return can_back(*wanted, shape);
}

}  // namespace

const Constraint* constraint_using(const Index& live, const StepBuilder& steps) {
  for (const Constraint* constraint : steps.desired_members(live.table).constraints) {
    if (index_used_by(*constraint, steps) == &live) return constraint;
  }
  return nullptr;
}

const Index* index_used_by(const Constraint& desired, const StepBuilder& steps) {
  const ObjectId table = desired.id.container(Kind::table);
  const std::vector<const Index*>& indexes = steps.live_members(table).indexes;
  const Index* found = nullptr;
  for (const Index* index : indexes) {
    if (!can_use(desired, *index, steps)) continue;
    if (found == nullptr || index->id.name == desired.id.sub) found = index;
  }
  if (found == nullptr) return nullptr;
  // Of two constraints that could use it, the one of its name does, else the first.
  for (const Constraint* other : steps.desired_members(table).constraints) {
    if (other->id == desired.id) break;
    if (can_use(*other, *found, steps) && found->id.name != desired.id.sub) return nullptr;
  }
  for (const Constraint* other : steps.desired_members(table).constraints) {
    if (other->id != desired.id && other->id.sub == found->id.name &&
        can_use(*other, *found, steps)) {
      return nullptr;
    }
  }
  return found;
}

}  // namespace schemadiff
