// Types as function signatures know them.
#pragma once

#include "engine/model/values.h"

namespace schemadiff {

// The type as format_type(oid, NULL) writes it: arguments and results of functions and subtypes of
// ranges keep no modifiers ("numeric(10,2)[]" -> "numeric[]", "bpchar" -> "character").
TypeRef without_modifiers(TypeRef type);

}  // namespace schemadiff
