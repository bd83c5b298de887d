// What rules see, and where they say what they found. One function a rule, by theme in *_rules.cc,
// listed in lint.cc.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/lint/lint.h"
#include "engine/model/members.h"

namespace schemadiff {

class RuleContext {
 public:
  RuleContext(const LintInput& input, const MemberIndex& index)
      : catalog(*input.catalog), members(index), key_uses(input.key_uses) {}

  const Catalog& catalog;
  const MemberIndex& members;
  const std::vector<KeyUse>& key_uses;

  void report(const ObjectBase& object, std::string message) {
    report(object.id, object.source, std::move(message));
  }
  void report(const ObjectId& object, SourceSpan where, std::string message) {
    LintFinding finding;
    finding.object = object;
    finding.where = where;
    finding.message = std::move(message);
    findings.push_back(std::move(finding));
  }
  // The column of that name, in the table or in what it inherits from; nullptr: there is none.
  const Column* column(const ObjectId& table, Identifier name) const;

  std::vector<LintFinding> findings;
};

// "integer" of "integer[]", "character" of "character(3)"; "" for types that are no built-in ones.
std::string plain_type(const TypeRef& type);

// ---- the rules
// key_rules.cc
void find_missing_primary_keys(RuleContext& context);
void find_unindexed_foreign_keys(RuleContext& context);
void find_impossible_set_null(RuleContext& context);
void find_serial_foreign_keys(RuleContext& context);
void find_narrow_foreign_keys(RuleContext& context);
void find_keys_near_limit(RuleContext& context);
void find_unvalidated_constraints(RuleContext& context);
// index_rules.cc
void find_duplicate_indexes(RuleContext& context);
void find_redundant_indexes(RuleContext& context);
void find_invalid_indexes(RuleContext& context);
// type_rules.cc
void find_timestamps_without_time_zone(RuleContext& context);
void find_times_with_time_zone(RuleContext& context);
void find_char_types(RuleContext& context);
void find_money_types(RuleContext& context);
void find_floats_for_money(RuleContext& context);
void find_json_types(RuleContext& context);
void find_serial_columns(RuleContext& context);
// security_rules.cc
void find_definer_functions_without_path(RuleContext& context);
void find_policies_without_row_security(RuleContext& context);
void find_row_security_without_policy(RuleContext& context);
void find_views_around_row_security(RuleContext& context);
// habit_rules.cc
void find_rewrite_rules(RuleContext& context);
void find_table_inheritance(RuleContext& context);
void find_disabled_triggers(RuleContext& context);
void find_unlogged_tables(RuleContext& context);
void find_quoted_names(RuleContext& context);

}  // namespace schemadiff
