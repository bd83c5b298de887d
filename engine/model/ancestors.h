// Where a table has columns and constraints from besides its own.
#pragma once

#include "engine/model/catalog.h"

namespace schemadiff {

// What `table` is a partition of or inherits from, in the order of pg_inherits.
std::vector<ObjectId> parents_of(const Table& table);
// The same of a table, or a part of one, by its id; empty if the catalog has no such table.
std::vector<ObjectId> parents_of(const Catalog& catalog, const ObjectId& table);
// With their parents, nearest first, each once.
std::vector<ObjectId> ancestors_of(const Catalog& catalog, const ObjectId& table);
// A column of a table, its own or a parent's; nullptr: there is none.
const Column* find_column(const Catalog& catalog, const ObjectId& column);

// What children have of a parent's column: a NOT NULL that is NO INHERIT is the parent's alone.
Column as_inherited(Column column);
// And what they have of another parent's as well: NOT NULL, where the first has none.
void add_inherited(const Column& other, Column& inherited);

bool is_child(const Table& table, const ObjectId& parent);
bool is_child(const Catalog& catalog, const ObjectId& table, const ObjectId& parent);

}  // namespace schemadiff
