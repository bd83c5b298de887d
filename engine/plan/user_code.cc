#include "engine/plan/user_code.h"

#include <algorithm>
#include <set>

#include "engine/model/ancestors.h"
#include "engine/model/text_references.h"
#include "engine/objects/trigger/clone.h"

namespace schemadiff {

namespace {

bool has_own_path(const Function& function) {
  return std::any_of(function.settings.begin(), function.settings.end(),
                     [](const std::string& s) { return s.starts_with("search_path="); });
}

// What one catalog has of it.
class UserCode {
 public:
  explicit UserCode(const Catalog& catalog) : catalog_(catalog) {
    for (const auto& [id, function] : catalog.objects<Function>()) {
      const bool compiled = function.language == Identifier("internal") ||
                            function.language == Identifier("c") || function.aggregate.has_value();
      if (!compiled && !has_own_path(function)) functions_.insert({id.schema, id.name});
    }
    if (functions_.empty()) return;
    for (const auto& [id, op] : catalog.objects<Operator>()) {
      if (functions_.contains(op.function)) operators_.insert(id);
    }
    for (const auto& [id, trigger] : catalog.objects<EventTrigger>()) {
      if (trigger.enabled != TriggerState::disabled && functions_.contains(trigger.function)) {
        listens_ = true;
      }
    }
    for (const auto& [id, trigger] : catalog.objects<Trigger>()) {
      if (!is_clone(trigger) && trigger.enabled != TriggerState::disabled &&
          functions_.contains(trigger.function)) {
        note(written_, trigger.relation);
        if (trigger.initially_deferred) note(deferred_, trigger.relation);
      }
    }
    look_at<Index>([](const Index& index) { return index.table; });
    look_at<Constraint>([](const Constraint& c) { return c.id.container(Kind::table); });
    look_at<Column>([](const Column& column) { return column.id.container(Kind::table); });
    look_at<ColumnDefault>(
        [](const ColumnDefault& value) { return value.id.container(Kind::table); });
    look_at<Table>([](const Table& table) { return table.id; });
    look_at<MaterializedView>([](const MaterializedView& view) { return view.id; });
    look_at<DomainConstraint>(
        [](const DomainConstraint& check) { return check.id.container(Kind::domain); });
    for (const auto& [id, column] : catalog.objects<Column>()) {
      if (computed_.contains(column.type.object)) note(computed_, id.container(Kind::table));
    }
  }

  bool listens() const { return listens_; }
  // While the table, or materialized view, is written anew or read.
  bool computes(const ObjectId& relation) const {
    return computed_.contains(relation) || any_above(computed_, relation);
  }
  // At COMMIT, when rows were written.
  bool hears_later(const ObjectId& table) const {
    return deferred_.contains(table) || any_above(deferred_, table);
  }
  // While rows are written.
  bool hears(const ObjectId& table) const {
    return computes(table) || written_.contains(table) || any_above(written_, table);
  }

 private:
  template <class T, class Of>
  void look_at(const Of& of) {
    for (const auto& [id, object] : catalog_.objects<T>()) {
      const std::vector<ObjectId> used = used_by_texts(object);
      const bool runs = std::any_of(used.begin(), used.end(), [&](const ObjectId& each) {
        return operators_.contains(each) ||
               (each.kind == Kind::function && functions_.contains({each.schema, each.name}));
      });
      if (runs) note(computed_, of(object));
    }
  }

  // Rows of a parent may go to it.
  void note(std::set<ObjectId>& relations, const ObjectId& id) {
    relations.insert(id);
    for (const ObjectId& above : ancestors_of(catalog_, id)) below_.insert(above);
  }

  bool any_above(const std::set<ObjectId>& relations, const ObjectId& table) const {
    if (below_.contains(table)) return true;
    const std::vector<ObjectId> above = ancestors_of(catalog_, table);
    return std::any_of(above.begin(), above.end(),
                       [&](const ObjectId& id) { return relations.contains(id); });
  }

  const Catalog& catalog_;
  std::set<QualifiedName> functions_;
  std::set<ObjectId> operators_;
  std::set<ObjectId> computed_;  // relations and domains whose expressions call them
  std::set<ObjectId> written_;   // tables with triggers
  std::set<ObjectId> deferred_;  // with triggers that wait for COMMIT
  std::set<ObjectId> below_;     // parents of such tables
  bool listens_ = false;
};

// What a session of its own has, of the database, the role, or the server; or, where the files SET
// one path for all functions, that: a load of them would run this code along it.
SearchPath path_of_user_code(const Catalog& target) {
  const SearchPath own{Identifier("DEFAULT")};
  static const Identifier kPublic("public");
  SearchPath set;
  bool any_usual = false;
  for (const auto& [id, function] : target.objects<Function>()) {
    const SearchPath& path = function.body_references.path;
    if (!function.source.known() || path.sql.empty() || has_own_path(function)) continue;
    if (path == SearchPath::of({kPublic})) {
      any_usual = true;
    } else if (set.sql.empty() || set == path) {
      set = path;
    } else {
      return own;
    }
  }
  if (set.sql.empty()) return own;
  const std::vector<Identifier> schemas = set.schemas();
  const bool sees_public = std::find(schemas.begin(), schemas.end(), kPublic) != schemas.end();
  return any_usual && !sees_public ? own : set;
}

}  // namespace

void give_paths_to_user_code(std::vector<Step>& steps, const Catalog& live, const Catalog& target) {
  if (steps.empty()) return;
  const UserCode before(live);
  const UserCode after(target);
  const bool listens = before.listens() || after.listens();
  const SearchPath path = path_of_user_code(target);
  const auto runs = [&](Step& step) {
    if (listens && step.object.kind != Kind::rows) return true;
    std::vector<ObjectId> ids = step.produces;
    ids.push_back(step.object);
    for (const ObjectId& id : ids) {
      ObjectId relation = id.container(Kind::table);
      const bool rows = id.kind == Kind::rows || id.of == Kind::rows;
      bool computes = step.rewrites || step.scans;
      if (id.kind == Kind::index && id.of == Kind::none) {
        const Index* index = target.find<Index>(id);
        if (index == nullptr) continue;
        relation = index->table;
        computes = true;
      }
      if (id.kind == Kind::materialized_view && id.of == Kind::none) {
        relation = id;
        computes = true;
      }
      if (rows && (before.hears_later(relation) || after.hears_later(relation))) {
        step.defers_user_code = true;
      }
      if (rows && (before.hears(relation) || after.hears(relation))) return true;
      if (computes && (before.computes(relation) || after.computes(relation))) return true;
    }
    return false;
  };
  for (Step& step : steps) {
    const bool goes = step.verb == Verb::drop && step.object.kind != Kind::rows;
    const bool is_run = !goes && runs(step);
    if (is_run && !step.path) step.path = path;
    if (!step.path && listens && step.verb == Verb::drop) step.path = path;
  }
}

}  // namespace schemadiff
