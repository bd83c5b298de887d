#include "engine/plan/part_names.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "engine/model/ancestors.h"
#include "engine/objects/index/part.h"
#include "engine/objects/partitions.h"

namespace schemadiff {
namespace {

class PartNames {
 public:
  PartNames(const std::vector<ImpliedPart>& implied_parts, const StepBuilder& builder)
      : live_(builder.live), builder_(builder) {
    const auto note = [&](const auto& object, Identifier name) {
      if (live_.contains(object.id)) return;
      wanted_.insert({{object.id.schema, name}, {object.id, table_of(object)}});
    };
    for (const auto& [id, index] : builder.desired.objects<Index>()) note(index, id.name);
    for (const auto& [id, key] : builder.desired.objects<Constraint>()) {
      if (has_index(key)) note(key, id.sub);
    }
    if (wanted_.empty()) return;
    for (const auto& [id, key] : live_.objects<Constraint>()) {
      if (has_index(key)) taken_.insert({id.schema, id.sub});
    }
    for (const ImpliedPart& part : implied_parts) {
      const ObjectId& id = part.id;
      const Name name{id.schema, id.kind == Kind::index ? id.name : id.sub};
      taken_.insert(name);
      implied_.emplace(id, &part);
      const auto wanted = wanted_.find(name);
      if (wanted != wanted_.end()) follows_.emplace_back(wanted->second.first, &part);
    }
  }

  // For each object that has the name of a live part: with what that goes.
  std::unordered_map<ObjectId, std::vector<ObjectId>> find_holders() const {
    std::unordered_map<ObjectId, std::vector<ObjectId>> holders;
    for (const auto& [id, part] : follows_) {
      std::vector<ObjectId>& list = holders[id];
      std::set<ObjectId> seen;
      for (const ImpliedPart* each = part; each != nullptr && seen.insert(each->id).second;) {
        list.insert(list.end(), {each->table, each->whole});
        const auto above = implied_.find(each->whole);
        each = above == implied_.end() ? nullptr : above->second;
      }
    }
    return holders;
  }

  // For each object whose step may make a part: what comes before it.
  std::unordered_map<ObjectId, std::vector<ObjectId>> find() {
    if (wanted_.empty()) return {};
    for (const auto& [id, table] : builder_.desired.objects<Table>()) {
      if (!table.partition_of || !table.server.empty()) continue;
      for (const ObjectId& parent : ancestors_of(builder_.desired, id)) {
        const Members& above = builder_.desired_members(parent);
        for (const Index* index : above.indexes) look_at(id, *index);
        for (const Constraint* key : above.constraints) {
          if (has_index(*key)) look_at(id, *key);
        }
      }
    }
    return std::move(waits_);
  }

 private:
  using Name = std::pair<Identifier, Identifier>;  // schema, name

  // What an index or key is a part of; nothing: of none.
  std::optional<ObjectId> above(const ObjectId& id) const {
    if (const Index* index = builder_.desired.find<Index>(id)) return index->attached_to;
    const Constraint* key = builder_.desired.find<Constraint>(id);
    return key == nullptr ? std::nullopt : key->attached_to;
  }

  // Also as a part of a part.
  bool is_declared(const ObjectId& table, const ObjectId& whole) const {
    constexpr int kLevels = 100;
    const Members& own = builder_.desired_members(table);
    const auto is_part = [&](const auto* part) {
      std::optional<ObjectId> up = part->attached_to;
      for (int level = 0; up && *up != whole && level < kLevels; ++level) up = above(*up);
      return up == whole;
    };
    return std::any_of(own.indexes.begin(), own.indexes.end(), is_part) ||
           std::any_of(own.constraints.begin(), own.constraints.end(), is_part);
  }

  // Whether the partition gets its part in this plan.
  template <class T>
  bool is_made(const ObjectId& partition, const T& whole) const {
    const std::vector<ObjectId> steady = steady_ancestors(partition, builder_);
    return !live_.contains(whole.id) ||
           std::find(steady.begin(), steady.end(), table_of(whole)) == steady.end();
  }

  template <class T>
  void look_at(const ObjectId& partition, const T& whole) {
    if (is_declared(partition, whole.id) || !is_made(partition, whole)) return;
    const auto usual = usual_part_name(partition, whole);
    if (!usual) return;
    for (int number = 0;; ++number) {
      const Name name{partition.schema, usual->with(number)};
      const auto wanted = wanted_.find(name);
      if (wanted != wanted_.end()) {
        const auto& [id, table] = wanted->second;
        if (table == partition) {
          if (whole.id.kind == Kind::index) waits_[whole.id].push_back(id);
          continue;
        }
        // The later of the two makes the part: the partition, where that can be had.
        if (!live_.contains(partition)) {
          waits_[partition].push_back(id);
        } else if (id != whole.id) {
          waits_[whole.id].push_back(id);
        }
      } else if (!taken_.contains(name) && !live_.find_relation(name.first, name.second).known()) {
        return;
      }
    }
  }

  const Catalog& live_;
  const StepBuilder& builder_;
  std::map<Name, std::pair<ObjectId, ObjectId>> wanted_;  // -> who is to have it, and its table
  std::unordered_map<ObjectId, const ImpliedPart*> implied_;
  std::vector<std::pair<ObjectId, const ImpliedPart*>> follows_;  // what has its name, and the part
  std::set<Name> taken_;  // of live, beside what find_relation() knows
  std::unordered_map<ObjectId, std::vector<ObjectId>> waits_;
};

}  // namespace

void wait_for_names_of_parts(std::vector<Step>& steps,
                             const std::vector<ImpliedPart>& implied_parts,
                             const StepBuilder& builder) {
  PartNames names(implied_parts, builder);
  const auto holders = names.find_holders();
  const auto waits = names.find();
  if (holders.empty() && waits.empty()) return;
  const auto add = [](const auto& found, const ObjectId& id, std::vector<ObjectId>& list) {
    const auto these = found.find(id);
    if (these != found.end()) list.insert(list.end(), these->second.begin(), these->second.end());
  };
  for (Step& step : steps) {
    for (const ObjectId& id : step.produces) {
      add(waits, id, step.weakly_consumes);
      add(holders, id, step.supersedes);
    }
  }
}

}  // namespace schemadiff
