#include "parser/routine_body.h"

#include <pg_query.h>

#include <string_view>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

namespace schemadiff {
namespace {

std::optional<std::string> message_of(const PgQueryError* error) {
  return error == nullptr ? std::nullopt : std::optional<std::string>(error->message);
}

// Without a catalog it takes composite variables and OUT parameters for scalars, and then says what
// is not so; of the words themselves it knows all.
bool is_of_words(std::string_view message) {
  return message.starts_with("syntax error") || message.starts_with("missing \"");
}

}  // namespace

std::optional<std::string> syntax_error_of_body(const Function& function,
                                                const std::string& create) {
  static const Identifier kSql("sql");
  static const Identifier kPlpgsql("plpgsql");
  std::optional<std::string> out;
  if (function.language == kSql && !function.sql_body) {
    const PgQueryParseResult result = pg_query_parse(function.body.c_str());
    out = message_of(result.error);
    pg_query_free_parse_result(result);
  } else if (function.language == kPlpgsql) {
#ifdef __SANITIZE_ADDRESS__
    const __lsan::ScopedDisabler libpg_query_forgets_a_byte_at_each_error;
#endif
    const PgQueryPlpgsqlParseResult result = pg_query_parse_plpgsql(create.c_str());
    out = message_of(result.error);
    pg_query_free_plpgsql_parse_result(result);
    if (out && !is_of_words(*out)) out.reset();
  }
  return out;
}

}  // namespace schemadiff
