#include "engine/objects/index/part.h"

#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "engine/model/default_names.h"

namespace schemadiff {
namespace {

// Calls `visit` with the index or key that it is attached to.
template <class Visit>
void with_whole(const ObjectId& id, const Catalog& catalog, Visit visit) {
  if (const auto* index = catalog.find<Index>(id)) visit(*index);
  if (const auto* key = catalog.find<Constraint>(id)) visit(*key);
}

template <class Part>
void take_storage(Part& part, const Catalog& catalog) {
  with_whole(*part.attached_to, catalog, [&](const auto& whole) {
    part.options = whole.options;
    part.tablespace = whole.tablespace;
  });
  part.clustered = false;
}

bool has_all_parts(const Index& whole) { return whole.valid; }
bool has_all_parts(const Constraint& whole) { return whole.index_valid; }

// Where not all partitions have a part (ON ONLY), that this one does is said.
template <class Part>
bool follows_whole(const Part& part, const Catalog& catalog) {
  bool follows = !part.clustered;
  with_whole(*part.attached_to, catalog, [&](const auto& whole) {
    follows = follows && has_all_parts(whole) && part.options == whole.options &&
              part.tablespace == whole.tablespace;
  });
  return follows;
}

bool is_named(const Catalog& catalog, const ObjectId& table, Identifier index) {
  const auto* partition = catalog.find<Table>(table);
  return (partition != nullptr && partition->replica_identity.index == index) ||
         catalog.contains(object_id(Kind::index, table.schema, index).commented());
}

}  // namespace

bool is_part_of_key(const Constraint& constraint) {
  return constraint.attached_to && constraint.attached_to->kind == Kind::constraint &&
         !constraint.foreign_key;
}

void make_plain(Index& part, const Catalog& catalog) {
  take_storage(part, catalog);
  part.statistics.clear();
}

void make_plain(Constraint& part, const Catalog& catalog) { take_storage(part, catalog); }

bool is_plain(const Index& part, const Catalog& catalog) {
  return part.statistics.empty() && follows_whole(part, catalog);
}
bool is_plain(const Constraint& part, const Catalog& catalog) {
  return follows_whole(part, catalog);
}

Identifier UsualName::with(int number) const {
  return Identifier(
      make_object_name(table, columns, number == 0 ? label : label + std::to_string(number)));
}

std::optional<UsualName> usual_name(const Constraint& key) {
  UsualName name{key.id.name.str(), "", "pkey"};
  if (key.type == ConstraintType::primary_key) return name;
  for (const auto* list : {&key.columns, &key.include}) {
    for (const Identifier column : *list) {
      name.columns += (name.columns.empty() ? "" : "_") + column.str();
    }
  }
  // The part of a key WITHOUT OVERLAPS is named as one of an exclusion constraint is.
  const bool excludes = key.type == ConstraintType::exclusion || key.without_overlaps;
  name.label = excludes ? "excl" : "key";
  return name;
}

std::optional<UsualName> usual_name(const Index& index) {
  UsualName name{index.table.name.str(), "", "idx"};
  const auto add = [&](Identifier column) {
    name.columns += (name.columns.empty() ? "" : "_") + column.str();
  };
  auto expression = index.expression_names.begin();
  for (const IndexElement& element : index.elements) {
    if (element.column.empty() && expression == index.expression_names.end()) return {};
    add(element.column.empty() ? *expression++ : element.column);
  }
  for (const Identifier column : index.include) add(column);
  return name;
}

std::optional<UsualName> usual_part_name(const ObjectId& partition, Index whole) {
  whole.table = partition;
  return usual_name(whole);
}

std::optional<UsualName> usual_part_name(const ObjectId& partition, Constraint whole) {
  whole.id = partition.with_sub(Kind::constraint, whole.id.sub);
  return usual_name(whole);
}

bool has_usual_name(const Constraint& part) { return part.id.sub == usual_name(part)->with(0); }

bool has_usual_name(const Index& part) {
  const auto usual = usual_name(part);
  return usual && part.id.name == usual->with(0);
}

bool is_spoken_of(const Index& part, const Catalog& catalog) {
  return is_named(catalog, part.table, part.id.name);
}
bool is_spoken_of(const Constraint& part, const Catalog& catalog) {
  return is_named(catalog, part.id.container(Kind::table), part.id.sub) ||
         catalog.contains(part.id.commented());
}

void forget_plain_parts(Catalog& catalog, const std::function<bool(const ObjectId& part)>& may_go) {
  std::unordered_map<ObjectId, ObjectId> parts;  // -> what they are attached to
  std::unordered_set<ObjectId> stays;
  std::vector<ObjectId> open;
  const auto note = [&](const auto& part) {
    parts.emplace(part.id, *part.attached_to);
    if (may_go(part.id) && is_plain(part, catalog) && !is_spoken_of(part, catalog)) return;
    if (stays.insert(part.id).second) open.push_back(part.id);
  };
  for (const auto& [id, index] : catalog.objects<Index>()) {
    if (index.attached_to) note(index);
  }
  for (const auto& [id, constraint] : catalog.objects<Constraint>()) {
    if (is_part_of_key(constraint)) {
      note(constraint);
    } else if (constraint.attached_to && !constraint.foreign_key) {  // a key, of a plain index
      parts.emplace(id, *constraint.attached_to);
      stays.insert(id);
      open.push_back(id);
    }
  }
  while (!open.empty()) {
    const auto above = parts.find(parts.at(open.back()));
    open.pop_back();
    if (above != parts.end() && stays.insert(above->first).second) open.push_back(above->first);
  }
  for (const auto& [id, above] : parts) {
    if (!stays.contains(id)) catalog.erase(id);
  }
}

}  // namespace schemadiff
