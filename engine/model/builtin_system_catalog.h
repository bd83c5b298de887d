// The system catalog of a fresh database, for comparing without a server: built-in types, casts,
// operators, functions, operator classes and collations.
#pragma once

#include "engine/model/system_catalog.h"

namespace schemadiff {

// Of the newest version in the tables that is not newer than `server_version` (a
// server_version_num, 150000), or of the oldest there is; 0: of the newest.
SystemCatalog builtin_system_catalog(int server_version = 0);

}  // namespace schemadiff
