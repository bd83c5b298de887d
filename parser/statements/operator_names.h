// Which operator a name means, by the types of its arguments.
#pragma once

#include <string>

#include "parser/catalog_assembly.h"

namespace schemadiff {

// "(integer, text)", "(NONE, integer)": an Operator's id.sub.
inline std::string operator_arguments(const std::string& left, const std::string& right) {
  return "(" + (left.empty() ? "NONE" : left) + ", " + right + ")";
}

// As written_name() gives it. Exactly these types, along the path; one
// that nobody has is taken to be pg_catalog's, if there is one of that name, else to come in
// `fallback`. Of pg_catalog: without schema.
QualifiedName find_operator(const CatalogAssembly& assembly, const SearchPath& path,
                            QualifiedName name, const std::string& arguments, Identifier fallback);

}  // namespace schemadiff
