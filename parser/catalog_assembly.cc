#include "parser/catalog_assembly.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "engine/model/ancestors.h"
#include "engine/model/default_names.h"
#include "engine/model/held_by.h"
#include "engine/model/kind_traits.h"
#include "engine/model/replace_ids.h"
#include "engine/objects/index/part.h"
#include "engine/objects/trigger/clone.h"
#include "parser/statements/index_parts.h"

namespace schemadiff {
namespace {

bool shares_pg_class(Kind kind) { return traits_of(kind).in_pg_class; }
bool shares_pg_type(Kind kind) { return traits_of(kind).in_pg_type; }
// What a child of the same name merges with when a table is created or attached: everything but
// what each relation has for itself.
bool same_definition(const Constraint& a, const Constraint& b) {
  if (a.type != b.type) return false;
  switch (a.type) {
    case ConstraintType::check:
      return a.id.sub == b.id.sub && !b.no_inherit;
    case ConstraintType::foreign_key:
      return a.columns == b.columns && a.foreign_key == b.foreign_key;
    case ConstraintType::primary_key:
    case ConstraintType::unique:
      return a.columns == b.columns && a.include == b.include &&
             a.nulls_not_distinct == b.nulls_not_distinct && a.deferrable == b.deferrable &&
             a.initially_deferred == b.initially_deferred;
    case ConstraintType::exclusion:
      return a.method == b.method && a.exclusions == b.exclusions;
  }
  return false;
}

}  // namespace

CatalogAssembly::CatalogAssembly(const SystemCatalog& system, const SourceSet& sources,
                                 Diagnostics& diagnostics)
    : names(system), sources(sources), diagnostics(diagnostics) {}

// ---- namespaces

ObjectId CatalogAssembly::relation(Identifier schema, Identifier name) const {
  const auto found = relations_.find({schema, name});
  return found == relations_.end() ? ObjectId{} : found->second;
}

ObjectId CatalogAssembly::type(Identifier schema, Identifier name) const {
  const auto found = types_.find({schema, name});
  return found == types_.end() ? ObjectId{} : found->second;
}

bool CatalogAssembly::constraint_name_taken(Identifier schema, Identifier name) const {
  const auto found = constraint_names_.find({schema, name});
  return found != constraint_names_.end() && found->second > 0;
}

bool CatalogAssembly::claim(const ObjectId& id, ObjectId& other) {
  const SchemaName name{id.schema, id.name};
  if (shares_pg_class(id.kind)) {
    if (const auto found = relations_.find(name); found != relations_.end()) {
      other = found->second;
      return false;
    }
  }
  if (shares_pg_type(id.kind)) {
    if (const auto found = types_.find(name); found != types_.end()) {
      other = found->second;
      return false;
    }
  }
  if (catalog.contains(id)) {
    other = id;
    return false;
  }
  if (shares_pg_class(id.kind)) relations_.emplace(name, id);
  if (shares_pg_type(id.kind)) types_.emplace(name, id);
  if (id.kind == Kind::constraint || id.kind == Kind::domain_constraint) claim_constraint(id);
  return true;
}

void CatalogAssembly::borrow(const Catalog& around, const Catalog& alone,
                             const std::set<Identifier>& schemas) {
  Catalog copies;
  const auto take = [&](const auto& object) {
    auto copy = object;
    copy.source = {};
    borrowed.insert(copy.id);
    copies.add(std::move(copy));
  };
  for_each_kind([&]<class T>() {
    for (const auto& [id, object] : around.objects<T>()) {
      if (id.of == Kind::none && schemas.contains(schema_of(id))) take(object);
    }
    for (const auto& [id, object] : alone.objects<T>()) {
      if (schemas.contains(schema_of(id))) continue;
      const ObjectId whole = whole_of(alone, id);
      if (!names.declares_type(whole.schema, whole.name)) take(object);
    }
  });
  if (borrowed.empty()) return;
  names.declare_all(copies);
  std::vector<const Column*> columns = copies.sorted<Column>();
  std::stable_sort(columns.begin(), columns.end(),
                   [](const Column* a, const Column* b) { return a->position < b->position; });
  for (const Column* column : columns) {
    shape(column->id.container(Kind::table)).columns.push_back(column->id.sub);
  }
  for (const Constraint* constraint : copies.sorted<Constraint>()) {
    const ObjectId& id = constraint->id;
    shape(id.container(Kind::table)).constraints.push_back(id);
    if (has_index(*constraint)) claim_relation(id.schema, id.sub, id);
  }
  for (const Index* index : copies.sorted<Index>())
    shape(index->table).indexes.push_back(index->id);
  for (const auto& [id, table] : copies.objects<Table>()) {
    for (const ObjectId& parent : parents_of(copies, id)) has_child(parent);
  }
  for_each_kind([&]<class T>() {
    for (auto& [id, object] : copies.objects<T>()) {
      ObjectId other;
      claim(id, other);
      catalog.add(std::move(object));
    }
  });
}

void CatalogAssembly::claim_relation(Identifier schema, Identifier name, const ObjectId& id) {
  relations_.emplace(SchemaName{schema, name}, id);
}

void CatalogAssembly::claim_constraint(const ObjectId& id) {
  ++constraint_names_[{id.schema, id.sub}];
}

void CatalogAssembly::release_relation(const ObjectId& id) {
  std::erase_if(relations_, [&](const auto& entry) { return entry.second == id; });
}

void CatalogAssembly::declare_foreign_table(Identifier schema, Identifier name) {
  foreign_tables_[{schema, name}] = true;
}

bool CatalogAssembly::is_foreign_table(Identifier schema, Identifier name,
                                       const SearchPath& path) const {
  if (!schema.empty()) return foreign_tables_.contains({schema, name});
  for (const Identifier where : path.schemas()) {
    if (foreign_tables_.contains({where, name})) return true;
  }
  return false;
}

void CatalogAssembly::release(const ObjectId& id) {
  const SchemaName name{id.schema, id.name};
  if (shares_pg_class(id.kind)) relations_.erase(name);
  if (shares_pg_type(id.kind)) types_.erase(name);
  if (id.kind == Kind::constraint || id.kind == Kind::domain_constraint) {
    --constraint_names_[{id.schema, id.sub}];
    const auto index = relations_.find({id.schema, id.sub});
    if (index != relations_.end() && index->second == id) relations_.erase(index);
  }
}

Identifier CatalogAssembly::choose_relation_name(Identifier schema, std::string_view name1,
                                                 std::string_view name2, std::string_view label,
                                                 bool is_constraint) const {
  return choose_object_name(name1, name2, label, [&](std::string_view candidate) {
    return relation(schema, candidate).known() ||
           (is_constraint && constraint_name_taken(schema, candidate));
  });
}

Identifier CatalogAssembly::choose_constraint_name(Identifier schema, std::string_view name1,
                                                   std::string_view name2,
                                                   std::string_view label) const {
  return choose_object_name(name1, name2, label, [&](std::string_view candidate) {
    return constraint_name_taken(schema, candidate);
  });
}

Identifier CatalogAssembly::choose_key_name(const Constraint& key,
                                            const std::vector<std::string>& index_columns) const {
  const std::string& table = key.id.name.str();
  if (key.type == ConstraintType::primary_key) {
    return choose_relation_name(key.id.schema, table, "", "pkey", true);
  }
  std::vector<std::string> names;
  for (const Identifier column : key.columns) names.push_back(column.str());
  names.insert(names.end(), index_columns.begin(), index_columns.end());
  for (const Identifier column : key.include) names.push_back(column.str());
  return choose_relation_name(key.id.schema, table, index_name_addition(names),
                              key.type == ConstraintType::unique ? "key" : "excl", true);
}

// ---- tables

const TableShape* CatalogAssembly::find_shape(const ObjectId& table) const {
  const auto found = shapes_.find(table);
  return found == shapes_.end() ? nullptr : &found->second;
}

std::vector<Identifier> CatalogAssembly::columns(const ObjectId& id) const {
  std::vector<Identifier> out;
  std::unordered_set<Identifier> seen;
  const auto add = [&](Identifier name) {
    if (seen.insert(name).second) out.push_back(name);
  };
  const TableShape* shape = find_shape(id);
  const auto add_own = [&] {
    if (shape == nullptr) return;
    for (const Identifier name : shape->columns) add(name);
  };
  if (shape != nullptr && shape->joined_later) add_own();
  for (const ObjectId& parent : parents_of(catalog, id)) {
    if (parent == id) continue;
    for (const Identifier name : columns(parent)) add(name);
  }
  add_own();
  return out;
}

std::vector<ObjectId> CatalogAssembly::descendants(const ObjectId& table) const {
  std::vector<ObjectId> out = {table};
  for (size_t i = 0; i < out.size(); ++i) {
    for (const auto& [id, other] : catalog.objects<Table>()) {
      const ObjectId& above = out[i];
      if (is_child(other, above) && std::find(out.begin(), out.end(), id) == out.end())
        out.push_back(id);
    }
  }
  out.erase(out.begin());
  return out;
}

const Column* CatalogAssembly::column(const ObjectId& table, Identifier name) const {
  if (const Column* own = catalog.find<Column>(table.with_sub(Kind::column, name))) return own;
  for (const ObjectId& parent : parents_of(catalog, table)) {
    if (parent == table) continue;
    if (const Column* inherited = column(parent, name)) return inherited;
  }
  return nullptr;
}

const ColumnDefault* CatalogAssembly::default_of(const ObjectId& table, Identifier name) const {
  const auto* own = catalog.find<ColumnDefault>(table.with_sub(Kind::column_default, name));
  return own != nullptr ? own : inherited_default(table, name);
}

const ColumnDefault* CatalogAssembly::inherited_default(const ObjectId& table,
                                                        Identifier name) const {
  for (const ObjectId& parent : parents_of(catalog, table)) {
    if (parent == table) continue;
    const ColumnDefault* found = default_of(parent, name);
    if (found != nullptr && !found->expression.empty()) return found;
  }
  return nullptr;
}

void CatalogAssembly::say_no_default(const ObjectId& table, Identifier name, SourceSpan where) {
  ColumnDefault none;
  none.id = table.with_sub(Kind::column_default, name);
  none.source = where;
  catalog.erase(none.id);
  catalog.add(std::move(none));
}

void CatalogAssembly::change_default_only_here(const ObjectId& table, Identifier name,
                                               SourceSpan where) {
  if (!parents_.contains(table)) return;
  std::vector<ColumnDefault> kept;
  for (const auto& [id, child] : catalog.objects<Table>()) {
    const ObjectId below = id.with_sub(Kind::column_default, name);
    if (!is_child(child, table) || catalog.contains(below)) continue;
    ColumnDefault& copy = kept.emplace_back();
    if (const ColumnDefault* value = inherited_default(id, name)) copy = *value;
    copy.id = below;
    copy.source = where;
  }
  for (ColumnDefault& value : kept) catalog.add(std::move(value));
}

const Constraint* CatalogAssembly::primary_key(const ObjectId& table) const {
  if (const TableShape* shape = find_shape(table)) {
    for (const ObjectId& id : shape->constraints) {
      const Constraint* constraint = catalog.find<Constraint>(id);
      if (constraint != nullptr && constraint->type == ConstraintType::primary_key) {
        return constraint;
      }
    }
  }
  const Table* object = catalog.find<Table>(table);
  if (object == nullptr || !object->partition_of) return nullptr;
  return primary_key(object->partition_of->parent);
}

// ---- changes of what is there

void CatalogAssembly::remove(const ObjectId& id) {
  std::vector<ObjectId> doomed;
  const auto add_comment = [&](const ObjectId& target) {
    if (catalog.find<Comment>(target.commented()) != nullptr) doomed.push_back(target.commented());
    for (const auto& [label, object] : catalog.objects<SecurityLabel>()) {
      if (label.target() == target) doomed.push_back(label);
    }
  };
  const bool container = shares_pg_class(id.kind) || id.kind == Kind::domain;
  const auto collect = [&]<class T>() {
    for (const auto& [sub, object] : catalog.objects<T>()) {
      if (sub.schema == id.schema && sub.name == id.name) doomed.push_back(sub);
    }
  };
  if (container && id.kind != Kind::index) {
    collect.operator()<Column>();
    collect.operator()<ColumnDefault>();
    collect.operator()<Constraint>();
    collect.operator()<DomainConstraint>();
    collect.operator()<Trigger>();
    collect.operator()<Policy>();
    collect.operator()<Rule>();
    collect.operator()<PublishedTable>();
    for (const auto& [sub, index] : catalog.objects<Index>()) {
      if (index.table == id) doomed.push_back(sub);
    }
    for (const auto& [sub, statistics] : catalog.objects<Statistics>()) {
      if (statistics.table == id) doomed.push_back(sub);
    }
    for (const auto& [sub, comment] : catalog.objects<Comment>()) {
      const bool column_comment =
          comment.id.of == Kind::column && sub.schema == id.schema && sub.name == id.name;
      if (column_comment) doomed.push_back(sub);
    }
    for (const auto& [sub, sequence] : catalog.objects<Sequence>()) {
      const bool owned = sequence.owned_by && sequence.owned_by->schema == id.schema &&
                         sequence.owned_by->name == id.name;
      if (owned && sub != id) doomed.push_back(sub);
    }
    shapes_.erase(id);
  }
  if (id.kind == Kind::column) {
    const ObjectId table = id.container(Kind::table);
    doomed.push_back(id.with_sub(Kind::column_default, id.sub));
    for (const auto& [sub, sequence] : catalog.objects<Sequence>()) {
      if (sequence.owned_by == id) doomed.push_back(sub);
    }
    for (const auto& [sub, constraint] : catalog.objects<Constraint>()) {
      if (sub.schema != id.schema || sub.name != id.name) continue;
      const auto& list = constraint.columns;
      if (std::find(list.begin(), list.end(), id.sub) != list.end()) doomed.push_back(sub);
    }
    for (const auto& [sub, index] : catalog.objects<Index>()) {
      if (index.table != table) continue;
      const bool uses =
          std::any_of(index.elements.begin(), index.elements.end(),
                      [&](const IndexElement& e) { return e.column == id.sub; }) ||
          std::find(index.include.begin(), index.include.end(), id.sub) != index.include.end();
      if (uses) doomed.push_back(sub);
    }
    TableShape& columns_of = shape(table);
    std::erase(columns_of.columns, id.sub);
    columns_of.overrides.erase(id.sub);
  }
  if (id.kind == Kind::constraint) {
    const auto found = shapes_.find(id.container(Kind::table));
    if (found != shapes_.end()) std::erase(found->second.constraints, id);
  }
  std::vector<ObjectId> wholes = {id};
  for (size_t i = 0; i < wholes.size(); ++i) {
    for (const ObjectId& part : implied_) {
      const Index* index = catalog.find<Index>(part);
      const Constraint* key = catalog.find<Constraint>(part);
      if ((index != nullptr && index->attached_to == wholes[i]) ||
          (key != nullptr && key->attached_to == wholes[i])) {
        wholes.push_back(part);
        doomed.push_back(part);
      }
    }
  }
  if (id.kind == Kind::schema) {
    for_each_kind([&]<class T>() {
      if constexpr (kind_of<T> != Kind::schema && kind_of<T> != Kind::extension) {
        for (const auto& [sub, object] : catalog.objects<T>()) {
          if (sub.schema == id.name) doomed.push_back(sub);
        }
      }
    });
  }
  if (id.kind == Kind::publication) {
    const auto collect_parts = [&]<class T>() {
      for (const auto& [part, object] : catalog.objects<T>()) {
        if (owner_of(catalog, part) == id) doomed.push_back(part);
      }
    };
    collect_parts.operator()<PublishedTable>();
    collect_parts.operator()<PublishedSchema>();
  }
  forget_rows(id);
  const size_t direct = doomed.size();
  for (size_t i = 0; i < direct; ++i) add_comment(doomed[i]);
  add_comment(id);
  doomed.push_back(id);
  for (const ObjectId& gone : doomed) {
    access.forget(gone);
    catalog.erase(gone.owned());
    if (gone.kind == Kind::constraint && gone != id) {
      const auto found = shapes_.find(gone.container(Kind::table));
      if (found != shapes_.end()) std::erase(found->second.constraints, gone);
    }
    if (const Index* index = catalog.find<Index>(gone)) {
      const auto found = shapes_.find(index->table);
      if (found != shapes_.end()) std::erase(found->second.indexes, gone);
    }
    implied_.erase(gone);
    if (catalog.erase(gone)) release(gone);
  }
}

bool CatalogAssembly::rename(const ObjectId& from, const ObjectId& to) {
  if (from == to) return true;
  const SchemaName target{to.schema, to.name};
  if (shares_pg_class(from.kind) && relations_.contains(target)) return false;
  if (shares_pg_type(from.kind) && types_.contains(target)) return false;
  if (catalog.contains(to)) return false;
  if (from.kind == Kind::table) name_parts(from);  // by the name that it has yet

  const bool container = shares_pg_class(from.kind) || from.kind == Kind::domain;
  const bool whole_schema = from.kind == Kind::schema;
  const auto is_sub_kind = [](Kind kind) {
    return kind == Kind::column || kind == Kind::column_default || kind == Kind::constraint ||
           kind == Kind::domain_constraint || kind == Kind::trigger || kind == Kind::policy ||
           kind == Kind::rule || kind == Kind::published_table;
  };
  const auto map_plain = [&](const ObjectId& id) -> ObjectId {
    if (id == from) return to;
    // Comments on the index of a key call it by its own name.
    if (from.kind == Kind::constraint && id == object_id(Kind::index, from.schema, from.sub) &&
        !catalog.contains(id)) {
      return object_id(Kind::index, to.schema, to.sub);
    }
    ObjectId out = id;
    if (whole_schema) {
      if (out.kind != Kind::schema && out.kind != Kind::extension && out.schema == from.name) {
        out.schema = to.name;
      }
      return out;
    }
    // The sequence of an identity column goes by the column.
    const bool is_part = is_sub_kind(id.kind) || (id.kind == Kind::sequence && !id.sub.empty());
    if (container && is_part && id.schema == from.schema && id.name == from.name) {
      out.schema = to.schema;
      out.name = to.name;
    }
    // A column's default goes with it, and so does the sequence of its identity.
    if (from.kind == Kind::column && (id == from.with_sub(Kind::column_default, from.sub) ||
                                      id == from.with_sub(Kind::sequence, from.sub))) {
      out.sub = to.sub;
    }
    // Indexes and owned sequences stay in the schema of their table.
    return out;
  };
  const auto map = [&](const ObjectId& id) -> ObjectId {
    return id.of == Kind::none ? map_plain(id) : id.about(map_plain(id.target()));
  };
  const auto name = [&](Kind kind, const QualifiedName& known) -> QualifiedName {
    if (kind == from.kind && known == QualifiedName{from.schema, from.name}) {
      return {to.schema, to.name};
    }
    return {whole_schema && known.schema == from.name ? to.name : known.schema, known.name};
  };
  replace_ids(catalog, {map, name});
  access.rename(map);
  if (parents_.contains(from)) parents_.insert(to);

  std::vector<ObjectId> indexes;  // SET SCHEMA takes them along
  if (container && from.schema != to.schema) {
    for (const auto& [id, index] : catalog.objects<Index>()) {
      if (index.table == to) indexes.push_back(id);
    }
    for (const auto& [id, sequence] : catalog.objects<Sequence>()) {
      const bool owned = sequence.owned_by && sequence.owned_by->schema == to.schema &&
                         sequence.owned_by->name == to.name && id.schema == from.schema;
      if (owned) indexes.push_back(id);
    }
  }
  // What children say of a renamed column follows it, and so do rows.
  if (from.kind == Kind::column) {
    const std::vector<ObjectId> tables = with_descendants(from.container(Kind::table));
    for (DeclaredRows& declared : rows) {
      const bool has_it = std::find(tables.begin(), tables.end(), declared.table) != tables.end();
      if (has_it) declared.rename_column(from.sub, to.sub);
    }
    for (const ObjectId& table : tables) {
      auto& overrides = shape(table).overrides;
      if (auto moved = overrides.extract(from.sub); !moved.empty()) {
        moved.key() = to.sub;
        overrides.insert(std::move(moved));
      }
    }
  }
  // The namespaces and shapes follow: rebuilt, a rename is rare.
  const auto remap = [&](NameMap& names) {
    NameMap out;
    for (const auto& [name, id] : names) {
      const ObjectId now = map(id);
      SchemaName key = name;
      if (id == from && key == SchemaName{from.schema, from.name}) key = {to.schema, to.name};
      if (id.kind == Kind::constraint && now != id) {
        key = {now.schema, id == from ? now.sub : key.name};
      }
      if (whole_schema && key.schema == from.name) key.schema = to.name;
      out.emplace(key, now);
    }
    names = std::move(out);
  };
  remap(relations_);
  remap(types_);
  if (from.kind == Kind::constraint || from.schema != to.schema || whole_schema) {
    constraint_names_.clear();
    for (const auto& [id, constraint] : catalog.objects<Constraint>()) claim_constraint(id);
    for (const auto& [id, constraint] : catalog.objects<DomainConstraint>()) claim_constraint(id);
  }
  std::unordered_map<ObjectId, TableShape> shapes;
  for (auto& [table, shape] : shapes_) {
    for (ObjectId& id : shape.constraints) id = map(id);
    for (ObjectId& id : shape.indexes) id = map(id);
    if (from.kind == Kind::column && table == from.container(Kind::table)) {
      std::replace(shape.columns.begin(), shape.columns.end(), from.sub, to.sub);
    }
    shapes.emplace(map(table), std::move(shape));
  }
  shapes_ = std::move(shapes);
  for (const ObjectId& id : indexes) {
    ObjectId moved = id;
    moved.schema = to.schema;
    rename(id, moved);
  }
  rows_declared_alike_.clear();
  for (DeclaredRows& declared : rows) {
    if (from.kind == Kind::constraint && declared.table == from.container(Kind::table) &&
        declared.conflict_constraint == from.sub) {
      declared.conflict_constraint = to.sub;
    }
    declared.table = map(declared.table);
  }
  for (Expectation& expectation : expectations_) expectation.id = map(expectation.id);
  std::unordered_map<ObjectId, SourceSpan> attached_at;
  for (const auto& [id, where] : attached_at_) attached_at.emplace(map(id), where);
  attached_at_ = std::move(attached_at);
  std::unordered_set<ObjectId> only_here;
  for (const ObjectId& id : only_here_) only_here.insert(map(id));
  only_here_ = std::move(only_here);
  std::unordered_map<ObjectId, std::vector<std::string>> index_columns;
  for (auto& [id, columns] : index_columns_) index_columns.emplace(map(id), std::move(columns));
  index_columns_ = std::move(index_columns);
  std::unordered_set<ObjectId> implied;
  for (const ObjectId& id : implied_) implied.insert(map(id));
  implied_ = std::move(implied);
  if (from.name == to.name && from.sub == to.sub) return true;
  implied_.erase(to);
  if (Index* index = catalog.find<Index>(to)) index->name_is_predicted = false;
  if (Constraint* constraint = catalog.find<Constraint>(to)) constraint->name_is_predicted = false;
  return true;
}

// ---- the end

void CatalogAssembly::expect(const ObjectId& id, SourceSpan where, std::string message,
                             std::string hint) {
  expectations_.push_back({id, where, std::move(message), std::move(hint)});
}

std::vector<ObjectId> CatalogAssembly::with_descendants(const ObjectId& table) const {
  std::vector<ObjectId> out = descendants(table);
  out.push_back(table);
  return out;
}

void CatalogAssembly::forget_rows(const ObjectId& gone) {
  if (gone.kind != Kind::table && gone.kind != Kind::column) return;
  rows_declared_alike_.clear();
  std::erase_if(rows, [&](const DeclaredRows& declared) { return declared.table == gone; });
  if (gone.kind == Kind::table) return;
  if (rows.empty()) return;
  const std::vector<ObjectId> tables = with_descendants(gone.container(Kind::table));
  for (DeclaredRows& declared : rows) {
    const bool has_it = std::find(tables.begin(), tables.end(), declared.table) != tables.end();
    if (has_it) declared.drop_column(gone.sub);
  }
  std::erase_if(rows, [](const DeclaredRows& declared) { return declared.columns.empty(); });
}

void CatalogAssembly::declare_rows(DeclaredRows declared) {
  const auto [known, is_new] = rows_declared_alike_.emplace(declared.likeness(), rows.size());
  if (is_new) {
    rows.push_back(std::move(declared));
  } else {
    rows[known->second].append(declared);
  }
}

void CatalogAssembly::finish(bool names_all_parts) {
  for (size_t i = 0; i < actions_.size(); ++i) actions_[i](*this);
  for (const Expectation& expectation : expectations_) {
    if (!catalog.contains(expectation.id)) {
      diagnostics.error(expectation.where, expectation.message, expectation.hint);
    }
  }
  complete_foreign_keys();
  take_in_partition_indexes(names_all_parts);
  validate_partition_indexes();
  merge_children();
  forget_clones();
  if (names_all_parts) {
    // What is there has a name, said or not.
    for (const auto& [name, id] : relations_) {
      Column* column = catalog.find<Column>(id);
      if (column == nullptr || !column->identity || !column->identity->sequence.empty()) continue;
      column->identity->sequence = {name.schema, name.name};
    }
    return;
  }
  forget_plain_parts(catalog, [&](const ObjectId& part) { return implied_.contains(part); });
}

bool CatalogAssembly::clones_trigger(const ObjectId& id) const {
  const ObjectId table = id.container(Kind::table);
  const Table* partition = catalog.find<Table>(table);
  if (partition == nullptr || !partition->partition_of) return false;
  const ObjectId above = partition->partition_of->parent.with_sub(Kind::trigger, id.sub);
  const Trigger* trigger = catalog.find<Trigger>(above);
  if (trigger != nullptr && !is_clone(*trigger)) return trigger->for_each_row;
  return clones_trigger(above);
}

void CatalogAssembly::switch_trigger(const ObjectId& id, TriggerState state, bool only,
                                     SourceSpan where) {
  const auto clone_of = [&](const ObjectId& table) {
    Trigger clone;
    clone.id = table.with_sub(Kind::trigger, id.sub);
    clone.source = where;
    clone.relation = table;
    return clone;
  };
  const ObjectId table = id.container(Kind::table);
  for (const ObjectId& below : descendants(table)) {
    const ObjectId part = below.with_sub(Kind::trigger, id.sub);
    if (!clones_trigger(part)) continue;
    if (only && !catalog.contains(part)) {
      Trigger clone = clone_of(below);
      clone.enabled = state_of_clone(catalog, part);
      catalog.add(std::move(clone));
    } else if (!only) {
      catalog.erase(part);
    }
  }
  if (!catalog.contains(id)) catalog.add(clone_of(table));
  catalog.find<Trigger>(id)->enabled = state;
}

// What is switched as that of the parent is, is no object.
void CatalogAssembly::forget_clones() {
  std::vector<ObjectId> forgotten;
  for (const Trigger* clone : catalog.sorted<Trigger>()) {
    if (!is_clone(*clone)) continue;
    const Trigger* above = trigger_above(catalog, clone->id);
    if (above == nullptr || above->enabled == clone->enabled) forgotten.push_back(clone->id);
  }
  for (const ObjectId& id : forgotten) catalog.erase(id);
}

void CatalogAssembly::complete_foreign_keys() {
  std::vector<Constraint*> keys;
  for (auto& [id, constraint] : catalog.objects<Constraint>()) {
    if (constraint.foreign_key) keys.push_back(&constraint);
  }
  std::sort(keys.begin(), keys.end(),
            [](const Constraint* a, const Constraint* b) { return a->id < b->id; });
  for (Constraint* constraint : keys) {
    ForeignKey& key = *constraint->foreign_key;
    if (!key.referenced_table.known()) continue;  // its handler said so, at the name itself
    if (!catalog.contains(key.referenced_table)) {
      diagnostics.error(constraint->source,
                        fmt::format("{} refers to {}, which does not exist",
                                    describe(constraint->id), describe(key.referenced_table)));
      continue;
    }
    if (key.referenced_columns.empty()) {
      const Constraint* primary = primary_key(key.referenced_table);
      if (primary == nullptr) {
        diagnostics.error(constraint->source,
                          fmt::format("there is no primary key for referenced {}",
                                      describe(key.referenced_table)),
                          "write the columns: REFERENCES t (a, b)");
        continue;
      }
      key.referenced_columns = primary->columns;
      if (primary->without_overlaps) key.period = true;
    }
    for (const Identifier name : key.referenced_columns) {
      if (column(key.referenced_table, name) != nullptr) continue;
      std::vector<std::string> candidates;
      for (const Identifier other : columns(key.referenced_table))
        candidates.push_back(other.str());
      const std::string closest = closest_name(name.str(), candidates);
      diagnostics.error(constraint->source,
                        fmt::format("column {} referenced in foreign key does not exist in {}",
                                    quote(name), describe(key.referenced_table)),
                        closest.empty() ? "" : fmt::format("did you mean {}?", closest));
    }
    if (key.referenced_columns.size() != constraint->columns.size()) {
      diagnostics.error(constraint->source,
                        fmt::format("{}: number of referencing and referenced columns disagree",
                                    describe(constraint->id)));
    }
  }
}

std::optional<CatalogAssembly::CheckState> CatalogAssembly::check_state(const ObjectId& table,
                                                                        Identifier name,
                                                                        int depth) const {
  const auto* own = catalog.find<Constraint>(table.with_sub(Kind::constraint, name));
  if (own != nullptr && own->type == ConstraintType::check) {
    return CheckState{own->validated || !own->enforced, own->source};
  }
  if (depth > 1000) return std::nullopt;
  for (const ObjectId& parent : parents_of(catalog, table)) {
    std::optional<CheckState> state = check_state(parent, name, depth + 1);
    if (!state) continue;
    // A table that comes later is empty then, and whatever is put into it is checked.
    const SourceSpan place = catalog.find<Table>(table)->source;
    if (place.file == state->place.file && place.offset > state->place.offset) state->valid = true;
    if (validated_.contains(table.with_sub(Kind::constraint, name))) state->valid = true;
    return state;
  }
  return std::nullopt;
}

bool CatalogAssembly::validate_inherited(const ObjectId& table, Identifier name) {
  if (!check_state(table, name)) return false;
  validated_.insert(table.with_sub(Kind::constraint, name));
  return true;
}

void CatalogAssembly::find_valid_checks(const ObjectId& child) {
  for (const Identifier name : unchecked_) {
    const std::vector<ObjectId> above = parents_of(catalog, child);
    const bool unchecked_above = std::any_of(above.begin(), above.end(), [&](const ObjectId& id) {
      const auto state = check_state(id, name);
      return state && !state->valid;
    });
    if (!unchecked_above) continue;
    if (check_state(child, name)->valid) {
      catalog.find<Table>(child)->valid_checks.push_back(name);
    }
  }
}

void CatalogAssembly::merge_children() {
  for (const auto& [id, constraint] : catalog.objects<Constraint>()) {
    const bool check = constraint.type == ConstraintType::check && !constraint.no_inherit;
    if (check && !constraint.validated && constraint.enforced) unchecked_.insert(id.sub);
  }
  std::vector<ObjectId> children;
  for (const auto& [id, table] : catalog.objects<Table>()) {
    if (table.partition_of || !table.inherits.empty()) children.push_back(id);
  }
  std::sort(children.begin(), children.end());
  // Nearest to the leaves first, so that each sees its parents as they were declared.
  std::unordered_map<ObjectId, int> depths;
  std::function<int(const ObjectId&, int)> depth = [&](const ObjectId& id, int level) -> int {
    if (level > 1000) return level;
    const auto found = depths.find(id);
    if (found != depths.end()) return found->second;
    int deepest = 0;
    for (const ObjectId& parent : parents_of(catalog, id)) {
      deepest = std::max(deepest, depth(parent, level + 1) + 1);
    }
    return depths[id] = deepest;
  };
  std::stable_sort(children.begin(), children.end(),
                   [&](const ObjectId& a, const ObjectId& b) { return depth(a, 0) > depth(b, 0); });
  for (const ObjectId& child : children) merge_child(child);
  // That a table has no default counts only where a parent has one.
  std::vector<ObjectId> needless;
  for (const auto& [id, value] : catalog.objects<ColumnDefault>()) {
    if (!value.expression.empty()) continue;
    if (inherited_default(id.container(Kind::table), id.sub) == nullptr) needless.push_back(id);
  }
  for (const ObjectId& id : needless) catalog.erase(id);
}

namespace {

Column overridden(Column column, const ColumnOverride& override) {
  column.not_null = override.not_null.value_or(false);
  column.not_null_constraint = override.not_null_constraint;
  if (override.storage) column.storage = *override.storage;
  if (override.compression) column.compression = *override.compression;
  column.statistics_target = override.statistics_target.value_or(-1);
  column.options = override.options.value_or(StorageOptions());
  if (override.generated) column.generated = override.generated;
  return column;
}

}  // namespace

std::optional<Column> CatalogAssembly::column_as_altered(const ObjectId& table,
                                                         Identifier name) const {
  if (const Column* own = catalog.find<Column>(table.with_sub(Kind::column, name))) return *own;
  std::optional<Column> inherited = inherited_column(table, name);
  const auto found = shapes_.find(table);
  if (!inherited || found == shapes_.end()) return inherited;
  const auto override = found->second.overrides.find(name);
  if (override == found->second.overrides.end()) return inherited;
  const bool not_null = inherited->not_null;
  inherited = overridden(*std::move(inherited), override->second);
  inherited->not_null = inherited->not_null || not_null;
  return inherited;
}

std::optional<Column> CatalogAssembly::inherited_column(const ObjectId& table,
                                                        Identifier name) const {
  std::optional<Column> inherited;
  for (const ObjectId& parent : parents_of(catalog, table)) {
    if (parent == table) continue;
    std::optional<Column> above = column_as_altered(parent, name);
    if (!above) continue;
    if (inherited) {
      add_inherited(*above, *inherited);
    } else {
      inherited = as_inherited(*std::move(above));
    }
  }
  return inherited;
}

void CatalogAssembly::merge_child(const ObjectId& child) {
  find_valid_checks(child);
  const auto shape_found = shapes_.find(child);
  if (shape_found == shapes_.end()) return;
  TableShape& shape = shape_found->second;
  const std::vector<ObjectId> above = parents_of(catalog, child);
  const bool partition = catalog.find<Table>(child)->partition_of.has_value();
  // What is left of a column that the parent has too: nothing, where both say the same.
  const auto keep_difference = [&](const Column& parent, Column own) {
    // An ALTER TABLE leaves what the parent has given it, name and all.
    const bool is_given = !shape.joined_later && shape.not_null_later.contains(own.id.sub);
    if (own.not_null && parent.not_null && !is_given) {
      // What LIKE has copied stays.
      catalog.find<Table>(child)->own_not_null.emplace(own.id.sub, own.not_null_constraint.name);
    }
    own.not_null = own.not_null || parent.not_null;
    if (own.generated == parent.generated) own.generated.reset();
    const bool same = own.not_null == parent.not_null && own.storage == parent.storage &&
                      own.compression == parent.compression && own.statistics_target == -1 &&
                      own.options.empty() && !own.generated;
    catalog.erase(own.id);
    if (same) return;
    own.type = parent.type;
    own.collation = parent.collation;
    own.identity.reset();
    own.inherited = true;
    catalog.add(std::move(own));
  };
  for (const auto& [name, override] : shape.overrides) {
    const std::optional<Column> parent = inherited_column(child, name);
    const ObjectId id = child.with_sub(Kind::column, name);
    if (!parent || catalog.contains(id)) continue;
    Column own = overridden(*parent, override);
    own.id = id;
    own.source = catalog.find<Table>(child)->source;
    keep_difference(*parent, std::move(own));
  }
  for (const Identifier name : shape.columns) {
    const std::optional<Column> parent = inherited_column(child, name);
    if (!parent) continue;
    const ObjectId id = child.with_sub(Kind::column, name);
    Column* own = catalog.find<Column>(id);
    if (own == nullptr) continue;
    if (parent->type != own->type) {
      diagnostics.error(own->source,
                        fmt::format("{} has type {}, but {} in its parent {}", describe(id),
                                    own->type.sql, parent->type.sql, describe(above.front())));
      continue;
    }
    keep_difference(*parent, *own);
  }
  for (const Identifier name : columns(child)) {
    const ObjectId id = child.with_sub(Kind::column_default, name);
    const ColumnDefault* own = catalog.find<ColumnDefault>(id);
    if (own == nullptr || !inherited_column(child, name)) continue;
    const ColumnDefault* inherited = inherited_default(child, name);
    if (inherited != nullptr && inherited->expression == own->expression) catalog.erase(id);
  }
  std::vector<ObjectId> merged;
  for (const ObjectId& id : shape.constraints) {
    const Constraint* own = catalog.find<Constraint>(id);
    if (own == nullptr) continue;
    if (!partition && own->type != ConstraintType::check) continue;
    if (own->attached_to) continue;
    // Beside the parent's part: only a primary key can't be there twice.
    if (own->type == ConstraintType::unique || own->type == ConstraintType::exclusion) continue;
    std::vector<ObjectId> tables = above;
    for (size_t i = 0; i < tables.size() && i < 1000; ++i) {
      const TableShape* parent_shape = find_shape(tables[i]);
      for (const ObjectId& parent : parents_of(catalog, tables[i])) tables.push_back(parent);
      if (parent_shape == nullptr) continue;
      const bool found = std::any_of(
          parent_shape->constraints.begin(), parent_shape->constraints.end(),
          [&](const ObjectId& parent) {
            const Constraint* inherited = catalog.find<Constraint>(parent);
            if (inherited == nullptr) return false;
            // ONLY has given it none, if it was there.
            if (own->type == ConstraintType::primary_key && only_here_.contains(parent) &&
                comes_before(catalog.find<Table>(child)->source, inherited->source)) {
              return false;
            }
            return same_definition(*own, *inherited);
          });
      if (found) {
        merged.push_back(id);
        break;
      }
    }
  }
  for (const ObjectId& id : merged) remove(id);
}

}  // namespace schemadiff
