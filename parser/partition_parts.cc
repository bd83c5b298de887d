// What partitions have of their parents' indexes and keys, while statements build the catalog.
#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "engine/model/ancestors.h"
#include "engine/objects/index/backing.h"
#include "engine/objects/index/part.h"
#include "parser/catalog_assembly.h"
#include "parser/statements/index_parts.h"

namespace schemadiff {
namespace {

// A name that is cut: up to three bytes less, where that would cut a character.
constexpr size_t kShortestCut = kMaxIdentifierBytes - 3;

}  // namespace

struct CatalogAssembly::IndexMember {
  ObjectId id;
  SourceSpan made;
  std::optional<IndexShape> shape;  // none: PostgreSQL never takes another for it
  bool only_here = false;
};

// In the order in which they are made.
std::vector<CatalogAssembly::IndexMember> CatalogAssembly::index_members(
    const ObjectId& table) const {
  std::vector<IndexMember> members;
  const TableShape* shape = find_shape(table);
  if (shape == nullptr) return members;
  for (const ObjectId& id : shape->indexes) {
    const Index* index = catalog.find<Index>(id);
    if (index != nullptr)
      members.push_back({id, index->source, index_shape(*index), !index->valid});
  }
  for (const ObjectId& id : shape->constraints) {
    const Constraint* key = catalog.find<Constraint>(id);
    if (key == nullptr || !has_index(*key)) continue;
    members.push_back({id, key->source, index_shape(*key), only_here_.contains(id)});
  }
  std::sort(members.begin(), members.end(), [](const IndexMember& a, const IndexMember& b) {
    return std::tie(a.made.file, a.made.offset, a.id) < std::tie(b.made.file, b.made.offset, b.id);
  });
  return members;
}

ObjectId CatalogAssembly::make_part(const ObjectId& table, const ObjectId& whole, SourceSpan made) {
  const std::vector<std::string> columns = index_columns_[whole];
  const auto finish = [&](auto& part) {
    part.source = made;
    part.name_is_predicted = true;
    part.attached_to = whole;
    make_plain(part, catalog);
    index_columns_[part.id] = columns;
    implied_.insert(part.id);
  };
  if (const Index* above = catalog.find<Index>(whole)) {
    Index part = *above;
    part.id = object_id(Kind::index, table.schema,
                        choose_relation_name(table.schema, table.name.str(),
                                             index_name_addition(columns), "idx", false));
    part.table = table;
    part.valid = true;
    finish(part);
    const ObjectId id = part.id;
    claim_relation(id.schema, id.name, id);
    shape(table).indexes.push_back(id);
    catalog.add(std::move(part));
    return id;
  }
  Constraint part = *catalog.find<Constraint>(whole);
  part.id = table.with_sub(Kind::constraint, {});
  part.id.sub = choose_key_name(part, columns);
  part.index_valid = true;
  finish(part);
  const ObjectId id = part.id;
  claim_relation(id.schema, id.sub, id);
  claim_constraint(id);
  shape(table).constraints.push_back(id);
  catalog.add(std::move(part));
  return id;
}

// What PostgreSQL does when a partitioned table gets an index, and when a table becomes its
// partition: it takes an equal index that is there already, or makes one. Here alone the order of
// the statements in the files means something.
void CatalogAssembly::settle_parts(const ObjectId& id, bool name_all) {
  const Table* partition = catalog.find<Table>(id);
  if (partition == nullptr || !partition->partition_of || !partition->server.empty()) return;
  const ObjectId parent = partition->partition_of->parent;
  if (parent == id) return;
  if (name_all) settle_parts(parent, true);
  const std::vector<IndexMember> above = index_members(parent);
  if (above.empty()) return;
  std::vector<IndexMember> own = index_members(id);
  if (own.empty() && !name_all) return;
  const auto attached = attached_at_.find(id);
  // A new partition gets its parts before any index of its own.
  const bool is_attached = attached != attached_at_.end();
  const SourceSpan since = is_attached ? attached->second : partition->source;
  struct Event {
    SourceSpan when;
    const IndexMember* whole;
    bool takes;  // an equal index that is there
  };
  std::vector<Event> events;
  for (const IndexMember& member : above) {
    const bool is_older = comes_before(member.made, since);
    if (!is_older && member.only_here) continue;
    events.push_back({is_older ? since : member.made, &member, is_older ? is_attached : true});
  }
  std::stable_sort(events.begin(), events.end(),
                   [](const Event& a, const Event& b) { return comes_before(a.when, b.when); });
  const auto attached_to = [&](const ObjectId& part) -> std::optional<ObjectId>& {
    if (Index* index = catalog.find<Index>(part)) return index->attached_to;
    return catalog.find<Constraint>(part)->attached_to;
  };
  for (const Event& event : events) {
    const ObjectId& whole = event.whole->id;
    if (std::any_of(own.begin(), own.end(),
                    [&](const IndexMember& part) { return attached_to(part.id) == whole; })) {
      continue;
    }
    const auto taken = std::find_if(own.begin(), own.end(), [&](const IndexMember& part) {
      return event.takes && event.whole->shape && part.shape &&
             comes_before(part.made, event.when) && !attached_to(part.id) &&
             can_back(*event.whole->shape, *part.shape);
    });
    if (taken != own.end()) {
      attached_to(taken->id) = whole;
    } else if (name_all) {
      own.push_back({make_part(id, whole, event.when), event.when, std::nullopt, false});
    }
  }
}

void CatalogAssembly::take_in_partition_indexes(bool names_all) {
  std::vector<ObjectId> partitions;
  for (const auto& [id, table] : catalog.objects<Table>()) {
    if (table.partition_of) partitions.push_back(id);
  }
  std::sort(partitions.begin(), partitions.end());
  for (const ObjectId& id : partitions) settle_parts(id, names_all);
}

void CatalogAssembly::name_parts(const ObjectId& partition) { settle_parts(partition, true); }

bool CatalogAssembly::name_parts_cut_like(Identifier schema, Identifier name) {
  if (name.str().size() < kShortestCut) return false;
  // The table's name comes first, and keeps half of the room at least.
  constexpr size_t kKept = 20;
  const std::string start = name.str().substr(0, kKept);
  std::vector<ObjectId> partitions;
  for (const auto& [id, table] : catalog.objects<Table>()) {
    if (table.partition_of && id.schema == schema && id.name.str().starts_with(start)) {
      partitions.push_back(id);
    }
  }
  // Of many it would take long, for nothing but the numbers behind their names.
  constexpr size_t kMany = 200;
  if (partitions.size() > kMany) return false;
  std::sort(partitions.begin(), partitions.end());
  for (const ObjectId& id : partitions) name_parts(id);
  return true;
}

std::vector<ObjectId> CatalogAssembly::parts_below(const ObjectId& index) {
  const Index* whole = catalog.find<Index>(index);
  const ObjectId top = whole != nullptr ? whole->table : index.container(Kind::table);
  std::vector<ObjectId> out = {index};
  for (const ObjectId& table : descendants(top)) {
    name_parts(table);
    for (const IndexMember& member : index_members(table)) {
      const Index* part = catalog.find<Index>(member.id);
      const Constraint* key = catalog.find<Constraint>(member.id);
      const std::optional<ObjectId>& above = part != nullptr ? part->attached_to : key->attached_to;
      if (above && std::find(out.begin(), out.end(), *above) != out.end()) out.push_back(member.id);
    }
  }
  out.erase(out.begin());
  return out;
}

void CatalogAssembly::keep_parts(const ObjectId& table) {
  name_parts(table);
  for (const IndexMember& member : index_members(table)) {
    if (Index* index = catalog.find<Index>(member.id)) index->attached_to.reset();
    if (Constraint* key = catalog.find<Constraint>(member.id)) key->attached_to.reset();
    implied_.erase(member.id);
  }
}

ObjectId CatalogAssembly::relation_or_part(Identifier schema, Identifier name) {
  const ObjectId found = relation(schema, name);
  if (found.known()) return found;
  // part_column_idx: the partition's name comes first, and is cut where all would be too long.
  const std::string& text = name.str();
  const auto named = [&](const ObjectId& table) {
    name_parts(table);
    return relation(schema, name);
  };
  for (size_t at = text.find('_'); at != std::string::npos; at = text.find('_', at + 1)) {
    const ObjectId table = relation(schema, text.substr(0, at));
    if (table.kind != Kind::table) continue;
    if (const ObjectId part = named(table); part.known()) return part;
  }
  if (text.size() < kShortestCut) return {};
  const std::string start = text.substr(0, text.find('_'));
  std::vector<ObjectId> candidates;
  for (const auto& [id, table] : catalog.objects<Table>()) {
    if (table.partition_of && id.schema == schema && id.name.str().starts_with(start)) {
      candidates.push_back(id);
    }
  }
  for (const ObjectId& table : candidates) {
    if (const ObjectId part = named(table); part.known()) return part;
  }
  return {};
}

void CatalogAssembly::validate_partition_indexes() {
  std::unordered_map<ObjectId, std::vector<const Table*>> partitions;
  for (const auto& [id, table] : catalog.objects<Table>()) {
    if (table.partition_of) partitions[table.partition_of->parent].push_back(&table);
  }
  std::unordered_map<ObjectId, std::unordered_set<ObjectId>> tables_with_part;
  for (const auto& [id, index] : catalog.objects<Index>()) {
    if (index.attached_to) tables_with_part[*index.attached_to].insert(index.table);
  }
  for (const auto& [id, constraint] : catalog.objects<Constraint>()) {
    if (!constraint.attached_to) continue;
    tables_with_part[*constraint.attached_to].insert(id.container(Kind::table));
  }
  // ON ONLY a partitioned table: valid when each partition has its part. Those that come later get
  // theirs by themselves.
  const auto has_all_parts = [&](const ObjectId& id, const ObjectId& table, SourceSpan made) {
    const std::unordered_set<ObjectId>& having = tables_with_part[id];
    const std::vector<const Table*>& all = partitions[table];
    return std::all_of(all.begin(), all.end(), [&](const Table* partition) {
      const auto attached = attached_at_.find(partition->id);
      const SourceSpan since =
          attached == attached_at_.end() ? partition->source : attached->second;
      return having.contains(partition->id) || comes_before(made, since);
    });
  };
  std::vector<ObjectId> incomplete;  // tables with an index that not all partitions have a part of
  for (auto& [id, index] : catalog.objects<Index>()) {
    if (index.valid) continue;
    index.valid = has_all_parts(id, index.table, index.source);
    if (!index.valid) incomplete.push_back(index.table);
  }
  for (const ObjectId& id : only_here_) {
    Constraint* constraint = catalog.find<Constraint>(id);
    if (constraint == nullptr || !index_shape(*constraint)) continue;
    const ObjectId table = id.container(Kind::table);
    constraint->index_valid = has_all_parts(id, table, constraint->source);
    if (!constraint->index_valid) incomplete.push_back(table);
  }
  for (const ObjectId& table : incomplete) {
    for (const Table* partition : partitions[table]) name_parts(partition->id);
  }
}

}  // namespace schemadiff
