// How large tables are, as the catalog last noted it: no table is read or locked for it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "engine/base/result.h"
#include "engine/introspect/catalog_reader.h"
#include "engine/model/object_id.h"

namespace schemadiff {

struct RelationSize {
  std::optional<double> rows;  // pg_class.reltuples; nothing: never vacuumed nor analysed
  int64_t table_bytes = 0;     // pg_class.relpages, with TOAST
  int64_t index_bytes = 0;
};

// Of tables (a partitioned one: the sum of its partitions) and materialized views, by id.
using RelationSizes = std::map<ObjectId, RelationSize>;

Result<RelationSizes> read_relation_sizes(CatalogReader& reader);

}  // namespace schemadiff
