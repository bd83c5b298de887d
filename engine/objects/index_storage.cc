#include "engine/objects/index_storage.h"

#include "engine/objects/effects.h"
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
    add_hazard(step, HazardCode::blocking_index_build,
               "copies the index; nobody can use it meanwhile");
  }
}

std::string cluster_sql(const ObjectId& relation, Identifier index, const StepBuilder& steps) {
  return alter_statement(relation_target(relation, steps), "CLUSTER ON " + quote(index));
}

void uncluster(const ObjectBase& object, const ObjectId& relation, StepBuilder& steps) {
  const Members& members = steps.desired_members(relation);
  // SET WITHOUT CLUSTER would undo the CLUSTER ON of the other one if it came after it.
  const auto say = [&](const ObjectBase& other, Identifier name) {
    Step& step = steps.add(Verb::alter, object, cluster_sql(relation, name, steps));
    step.consumes.push_back(other.id);
    take_lock(step, steps, relation, Lock::access_exclusive);
  };
  for (const Index* index : members.indexes) {
    if (index->clustered) return say(*index, index->id.name);
  }
  for (const Constraint* constraint : members.constraints) {
    if (constraint->clustered) return say(*constraint, constraint->id.sub);
  }
  Step& step = steps.add(Verb::alter, object,
                         alter_statement(relation_target(relation, steps), "SET WITHOUT CLUSTER"));
  take_lock(step, steps, relation, Lock::access_exclusive);
}

}  // namespace schemadiff
