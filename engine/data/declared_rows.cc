#include "engine/data/declared_rows.h"

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

}  // namespace schemadiff
