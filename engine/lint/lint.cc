#include "engine/lint/lint.h"

#include <algorithm>
#include <tuple>

#include "engine/lint/rule_context.h"
#include "engine/objects/partitions.h"

namespace schemadiff {

const std::vector<LintRule>& lint_rules() {
  constexpr Severity kError = Severity::error;
  constexpr Severity kWarning = Severity::warning;
  constexpr Severity kInfo = Severity::note;
  static const std::vector<LintRule> rules = {
      // ---- keys and constraints
      {"no-primary-key", kWarning,
       "a table without primary key: nothing tells its rows apart, and logical replication can't "
       "update or delete them",
       "add a primary key; an identity column if there is no natural one",
       find_missing_primary_keys},
      {"fk-without-index", kWarning,
       "a foreign key whose columns no index begins with: deleting a referenced row, or changing "
       "its key, reads the whole table while it holds locks",
       "CREATE INDEX on the columns of the foreign key", find_unindexed_foreign_keys},
      {"set-null-not-null", kError,
       "SET NULL on a column that is NOT NULL: deleting a referenced row will always fail",
       "drop NOT NULL, or choose ON DELETE CASCADE or RESTRICT", find_impossible_set_null},
      {"serial-foreign-key", kWarning,
       "a foreign key column that draws its value from a sequence of its own: a value left out "
       "becomes a reference to some other row, where it should be an error",
       "make it integer or bigint without a default", find_serial_foreign_keys},
      {"fk-type-mismatch", kWarning,
       "a foreign key of another type than the column it refers to: values that do not fit can't "
       "be "
       "referenced, and joins convert",
       "give it the type of the referenced column", find_narrow_foreign_keys},
      {"key-near-limit", kError,
       "three quarters of the key's numbers are used (needs --db): inserts fail when they are gone",
       "change the column to bigint while there is time", find_keys_near_limit},
      {"not-valid", kWarning,
       "a constraint that is NOT VALID: rows from before it may break it, and the planner does not "
       "rely on it",
       "mend the rows, then ALTER TABLE … VALIDATE CONSTRAINT", find_unvalidated_constraints},
      // ---- indexes
      {"duplicate-index", kWarning,
       "an index that another one equals: each write pays for both, no query gains", "drop it",
       find_duplicate_indexes},
      {"redundant-index", kWarning,
       "an index whose columns are the first ones of another: that one answers the same queries",
       "drop it, unless its smaller size is what you want it for", find_redundant_indexes},
      {"invalid-index", kWarning,
       "an index that is not valid, as a failed CREATE INDEX CONCURRENTLY leaves it: it is written "
       "and never read",
       "drop it and make it again", find_invalid_indexes},
      // ---- types
      {"timestamp-without-time-zone", kWarning,
       "timestamp without time zone: it names no moment, and means another one for each session",
       "use timestamp with time zone", find_timestamps_without_time_zone},
      {"time-with-time-zone", kWarning,
       "time with time zone: without a date nobody knows the offset of a zone",
       "use timestamp with time zone, or time", find_times_with_time_zone},
      {"char-type", kWarning,
       "character(n): it is padded with blanks, which then do not count in comparisons, and is no "
       "faster than text",
       "use text, or varchar(n) for a limit", find_char_types},
      {"money-type", kWarning,
       "money: its currency and its digits depend on lc_monetary of whoever looks",
       "use numeric, and a column for the currency", find_money_types},
      {"float-for-money", kWarning,
       "a floating point number for what its name calls an amount: 0.1 + 0.2 is not 0.3",
       "use numeric", find_floats_for_money},
      {"json-type", kInfo,
       "json: it keeps the text, has no equality (DISTINCT and UNION fail) and no index",
       "use jsonb", find_json_types},
      {"serial", kInfo,
       "serial: its sequence has privileges of its own, and nothing stops others from writing the "
       "column",
       "use GENERATED ALWAYS AS IDENTITY", find_serial_columns},
      // ---- security
      {"definer-search-path", kError,
       "SECURITY DEFINER without SET search_path: a caller who puts objects of their own in front "
       "runs them with the owner's rights",
       "add SET search_path = …, pg_temp", find_definer_functions_without_path},
      {"policy-without-rls", kError,
       "a policy on a table without row level security: it has no effect at all",
       "ALTER TABLE … ENABLE ROW LEVEL SECURITY", find_policies_without_row_security},
      {"rls-without-policy", kWarning,
       "row level security without any policy: nobody but the owner sees a row",
       "create a policy, or disable it", find_row_security_without_policy},
      {"view-bypasses-rls", kWarning,
       "a view over a table with row level security reads it with the rights of the view's owner: "
       "whoever may read the view sees all rows",
       "WITH (security_invoker = true), from PostgreSQL 15 on", find_views_around_row_security},
      // ---- habits
      {"rewrite-rule", kWarning,
       "a rule rewrites queries, and rarely does what was meant (RETURNING, counts, volatile "
       "values)",
       "use a trigger", find_rewrite_rules},
      {"table-inheritance", kInfo,
       "table inheritance: keys and foreign keys do not reach the rows of the children",
       "use partitions, or a foreign key to a common table", find_table_inheritance},
      {"disabled-trigger", kWarning, "a trigger that is switched off: rows get by what it guards",
       "enable it, or drop it", find_disabled_triggers},
      {"unlogged-table", kInfo, "an UNLOGGED table is empty after a crash, and on every standby",
       "leave it so only for what can be computed again", find_unlogged_tables},
      {"quoted-name", kInfo, "a name that every query must put in double quotes",
       "use lower case, digits and underscores", find_quoted_names},
  };
  return rules;
}

const LintRule* find_lint_rule(std::string_view code) {
  for (const LintRule& rule : lint_rules()) {
    if (rule.code == code) return &rule;
  }
  return nullptr;
}

std::vector<LintFinding> lint(const LintInput& input, const LintSettings& settings) {
  const MemberIndex members(*input.catalog);
  std::vector<LintFinding> out;
  for (const LintRule& rule : lint_rules()) {
    Severity level = rule.level;
    if (const auto set = settings.find(rule.code); set != settings.end()) {
      if (!set->second) continue;
      level = *set->second;
    }
    RuleContext context(input, members);
    rule.look(context);
    for (LintFinding& finding : context.findings) {
      if (input.is_off && finding.where.known() && input.is_off(rule.code, finding.where)) continue;
      finding.rule = &rule;
      finding.level = level;
      out.push_back(std::move(finding));
    }
  }
  const auto key = [](const LintFinding& finding) {
    return std::tuple(!finding.where.known(), finding.where.file, finding.where.offset,
                      finding.object, finding.rule->code);
  };
  std::sort(out.begin(), out.end(),
            [&](const LintFinding& a, const LintFinding& b) { return key(a) < key(b); });
  return out;
}

const Column* RuleContext::column(const ObjectId& table, Identifier name) const {
  if (const Column* own = catalog.find<Column>(table.with_sub(Kind::column, name))) return own;
  for (const ObjectId& parent : ancestors_of(catalog, table)) {
    if (const Column* found = catalog.find<Column>(parent.with_sub(Kind::column, name)))
      return found;
  }
  return nullptr;
}

}  // namespace schemadiff
