#include "engine/generate/erd/erd.h"

#include <algorithm>
#include <set>

#include "engine/model/kind_traits.h"
#include "engine/model/members.h"

namespace schemadiff {
namespace {

bool same_set(std::vector<Identifier> a, std::vector<Identifier> b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  return a == b;
}

// The columns of each key by which a row is found: of constraints, and of unique indexes that hold
// for all rows.
std::vector<std::vector<Identifier>> keys_of(const Members& members) {
  std::vector<std::vector<Identifier>> out;
  for (const Constraint* constraint : members.constraints) {
    if (constraint->type == ConstraintType::primary_key ||
        constraint->type == ConstraintType::unique) {
      out.push_back(constraint->columns);
    }
  }
  for (const Index* index : members.indexes) {
    if (!index->unique || !index->predicate.empty()) continue;
    std::vector<Identifier> columns;
    for (const IndexElement& element : index->elements) columns.push_back(element.column);
    if (std::none_of(columns.begin(), columns.end(), [](Identifier name) { return name.empty(); }))
      out.push_back(std::move(columns));
  }
  return out;
}

// What a foreign key that leads to a partition is drawn to.
ObjectId root_of(const Catalog& catalog, ObjectId id) {
  for (const Table* table = catalog.find<Table>(id); table != nullptr && table->partition_of;
       table = catalog.find<Table>(id)) {
    id = table->partition_of->parent;
  }
  return id;
}

class ErdBuilder {
 public:
  ErdBuilder(const Catalog& catalog, const RelationColumns& columns, const Marks& marks)
      : catalog_(catalog), columns_(columns), marks_(marks), members_(catalog) {
    for (const auto& [id, mark] : marks) {
      for (ObjectId at = id; at.known(); at = owner_of(catalog, at)) touched_.insert(at);
    }
  }

  Erd build(const std::function<bool(const ObjectId&)>& wanted) {
    for (const Table* table : catalog_.sorted<Table>()) {
      if (!table->partition_of && wanted(table->id)) add(*table);
    }
    for (size_t i = 0; i < erd_.tables.size(); ++i) add_edges(i);
    return std::move(erd_);
  }

 private:
  Mark mark_of(const ObjectId& id) const {
    const auto found = marks_.find(id);
    return found == marks_.end() ? Mark::none : found->second;
  }

  void add(const Table& table) {
    const Members& members = members_.of(table.id);
    ErdTable out;
    out.id = table.id;
    out.mark = mark_of(table.id);
    if (out.mark == Mark::none && touched_.contains(table.id)) out.mark = Mark::altered;
    std::set<Identifier> primary;
    std::set<Identifier> foreign;
    for (const Constraint* constraint : constraints_of(table.id)) {
      if (constraint->type == ConstraintType::primary_key)
        primary.insert(constraint->columns.begin(), constraint->columns.end());
      if (constraint->type == ConstraintType::foreign_key)
        foreign.insert(constraint->columns.begin(), constraint->columns.end());
    }
    const auto keys = keys_of(members);
    for (const ShownColumn& shown : shown_columns(catalog_, columns_, members.columns, table.id)) {
      ErdColumn column;
      column.name = shown.name;
      column.type = short_type(shown.type.sql);
      column.in_primary_key = primary.contains(shown.name);
      column.in_foreign_key = foreign.contains(shown.name);
      column.not_null = column.in_primary_key || shown.not_null();
      column.unique = std::any_of(keys.begin(), keys.end(), [&](const auto& key) {
        return key.size() == 1 && key[0] == shown.name;
      });
      column.mark = mark_of(table.id.with_sub(Kind::column, shown.name));
      if (column.mark == Mark::none &&
          (marks_.contains(table.id.with_sub(Kind::column_default, shown.name)) ||
           marks_.contains(table.id.with_sub(Kind::column, shown.name).commented()))) {
        column.mark = Mark::altered;
      }
      // It goes without saying in a table that comes or goes as a whole.
      if (out.mark == Mark::added || out.mark == Mark::dropped) column.mark = Mark::none;
      out.columns.push_back(std::move(column));
    }
    const size_t partitions = static_cast<size_t>(
        std::count_if(members.children.begin(), members.children.end(),
                      [](const Table* child) { return child->partition_of.has_value(); }));
    if (partitions > 0) {
      out.note = std::to_string(partitions) + (partitions == 1 ? " partition" : " partitions");
    } else if (table.partition_key) {
      out.note = "no partition";
    }
    erd_.tables.push_back(std::move(out));
  }

  // Its own, and those that only its partitions have: in the picture they stand for each other.
  std::vector<const Constraint*> constraints_of(const ObjectId& table) const {
    std::vector<const Constraint*> out = members_.of(table).constraints;
    for (const Table* child : members_.of(table).children) {
      if (!child->partition_of) continue;
      for (const Constraint* constraint : constraints_of(child->id)) {
        const bool is_known = std::any_of(out.begin(), out.end(), [&](const Constraint* other) {
          return other->type == constraint->type && other->columns == constraint->columns &&
                 other->foreign_key == constraint->foreign_key;
        });
        if (!is_known && constraint->type == ConstraintType::foreign_key) out.push_back(constraint);
      }
    }
    return out;
  }

  void add_edges(size_t from) {
    const Members& members = members_.of(erd_.tables[from].id);
    const auto keys = keys_of(members);
    for (const Constraint* constraint : constraints_of(erd_.tables[from].id)) {
      if (constraint->type != ConstraintType::foreign_key || !constraint->foreign_key) continue;
      ErdEdge edge;
      edge.id = constraint->id;
      edge.from = from;
      edge.to = erd_.table_number(root_of(catalog_, constraint->foreign_key->referenced_table));
      if (edge.to == erd_.tables.size() || constraint->columns.empty()) continue;
      const ErdTable& table = erd_.tables[from];
      const ErdTable& other = erd_.tables[edge.to];
      edge.from_column = table.column_number(constraint->columns[0]);
      const auto& referenced = constraint->foreign_key->referenced_columns;
      edge.to_column = referenced.empty() ? 0 : other.column_number(referenced[0]);
      if (edge.from_column == table.columns.size() || edge.to_column >= other.columns.size())
        continue;
      edge.one_to_one = std::any_of(keys.begin(), keys.end(), [&](const auto& key) {
        return same_set(key, constraint->columns);
      });
      edge.optional =
          std::any_of(constraint->columns.begin(), constraint->columns.end(), [&](Identifier name) {
            const size_t number = table.column_number(name);
            return number < table.columns.size() && !table.columns[number].not_null;
          });
      edge.mark = mark_of(constraint->id);
      erd_.edges.push_back(edge);
    }
  }

  const Catalog& catalog_;
  const RelationColumns& columns_;
  const Marks& marks_;
  MemberIndex members_;
  std::set<ObjectId> touched_;
  Erd erd_;
};

}  // namespace

std::string_view mark_word(Mark mark) {
  switch (mark) {
    case Mark::added:
      return "added";
    case Mark::altered:
      return "altered";
    case Mark::dropped:
      return "dropped";
    case Mark::none:
      break;
  }
  return "";
}

bool ShownColumn::not_null() const {
  // Serial and identity say it without a word.
  return type.sql == "serial" || type.sql == "bigserial" || type.sql == "smallserial" ||
         (column != nullptr && (column->not_null || column->identity));
}

size_t ErdTable::column_number(Identifier name) const {
  size_t i = 0;
  while (i < columns.size() && columns[i].name != name) ++i;
  return i;
}

size_t Erd::table_number(const ObjectId& id) const {
  const auto found =
      std::lower_bound(tables.begin(), tables.end(), id,
                       [](const ErdTable& table, const ObjectId& key) { return table.id < key; });
  return found != tables.end() && found->id == id ? static_cast<size_t>(found - tables.begin())
                                                  : tables.size();
}

std::vector<size_t> Erd::around(size_t table) const {
  std::set<size_t> out = {table};
  for (const ErdEdge& edge : edges) {
    if (edge.from == table) out.insert(edge.to);
    if (edge.to == table) out.insert(edge.from);
  }
  return {out.begin(), out.end()};
}

bool Erd::has_many_schemas() const {
  return std::any_of(tables.begin(), tables.end(), [&](const ErdTable& table) {
    return table.id.schema != tables.front().id.schema;
  });
}

Erd make_erd(const Catalog& catalog, const RelationColumns& columns, const Marks& marks,
             const std::function<bool(const ObjectId&)>& wanted) {
  return ErdBuilder(catalog, columns, marks).build(wanted);
}

Erd part_of(const Erd& erd, const std::vector<size_t>& tables) {
  Erd out;
  std::vector<size_t> numbers(erd.tables.size(), erd.tables.size());
  for (const size_t table : tables) {
    numbers[table] = out.tables.size();
    out.tables.push_back(erd.tables[table]);
  }
  for (ErdEdge edge : erd.edges) {
    edge.from = numbers[edge.from];
    edge.to = numbers[edge.to];
    if (edge.from < erd.tables.size() && edge.to < erd.tables.size()) out.edges.push_back(edge);
  }
  return out;
}

std::vector<ShownColumn> shown_columns(const Catalog& catalog, const RelationColumns& columns,
                                       const std::vector<const Column*>& own, const ObjectId& id) {
  std::vector<ShownColumn> out;
  std::set<Identifier> seen;
  const auto found = columns.find(id);
  if (found != columns.end()) {
    for (const auto& [name, type] : found->second) {
      const Column* column = catalog.find<Column>(id.with_sub(Kind::column, name));
      const bool is_own = column != nullptr && !column->inherited && !column->type.empty();
      out.push_back({name, is_own ? column->type : type, column});
      seen.insert(name);
    }
  }
  for (const Column* column : own) {
    if (!seen.contains(column->id.sub)) out.push_back({column->id.sub, column->type, column});
  }
  return out;
}

std::string short_type(const std::string& type) {
  static constexpr std::pair<std::string_view, std::string_view> kShort[] = {
      {"character varying", "varchar"},
      {"timestamp without time zone", "timestamp"},
      {"timestamp with time zone", "timestamptz"},
      {"time without time zone", "time"},
      {"time with time zone", "timetz"},
      {"double precision", "float8"},
      {"bit varying", "varbit"},
  };
  if (type.starts_with("public.")) return type.substr(7);
  // timestamp(3) with time zone
  const bool is_time = type.starts_with("timestamp(") || type.starts_with("time(");
  if (is_time) {
    const size_t close = type.find(')');
    const std::string_view rest = std::string_view(type).substr(close + 1);
    const size_t open = type.find('(');
    const bool zone = rest.starts_with(" with time zone");
    const size_t word = std::string_view(zone ? " with time zone" : " without time zone").size();
    return type.substr(0, open) + (zone ? "tz" : "") + type.substr(open, close + 1 - open) +
           std::string(rest.substr(std::min(rest.size(), word)));
  }
  for (const auto& [from, to] : kShort) {
    if (type.starts_with(from)) return std::string(to) + type.substr(from.size());
  }
  return type;
}

std::string shown_name(const ObjectId& id, bool with_schema) {
  return with_schema ? id.schema.str() + "." + id.name.str() : id.name.str();
}

}  // namespace schemadiff
