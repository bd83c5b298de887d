// A catalog as a TypeScript module for Drizzle ORM: schema.ts, and relations.ts beside it.
#pragma once

#include <string>

#include "engine/model/catalog.h"
#include "engine/model/relation_columns.h"

namespace schemadiff {

struct DrizzleOptions {
  bool keep_names = false;       // columns and constants as in the database, not in camel case
  std::string import_extension;  // ".js": what relations.ts puts behind "./schema"
};

struct DrizzleModules {
  std::string schema;
  std::string relations;
  size_t tables = 0;
};

// `catalog` has been canonicalised (its expressions know what they use).
DrizzleModules generate_drizzle(const Catalog& catalog, const RelationColumns& columns,
                                const DrizzleOptions& options);

}  // namespace schemadiff
