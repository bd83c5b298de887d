// What the catalogs' rows are, under the names to come.
#pragma once

#include "engine/introspect/catalog_builder.h"
#include "engine/model/renames.h"

namespace schemadiff {

void take_new_names(CatalogAddresses& addresses, const Renames& renames);

}  // namespace schemadiff
