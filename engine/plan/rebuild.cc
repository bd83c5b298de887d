#include "engine/plan/rebuild.h"

#include <algorithm>
#include <deque>
#include <optional>

#include "engine/model/kind_traits.h"
#include "engine/model/members.h"
#include "engine/objects/column/type_change.h"
#include "engine/objects/index/part.h"
#include "engine/objects/partitions.h"

namespace schemadiff {

DependencyIndex::DependencyIndex(std::vector<Dependency> dependencies)
    : dependencies_(std::move(dependencies)) {
  for (const Dependency& dependency : dependencies_) {
    by_referenced_[dependency.referenced].push_back(&dependency);
  }
}

const std::vector<const Dependency*>& DependencyIndex::dependents_of(const ObjectId& id) const {
  static const std::vector<const Dependency*> none;
  const auto found = by_referenced_.find(id);
  return found == by_referenced_.end() ? none : found->second;
}

bool can_be_rebuilt(const Catalog& catalog, const ObjectId& id) {
  if (const Column* column = catalog.find<Column>(id)) return column->generated.has_value();
  return traits_of(id.kind).rebuildable;
}

namespace {

// While one end of a foreign key has its new type already and the other its old one, the key must
// be possible; so it must be where the other end keeps its type.
bool separates(const Column* live_column, const Column* target_column, const Catalog& live,
               const Catalog& target) {
  return live_column != nullptr && target_column != nullptr &&
         !can_compare(live_column->type, live, target_column->type, target);
}

bool is_integer(const TypeRef& type) {
  return type.sql == "smallint" || type.sql == "integer" || type.sql == "bigint";
}

// Whether a text calls something by a name: what takes an integer may take no other. Operators that
// compare or reckon do.
bool has_call(std::string_view text) {
  static const std::set<std::string_view> words = {"AND",  "OR",   "NOT",  "IN",       "ANY",
                                                   "ALL",  "WHEN", "THEN", "ELSE",     "CASE",
                                                   "FROM", "IS",   "SOME", "DISTINCT", "ARRAY"};
  const auto is_part = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '"' || c == '$' || static_cast<unsigned char>(c) > 127;
  };
  for (size_t open = text.find('('); open != std::string_view::npos;
       open = text.find('(', open + 1)) {
    size_t end = open;
    while (end > 0 && text[end - 1] == ' ') --end;
    size_t begin = end;
    while (begin > 0 && is_part(text[begin - 1])) --begin;
    const std::string_view word = text.substr(begin, end - begin);
    if (!word.empty() && !words.contains(word)) return true;
  }
  return false;
}

// Whether expressions of it, or only those with a call, use a column of this name: a child's may be
// called by its parent's.
template <class T>
bool has_expression_over(const T* object, Identifier column, bool with_call) {
  if (object == nullptr) return false;
  bool found = false;
  T copy = *object;  // expressions() hands out mutable ones
  Rules<T>::expressions(copy, [&](SqlExpression& expression, const ExpressionScope&) {
    const std::vector<ObjectId>& used = expression.references;
    found = found || ((!with_call || has_call(expression.text)) &&
                      std::any_of(used.begin(), used.end(), [&](const ObjectId& id) {
                        return id.kind == Kind::column && id.sub == column;
                      }));
  });
  return found;
}

// ALTER COLUMN … TYPE would make something else of it than a new statement, or fail to, or forget
// what its own columns have for statistics.
bool is_misread(const Catalog& live, const Catalog& target, const ObjectId& id,
                const ObjectId& displaced) {
  const Constraint* constraint = live.find<Constraint>(id);
  const Index* index = live.find<Index>(id);
  const Statistics* statistics = live.find<Statistics>(id);
  if (index != nullptr && !index->statistics.empty()) return true;
  if (statistics != nullptr && statistics->target != -1) return true;
  const Column* before = find_column(live, displaced);
  const Column* after = find_column(target, displaced);
  if (before == nullptr || after == nullptr) return false;
  const bool alike = reads_alike(before->type, live, after->type, target);
  const bool are_integers = is_integer(before->type) && is_integer(after->type);
  if (alike && (before->type == after->type || !are_integers)) return false;
  return has_expression_over(constraint, displaced.sub, alike) ||
         has_expression_over(index, displaced.sub, alike) ||
         has_expression_over(statistics, displaced.sub, alike);
}

class RebuildFinder {
 public:
  explicit RebuildFinder(const RebuildInput& input) : input_(input) {}

  Rebuild run() {
    for (const ObjectId& id : input_.dropped) destroy(id, id);
    for (const auto& [id, root] : input_.displaced) {
      for (const Dependency* dependency : input_.dependencies.dependents_of(id)) {
        // PostgreSQL rebuilds constraints with their comments, but not what partitions have of
        // them.
        if (dependency->dependent.kind == Kind::constraint) note_copies(dependency->dependent);
        if (dependency->dependent != id && blocks_displacement(dependency->dependent, id)) {
          const bool spreads = dependency->dependent.kind == Kind::comment;
          make_way(*dependency, id, root,
                   spreads ? "the change of " + describe(id) +
                                 " would give it to the indexes of partitions too"
                           : "uses " + describe(id) + ", which is altered");
        }
      }
    }
    for (const auto& [id, root] : input_.supplanted) {
      for (const Dependency* dependency : input_.dependencies.dependents_of(id)) {
        if (input_.displaced.contains(dependency->dependent) ||
            input_.supplanted.contains(dependency->dependent)) {
          continue;
        }
        const bool is_replaced =
            is_wanted(id) || input_.target.find_type(id.schema, id.name).known();
        make_way(
            *dependency, id, root,
            "uses " + describe(id) + (is_replaced ? ", which is replaced" : ", which is dropped"));
      }
    }
    while (!queue_.empty()) {
      const ObjectId id = queue_.front();
      queue_.pop_front();
      clear_way(id, roots_.at(id));
      destroy_parts(id);
      if (id.kind == Kind::column) destroy_in_children(id, roots_.at(id));
      if (id.kind == Kind::constraint) note_copies(id);
    }
    return std::move(result_);
  }

 private:
  // What ALTER COLUMN … TYPE of `displaced` refuses to work under (ATExecAlterColumnType): it
  // rebuilds indexes, constraints, statistics and defaults by itself, where it can.
  bool blocks_displacement(const ObjectId& id, const ObjectId& displaced) {
    const Catalog& live = input_.live;
    const Catalog& target = input_.target;
    const Constraint* constraint = live.find<Constraint>(id);
    if (constraint != nullptr && constraint->type == ConstraintType::foreign_key) {
      return separates(find_column(live, displaced), find_column(target, displaced), live, target);
    }
    if (is_misread(live, target, id, displaced)) return true;
    // A key would not let the column be without NOT NULL meanwhile.
    if (constraint != nullptr && constraint->type == ConstraintType::primary_key &&
        id.container(Kind::table) == displaced.container(Kind::table) &&
        !keep_not_null_below(displaced, members()).empty()) {
      return true;
    }
    const std::vector<ObjectId>& attached = attached_to(id);
    // It would make the parts of a key anew, and forget what is said of those alone.
    if (id.kind == Kind::constraint) {
      return std::any_of(attached.begin(), attached.end(), [&](const ObjectId& each) {
        const Constraint* part = live.find<Constraint>(each);
        return part != nullptr && is_part_of_key(*part) && target.contains(each) &&
               !(is_plain(*part, live) && has_usual_name(*part) && !is_spoken_of(*part, target));
      });
    }
    // Those of the parent's own column are cared for with its type.
    if (id.kind == Kind::column_default) {
      const Column* before = find_column(live, displaced);
      const Column* after = find_column(target, displaced);
      return before != nullptr && after != nullptr && before->id != displaced &&
             !reads_alike(before->type, live, after->type, target);
    }
    // It would rebuild those of partitions as well, and forget their names.
    if (id.kind == Kind::index) {
      return std::any_of(attached.begin(), attached.end(), [&](const ObjectId& each) {
        return each.kind == Kind::index && target.contains(each);
      });
    }
    if (id.kind == Kind::column) return can_be_rebuilt(live, id);
    return traits_of(id.kind).blocks_displacement;
  }

  const MemberIndex& members() {
    if (!members_) members_.emplace(input_.live);
    return *members_;
  }

  // Partitions' parts of an index or a constraint.
  const std::vector<ObjectId>& attached_to(const ObjectId& whole) {
    if (!attached_) {
      attached_.emplace();
      for (const auto& [id, index] : input_.live.objects<Index>()) {
        if (index.attached_to) (*attached_)[*index.attached_to].push_back(id);
      }
      for (const auto& [id, constraint] : input_.live.objects<Constraint>()) {
        if (constraint.attached_to) (*attached_)[*constraint.attached_to].push_back(id);
      }
    }
    static const std::vector<ObjectId> none;
    const auto found = attached_->find(whole);
    return found == attached_->end() ? none : found->second;
  }

  void clear_way(const ObjectId& id, const ObjectId& root) {
    for (const Dependency* dependency : input_.dependencies.dependents_of(id)) {
      const std::string what = is_wanted(id) ? ", which is recreated" : ", which is dropped";
      // Of all parts that it uses, no matter which.
      const ObjectId owner = owner_of(input_.live, id);
      const ObjectId& used = input_.anew.contains(owner) ? owner : id;
      make_way(*dependency, id, root, "uses " + describe(used) + what);
    }
  }

  // It will be there, if only as a column of a parent's.
  bool is_wanted(const ObjectId& id) const {
    return input_.target.contains(id) ||
           (id.kind == Kind::column && find_column(input_.target, id) != nullptr);
  }

  // DROP COLUMN takes along what the tables below have from there.
  void destroy_in_children(const ObjectId& column, const ObjectId& root) {
    const ObjectId table = column.container(Kind::table);
    if (result_.destroyed.contains(table)) return;
    for (const Table* below : members().of(table).children) {
      const ObjectId& child = below->id;
      if (input_.target.contains(child) && !is_child(input_.target, child, table)) continue;
      const ObjectId again = child.with_sub(Kind::column, column.sub);
      if (!is_wanted(column) && is_wanted(again)) continue;  // it stays there
      if (input_.live.contains(again)) {
        destroy(again, root);
      } else if (result_.inherited.insert(again).second) {
        clear_way(again, root);
        destroy_in_children(again, root);
      }
    }
  }

  // What children have of a check or foreign key.
  void note_copies(const ObjectId& constraint) {
    const ObjectId table = constraint.container(Kind::table);
    if (result_.destroyed.contains(table)) return;
    for (const Table* child : members().of(table).children) {
      const ObjectId copy = child->id.with_sub(Kind::constraint, constraint.sub);
      if (!input_.live.contains(copy) && result_.inherited.insert(copy).second) note_copies(copy);
    }
  }

  void destroy(const ObjectId& id, const ObjectId& root) {
    if (!result_.destroyed.insert(id).second) return;
    roots_.emplace(id, root);
    queue_.push_back(id);
  }

  void make_way(const Dependency& dependency, const ObjectId& gone, const ObjectId& root,
                const std::string& reason) {
    const ObjectId& id = dependency.dependent;
    if (id == gone || result_.destroyed.contains(id)) return;
    // A column of the old table goes with that, and its values are in the new one by then.
    if (id.kind == Kind::column && input_.anew.contains(id.container(Kind::table))) return;
    if (uses_column_of_its_own(id, gone)) return;
    if (id.kind == Kind::none) {
      if (goes_silently(dependency, gone)) return;
      refuse(root, id.name.str() + " depends on " + describe(gone) +
                       ", and this build can't drop and recreate that");
      return;
    }
    if (!input_.live.contains(id)) return;  // derived: PostgreSQL's own to drop and create
    // It is OF none meanwhile.
    if (input_.supplanted.contains(gone) && is_typed_by(id, gone)) return;
    // A detached partition keeps its part of an index.
    if (gone.kind == Kind::index && input_.live.find<Index>(id) != nullptr && !is_part(id, gone)) {
      return;
    }
    const bool stays = input_.target.contains(id);
    if (stays && id.kind == Kind::constraint && input_.taken_over.contains(gone) &&
        input_.live.find<Constraint>(id)->foreign_key) {
      return;
    }
    // Declared objects use only what is declared: this one is in nobody's files.
    if (stays && (traits_of(id.kind).database_wide || is_left_alone(id)) && !is_wanted(gone) &&
        !input_.altered.contains(id)) {
      const bool declared = id.kind == Kind::extension && !is_left_alone(id);
      refuse(root,
             describe(id) + " depends on " + describe(gone) + ", which is dropped, and " +
                 (declared ? "stays where it is" : "is left alone itself"),
             declared ? "declare " + describe(gone) + ", or move the extension: SCHEMA …" : "");
      return;
    }
    if (stays && is_out_of_reach(id) && !input_.altered.contains(id)) {
      refuse(root,
             describe(id) + " depends on " + describe(gone) +
                 ", would have to be dropped and created again, and is left alone",
             "take it into the scope (--schema, --exclude)");
      return;
    }
    if (stays && input_.texts_of_before.contains(id)) {
      refuse(root, describe(id) + " depends on " + describe(gone) +
                       ", is not in the desired state, and uses a name that this plan changes: "
                       "rename first, and change the rest in a plan of its own");
      return;
    }
    if (!stays || is_foreign(id) || can_come_back(input_.live, input_.target, id)) {
      // One that is altered in place may thereby stop using what goes for good.
      // A foreign key never does.
      const Constraint* constraint = input_.live.find<Constraint>(id);
      const bool is_foreign_key = constraint != nullptr && constraint->foreign_key;
      const bool let_go = stays && input_.altered.contains(id) && !is_wanted(gone) &&
                          !is_foreign_key && dependency.type == 'n' &&
                          !gives_name_of_sequence(gone) && !input_.supplanted.contains(gone);
      if (let_go) return;
      result_.reasons.emplace(id, reason);
      destroy(id, root);
      return;
    }
    if (id.kind == Kind::sequence && dependency.type == 'a' &&
        input_.anew.contains(gone.container(Kind::table))) {
      result_.kept_sequences.insert(id);
      return;
    }
    // Until 14 DROP EXPRESSION leaves the column dependent on what its expression called, and DROP
    // FUNCTION takes it along, values and all.
    if (input_.server_version < 150000 && can_be_rebuilt(input_.live, id) &&
        id.kind == Kind::column && gone.kind == Kind::function) {
      refuse(root,
             describe(id) + " would go with " + describe(gone) +
                 ", values and all, though it becomes a plain column",
             "until PostgreSQL 14 the column stays dependent on the function that computed it: "
             "keep the function, or move the values to a new column first");
      return;
    }
    // A type that another takes the place of is still what it uses.
    if (input_.altered.contains(id) && !input_.supplanted.contains(gone)) return;
    refuse(root, describe(id) + " depends on " + describe(gone) +
                     ", and can't be dropped and recreated without losing data");
  }

  bool is_typed_by(const ObjectId& id, const ObjectId& type) const {
    const Table* table = input_.live.find<Table>(id);
    return table != nullptr && table->of_type.object == type && input_.target.contains(id);
  }

  // The sequence of an identity column, which another takes the name of: that waits for the
  // column, and what uses it for both.
  bool gives_name_of_sequence(const ObjectId& id) const {
    const Column* column = input_.live.find<Column>(id);
    if (column == nullptr || !column->identity) return false;
    const QualifiedName& sequence = column->identity->sequence;
    return input_.target.contains(object_id(Kind::sequence, sequence.schema, sequence.name));
  }

  bool is_left_alone(const ObjectId& id) const {
    return input_.left_alone != nullptr && input_.left_alone->contains(id);
  }

  // Its rows are on another server, and its passwords in what is read here.
  bool is_foreign(const ObjectId& id) const {
    if (const Table* table = input_.live.find<Table>(id)) return !table->server.empty();
    const UserMapping* live = input_.live.find<UserMapping>(id);
    const UserMapping* wanted = input_.target.find<UserMapping>(id);
    if (live == nullptr || wanted == nullptr || !live->options.known) return false;
    const StorageOptions& options = wanted->options.options;
    return std::none_of(options.begin(), options.end(),
                        [](const auto& option) { return option.second == kHidden; });
  }

  // Left alone, but for what belongs to a live partition of a table that is not: pg_partman's are
  // as the parent is.
  bool is_out_of_reach(const ObjectId& id) const {
    if (!is_left_alone(id)) return false;
    ObjectId table = id;
    while (table.known() && table.kind != Kind::table) table = owner_of(input_.live, table);
    for (const ObjectId& above : ancestors_of(input_.live, table)) {
      if (!is_left_alone(above)) return false;
    }
    return true;
  }

  // A table that stays without its old parent keeps the columns that it has from there.
  bool uses_column_of_its_own(const ObjectId& id, const ObjectId& gone) const {
    const ObjectId parent = gone.container(Kind::table);
    const ObjectId table = owner_of(input_.live, id);
    if (gone.kind != Kind::column || !input_.anew.contains(parent)) return false;
    if (table.kind != Kind::table || input_.anew.contains(table)) return false;
    if (!is_child(input_.live, table, parent) || !input_.target.contains(table)) return false;
    const Constraint* key = input_.live.find<Constraint>(id);
    return key == nullptr || !key->foreign_key || key->foreign_key->referenced_table != parent;
  }

  // A partition's part of its parent's index, and goes with that.
  bool is_part(const ObjectId& id, const ObjectId& whole) const {
    const ObjectId table = table_of_index(input_.live, id);
    const Index* index = input_.live.find<Index>(id);
    return index->attached_to &&
           (!input_.target.contains(table) ||
            is_child(input_.target, table, table_of_index(input_.live, whole)));
  }

  // What is not modelled may only go with its owner, or come back as an attachment.
  bool goes_silently(const Dependency& dependency, const ObjectId& gone) const {
    if (dependency.type == 'n' || dependency.type == 'x') return false;
    return dependency.type != 'a' || !is_wanted(gone);
  }

  void refuse(const ObjectId& id, std::string reason, std::string hint = "") {
    if (!refused_.insert(id).second) return;
    const ObjectBase* object = input_.target.find_base(id);
    Refusal refusal;
    refusal.object = id;
    if (object != nullptr) refusal.source = object->source;
    refusal.reason = std::move(reason);
    refusal.hint = std::move(hint);
    result_.refusals.push_back(std::move(refusal));
  }

  // What goes with its owner without a row in pg_depend that says so, or whose row is between
  // parts.
  void destroy_parts(const ObjectId& id) {
    if (parts_.empty()) index_parts();
    const auto found = parts_.find(id);
    if (found == parts_.end()) return;
    for (const ObjectId& part : found->second) {
      if (is_left_alone(part) && !input_.target.contains(id)) {
        refuse(roots_.at(id), describe(part) + " is a part of " + describe(id) +
                                  ", which is dropped, and is left alone itself");
        continue;
      }
      destroy(part, roots_.at(id));
    }
  }

  void index_parts() {
    for_each_kind([&]<class T>() {
      for (const auto& [id, object] : input_.live.objects<T>()) {
        const ObjectId owner = owner_of(input_.live, id);
        if (owner.known()) parts_[owner].push_back(id);
      }
    });
    // A partition's part of a constraint, unless the partition leaves.
    for (const auto& [id, constraint] : input_.live.objects<Constraint>()) {
      const Table* stays = input_.target.find<Table>(id.container(Kind::table));
      if (constraint.attached_to && (stays == nullptr || stays->partition_of)) {
        parts_[*constraint.attached_to].push_back(id);
      }
    }
  }

  const RebuildInput& input_;
  Rebuild result_;
  std::deque<ObjectId> queue_;
  std::set<ObjectId> refused_;
  std::unordered_map<ObjectId, ObjectId> roots_;  // destroyed -> the change that asks for it
  std::unordered_map<ObjectId, std::vector<ObjectId>> parts_;
  std::optional<MemberIndex> members_;
  std::optional<std::unordered_map<ObjectId, std::vector<ObjectId>>> attached_;
};

}  // namespace

bool can_come_back(const Catalog& live, const Catalog& target, const ObjectId& id) {
  const Column* after = target.find<Column>(id);
  const bool becomes_plain = after != nullptr && !after->generated;
  return can_be_rebuilt(live, id) && !becomes_plain;
}

Rebuild find_rebuilds(const RebuildInput& input) { return RebuildFinder(input).run(); }

}  // namespace schemadiff
