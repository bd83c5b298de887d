// A made-up schema of any size, shaped like an application's: each table has ten columns, an
// identity key, a foreign key to its parent, and two more indexes.
#pragma once

#include <string>

namespace schemadiff::testing {

// The statements for the tables from `first` up to but not including `last`. A table's parent has a
// lower number, so that parts of a schema can be loaded one after the other.
std::string synthetic_tables(int first, int last);

}  // namespace schemadiff::testing
