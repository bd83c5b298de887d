#include "engine/postgres/libpq_session.h"

#include <libpq-fe.h>

namespace schemadiff {
namespace {

std::string trimmed(const char* message) {
  std::string text = message == nullptr ? "" : message;
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

}  // namespace

void LibpqSession::Close::operator()(pg_conn* connection) const { PQfinish(connection); }

Result<LibpqSession> LibpqSession::open(const std::string& conninfo) {
  LibpqSession session;
  session.connection_.reset(PQconnectdb(conninfo.c_str()));
  pg_conn* connection = session.connection_.get();
  if (PQstatus(connection) != CONNECTION_OK) {
    return fail(ErrorCode::connection, trimmed(PQerrorMessage(connection)));
  }
  PQsetNoticeProcessor(
      connection, [](void*, const char*) {}, nullptr);
  return session;
}

Result<LibpqSession::Rows> LibpqSession::execute(const std::string& sql) {
  const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(connection_.get(), sql.c_str()),
                                                             &PQclear);
  const ExecStatusType status = PQresultStatus(result.get());
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY) {
    Error error;
    error.code = ErrorCode::statement;
    error.sentence = trimmed(PQerrorMessage(connection_.get()));
    if (const char* state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE)) {
      error.sqlstate = state;
    }
    error.statement = sql;
    return fail(std::move(error));
  }
  Rows rows(static_cast<size_t>(PQntuples(result.get())));
  for (size_t row = 0; row < rows.size(); ++row) {
    for (int column = 0; column < PQnfields(result.get()); ++column) {
      const int number = static_cast<int>(row);
      const bool null = PQgetisnull(result.get(), number, column) != 0;
      rows[row].push_back(
          null ? std::nullopt
               : std::optional<std::string>(PQgetvalue(result.get(), number, column)));
    }
  }
  return rows;
}

int LibpqSession::server_version() const { return PQserverVersion(connection_.get()); }

}  // namespace schemadiff
