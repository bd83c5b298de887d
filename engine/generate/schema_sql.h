// A catalog as schema.sql: what a person would have written.
#pragma once

#include <string>
#include <vector>

#include "engine/model/catalog.h"
#include "engine/plan/plan.h"

namespace schemadiff {

// Spells a column with its own sequence as serial, bigserial or smallserial again, where that gives
// exactly the same objects. `catalog` has been canonicalised (its expressions know what they use).
void spell_serials(Catalog& catalog);

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
