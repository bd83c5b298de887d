// Indexes of a table as Drizzle writes them.
#pragma once

#include <string>
#include <vector>

#include "engine/generate/drizzle/model.h"
#include "engine/generate/drizzle/types.h"

namespace schemadiff::drizzle {

struct IndexText {
  std::string code;                  // index("name").using("btree", …)
  std::vector<std::string> remarks;  // what it can't say
  bool uses_sql = false;
  bool uses_table = false;
};

// `types`: of the table's columns, in their order.
IndexText index_text(const Index& index, const ModelRelation& table,
                     const std::vector<ColumnType>& types);

// "btree (a, b DESC) WHERE …": for people.
std::string describe_index(const Index& index);

}  // namespace schemadiff::drizzle
