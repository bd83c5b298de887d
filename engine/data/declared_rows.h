// Rows that a desired file declares with INSERT or COPY. They stand beside the Catalog, not in it:
// one value for each kind of statement, not one object for each row.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/model/object_id.h"
#include "engine/model/values.h"

namespace schemadiff {

enum class CellKind : uint8_t {
  default_value,  // DEFAULT: whatever the table gives; never compared
  null,
  string,      // written with quotes
  plain,       // a number, true or false: written as it stands
  expression,  // of DeclaredRows::expressions: only the server knows
};

// An expression in the place of a value.
struct RowExpression {
  std::string text;
  std::vector<QualifiedName> functions;  // that it calls
  std::vector<ObjectId> relations;       // that its sub-selects read
  bool names_unknown_relation = false;
  // CURRENT_TIMESTAMP and the like, parameters: another value each time.
  bool moves = false;
};

// DO UPDATE SET column = …
struct RowUpdate {
  Identifier column;
  bool excluded = false;     // = EXCLUDED.column: the declared value
  RowExpression expression;  // else; sees the declared row as "excluded"
};

enum class ExistingRows : uint8_t {
  keep_equal,   // to all given columns: a plain INSERT, COPY
  keep_listed,  // to DeclaredRows::updates: ON CONFLICT DO UPDATE
  leave,        // only what is missing is added: DO NOTHING, rows initial, a guard around it
};

// Rows of one table that are declared alike: by one statement, or by many that differ only in their
// rows.
class DeclaredRows {
 public:
  struct Cell {
    CellKind kind = CellKind::null;
    uint32_t begin = 0;  // in texts; the number of an expression
    uint32_t end = 0;
  };

  ObjectId table;
  SourceSpan source;  // the first statement
  SearchPath path;    // for the names in expressions
  std::vector<Identifier> columns;
  // What tells one row from another: ON CONFLICT (columns) or ON CONSTRAINT; both empty: a key of
  // the table among the given columns.
  std::vector<Identifier> conflict_columns;
  Identifier conflict_constraint;
  ExistingRows existing = ExistingRows::keep_equal;
  std::vector<RowUpdate> updates;
  bool exact = false;  // rows that nobody declares are deleted
  std::vector<RowExpression> expressions;

  size_t size() const { return places_.size(); }
  SourceSpan place(size_t row) const { return places_[row]; }
  const Cell& cell(size_t row, size_t column) const {
    return cells_[row * columns.size() + column];
  }
  std::string_view text(const Cell& cell) const {
    return std::string_view(texts_).substr(cell.begin, cell.end - cell.begin);
  }

  // Equal for rows that may stand in one DeclaredRows.
  std::string likeness() const;
  void append(const DeclaredRows& other);
  // What ALTER TABLE makes of rows that are there.
  void rename_column(Identifier from, Identifier to);
  void drop_column(Identifier name);

  void begin_row(SourceSpan place) { places_.push_back(place); }
  void add(CellKind kind, std::string_view text = "") {
    const auto begin = static_cast<uint32_t>(texts_.size());
    texts_ += text;
    cells_.push_back({kind, begin, static_cast<uint32_t>(texts_.size())});
  }
  void add_expression(size_t number) {
    cells_.push_back({CellKind::expression, static_cast<uint32_t>(number), 0});
  }

 private:
  std::vector<SourceSpan> places_;  // where each row begins
  std::vector<Cell> cells_;
  std::string texts_;
};

}  // namespace schemadiff
