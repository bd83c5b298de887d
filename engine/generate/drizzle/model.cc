#include "engine/generate/drizzle/model.h"

#include <algorithm>
#include <functional>
#include <set>

namespace schemadiff::drizzle {
namespace {

bool is_written(const Table& table) {
  // Rows go into the parent; who wants one partition has SQL.
  return !table.partition_of && table.persistence != Persistence::temporary;
}

// public first, then by name.
bool in_order(const ObjectId& a, const ObjectId& b) {
  if (a.schema != b.schema) {
    if (a.schema == kPublic || b.schema == kPublic) return a.schema == kPublic;
    return a.schema < b.schema;
  }
  return a.name < b.name;
}
template <class T>
std::vector<const T*> in_order(const Catalog& catalog) {
  std::vector<const T*> out = catalog.sorted<T>();
  std::stable_sort(out.begin(), out.end(),
                   [](const T* a, const T* b) { return in_order(a->id, b->id); });
  return out;
}

// "nextval('x'::regclass)" of a sequence that belongs to the column itself.
bool is_serial(const Catalog& catalog, const Column& column, const ColumnDefault& value) {
  const std::string& type = column.type.sql;
  if (type != "integer" && type != "bigint" && type != "smallint") return false;
  if (!value.expression.text.starts_with("nextval(")) return false;
  const auto& used = value.expression.references;
  return std::any_of(used.begin(), used.end(), [&](const ObjectId& id) {
    const Sequence* sequence = catalog.find<Sequence>(id);
    return sequence != nullptr && sequence->owned_by == column.id;
  });
}

class ModelMaker {
 public:
  ModelMaker(const Catalog& catalog, const RelationColumns& columns, const DrizzleOptions& options)
      : catalog_(catalog),
        columns_(columns),
        options_(options),
        members_(catalog),
        model_(catalog) {}

  Model make() {
    make_tables();
    make_views();
    find_sequences();
    for (const EnumType* type : in_order<EnumType>(catalog_)) {
      if (!type->labels.empty()) model_.enums.push_back(type);
    }
    find_schemas();
    claim_constants();
    find_cycles();
    return std::move(model_);
  }

 private:
  // ---- columns
  const Column* find_column(const ObjectId& table, Identifier name) const {
    if (const Column* own = catalog_.find<Column>(table.with_sub(Kind::column, name))) return own;
    const Table* object = catalog_.find<Table>(table);
    if (object == nullptr) return nullptr;
    for (const ObjectId& parent : object->inherits) {
      if (const Column* inherited = find_column(parent, name)) return inherited;
    }
    return nullptr;
  }
  const ColumnDefault* find_default(const ObjectId& table, Identifier name) const {
    const ObjectId id = table.with_sub(Kind::column_default, name);
    if (const ColumnDefault* own = catalog_.find<ColumnDefault>(id)) {
      return own->expression.empty() ? nullptr : own;
    }
    const Table* object = catalog_.find<Table>(table);
    if (object == nullptr) return nullptr;
    for (const ObjectId& parent : object->inherits) {
      if (const ColumnDefault* inherited = find_default(parent, name)) return inherited;
    }
    return nullptr;
  }

  std::vector<ModelColumn> columns_of(const ObjectId& id) const {
    std::vector<ModelColumn> out;
    const auto known = columns_.find(id);
    if (known != columns_.end()) {
      for (const auto& [name, type] : known->second) {
        ModelColumn& column = out.emplace_back();
        column.name = name;
        column.type = type;
      }
    } else {
      for (const Column* own : members_.of(id).columns) {
        ModelColumn& column = out.emplace_back();
        column.name = own->id.sub;
        column.type = own->type;
      }
    }
    if (id.kind == Kind::table) {
      for (ModelColumn& column : out) {
        column.column = find_column(id, column.name);
        column.value = find_default(id, column.name);
        if (column.column == nullptr) continue;
        column.type = column.column->type;
        column.serial =
            column.value != nullptr && is_serial(catalog_, *column.column, *column.value);
      }
    }
    give_keys(out);
    return out;
  }

  std::string key_of(Identifier name) const {
    if (options_.keep_names) return name.str();
    const std::string key = camel_case(name.str());
    return key.empty() ? name.str() : key;
  }

  // The column that is called so in the database too has the first claim to a key.
  void give_keys(std::vector<ModelColumn>& columns) const {
    // What Drizzle puts on tables itself, and what is no plain property in JavaScript.
    std::set<std::string> taken = {"enableRLS", "_",         "$inferSelect",       "$inferInsert",
                                   "getSQL",    "__proto__", "shouldOmitSQLParens"};
    const auto give = [&](ModelColumn& column) {
      const std::string base = key_of(column.name);
      std::string key = base;
      if (taken.contains(key)) key = base + "_";
      for (int copy = 2; taken.contains(key); ++copy) key = base + "_" + std::to_string(copy);
      taken.insert(key);
      column.key = key;
    };
    for (ModelColumn& column : columns) {
      if (key_of(column.name) == column.name.str()) give(column);
    }
    for (ModelColumn& column : columns) {
      if (column.key.empty()) give(column);
    }
  }

  // ---- relations
  void make_tables() {
    std::multimap<ObjectId, const Policy*> policies;
    for (const Policy* policy : catalog_.sorted<Policy>()) policies.emplace(policy->table, policy);
    for (const Table* table : in_order<Table>(catalog_)) {
      if (!is_written(*table)) continue;
      ModelRelation& out = model_.tables.emplace_back();
      out.id = table->id;
      out.table = table;
      out.columns = columns_of(table->id);
      const Members& members = members_.of(table->id);
      out.indexes = members.indexes;
      for (const Constraint* constraint : members.constraints) sort_in(*constraint, out);
      const auto [begin, end] = policies.equal_range(table->id);
      for (auto at = begin; at != end; ++at) out.policies.push_back(at->second);
    }
  }

  static void sort_in(const Constraint& constraint, ModelRelation& out) {
    switch (constraint.type) {
      case ConstraintType::primary_key:
        out.primary_key = &constraint;
        for (ModelColumn& column : out.columns) {
          column.in_primary_key = std::find(constraint.columns.begin(), constraint.columns.end(),
                                            column.name) != constraint.columns.end();
        }
        break;
      case ConstraintType::unique:
        out.uniques.push_back(&constraint);
        break;
      case ConstraintType::check:
        out.checks.push_back(&constraint);
        break;
      case ConstraintType::foreign_key:
        out.foreign_keys.push_back(&constraint);
        break;
      case ConstraintType::exclusion:
        out.exclusions.push_back(&constraint);
        break;
    }
  }

  void make_views() {
    std::vector<ObjectId> ids;
    for (const View* view : catalog_.sorted<View>()) ids.push_back(view->id);
    for (const MaterializedView* view : catalog_.sorted<MaterializedView>()) {
      ids.push_back(view->id);
    }
    std::stable_sort(ids.begin(), ids.end(),
                     [](const ObjectId& a, const ObjectId& b) { return in_order(a, b); });
    for (const ObjectId& id : ids) {
      ModelRelation& out = model_.views.emplace_back();
      out.id = id;
      out.columns = columns_of(id);
      out.indexes = members_.of(id).indexes;
    }
  }

  void find_sequences() {
    std::set<ObjectId> behind_serial;
    for (const ModelRelation& table : model_.tables) {
      for (const ModelColumn& column : table.columns) {
        if (!column.serial || column.column->id.container(Kind::table) != table.id) continue;
        const auto& used = column.value->expression.references;
        behind_serial.insert(used.begin(), used.end());
      }
    }
    for (const Sequence* sequence : in_order<Sequence>(catalog_)) {
      if (!behind_serial.contains(sequence->id)) model_.sequences.push_back(sequence);
    }
  }

  void find_schemas() {
    std::set<Identifier> schemas;
    for (const Schema* schema : catalog_.sorted<Schema>()) schemas.insert(schema->id.name);
    for (const EnumType* type : model_.enums) schemas.insert(type->id.schema);
    for (const Sequence* sequence : model_.sequences) schemas.insert(sequence->id.schema);
    for (const auto* list : {&model_.tables, &model_.views}) {
      for (const ModelRelation& relation : *list) schemas.insert(relation.id.schema);
    }
    schemas.erase(kPublic);
    model_.schemas.assign(schemas.begin(), schemas.end());
  }

  // ---- names
  void claim(const ObjectId& id) {
    std::string wanted = key_of(id.name);
    if (!id.schema.empty() && id.schema != kPublic) {
      wanted += options_.keep_names ? "_in_" + id.schema.str()
                                    : "In" + capitalize(camel_case(id.schema.str()));
    }
    model_.constants[id] = model_.scope.claim(wanted);
  }
  void claim_constants() {
    for (const Identifier schema : model_.schemas) claim(object_id(Kind::schema, {}, schema));
    for (const EnumType* type : model_.enums) claim(type->id);
    for (const Sequence* sequence : model_.sequences) claim(sequence->id);
    for (auto* list : {&model_.tables, &model_.views}) {
      for (ModelRelation& relation : *list) {
        claim(relation.id);
        relation.constant = model_.constants[relation.id];
      }
    }
  }

  // ---- tables that refer to each other in a circle (Tarjan)
  void find_cycles() {
    auto& numbers = model_.table_numbers;
    for (size_t i = 0; i < model_.tables.size(); ++i) numbers[model_.tables[i].id] = i;
    std::vector<std::vector<size_t>> edges(model_.tables.size());
    for (size_t i = 0; i < model_.tables.size(); ++i) {
      for (const Constraint* key : model_.tables[i].foreign_keys) {
        const auto to = numbers.find(key->foreign_key->referenced_table);
        if (to != numbers.end() && to->second != i) edges[i].push_back(to->second);
      }
    }
    std::vector<size_t> order(edges.size(), 0);
    std::vector<size_t> low(edges.size(), 0);
    std::vector<bool> waiting(edges.size(), false);
    std::vector<size_t> stack;
    size_t next = 1;
    const std::function<void(size_t)> visit = [&](size_t at) {
      order[at] = low[at] = next++;
      stack.push_back(at);
      waiting[at] = true;
      for (const size_t to : edges[at]) {
        if (order[to] == 0) visit(to);
        if (waiting[to]) low[at] = std::min(low[at], low[to]);
      }
      if (low[at] != order[at]) return;
      const bool alone = stack.back() == at;
      size_t member = 0;
      do {
        member = stack.back();
        stack.pop_back();
        waiting[member] = false;
        model_.tables[member].in_cycle = !alone;
      } while (member != at);
    };
    for (size_t i = 0; i < edges.size(); ++i) {
      if (order[i] == 0) visit(i);
    }
  }

  const Catalog& catalog_;
  const RelationColumns& columns_;
  const DrizzleOptions& options_;
  MemberIndex members_;
  Model model_;
};

}  // namespace

const ModelColumn* ModelRelation::find(Identifier name) const {
  for (const ModelColumn& column : columns) {
    if (column.name == name) return &column;
  }
  return nullptr;
}

const ModelRelation* Model::find_table(const ObjectId& id) const {
  const auto found = table_numbers.find(id);
  return found == table_numbers.end() ? nullptr : &tables[found->second];
}

Model make_model(const Catalog& catalog, const RelationColumns& columns,
                 const DrizzleOptions& options) {
  return ModelMaker(catalog, columns, options).make();
}

}  // namespace schemadiff::drizzle

namespace schemadiff {

DrizzleModules generate_drizzle(const Catalog& catalog, const RelationColumns& columns,
                                const DrizzleOptions& options) {
  drizzle::Model model = drizzle::make_model(catalog, columns, options);
  DrizzleModules out;
  out.schema = drizzle::write_schema(model);
  out.relations = drizzle::write_relations(model, options);
  out.tables = model.tables.size();
  return out;
}

}  // namespace schemadiff
