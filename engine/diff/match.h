// Which live object a desired one is, where the file gives no name or another one.
#pragma once

#include <vector>

#include "engine/model/catalog.h"

namespace schemadiff {

struct MatchedRename {
  ObjectId live;
  ObjectId desired;
};

// Unnamed constraints and indexes take the name of the live object with the same definition, which
// goes before the name that PostgreSQL would have chosen. Returned are the live indexes that the
// file declares under another name (partition indexes, one per parent index): to be renamed.
std::vector<MatchedRename> match_names(const Catalog& live, Catalog& desired);

}  // namespace schemadiff
