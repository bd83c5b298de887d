#include "engine/objects/view/view.h"

#include <algorithm>

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"
#include "engine/objects/let_go.h"
#include "engine/objects/privilege/rights.h"
#include "engine/objects/view/output_type.h"
#include "engine/objects/view/readers.h"
#include "engine/objects/write.h"

namespace schemadiff {

namespace {

std::string definition(const View& view, const std::string& verb, Step& step) {
  std::string sql =
      verb + (view.recursive ? " RECURSIVE VIEW " : " VIEW ") + qualified_name(view.id);
  if (!view.columns.empty()) sql += " (" + column_list(view.columns) + ")";
  StorageOptions options;
  std::string check;
  for (const auto& option : view.options) {
    if (option.first == "check_option") {
      check = option.second == "local" ? "LOCAL" : "CASCADED";
    } else {
      options.push_back(option);
    }
  }
  if (!options.empty()) sql += "\n    WITH (" + options_list(options) + ")";
  sql += " AS\n" + use(step, view.query);
  if (!check.empty()) sql += "\n    WITH " + check + " CHECK OPTION";
  return sql;
}

bool has_option(const View& view, std::string_view name) {
  return std::any_of(view.options.begin(), view.options.end(), [&](const auto& option) {
    return option.first == name && option.second == "true";
  });
}

// How far WITH CHECK OPTION looks: 2 through all views below, 1 at this one, 0 not at all.
int check_level(const View& view) {
  for (const auto& [name, value] : view.options) {
    if (name == "check_option") return value == "local" ? 1 : 2;
  }
  return 0;
}

void add_widening(const View& live, const View& desired, Step& step, const StepBuilder& steps) {
  if (!reads_as_caller(desired)) note_readers(live, desired.id, step, steps);
  if (check_level(desired) < check_level(live) && has_readers(desired.id, steps)) {
    add_hazard(step, HazardCode::widens_access,
               "who may write through the view may write rows that it hides");
  }
  if (!has_option(live, "security_barrier") || has_option(desired, "security_barrier")) return;
  if (!has_readers(desired.id, steps)) return;
  add_hazard(step, HazardCode::widens_access,
             "who may read the view may call functions that see rows before it leaves them out");
}

// CREATE OR REPLACE VIEW may only add columns at the end. A collation is part of the type here: up
// to 14 the server changes it, and what uses the view keeps the old one. Where the columns of one
// side are not known, it is not tried.
bool keeps_columns(const View& live, const View& desired) {
  return !live.output.empty() && desired.output.size() >= live.output.size() &&
         std::equal(live.output.begin(), live.output.end(), desired.output.begin());
}

}  // namespace

bool reads_as_caller(const View& view) { return has_option(view, "security_invoker"); }

void note_readers(const View& live, const ObjectId& desired, Step& step, const StepBuilder& steps) {
  if (!reads_as_caller(live) || !has_readers(desired, steps)) return;
  add_hazard(step, HazardCode::widens_access,
             "who may read the view reads its tables with the rights of its owner, whatever "
             "privileges and policies say");
}

void let_go(const View& view, StepBuilder& steps) {
  if (view.output.empty()) return;
  std::string columns;
  std::set<ObjectId> kept;
  for (auto [name, type] : view.output) {
    kept.insert(type.object);
    const std::string collation = take_collation(type);
    columns += (columns.empty() ? "NULL::" : ", NULL::") + type.sql;
    if (!collation.empty()) columns += " COLLATE " + collation;
    columns += " AS " + quote(name);
  }
  Step& step =
      steps.add(Verb::alter, view,
                "CREATE OR REPLACE VIEW " + qualified_name(view.id) + " AS\nSELECT " + columns);
  take_lock(step, steps, view.id, Lock::access_exclusive);
  release_at_last(step, view.query, kept);
}

template <>
void Rules<View>::expressions(View& object, const ExpressionVisitor& visit) {
  ExpressionScope scope;
  scope.role = ExpressionRole::query;
  scope.names = object.columns;
  visit(object.query, scope);
}

template <>
void Rules<View>::references(const View& object, ReferenceSink& sink) {
  sink.schema(object.id.schema);
}

template <>
void Rules<View>::create(const View& object, StepBuilder& steps) {
  Step& step = steps.add(Verb::create, object, "");
  step.sql = definition(object, "CREATE", step);
  if (const View* live = steps.live.find<View>(object.id)) {
    add_widening(*live, object, step, steps);
  }
}

template <>
bool Rules<View>::alter(const View& live, const View& desired, const FieldChanges& changes,
                        StepBuilder& steps) {
  if (changes.has("query")) {
    if (!keeps_columns(live, desired)) return false;
    Step& step = steps.add(Verb::alter, desired, "");
    step.sql = definition(desired, "CREATE OR REPLACE", step);
    release(step, live.query);
    take_lock(step, steps, desired.id, Lock::access_exclusive);
    add_widening(live, desired, step, steps);
    return true;
  }
  const OptionChanges options = option_changes(live.options, desired.options);
  const auto add = [&](const std::string& action) {
    Step& step = steps.add(Verb::alter, desired,
                           alter_statement("VIEW " + qualified_name(desired.id), action));
    take_lock(step, steps, desired.id, Lock::access_exclusive);
  };
  if (!options.set.empty()) add("SET (" + options_list(options.set) + ")");
  if (!options.reset.empty()) add("RESET (" + option_names(options.reset) + ")");
  if (!steps.steps().empty()) add_widening(live, desired, steps.steps().back(), steps);
  return true;
}

template <>
void Rules<View>::drop(const View& object, StepBuilder& steps) {
  Step& step = steps.add(Verb::drop, object, "DROP VIEW " + qualified_name(object.id));
  take_lock(step, steps, object.id, Lock::access_exclusive);
}

}  // namespace schemadiff
