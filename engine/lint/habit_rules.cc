// What works, and surprises later.
#include <fmt/format.h>

#include <algorithm>

#include "engine/lint/rule_context.h"

namespace schemadiff {
namespace {

bool needs_quotes(Identifier name) {
  const std::string& text = name.str();
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  return !std::all_of(text.begin(), text.end(), plain) ||
         (!text.empty() && text[0] >= '0' && text[0] <= '9');
}

}  // namespace

void find_rewrite_rules(RuleContext& context) {
  for (const Rule* rule : context.catalog.sorted<Rule>())
    context.report(*rule, describe(rule->id) + " rewrites queries");
}

void find_table_inheritance(RuleContext& context) {
  for (const Table* table : context.catalog.sorted<Table>()) {
    if (table->inherits.empty()) continue;
    context.report(*table, fmt::format("{} inherits from {}", describe(table->id),
                                       qualified_name(table->inherits.front())));
  }
}

void find_disabled_triggers(RuleContext& context) {
  for (const Trigger* trigger : context.catalog.sorted<Trigger>()) {
    if (trigger->enabled == TriggerState::disabled)
      context.report(*trigger, describe(trigger->id) + " is disabled");
  }
}

void find_unlogged_tables(RuleContext& context) {
  for (const Table* table : context.catalog.sorted<Table>()) {
    if (table->persistence == Persistence::unlogged)
      context.report(*table, describe(table->id) + " is UNLOGGED");
  }
}

// One finding a relation: whoever writes "userId" once writes it everywhere.
void find_quoted_names(RuleContext& context) {
  const auto look = [&](const ObjectBase& relation) {
    if (needs_quotes(relation.id.name)) {
      context.report(relation, describe(relation.id) + " needs quotes");
      return;
    }
    const Column* first = nullptr;
    size_t count = 0;
    for (const Column* column : context.members.of(relation.id).columns) {
      if (column->inherited || !needs_quotes(column->id.sub)) continue;
      if (count++ == 0) first = column;
    }
    if (first == nullptr) return;
    context.report(*first, describe(first->id) + " needs quotes" +
                               (count == 1 ? "" : fmt::format(", and {} more", count - 1)));
  };
  for (const Table* table : context.catalog.sorted<Table>()) look(*table);
  for (const View* view : context.catalog.sorted<View>()) look(*view);
  for (const MaterializedView* view : context.catalog.sorted<MaterializedView>()) look(*view);
}

}  // namespace schemadiff
