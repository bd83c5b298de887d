#include "engine/plan/declared_dependencies.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "engine/model/kind_traits.h"
#include "engine/model/references.h"
#include "engine/model/text_references.h"

namespace schemadiff {
namespace {

class Collector {
 public:
  explicit Collector(const Catalog& catalog) : catalog_(catalog) {
    for (const auto& [id, function] : catalog.objects<Function>()) {
      functions_[{id.schema, id.name}].push_back(id);
    }
    for (const auto& [id, key] : catalog.objects<Constraint>()) {
      const bool is_key =
          key.type == ConstraintType::primary_key || key.type == ConstraintType::unique;
      if (is_key) keys_[id.container(Kind::table)].push_back(&key);
    }
  }

  std::vector<Dependency> run() {
    for_each_kind([&]<class T>() {
      for (const auto& [id, object] : catalog_.objects<T>()) {
        // Privileges, comments and the like are parts of what they are on.
        if (id.of == Kind::none && id.kind != Kind::schema) collect(object);
      }
    });
    const auto key = [](const Dependency& d) {
      return std::tie(d.dependent, d.referenced, d.type);
    };
    std::sort(out_.begin(), out_.end(),
              [&](const Dependency& a, const Dependency& b) { return key(a) < key(b); });
    out_.erase(
        std::unique(out_.begin(), out_.end(),
                    [&](const Dependency& a, const Dependency& b) { return key(a) == key(b); }),
        out_.end());
    return std::move(out_);
  }

 private:
  template <class T>
  void collect(const T& object) {
    ReferenceSink sink;
    Rules<T>::references(object, sink);
    for (const ObjectId& used : sink.objects()) add(object.id, used, is_dropped_with(object));
    for (const QualifiedName& name : sink.functions()) {
      const auto found = functions_.find(name);
      if (found == functions_.end()) continue;
      for (const ObjectId& function : found->second) add(object.id, function, false);
    }
    for (const ObjectId& used : used_by_texts(object)) {
      add(object.id, used, is_dropped_with(object) && !is_exclusion(object));
    }
    if constexpr (kind_of<T> == Kind::constraint) add_key_of(object);
    if constexpr (kind_of<T> == Kind::sequence) {
      if (object.owned_by) out_.push_back({object.id, *object.owned_by, 'a'});
    }
  }

  // DROP of a column, or of a whole table, takes it along when it is a part of that table.
  template <class T>
  static bool is_dropped_with(const T&) {
    constexpr Kind kKind = kind_of<T>;
    return kKind == Kind::index || kKind == Kind::constraint || kKind == Kind::statistics ||
           kKind == Kind::column_default || kKind == Kind::column || kKind == Kind::trigger;
  }
  // What only its index uses does not.
  template <class T>
  static bool is_exclusion(const T& object) {
    if constexpr (kind_of<T> == Kind::constraint) return !object.exclusions.empty();
    return false;
  }

  void add_key_of(const Constraint& constraint) {
    if (!constraint.foreign_key) return;
    const auto keys = keys_.find(constraint.foreign_key->referenced_table);
    if (keys == keys_.end()) return;
    std::vector<Identifier> wanted = constraint.foreign_key->referenced_columns;
    std::sort(wanted.begin(), wanted.end());
    for (const Constraint* key : keys->second) {
      std::vector<Identifier> columns = key->columns;
      std::sort(columns.begin(), columns.end());
      if (wanted == columns) add(constraint.id, key->id, false);
    }
  }

  void add(const ObjectId& dependent, ObjectId used, bool dropped_with_own) {
    if (!used.known() || used == dependent) return;
    const ObjectId relation = used.kind == Kind::table || used.kind == Kind::column
                                  ? catalog_.find_relation(used.schema, used.name)
                                  : ObjectId{};
    if (used.kind == Kind::table && !catalog_.contains(used)) used = relation;
    // A column that is no object (a view's, an inherited one) goes with its relation.
    const bool is_derived = used.kind == Kind::column && !catalog_.contains(used);
    if (!is_derived && !catalog_.contains(used)) return;
    const ObjectId owner = owner_of(catalog_, dependent);
    const bool is_own =
        relation.known() && (owner == relation || owner_of(catalog_, owner) == relation);
    // A part of a table is not by itself one that uses the table.
    if (is_own && used == relation) return;
    const char type = is_own && dropped_with_own ? 'a' : 'n';
    if (used.known()) out_.push_back({dependent, used, type});
    if (is_derived && relation.known() && relation != dependent && !is_own) {
      out_.push_back({dependent, relation, type});
    }
  }

  const Catalog& catalog_;
  std::map<QualifiedName, std::vector<ObjectId>> functions_;
  std::unordered_map<ObjectId, std::vector<const Constraint*>> keys_;  // of tables
  std::vector<Dependency> out_;
};

}  // namespace

std::vector<Dependency> declared_dependencies(const Catalog& catalog) {
  return Collector(catalog).run();
}

}  // namespace schemadiff
