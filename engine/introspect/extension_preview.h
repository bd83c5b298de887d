// What an extension brings is known to the server alone. One that is to be created is created for a
// moment, and one that is to move is moved, in a transaction that is rolled back: so that texts
// that use it can be read.
#pragma once

#include <optional>
#include <vector>

#include "engine/base/result.h"
#include "engine/execute/statement_runner.h"
#include "engine/introspect/catalog_reader.h"
#include "engine/introspect/introspector.h"
#include "engine/introspect/probe_permission.h"

namespace schemadiff {

// In the order of their names.
struct ExtensionsToTry {
  std::vector<Extension> coming;  // the server does not have them
  std::vector<Extension> moving;  // it has them in another schema

  bool empty() const { return coming.empty() && moving.empty(); }
};
ExtensionsToTry extensions_to_try(const Catalog& desired, const LiveState& live);

// What each of the extensions, of the version that it says or the usual one, requires. Fails as the
// server does.
Result<void> find_required(CatalogReader& reader, const std::vector<Extension*>& extensions);

struct ExtensionPreview {
  // False where it could not be tried (no privilege, not installed on the machine, not relocatable)
  // or the server can't be asked: `system` is as before, and extensions that move count as there.
  bool tried = false;
  SystemCatalog system;  // as it will be
  // With extensions that move: the database as it is, but for the names of all that they hold,
  // which PostgreSQL changes wherever it is used.
  std::optional<LiveState> moved;
};

// ALTER EXTENSION … SET SCHEMA, and the schema if need be, in the transaction that is open. False:
// the server won't have it, and the transaction is aborted.
Result<bool> relocate(StatementRunner& server, const Extension& extension);

// `live` is of the snapshot in force, which is ended; the session is idle afterwards. Locks tables
// that belong to a moving extension meanwhile. Fails if the connection is lost.
Result<ExtensionPreview> preview_extensions(CatalogReader& reader, StatementRunner& server,
                                            const LiveState& live,
                                            const ExtensionsToTry& extensions, ProbeMode mode);

// Puts what was seen into the place of `live`, which is of the snapshot in force. Fails if the
// schema is another one than at the time of the preview.
Result<void> adopt(ExtensionPreview preview, CatalogReader& reader, LiveState& live);

}  // namespace schemadiff
