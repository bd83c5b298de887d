#include "parser/settings.h"

#include <algorithm>

#include "parser/lexer.h"

namespace schemadiff {
namespace {

// The text of a constant; nullopt: not a constant.
std::optional<std::string> constant_text(const Node& node) {
  if (node.is("TypeCast")) return constant_text(node.child("arg"));
  if (!node.is("A_Const")) return std::nullopt;
  if (node.has("sval")) return node.child("sval").string("sval");
  if (node.has("ival")) return std::to_string(node.child("ival").integer("ival"));
  if (node.has("fval")) return node.child("fval").string("fval");
  if (node.has("boolval")) return node.child("boolval").boolean("boolval") ? "true" : "false";
  return std::nullopt;
}

}  // namespace

std::vector<std::string> parse_name_list(std::string_view text) {
  std::vector<std::string> out;
  Lexer lexer(text);
  for (Token token = lexer.next(); token.kind != TokenKind::end; token = lexer.next()) {
    if (token.kind == TokenKind::unterminated) break;
    if (token.kind == TokenKind::word || token.kind == TokenKind::quoted_identifier) {
      out.push_back(identifier_value(text.substr(token.begin, token.end - token.begin)));
    }
  }
  return out;
}

void SettingsTracker::reset() {
  current_ = StatementSettings();
  current_.path = SearchPath::of({Identifier("public")});
  has_local_ = false;
}

bool SettingsTracker::set(std::string_view name, const std::vector<std::string>& values,
                          bool to_default) {
  if (name == "search_path") {
    std::vector<Identifier> schemas;
    if (to_default) {
      schemas = {Identifier("public")};
    } else {
      for (const std::string& value : values) {
        // "$user" names no schema of the desired state.
        const bool names_schema = !value.empty() && value != "$user";
        const bool twice =
            std::find(schemas.begin(), schemas.end(), Identifier(value)) != schemas.end();
        if (names_schema && !twice) schemas.emplace_back(value);
      }
    }
    current_.path = SearchPath::of(schemas);
    return true;
  }
  const std::string value = to_default || values.empty() ? "" : values.front();
  if (name == "default_tablespace") {
    current_.tablespace = value == "pg_default" ? "" : value;
    return true;
  }
  if (name == "default_table_access_method") {
    current_.access_method = value == "heap" ? "" : value;
    return true;
  }
  if (name == "role" || name == "session_authorization") {
    current_.role = value == "none" ? "" : value;
    return true;
  }
  return false;
}

bool SettingsTracker::follow(const Node& statement) {
  const std::string_view tag = statement.tag();
  if (tag == "VariableSetStmt") {
    const std::string_view kind = statement.str("kind");
    const std::string_view name = statement.str("name");
    if (kind == "VAR_RESET_ALL") {
      reset();
      return true;
    }
    if (statement.boolean("is_local") && !has_local_) {
      before_local_ = current_;
      has_local_ = true;
    }
    std::vector<std::string> values;
    for (const Node argument : statement.list("args")) {
      values.push_back(constant_text(argument).value_or(""));
    }
    return set(name, values, kind != "VAR_SET_VALUE");
  }
  if (tag == "TransactionStmt") {
    const std::string_view kind = statement.str("kind");
    const bool ends = kind == "TRANS_STMT_COMMIT" || kind == "TRANS_STMT_ROLLBACK";
    if (!ends || !has_local_) return false;
    current_ = before_local_;
    has_local_ = false;
    return true;
  }
  if (tag == "SelectStmt") {
    bool changed = false;
    for (const Node target : statement.list("targetList")) {
      const Node call = target.child("val");
      if (!call.is("FuncCall") || call.list("funcname").back().sval() != "set_config") continue;
      const NodeList arguments = call.list("args");
      const auto name = constant_text(arguments[0]);
      const auto value = constant_text(arguments[1]);
      if (!name || !value) continue;
      const bool is_list = *name == "search_path";
      changed =
          set(*name, is_list ? parse_name_list(*value) : std::vector<std::string>{*value}, false) ||
          changed;
    }
    return changed;
  }
  if (tag == "DiscardStmt" && statement.str("target") == "DISCARD_ALL") {
    reset();
    return true;
  }
  return false;
}

}  // namespace schemadiff
