// The columns that relations have in the end: inherited ones, and those of views.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "engine/model/values.h"

namespace schemadiff {

// By table, view or materialized view, in their order.
using RelationColumns = std::map<ObjectId, std::vector<std::pair<Identifier, TypeRef>>>;

}  // namespace schemadiff
