#include <fmt/format.h>

#include <algorithm>

#include "engine/lint/rule_context.h"
#include "engine/objects/index/backing.h"

namespace schemadiff {
namespace {

struct TableIndex {
  const ObjectBase* object = nullptr;
  IndexShape shape;
};

// The constraints' indexes first: they stay, and what is like them goes.
std::vector<TableIndex> indexes_of(const Members& members) {
  std::vector<TableIndex> out;
  for (const Constraint* constraint : members.constraints) {
    auto shape = index_shape(*constraint);
    if (shape && !constraint->attached_to) out.push_back({constraint, std::move(*shape)});
  }
  std::stable_sort(out.begin(), out.end(), [](const TableIndex& a, const TableIndex& b) {
    return a.shape.constraint == ConstraintType::primary_key &&
           b.shape.constraint != ConstraintType::primary_key;
  });
  for (const Index* index : members.indexes) {
    if (index->valid && !index->attached_to) out.push_back({index, index_shape(*index)});
  }
  return out;
}

bool holds(const IndexShape& shape, Identifier column) {
  return std::find(shape.include.begin(), shape.include.end(), column) != shape.include.end() ||
         std::any_of(shape.elements.begin(), shape.elements.end(),
                     [&](const IndexElement& element) { return element.column == column; });
}

// `other` answers, and forbids, whatever `index` does. `shorter`: with more columns at its end.
bool stands_for(const IndexShape& other, const IndexShape& index, bool shorter) {
  if (other.method != index.method || !(other.predicate == index.predicate)) return false;
  if (shorter ? index.elements.size() >= other.elements.size()
              : index.elements.size() != other.elements.size()) {
    return false;
  }
  // Only a B-tree is read by its first columns.
  if (shorter && (index.unique || index.method != Identifier("btree"))) return false;
  if (index.unique && (!other.unique || other.nulls_not_distinct != index.nulls_not_distinct))
    return false;
  return std::equal(index.elements.begin(), index.elements.end(), other.elements.begin()) &&
         std::all_of(index.include.begin(), index.include.end(),
                     [&](Identifier column) { return holds(other, column); });
}

// Of each index the first that stands for it; of two that are alike the later one goes.
void find_covered(RuleContext& context, bool shorter, const char* text) {
  const auto look = [&](const ObjectId& relation) {
    const std::vector<TableIndex> indexes = indexes_of(context.members.of(relation));
    for (size_t i = 0; i < indexes.size(); ++i) {
      const auto stays = [&](size_t other) {
        if (other == i || !stands_for(indexes[other].shape, indexes[i].shape, shorter))
          return false;
        return other < i || !stands_for(indexes[i].shape, indexes[other].shape, shorter);
      };
      for (size_t other = 0; other < indexes.size(); ++other) {
        if (!stays(other)) continue;
        context.report(*indexes[i].object,
                       fmt::format(fmt::runtime(text), describe(indexes[i].object->id),
                                   quote(indexes[other].object->id.sub.empty()
                                             ? indexes[other].object->id.name
                                             : indexes[other].object->id.sub)));
        break;
      }
    }
  };
  for (const Table* table : context.catalog.sorted<Table>()) look(table->id);
  for (const MaterializedView* view : context.catalog.sorted<MaterializedView>()) look(view->id);
}

}  // namespace

void find_duplicate_indexes(RuleContext& context) {
  find_covered(context, false, "{} is the same as {}");
}

void find_redundant_indexes(RuleContext& context) {
  find_covered(context, true, "{} has the first columns of {}");
}

void find_invalid_indexes(RuleContext& context) {
  for (const Index* index : context.catalog.sorted<Index>()) {
    // CREATE INDEX ON ONLY in a file: its parts are attached later.
    const Table* table = context.catalog.find<Table>(index->table);
    const bool waits = table != nullptr && table->partition_key && index->source.known();
    if (!index->valid && !waits) context.report(*index, describe(index->id) + " is not valid");
  }
}

}  // namespace schemadiff
