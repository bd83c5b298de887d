// Which objects must make way for the changes of a plan, and come back after them.
#pragma once

#include <map>
#include <set>
#include <unordered_map>
#include <vector>

#include "engine/model/catalog.h"
#include "engine/model/dependency.h"
#include "engine/plan/plan.h"

namespace schemadiff {

// Live dependencies, found from either end.
class DependencyIndex {
 public:
  explicit DependencyIndex(std::vector<Dependency> dependencies);

  // Those that need `id`.
  const std::vector<const Dependency*>& dependents_of(const ObjectId& id) const;
  const std::vector<Dependency>& all() const { return dependencies_; }

 private:
  std::vector<Dependency> dependencies_;
  std::unordered_map<ObjectId, std::vector<const Dependency*>> by_referenced_;
};

struct RebuildInput {
  const Catalog& live;
  const Catalog& target;
  const DependencyIndex& dependencies;
  std::set<ObjectId> dropped;  // live objects that go for good, or are replaced
  std::set<ObjectId> altered;  // live objects that are altered in place
  // Altered so that what is defined over them must make way; with the change that asks for it.
  std::map<ObjectId, ObjectId> displaced;
  // Replaced by another under their names: all that uses them makes way, but for what is displaced,
  // which is carried over to the new one. With the change that asks for it.
  std::map<ObjectId, ObjectId> supplanted;
  // Tables among `dropped` that others take the place of: the sequences they own are kept.
  std::set<ObjectId> anew = {};
  // Indexes among `dropped` that a constraint has from then on: foreign keys stay over them.
  std::set<ObjectId> taken_over = {};
  // Can't come back: their texts use names that the plan changes.
  std::set<ObjectId> texts_of_before = {};
  // In the target as they are: out of scope, or of those that nobody declares. nullptr: none.
  const std::set<ObjectId>* left_alone = nullptr;
  int server_version = 150000;
};

struct Rebuild {
  // Everything that is gone at some time during the plan: input.dropped, what PostgreSQL drops
  // with them, and the dependents that make way.
  std::set<ObjectId> destroyed;
  std::map<ObjectId, std::string> reasons;  // of the dependents: "uses …"
  // Columns, checks and foreign keys that children have from those that are destroyed, and that are
  // no objects.
  std::set<ObjectId> inherited;
  std::set<ObjectId> kept_sequences;  // to be given to the table that comes in place of theirs
  // What can't make way, by name; `object` is the change of the input that asks for it.
  std::vector<Refusal> refusals;
};

Rebuild find_rebuilds(const RebuildInput& input);

// Objects that hold no data of their own, so that dropping and creating them again loses nothing.
bool can_be_rebuilt(const Catalog& catalog, const ObjectId& id);
// And has none in the target either: what was computed is data when the column becomes plain.
bool can_come_back(const Catalog& live, const Catalog& target, const ObjectId& id);

}  // namespace schemadiff
