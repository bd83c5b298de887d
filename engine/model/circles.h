// Objects of a file that can't be created in any order.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/model/catalog.h"

namespace schemadiff {

// Errors for views, materialized views and functions with SQL-standard bodies that use themselves
// or each other in a circle; bodies in quotes are only looked at when they run. `desired` is
// canonicalised: its expressions know what they refer to.
Diagnostics find_circles(const Catalog& desired);

}  // namespace schemadiff
