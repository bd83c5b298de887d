// Who may do what without anybody having meant it.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/lint/rule_context.h"

namespace schemadiff {

void find_definer_functions_without_path(RuleContext& context) {
  for (const Function* function : context.catalog.sorted<Function>()) {
    // Names in an SQL-standard body are bound when it is made, and C looks nothing up.
    const bool resolves = !function->sql_body && function->language != Identifier("c") &&
                          function->language != Identifier("internal");
    const bool has_path =
        std::any_of(function->settings.begin(), function->settings.end(),
                    [](const std::string& entry) { return entry.starts_with("search_path="); });
    if (function->security_definer && resolves && !has_path) {
      context.report(*function,
                     describe(function->id) + " is SECURITY DEFINER and does not set search_path");
    }
  }
}

void find_policies_without_row_security(RuleContext& context) {
  std::set<ObjectId> said;
  for (const Policy* policy : context.catalog.sorted<Policy>()) {
    const Table* table = context.catalog.find<Table>(policy->table);
    if (table == nullptr || table->row_security || !said.insert(table->id).second) continue;
    context.report(*policy,
                   fmt::format("policy {} has no effect: {} has row level security disabled",
                               quote(policy->id.sub), describe(table->id)));
  }
}

void find_row_security_without_policy(RuleContext& context) {
  std::set<ObjectId> with_policy;
  for (const auto& [id, policy] : context.catalog.objects<Policy>())
    with_policy.insert(policy.table);
  for (const Table* table : context.catalog.sorted<Table>()) {
    if (table->row_security && !with_policy.contains(table->id))
      context.report(*table, describe(table->id) + " has row level security and no policy");
  }
}

void find_views_around_row_security(RuleContext& context) {
  for (const View* view : context.catalog.sorted<View>()) {
    const bool as_invoker =
        std::any_of(view->options.begin(), view->options.end(), [](const auto& option) {
          return option.first == "security_invoker" && option.second != "false" &&
                 option.second != "off" && option.second != "0" && option.second != "no";
        });
    if (as_invoker) continue;
    std::set<ObjectId> guarded;
    std::set<ObjectId> row_types;  // of functions, which read with the rights of who asks
    for (const ObjectId& used : view->query.references) {
      if (const auto* function = context.catalog.find<Function>(used)) {
        row_types.insert(function->returns.object);
      }
      if (used.kind != Kind::table && used.kind != Kind::column) continue;
      const Table* table = context.catalog.find<Table>(used.container(Kind::table));
      if (table != nullptr && table->row_security) guarded.insert(table->id);
    }
    for (const ObjectId& table : row_types) guarded.erase(table);
    if (guarded.empty()) continue;
    std::string names;
    for (const ObjectId& table : guarded)
      names += (names.empty() ? "" : ", ") + qualified_name(table);
    context.report(*view, fmt::format("{} shows rows of {} past row level security",
                                      describe(view->id), names));
  }
}

}  // namespace schemadiff
