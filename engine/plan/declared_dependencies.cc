#include "engine/plan/declared_dependencies.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "engine/introspect/attachments.h"
#include "engine/model/ancestors.h"
#include "engine/model/kind_traits.h"
#include "engine/model/references.h"
#include "engine/model/text_references.h"
#include "engine/objects/index/backing.h"
#include "engine/plan/step.h"

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
    for (const auto& [id, column] : catalog.objects<Column>()) {
      if (!column.identity) continue;
      const QualifiedName& name = column.identity->sequence;
      identity_sequences_.insert(object_id(Kind::sequence, name.schema, name.name));
    }
    for (const auto& [id, of] : catalog.objects<OperatorClass>()) {
      if (of.is_default) default_classes_[{id.sub, of.type.sql}] = id;
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
    for (const ObjectId& used : used_by_texts(without_bound(object))) {
      add(object.id, used, is_dropped_with(object) && !is_exclusion(object));
    }
    if constexpr (kind_of<T> == Kind::index) {
      if (object.attached_to) out_.push_back({object.id, *object.attached_to, 'P'});
    }
    if constexpr (kind_of<T> == Kind::constraint) {
      add_key_of(object);
      if (const auto shape = index_shape(object)) add_default_classes(object, *shape);
    }
    if constexpr (kind_of<T> == Kind::index) add_default_classes(object, index_shape(object));
    if constexpr (kind_of<T> == Kind::operator_class) add_members_of(object);
    if constexpr (kind_of<T> == Kind::sequence) {
      if (object.owned_by) out_.push_back({object.id, *object.owned_by, 'a'});
    }
  }

  // A partition's bound is stored as values, and uses nothing.
  template <class T>
  static T without_bound(T object) {
    if constexpr (kind_of<T> == Kind::table) {
      if (object.partition_of) object.partition_of->bound = {};
    }
    return object;
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

  // Of those that the files make.
  void add_default_classes(const ObjectBase& object, const IndexShape& shape) {
    if (default_classes_.empty()) return;
    for (const IndexElement& element : shape.elements) {
      if (!element.operator_class.empty() || element.column.empty()) continue;
      const ObjectId relation = owner_of(catalog_, object.id);
      const Column* column = find_column(catalog_, relation.with_sub(Kind::column, element.column));
      if (column == nullptr) continue;
      const auto found = default_classes_.find({shape.method, column->type.sql});
      if (found != default_classes_.end()) add(object.id, found->second, false);
    }
  }

  void add_members_of(const OperatorClass& of) {
    const ObjectId family =
        object_id(Kind::operator_family, of.family.schema, of.family.name, of.id.sub);
    const OperatorFamily* found = catalog_.find<OperatorFamily>(family);
    if (found == nullptr) return;
    std::vector<FamilyMember> members;
    for (const FamilyMember& member : found->members) {
      if (member.tied_to == of.id) members.push_back(member);
    }
    Step step;
    consume_members(step, members);
    for (const ObjectId& used : step.consumes) add(of.id, used, false);
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
    // The sequence of an identity column is no object; the column is used as well.
    if (identity_sequences_.contains(used)) out_.push_back({dependent, used, 'n'});
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
  std::map<std::pair<Identifier, std::string>, ObjectId> default_classes_;  // of method and type
  std::unordered_map<ObjectId, std::vector<const Constraint*>> keys_;       // of tables
  std::unordered_set<ObjectId> identity_sequences_;
  std::vector<Dependency> out_;
};

}  // namespace

std::vector<Dependency> declared_dependencies(const Catalog& catalog) {
  return Collector(catalog).run();
}

std::vector<Attachment> declared_attachments(const Catalog& catalog,
                                             const std::vector<ObjectId>& objects) {
  std::vector<Attachment> out;
  for (const ObjectId& id : objects) {
    const ObjectId owner = owner_of(catalog, id);
    const Table* table = catalog.find<Table>(owner);
    if (table == nullptr || table->replica_identity.kind != ReplicaIdentityKind::index) continue;
    const Identifier index = id.kind == Kind::constraint ? id.sub : id.name;
    const bool has_index = id.kind == Kind::index || id.kind == Kind::constraint;
    if (!has_index || table->replica_identity.index != index) continue;
    out.push_back(replica_identity_attachment(id, owner, index));
  }
  return out;
}

}  // namespace schemadiff
