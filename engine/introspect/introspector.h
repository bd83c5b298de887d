// Reads the whole state of a database in one snapshot, with a fixed number of queries.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/introspect/catalog_builder.h"
#include "engine/introspect/catalog_reader.h"
#include "engine/model/catalog.h"
#include "engine/model/system_catalog.h"

namespace schemadiff {

struct IntrospectOptions {
  // How often the catalogs are read before somebody else's DDL makes us give up.
  int attempts = 3;
};

// One that may see what we do, an extension's too.
struct ListeningTrigger {
  std::string name;
  std::string event;   // "ddl_command_start", …
  char enabled = 'O';  // O origin, D disabled, R replica, A always
};

struct LiveState {
  Catalog catalog;
  SystemCatalog system;
  CatalogAddresses addresses;  // which catalog row is which object
  std::string database;
  int server_version = 0;
  std::string time_zone;              // current_setting('TimeZone')
  std::string witness;                // schema_witness() of the snapshot; empty: nobody asked yet
  bool can_create_temporary = false;  // has TEMPORARY on the database
  bool standby = false;
  bool read_only = false;  // a standby, or default_transaction_read_only
  std::vector<ListeningTrigger> event_triggers;
  // What is there but neither an object nor a field of one: "large object", "database setting", …
  // -> names, sorted (engine/introspect/unmanaged.h).
  std::map<std::string, std::vector<std::string>> unmanaged;
};

// Begins a REPEATABLE READ READ ONLY transaction, reads, makes sure that no DDL was committed
// meanwhile (pg_get_*() see the newest catalog, not the snapshot), and leaves the transaction open
// for read_dependencies() and read_attachments(): call finish_snapshot() when done with them, and
// before changing anything. After a failure no transaction is open.
Result<LiveState> introspect(CatalogReader& reader, const IntrospectOptions& options = {});
Result<void> finish_snapshot(CatalogReader& reader);

// The same in the transaction in force, which stays open; the caller sees to it that nobody changes
// the schema meanwhile. Sets search_path to pg_catalog.
Result<LiveState> introspect_in_transaction(CatalogReader& reader);

// Only what exists without being ours: for the parser, before or without introspect().
Result<SystemCatalog> read_system_catalog(CatalogReader& reader);

// A text that differs after any committed DDL. Reads the row versions of all catalogs that DDL
// writes to, in the snapshot in force.
Result<std::string> schema_witness(CatalogReader& reader);

}  // namespace schemadiff
