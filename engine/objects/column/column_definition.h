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

// The new sequence of an identity column may take the name of a live one, once that is gone.
void supersede_sequence(const Column& column, Step& step);

}  // namespace schemadiff
