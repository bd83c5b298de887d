// Values of declared rows: what a literal says, and which expressions are left to the server.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "engine/data/declared_rows.h"
#include "parser/expression/parse_text.h"
#include "parser/statement_context.h"

namespace schemadiff {

// "INSERT INTO t VALUES (…), (…), …": all rows but the first are blanks, so that positions stay.
// Rows are read from tokens, and a tree of a hundred thousand of them costs a gigabyte.
// False: nothing to gain, `out` is untouched.
bool blank_rows(std::string_view statement, std::string& out);

class CellReader {
 public:
  // `problems`: mistakes in rows, which matter only to those who compare rows.
  CellReader(StatementContext& ctx, Diagnostics& problems) : ctx_(ctx), problems_(problems) {}

  // Appends the value that `text` writes to the last row. `type` is the column's.
  void read(std::string_view text, const TypeRef& type, int location, DeclaredRows& rows);
  // nullopt: said already.
  std::optional<RowExpression> expression(std::string_view text, int location);

 private:
  bool literal(std::string_view text, const TypeRef& type, DeclaredRows& rows);
  const std::string& type_of(std::string_view text);
  void walk(const Node& node, RowExpression& into, int location);

  StatementContext& ctx_;
  Diagnostics& problems_;
  TextParser parser_;
  std::map<std::string, std::string, std::less<>> types_;
  std::map<std::string, size_t, std::less<>> expressions_;
};

}  // namespace schemadiff
