// Which objects can't be there side by side, though their kinds differ.
#pragma once

#include <vector>

#include "engine/model/catalog.h"

namespace schemadiff {

// The names of its schema that an object takes. Relations share one set (pg_class), with the
// indexes behind constraints; types another (pg_type), with the row types of relations.
std::vector<ObjectId> names_in_schema(const Catalog& catalog, const ObjectId& id);
// The names that must be free when it is created: a sequence has no row type since PostgreSQL 14,
// and can't be created beside a type of its name all the same.
std::vector<ObjectId> names_to_be_free(const Catalog& catalog, const ObjectId& id);

}  // namespace schemadiff
