#include "engine/diff/rename_hints.h"

#include <map>
#include <optional>
#include <set>

#include "engine/model/ancestors.h"
#include "engine/model/default_names.h"
#include "engine/model/kind_traits.h"
#include "engine/model/names_in_schema.h"
#include "engine/model/replace_ids.h"
#include "engine/objects/view/output_type.h"

namespace schemadiff {
namespace {

bool is_label(const ObjectId& id) { return id.kind == Kind::enum_type && !id.sub.empty(); }

// Named within a relation or type.
bool is_part(const ObjectId& id) {
  return is_label(id) || id.kind == Kind::column || id.kind == Kind::domain_constraint ||
         traits_of(id.kind).naming == Naming::on_relation;
}

// Of the view, or materialized view, whose column it would be; nullptr: there is none.
const std::vector<std::pair<Identifier, TypeRef>>* output_of(const Catalog& catalog,
                                                             const ObjectId& id) {
  if (const View* view = catalog.find<View>(id.container(Kind::view))) return &view->output;
  const auto* view = catalog.find<MaterializedView>(id.container(Kind::materialized_view));
  return view == nullptr ? nullptr : &view->output;
}

bool has_column(const Catalog& catalog, const ObjectId& id) {
  if (catalog.contains(id)) return true;
  if (const CompositeType* type = catalog.find<CompositeType>(id.container(Kind::composite_type))) {
    return std::any_of(type->attributes.begin(), type->attributes.end(),
                       [&](const CompositeAttribute& a) { return a.name == id.sub; });
  }
  if (const auto* output = output_of(catalog, id)) {
    return std::any_of(output->begin(), output->end(),
                       [&](const auto& column) { return column.first == id.sub; });
  }
  const std::vector<ObjectId> above = ancestors_of(catalog, id);
  return std::any_of(above.begin(), above.end(), [&](const ObjectId& table) {
    return catalog.contains(table.with_sub(Kind::column, id.sub));
  });
}

bool exists(const Catalog& catalog, const ObjectId& id) {
  if (!id.known()) return false;
  if (id.kind == Kind::column) return has_column(catalog, id);
  if (!is_label(id)) return catalog.contains(id);
  const EnumType* type = catalog.find<EnumType>(id.container(Kind::enum_type));
  return type != nullptr &&
         std::find(type->labels.begin(), type->labels.end(), id.sub.str()) != type->labels.end();
}

// What a part belongs to, as `catalog` has it; kind none: it is not there.
ObjectId container_of(const Catalog& catalog, const ObjectId& id) {
  if (is_label(id)) {
    const ObjectId type = id.container(Kind::enum_type);
    return catalog.contains(type) ? type : ObjectId{};
  }
  if (id.kind == Kind::domain_constraint) {
    const ObjectId domain = id.container(Kind::domain);
    return catalog.contains(domain) ? domain : ObjectId{};
  }
  return catalog.find_relation(id.schema, id.name);
}

Identifier own_name(const ObjectId& id) { return is_part(id) ? id.sub : id.name; }

ObjectId named(ObjectId id, Identifier name) {
  (is_part(id) ? id.sub : id.name) = name;
  return id;
}

class Resolver {
 public:
  Resolver(const std::vector<RenameHint>& hints, const Catalog& live, const Catalog& desired,
           const Scope& scope)
      : hints_(hints), live_(live), desired_(desired), scope_(scope) {}

  ResolvedHints run() {
    // What later ones are named in comes first.
    for (int stage = 0; stage < kStages; ++stage) {
      std::vector<Item> items;
      for (const RenameHint& hint : hints_) {
        if (stage_of(hint.target) == stage) take(hint, items);
      }
      decide(items);
    }
    add_sequences();
    add_multiranges();
    add_families();
    settle_names();
    out_.renames = Renames(live_, std::move(list_));
    return std::move(out_);
  }

 private:
  struct Item {
    const RenameHint* hint = nullptr;
    ObjectId from;     // as live calls it
    ObjectId to;       // as desired calls it
    ObjectId stays;    // what `from` would be called without the hint
    ObjectId to_live;  // what live would call `to`
    bool active = false;
    bool judged = false;   // as a part of a circle
    bool refused = false;  // and it was said why
  };

  static constexpr int kStages = 3;
  static int stage_of(const ObjectId& id) {
    if (id.kind == Kind::schema) return 0;
    return is_part(id) || id.kind == Kind::function || id.kind == Kind::index ||
                   id.kind == Kind::sequence
               ? 2
               : 1;
  }

  bool in_scope(const ObjectId& id) const {
    if (scope_.excludes(desired_, id) || scope_.excludes(live_, id)) return false;
    return is_included(desired_, id);
  }

  bool is_included(const Catalog& catalog, const ObjectId& id) const {
    if (traits_of(id.kind).cluster_wide) return scope_.manages_roles();
    return traits_of(id.kind).database_wide || scope_.includes(catalog, id);
  }

  void error(const RenameHint& hint, std::string message, std::string advice = "") {
    out_.problems.error(hint.where, std::move(message), std::move(advice));
  }

  void note_done(const RenameHint& hint, const std::string& what) {
    out_.notes.note(hint.where, "this hint has done its work: " + what + " is there",
                    "take it away when all databases are that far");
  }

  bool has_hint(const ObjectId& target) const {
    return std::any_of(hints_.begin(), hints_.end(),
                       [&](const RenameHint& hint) { return hint.target == target; });
  }

  void take(const RenameHint& hint, std::vector<Item>& items) {
    const ObjectId& target = hint.target;
    const std::string what = describe_renamed(desired_, target);
    const bool wanted = in_scope(target);
    if (wanted && is_impossible(hint, what)) return;
    const bool moves = !hint.schema.empty();
    Item item;
    item.hint = &hint;
    item.to = target;
    item.to_live = renames_.live(target);
    const bool is_in_new = stands_in_new(target);
    if (is_in_new && !moves) return;
    if (is_part(target) && !container_of(live_, item.to_live).known()) return;  // all of it is new
    item.from = named(item.to_live, hint.name);
    if (moves) item.from.schema = hint.schema;
    if (!moves) follow_table(item);
    if (target.kind == Kind::function) find_function(item);
    item.stays = renames_.desired(item.from);
    if (is_in_new) item.to_live = {};
    if (!is_in_scope_with(item, wanted)) return;
    if (item.from == item.to_live) {
      if (moves && has_hint(object_id(Kind::schema, {}, target.schema))) {
        return note_done(hint, what);  // it had to leave a schema that has another name now
      }
      return error(hint, what + " has this name now", "name the old one");
    }
    items.push_back(item);
  }

  // In a schema, relation or type whose name something else had, which has another now.
  bool stands_in_new(const ObjectId& target) const {
    const auto is_new = [&](const ObjectId& around) {
      const ObjectId live = renames_.live(around);
      return live == around && renames_.desired(live) != live;
    };
    if (target.schema.empty()) return false;
    if (is_new(object_id(Kind::schema, {}, target.schema))) return true;
    if (is_label(target)) return is_new(target.container(Kind::enum_type));
    if (target.kind == Kind::domain_constraint) return is_new(target.container(Kind::domain));
    if (!is_part(target)) return false;
    const ObjectId relation = desired_.find_relation(target.schema, target.name);
    return relation.known() && is_new(relation);
  }

  // Whatever the database holds; said to be wrong.
  bool is_impossible(const RenameHint& hint, const std::string& what) {
    const ObjectId& target = hint.target;
    if (!traits_of(target.kind).renamable) {
      error(hint, what + " can't be renamed: PostgreSQL has no ALTER … RENAME for it");
    } else if (!exists(desired_, target)) {
      error(hint, what + " is not in the desired state, so nothing can be renamed to it");
    } else if (!hint.schema.empty() &&
               (is_part(target) || target.schema.empty() || target.kind == Kind::index)) {
      error(hint, what + " can't come from another place: only its own name may be old",
            "write it without what stands before the dot");
    } else {
      return false;
    }
    return true;
  }

  // False: it is left alone, or said to be wrong. What is left alone can't take the name of what
  // is not, and the reverse.
  bool is_in_scope_with(const Item& item, bool wanted) {
    const bool there = exists(live_, item.from);
    const bool excluded = there && scope_.excludes(live_, item.from);
    if (wanted && !excluded) return true;
    const bool included = there && !excluded && is_included(live_, item.from);
    if (wanted != included) {
      error(*item.hint,
            describe_renamed(desired_, item.to) + " is to be what " +
                describe_renamed(live_, item.from) + " was, but " + (wanted ? "that" : "it") +
                " is not in scope",
            "take both into the scope (--schema, --exclude), or leave the hint out");
    }
    return false;
  }

  // Indexes and owned sequences are where their table was.
  void follow_table(Item& item) const {
    ObjectId table;
    if (const Index* index = desired_.find<Index>(item.to)) table = index->table;
    const Sequence* sequence = desired_.find<Sequence>(item.to);
    if (sequence != nullptr && sequence->owned_by) {
      table = sequence->owned_by->container(Kind::table);
    }
    if (table.known() && table.schema == item.to.schema) {
      item.from.schema = item.to_live.schema = renames_.live(table).schema;
    }
  }

  // Arguments may be of a type that is renamed too.
  void find_function(Item& item) const {
    for (const auto& [id, function] : live_.objects<Function>()) {
      if (id.schema == item.from.schema && id.name == item.from.name &&
          renames_.desired(id).sub == item.to.sub) {
        item.from = id;
      }
    }
  }

  void decide(std::vector<Item>& items) {
    refuse_contradictions(items);
    for (Item& item : items) item.active = exists(live_, item.from);
    const auto is_freed = [&](const ObjectId& id) {
      return std::any_of(items.begin(), items.end(),
                         [&](const Item& i) { return i.active && i.from == id; });
    };
    const auto is_taken_over = [&](const ObjectId& id) {
      return std::any_of(items.begin(), items.end(),
                         [&](const Item& i) { return i.active && i.to == id; });
    };
    // What is declared under the old name is another, where nothing has the new name yet.
    const auto is_possible = [&](const Item& item) {
      if (!exists(live_, item.to_live) || is_freed(item.to_live)) return true;
      return is_given_up(items, item) && may_make_way(item.to_live) && is_nearer(item);
    };
    for (bool again = true; again;) {
      again = false;
      for (Item& item : items) {
        if (!item.active || is_possible(item)) continue;
        item.active = false;
        again = true;
      }
      if (!again) again = judge_circles(items);
    }
    for (Item& item : items) {
      if (!item.active) {
        if (!item.refused) explain(item);
        continue;
      }
      if (!accept(item, is_freed)) continue;
      const ObjectBase* other = desired_.find_base(item.stays);
      const bool is_declared = other == nullptr || other->source.known();  // not left alone
      if (exists(desired_, item.stays) && is_declared && !is_taken_over(item.stays)) {
        out_.notes.note(item.hint->where, describe_renamed(live_, item.from) + " becomes " +
                                              describe_renamed(desired_, item.to) +
                                              ", and another takes its old name");
      }
    }
    renames_ = Renames(live_, list_);
  }

  // To what is declared than what has the new name: where both hold data, that could as well be
  // what the hint was about once.
  bool is_nearer(const Item& item) const {
    switch (item.to.kind) {
      case Kind::schema:
      case Kind::table:
      case Kind::column:
      case Kind::sequence:
      case Kind::materialized_view:
      case Kind::enum_type:
        return differences(live_, item.from, desired_, item.to) <
               differences(live_, item.to_live, desired_, item.to);
      default:
        return true;
    }
  }

  // Nothing new has the old name, nor that of whatever takes it over, and so on: or all of it may
  // be done already.
  bool is_given_up(const std::vector<Item>& items, const Item& first) const {
    const Item* current = &first;
    for (size_t i = 0; i <= items.size(); ++i) {
      if (!exists(desired_, current->stays)) return true;
      const auto next = std::find_if(items.begin(), items.end(), [&](const Item& item) {
        return item.active && item.to == current->stays;
      });
      if (next == items.end()) return false;
      current = &*next;
    }
    return false;
  }

  // Things that change their names with each other have the same names afterwards: only what they
  // are like tells whether that is done. It is done where they are nearer to what is declared as
  // they are; a hint that stays must not bring them back. True: one of the circles is done, or
  // can't be told.
  bool judge_circles(std::vector<Item>& items) {
    for (Item& first : items) {
      if (!first.active || first.judged) continue;
      const std::vector<Item*> circle = circle_of(items, first);
      if (circle.empty()) continue;
      size_t as_is = 0;
      size_t renamed = 0;
      for (Item* item : circle) {
        item->judged = true;
        as_is += differences(live_, item->from, desired_, item->stays);
        renamed += differences(live_, item->from, desired_, item->to);
      }
      if (renamed == 0 && as_is > 0) continue;
      for (Item* item : circle) {
        item->active = false;
        if (as_is < renamed) continue;
        item->refused = true;
        error(*item->hint,
              describe_renamed(desired_, item->to) + " and " + describe_renamed(live_, item->from) +
                  " can't change their names in one plan: what they are like does not tell whether "
                  "that is done",
              "give one of them a third name first, or change nothing else about them");
      }
      return true;
    }
    return false;
  }

  // Empty: what it is called in the end is no name that others give up, back to its own.
  static std::vector<Item*> circle_of(std::vector<Item>& items, Item& first) {
    std::vector<Item*> circle;
    Item* current = &first;
    while (circle.size() <= items.size()) {
      circle.push_back(current);
      const auto next = std::find_if(items.begin(), items.end(), [&](const Item& item) {
        return item.active && item.from == current->to_live;
      });
      if (next == items.end()) return {};
      if (&*next == &first) return circle;
      current = &*next;
    }
    return {};
  }

  // How far one is from the other; of what they are called only what names their parts.
  size_t differences(const Catalog& before, const ObjectId& from, const Catalog& after,
                     const ObjectId& to) const {
    if (is_label(from)) {
      const auto place = [](const Catalog& catalog, const ObjectId& label) {
        const auto& labels = catalog.find<EnumType>(label.container(Kind::enum_type))->labels;
        return std::find(labels.begin(), labels.end(), label.sub.str()) - labels.begin();
      };
      return place(before, from) == place(after, to) ? 0 : 1;
    }
    std::set<std::string> parts = parts_of(before, from);
    for (const std::string& part : parts_of(after, to)) {
      if (!parts.insert(part).second) parts.erase(part);
    }
    size_t count = parts.size();
    with_kind(from.kind, [&]<class T>() {
      const T* one = before.find<T>(from);
      const T* other = after.find<T>(to);
      if (one == nullptr || other == nullptr) return;
      T copy = *one;
      if constexpr (kind_of<T> == Kind::index) copy.table = renames_.desired(copy.table);
      if constexpr (kind_of<T> == Kind::column) copy.type = type_as_desired(before, copy.type);
      if constexpr (kind_of<T> == Kind::sequence) {
        if (copy.owned_by) copy.owned_by = renames_.desired(*copy.owned_by);
      }
      count += compare_fields(copy, *other).list().size();
    });
    return count;
  }

  // By the name that it gets, as far as that is decided.
  TypeRef type_as_desired(const Catalog& catalog, const TypeRef& type) const {
    if (&catalog != &live_ || !type.object.known()) return type;
    return replaced(type, [&](const ObjectId& id) { return renames_.desired(id); });
  }

  std::set<std::string> parts_of(const Catalog& catalog, const ObjectId& id) const {
    std::set<std::string> out;
    if (id.kind == Kind::schema) {
      for_each_kind([&]<class T>() {
        for (const auto& [part, object] : catalog.objects<T>()) {
          if (part.schema != id.name || part.of != Kind::none) continue;
          out.insert(kind_word(part.kind).data() + (" " + part.name.str()) + " " + part.sub.str());
        }
      });
    }
    if (id.kind == Kind::column && !catalog.contains(id)) {
      if (const auto* type = catalog.find<CompositeType>(id.container(Kind::composite_type))) {
        for (const CompositeAttribute& attribute : type->attributes) {
          if (attribute.name == id.sub) out.insert(type_as_desired(catalog, attribute.type).sql);
        }
      }
      if (const auto* output = output_of(catalog, id)) {
        for (const auto& [name, type] : *output) {
          if (name == id.sub) out.insert(type_as_desired(catalog, type).sql);
        }
      }
    }
    if (id.kind == Kind::table) {
      for (const auto& [column, object] : catalog.objects<Column>()) {
        if (column.container(Kind::table) != id) continue;
        out.insert(quote(column.sub) + " " + type_as_desired(catalog, object.type).sql);
      }
    }
    return out;
  }

  // Something else gets its name, and it is declared no more.
  bool may_make_way(const ObjectId& id) const {
    if (!id.known() || id.kind == Kind::role || !in_scope_of_live(id)) return false;
    if (id.kind == Kind::schema && !scope_.whole_database()) return false;
    const Table* table = live_.find<Table>(id);
    return table == nullptr || !table->partition_of;
  }

  bool in_scope_of_live(const ObjectId& id) const {
    return !scope_.excludes(live_, id) && is_included(live_, id);
  }

  void refuse_contradictions(std::vector<Item>& items) {
    std::map<ObjectId, const RenameHint*> sources;
    std::map<ObjectId, const RenameHint*> targets;
    std::erase_if(items, [&](const Item& item) {
      const auto [source, new_source] = sources.emplace(item.from, item.hint);
      const auto [target, new_target] = targets.emplace(item.to, item.hint);
      if (new_source && new_target) return false;
      const RenameHint& first = new_source ? *target->second : *source->second;
      error(*item.hint,
            new_source ? describe_renamed(desired_, item.to) + " can't have two old names"
                       : describe_renamed(live_, item.from) + " can't become two things",
            "take one of the hints away");
      out_.problems.note(first.where, "this is the other hint");
      return true;
    });
  }

  // A table that has a live column from its table, and one from which it has the column as well.
  std::pair<ObjectId, ObjectId> other_parent_of(const ObjectId& column) const {
    const ObjectId table = column.container(Kind::table);
    if (column.kind != Kind::column || !live_.contains(table)) return {};
    const auto is_reached = [&](const ObjectId& id) {
      const std::vector<ObjectId> above = ancestors_of(live_, id);
      return id == table || std::find(above.begin(), above.end(), table) != above.end();
    };
    for (const Table* child : live_.sorted<Table>()) {
      if (child->inherits.size() < 2 || !is_reached(child->id)) continue;
      for (const ObjectId& parent : parents_of(*child)) {
        const bool has_it =
            find_column(live_, parent.with_sub(Kind::column, column.sub)) != nullptr;
        if (has_it && !is_reached(parent)) return {child->id, parent};
      }
    }
    return {};
  }

  // False: it was said to be wrong.
  template <class IsFreed>
  bool accept(const Item& item, const IsFreed& is_freed) {
    ObjectId other = name_holder(item, is_freed);
    if (!other.known() && exists(live_, item.to_live) && !is_freed(item.to_live)) {
      other = item.to_live;
    }
    if (other.known() && (!may_make_way(other) || is_wanted_beside(other, item))) {
      error(*item.hint,
            describe_renamed(live_, item.from) + " can't be renamed to " +
                quote(own_name(item.to)) + ": that is the name of " + describe(other),
            "free the name in a plan of its own first");
      return false;
    }
    if (const auto [child, parent] = other_parent_of(item.from); child.known()) {
      error(*item.hint,
            describe_renamed(live_, item.from) + " can't be renamed: " + qualified_name(child) +
                " has it from " + qualified_name(parent) + " too, and PostgreSQL renames no such",
            "take " + qualified_name(child) + " out of " + qualified_name(parent) +
                " (NO INHERIT) in a plan of its own, and put it back in the next");
      return false;
    }
    list_.push_back({item.from, item.to});
    if (other.known()) {
      make_way(other);
      out_.notes.note(
          item.hint->where,
          describe_renamed(live_, other) + " is dropped: " + describe_renamed(live_, item.from) +
              " takes its name",
          other == item.to_live ? "if it is what this hint was about, take the hint away" : "");
    }
    for (const ObjectId& own : namesakes_below(item)) {
      if (is_freed(own) || !may_make_way(own)) continue;
      make_way(own);
      out_.notes.note(item.hint->where, describe_renamed(live_, own) +
                                            " is dropped: " + describe_renamed(live_, item.from) +
                                            " takes its name in all tables below");
    }
    return true;
  }

  // Columns and checks of the new name that the tables below have of their own.
  std::vector<ObjectId> namesakes_below(const Item& item) const {
    const Kind kind = item.from.kind;
    const Constraint* check = live_.find<Constraint>(item.from);
    const bool spreads =
        check != nullptr && check->type == ConstraintType::check && !check->no_inherit;
    if (kind != Kind::column && !spreads) return {};
    const ObjectId table = item.from.container(Kind::table);
    std::vector<ObjectId> out;
    for (const auto& [below, object] : live_.objects<Table>()) {
      const ObjectId own = below.with_sub(kind, own_name(item.to));
      if (!live_.contains(own)) continue;
      const std::vector<ObjectId> above = ancestors_of(live_, below);
      if (std::find(above.begin(), above.end(), table) != above.end()) out.push_back(own);
    }
    std::sort(out.begin(), out.end());
    return out;
  }

  bool is_wanted_beside(const ObjectId& other, const Item& item) const {
    return other.kind != item.to.kind && exists(desired_, renames_.desired(other));
  }

  void make_way(const ObjectId& id) {
    list_.push_back({id, named(renames_.desired(id), free_name(id, "old")), true});
  }

  // name_label, name_label1 …, or name1, name2 …: nothing has it where `id` is, or is to be.
  Identifier free_name(const ObjectId& id, std::string_view label) {
    const ObjectId now = renames_.desired(id);
    const bool is_apart = is_part(id) && id.kind != Kind::constraint;
    const std::string chosen =
        choose_object_name(own_name(id).str(), "", label, [&](std::string_view candidate) {
          const Identifier name(candidate);
          if (name == own_name(id)) return true;
          for (const ObjectId& place : {id, now}) {
            const ObjectId one = named(place, name);
            if (exists(live_, one) || exists(desired_, one)) return true;
            if (place.schema.empty() || is_apart) continue;
            if (taken_.contains({place.schema, name})) return true;
            for (const Catalog* catalog : {&live_, &desired_}) {
              if (catalog->find_relation(place.schema, name).known() ||
                  catalog->find_type(place.schema, name).known()) {
                return true;
              }
            }
          }
          return false;
        });
    if (!is_apart) {
      taken_.insert({id.schema, Identifier(chosen)});
      taken_.insert({now.schema, Identifier(chosen)});
    }
    return Identifier(chosen);
  }

  // Who has the new name in the namespace that kinds share.
  template <class IsFreed>
  ObjectId name_holder(const Item& item, const IsFreed& is_freed) const {
    const KindTraits& traits = traits_of(item.to.kind);
    const ObjectId& to = item.to_live;
    ObjectId other;
    if (is_part(item.to)) return {};
    if (traits.in_pg_class) other = live_.find_relation(to.schema, to.name);
    if (traits.in_pg_type && !other.known()) other = live_.find_type(to.schema, to.name);
    return other.known() && !is_freed(other) ? other : ObjectId{};
  }

  void explain(const Item& item) {
    const std::string old = describe_renamed(live_, item.from);
    const std::string now = describe_renamed(desired_, item.to);
    const bool has_old = exists(live_, item.from);
    const bool has_new = exists(live_, item.to_live);
    const bool keeps_old = exists(desired_, item.stays);
    if (has_old && has_new && !keeps_old) {
      return error(*item.hint, "the database has both " + old + " and " + now,
                   "take the hint away, and what is no more declared is dropped; or drop or rename "
                   "one of them first");
    }
    if (has_new) {
      if (const ObjectId part = doomed_part(item); part.known()) {
        return error(*item.hint,
                     now + " is there, and was not called " + quote(item.hint->name) + "; " +
                         describe_renamed(live_, part) + " is",
                     "is it about that? A hint for a part stands on the line where the part does");
      }
      return note_done(*item.hint, now);
    }
    if (const ObjectId other = of_other_kind(item); other.known()) {
      return error(*item.hint, describe(other) + " can't become " + now + " by a rename");
    }
    const std::vector<std::string> doomed = doomed_beside(item);
    if (!doomed.empty()) {
      std::string list;
      for (const std::string& name : doomed) list += (list.empty() ? "" : ", ") + name;
      return error(*item.hint, "the database has neither " + old + " nor " + now,
                   "is it one of these, which are declared no more? " + list);
    }
    out_.notes.note(item.hint->where, "the database has no " + old + ": " + now + " is made anew");
  }

  // Behind a line that begins a statement a hint is about all of it, and a part may be meant.
  ObjectId doomed_part(const Item& item) const {
    if (!item.hint->schema.empty() || is_part(item.to)) return {};
    for (const Kind kind : {Kind::column, Kind::constraint}) {
      const ObjectId part = item.to_live.with_sub(kind, item.hint->name);
      if (exists(live_, part) && !exists(desired_, renames_.desired(part))) return part;
    }
    return {};
  }

  ObjectId of_other_kind(const Item& item) const {
    const KindTraits& traits = traits_of(item.to.kind);
    if (is_part(item.to)) return {};
    ObjectId other;
    if (traits.in_pg_class) other = live_.find_relation(item.from.schema, item.from.name);
    if (traits.in_pg_type && !other.known()) {
      other = live_.find_type(item.from.schema, item.from.name);
    }
    return other;
  }

  // Names of live objects of the kind that would be dropped, in the same schema or relation: the
  // hint may have meant one of them.
  std::vector<std::string> doomed_beside(const Item& item) const {
    std::vector<std::string> out;
    if (!in_scope(item.from) || traits_of(item.to.kind).database_wide) return out;
    const auto is_beside = [&](const ObjectId& id) {
      if (id.kind == Kind::schema) return scope_.whole_database();
      return id.schema == item.from.schema && (!is_part(id) || id.name == item.from.name);
    };
    const auto is_source = [&](const ObjectId& id) {
      return std::any_of(list_.begin(), list_.end(),
                         [&](const Rename& rename) { return rename.from == id; });
    };
    const auto look = [&](const ObjectId& id) {
      if (!is_beside(id) || is_source(id) || exists(desired_, renames_.desired(id))) return;
      out.push_back(quote(own_name(id)));
    };
    if (is_label(item.to)) {
      const EnumType* type = live_.find<EnumType>(item.from.container(Kind::enum_type));
      for (const std::string& label : type->labels) {
        look({Kind::enum_type, Kind::none, type->id.schema, type->id.name, label});
      }
    } else if (const CompositeType* type =
                   live_.find<CompositeType>(item.from.container(Kind::composite_type));
               type != nullptr && item.to.kind == Kind::column) {
      for (const CompositeAttribute& attribute : type->attributes) {
        look(type->id.with_sub(Kind::column, attribute.name));
      }
    } else {
      with_kind(item.to.kind, [&]<class T>() {
        for (const T* object : live_.sorted<T>()) {
          if constexpr (kind_of<T> == Kind::table) {
            if (object->partition_of) continue;
          }
          if constexpr (kind_of<T> == Kind::index || kind_of<T> == Kind::constraint) {
            if (object->attached_to) continue;
          }
          look(object->id);
        }
      });
    }
    return out;
  }

  // serial names its sequence after table and column.
  void add_sequences() {
    if (list_.empty()) return;
    std::set<ObjectId> taken;
    for (const Rename& rename : list_) taken.insert(rename.from);
    for (const Sequence* wanted : desired_.sorted<Sequence>()) {
      if (!wanted->owned_by || is_in_its_place(*wanted)) continue;
      const ObjectId column = renames_.live(*wanted->owned_by);
      if (column == *wanted->owned_by) continue;
      for (const Sequence* sequence : live_.sorted<Sequence>()) {
        if (sequence->owned_by != column) continue;
        const Sequence* namesake = desired_.find<Sequence>(renames_.desired(sequence->id));
        if (namesake != nullptr && namesake->owned_by == wanted->owned_by) break;
        const ObjectId holder = live_.find_relation(wanted->id.schema, wanted->id.name);
        const bool is_free = (namesake == nullptr || namesake->owned_by) &&
                             (!holder.known() || live_.find<Sequence>(holder) != nullptr);
        if (is_free && taken.insert(sequence->id).second) {
          list_.push_back({sequence->id, wanted->id});
          break;
        }
      }
    }
  }

  // The live sequence of that name is the same column's.
  bool is_in_its_place(const Sequence& wanted) const {
    const Sequence* live = live_.find<Sequence>(renames_.live(wanted.id));
    return live != nullptr &&
           (!live->owned_by || renames_.desired(*live->owned_by) == wanted.owned_by);
  }

  // Of a relation's name: an object, or the sequence of an identity column.
  struct Holder {
    ObjectId id;
    int rank = 0;
    bool comes_along = false;
  };

  // Relations share their names with the indexes and sequences that come along with a table. Who is
  // declared under the name has it, and others make way.
  void settle_names() {
    if (list_.empty()) return;
    renames_ = Renames(live_, list_);
    std::set<ObjectId> listed;
    for (const Rename& rename : list_) listed.insert(rename.from);
    std::map<Name, std::vector<Holder>> by_name;
    const auto add = [&](const ObjectId& id, Name name, bool is_declared) {
      const ObjectId now = renames_.desired(id);
      const bool comes_along = now != id;
      const int rank = listed.contains(id) ? 0 : is_declared ? 1 : comes_along ? 2 : 3;
      taken_.insert(std::move(name));
      const Name final = {now.schema, own_name(now)};
      taken_.insert(final);
      by_name[final].push_back({id, rank, comes_along});
    };
    for_each_kind([&]<class T>() {
      if (!traits_of(kind_of<T>).in_pg_class && kind_of<T> != Kind::constraint) return;
      for (const auto& [id, object] : live_.objects<T>()) {
        for (const ObjectId& name : names_in_schema(live_, id)) {
          if (name.kind == Kind::none) add(id, {name.schema, name.name}, is_declared(object));
        }
      }
      for (const auto& [id, object] : desired_.objects<T>()) {
        for (const ObjectId& name : names_in_schema(desired_, id)) {
          taken_.insert({name.schema, name.name});
        }
      }
    });
    for (const auto& [id, column] : live_.objects<Column>()) {
      if (!column.identity || column.identity->sequence.empty()) continue;
      const auto& [schema, name] = column.identity->sequence;
      add(object_id(Kind::sequence, schema, name), {schema, name}, false);
    }
    for (auto& [name, holders] : by_name) {
      if (holders.size() < 2) continue;
      std::sort(holders.begin(), holders.end(), [](const Holder& a, const Holder& b) {
        return std::pair(a.rank, a.id) < std::pair(b.rank, b.id);
      });
      const bool first_stays = holders[0].comes_along || holders[0].rank < 3;
      for (size_t i = 1; first_stays && i < holders.size(); ++i) {
        Holder& loser = holders[i];
        if (loser.rank == 0) continue;
        if (!loser.comes_along && !may_make_way(loser.id)) std::swap(loser, holders[0]);
        if (loser.comes_along) {
          list_.push_back({loser.id, named(renames_.desired(loser.id), free_name(loser.id, ""))});
        } else if (loser.rank > 1) {
          make_way(loser.id);
        }
      }
    }
  }

  // As that, and not only something of its name.
  template <class T>
  bool is_declared(const T& live) const {
    const T* wanted = desired_.find<T>(renames_.desired(live.id));
    if (wanted == nullptr) return false;
    if constexpr (kind_of<T> == Kind::index) {
      return renames_.desired(live.table) == wanted->table;
    }
    if constexpr (kind_of<T> == Kind::sequence) {
      if (!live.owned_by) return true;
      return !wanted->owned_by || renames_.desired(*live.owned_by) == *wanted->owned_by;
    }
    return true;
  }

  // A range type names its multirange type after itself, if the file does not say how.
  void add_multiranges() {
    std::vector<Rename> more;
    for (const Rename& rename : list_) {
      const RangeType* range = live_.find<RangeType>(rename.from);
      const RangeType* wanted = desired_.find<RangeType>(rename.to);
      if (range == nullptr || wanted == nullptr) continue;
      const QualifiedName& before = range->multirange_type;
      const QualifiedName& now = wanted->multirange_type;
      if (before.empty() || now.empty() || before.name == now.name) continue;
      more.push_back({object_id(Kind::range_type, before.schema, before.name),
                      object_id(Kind::range_type, now.schema, now.name)});
    }
    list_.insert(list_.end(), more.begin(), more.end());
  }

  // An operator class without FAMILY has one of its own name.
  void add_families() {
    std::vector<Rename> more;
    for (const Rename& rename : list_) {
      const OperatorClass* before = live_.find<OperatorClass>(rename.from);
      const OperatorClass* wanted = desired_.find<OperatorClass>(rename.to);
      if (before == nullptr || wanted == nullptr) continue;
      const auto family_of = [](const OperatorClass& one) {
        return object_id(Kind::operator_family, one.family.schema, one.family.name, one.id.sub);
      };
      const auto has_own = [](const OperatorClass& one) {
        return one.family == QualifiedName{one.id.schema, one.id.name};
      };
      const ObjectId from = family_of(*before);
      const ObjectId to = family_of(*wanted);
      const bool is_known = std::any_of(list_.begin(), list_.end(), [&](const Rename& other) {
        return other.from == from || other.to == to;
      });
      if (!has_own(*before) || !has_own(*wanted) || is_known) continue;
      if (from == to || desired_.contains(renames_.desired(from)) ||
          live_.contains(renames_.live(to))) {
        continue;
      }
      more.push_back({from, to});
    }
    list_.insert(list_.end(), more.begin(), more.end());
  }

  const std::vector<RenameHint>& hints_;
  const Catalog& live_;
  const Catalog& desired_;
  const Scope& scope_;
  std::vector<Rename> list_;
  using Name = std::pair<Identifier, Identifier>;
  std::set<Name> taken_;  // by relations, before or after
  Renames renames_;       // of the stages that are decided
  ResolvedHints out_;
};

// `names`: of columns, before and after.
template <class V>
void add_columns_that_follow(const std::set<std::pair<Identifier, Identifier>>& names,
                             const Renames& renames, const Catalog& live, const Catalog& desired,
                             std::vector<Rename>& out) {
  const auto object = [&](const ObjectId& id) { return renames.desired(id); };
  for (const V* view : live.sorted<V>()) {
    const V* wanted = desired.find<V>(renames.desired(view->id));
    if (wanted == nullptr || wanted->query == view->query) continue;
    if (view->output.empty() || view->output.size() != wanted->output.size()) continue;
    // As canonical forms begin (Analyzer::query).
    std::string live_head = "view(";
    std::string desired_head = "view(";
    std::vector<Rename> own;
    bool follows = true;
    for (size_t i = 0; i < view->output.size(); ++i) {
      const ObjectId column = view->id.with_sub(Kind::column, view->output[i].first);
      const Identifier now = renames.desired(column).sub;
      const auto& [name, type] = wanted->output[i];
      TypeRef live_type = replaced(view->output[i].second, object);
      TypeRef desired_type = type;
      take_collation(live_type);
      take_collation(desired_type);
      live_head += quote(now) + " " + live_type.sql + ",";
      desired_head += quote(name) + " " + desired_type.sql + ",";
      if (now == name) continue;
      follows = follows && now == column.sub && names.contains({now, name});
      own.push_back({column, wanted->id.with_sub(Kind::column, name)});
    }
    live_head += ")";
    desired_head += ")";
    const std::string& before = view->query.canonical;
    const std::string& after = wanted->query.canonical;
    follows = follows && before.starts_with(live_head) && after.starts_with(desired_head) &&
              before.substr(live_head.size()) == after.substr(desired_head.size());
    if (follows) out.insert(out.end(), own.begin(), own.end());
  }
}

}  // namespace

std::vector<Rename> view_columns_that_follow(const Renames& renames, const Catalog& live,
                                             const Catalog& desired) {
  std::set<std::pair<Identifier, Identifier>> names;
  for (const Rename& rename : renames.list()) {
    if (rename.to.kind == Kind::column) names.emplace(rename.from.sub, rename.to.sub);
  }
  std::vector<Rename> out;
  if (names.empty()) return out;
  add_columns_that_follow<View>(names, renames, live, desired, out);
  add_columns_that_follow<MaterializedView>(names, renames, live, desired, out);
  return out;
}

std::string describe_renamed(const Catalog& catalog, const ObjectId& id) {
  if (is_label(id)) {
    return "label " + quote_literal(id.sub.str()) + " of " +
           describe(id.container(Kind::enum_type));
  }
  if (id.kind == Kind::column && catalog.contains(id.container(Kind::composite_type))) {
    return "attribute " + qualified_name(id);
  }
  return describe(id);
}

ResolvedHints resolve_hints(const std::vector<RenameHint>& hints, const Catalog& live,
                            const Catalog& desired, const Scope& scope) {
  return Resolver(hints, live, desired, scope).run();
}

}  // namespace schemadiff
