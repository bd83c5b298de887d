// What the catalog queries of the kinds share: fragments of SQL, and reading of their columns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/introspect/catalog_builder.h"
#include "engine/introspect/catalog_reader.h"
#include "engine/objects/index/index.h"

namespace schemadiff {

// "c.relnamespace is a schema of users": an SQL condition on an expression of type oid.
std::string in_user_schema(std::string_view namespace_oid);
// "c.oid is no member of an extension".
std::string not_of_extension(Oid catalog, std::string_view oid);
// An array of the schema and name of the function with this oid; NULL for 0. For
// parse_qualified_name().
std::string function_name(const std::string& oid);
// Its input types, as in an id: "(integer, text)"; NULL for 0.
std::string function_arguments(const std::string& oid);
// As function_name(), of an operator.
std::string operator_name_of(const std::string& oid);
// pg_catalog is left out, as it is where operators are named.
QualifiedName without_pg_catalog(QualifiedName name);
// The text inside of quotes like `quote`, doubled ones and E'\\' undone; as it is without quotes.
std::string unquoted(std::string_view text, char quote);

// The columns of a query that describe an index, beginning with number `first` of the row. Aliases
// in scope: i = pg_index, ic = pg_class of the index.
std::string index_columns(int server_version);
struct IndexRow {
  std::vector<IndexElement> elements;
  std::vector<Identifier> include;
  SqlExpression predicate;
  StorageOptions options;
  Identifier tablespace;
  Identifier method;
  bool clustered = false;
  bool nulls_not_distinct = false;
};
IndexRow read_index_columns(const Row& row, int first, const LiveRelation& relation,
                            CatalogBuilder& builder);

// The numbers of an int2vector, oidvector or array: "1 2", "{1,2}".
std::vector<int64_t> parse_numbers(std::string_view text);
// {fillfactor=70,…} -> sorted by name.
StorageOptions parse_options(std::string_view array, std::string_view prefix = "");
// An array of schema and name; empty for NULL.
QualifiedName parse_qualified_name(std::string_view array);
SqlExpression live_expression(std::string_view text);
// Without the blanks before and the semicolon behind it.
SqlExpression live_query(std::string_view text);
TypeRef live_type(std::string_view sql, Oid type, const CatalogBuilder& builder);
// Names of the columns with these numbers.
std::vector<Identifier> column_names(std::string_view numbers, const LiveRelation& relation);

// The server's list "lower(a), (b + c)", cut at its top-level commas.
std::vector<std::string> split_expressions(std::string_view list);
// Behind the bracket or quote that opens at `at`, quotes and nesting inside respected.
size_t skip_balanced(std::string_view text, size_t at);

// Empty if it is the default for the type.
QualifiedName operator_class_unless_default(Oid operator_class, Oid type,
                                            const CatalogBuilder& builder);
// Empty if it is `usual`, or no collation at all.
QualifiedName collation_unless(Oid usual, Oid collation, const CatalogBuilder& builder);

}  // namespace schemadiff
