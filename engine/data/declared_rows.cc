#include "engine/data/declared_rows.h"

#include <algorithm>

namespace schemadiff {

namespace {

// Names can hold anything but NUL.
std::string column_names(const std::vector<Identifier>& names) {
  std::string out;
  for (const Identifier name : names) out += name.str() + '\0';
  return out;
}

}  // namespace

std::string DeclaredRows::likeness() const {
  std::string out = qualified_name(table) + "\n" + path.sql.str() + "\n" + column_names(columns) +
                    "\n" + column_names(conflict_columns) + "\n" + conflict_constraint.str() +
                    "\n" + std::to_string(static_cast<int>(existing)) + (exact ? "exact" : "");
  for (const RowUpdate& update : updates) {
    out += "\n" + update.column.str() + "\n" + (update.excluded ? "" : update.expression.text);
  }
  return out;
}

void DeclaredRows::append(const DeclaredRows& other) {
  const auto first_text = static_cast<uint32_t>(texts_.size());
  const auto first_expression = static_cast<uint32_t>(expressions.size());
  texts_ += other.texts_;
  for (Cell cell : other.cells_) {
    cell.begin += cell.kind == CellKind::expression ? first_expression : first_text;
    cell.end += first_text;
    cells_.push_back(cell);
  }
  places_.insert(places_.end(), other.places_.begin(), other.places_.end());
  expressions.insert(expressions.end(), other.expressions.begin(), other.expressions.end());
}

void DeclaredRows::rename_column(Identifier from, Identifier to) {
  std::replace(columns.begin(), columns.end(), from, to);
  std::replace(conflict_columns.begin(), conflict_columns.end(), from, to);
  for (RowUpdate& update : updates) {
    if (update.column == from) update.column = to;
  }
}

void DeclaredRows::drop_column(Identifier name) {
  const auto found = std::find(columns.begin(), columns.end(), name);
  if (found == columns.end()) return;
  const auto at = static_cast<size_t>(found - columns.begin());
  std::vector<Cell> kept;
  for (size_t i = 0; i < cells_.size(); ++i) {
    if (i % columns.size() != at) kept.push_back(cells_[i]);
  }
  cells_ = std::move(kept);
  columns.erase(found);
  std::erase(conflict_columns, name);
  std::erase_if(updates, [&](const RowUpdate& update) { return update.column == name; });
}

}  // namespace schemadiff
