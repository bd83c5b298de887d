// Catalog × Catalog -> [Change]. Names no kind.
#pragma once

#include <vector>

#include "engine/diff/change.h"
#include "engine/model/catalog.h"

namespace schemadiff {

// What must change for `live` to become `target`, in the order of ids.
std::vector<Change> diff(const Catalog& live, const Catalog& target);

// The fields in which the two objects of this id differ; both must exist.
FieldChanges changed_fields(const Catalog& live, const Catalog& target, const ObjectId& id);

}  // namespace schemadiff
