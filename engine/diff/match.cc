#include "engine/diff/match.h"

#include <algorithm>
#include <map>
#include <set>

namespace schemadiff {
namespace {

using Moves = std::map<ObjectId, ObjectId>;  // from -> to

// Which live T each unnamed desired T is, where they have the same definition and owner, and the
// file does not declare the live one by name. Only those that the predicted name does not lead to.
template <class T, class OwnerOf>
Moves same_definitions(const Catalog& live, const Catalog& desired, OwnerOf owner) {
  std::map<ObjectId, std::set<ObjectId>> unnamed;
  for (const auto& [id, object] : desired.objects<T>()) {
    if (!object.name_is_predicted) continue;
    const T* same = live.find<T>(id);
    if (same == nullptr || !compare_fields(*same, object).empty()) {
      unnamed[owner(object)].insert(id);
    }
  }
  Moves moves;
  if (unnamed.empty()) return moves;
  std::map<ObjectId, std::vector<ObjectId>> candidates;
  for (const T* object : live.sorted<T>()) {
    const auto wanted = unnamed.find(owner(*object));
    if (wanted == unnamed.end()) continue;
    // Another unnamed one that would only have been called so makes way.
    if (desired.contains(object->id) && !wanted->second.contains(object->id)) continue;
    candidates[wanted->first].push_back(object->id);
  }
  for (const auto& [parent, ids] : unnamed) {
    std::vector<ObjectId>& free = candidates[parent];
    for (const ObjectId& id : ids) {
      const auto found = std::find_if(free.begin(), free.end(), [&](const ObjectId& candidate) {
        return compare_fields(*live.find<T>(candidate), *desired.find<T>(id)).empty();
      });
      if (found == free.end()) continue;
      moves.emplace(id, *found);
      free.erase(found);
    }
  }
  return moves;
}

// Those whose names are taken by `moves` get the names that became free.
template <class T>
void add_displaced(const Catalog& desired, Moves& moves) {
  Moves displaced;
  for (const auto& [from, to] : moves) {
    if (moves.contains(to) || desired.find<T>(to) == nullptr) continue;
    ObjectId free = from;
    const auto takes = [&](const auto& move) { return move.second == free; };
    for (auto next = moves.begin(); next != moves.end();) {
      next = std::find_if(moves.begin(), moves.end(), takes);
      if (next != moves.end()) free = next->first;
    }
    displaced.emplace(to, free);
  }
  moves.merge(displaced);
}

// All at once: names may go round.
template <class T>
void change_ids(Catalog& catalog, const Moves& moves) {
  std::vector<T> objects;
  for (const auto& [from, to] : moves) {
    T* object = catalog.find<T>(from);
    object->id = to;
    objects.push_back(std::move(*object));
    catalog.erase(from);
  }
  for (T& object : objects) catalog.add(std::move(object));
}

void change_comments(Catalog& catalog, const Moves& moves) {
  Moves comments;
  for (const auto& [from, to] : moves) {
    if (catalog.contains(from.commented())) comments.emplace(from.commented(), to.commented());
  }
  change_ids<Comment>(catalog, comments);
}

// What says which index or constraint it means.
void change_mentions(Catalog& catalog, const Moves& moves) {
  const auto follow = [&](std::optional<ObjectId>& id) {
    if (!id) return;
    const auto moved = moves.find(*id);
    if (moved != moves.end()) id = moved->second;
  };
  for (auto& [id, index] : catalog.objects<Index>()) follow(index.attached_to);
  for (auto& [id, constraint] : catalog.objects<Constraint>()) follow(constraint.attached_to);
}

template <class T, class OwnerOf>
void match_by_definition(const Catalog& live, Catalog& desired, OwnerOf owner) {
  // Parts of partitions match when what they are parts of has its name.
  constexpr int kLevels = 10;
  for (int level = 0; level < kLevels; ++level) {
    Moves moves = same_definitions<T>(live, desired, owner);
    if (moves.empty()) return;
    add_displaced<T>(desired, moves);
    change_ids<T>(desired, moves);
    change_comments(desired, moves);
    change_mentions(desired, moves);
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
