// Which live object a desired one is, where the file gives no name or another one.
#pragma once

#include <vector>

#include "engine/model/renames.h"

namespace schemadiff {

// Unnamed constraints and indexes take the name of the live object with the same definition, which
// goes before the name that PostgreSQL would have chosen; unnamed parts of partitions that of the
// live part.
void match_names(const Catalog& live, Catalog& desired);

// Live parts of partitions (of an index or key of the parent there is one in each) that the file
// declares under other names: to be renamed. After names are matched.
std::vector<Rename> renamed_parts(const Catalog& live, const Catalog& desired);

}  // namespace schemadiff
