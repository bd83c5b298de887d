#include "engine/objects/materialized_view/materialized_view.h"

#include <algorithm>

#include "engine/model/object.h"
#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"
#include "engine/objects/view/readers.h"
#include "engine/objects/write.h"

namespace schemadiff {

namespace {

std::string words(const MaterializedViewColumn& column) {
  std::string out;
  if (column.statistics_target != -1) {
    out += " STATISTICS " + std::to_string(column.statistics_target);
  }
  if (!column.storage.empty()) out += " STORAGE " + column.storage;
  if (!column.compression.empty()) out += " COMPRESSION " + column.compression;
  if (!column.options.empty()) out += " (" + options_list(column.options) + ")";
  return out.empty() ? "" : quote(column.name) + out;
}

std::string type_storage(const MaterializedViewColumn& a, const MaterializedViewColumn& b) {
  return a.type_storage.empty() ? b.type_storage : a.type_storage;
}

bool same_storage(const MaterializedViewColumn& a, const MaterializedViewColumn& b) {
  const std::string usual = type_storage(a, b);
  return (a.storage.empty() ? usual : a.storage) == (b.storage.empty() ? usual : b.storage);
}

// Both with the same columns.
void complete(MaterializedViewColumns& a, MaterializedViewColumns& b) {
  for (size_t i = 0; i < a.list.size(); ++i) b.of(a.list[i].name);
  for (size_t i = 0; i < b.list.size(); ++i) a.of(b.list[i].name);
}

// ALTER … ALTER COLUMN for all in which the settings differ.
void change_columns(MaterializedViewColumns live, MaterializedViewColumns desired,
                    const MaterializedView& view, Verb verb, StepBuilder& steps) {
  complete(live, desired);
  for (size_t i = 0; i < desired.list.size(); ++i) {
    const MaterializedViewColumn& wanted = desired.list[i];
    const MaterializedViewColumn& actual = live.list[i];
    const auto add = [&](const std::string& action) {
      Step& step = steps.add(verb, view,
                             alter_statement("MATERIALIZED VIEW " + qualified_name(view.id),
                                             "ALTER COLUMN " + quote(wanted.name) + " " + action));
      take_lock(step, steps, view.id, Lock::share_update_exclusive);
    };
    if (actual.statistics_target != wanted.statistics_target) {
      add("SET STATISTICS " + std::to_string(wanted.statistics_target));
    }
    if (!same_storage(actual, wanted)) {
      const std::string usual = type_storage(actual, wanted);
      add("SET STORAGE " + (!wanted.storage.empty() ? wanted.storage
                            : usual.empty()         ? "DEFAULT"
                                                    : usual));
    }
    if (actual.compression != wanted.compression) {
      add("SET COMPRESSION " + (wanted.compression.empty() ? "default" : wanted.compression));
    }
    const OptionChanges options = option_changes(actual.options, wanted.options);
    if (!options.set.empty()) add("SET (" + options_list(options.set) + ")");
    if (!options.reset.empty()) add("RESET (" + option_names(options.reset) + ")");
  }
}

// That it holds its rows.
ObjectId filled(const ObjectId& view) {
  return {Kind::none, Kind::materialized_view, view.schema, view.name, {}};
}

// Materialized views that a query reads, through other views too.
void collect_read(const Catalog& catalog, const SqlExpression& query, std::vector<ObjectId>& out,
                  int depth = 0) {
  if (depth > 64) return;
  for (const ObjectId& id : query.references) {
    if (const View* view = catalog.find<View>(id)) {
      collect_read(catalog, view->query, out, depth + 1);
    } else if (catalog.contains(id) && id.kind == Kind::materialized_view) {
      out.push_back(filled(id));
    }
  }
}

// REFRESH asks with the rights of the owner, whose policies and privileges may show other rows
// than ours.
void fill_as_owner(const MaterializedView& view, const Owner& owner, std::vector<ObjectId> read,
                   StepBuilder& steps) {
  Step& step =
      steps.add(Verb::create, view, "REFRESH MATERIALIZED VIEW " + qualified_name(view.id));
  step.produces = {filled(view.id)};
  step.consumes = std::move(read);
  step.consumes.push_back(view.id);
  step.consumes.push_back(owner.id);
  for (const auto& [id, other] : steps.desired.objects<Owner>()) {
    if (other.role == owner.role) step.weakly_consumes.push_back(id);
  }
  for (const auto& [id, privilege] : steps.desired.objects<Privilege>()) {
    const bool counts = id.grantee == owner.role || id.grantee == public_grantee();
    if (counts) step.weakly_consumes.push_back(id);
  }
  step.reason = "its rows are those that its owner may see";
}

}  // namespace

MaterializedViewColumn& MaterializedViewColumns::of(Identifier column) {
  const auto at =
      std::lower_bound(list.begin(), list.end(), column,
                       [](const auto& entry, Identifier name) { return entry.name < name; });
  if (at != list.end() && at->name == column) return *at;
  MaterializedViewColumn added;
  added.name = column;
  return *list.insert(at, std::move(added));
}

bool operator==(const MaterializedViewColumns& a, const MaterializedViewColumns& b) {
  MaterializedViewColumns left = a;
  MaterializedViewColumns right = b;
  complete(left, right);
  return std::equal(left.list.begin(), left.list.end(), right.list.begin(),
                    [](const MaterializedViewColumn& x, const MaterializedViewColumn& y) {
                      return x.statistics_target == y.statistics_target && same_storage(x, y) &&
                             x.compression == y.compression && x.options == y.options;
                    });
}

std::string display(const MaterializedViewColumns& columns) {
  std::string out;
  for (const MaterializedViewColumn& column : columns.list) {
    const std::string said = words(column);
    if (!said.empty()) out += (out.empty() ? "" : ", ") + said;
  }
  return out.empty() ? "none" : out;
}

template <>
void Rules<MaterializedView>::expressions(MaterializedView& object,
                                          const ExpressionVisitor& visit) {
  ExpressionScope scope;
  scope.role = ExpressionRole::query;
  scope.names = object.columns;
  visit(object.query, scope);
}

template <>
void Rules<MaterializedView>::references(const MaterializedView& object, ReferenceSink& sink) {
  sink.schema(object.id.schema);
}

template <>
void Rules<MaterializedView>::create(const MaterializedView& object, StepBuilder& steps) {
  Step& step = steps.add(Verb::create, object, "");
  std::string sql = "CREATE MATERIALIZED VIEW " + qualified_name(object.id);
  if (!object.columns.empty()) sql += " (" + column_list(object.columns) + ")";
  if (!object.access_method.empty()) sql += "\n    USING " + quote(object.access_method);
  if (!object.options.empty()) sql += "\n    WITH (" + options_list(object.options) + ")";
  if (!object.tablespace.empty()) sql += "\n    TABLESPACE " + quote(object.tablespace);
  sql += " AS\n" + use(step, object.query);
  const Owner* owner = steps.desired.find<Owner>(object.id.owned());
  // What holds rows now is to hold rows again, whatever a dump says.
  const MaterializedView* before = steps.live.find<MaterializedView>(object.id);
  const bool with_data = object.with_data || (before != nullptr && before->with_data);
  const bool for_another = with_data && owner != nullptr && owner->role != steps.system.role;
  if (!with_data || for_another) sql += "\n    WITH NO DATA";
  step.sql = std::move(sql);
  std::vector<ObjectId> read;
  collect_read(steps.desired, object.query, read);
  if (with_data && !for_another) {
    step.consumes.insert(step.consumes.end(), read.begin(), read.end());
  }
  if (before != nullptr && with_data) {
    step.rewrites = true;
    add_hazard(step, HazardCode::table_rewrite, "runs the query of the materialized view again");
  }
  const View* view = steps.live.find<View>(object.id.container(Kind::view));
  if (view != nullptr) note_readers(*view, object.id, step, steps);
  change_columns({}, object.column_settings, object, Verb::create, steps);
  if (for_another) fill_as_owner(object, *owner, std::move(read), steps);
}

template <>
bool Rules<MaterializedView>::alter(const MaterializedView& live, const MaterializedView& desired,
                                    const FieldChanges& changes, StepBuilder& steps) {
  if (changes.has("query")) return false;
  if (changes.has("access method") && steps.server_version < 150000) return false;
  const auto add = [&](const std::string& action, Lock lock) -> Step& {
    Step& step =
        steps.add(Verb::alter, desired,
                  alter_statement("MATERIALIZED VIEW " + qualified_name(desired.id), action));
    take_lock(step, steps, desired.id, lock);
    return step;
  };
  const auto rewrite = [&](const std::string& action) {
    Step& step = add(action, Lock::access_exclusive);
    step.rewrites = true;
    add_hazard(step, HazardCode::table_rewrite, "writes the whole materialized view anew");
  };
  const OptionChanges options = option_changes(live.options, desired.options);
  if (!options.set.empty()) {
    add("SET (" + options_list(options.set) + ")", Lock::share_update_exclusive);
  }
  if (!options.reset.empty()) {
    add("RESET (" + option_names(options.reset) + ")", Lock::share_update_exclusive);
  }
  if (changes.has("access method")) {
    rewrite("SET ACCESS METHOD " +
            (desired.access_method.empty() ? "heap" : quote(desired.access_method)));
  }
  if (changes.has("tablespace")) {
    rewrite("SET TABLESPACE " +
            (desired.tablespace.empty() ? "pg_default" : quote(desired.tablespace)));
  }
  change_columns(live.column_settings, desired.column_settings, desired, Verb::alter, steps);
  return true;
}

template <>
void Rules<MaterializedView>::drop(const MaterializedView& object, StepBuilder& steps) {
  Step& step = steps.add(Verb::drop, object, "DROP MATERIALIZED VIEW " + qualified_name(object.id));
  take_lock(step, steps, object.id, Lock::access_exclusive);
  if (steps.desired.contains(object.id)) {
    add_hazard(step, HazardCode::breaks_clients, "queries wait until it is there again");
  } else {
    add_hazard(step, HazardCode::data_loss, "drops the materialized view and its rows");
  }
}

}  // namespace schemadiff
