// What pg_depend would hold for a catalog that no server has.
#pragma once

#include <vector>

#include "engine/model/catalog.h"
#include "engine/model/dependency.h"

namespace schemadiff {

// From what the objects of a canonicalised catalog refer to; what is inside a body in quotes, or a
// text that can't be read, does not count.
std::vector<Dependency> declared_dependencies(const Catalog& catalog);

}  // namespace schemadiff
