// What an extension brings is known to the server alone. One that is to be created is created for a
// moment, in a transaction that is rolled back, so that texts that use it can be read.
#pragma once

#include <vector>

#include "engine/base/result.h"
#include "engine/execute/statement_runner.h"
#include "engine/introspect/catalog_reader.h"
#include "engine/introspect/introspector.h"
#include "engine/introspect/probe_permission.h"

namespace schemadiff {

// Those of `desired` that the server does not have, in the order of their names.
std::vector<Extension> extensions_to_come(const Catalog& desired, const SystemCatalog& system);

// The system catalog as it will be with `extensions`; nullopt where they can't be created (no
// privilege, not installed on the machine) or the server can't be asked. Ends the snapshot of
// introspect(); the session is idle afterwards. Fails if the connection is lost.
Result<std::optional<SystemCatalog>> preview_extensions(CatalogReader& reader,
                                                        StatementRunner& server,
                                                        const LiveState& live,
                                                        const std::vector<Extension>& extensions,
                                                        ProbeMode mode);

}  // namespace schemadiff
