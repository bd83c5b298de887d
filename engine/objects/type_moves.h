// Types that PostgreSQL can't alter into what is wanted: values taken from an enum or put in
// another order, another base of a domain or subtype of a range, another type of an attribute that
// is stored somewhere, a type of another kind. A new type takes the name, the columns go over to it
// by the text of their values, and the old one goes. So it is with collations, whose columns keep
// their values as they are.
#pragma once

#include "engine/plan/step_builder.h"

namespace schemadiff {

// With the types that are made of such types; each with the name that it waits under.
std::map<ObjectId, Identifier> find_type_moves(const StepBuilder& steps);

// The desired type or collation that takes the name of a live one; Kind::none: there is none.
ObjectId successor_of(const ObjectId& type, const Catalog& desired);

// Stands for a table that is OF no type by then, so that its columns can be altered.
ObjectId left_type(const ObjectId& table);

// Columns of live tables that store rows of a table, or of one below it: PostgreSQL then refuses
// to give the table's rows other values. Those that go must do so before `step`; gives one that
// stays, or nullptr.
const Column* stores_rows_of(const ObjectId& table, std::vector<ObjectId>& going,
                             const StepBuilder& steps);

// Refuses types that columns of such tables would have to go over to. True: it did.
bool refuse_stored_rows(StepBuilder& steps);

// Live columns whose values go over to the new types, in the order of their ids.
std::vector<const Column*> columns_moved(const StepBuilder& steps);

// Refuses composite types whose values would come to stand under other attributes. True: it did.
bool refuse_moved_attributes(StepBuilder& steps);

// Refuses types that columns of foreign tables below others would have to go over to. True: it did.
bool refuse_foreign_tables(StepBuilder& steps);

// Refuses types of columns that a table has from two parents. True: it did.
bool refuse_shared_columns(StepBuilder& steps);

// Refuses types that tables are OF which could not be OF the new one.
void refuse_typed_tables(StepBuilder& steps);

// The steps for all of Moves::types; each is about one of them.
void move_types(StepBuilder& steps);

}  // namespace schemadiff
