// In what order ALTER TYPE leaves the attributes of a composite type.
#pragma once

#include <vector>

#include "engine/objects/composite_type/composite_type.h"

namespace schemadiff {

// nullptr: it has none of this name.
const CompositeAttribute* find_attribute(const CompositeType& type, Identifier name);

// Those of `live` that `desired` has, as they stand, and behind them those that are new.
std::vector<Identifier> order_after_alter(const CompositeType& live, const CompositeType& desired);

std::vector<Identifier> attribute_names(const CompositeType& type);

}  // namespace schemadiff
