#include "engine/diff/match.h"

#include <map>
#include <set>

namespace schemadiff {
namespace {

// Gives every unnamed desired T the id of an equal live T under the same owner that the file does
// not declare by name.
template <class T, class OwnerOf>
void match_by_definition(const Catalog& live, Catalog& desired, OwnerOf owner) {
  std::map<ObjectId, std::vector<ObjectId>> unnamed;
  for (const auto& [id, object] : desired.objects<T>()) {
    if (!object.name_is_predicted) continue;
    const T* same = live.find<T>(id);
    if (same == nullptr || !compare_fields(*same, object).empty()) {
      unnamed[owner(object)].push_back(id);
    }
  }
  if (unnamed.empty()) return;
  std::map<ObjectId, std::vector<ObjectId>> candidates;
  for (const T* object : live.sorted<T>()) {
    const auto wanted = unnamed.find(owner(*object));
    if (wanted != unnamed.end()) candidates[wanted->first].push_back(object->id);
  }
  for (auto& [parent, ids] : unnamed) {
    std::sort(ids.begin(), ids.end());
    for (const ObjectId& id : ids) {
      for (const ObjectId& candidate : candidates[parent]) {
        if (desired.contains(candidate)) continue;
        if (!compare_fields(*live.find<T>(candidate), *desired.find<T>(id)).empty()) continue;
        desired.change_id(id, candidate);
        desired.change_id(id.commented(), candidate.commented());
        break;
      }
    }
  }
}

}  // namespace

std::vector<MatchedRename> match_names(const Catalog& live, Catalog& desired) {
  match_by_definition<Constraint>(live, desired, [](const Constraint& constraint) {
    return constraint.id.container(Kind::table);
  });
  match_by_definition<DomainConstraint>(live, desired, [](const DomainConstraint& constraint) {
    return constraint.id.container(Kind::domain);
  });
  match_by_definition<Index>(live, desired, [](const Index& index) { return index.table; });

  std::vector<MatchedRename> renames;
  std::map<std::pair<ObjectId, ObjectId>, ObjectId> attached;
  for (const auto& [id, index] : live.objects<Index>()) {
    if (index.attached_to) attached[{index.table, *index.attached_to}] = id;
  }
  for (const Index* index : desired.sorted<Index>()) {
    if (!index->attached_to || live.contains(index->id)) continue;
    const auto found = attached.find({index->table, *index->attached_to});
    if (found == attached.end() || desired.contains(found->second)) continue;
    renames.push_back({found->second, index->id});
  }
  return renames;
}

}  // namespace schemadiff
