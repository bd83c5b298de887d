// How far the sequences behind keys have got.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/base/result.h"
#include "engine/introspect/catalog_reader.h"
#include "engine/model/object_id.h"

namespace schemadiff {

struct KeyUse {
  ObjectId column;    // that owns the sequence (serial or identity)
  int64_t last = 0;   // the last value handed out
  int64_t limit = 0;  // the largest that both the sequence and the column's type can hold
};

// Of all ascending sequences that were used and that this role may read.
Result<std::vector<KeyUse>> read_key_uses(CatalogReader& reader);

}  // namespace schemadiff
