// A column as CREATE TABLE and ADD COLUMN write it.
#pragma once

#include <string>

#include "engine/plan/step_builder.h"

namespace schemadiff {

// `id integer`, without its default, and what may stand behind that: `GENERATED … NOT NULL`.
TableStatement::Element column_element(const Column& column, Step& step, int server_version);

// What neither of these statements can say, as ALTER TABLE steps of their own: storage before 16,
// compression before 14 (none), statistics target, options.
void add_column_settings(const Column& column, StepBuilder& steps);

// ALTER TABLE steps for all in which an inherited column differs from its parent's. `declared`:
// CREATE TABLE … PARTITION OF said NOT NULL.
void set_apart(const Column& column, bool declared, StepBuilder& steps);

// "GENERATED ALWAYS AS IDENTITY (START WITH 10)"
std::string identity_sql(const Identity& identity, const TypeRef& type);

// What SET STORAGE says for a column's storage.
std::string storage_word(const Column& column, int server_version);

// The sequence behind an identity column: no object of a Catalog, and yet its name is taken.
ObjectId identity_sequence(const Column& column);

}  // namespace schemadiff
