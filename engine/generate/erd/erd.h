// The entity-relationship picture of a catalog: tables, their columns, and who references whom.
#pragma once

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/model/catalog.h"
#include "engine/model/relation_columns.h"

namespace schemadiff {

enum class Mark : uint8_t { none, added, altered, dropped };
std::string_view mark_word(Mark mark);  // "added"; "" for none

// What a plan does to each object; what is not here stays as it is.
using Marks = std::unordered_map<ObjectId, Mark>;

struct ErdColumn {
  Identifier name;
  std::string type;
  bool not_null = false;
  bool in_primary_key = false;
  bool in_foreign_key = false;
  bool unique = false;  // by itself
  Mark mark = Mark::none;
};

struct ErdTable {
  ObjectId id;
  std::vector<ErdColumn> columns;
  std::string note;  // "4 partitions"; empty: nothing more to say
  Mark mark = Mark::none;

  size_t column_number(Identifier name) const;  // columns.size() if there is none
};

// A foreign key.
struct ErdEdge {
  ObjectId id;
  size_t from = 0;  // number of the referencing table
  size_t to = 0;
  size_t from_column = 0;  // its first column, and the one that it references
  size_t to_column = 0;
  bool one_to_one = false;  // at most one row references another
  bool optional = false;    // it can be NULL
  Mark mark = Mark::none;
};

struct Erd {
  std::vector<ErdTable> tables;  // by id; without partitions, which stand for nothing of their own
  std::vector<ErdEdge> edges;    // by tables, then by name

  size_t table_number(const ObjectId& id) const;  // tables.size() if there is none
  // A table, those it references and those that reference it.
  std::vector<size_t> around(size_t table) const;
  bool has_many_schemas() const;
};

// The tables for which `wanted` is true. `columns`: of the same catalog.
Erd make_erd(const Catalog& catalog, const RelationColumns& columns, const Marks& marks,
             const std::function<bool(const ObjectId&)>& wanted);
// Those tables alone, and what joins them.
Erd part_of(const Erd& erd, const std::vector<size_t>& tables);

// Columns with types, whichever way the table comes by them, in their order. `column` is nullptr
// for one that is wholly a parent's or a view's.
struct ShownColumn {
  Identifier name;
  TypeRef type;
  const Column* column = nullptr;

  bool not_null() const;  // by itself: a primary key says it too
};
std::vector<ShownColumn> shown_columns(const Catalog& catalog, const RelationColumns& columns,
                                       const std::vector<const Column*>& own, const ObjectId& id);

// "varchar(50)", "timestamptz", "order_side": what fits into a box.
std::string short_type(const std::string& type);

// The name as the picture shows it: "users"; with its schema where there are several.
std::string shown_name(const ObjectId& id, bool with_schema);

// Graphviz's language, for people who want to go on with it.
std::string erd_dot(const Erd& erd);
// A Mermaid erDiagram.
std::string erd_mermaid(const Erd& erd);
// Above this many edges Mermaid refuses a diagram, unless it is configured otherwise.
inline constexpr size_t kMermaidEdges = 500;

}  // namespace schemadiff
