#include "engine/diff/match.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "engine/objects/index/part.h"

namespace schemadiff {
namespace {

using Moves = std::map<ObjectId, ObjectId>;  // from -> to

// Each is found by what it is attached to, whatever its definition.
template <class T>
bool is_index_part(const T&) {
  return false;
}
template <>
bool is_index_part(const Index& index) {
  return index.attached_to.has_value();
}
template <>
bool is_index_part(const Constraint& constraint) {
  return is_part_of_key(constraint);
}

// Which live T each unnamed desired T is, where they have the same definition and owner, and the
// file does not declare the live one by name. Only those that the predicted name does not lead to.
template <class T, class OwnerOf>
Moves same_definitions(const Catalog& live, const Catalog& desired, OwnerOf owner) {
  std::map<ObjectId, std::set<ObjectId>> unnamed;
  std::set<ObjectId> astray;  // all of them
  for (const auto& [id, object] : desired.objects<T>()) {
    if (!object.name_is_predicted || is_index_part(object)) continue;
    const T* same = live.find<T>(id);
    if (same == nullptr || !compare_fields(*same, object).empty()) {
      unnamed[owner(object)].insert(id);
      astray.insert(id);
    }
  }
  Moves moves;
  if (unnamed.empty()) return moves;
  std::map<ObjectId, std::vector<ObjectId>> candidates;
  for (const T* object : live.sorted<T>()) {
    const auto wanted = unnamed.find(owner(*object));
    if (wanted == unnamed.end()) continue;
    // Another unnamed one that would only have been called so makes way.
    if (desired.contains(object->id) && !astray.contains(object->id)) continue;
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
  for (auto& [id, table] : catalog.objects<Table>()) {
    Identifier& name = table.replica_identity.index;
    if (name.empty()) continue;
    const auto index = moves.find(object_id(Kind::index, id.schema, name));
    if (index != moves.end()) name = index->second.name;
    const auto key = moves.find(id.with_sub(Kind::constraint, name));
    if (key != moves.end()) name = key->second.sub;
  }
}

template <class T>
void give_names(Catalog& desired, Moves moves) {
  add_displaced<T>(desired, moves);
  change_ids<T>(desired, moves);
  change_comments(desired, moves);
  change_mentions(desired, moves);
}

// Comments on the index of a key go by the index.
template <>
void give_names<Constraint>(Catalog& desired, Moves moves) {
  add_displaced<Constraint>(desired, moves);
  change_ids<Constraint>(desired, moves);
  Moves named = moves;
  for (const auto& [from, to] : moves) {
    named.emplace(object_id(Kind::index, from.schema, from.sub),
                  object_id(Kind::index, to.schema, to.sub));
  }
  change_comments(desired, named);
  change_mentions(desired, moves);
}

template <class T, class OwnerOf>
void match_by_definition(const Catalog& live, Catalog& desired, OwnerOf owner) {
  Moves moves = same_definitions<T>(live, desired, owner);
  if (!moves.empty()) give_names<T>(desired, std::move(moves));
}

// Names of relations, which indexes and keys share with tables, views and sequences. What is new
// and unnamed makes way for what has its name already.
class RelationNames {
 public:
  RelationNames(const Catalog& live, const Catalog& desired) : live_(live), desired_(desired) {}

  // What must have another name than the predicted one.
  void settle() {
    std::vector<const Index*> indexes;
    std::vector<const Constraint*> keys;
    for (const Index* index : desired_.sorted<Index>()) {
      if (is_new(*index)) indexes.push_back(index);
    }
    for (const Constraint* key : desired_.sorted<Constraint>()) {
      if (has_index(*key) && is_new(*key)) keys.push_back(key);
    }
    if (indexes.empty() && keys.empty()) return;
    for (const auto& [id, index] : desired_.objects<Index>()) ++names_[{id.schema, id.name}];
    for (const auto& [id, key] : desired_.objects<Constraint>()) {
      if (has_index(key)) ++names_[{id.schema, id.sub}];
    }
    for (const auto& [id, part] : live_.objects<Index>()) {
      if (stays(part)) ++names_[{id.schema, id.name}];
    }
    for (const auto& [id, part] : live_.objects<Constraint>()) {
      if (stays(part)) ++names_[{id.schema, id.sub}];
    }
    for (const Constraint* key : keys) rename(*key, key->id.sub, new_keys);
    for (const Index* index : indexes) rename(*index, index->id.name, new_indexes);
  }

  Moves new_indexes;
  Moves new_keys;

 private:
  using Name = std::pair<Identifier, Identifier>;  // schema, name

  template <class T>
  bool is_new(const T& object) const {
    if (!object.name_is_predicted || is_index_part(object)) return false;
    const T* same = live_.find<T>(object.id);
    return same == nullptr || table_of(*same) != table_of(object) || stays(*same);
  }

  // The file does not speak of it, and its table has it for as long as that is a partition.
  template <class T>
  bool stays(const T& part) const {
    if (!is_index_part(part)) return false;
    const T* declared = desired_.find<T>(part.id);
    if (declared != nullptr && table_of(*declared) == table_of(part) && is_index_part(*declared)) {
      return false;
    }
    const Table* before = live_.find<Table>(table_of(part));
    if (before == nullptr || !before->partition_of) return false;
    const ObjectId& parent = before->partition_of->parent;
    const Table* table = desired_.find<Table>(table_of(part));
    // One that the file does not declare is left alone, as a rule.
    const bool is_there = table == nullptr
                              ? desired_.contains(parent)
                              : table->partition_of && table->partition_of->parent == parent;
    if (!is_there) return false;
    if (desired_.contains(*part.attached_to)) return true;
    const T* above = live_.find<T>(*part.attached_to);
    return above != nullptr && stays(*above);
  }

  // Other than an index: those are counted.
  bool is_of_relation(Identifier schema, Identifier name) const {
    const ObjectId other = desired_.find_relation(schema, name);
    return other.known() && other.kind != Kind::index;
  }

  template <class Refused>
  Identifier first_free(Identifier schema, const UsualName& usual, Refused refused) const {
    for (int number = 0;; ++number) {
      const Identifier name = usual.with(number);
      if (!names_.contains({schema, name}) && !is_of_relation(schema, name) && !refused(name)) {
        return name;
      }
    }
  }

  template <class T>
  void rename(const T& object, Identifier name, Moves& moves) {
    const Identifier schema = object.id.schema;
    int& holders = names_.at({schema, name});
    if (holders == 1 && !is_of_relation(schema, name)) return;
    --holders;
    const UsualName usual = usual_name(object).value_or(UsualName{name.str(), "", ""});
    // A check may have it in the table.
    const Identifier free = first_free(schema, usual, [&](Identifier candidate) {
      return desired_.contains(with_name(object, candidate));
    });
    ++names_[{schema, free}];
    moves.emplace(object.id, with_name(object, free));
    reserve_for_parts(object, table_of(object));
  }

  // The parts that it brings take the next ones.
  template <class T>
  void reserve_for_parts(const T& whole, const ObjectId& table) {
    if (!partitions_) {
      partitions_.emplace();
      for (const Table* each : desired_.sorted<Table>()) {
        if (each->partition_of) (*partitions_)[each->partition_of->parent].push_back(each->id);
      }
    }
    const auto found = partitions_->find(table);
    if (found == partitions_->end()) return;
    for (const ObjectId& partition : found->second) {
      if (const auto usual = usual_part_name(partition, whole)) {
        const Identifier schema = partition.schema;
        ++names_[{schema, first_free(schema, *usual, [](Identifier) { return false; })}];
      }
      reserve_for_parts(whole, partition);
    }
  }

  static ObjectId with_name(const Index& index, Identifier name) {
    return object_id(Kind::index, index.id.schema, name);
  }
  static ObjectId with_name(const Constraint& key, Identifier name) {
    return table_of(key).with_sub(Kind::constraint, name);
  }

  const Catalog& live_;
  const Catalog& desired_;
  std::map<Name, int> names_;  // -> how many have it
  std::optional<std::map<ObjectId, std::vector<ObjectId>>> partitions_;
};

// A table, and the index or key of its parent.
using Place = std::pair<ObjectId, ObjectId>;

template <class T>
std::map<Place, ObjectId> live_parts(const Catalog& live, const std::set<ObjectId>& tables) {
  std::map<Place, ObjectId> parts;
  for (const auto& [id, part] : live.objects<T>()) {
    if (is_index_part(part) && tables.contains(table_of(part))) {
      parts.emplace(Place{table_of(part), *part.attached_to}, id);
    }
  }
  return parts;
}

template <class T>
void match_unnamed_parts(const Catalog& live, Catalog& desired) {
  const auto is_unnamed = [](const T& part) {
    return is_index_part(part) && part.name_is_predicted;
  };
  std::set<ObjectId> tables;
  for (const auto& [id, part] : desired.objects<T>()) {
    if (is_unnamed(part)) tables.insert(table_of(part));
  }
  if (tables.empty()) return;
  const std::map<Place, ObjectId> parts = live_parts<T>(live, tables);
  // A part of a part matches when that has its name.
  constexpr int kLevels = 100;
  for (int level = 0; level < kLevels; ++level) {
    Moves moves;
    for (const auto& [id, part] : desired.objects<T>()) {
      if (!is_unnamed(part)) continue;
      const auto found = parts.find({table_of(part), *part.attached_to});
      if (found == parts.end() || found->second == id) continue;
      const T* other = desired.find<T>(found->second);
      if (other == nullptr || other->name_is_predicted) moves.emplace(id, found->second);
    }
    if (moves.empty()) return;
    give_names<T>(desired, std::move(moves));
  }
}

template <class T>
void find_renamed_parts(const Catalog& live, const Catalog& desired, std::vector<Rename>& out) {
  std::set<ObjectId> tables;
  for (const auto& [id, part] : desired.objects<T>()) {
    if (is_index_part(part) && !live.contains(id)) tables.insert(table_of(part));
  }
  if (tables.empty()) return;
  std::map<Place, ObjectId> parts = live_parts<T>(live, tables);
  for (bool again = true; again;) {
    again = false;
    for (const T* part : desired.sorted<T>()) {
      if (!is_index_part(*part) || live.contains(part->id)) continue;
      const auto found = parts.find({table_of(*part), *part->attached_to});
      if (found == parts.end() || desired.contains(found->second)) continue;
      const ObjectId from = found->second;
      parts.erase(found);
      out.push_back({from, part->id});
      // Parts of it are called by its new name from here on.
      for (const auto& [place, id] : std::map<Place, ObjectId>(parts)) {
        if (place.second != from) continue;
        parts.emplace(Place{place.first, part->id}, id);
        again = true;
      }
    }
  }
}

}  // namespace

void match_names(const Catalog& live, Catalog& desired) {
  match_by_definition<Constraint>(
      live, desired, [](const Constraint& constraint) { return table_of(constraint); });
  match_by_definition<DomainConstraint>(live, desired, [](const DomainConstraint& constraint) {
    return constraint.id.container(Kind::domain);
  });
  match_by_definition<Index>(live, desired, [](const Index& index) { return table_of(index); });
  RelationNames names(live, desired);
  names.settle();
  if (!names.new_keys.empty()) give_names<Constraint>(desired, std::move(names.new_keys));
  if (!names.new_indexes.empty()) give_names<Index>(desired, std::move(names.new_indexes));
  match_unnamed_parts<Constraint>(live, desired);
  match_unnamed_parts<Index>(live, desired);
}

std::vector<Rename> renamed_parts(const Catalog& live, const Catalog& desired) {
  std::vector<Rename> out;
  find_renamed_parts<Constraint>(live, desired, out);
  find_renamed_parts<Index>(live, desired, out);
  return out;
}

}  // namespace schemadiff
