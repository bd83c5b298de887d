#include "parser/expression/parse_text.h"

#include <pg_query.h>

#include "parser/negative_integers.h"

namespace schemadiff {
namespace {

// The text is nothing but one expression: no second column, no alias, no FROM.
bool is_bare_expression(const Node& select) {
  const NodeList targets = select.list("targetList");
  if (targets.size() != 1 || targets.front().has("name")) return false;
  for (const char* clause :
       {"fromClause", "whereClause", "groupClause", "havingClause", "sortClause", "limitCount",
        "limitOffset", "lockingClause", "distinctClause", "windowClause", "intoClause", "larg"}) {
    if (select.has(clause)) return false;
  }
  return true;
}

}  // namespace

std::string_view TextParser::prefix(ExpressionRole role) {
  switch (role) {
    case ExpressionRole::scalar:
    case ExpressionRole::trigger_when:
    case ExpressionRole::domain_check:
      return "SELECT ";
    case ExpressionRole::partition_bound:
      return "CREATE TABLE a PARTITION OF b ";
    case ExpressionRole::function_body:
      return "CREATE FUNCTION f() RETURNS void LANGUAGE sql ";
    case ExpressionRole::query:
    case ExpressionRole::rule:
    case ExpressionRole::string_body:
      break;
  }
  return "";
}

std::optional<Node> TextParser::parse(const std::string& text, ExpressionRole role) {
  const std::string sql = std::string(prefix(role)) + text;
  const PgQueryParseResult result = pg_query_parse(sql.c_str());
  simdjson::simdjson_result<simdjson::dom::element> parsed(simdjson::TAPE_ERROR);
  if (result.error == nullptr) {
    std::string restored;
    const std::string_view json = restore_negative_integers(sql, result.parse_tree, restored);
    parsed = parser_.parse(json.data(), json.size());
  }
  pg_query_free_parse_result(result);
  if (parsed.error() != simdjson::SUCCESS) return std::nullopt;
  const Node root(parsed.value_unsafe());
  const NodeList statements = root.list("stmts");
  if (role == ExpressionRole::string_body) return root;
  if (statements.size() != 1) return std::nullopt;
  const Node statement = statements.front().child("stmt");
  switch (role) {
    case ExpressionRole::scalar:
    case ExpressionRole::trigger_when:
    case ExpressionRole::domain_check:
      if (!statement.is("SelectStmt") || !is_bare_expression(statement)) return std::nullopt;
      return statement.list("targetList").front().child("val");
    case ExpressionRole::query:
      return statement.is("SelectStmt") ? std::optional<Node>(statement) : std::nullopt;
    case ExpressionRole::rule:
      return statement.is("RuleStmt") ? std::optional<Node>(statement) : std::nullopt;
    case ExpressionRole::partition_bound:
      return statement.has("partbound") ? std::optional<Node>(statement.child("partbound"))
                                        : std::nullopt;
    case ExpressionRole::function_body:
    case ExpressionRole::string_body:
      return statement;
  }
  return std::nullopt;
}

}  // namespace schemadiff
