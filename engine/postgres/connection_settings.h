// Which database is meant, and how to say so without its password.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/postgres/embedded_server.h"

namespace schemadiff {

struct ConnectionRequest {
  std::string db;          // --db: URL, keyword string, "embedded"; empty: the environment decides
  std::string configured;  // the url of the configuration file; empty: none
  // Leave out query parameters that libpq does not know, as ORMs put them into their URLs.
  bool ignore_unknown_parameters = false;
  EmbeddedServerOptions embedded;  // used when "embedded" is asked for
};

struct ConnectionSettings {
  std::string conninfo;  // for libpq. Holds secrets: never show it
  std::string display;   // postgresql://user@host:5432/database, for people
  std::string source;    // where it came from: "--db", "DATABASE_URL", "the PG… variables" …
  bool embedded = false;
  std::vector<std::string> warnings;  // for standard error
};

// --db, else SCHEMADIFF_DATABASE_URL, DATABASE_URL, the configuration, and at last what libpq makes
// of PGHOST, PGSERVICE and so on, which stay libpq's business (PGPASSFILE too).
// "embedded" starts the embedded server when it does not run.
Result<ConnectionSettings> resolve_connection(const ConnectionRequest& request);

// The same for one database that was named outright, such as a side of `schemadiff diff`.
// `source`: how it is called in messages.
Result<ConnectionSettings> resolve_database(const std::string& text, const std::string& source,
                                            const ConnectionRequest& request = {});

// SCHEMADIFF_DATABASE_URL or DATABASE_URL, whichever is set and comes first; nullptr: neither is.
const char* url_variable();

// A postgresql:// or postgres:// URL (or one of another tool's spelling, which then is an error
// with a hint), or "embedded". Keyword strings are not: they could be file names.
bool names_database(std::string_view text);

// Host, port, database and user of a conninfo, as a URL without password.
std::string describe_connection(const std::string& conninfo);

}  // namespace schemadiff
