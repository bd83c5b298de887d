// Where the structure is not compared: only what is said about what is there.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/data/declared_rows.h"
#include "engine/model/catalog.h"

namespace schemadiff {

// Gives `desired` the objects of `live` in the place of its own, and leaves it the comments,
// privileges, owners, default privileges and roles that it has. Those of objects that are not there
// are taken out and noted; rows that no table or column is there for are errors.
void keep_structure(const Catalog& live, Catalog& desired, const std::vector<DeclaredRows>* rows,
                    Diagnostics& problems);

}  // namespace schemadiff
