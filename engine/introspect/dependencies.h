// pg_depend and pg_shdepend, read when a plan needs them.
#pragma once

#include <vector>

#include "engine/introspect/introspector.h"
#include "engine/model/dependency.h"

namespace schemadiff {

// All dependencies among objects of the database, in the snapshot of introspect(). What PostgreSQL
// derives (row types, array types, TOAST, identity sequences, defaults, _RETURN rules, indexes of
// constraints) stands for the object it belongs to; dependencies of an object on itself are left
// out. What is not modelled has Kind::none and pg_describe_object()'s text as name.
Result<std::vector<Dependency>> read_dependencies(CatalogReader& reader, const LiveState& live);

}  // namespace schemadiff
