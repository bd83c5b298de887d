#include "engine/model/members.h"

namespace schemadiff {

MemberIndex::MemberIndex(const Catalog& catalog) {
  const auto key = [](const ObjectId& id) { return id.container(Kind::table); };
  for (const auto& [id, object] : catalog.objects<Column>()) {
    members_[key(id)].columns.push_back(&object);
  }
  for (const auto& [id, object] : catalog.objects<ColumnDefault>()) {
    members_[key(id)].defaults.push_back(&object);
  }
  for (const auto& [id, object] : catalog.objects<Constraint>()) {
    members_[key(id)].constraints.push_back(&object);
  }
  for (const auto& [id, object] : catalog.objects<Index>()) {
    members_[key(object.table)].indexes.push_back(&object);
  }
  for (const auto& [id, object] : catalog.objects<Table>()) {
    if (object.partition_of) members_[key(object.partition_of->parent)].children.push_back(&object);
    for (const ObjectId& parent : object.inherits)
      members_[key(parent)].children.push_back(&object);
  }
  const auto by_id = [](const auto* a, const auto* b) { return a->id < b->id; };
  for (auto& [relation, members] : members_) {
    std::sort(members.columns.begin(), members.columns.end(), [](const Column* a, const Column* b) {
      return a->position != b->position ? a->position < b->position : a->id < b->id;
    });
    std::sort(members.defaults.begin(), members.defaults.end(), by_id);
    std::sort(members.constraints.begin(), members.constraints.end(), by_id);
    std::sort(members.indexes.begin(), members.indexes.end(), by_id);
    std::sort(members.children.begin(), members.children.end(), by_id);
  }
}

const Members& MemberIndex::of(const ObjectId& relation) const {
  static const Members none;
  const auto found = members_.find(relation.container(Kind::table));
  return found == members_.end() ? none : found->second;
}

}  // namespace schemadiff
