// Which objects can't be there side by side, though their kinds differ.
#pragma once

#include <vector>

#include "engine/model/catalog.h"

namespace schemadiff {

// The names of its schema that an object takes. Relations share one set (pg_class), with the
// indexes behind constraints; types another (pg_type), with the row types of relations.
std::vector<ObjectId> names_in_schema(const Catalog& catalog, const ObjectId& id);

}  // namespace schemadiff
