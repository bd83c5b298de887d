// Primary keys, foreign keys and constraints.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/lint/rule_context.h"
#include "engine/objects/index/backing.h"
#include "engine/objects/write.h"

namespace schemadiff {
namespace {

// The table and the partitioned tables that it is a part of: their indexes and keys are its own.
std::vector<ObjectId> with_partitioned_parents(const RuleContext& context, const ObjectId& table) {
  std::vector<ObjectId> out = {table.container(Kind::table)};
  for (size_t i = 0; i < out.size(); ++i) {
    const Table* found = context.catalog.find<Table>(out[i]);
    if (found != nullptr && found->partition_of) out.push_back(found->partition_of->parent);
  }
  return out;
}

std::vector<const Constraint*> foreign_keys(const RuleContext& context) {
  std::vector<const Constraint*> out = context.catalog.sorted<Constraint>();
  std::erase_if(out, [](const Constraint* constraint) { return !constraint->foreign_key; });
  return out;
}

bool contains(const std::vector<Identifier>& columns, Identifier column) {
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

// An index finds the rows of a key if it begins with its columns, in whatever order, and leaves out
// none but for a condition about those columns themselves (WHERE exchange_id IS NOT NULL).
bool finds_rows_of(const IndexShape& index, const ObjectId& table,
                   const std::vector<Identifier>& columns) {
  if (index.method != Identifier("btree") && index.method != Identifier("hash")) return false;
  if (index.elements.size() < columns.size()) return false;
  for (size_t i = 0; i < columns.size(); ++i) {
    if (!contains(columns, index.elements[i].column)) return false;
  }
  if (index.predicate.empty()) return true;
  const auto& used = index.predicate.references;
  return !used.empty() && std::all_of(used.begin(), used.end(), [&](const ObjectId& id) {
    return id.kind == Kind::column && id.container(Kind::table) == table &&
           contains(columns, id.sub);
  });
}

bool has_own_sequence(const RuleContext& context, const ObjectId& column) {
  return std::any_of(
      context.catalog.objects<Sequence>().begin(), context.catalog.objects<Sequence>().end(),
      [&](const auto& entry) {
        return entry.second.owned_by == column &&
               context.catalog.contains(column.with_sub(Kind::column_default, column.sub));
      });
}

int integer_width(const std::string& type) {
  return type == "smallint" ? 2 : type == "integer" ? 4 : type == "bigint" ? 8 : 0;
}

bool is_text(const std::string& type) {
  return type == "text" || type == "character varying" || type == "character";
}

}  // namespace

void find_missing_primary_keys(RuleContext& context) {
  for (const Table* table : context.catalog.sorted<Table>()) {
    if (table->partition_of || table->persistence == Persistence::temporary) continue;
    const auto& constraints = context.members.of(table->id).constraints;
    const bool has_one =
        std::any_of(constraints.begin(), constraints.end(), [](const Constraint* constraint) {
          return constraint->type == ConstraintType::primary_key;
        });
    if (!has_one) context.report(*table, describe(table->id) + " has no primary key");
  }
}

void find_unindexed_foreign_keys(RuleContext& context) {
  for (const Constraint* key : foreign_keys(context)) {
    bool found = false;
    for (const ObjectId& table : with_partitioned_parents(context, key->id)) {
      const Members& members = context.members.of(table);
      for (const Index* index : members.indexes) {
        found = found || finds_rows_of(index_shape(*index), table, key->columns);
      }
      for (const Constraint* constraint : members.constraints) {
        const auto shape = index_shape(*constraint);
        found = found || (shape && finds_rows_of(*shape, table, key->columns));
      }
    }
    if (found) continue;
    context.report(
        *key, fmt::format("no index of {} begins with ({}), the columns of foreign key {}",
                          qualified_name(key->id.container(Kind::table)), column_list(key->columns),
                          quote(key->id.sub)));
  }
}

void find_impossible_set_null(RuleContext& context) {
  for (const Constraint* key : foreign_keys(context)) {
    const ForeignKey& foreign = *key->foreign_key;
    const bool deletes = foreign.on_delete == ForeignKeyAction::set_null;
    if (!deletes && foreign.on_update != ForeignKeyAction::set_null) continue;
    const bool only_some = deletes && !foreign.set_columns.empty();
    for (const Identifier name : only_some ? foreign.set_columns : key->columns) {
      const Column* column = context.column(key->id.container(Kind::table), name);
      if (column == nullptr || !column->not_null) continue;
      context.report(*key, fmt::format("foreign key {} sets {} to NULL, and the column is NOT NULL",
                                       quote(key->id.sub), qualified_name(column->id)));
      break;
    }
  }
}

void find_serial_foreign_keys(RuleContext& context) {
  std::set<ObjectId> said;
  for (const Constraint* key : foreign_keys(context)) {
    for (const Identifier name : key->columns) {
      const Column* column = context.column(key->id.container(Kind::table), name);
      if (column == nullptr || !said.insert(column->id).second) continue;
      if (!column->identity && !has_own_sequence(context, column->id)) continue;
      context.report(*column, fmt::format("{} refers to {} and has a sequence of its own",
                                          describe(column->id),
                                          qualified_name(key->foreign_key->referenced_table)));
    }
  }
}

void find_narrow_foreign_keys(RuleContext& context) {
  for (const Constraint* key : foreign_keys(context)) {
    const ForeignKey& foreign = *key->foreign_key;
    for (size_t i = 0; i < key->columns.size() && i < foreign.referenced_columns.size(); ++i) {
      const Column* from = context.column(key->id.container(Kind::table), key->columns[i]);
      const Column* to = context.column(foreign.referenced_table, foreign.referenced_columns[i]);
      if (from == nullptr || to == nullptr) continue;
      const std::string mine = plain_type(from->type);
      const std::string its = plain_type(to->type);
      if (mine.empty() || its.empty() || mine == its || (is_text(mine) && is_text(its))) continue;
      const int width = integer_width(mine);
      if (width > 0 && integer_width(its) > 0 && width > integer_width(its)) continue;
      context.report(*from, fmt::format("{} is {}, and {}, to which it refers, is {}",
                                        describe(from->id), mine, qualified_name(to->id), its));
    }
  }
}

void find_keys_near_limit(RuleContext& context) {
  for (const KeyUse& use : context.key_uses) {
    const double part = static_cast<double>(use.last) / static_cast<double>(use.limit);
    if (part < 0.75) continue;
    const Column* column = context.catalog.find<Column>(use.column);
    context.report(use.column, column == nullptr ? SourceSpan{} : column->source,
                   fmt::format("{} has used {:.0f} % of its numbers ({} of {})",
                               describe(use.column), part * 100, use.last, use.limit));
  }
}

void find_unvalidated_constraints(RuleContext& context) {
  for (const Constraint* constraint : context.catalog.sorted<Constraint>()) {
    if (constraint->validated || !constraint->enforced) continue;
    context.report(*constraint, describe(constraint->id) + " is NOT VALID");
  }
  for (const DomainConstraint* constraint : context.catalog.sorted<DomainConstraint>()) {
    if (!constraint->validated)
      context.report(*constraint, describe(constraint->id) + " is NOT VALID");
  }
}

}  // namespace schemadiff
