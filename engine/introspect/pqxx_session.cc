#include "engine/introspect/pqxx_session.h"

#include <atomic>

#include "engine/base/identifier.h"
#include "engine/introspect/pqxx_compat.h"

namespace schemadiff {

namespace {

class PqxxRows : public RowSet, public Row {
 public:
  explicit PqxxRows(pqxx::result result) : cursor_(std::move(result)) {}
  size_t size() const override { return cursor_.size(); }
  bool next() override { return cursor_.next(); }
  const Row& row() const override { return *this; }
  const char* value(int column) const override { return cursor_.value(column); }

 private:
  pqxx_compat::RowCursor cursor_;
};

// Everything that changes what the server prints or how it reads what we send, and what would make
// reading slow (jit) or kill it half-way (timeouts of the role or database).
std::string pinned_settings(int server_version, const SessionOptions& options) {
  const auto set = [](std::string_view name, std::string_view value) {
    return "pg_catalog.set_config('" + std::string(name) + "', " + quote_literal(value) +
           ", false)";
  };
  std::string sql = "SELECT " + set("search_path", "pg_catalog");
  for (const auto& [name, value] : std::initializer_list<std::pair<const char*, const char*>>{
           {"client_encoding", "UTF8"},
           {"datestyle", "ISO, YMD"},
           {"intervalstyle", "postgres"},
           {"extra_float_digits", "1"},
           {"bytea_output", "hex"},
           {"quote_all_identifiers", "off"},
           {"standard_conforming_strings", "on"},
           {"escape_string_warning", "off"},
           {"transform_null_equals", "off"},
           {"xmloption", "content"},
           {"check_function_bodies", "off"},
           {"default_tablespace", ""},
           {"default_table_access_method", "heap"},
           {"jit", "off"},
           {"idle_in_transaction_session_timeout", "0"}}) {
    sql += ", " + set(name, value);
  }
  if (server_version >= 140000) sql += ", " + set("default_toast_compression", "pglz");
  if (server_version >= 170000) sql += ", " + set("transaction_timeout", "0");
  sql += ", " + set("lock_timeout", std::to_string(options.lock_timeout.count()));
  sql += ", " + set("statement_timeout", std::to_string(options.statement_timeout.count()));
  sql +=
      ", pg_catalog.set_config('application_name', CASE WHEN "
      "pg_catalog.current_setting('application_name') = '' THEN 'schemadiff' ELSE "
      "pg_catalog.current_setting('application_name') END, false)";
  return sql;
}

// The value after "NAME:  " at the start of a line of a server message; removes it from `message`.
std::string take_part(std::string& message, std::string_view name) {
  const std::string start = "\n" + std::string(name) + ":  ";
  const size_t at = message.find(start);
  if (at == std::string::npos) return "";
  size_t end = at + start.size();
  // A part ends where another line starts with an upper-case word and a colon.
  while (end < message.size()) {
    const size_t line = message.find('\n', end);
    if (line == std::string::npos) {
      end = message.size();
      break;
    }
    size_t word = line + 1;
    while (word < message.size() && message[word] >= 'A' && message[word] <= 'Z') ++word;
    const bool next_part = word > line + 1 && message.compare(word, 3, ":  ") == 0;
    end = line;
    if (next_part) break;
    ++end;
  }
  std::string value = message.substr(at + start.size(), end - at - start.size());
  message.erase(at, end - at);
  while (!value.empty() && value.back() == '\n') value.pop_back();
  return value;
}

ErrorCode code_of(std::string_view sqlstate) {
  if (sqlstate == "55P03") return ErrorCode::lock_timeout;
  if (sqlstate == "42501") return ErrorCode::permission;
  if (sqlstate.substr(0, 2) == "08" || sqlstate == "57P01" || sqlstate == "57P02" ||
      sqlstate == "57P03") {
    return ErrorCode::connection;
  }
  return ErrorCode::statement;
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.remove_suffix(1);
  while (!text.empty() && (text.front() == '\n' || text.front() == ' ')) text.remove_prefix(1);
  return std::string(text);
}

// Whose code failed: "PL/pgSQL function check() line 1 at RAISE", innermost first; else "". The
// other lines may hold rows.
std::string function_in(std::string_view context) {
  while (!context.empty()) {
    const size_t end = std::min(context.find('\n'), context.size());
    const std::string_view line = context.substr(0, end);
    if (line.starts_with("PL/pgSQL function ") || line.starts_with("SQL function ")) {
      return std::string(line);
    }
    context.remove_prefix(std::min(end + 1, context.size()));
  }
  return "";
}

Error connection_error(std::string_view what) {
  Error error;
  // libpqxx 8 says this itself, before the version can be asked for.
  if (what.find("Unsupported server version") != std::string_view::npos) {
    error.code = ErrorCode::server_version;
    error.sentence = "the server is PostgreSQL 10 or older; schemadiff works with 13 to 18";
    error.hint = "upgrade the server";
    return error;
  }
  error.code = ErrorCode::connection;
  error.sentence = "can't connect: " + trimmed(what);
  error.hint =
      "check --db (or DATABASE_URL, PGHOST, PGPORT …) and that the server is running; "
      "--db embedded is one of schemadiff's own";
  if (what.find("password") != std::string_view::npos ||
      what.find("authentication") != std::string_view::npos) {
    error.hint = "check the user and the password (PGPASSWORD, ~/.pgpass), and pg_hba.conf";
  } else if (what.find("role \"") != std::string_view::npos) {
    error.hint = "check the user in --db (or PGUSER); createuser makes a new one";
  } else if (what.find("does not exist") != std::string_view::npos) {
    error.hint = "check the name; createdb makes a new database";
  }
  return error;
}

}  // namespace

Error server_error(std::string_view message, std::string_view sqlstate,
                   std::string_view statement) {
  std::string text = trimmed(message);
  Error error;
  error.code = code_of(sqlstate);
  error.sqlstate = sqlstate;
  error.statement = statement;
  error.retryable = sqlstate == "55P03" || sqlstate == "40P01" || sqlstate == "40001";
  const std::string function = function_in(take_part(text, "CONTEXT"));
  error.hint = take_part(text, "HINT");
  const std::string detail = take_part(text, "DETAIL");
  // libpqxx 7.8 and later say in front what they were doing.
  if (text.starts_with("Failure during '")) {
    const size_t end = text.find("': ");
    if (end != std::string::npos) text.erase(0, end + 3);
  }
  // "ERROR:  ", in whatever language the server speaks: a word, a colon, two spaces.
  const size_t colon = text.find(":  ");
  if (colon != std::string::npos && colon < text.find_first_of(" \n")) text.erase(0, colon + 3);
  // What follows the first line is the statement again, with a caret.
  const size_t excerpt = text.find("\nLINE ");
  if (excerpt != std::string::npos) text.erase(excerpt);
  error.sentence = trimmed(text);
  if (!detail.empty()) error.sentence += " (" + detail + ")";
  if (!function.empty()) error.sentence += ", in " + function;
  if (error.hint.empty() && error.code == ErrorCode::lock_timeout) {
    error.hint = "another session holds the lock; run again, or raise --lock-timeout";
  }
  if (error.hint.empty() && sqlstate == "57014") {
    error.hint = "raise --statement-timeout if it is too short; else somebody cancelled it";
  }
  if (error.hint.empty() && error.code == ErrorCode::permission) {
    error.hint = "connect as a role that may, or let --role name one";
  }
  return error;
}

struct Session::State {
  explicit State(const std::string& conninfo) : connection(conninfo) {}

  std::vector<std::string> notices;  // outlives the connection that fills it
  pqxx::connection connection;
  std::unique_ptr<pqxx_compat::NoticeListener> listener;
  // Passes statements through as they are; transactions are ours to begin and end.
  std::unique_ptr<pqxx::nontransaction> channel;
  std::atomic<bool> cancelled{false};
  int version = 0;
  int pid = 0;
  std::string database;
  std::string user;
  std::string version_text;
  bool standby = false;
  bool read_only = false;
  bool superuser = false;

  Result<pqxx::result> execute(std::string_view sql) {
    if (cancelled) {
      Error error;
      error.code = ErrorCode::interrupted;
      error.sentence = "interrupted";
      error.statement = sql;
      return fail(std::move(error));
    }
    try {
      return channel->exec(std::string(sql));
    } catch (const pqxx::broken_connection& e) {
      return fail(broken(e.what(), sql));
    } catch (const pqxx::sql_error& e) {
      // libpqxx 6.4 forgets the state of this one.
      const bool denied = dynamic_cast<const pqxx::insufficient_privilege*>(&e) != nullptr;
      Error error = server_error(e.what(), denied ? "42501" : e.sqlstate(), sql);
      // Some failures of the socket come without a state.
      if (error.sqlstate.empty() && !connection.is_open()) return fail(lost(e.what(), sql));
      if (error.sqlstate == "57014" && cancelled) {
        error.code = ErrorCode::interrupted;
        error.sentence = "interrupted";
      }
      return fail(std::move(error));
    } catch (const std::exception& e) {
      if (!connection.is_open()) return fail(lost(e.what(), sql));
      return fail(server_error(e.what(), "", sql));
    }
  }

  // libpqxx throws the same when the server says that it could not connect to another one: the
  // publisher of a subscription, a foreign server.
  Error broken(std::string_view what, std::string_view sql) const {
    if (!connection.is_open()) return lost(what, sql);
    Error error = server_error(what, "", sql);
    if (error.hint.empty()) {
      error.hint =
          "it is another server that this one can't talk to, and nothing of the statement is done "
          "here; run again when that one is reachable";
    }
    return error;
  }

  static Error lost(std::string_view what, std::string_view sql) {
    Error error;
    error.code = ErrorCode::connection;
    error.sentence = "the connection to the server was lost";
    // libpqxx 6.4 says what it tried next instead.
    if (what.find("client encoding") == std::string_view::npos &&
        what.find("reactivat") == std::string_view::npos) {
      error.sentence += ": " + trimmed(what);
    }
    error.hint = "run again when the server is reachable";
    error.statement = sql;
    return error;
  }
};

Session::Session(std::unique_ptr<State> state, SessionOptions options)
    : state_(std::move(state)), options_(std::move(options)) {}

Session::~Session() = default;

Result<std::unique_ptr<Session>> Session::connect(const SessionOptions& options) {
  std::unique_ptr<State> state;
  try {
    state = std::make_unique<State>(options.conninfo);
    pqxx_compat::forbid_reconnecting(state->connection);
    state->listener = std::make_unique<pqxx_compat::NoticeListener>(
        state->connection,
        [notices = &state->notices](std::string message) { notices->push_back(trimmed(message)); });
    state->channel = std::make_unique<pqxx::nontransaction>(state->connection);
    state->version = state->connection.server_version();
  } catch (const std::exception& e) {
    return fail(connection_error(e.what()));
  }
  if (state->version < kOldestServer || state->version > kNewestServer) {
    return fail(ErrorCode::server_version,
                "the server is PostgreSQL " + std::to_string(state->version / 10000) +
                    "; schemadiff works with 13 to 18",
                state->version < kOldestServer ? "upgrade the server"
                                               : "a newer schemadiff may know this server");
  }
  auto pinned = state->execute(pinned_settings(state->version, options));
  if (!pinned) return fail(std::move(pinned.error()));
  if (!options.role.empty()) {
    auto role = state->execute("SET ROLE " + quote_identifier(options.role));
    if (!role) {
      Error error = std::move(role.error());
      error.hint = "the login role must be a member of the role given by --role";
      return fail(std::move(error));
    }
  }
  auto facts = state->execute(
      "SELECT pg_backend_pid(), current_database(), current_user, current_setting("
      "'server_version'), pg_is_in_recovery(), current_setting('default_transaction_read_only') = "
      "'on', current_setting('is_superuser') = 'on'");
  if (!facts) return fail(std::move(facts.error()));
  PqxxRows rows(std::move(*facts));
  rows.next();
  state->pid = static_cast<int>(rows.integer(0));
  state->database = rows.string(1);
  state->user = rows.string(2);
  state->version_text = rows.string(3);
  state->standby = rows.boolean(4);
  state->read_only = state->standby || rows.boolean(5);
  state->superuser = rows.boolean(6);
  return std::unique_ptr<Session>(new Session(std::move(state), options));
}

Result<std::unique_ptr<RowSet>> Session::query(std::string_view sql) {
  auto result = state_->execute(sql);
  if (!result) return fail(std::move(result.error()));
  return std::make_unique<PqxxRows>(std::move(*result));
}

Result<void> Session::run(std::string_view sql) {
  auto result = state_->execute(sql);
  if (!result) return fail(std::move(result.error()));
  return {};
}

Result<std::optional<std::string>> Session::value(std::string_view sql) {
  auto rows = query(sql);
  if (!rows) return fail(std::move(rows.error()));
  if (!(*rows)->next() || (*rows)->row().is_null(0)) return std::optional<std::string>();
  return std::optional<std::string>((*rows)->row().string(0));
}

namespace {

// The row that a failed COPY was at: "COPY name, line 3, column x: …", in whatever language.
size_t failed_row_of(std::string_view message, const std::string& table) {
  const size_t name = message.find("COPY " + table + ",");
  if (name == std::string_view::npos) return 0;
  size_t at = message.find_first_of("0123456789", name + 5 + table.size());
  size_t row = 0;
  while (at < message.size() && message[at] >= '0' && message[at] <= '9') {
    row = row * 10 + static_cast<size_t>(message[at++] - '0');
  }
  return row;
}

}  // namespace

Result<void> Session::copy_rows(const std::string& table, const std::vector<std::string>& columns,
                                const std::function<bool(Fields&)>& next, size_t& failed_row) {
  failed_row = 0;
  const std::string statement = "COPY " + quote_identifier(table) + " FROM stdin";
  if (state_->cancelled) {
    Error error;
    error.code = ErrorCode::interrupted;
    error.sentence = "interrupted";
    return fail(std::move(error));
  }
  try {
    pqxx_compat::copy_rows(*state_->channel, table, columns, next);
    return {};
  } catch (const pqxx::broken_connection& e) {
    return fail(state_->broken(e.what(), statement));
  } catch (const pqxx::sql_error& e) {
    failed_row = failed_row_of(e.what(), table);
    return fail(server_error(e.what(), e.sqlstate(), statement));
  } catch (const std::exception& e) {
    if (!state_->connection.is_open()) return fail(State::lost(e.what(), statement));
    failed_row = failed_row_of(e.what(), table);
    return fail(server_error(e.what(), "", statement));
  }
}

Result<void> Session::reconnect() {
  auto fresh = connect(options_);
  if (!fresh) return fail(std::move(fresh.error()));
  const std::lock_guard lock(replacing_);
  state_.swap((*fresh)->state_);
  return {};
}

Result<void> Session::set_lock_timeout(std::chrono::milliseconds timeout) {
  return run("SET lock_timeout = " + std::to_string(timeout.count()));
}

Result<void> Session::set_statement_timeout(std::chrono::milliseconds timeout) {
  return run("SET statement_timeout = " + std::to_string(timeout.count()));
}

void Session::cancel() {
  const std::lock_guard lock(replacing_);
  state_->cancelled = true;
  try {
    state_->connection.cancel_query();
  } catch (const std::exception&) {
    // Nothing was running, or the server is gone: the next statement fails either way.
  }
}

bool Session::cancelled() const { return state_->cancelled; }
void Session::reset_cancel() { state_->cancelled = false; }

int Session::server_version() const { return state_->version; }
int Session::backend_pid() const { return state_->pid; }
const std::string& Session::database() const { return state_->database; }
const std::string& Session::user() const { return state_->user; }
const std::string& Session::server_version_text() const { return state_->version_text; }
bool Session::standby() const { return state_->standby; }
bool Session::read_only() const { return state_->read_only; }
bool Session::superuser() const { return state_->superuser; }

std::vector<std::string> Session::take_notices() {
  std::vector<std::string> notices = std::move(state_->notices);
  state_->notices.clear();
  return notices;
}

}  // namespace schemadiff
