// What PostgreSQL would refuse while the plan is applied, though no statement is wrong by itself:
// said before anything is done.
#pragma once

#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/base/result.h"
#include "engine/diff/change.h"
#include "engine/diff/scope.h"
#include "engine/execute/statement_runner.h"
#include "engine/introspect/catalog_reader.h"
#include "engine/model/catalog.h"
#include "engine/model/renames.h"
#include "engine/plan/plan.h"

namespace schemadiff {

// Each appends to `problems`; those that ask the server fail as it fails.

// Extensions: whether there is a way to the other version and schema. New ones are told what they
// require.
Result<void> check_extensions(CatalogReader& reader, const Catalog& live, Catalog& desired,
                              Diagnostics& problems);

// A file may speak of the name of a NOT NULL that the server keeps without a constraint.
void check_not_null_comments(const Catalog& desired, int server_version, Diagnostics& problems);

// Sequences, those of identity columns too, that stand beyond their new limits. `renames`: by which
// `live` has its names, but the server not yet.
Result<void> check_sequences(StatementRunner& server, const Catalog& live, const Catalog& target,
                             const std::vector<Change>& changes, const Renames& renames,
                             Diagnostics& problems);

// What is out of scope is not created for those that need it.
void check_left_out(const Plan& plan, const Catalog& live, const Scoped& scoped,
                    Diagnostics& problems);

}  // namespace schemadiff
