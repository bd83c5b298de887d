// What a database has and no object or field of the model stands for.
#pragma once

#include <string>

namespace schemadiff {

// A query for a server of this version: rows of a word and a name, sorted. Nothing that every new
// database has, and nothing of extensions or PostgreSQL itself, unless somebody changed it.
// tests/unit/catalog_columns.txt says which columns of the catalogs come to light here.
std::string unmanaged_query(int server_version);

}  // namespace schemadiff
