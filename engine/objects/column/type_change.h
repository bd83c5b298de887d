// What ALTER COLUMN … TYPE does to the values of a column.
#pragma once

#include <string>

#include "engine/plan/step_builder.h"

namespace schemadiff {

struct TypeChange {
  bool assignable = true;      // an assignment cast leads there: no USING
  bool keeps_values = false;   // every value of the old type comes out the same
  bool rewrites = true;        // the table's files
  bool reindexes = false;      // the column's indexes alone: the new type has operators of its own
  std::string using_cast;      // where not assignable: "::integer", what to put behind the column
  bool makes_array = false;    // where not assignable: each value becomes an array of it alone
  bool makes_json = false;     // where not assignable: by to_json() or to_jsonb()
  bool fails_on_rows = false;  // no value of the old type reads as one of the new
};

// What a column's value becomes: "c::text::t". `value` is SQL that names the column.
std::string converted(const std::string& value, const TypeChange& change);

TypeChange classify_type_change(const TypeRef& from, const TypeRef& to, const StepBuilder& steps);

// "ALTER COLUMN c TYPE t USING c::text::t"
std::string retype_action(const Column& desired, const TypeChange& change);

// Whether PostgreSQL can compare a value of one with a value of the other, as a foreign key between
// them needs: both are of one family of operators. Each comes with the catalog that its domains are
// in.
bool can_compare(const TypeRef& left, const Catalog& left_catalog, const TypeRef& right,
                 const Catalog& right_catalog);

// Whether what is stored over a column of one type is the same over the other: ALTER COLUMN … TYPE
// writes expressions as text and reads them again, constants with the types that they have.
bool reads_alike(const TypeRef& from, const Catalog& live, const TypeRef& to,
                 const Catalog& desired);

// The tables below that keep the column NOT NULL by constraints of their own, under other names:
// ALTER COLUMN … TYPE makes that of the column anew for all of them, and finds theirs in its way.
std::vector<const Table*> keep_not_null_below(const ObjectId& column, const MemberIndex& live);

// attstorage of a column that does not say otherwise, for servers without SET STORAGE DEFAULT.
std::string default_storage(const TypeRef& type, const StepBuilder& steps);

}  // namespace schemadiff
