// A catalog as schema.sql: what a person would have written.
#pragma once

#include <string>
#include <vector>

#include "engine/model/catalog.h"
#include "engine/plan/plan.h"

namespace schemadiff {

// Takes out of a live catalog what goes without saying: indexes that partitions get from their
// parent, default names of sequences, parentheses; spells columns with their own sequence as
// serial. `catalog` has been canonicalised (its expressions know what they use).
void simplify(Catalog& catalog);

// The statements of a plan from nothing to `catalog`, those of one object together as far as
// dependencies allow, under short headings. Runs in psql, and reads back as the same catalog.
std::string schema_sql(const Plan& plan, const Catalog& catalog, const std::string& heading);

struct SchemaFile {
  std::string path;  // "tables/public.users.sql"
  std::string text;
};
// The same in one file for each object that stands by itself.
std::vector<SchemaFile> split_schema_sql(const Plan& plan, const Catalog& catalog);

}  // namespace schemadiff
