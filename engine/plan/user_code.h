// Steps in which PostgreSQL runs what the user has written: triggers while rows are written,
// functions behind indexes, CHECKs, generated columns and defaults while a table is, event triggers
// at any of them.
#pragma once

#include <vector>

#include "engine/model/catalog.h"
#include "engine/plan/step.h"

namespace schemadiff {

// Such code names things as it does in any other session: these steps get the path that a session
// has by default, or the one that the files SET for all functions. All that the step itself names
// is qualified.
void give_paths_to_user_code(std::vector<Step>& steps, const Catalog& live, const Catalog& target);

}  // namespace schemadiff
