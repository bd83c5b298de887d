#include "engine/postgres/connection_settings.h"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace schemadiff {
namespace {

using Options = std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)>;

constexpr const char* kApplicationName = "schemadiff";

bool is_libpq_url(std::string_view text) {
  return text.starts_with("postgresql://") || text.starts_with("postgres://");
}

// The scheme of a URL as other tools write it: jdbc:postgresql, postgresql+asyncpg …; else "".
std::string_view foreign_scheme(std::string_view text) {
  const size_t end = text.find("://");
  if (end == std::string_view::npos || is_libpq_url(text)) return "";
  const std::string_view scheme = text.substr(0, end);
  const bool postgres =
      scheme.find("postgres") != std::string_view::npos || scheme == "postgis" || scheme == "pgsql";
  return postgres ? scheme : "";
}

std::string quoted(std::string_view value) {
  std::string text = "'";
  for (const char c : value) {
    if (c == '\'' || c == '\\') text += '\\';
    text += c;
  }
  return text + "'";
}

const char* value_of(const Options& options, std::string_view keyword) {
  for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option) {
    if (option->keyword == keyword) return option->val;
  }
  return nullptr;
}

std::string text_of(const Options& options, std::string_view keyword) {
  const char* value = value_of(options, keyword);
  return value == nullptr ? "" : value;
}

bool known_to_libpq(std::string_view keyword) {
  const Options defaults(PQconndefaults(), &PQconninfoFree);
  if (defaults == nullptr || keyword == "ssl") return true;
  for (const PQconninfoOption* option = defaults.get(); option->keyword != nullptr; ++option) {
    if (option->keyword == keyword) return true;
  }
  return false;
}

// Who puts such a parameter into a URL.
std::string_view author_of(std::string_view key) {
  constexpr std::pair<std::string_view, std::string_view> kAuthors[] = {
      {"schema", "Prisma"},
      {"connection_limit", "Prisma"},
      {"pool_timeout", "Prisma"},
      {"pgbouncer", "Prisma"},
      {"socket_timeout", "Prisma"},
      {"statement_cache_size", "Prisma"},
      {"sslaccept", "Prisma"},
      {"sslidentity", "Prisma"},
      {"currentSchema", "JDBC"},
      {"user_agent", "JDBC"},
      {"pool", "Rails"},
      {"pool_size", "an ORM"},
      {"encoding", "Rails"},
      {"adapter", "Rails"},
      {"supa", "Supabase"},
      {"search_path", "a Go driver"},
      {"pool_max_conns", "pgx"},
      {"default_query_exec_mode", "pgx"}};
  for (const auto& [name, author] : kAuthors) {
    if (name == key) return author;
  }
  return "another tool";
}

struct Query {
  std::string url;                   // without the parameters that libpq does not know
  std::vector<std::string> unknown;  // their names
};

Query split_query(const std::string& text) {
  Query result;
  const size_t mark = text.find('?');
  result.url = text.substr(0, mark);
  char separator = '?';
  for (size_t start = mark; start != std::string::npos;) {
    const size_t end = text.find('&', start + 1);
    const std::string part =
        text.substr(start + 1, end == std::string::npos ? end : end - start - 1);
    const std::string key = part.substr(0, part.find('='));
    if (known_to_libpq(key)) {
      result.url += separator + part;
      separator = '&';
    } else {
      result.unknown.push_back(key);
    }
    start = end;
  }
  return result;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

// A message of libpq's repeats parts of the string, and those may be parts of a password.
bool may_hold_password(std::string_view text) {
  const size_t scheme = text.find("://");
  return text.find("password") != std::string_view::npos ||
         (scheme != std::string_view::npos && text.find('@', scheme) != std::string_view::npos);
}

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain =
        std::isalnum(byte) != 0 || std::string_view("-_.~").find(c) != std::string_view::npos;
    result += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return result;
}

std::string describe(const Options& options) {
  if (const std::string service = text_of(options, "service"); !service.empty()) {
    return "service=" + service;
  }
  std::string host = text_of(options, "host");
  if (host.empty()) host = text_of(options, "hostaddr");
  const std::string user = text_of(options, "user"), port = text_of(options, "port"),
                    database = text_of(options, "dbname");
  const bool socket = host.starts_with('/') || host.empty();
  std::string text = "postgresql://";
  if (!user.empty()) text += escaped(user) + "@";
  if (!socket) text += host + (port.empty() ? "" : ":" + port);
  text += "/" + escaped(database);
  // Sockets are told apart by their folder, which people want to read.
  if (!host.empty() && socket) text += "?host=" + host;
  return text;
}

struct Named {
  std::string text, source;
  bool on_command_line = false;
};

Named choose(const ConnectionRequest& request) {
  if (!request.db.empty()) return {request.db, "--db", true};
  if (const char* name = url_variable()) return {std::getenv(name), name, false};
  if (!request.configured.empty()) return {request.configured, "the configuration file", false};
  constexpr const char* kVariables[] = {"PGHOST", "PGHOSTADDR", "PGSERVICE", "PGDATABASE"};
  const bool variables = std::any_of(std::begin(kVariables), std::end(kVariables),
                                     [](const char* name) { return std::getenv(name) != nullptr; });
  return {"", variables ? "the PG… variables" : "libpq's defaults", false};
}

}  // namespace

const char* url_variable() {
  for (const char* name : {"SCHEMADIFF_DATABASE_URL", "DATABASE_URL"}) {
    if (const char* value = std::getenv(name); value != nullptr && *value != '\0') return name;
  }
  return nullptr;
}

bool names_database(std::string_view text) {
  return text == "embedded" || is_libpq_url(text) || !foreign_scheme(text).empty();
}

std::string describe_connection(const std::string& conninfo) {
  const Options options(PQconninfoParse(conninfo.c_str(), nullptr), &PQconninfoFree);
  return options == nullptr ? "(a connection string that can't be read)" : describe(options);
}

Result<ConnectionSettings> resolve_database(const std::string& text, const std::string& source,
                                            const ConnectionRequest& request) {
  ConnectionSettings settings;
  settings.source = source;
  std::string conninfo = text;
  if (text == "embedded") {
    auto server = EmbeddedServer::locate(request.embedded);
    if (!server) return fail(server.error());
    if (auto started = server->start(); !started) return fail(started.error());
    settings.embedded = true;
    conninfo = server->conninfo();
  }
  if (const std::string_view scheme = foreign_scheme(conninfo); !scheme.empty()) {
    return fail(ErrorCode::usage,
                fmt::format("{}: {}:// is not a scheme that libpq knows", source, scheme),
                "write postgresql://user@host:5432/database");
  }
  if (is_libpq_url(conninfo)) {
    Query query = split_query(conninfo);
    if (!query.unknown.empty() && !request.ignore_unknown_parameters) {
      return fail(ErrorCode::usage,
                  fmt::format("{}: PostgreSQL's libpq does not know the URL parameter{} {} (of {})",
                              source, query.unknown.size() == 1 ? "" : "s", joined(query.unknown),
                              author_of(query.unknown.front())),
                  "take it out, or pass --ignore-unknown-url-params");
    }
    conninfo = std::move(query.url);
  } else if (conninfo.find('=') == std::string::npos &&
             conninfo.find_first_not_of(" \t") != std::string::npos) {
    return fail(ErrorCode::usage,
                fmt::format("{}: {} is not a connection string", source,
                            may_hold_password(conninfo) ? "that" : conninfo),
                conninfo.find_first_of("/ :@") == std::string::npos
                    ? fmt::format("write dbname={0} or postgresql:///{0}", conninfo)
                    : "write postgresql://user@host:5432/database");
  }

  char* message = nullptr;
  const Options options(PQconninfoParse(conninfo.c_str(), &message), &PQconninfoFree);
  const std::unique_ptr<char, decltype(&PQfreemem)> owned(message, &PQfreemem);
  if (options == nullptr) {
    std::string said = message == nullptr ? "out of memory" : message;
    while (!said.empty() && said.back() == '\n') said.pop_back();
    if (may_hold_password(conninfo)) said = "the connection string can't be read";
    return fail(ErrorCode::usage, fmt::format("{}: {}", source, said),
                is_libpq_url(conninfo)
                    ? "in a URL, write special characters of the password as %XX, such as %40 for @"
                    : "put a value with spaces or quotes into single quotes: password='a b'");
  }
  for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option) {
    if (option->val == nullptr || *option->val == '\0') continue;
    settings.conninfo += fmt::format("{}={} ", option->keyword, quoted(option->val));
  }
  if (text_of(options, "fallback_application_name").empty()) {
    settings.conninfo += fmt::format("fallback_application_name={}", kApplicationName);
  }
  settings.display = describe(options);
  return settings;
}

Result<ConnectionSettings> resolve_connection(const ConnectionRequest& request) {
  const Named named = choose(request);
  auto settings = resolve_database(named.text, named.source, request);
  if (!settings) return settings;
  if (named.on_command_line && !settings->embedded) {
    const Options options(PQconninfoParse(settings->conninfo.c_str(), nullptr), &PQconninfoFree);
    if (options != nullptr && !text_of(options, "password").empty()) {
      settings->warnings.push_back(
          "a password in --db is visible to others in the process list: use DATABASE_URL, "
          "PGPASSFILE "
          "or PGSERVICE");
    }
  }
  if (named.text.empty()) {
    // Only now do the variables matter, and just for display.
    const Options defaults(PQconndefaults(), &PQconninfoFree);
    if (defaults != nullptr) settings->display = describe(defaults);
  }
  return settings;
}

}  // namespace schemadiff
