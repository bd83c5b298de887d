// What calls the function of a cast: PostgreSQL stores the function with the text, not the cast.
#pragma once

#include <map>
#include <vector>

#include "engine/diff/change.h"
#include "engine/model/catalog.h"
#include "engine/model/dependency.h"

namespace schemadiff {

// Objects whose texts use a cast that goes or will do something else, or at least call its
// function, where that is not seen as a difference because a text can't be read: as if they
// depended on the cast.
std::vector<Dependency> uses_of_casts(const Catalog& live, const Catalog& target,
                                      const std::map<ObjectId, Change>& changes,
                                      const std::vector<Dependency>& dependencies);

}  // namespace schemadiff
