#include "engine/diff/scope.h"

#include <algorithm>

#include "engine/model/held_by.h"
#include "engine/model/kind_traits.h"
#include "engine/objects/index/part.h"

namespace schemadiff {
namespace {

bool any_names(const std::vector<ObjectPattern>& patterns, const ObjectId& id) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const ObjectPattern& pattern) { return pattern.matches(id); });
}

bool any_names(const std::vector<ObjectPattern>& patterns, const Catalog& catalog,
               const ObjectId& id) {
  for (ObjectId at = id; at.known(); at = held_by(catalog, at)) {
    if (any_names(patterns, at)) return true;
    if (at.schema.empty()) continue;
    if (any_names(patterns, object_id(Kind::schema, {}, at.schema))) return true;
  }
  return false;
}

// Exists in every new database; never dropped, and not created for a file that is silent about it.
bool is_initial(const ObjectId& id) {
  return (id.kind == Kind::schema && id.name == Identifier("public")) ||
         (id.kind == Kind::extension && id.name == Identifier("plpgsql"));
}

class ScopeApplication {
 public:
  ScopeApplication(Catalog& live, Catalog desired, const Scope& scope)
      : live_(live), desired_(std::move(desired)), scope_(scope) {}

  Scoped run() {
    remove_derived_indexes(true);
    note_schemas_of_excluded();
    note_patterns_of_nothing();
    for_each_kind([&]<class T>() { keep_out_of_scope_live<T>(); });
    remove_derived_indexes(false);
    for_each_kind([&]<class T>() { leave_out<T>(); });
    for_each_kind([&]<class T>() { take_desired<T>(); });
    for (const ObjectId& id : excluded_) {
      result_.unmanaged["excluded " + std::string(kind_word(id.kind))].push_back(
          qualified_name(id));
    }
    return std::move(result_);
  }

 private:
  // What partitions have of their parents' indexes and keys, and the file does not speak of. First
  // what is as PostgreSQL makes it; then what is not, and goes with what it is a part of.
  void remove_derived_indexes(bool plain_only) {
    std::vector<ImpliedPart> derived;
    const auto note = [&](const auto& part, const ObjectId& table) {
      if (desired_.contains(part.id) || result_.target.contains(part.id)) return;
      if (plain_only && !is_plain(part, live_)) return;
      derived.push_back({part.id, table, *part.attached_to});
    };
    for (const auto& [id, index] : live_.objects<Index>()) {
      if (index.attached_to) note(index, index.table);
    }
    for (const auto& [id, constraint] : live_.objects<Constraint>()) {
      const bool part = constraint.attached_to && constraint.attached_to->kind == Kind::constraint;
      if (part) note(constraint, id.container(Kind::table));
    }
    for (const ImpliedPart& part : derived) live_.erase(part.id);
    auto& all = result_.implied_parts;
    all.insert(all.end(), derived.begin(), derived.end());
  }

  bool is_excluded(const ObjectId& id) const {
    return scope_.excludes(live_, id) || scope_.excludes(desired_, id);
  }

  bool in_scope(const ObjectId& id) const {
    if (is_excluded(id)) return false;
    if (id.kind == Kind::schema) {
      // One that things in scope may need is created, but not dropped.
      return desired_.contains(id) ? scope_.includes_schema(id.name) : scope_.includes(live_, id);
    }
    if (id.kind == Kind::comment && !scope_.manages_comments()) return false;
    if (id.of != Kind::none) return in_scope(id.target());
    if (traits_of(id.kind).cluster_wide) {
      // Of others' roles we know nothing: nor of what they are members in.
      const auto declared = [&](Identifier name) {
        return name.empty() || desired_.contains(object_id(Kind::role, {}, name));
      };
      return scope_.manages_roles() &&
             (desired_.contains(id) || (declared(id.name) && declared(id.sub)));
    }
    if (traits_of(id.kind).database_wide) {
      // What belongs to something that is declared is declared with it.
      const ObjectId owner = owner_of(live_, id);
      return scope_.whole_database() || scope_.names(owner.known() ? owner : id) ||
             desired_.contains(owner.known() ? owner : id);
    }
    if (id.kind == Kind::default_privilege && id.schema.empty()) {
      return scope_.whole_database() || desired_.contains(id);
    }
    return scope_.includes(live_, id) || scope_.includes(desired_, id);
  }

  // A table that becomes a plain one, or is partitioned in another way, has no place for partitions
  // that the file does not declare.
  bool is_partitioned_alike(const ObjectId& id) const {
    const Table* before = live_.find<Table>(id);
    const Table* after = desired_.find<Table>(id);
    if (before == nullptr || after == nullptr) return false;
    const auto& was = before->partition_key;
    const auto& is = after->partition_key;
    return was.has_value() == is.has_value() && (!was || was->strategy == is->strategy);
  }

  bool is_left_alone(const ObjectId& id) {
    if (!id.known()) return false;
    const auto known = memo_.find(id);
    if (known != memo_.end()) return known->second;
    const bool answer = decide_left_alone(id);
    memo_[id] = answer;
    return answer;
  }

  // A comment, privilege or owner is not there without what it is of.
  bool goes_with_its_object(const ObjectId& id) {
    if (id.of == Kind::none) return false;
    const ObjectId object = id.target();
    return live_.contains(object) && !desired_.contains(object) && !is_left_alone(object);
  }

  bool holds_excluded(const ObjectId& id) const {
    return id.kind == Kind::schema && !desired_.contains(id) &&
           schemas_of_excluded_.contains(id.name);
  }

  bool decide_left_alone(const ObjectId& id) {
    if (desired_.contains(id) && in_scope(id)) return false;
    // A publication that is left alone loses the tables and schemas that go all the same.
    if (const PublishedTable* published = live_.find<PublishedTable>(id)) {
      if (!desired_.contains(published->table) && !is_left_alone(published->table)) return false;
    }
    if (id.kind == Kind::published_schema) {
      const ObjectId schema = object_id(Kind::schema, {}, id.sub);
      if (!desired_.contains(schema) && !is_left_alone(schema)) return false;
    }
    if (goes_with_its_object(id)) return false;
    if (!in_scope(id) || holds_excluded(id)) return true;
    if (desired_.contains(id)) return false;
    const bool on_initial = id.kind == Kind::comment && is_initial(id.target());
    if (is_initial(id) || on_initial) return true;
    if (id.kind == Kind::table && !scope_.whole_database()) {
      const Table* table = live_.find<Table>(id);
      if (table != nullptr && table->partition_of) {
        const ObjectId& parent = table->partition_of->parent;
        const bool exact = scope_.has_exact_partitions(parent);
        if ((is_partitioned_alike(parent) && !exact) || is_left_alone(parent)) {
          result_.unmanaged["live partition"].push_back(qualified_name(id));
          return true;
        }
      }
    }
    const ObjectId owner = owner_of(live_, id);
    return owner.known() && !scope_.names(id) && is_left_alone(owner);
  }

  // True: it is counted as such. What is only of another object goes without saying.
  bool note_excluded(const ObjectId& id) {
    if (id.of != Kind::none || !scope_.excludes_itself(id)) return false;
    excluded_.insert(id);
    return true;
  }

  // A misspelt one would leave its object to be dropped, or everything alone, without a word.
  void note_patterns_of_nothing() {
    const auto names_any = [](const ObjectPattern& pattern, const Catalog& catalog) {
      bool found = false;
      for_each_kind([&]<class T>() {
        for (const auto& [id, object] : catalog.objects<T>()) {
          if (found) return;
          found = pattern.matches(id) ||
                  (id.kind == Kind::table && pattern.matches(id.container(Kind::rows)));
        }
      });
      return found;
    };
    for (const ObjectPattern& pattern : scope_.selections()) {
      if (names_any(pattern, live_) || names_any(pattern, desired_)) continue;
      result_.selections_of_nothing.push_back(pattern);
    }
    for (const ObjectPattern& pattern : scope_.exclusions()) {
      if (names_any(pattern, live_) || names_any(pattern, desired_)) continue;
      result_.exclusions_of_nothing.push_back(pattern.text());
    }
  }

  void note_schemas_of_excluded() {
    if (!scope_.excludes_anything()) return;
    for_each_kind([&]<class T>() {
      for (const auto& [id, object] : live_.objects<T>()) {
        if (!id.schema.empty() && scope_.excludes(live_, id))
          schemas_of_excluded_.insert(id.schema);
      }
    });
  }

  template <class T>
  void keep_out_of_scope_live() {
    for (const T* object : live_.sorted<T>()) {
      if (!is_left_alone(object->id)) continue;
      result_.left_alone.insert(object->id);
      result_.target.add(*object);
      if (note_excluded(object->id)) continue;
      if (object->id.kind == Kind::schema && !is_initial(object->id)) {
        result_.unmanaged["schema"].push_back(quote(object->id.name));
      }
      if (traits_of(object->id.kind).cluster_wide && !scope_.manages_roles()) continue;
      const bool part = held_by(live_, object->id).known();
      // Beside what --schema names in the same schema.
      const bool beside = !object->id.schema.empty() && scope_.includes_schema(object->id.schema) &&
                          !scope_.includes(live_, object->id);
      const bool wide = traits_of(object->id.kind).database_wide && !is_initial(object->id);
      if ((beside || wide) && !part) {
        result_.unmanaged[std::string(kind_word(object->id.kind))].push_back(
            qualified_name(object->id));
      }
    }
  }

  // Before any is taken: another may be asked what it is a part of.
  template <class T>
  void leave_out() {
    for (const auto& [id, object] : desired_.objects<T>()) {
      if (in_scope(id)) continue;
      result_.left_out.insert(id);
      note_excluded(id);
    }
  }

  template <class T>
  void take_desired() {
    for (auto& [id, object] : desired_.objects<T>()) {
      if (!result_.left_out.contains(id)) result_.target.add(std::move(object));
    }
  }

  Catalog& live_;
  Catalog desired_;
  const Scope& scope_;
  Scoped result_;
  std::unordered_map<ObjectId, bool> memo_;
  std::set<ObjectId> excluded_;  // by their own names
  std::set<Identifier> schemas_of_excluded_;
};

}  // namespace

bool Scope::whole_database() const {
  return std::any_of(options_.only.begin(), options_.only.end(),
                     [](const ObjectPattern& pattern) { return pattern.is_everything(); });
}

bool Scope::includes_schema(Identifier schema) const {
  if (options_.only.empty()) {
    return schema == Identifier("public") || options_.mentioned.contains(schema);
  }
  return std::any_of(options_.only.begin(), options_.only.end(),
                     [&](const auto& pattern) { return pattern.reaches_into(schema); });
}

bool Scope::includes(const Catalog& catalog, const ObjectId& id) const {
  if (options_.only.empty()) return includes_schema(schema_of(id));
  return whole_database() || any_names(options_.only, catalog, id);
}

bool Scope::excludes(const Catalog& catalog, const ObjectId& id) const {
  return excludes_anything() && any_names(options_.exclude, catalog, id);
}

bool Scope::names(const ObjectId& id) const { return any_names(options_.only, id); }
bool Scope::excludes_itself(const ObjectId& id) const { return any_names(options_.exclude, id); }

Scoped apply_scope(Catalog& live, Catalog desired, const Scope& scope) {
  return ScopeApplication(live, std::move(desired), scope).run();
}

}  // namespace schemadiff
