#include "engine/data/row_keys.h"

#include <algorithm>

#include "engine/objects/write.h"

namespace schemadiff {
namespace {

bool same_columns(std::vector<Identifier> a, std::vector<Identifier> b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  return a == b;
}

bool contains(const std::vector<Identifier>& all, const std::vector<Identifier>& some) {
  return std::all_of(some.begin(), some.end(), [&](Identifier name) {
    return std::find(all.begin(), all.end(), name) != all.end();
  });
}

}  // namespace

TableFacts::TableFacts(const Catalog& catalog, const MemberIndex& members, const ObjectId& table)
    : catalog_(catalog), table_(table) {
  lineage_.push_back(table);
  for (size_t i = 0; i < lineage_.size(); ++i) {
    const Table* here = catalog.find<Table>(lineage_[i]);
    if (here == nullptr) continue;
    if (here->partition_of) lineage_.push_back(here->partition_of->parent);
    for (const ObjectId& parent : here->inherits) lineage_.push_back(parent);
  }
  for (const ObjectId& at : lineage_) {
    const Table* here = catalog.find<Table>(at);
    // Keys of a parent are a partition's too, but not an inheriting table's.
    const Table* own = catalog.find<Table>(table);
    const bool of_partition = at != table && own != nullptr && own->partition_of.has_value();
    if (here != nullptr) add_keys(members.of(at), at == table || of_partition);
  }
  std::stable_sort(keys_.begin(), keys_.end(), [](const RowKey& a, const RowKey& b) {
    if (a.primary != b.primary) return a.primary;
    if (a.columns.size() != b.columns.size()) return a.columns.size() < b.columns.size();
    return a.name < b.name;
  });
  std::vector<ObjectId> open = {table};
  while (!open.empty()) {
    const ObjectId at = open.back();
    open.pop_back();
    for (const Table* child : members.of(at).children) {
      below_.push_back(child->id);
      open.push_back(child->id);
    }
  }
  for (const auto& [id, trigger] : catalog.objects<Trigger>()) {
    if (id.schema == table.schema && id.name == table.name) has_insert_triggers_ = true;
  }
}

void TableFacts::add_keys(const Members& members, bool own) {
  for (const Constraint* constraint : members.constraints) {
    constraints_.push_back(constraint);
    const bool unique = constraint->type == ConstraintType::primary_key ||
                        constraint->type == ConstraintType::unique;
    if (!unique || !own || constraint->without_overlaps) continue;
    RowKey key;
    key.name = constraint->id.sub.str();
    key.primary = constraint->type == ConstraintType::primary_key;
    key.nulls_not_distinct = constraint->nulls_not_distinct;
    key.columns = constraint->columns;
    for (const Identifier column : key.columns) key.elements.emplace_back().column = column;
    keys_.push_back(std::move(key));
  }
  for (const Index* index : members.indexes) {
    if (!index->unique || !own || !index->predicate.empty() || index->attached_to) continue;
    RowKey key;
    key.name = index->id.name.str();
    key.nulls_not_distinct = index->nulls_not_distinct;
    for (const IndexElement& element : index->elements) {
      if (element.column.empty()) break;
      key.columns.push_back(element.column);
      key.elements.push_back(element);
    }
    if (key.columns.size() == index->elements.size()) keys_.push_back(std::move(key));
  }
}

const Column* TableFacts::column(Identifier name) const {
  for (const ObjectId& at : lineage_) {
    if (const auto* found = catalog_.find<Column>(at.with_sub(Kind::column, name))) return found;
  }
  return nullptr;
}

const ColumnDefault* TableFacts::default_of(Identifier name) const {
  for (const ObjectId& at : lineage_) {
    const auto* found = catalog_.find<ColumnDefault>(at.with_sub(Kind::column_default, name));
    if (found != nullptr) return found->expression.empty() ? nullptr : found;
  }
  return nullptr;
}

std::optional<RowKey> TableFacts::key_for(const DeclaredRows& rows, std::string& why) const {
  if (!rows.conflict_constraint.empty()) {
    for (const RowKey& key : keys_) {
      if (key.name == rows.conflict_constraint.str()) return key;
    }
    why = describe(table_) + " has no unique constraint " + quote(rows.conflict_constraint);
    return std::nullopt;
  }
  if (!rows.conflict_columns.empty()) {
    for (const RowKey& key : keys_) {
      if (same_columns(key.columns, rows.conflict_columns)) return key;
    }
    why = describe(table_) + " has no primary or unique key on (" +
          column_list(rows.conflict_columns) + ")";
    return std::nullopt;
  }
  for (const RowKey& key : keys_) {
    if (contains(rows.columns, key.columns)) return key;
  }
  why = "rows of " + qualified_name(table_) + " can't be told apart: " +
        (keys_.empty() ? "it has no primary or unique key"
                       : "no primary or unique key lies within the given columns (" +
                             column_list(rows.columns) + ")");
  return std::nullopt;
}

}  // namespace schemadiff
