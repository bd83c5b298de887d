// What an object goes with, whatever PostgreSQL calls the bond.
#pragma once

#include "engine/model/catalog.h"

namespace schemadiff {

// owner_of(); of a partition the table that it is a part of, of a sequence the column that owns it.
// Kind::none: it stands by itself.
ObjectId held_by(const Catalog& catalog, const ObjectId& id);

// What it is a part of in the end, by owner_of(), below the schema; itself, if it is no part.
ObjectId whole_of(const Catalog& catalog, const ObjectId& id);

}  // namespace schemadiff
