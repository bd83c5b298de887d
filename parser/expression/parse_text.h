// libpg_query and simdjson for single expressions and queries.
#pragma once

#include <optional>
#include <string>

#include "engine/model/expression_engine.h"
#include "parser/tree.h"

namespace schemadiff {

// Parses one text at a time: the nodes given out live until the next call.
class TextParser {
 public:
  // The node that `text` is in its role: an expression, a SelectStmt, a PartitionBoundSpec, a
  // RuleStmt; for bodies the statement around them. nullopt: the grammar does not take it.
  std::optional<Node> parse(const std::string& text, ExpressionRole role);
  // What is parsed before the text: locations of nodes count it.
  static std::string_view prefix(ExpressionRole role);

 private:
  simdjson::dom::parser parser_;
};

}  // namespace schemadiff
