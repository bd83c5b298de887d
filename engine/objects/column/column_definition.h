// A column as CREATE TABLE and ADD COLUMN write it.
#pragma once

#include <string>

#include "engine/plan/step_builder.h"

namespace schemadiff {

enum class NotNullNames : uint8_t {
  unusual,  // said where PostgreSQL would choose another one
  all,      // said always: there may be another table with the usual ones
};

// `id integer`, without its default, and what may stand behind that: `GENERATED … NOT NULL`.
TableStatement::Element column_element(const Column& column, Step& step, int server_version,
                                       NotNullNames names = NotNullNames::unusual);

// The constraint that keeps it NOT NULL, by not_null_name(). No object of a Catalog, and yet
// comments and other constraints meet its name.
ObjectId not_null_id(const Column& column);
// "CONSTRAINT name NOT NULL NO INHERIT"; "" where the column may be NULL, or becomes NOT NULL by
// another step.
std::string not_null_words(const Column& column, int server_version,
                           NotNullNames names = NotNullNames::unusual);
// What ALTER TABLE says to a column that is there: "ALTER COLUMN c SET NOT NULL", or, where there
// is more to it, "ADD CONSTRAINT name NOT NULL c NO INHERIT NOT VALID".
std::string set_not_null_action(const Column& column, int server_version);
// The column, and what keeps it NOT NULL.
void produce(const Column& column, Step& step);
// Of an inherited column: the parent's; nullptr: none has it.
const Column* parent_column(const ObjectId& column, const StepBuilder& steps);

// What a column has beyond its type where ALTER TYPE … CASCADE has added it.
void settle_in_typed_table(const Column& column, StepBuilder& steps);

// What neither of these statements can say, as ALTER TABLE steps of their own: storage,
// compression before 14 (none), statistics target, options, a NOT NULL that is NOT VALID.
void add_column_settings(const Column& column, StepBuilder& steps);

// ALTER TABLE steps for all in which an inherited column differs from its parent's. `declared`:
// CREATE TABLE … PARTITION OF said NOT NULL.
void set_apart(const Column& column, bool declared, StepBuilder& steps);

// "GENERATED ALWAYS AS IDENTITY (START WITH 10)"
std::string identity_sql(const Identity& identity, const TypeRef& type);

// What SET STORAGE says for a column's storage.
std::string storage_word(const Column& column, const StepBuilder& steps);

// The sequence behind an identity column: no object of a Catalog, and yet its name is taken.
ObjectId identity_sequence(const Column& column);
// Whatever has that name now and goes, goes before `step`: PostgreSQL would choose another name.
void free_identity_sequence(const Column& column, Step& step, const StepBuilder& steps);

}  // namespace schemadiff
