// Defaults of columns as Drizzle writes them.
#pragma once

#include <string>

#include "engine/generate/drizzle/types.h"

namespace schemadiff::drizzle {

struct DefaultCall {
  std::string text;  // ".default(5)", ".defaultNow()", ".default(sql`…`)"
  bool uses_sql = false;
};

// What is no plain literal of the type stays SQL, whole.
DefaultCall default_call(const ColumnType& type, const SqlExpression& expression,
                         const Catalog& catalog);

}  // namespace schemadiff::drizzle
