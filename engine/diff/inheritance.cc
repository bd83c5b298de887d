#include "engine/diff/inheritance.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "engine/model/ancestors.h"
#include "engine/model/default_names.h"
#include "engine/model/members.h"
#include "engine/objects/index/backing.h"
#include "engine/objects/index/part.h"
#include "engine/objects/partitions.h"
#include "engine/objects/trigger/clone.h"

namespace schemadiff {
namespace {

bool defers_alike(const Constraint& a, const Constraint& b) {
  return a.deferrable == b.deferrable && a.initially_deferred == b.initially_deferred;
}

// ATTACH PARTITION takes the table's own key for its part of the parent's.
bool is_taken_for(const Constraint& own, const Constraint& whole) {
  return own.foreign_key == whole.foreign_key && own.columns == whole.columns &&
         defers_alike(own, whole) && own.validated && own.enforced == whole.enforced;
}

// What PostgreSQL does not look at when it takes an index for a part.
bool is_ordered_alike(const IndexShape& a, const IndexShape& b) {
  for (size_t i = 0; i < a.elements.size() && i < b.elements.size(); ++i) {
    if (a.elements[i].descending != b.elements[i].descending ||
        a.elements[i].nulls_first != b.elements[i].nulls_first) {
      return false;
    }
  }
  return true;
}

bool same_parents(const Table& a, const Table& b) {
  return a.partition_of.has_value() == b.partition_of.has_value() && parents_of(a) == parents_of(b);
}

// One catalog, as it was read.
class Side {
 public:
  explicit Side(const Catalog& catalog) : catalog(catalog), members(catalog) {
    for (const auto& [id, trigger] : catalog.objects<Trigger>()) {
      triggers_[trigger.relation].push_back(&trigger);
    }
  }

  // All columns, those of parents first.
  std::vector<Identifier> columns(const ObjectId& table, int depth = 0) const {
    std::vector<Identifier> out;
    const auto add = [&](Identifier name) {
      if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
    };
    if (depth < 64) {
      for (const ObjectId& parent : parents_of(catalog, table)) {
        for (const Identifier name : columns(parent, depth + 1)) add(name);
      }
    }
    for (const Column* column : members.of(table).columns) add(column->id.sub);
    return out;
  }

  // As the table has it from its parents; nothing: they have no such column.
  std::optional<Column> inherited(const ObjectId& table, Identifier name, int depth = 0) const {
    if (depth > 64) return std::nullopt;
    std::optional<Column> found;
    for (const ObjectId& parent : parents_of(catalog, table)) {
      std::optional<Column> above = column(parent, name, depth + 1);
      if (!above) continue;
      if (found) {
        add_inherited(*above, *found);
      } else {
        found = as_inherited(*std::move(above));
      }
    }
    if (!found) return std::nullopt;
    found->id = table.with_sub(Kind::column, name);
    found->statistics_target = -1;
    found->options.clear();
    found->identity.reset();
    found->inherited = true;
    if (const Table* own = catalog.find<Table>(table)) {
      found->source = own->source;
      const auto declared = own->own_not_null.find(name);
      if (declared != own->own_not_null.end()) {
        found->not_null_constraint.name = declared->second;
      }
    }
    return found;
  }
  // The table whose declaration of NOT NULL gives the table's column the constraint's name.
  ObjectId declares_not_null(const ObjectId& table, Identifier name, int depth = 0) const {
    const Column* own = catalog.find<Column>(table.with_sub(Kind::column, name));
    if (own != nullptr && !own->inherited) return table;
    const Table* declared = catalog.find<Table>(table);
    if (declared == nullptr || depth > 64 || declared->own_not_null.contains(name)) return table;
    for (const ObjectId& parent : parents_of(catalog, table)) {
      const std::optional<Column> above = column(parent, name, depth + 1);
      if (above && as_inherited(*above).not_null) return declares_not_null(parent, name, depth + 1);
    }
    return table;
  }
  std::optional<Column> column(const ObjectId& table, Identifier name, int depth = 0) const {
    const Column* own = catalog.find<Column>(table.with_sub(Kind::column, name));
    if (own != nullptr && !own->inherited) return *own;
    std::optional<Column> out = inherited(table, name, depth);
    if (own == nullptr) return out;
    Column both = *own;
    if (out) {
      both.type = out->type;
      both.collation = out->collation;
      if (!both.generated) both.generated = out->generated;
    }
    return both;
  }

  std::optional<ColumnDefault> inherited_default(const ObjectId& table, Identifier name,
                                                 int depth = 0) const {
    if (depth > 64) return std::nullopt;
    for (const ObjectId& parent : parents_of(catalog, table)) {
      std::optional<ColumnDefault> found = default_value(parent, name, depth + 1);
      if (found && !found->expression.empty()) {
        found->id = table.with_sub(Kind::column_default, name);
        return found;
      }
    }
    return std::nullopt;
  }
  std::optional<ColumnDefault> default_value(const ObjectId& table, Identifier name,
                                             int depth = 0) const {
    const auto* own = catalog.find<ColumnDefault>(table.with_sub(Kind::column_default, name));
    if (own != nullptr) return *own;
    return inherited_default(table, name, depth);
  }

  std::vector<const Trigger*> triggers(const ObjectId& table) const {
    const auto found = triggers_.find(table);
    return found == triggers_.end() ? std::vector<const Trigger*>() : found->second;
  }
  // The trigger that partitions, here or above, have clones of; nullptr: there is none.
  const Trigger* origin(const ObjectId& trigger) const {
    for (const ObjectId& above : ancestors_of(catalog, trigger.container(Kind::table))) {
      const auto* found = catalog.find<Trigger>(above.with_sub(Kind::trigger, trigger.sub));
      if (found != nullptr && !is_clone(*found)) return found->for_each_row ? found : nullptr;
    }
    return nullptr;
  }

  const Catalog& catalog;
  const MemberIndex members;

 private:
  std::unordered_map<ObjectId, std::vector<const Trigger*>> triggers_;  // by table
};

// What is to be changed in one catalog when all has been looked at.
struct Edits {
  template <class T>
  static void put(Catalog& catalog, std::vector<T>& objects) {
    for (T& object : objects) {
      catalog.erase(object.id);
      catalog.add(std::move(object));
    }
  }
  void apply(Catalog& catalog) {
    for (const ObjectId& id : gone) catalog.erase(id);
    put(catalog, columns);
    put(catalog, defaults);
    put(catalog, constraints);
    put(catalog, triggers);
    for (ValidChecks& checks : valid_checks) {
      catalog.find<Table>(checks.table)->valid_checks = std::move(checks.names);
    }
    for (const ObjectId& id : freed) {
      if (Index* index = catalog.find<Index>(id)) index->attached_to.reset();
      if (Constraint* constraint = catalog.find<Constraint>(id)) constraint->attached_to.reset();
    }
  }
  std::vector<ObjectId> gone;
  std::vector<Column> columns;
  std::vector<ColumnDefault> defaults;
  std::vector<Constraint> constraints;
  std::vector<Trigger> triggers;
  struct ValidChecks {
    ObjectId table;
    std::vector<Identifier> names;
  };
  std::vector<ValidChecks> valid_checks;
  std::vector<ObjectId> freed;  // no longer parts of the parent's
};

class Speller {
 public:
  Speller(const Catalog& live, const Catalog& desired, int server_version)
      : live_(live), desired_(desired), server_version_(server_version) {}

  void run() {
    for (const Table* wanted : desired_.catalog.sorted<Table>()) {
      const Table* actual = live_.catalog.find<Table>(wanted->id);
      if (actual == nullptr) continue;
      compare_valid_checks(*actual, *wanted);
      if (!same_parents(*actual, *wanted)) {
        spell_out(live_, *actual, live_edits);
        const std::vector<ObjectId> kept = kept_parents(wanted->id);
        note_own_parts(wanted->id, kept);
        follow(kept, wanted->id);
        spell_out(desired_, *wanted, desired_edits);
        name_not_nulls(wanted->id);
        leave(*actual, *wanted);
        join(*actual, *wanted);
      } else if (!parents_of(*wanted).empty()) {
        compare_columns(wanted->id);
        compare_defaults(wanted->id);
        spell_out_moved(live_, desired_, wanted->id, live_edits);
        spell_out_moved(desired_, live_, wanted->id, desired_edits);
      }
      compare_clones(*actual, *wanted);
    }
  }

  Edits live_edits;
  Edits desired_edits;
  std::vector<ObjectId> own_parts;

 private:
  // What parents that the table keeps pass on to it, where they have the column before and after:
  // an ADD COLUMN leaves one that is there as it is. Several may pass on different things, and who
  // is last is not known yet: then the one that is not wanted counts.
  std::optional<bool> not_null_passed_on(const std::vector<ObjectId>& parents, Identifier name,
                                         bool wanted) const {
    std::optional<bool> passed;
    for (const ObjectId& parent : parents) {
      const std::optional<Column> before = live_.column(parent, name);
      const std::optional<Column> after = desired_.column(parent, name);
      if (!before || !after) continue;
      const bool is_not_null = as_inherited(*after).not_null;
      if (as_inherited(*before).not_null == is_not_null) continue;
      if (!passed || is_not_null != wanted) passed = is_not_null;
    }
    return passed;
  }

  std::optional<SqlExpression> default_passed_on(const std::vector<ObjectId>& parents,
                                                 Identifier name,
                                                 const std::optional<ColumnDefault>& wanted) const {
    const auto expression_of = [](const std::optional<ColumnDefault>& value) {
      return value ? value->expression : SqlExpression();
    };
    std::optional<SqlExpression> passed;
    for (const ObjectId& parent : parents) {
      if (!live_.column(parent, name) || !desired_.column(parent, name)) continue;
      std::optional<ColumnDefault> value = desired_.default_value(parent, name);
      SqlExpression after = expression_of(value);
      // One that is passed another is set again, and passes that on.
      if (expression_of(live_.default_value(parent, name)) == after &&
          !default_passed_on(kept_parents(parent), name, value)) {
        continue;
      }
      if (!passed || !(after == expression_of(wanted))) passed = std::move(after);
    }
    return passed;
  }

  std::vector<ObjectId> kept_parents(const ObjectId& table) const {
    const Table* actual = live_.catalog.find<Table>(table);
    const Table* wanted = desired_.catalog.find<Table>(table);
    if (actual == nullptr || wanted == nullptr) return {};
    if (same_parents(*actual, *wanted)) return parents_of(*wanted);
    return steady_parents(*actual, *wanted);
  }

  // What that makes of a table that gets or loses other parents.
  void follow(const std::vector<ObjectId>& kept, const ObjectId& table) {
    for (Column& spelled : live_edits.columns) {
      if (spelled.id.container(Kind::table) != table) continue;
      const Identifier name = spelled.id.sub;
      const std::optional<Column> wanted = desired_.column(table, name);
      if (!wanted) continue;
      const std::optional<bool> passed = not_null_passed_on(kept, name, wanted->not_null);
      if (server_version_ < 180000) {
        spelled.not_null = passed.value_or(spelled.not_null);
      } else if (passed == false && !wanted->not_null &&
                 live_.declares_not_null(table, name) != table) {
        spelled.not_null = false;
        spelled.not_null_constraint = {};
      }
    }
    for (const Identifier name : desired_.columns(table)) {
      std::optional<ColumnDefault> wanted = desired_.default_value(table, name);
      const auto passed = default_passed_on(kept, name, wanted);
      if (!passed) continue;
      const ObjectId id = table.with_sub(Kind::column_default, name);
      std::erase_if(live_edits.defaults, [&](const ColumnDefault& each) { return each.id == id; });
      if (passed->empty()) {
        live_edits.gone.push_back(id);
        continue;
      }
      ColumnDefault& value = live_edits.defaults.emplace_back();
      value.id = id;
      value.expression = *passed;
    }
  }

  // What was spelled out of live, but for what the table still has from a parent that it keeps.
  void note_own_parts(const ObjectId& own, const std::vector<ObjectId>& kept) {
    for (const ColumnDefault& each : live_edits.defaults) {
      if (each.id.container(Kind::table) != own) continue;
      if (std::none_of(kept.begin(), kept.end(), [&](const ObjectId& parent) {
            return live_.default_value(parent, each.id.sub).has_value();
          })) {
        own_parts.push_back(each.id);
      }
    }
    for (const Constraint& each : live_edits.constraints) {
      if (each.id.container(Kind::table) != own) continue;
      if (std::none_of(kept.begin(), kept.end(), [&](const ObjectId& parent) {
            std::vector<ObjectId> all = ancestors_of(live_.catalog, parent);
            all.push_back(parent);
            return std::any_of(all.begin(), all.end(), [&](const ObjectId& table) {
              return live_.catalog.contains(table.with_sub(Kind::constraint, each.id.sub));
            });
          })) {
        own_parts.push_back(each.id);
      }
    }
  }

  static void spell_out(const Side& side, const Table& table, Edits& edits) {
    int position = 0;
    for (const Identifier name : side.columns(table.id)) {
      ++position;
      const Column* own = side.catalog.find<Column>(table.id.with_sub(Kind::column, name));
      if (own != nullptr && !own->inherited) continue;
      Column column = *side.column(table.id, name);
      column.inherited = false;
      column.position = position;
      edits.columns.push_back(std::move(column));
    }
    const std::vector<ObjectId> ancestors = ancestors_of(side.catalog, table.id);
    // The columns that expressions use are its own now.
    const auto take_over = [&](SqlExpression& expression) {
      for (ObjectId& used : expression.references) {
        if (used.kind != Kind::column) continue;
        if (std::find(ancestors.begin(), ancestors.end(), used.container(Kind::table)) !=
            ancestors.end()) {
          used = table.id.with_sub(Kind::column, used.sub);
        }
      }
    };
    for (const Column* own : side.members.of(table.id).columns) {
      if (own->generated && !own->inherited) edits.columns.push_back(*own);
    }
    for (Column& column : edits.columns) {
      if (column.generated && column.id.container(Kind::table) == table.id) {
        take_over(column.generated->expression);
      }
    }
    for (const Identifier name : side.columns(table.id)) {
      const ObjectId id = table.id.with_sub(Kind::column_default, name);
      if (const auto* own = side.catalog.find<ColumnDefault>(id)) {
        if (own->expression.empty()) edits.gone.push_back(id);
        continue;
      }
      if (auto value = side.inherited_default(table.id, name)) {
        edits.defaults.push_back(std::move(*value));
      }
    }
    std::set<Identifier> seen;
    for (const ObjectId& above : ancestors_of(side.catalog, table.id)) {
      for (const Constraint* check : side.members.of(above).constraints) {
        if (check->type != ConstraintType::check || check->no_inherit) continue;
        Constraint copy = *check;
        copy.id = table.id.with_sub(Kind::constraint, check->id.sub);
        if (side.catalog.contains(copy.id) || !seen.insert(copy.id.sub).second) continue;
        copy.source = table.source;
        copy.name_is_predicted = false;
        take_over(copy.check);
        edits.constraints.push_back(std::move(copy));
      }
    }
  }

  // What the table has from its parents on this side, and of its own only on the other.
  static void spell_out_moved(const Side& side, const Side& other, const ObjectId& table,
                              Edits& edits) {
    const Members& own = other.members.of(table);
    for (const Column* column : own.columns) {
      const Identifier name = column->id.sub;
      if (column->inherited || other.inherited(table, name)) continue;
      if (!side.inherited(table, name)) continue;
      std::optional<Column> copy = side.column(table, name);
      copy->inherited = false;
      copy->position = column->position;
      edits.columns.push_back(std::move(*copy));
    }
    // What partitions have of a check always goes with it.
    if (side.catalog.find<Table>(table)->partition_of) return;
    const auto checks_above = [&](const Side& of, const ObjectId& id) {
      std::vector<const Constraint*> found;
      for (const ObjectId& above : ancestors_of(of.catalog, table)) {
        const auto* check = of.catalog.find<Constraint>(above.with_sub(Kind::constraint, id.sub));
        if (check == nullptr || check->type != ConstraintType::check || check->no_inherit) continue;
        found.push_back(check);
      }
      return found;
    };
    for (const Constraint* check : own.constraints) {
      if (check->type != ConstraintType::check || side.catalog.contains(check->id)) continue;
      const std::vector<const Constraint*> above = checks_above(side, check->id);
      if (above.empty() || !checks_above(other, check->id).empty()) continue;
      Constraint copy = *above.front();
      copy.id = check->id;
      copy.name_is_predicted = false;
      edits.constraints.push_back(std::move(copy));
    }
  }

  // 18 and later: a NOT NULL that was the parent's is the table's own after DETACH, and the reverse
  // after ATTACH; it gets the name that a load of the file would give it.
  void name_not_nulls(const ObjectId& table) {
    for (const Identifier name : desired_.columns(table)) {
      const std::optional<Column> before = live_.column(table, name);
      std::optional<Column> after = desired_.column(table, name);
      if (!before || before->not_null_constraint.name.empty()) continue;
      if (!after || !after->not_null) continue;
      if (has_not_null_of_steady_parent(table, name)) {
        // PostgreSQL can't rename it.
        name_not_null(*std::move(after), before->not_null_constraint.name);
        continue;
      }
      if (!after->not_null_constraint.name.empty()) continue;
      const ObjectId from = live_.declares_not_null(table, name);
      const ObjectId to = desired_.declares_not_null(table, name);
      if (from == to) continue;
      const Column* above = live_.catalog.find<Column>(to.with_sub(Kind::column, name));
      Identifier wanted;
      if (to != table && above != nullptr) wanted = above->not_null_constraint.name;
      if (wanted.empty()) wanted = not_null_constraint_name(to.name.str(), name.str());
      name_not_null(*std::move(after), wanted);
    }
  }

  void name_not_null(Column column, Identifier name) {
    std::vector<Column>& edited = desired_edits.columns;
    const auto spelled = std::find_if(edited.begin(), edited.end(),
                                      [&](const Column& other) { return other.id == column.id; });
    if (spelled != edited.end()) {
      spelled->not_null_constraint.name = name;
    } else {
      column.not_null_constraint.name = name;
      edited.push_back(std::move(column));
    }
  }

  bool has_not_null_of_steady_parent(const ObjectId& table, Identifier name) const {
    const std::vector<ObjectId> before = parents_of(live_.catalog, table);
    const std::vector<ObjectId> after = parents_of(desired_.catalog, table);
    return std::any_of(after.begin(), after.end(), [&](const ObjectId& parent) {
      if (std::find(before.begin(), before.end(), parent) == before.end()) return false;
      const std::optional<Column> was = live_.column(parent, name);
      const std::optional<Column> is = desired_.column(parent, name);
      return was && was->not_null && is && is->not_null;
    });
  }

  // Rows that satisfy a check nobody asked for are no difference; a check that is made anew is
  // valid nowhere.
  void compare_valid_checks(const Table& actual, const Table& wanted) {
    if (actual.valid_checks.empty()) return;
    Edits::ValidChecks kept{actual.id, {}};
    const std::vector<ObjectId> above = ancestors_of(desired_.catalog, wanted.id);
    for (const Identifier name : actual.valid_checks) {
      if (std::find(wanted.valid_checks.begin(), wanted.valid_checks.end(), name) ==
          wanted.valid_checks.end()) {
        continue;
      }
      const bool stays = std::all_of(above.begin(), above.end(), [&](const ObjectId& table) {
        const ObjectId id = table.with_sub(Kind::constraint, name);
        const auto* after = desired_.catalog.find<Constraint>(id);
        const auto* before = live_.catalog.find<Constraint>(id);
        return after == nullptr || (before != nullptr && before->check == after->check);
      });
      if (stays) kept.names.push_back(name);
    }
    live_edits.valid_checks.push_back(std::move(kept));
  }

  // What was a part of a parent's index or constraint is the table's own after DETACH.
  void leave(const Table& actual, const Table& wanted) {
    if (!actual.partition_of) return;
    if (wanted.partition_of && wanted.partition_of->parent == actual.partition_of->parent) return;
    const Members& members = live_.members.of(actual.id);
    for (const Index* index : members.indexes) live_edits.freed.push_back(index->id);
    for (const Constraint* constraint : members.constraints) {
      live_edits.freed.push_back(constraint->id);
    }
  }

  // ATTACH PARTITION takes foreign keys that are equal to the parent's for its own.
  void join(const Table& actual, const Table& wanted) {
    if (!wanted.partition_of || actual.partition_of) return;
    for (const Constraint* key : live_.members.of(actual.id).constraints) {
      if (!key->foreign_key || desired_.catalog.contains(key->id)) continue;
      for (const ObjectId& above : ancestors_of(desired_.catalog, wanted.id)) {
        for (const Constraint* other : desired_.members.of(above).constraints) {
          if (is_taken_for(*key, *other)) {
            live_edits.gone.push_back(key->id);
          }
        }
      }
    }
  }

  void compare_columns(const ObjectId& table) {
    std::set<Identifier> names;
    for (const Side* side : {&live_, &desired_}) {
      for (const Column* column : side->members.of(table).columns) {
        if (column->inherited) names.insert(column->id.sub);
      }
      // DROP NOT NULL of a parent leaves children's own (18), and SET COMPRESSION all, as they are.
      for (const auto& [name, constraint] : side->catalog.find<Table>(table)->own_not_null) {
        names.insert(name);
      }
      for (const ObjectId& above : ancestors_of(live_.catalog, table)) {
        for (const Column* column : live_.members.of(above).columns) {
          const Column* wanted = desired_.catalog.find<Column>(column->id);
          if (wanted != nullptr && wanted->compression != column->compression) {
            names.insert(column->id.sub);
          }
        }
      }
    }
    const std::vector<ObjectId> parents = parents_of(desired_.catalog, table);
    if (parents.size() > 1) {
      for (const Identifier name : desired_.columns(table)) names.insert(name);
    }
    for (const Identifier name : names) {
      const std::optional<Column> before = live_.inherited(table, name);
      const std::optional<Column> after = desired_.inherited(table, name);
      if (!before || !after) continue;
      Column actual = *live_.column(table, name);
      Column wanted = *desired_.column(table, name);
      actual.inherited = wanted.inherited = true;
      // What the parent's own change does to its children.
      actual.type = after->type;
      actual.collation = after->collation;
      // One that the child declares itself stays; only 18 tells that it does. A partition's goes.
      const Table& child = *live_.catalog.find<Table>(table);
      const auto& kept = child.kept_not_null;
      const bool is_own = !child.partition_of
                              ? live_.declares_not_null(table, name) == table
                              : std::find(kept.begin(), kept.end(), name) != kept.end();
      const bool stays = !after->not_null && is_own && !actual.not_null_constraint.name.empty();
      if (server_version_ < 180000) {
        actual.not_null =
            not_null_passed_on(parents, name, wanted.not_null).value_or(actual.not_null);
      } else if (after->not_null) {
        actual.not_null = actual.not_null || !before->not_null;
      } else if (before->not_null && !stays) {
        // Where the parent's column goes, it stays.
        actual.not_null = not_null_passed_on(parents, name, false).value_or(actual.not_null);
      }
      if (before->storage != after->storage) actual.storage = after->storage;
      if (after->not_null) actual.not_null_constraint = wanted.not_null_constraint;
      if (!actual.not_null) actual.not_null_constraint = {};
      if (before->generated != after->generated) actual.generated = after->generated;
      const bool is_said =
          live_.catalog.contains(actual.id) || desired_.catalog.contains(actual.id);
      if (!is_said && compare_fields(actual, wanted).empty()) continue;
      live_edits.columns.push_back(std::move(actual));
      desired_edits.columns.push_back(std::move(wanted));
    }
  }

  // The state of triggers that a partition has from its parent. One of a partition that leaves goes
  // as it does, and so does one whose trigger goes.
  void compare_clones(const Table& actual, const Table& wanted) {
    const bool stays = actual.partition_of && wanted.partition_of &&
                       actual.partition_of->parent == wanted.partition_of->parent;
    for (const Trigger& clone : clones_that_matter(actual, stays)) {
      const ObjectId& id = clone.id;
      const Trigger* before = live_.origin(id);
      const Trigger* after = desired_.origin(id);
      const auto* own = live_.catalog.find<Trigger>(id);
      if (!stays || before == nullptr || after == nullptr) {
        if (own != nullptr && is_clone(*own)) live_edits.gone.push_back(id);
        continue;
      }
      Trigger now = clone;
      now.enabled = state_of_clone(live_.catalog, id);
      Trigger then = clone;
      then.enabled = state_of_clone(desired_.catalog, id);
      // What becomes of it when that of the parent changes.
      const FieldChanges changes = compare_fields(*before, *after);
      if (server_version_ >= 150000 && !changes.empty()) {
        now.enabled = after->enabled;
      } else if (!changes.only({"enabled"})) {
        now.enabled = TriggerState::origin;
      }
      if (const Trigger* said = desired_.catalog.find<Trigger>(id)) then.source = said->source;
      live_edits.triggers.push_back(std::move(now));
      desired_edits.triggers.push_back(std::move(then));
    }
  }

  // Those switched otherwise than the parent's on a side, or left behind by a change of it.
  std::vector<Trigger> clones_that_matter(const Table& table, bool stays) const {
    std::map<ObjectId, Trigger> found;
    for (const Side* side : {&live_, &desired_}) {
      for (const Trigger* trigger : side->triggers(table.id)) {
        if (is_clone(*trigger)) found.emplace(trigger->id, *trigger);
      }
    }
    if (stays && server_version_ < 150000) {
      for (const ObjectId& above : ancestors_of(live_.catalog, table.id)) {
        for (const Trigger* before : live_.triggers(above)) {
          const auto* after = desired_.catalog.find<Trigger>(before->id);
          if (is_clone(*before) || !before->for_each_row || after == nullptr) continue;
          if (before->enabled == after->enabled) continue;
          Trigger clone;
          clone.id = table.id.with_sub(Kind::trigger, before->id.sub);
          clone.relation = table.id;
          clone.source = after->source;
          found.emplace(clone.id, std::move(clone));
        }
      }
    }
    std::vector<Trigger> out;
    for (auto& [id, clone] : found) out.push_back(std::move(clone));
    return out;
  }

  void compare_defaults(const ObjectId& table) {
    const std::vector<ObjectId> parents = parents_of(desired_.catalog, table);
    std::set<Identifier> names;
    if (parents.size() > 1) {
      for (const Identifier name : desired_.columns(table)) names.insert(name);
    }
    for (const Side* side : {&live_, &desired_}) {
      for (const ColumnDefault* value : side->members.of(table).defaults) {
        names.insert(value->id.sub);
      }
      for (const Column* column : side->members.of(table).columns) names.insert(column->id.sub);
    }
    for (const Identifier name : names) {
      const bool was_inherited = live_.inherited(table, name).has_value();
      const bool is_inherited = desired_.inherited(table, name).has_value();
      if (!was_inherited && !is_inherited) continue;
      if (!live_.column(table, name) || !desired_.column(table, name)) continue;
      std::optional<ColumnDefault> actual = live_.default_value(table, name);
      std::optional<ColumnDefault> wanted = desired_.default_value(table, name);
      if (const auto passed = default_passed_on(parents, name, wanted)) {
        actual.reset();
        if (!passed->empty()) {
          actual.emplace();
          actual->id = table.with_sub(Kind::column_default, name);
          actual->expression = *passed;
        }
      }
      const auto is_none = [](const auto& value) { return value && value->expression.empty(); };
      if (is_none(actual) && !wanted) actual.reset();
      if (is_none(wanted) && !actual) actual = wanted;
      if (actual) {
        live_edits.defaults.push_back(std::move(*actual));
      } else {
        live_edits.gone.push_back(table.with_sub(Kind::column_default, name));
      }
      if (wanted) desired_edits.defaults.push_back(std::move(*wanted));
    }
  }

  const Side live_;
  const Side desired_;
  const int server_version_;
};

// Of parts that live has and the file does not speak of: what they are to be is said where they are
// something else.
template <class T>
class PartSpeller {
 public:
  PartSpeller(const Catalog& live, Catalog& desired) : live_(live), desired_(desired) {
    const auto note = [&](const auto& part) {
      if (part.attached_to) declared_.insert({table_of(part), *part.attached_to});
    };
    for (const auto& [id, index] : desired.objects<Index>()) note(index);
    for (const auto& [id, constraint] : desired.objects<Constraint>()) note(constraint);
  }

  void run() {
    const auto& all = live_.objects<T>();
    if (std::none_of(all.begin(), all.end(), [&](const auto& entry) {
          return is_of_partition(entry.second) && may_differ(entry.second);
        })) {
      return;
    }
    for (const auto& [depth, part] : parts()) {
      if (!may_differ(*part)) continue;
      const T* wanted = desired_of(*part);
      if (wanted == nullptr || !added_.contains(part->id)) continue;
      if (compare_fields(*part, *wanted).empty()) continue;
      changed_.insert(part->id);
      for (const T* up = part; up != nullptr && added_.contains(up->id);
           up = live_.find<T>(*up->attached_to)) {
        said_.insert(up->id);
      }
    }
    for (const ObjectId& id : added_) {
      if (!said_.contains(id)) desired_.erase(id);
    }
  }

 private:
  // Each behind what it is attached to.
  std::vector<std::pair<int, const T*>> parts() const {
    std::vector<std::pair<int, const T*>> out;
    for (const auto& [id, part] : live_.objects<T>()) {
      if (!is_of_partition(part)) continue;
      int depth = 0;
      for (const T* up = &part; up != nullptr && up->attached_to && depth < 100; ++depth) {
        up = live_.find<T>(*up->attached_to);
      }
      out.emplace_back(depth, &part);
    }
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first < b.first : a.second->id < b.second->id;
    });
    return out;
  }

  static bool is_of_partition(const Index& index) { return index.attached_to.has_value(); }
  static bool is_of_partition(const Constraint& key) { return is_part_of_key(key); }

  bool may_differ(const T& part) const {
    return !is_plain(part, live_) || changes_storage(*part.attached_to);
  }

  // Whether what it is attached to will be stored otherwise than it is.
  bool changes_storage(const ObjectId& above) const {
    const T* before = live_.find<T>(above);
    const T* after = desired_.find<T>(above);
    if (before == nullptr || after == nullptr) return changed_.contains(above);
    return !(before->options == after->options) || before->tablespace != after->tablespace;
  }

  // Nothing: it goes, or the file has another for it.
  const T* desired_of(const T& part) {
    if (const T* known = desired_.find<T>(part.id)) return known;
    if (!is_of_partition(part)) return nullptr;
    const ObjectId table = table_of(part);
    const Table* actual = live_.find<Table>(table);
    const Table* wanted = desired_.find<Table>(table);
    if (actual == nullptr || wanted == nullptr || !same_parents(*actual, *wanted)) return nullptr;
    if (declared_.contains({table, *part.attached_to})) return nullptr;
    const T* before = live_.find<T>(*part.attached_to);
    const T* after = before == nullptr ? nullptr : desired_of(*before);
    // Else it goes with that.
    if (after == nullptr || !compare_fields(*before, *after)
                                 .only({"tablespace", "statistics", "clustered", "valid",
                                        "index valid", "attached to"})) {
      return nullptr;
    }
    T copy = part;
    make_plain(copy, desired_);
    // No statement changes those of a partitioned index.
    if (actual->partition_key) copy.options = part.options;
    copy.source = wanted->source;
    added_.insert(copy.id);
    desired_.add(std::move(copy));
    return desired_.find<T>(part.id);
  }

  const Catalog& live_;
  Catalog& desired_;
  std::set<std::pair<ObjectId, ObjectId>> declared_;  // table, and what the part is attached to
  std::set<ObjectId> added_;
  std::set<ObjectId> changed_;
  std::set<ObjectId> said_;
};

class PartMatcher {
 public:
  PartMatcher(const Catalog& live, Catalog& desired)
      : live_(live), desired_(desired), live_members_(live), desired_members_(desired) {}

  void run() {
    for (const Table* table : desired_.sorted<Table>()) {
      if (table->partition_of) take_from_live(*table);
    }
    for (const Constraint* part : desired_.sorted<Constraint>()) {
      if (!part->attached_to || part->attached_to->kind != Kind::constraint) continue;
      if (part->foreign_key) {
        decide_foreign_key(*part);
      } else {
        decide(*part);
      }
    }
    for (const Index* part : desired_.sorted<Index>()) {
      if (part->attached_to && part->attached_to->kind == Kind::index) decide(*part);
    }
    if (!forgotten_.empty()) {
      forget_plain_parts(desired_, [&](const ObjectId& id) { return forgotten_.contains(id); });
    }
    for (const ObjectId& id : keys_) desired_.erase(id);
    for (Constraint& constraint : added_constraints_) desired_.add(std::move(constraint));
    for (Index& index : added_indexes_) desired_.add(std::move(index));
    PartSpeller<Constraint>(live_, desired_).run();
    PartSpeller<Index>(live_, desired_).run();
  }

 private:
  // A table that becomes a partition brings what the parent needs, though the file is silent.
  void take_from_live(const Table& table) {
    const Table* actual = live_.find<Table>(table.id);
    if (actual == nullptr) return;
    if (actual->partition_of && actual->partition_of->parent == table.partition_of->parent) return;
    std::set<ObjectId> taken;
    // `key`: nullptr, where the parent's is an index.
    const auto take = [&](const ObjectId& parent, const IndexShape& above, const Constraint* key) {
      const Members& wanted = desired_members_.of(table.id);
      const auto is_part = [&](const auto* other) { return other->attached_to == parent; };
      if (std::any_of(wanted.indexes.begin(), wanted.indexes.end(), is_part) ||
          std::any_of(wanted.constraints.begin(), wanted.constraints.end(), is_part)) {
        return;
      }
      for (const Constraint* own : live_members_.of(table.id).constraints) {
        const auto shape = index_shape(*own);
        if (!shape || desired_.contains(own->id) || taken.contains(own->id)) continue;
        if (!can_back(above, *shape)) continue;
        if (key != nullptr && !defers_alike(*own, *key)) continue;
        taken.insert(own->id);
        added_constraints_.push_back(*own);
        added_constraints_.back().attached_to = parent;
        return;
      }
      for (const Index* own : live_members_.of(table.id).indexes) {
        if (desired_.contains(own->id) || taken.contains(own->id)) continue;
        if (!can_back(above, index_shape(*own))) continue;
        if (!is_ordered_alike(above, index_shape(*own))) continue;
        taken.insert(own->id);
        added_indexes_.push_back(*own);
        added_indexes_.back().attached_to = parent;
        return;
      }
    };
    const Members& above = desired_members_.of(table.partition_of->parent);
    for (const Constraint* constraint : above.constraints) {
      if (const auto shape = index_shape(*constraint)) take(constraint->id, *shape, constraint);
    }
    for (const Index* index : above.indexes) take(index->id, index_shape(*index), nullptr);
  }

  // It is a partition whose parent has the whole already: PostgreSQL makes no part of that any
  // more.
  bool stands_under(const ObjectId& table, const ObjectId& whole) const {
    const Table* actual = live_.find<Table>(table);
    const Table* wanted = desired_.find<Table>(table);
    return actual != nullptr && actual->partition_of && wanted != nullptr && wanted->partition_of &&
           actual->partition_of->parent == wanted->partition_of->parent && live_.contains(whole);
  }

  // What a partition has of its parent's foreign key it gets with that, or with its place; one that
  // it had before is taken for it, whatever its name.
  void decide_foreign_key(const Constraint& part) {
    const Constraint* whole = desired_.find<Constraint>(*part.attached_to);
    if (whole == nullptr || is_spoken_of(part, desired_)) return;
    if (part.validated != whole->validated || part.enforced != whole->enforced) return;
    const ObjectId table = part.id.container(Kind::table);
    for (const Constraint* own : live_members_.of(table).constraints) {
      if (own->attached_to == part.attached_to) {
        keys_.push_back(part.id);
        return;
      }
      if (!own->attached_to && is_taken_for(*own, part)) return;
    }
    const bool is_usual = part.id.sub == whole->id.sub && !live_.contains(part.id);
    if (is_usual && !stands_under(table, whole->id)) keys_.push_back(part.id);
  }

  void decide(const Index& part) {
    if (live_.contains(part.id) || !has_usual_name(part)) return;
    if (stands_under(part.table, *part.attached_to)) return;
    const IndexShape shape = index_shape(part);
    for (const Index* own : live_members_.of(part.table).indexes) {
      if (!own->attached_to && can_back(shape, index_shape(*own))) return;
    }
    for (const Constraint* own : live_members_.of(part.table).constraints) {
      const auto other = index_shape(*own);
      if (other && !own->attached_to && can_back(shape, *other)) return;
    }
    // Of several that are alike each has its own number in its name.
    for (const Index* other : desired_members_.of(part.table).indexes) {
      if (other->id != part.id && can_back(shape, index_shape(*other))) return;
    }
    forgotten_.insert(part.id);
  }

  void decide(const Constraint& part) {
    if (live_.contains(part.id)) return;
    const ObjectId table = part.id.container(Kind::table);
    const Members& members = live_members_.of(table);
    if (stands_under(table, *part.attached_to) || !has_usual_name(part)) return;
    const auto shape = index_shape(part);
    for (const Constraint* own : members.constraints) {
      const auto other = index_shape(*own);
      if (shape && other && !own->attached_to && can_back(*shape, *other)) return;
    }
    for (const Index* own : members.indexes) {
      IndexShape other = index_shape(*own);
      other.constraint = part.type;
      if (shape && !own->attached_to && can_back(*shape, other)) return;
    }
    forgotten_.insert(part.id);
  }

  const Catalog& live_;
  Catalog& desired_;
  const MemberIndex live_members_;
  const MemberIndex desired_members_;
  std::set<ObjectId> forgotten_;
  std::vector<ObjectId> keys_;  // foreign keys that are forgotten
  std::vector<Constraint> added_constraints_;
  std::vector<Index> added_indexes_;
};

}  // namespace

void forget_not_null_constraints(Catalog& catalog, int server_version) {
  if (server_version < 170000) {
    for (auto& [id, domain] : catalog.objects<Domain>()) domain.not_null_constraint = {};
  }
  if (server_version >= 180000) return;
  for (auto& [id, column] : catalog.objects<Column>()) column.not_null_constraint = {};
}

std::vector<ObjectId> spell_out_inheritance(Catalog& live, Catalog& desired, int server_version) {
  Speller speller(live, desired, server_version);
  speller.run();
  speller.live_edits.apply(live);
  speller.desired_edits.apply(desired);
  return std::move(speller.own_parts);
}

void match_parts(const Catalog& live, Catalog& desired) { PartMatcher(live, desired).run(); }

}  // namespace schemadiff
