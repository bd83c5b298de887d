// The only list of statements: which handler reads which node.
#pragma once

#include <string_view>

namespace schemadiff {

class StatementContext;

struct StatementHandler {
  std::string_view tag;  // of the statement's node: "CreateStmt"
  void (*run)(StatementContext&) = nullptr;
};

// nullptr: this build does not know the statement.
const StatementHandler* find_handler(std::string_view tag);

// Runs the handler of context.statement; an unknown statement is an error that names its node.
void run_statement(StatementContext& context);

}  // namespace schemadiff
