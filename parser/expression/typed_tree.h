// An expression or query after name and type resolution, and its canonical text.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "parser/expression/environment.h"

namespace schemadiff {

struct Query;
struct RangeTable;

enum class Tag : uint8_t {
  constant,   // of a known type, or an unknown literal; text: its value; is_null
  column,     // of `range`, at `column`
  whole_row,  // of `range`
  array,      // ARRAY[…]: args
  row,        // ROW(…): args
  conjunction,
  disjunction,
  relabel,  // args[0] seen as `type`
  query,    // the root of `query`
  other,    // head says what it is
};

struct Expr {
  Tag tag = Tag::other;
  ModifiedType type;
  bool is_null = false;
  bool multidimensional = false;
  bool conversion = false;  // a cast to `type` of its only argument, whether written or not
  bool raw = false;         // a constant that is not in normal form
  std::string value;        // of a constant
  int location = -1;        // of a literal as it is written
  int column = -1;
  RangeTable* range = nullptr;
  Query* query = nullptr;
  std::string head;  // quoted where it has names, so that no two meanings look alike
  std::optional<Collated> collated;  // where it does not follow from the type and the arguments
  std::vector<Expr*> args;
};

inline bool is_collate(const Expr& expr) {
  return expr.tag == Tag::other && expr.head.starts_with("collate ");
}

// What a FROM item (or OLD, NEW, a table in scope) gives.
struct RangeTable {
  Query* owner = nullptr;
  int index = 0;
  ObjectId relation;  // of a plain relation: its columns are known by name
  std::vector<ColumnInfo> columns;
  TypeId row_type = type_id::kRecord;
};

struct NamespaceColumn {
  Identifier name;
  Expr* value = nullptr;
};

struct NamespaceItem {
  Identifier name;
  Identifier schema;  // of a relation without an alias
  RangeTable* range = nullptr;
  bool explicit_columns = false;  // a join: `columns` instead of the range's
  std::vector<NamespaceColumn> columns;
  bool relation_visible = true;
  bool columns_visible = true;
};

struct CommonTable {
  Identifier name;
  int depth = 0;
  std::vector<ColumnInfo> columns;
  bool known = true;  // the columns are
};

struct OutputColumn {
  Identifier name;
  Expr* value = nullptr;
};

struct Query {
  Query* parent = nullptr;
  int depth = 0;
  bool hidden = false;  // its FROM items are out of sight: a subquery in FROM without LATERAL
  std::vector<RangeTable*> ranges;
  std::vector<NamespaceItem> items;
  std::deque<CommonTable> common_tables;
  std::vector<ColumnInfo> output;
};

// Owns the nodes of one analysis.
class TypedTree {
 public:
  Expr* make(Tag tag, ModifiedType type = {}) {
    Expr& made = exprs_.emplace_back();
    made.tag = tag;
    made.type = std::move(type);
    return &made;
  }
  Expr* other(std::string head, std::vector<Expr*> args, ModifiedType type = {}) {
    Expr* made = make(Tag::other, std::move(type));
    made->head = std::move(head);
    made->args = std::move(args);
    return made;
  }
  Query* make_query(Query* parent) {
    Query& made = queries_.emplace_back();
    made.parent = parent;
    made.depth = parent == nullptr ? 0 : parent->depth + 1;
    return &made;
  }
  RangeTable* make_range(Query* owner) {
    RangeTable& made = ranges_.emplace_back();
    made.owner = owner;
    made.index = static_cast<int>(owner->ranges.size());
    owner->ranges.push_back(&made);
    return &made;
  }

 private:
  std::deque<Expr> exprs_;
  std::deque<Query> queries_;
  std::deque<RangeTable> ranges_;
};

// The canonical text: the same for trees of the same structure, whatever aliases were used.
// `depth` is that of the query the expression stands in.
void print_canonical(const Expr& expr, Environment& environment, int depth, std::string& out);

}  // namespace schemadiff
