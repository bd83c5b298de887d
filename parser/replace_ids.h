// Renames within a catalog that is being built.
#pragma once

#include <functional>

#include "engine/model/catalog.h"

namespace schemadiff {

// Gives every object, and every reference to one, the id that `map` says; types that are written
// by the name of `from` are written by that of `to`.
void replace_ids(Catalog& catalog, const std::function<ObjectId(const ObjectId&)>& map,
                 const ObjectId& from, const ObjectId& to);

}  // namespace schemadiff
