// Statements about what this build does not model, statements without effect on a desired state,
// and statements that can't be part of one.
#include <fmt/format.h>

#include "parser/statement_context.h"
#include "parser/statements/statements.h"

namespace schemadiff {
namespace {

struct Words {
  std::string_view tag;
  std::string_view statement;
  std::string_view what;
};

constexpr Words kUnmanaged[] = {
    {"AlterDatabaseSetStmt", "ALTER DATABASE", "settings of databases"},
    {"AlterDatabaseStmt", "ALTER DATABASE", "databases"},
    {"AlterExtensionContentsStmt", "ALTER EXTENSION ADD", "members of extensions"},
    {"CreatedbStmt", "CREATE DATABASE", "databases"},
    {"DropdbStmt", "DROP DATABASE", "databases"},
    {"AlterObjectDependsStmt", "DEPENDS ON EXTENSION", "dependencies on extensions"},
};

// "DeleteStmt" -> "DELETE", "AlterSystemStmt" -> "ALTER SYSTEM".
std::string statement_words(std::string_view tag) {
  if (tag == "VariableShowStmt") return "SHOW";
  if (tag == "CreateTableSpaceStmt") return "CREATE TABLESPACE";
  if (tag == "DropTableSpaceStmt") return "DROP TABLESPACE";
  if (tag.ends_with("Stmt")) tag.remove_suffix(4);
  std::string out;
  for (const char c : tag) {
    if (c >= 'A' && c <= 'Z' && !out.empty()) out += ' ';
    out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  }
  return out;
}

}  // namespace

void unmanaged_statement(StatementContext& ctx) {
  const std::string_view tag = ctx.statement.tag();
  for (const Words& words : kUnmanaged) {
    if (words.tag == tag) ctx.unmanaged(words.statement, words.what);
  }
}

void ignored_statement(StatementContext& ctx) {
  const std::string_view tag = ctx.statement.tag();
  if (tag == "TransactionStmt" && ctx.statement.str("kind").starts_with("TRANS_STMT_ROLLBACK")) {
    ctx.error("ROLLBACK can't be part of a desired state",
              "remove what is rolled back, and the ROLLBACK");
  }
  if (tag == "VacuumStmt" && ctx.statement.boolean("is_vacuumcmd")) {
    ctx.error("VACUUM can't be part of a desired state");
  }
}

void refused_statement(StatementContext& ctx) {
  ctx.error(
      fmt::format("{} can't be part of a desired state", statement_words(ctx.statement.tag())),
      "a desired state only declares what there is; change data elsewhere");
}

}  // namespace schemadiff
