// Names in a desired state that mean nothing anywhere, found before anything is planned.
#pragma once

#include <functional>
#include <string>

#include "engine/base/diagnostic.h"
#include "engine/introspect/catalog_reader.h"
#include "engine/model/catalog.h"
#include "engine/model/system_catalog.h"

namespace schemadiff {

// Errors for the names in `desired` (canonicalised) that the server does not know either: columns,
// and the relations and functions that pg_class and pg_proc have not got; schemas, languages,
// access methods, servers, wrappers and operator classes. A function is only missing when nothing
// at all has its name: whether its arguments fit is left to the server. In the snapshot of
// introspect(); asks only when there is something to ask. `hint_of_syntax`: for a name that is
// called, where a newer grammar has it as syntax; else "".
using HintOfSyntax = std::function<std::string(std::string_view)>;
Result<Diagnostics> find_missing_names(CatalogReader& reader, const SystemCatalog& system,
                                       Catalog& desired, const HintOfSyntax& hint_of_syntax);

}  // namespace schemadiff
