// What CREATE INDEX, EXCLUDE and PARTITION BY have in common: lists of columns and expressions.
#pragma once

#include "parser/statement_context.h"

namespace schemadiff {

// Elements (IndexElem) of the list whose parenthesis is token `open`. `columns`: those of the
// table; others wait. False: said already.
bool read_index_elements(StatementContext& ctx, const ObjectId& relation, const NodeList& nodes,
                         size_t open, Identifier method, std::vector<IndexElement>& out);
// What an element of a list is about (IndexElem, PartitionElem), as PostgreSQL stores it: a column
// in parentheses is a column, and a COLLATE around an expression is the element's.
struct ElementSubject {
  Identifier column;              // empty: an expression
  const Column* found = nullptr;  // the column, when it is declared already
  SqlExpression expression;
  NodeList collation;
};
using ColumnLookup = std::function<const Column*(Identifier)>;
// `first`: the token that the element begins with. Columns that `column` does not find are the
// caller's to report.
ElementSubject element_subject(StatementContext& ctx, const ObjectId& relation, const Node& element,
                               size_t first, const ColumnLookup& column);
// Index of the token behind an element of a list: a comma or the closing parenthesis.
size_t element_end(const StatementContext& ctx, size_t first);

// The collation that is stated; whether it says anything is for the expressions to know
// (parser/expression).
QualifiedName element_collation(StatementContext& ctx, const NodeList& names, int location);
// Explicit operator class of a column or expression; empty when it is what the column has anyway (a
// class that is given options is never). `column`: nullptr for expressions.
QualifiedName element_operator_class(StatementContext& ctx, const NodeList& names,
                                     Identifier method, const Column* column,
                                     bool with_options = false);

// What CREATE INDEX calls a column of the index that has no name: for default names.
std::string index_column_name(const Node& expression);
// "a_b_lower": ChooseIndexNameAddition() over ChooseIndexColumnNames().
std::string index_name_addition(const std::vector<std::string>& names);

// Reports a column that the relation does not have (yet); false then.
bool check_column(StatementContext& ctx, const ObjectId& relation, Identifier name, int location);

}  // namespace schemadiff
