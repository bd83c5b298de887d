#include "parser/row_cells.h"

#include <algorithm>

#include "parser/catalog_assembly.h"
#include "parser/lexer.h"

namespace schemadiff {
namespace {

bool is_integer_type(std::string_view type) {
  return type == "integer" || type == "bigint" || type == "smallint";
}
bool is_number_type(std::string_view type) {
  return is_integer_type(type) || type == "real" || type == "double precision" ||
         type.substr(0, 7) == "numeric";
}

bool is_decimal(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.eE+-") == std::string_view::npos;
}

// Of E'…'; nullopt: an escape that is better left to the server.
std::optional<std::string> unescape(std::string_view text) {
  std::string out;
  for (size_t i = 2; i + 1 < text.size(); ++i) {
    const char c = text[i];
    if (c == '\'') ++i;
    if (c != '\\') {
      out += c;
      continue;
    }
    const char escaped = text[++i];
    switch (escaped) {
      case 'n':
        out += '\n';
        break;
      case 't':
        out += '\t';
        break;
      case 'r':
        out += '\r';
        break;
      case '\\':
      case '\'':
      case '"':
        out += escaped;
        break;
      default:
        return std::nullopt;
    }
  }
  return out;
}

std::optional<std::string> string_value(std::string_view text) {
  if (text.size() < 2) return std::nullopt;
  if (text[0] == '$') {
    const size_t tag = text.find('$', 1) + 1;
    return std::string(text.substr(tag, text.size() - 2 * tag));
  }
  if (text[0] == 'e' || text[0] == 'E') return unescape(text);
  if (text[0] != '\'') return std::nullopt;
  std::string out;
  for (size_t i = 1; i + 1 < text.size(); ++i) {
    out += text[i];
    if (text[i] == '\'') ++i;
  }
  return out;
}

}  // namespace

bool blank_rows(std::string_view statement, std::string& out) {
  Lexer lexer(statement);
  Token token = lexer.next();
  const auto word = [&] { return statement.substr(token.begin, token.end - token.begin); };
  if (!equals_word(word(), "insert")) return false;
  int depth = 0;
  const auto follow = [&] {
    if (token.kind != TokenKind::punctuation) return;
    const char c = statement[token.begin];
    if (c == '(' || c == '[') ++depth;
    if (c == ')' || c == ']') --depth;
  };
  const auto at_end = [&] {
    return token.kind == TokenKind::end || token.kind == TokenKind::unterminated;
  };
  while (!at_end() &&
         !(depth == 0 && token.kind == TokenKind::word && equals_word(word(), "values"))) {
    token = lexer.next();
    follow();
  }
  if (at_end()) return false;
  uint32_t begin = 0;
  uint32_t end = 0;
  for (bool first = true;; first = false) {
    do {
      token = lexer.next();
      follow();
    } while (!at_end() && depth > 0);
    if (at_end() || word() != ")") return false;
    if (first) begin = token.end;
    end = token.end;
    token = lexer.next();
    follow();
    if (word() != ",") break;
  }
  if (end <= begin) return false;
  out.assign(statement);
  std::fill(out.begin() + begin, out.begin() + end, ' ');
  return true;
}

const std::string& CellReader::type_of(std::string_view text) {
  const auto known = types_.find(text);
  if (known != types_.end()) return known->second;
  std::string& out = types_[std::string(text)];
  const auto node = parser_.parse("NULL::" + std::string(text), ExpressionRole::scalar);
  if (!node || !node->is("TypeCast")) return out;
  if (const auto type = ctx_.names.type_name(node->child("typeName"), ctx_.path)) {
    out = type->type.sql;
  }
  return out;
}

bool CellReader::literal(std::string_view text, const TypeRef& type, DeclaredRows& rows) {
  Lexer lexer(text);
  Token token = lexer.next();
  const Token first = token;
  bool negative = false;
  if (token.kind == TokenKind::op && (text[token.begin] == '-' || text[token.begin] == '+') &&
      token.end == token.begin + 1) {
    negative = text[token.begin] == '-';
    token = lexer.next();
    if (token.kind != TokenKind::number) return false;
  }
  const std::string_view value = text.substr(token.begin, token.end - token.begin);
  const TokenKind kind = token.kind;
  token = lexer.next();
  const bool is_cast =
      token.kind == TokenKind::op && text.substr(token.begin, token.end - token.begin) == "::";
  if (token.kind != TokenKind::end && !is_cast) return false;
  if (is_cast) {
    // 'x'::type is the literal of that type: when it is the column's, nothing is converted.
    const std::string_view cast = text.substr(token.end);
    if (cast.find("::") != std::string_view::npos || cast.find('(') != std::string_view::npos) {
      return false;
    }
    if (first.begin != 0 || type_of(cast) != type.sql || type.sql.empty()) return false;
  }
  if (kind == TokenKind::string) {
    const auto string = string_value(value);
    if (!string) return false;
    rows.add(CellKind::string, *string);
    return true;
  }
  if (kind == TokenKind::number) {
    const bool whole = value.find_first_not_of("0123456789") == std::string_view::npos;
    // 1.5 is rounded where a whole number is expected, and 1e3 becomes another text.
    const bool same = whole ? type.object.kind == Kind::none
                            : is_number_type(type.sql) && !is_integer_type(type.sql);
    if (!is_decimal(value) || !same || (whole && value.size() > 1 && value[0] == '0')) return false;
    rows.add(CellKind::plain, (negative ? "-" : "") + std::string(value));
    return true;
  }
  if (kind != TokenKind::word) return false;
  if (equals_word(value, "null")) {
    rows.add(CellKind::null);
    return true;
  }
  if (equals_word(value, "default") && !is_cast) {
    rows.add(CellKind::default_value);
    return true;
  }
  const bool truth = equals_word(value, "true");
  if ((truth || equals_word(value, "false")) && type.sql == "boolean") {
    rows.add(CellKind::plain, truth ? "true" : "false");
    return true;
  }
  return false;
}

void CellReader::read(std::string_view text, const TypeRef& type, int location,
                      DeclaredRows& rows) {
  if (literal(text, type, rows)) return;
  const auto known = expressions_.find(text);
  if (known != expressions_.end()) {
    rows.add_expression(known->second);
    return;
  }
  auto expression = this->expression(text, location);
  if (!expression) {
    rows.add(CellKind::null);
    return;
  }
  expressions_.emplace(text, rows.expressions.size());
  rows.add_expression(rows.expressions.size());
  rows.expressions.push_back(std::move(*expression));
}

std::optional<RowExpression> CellReader::expression(std::string_view text, int location) {
  RowExpression out;
  out.text = text;
  const auto node = parser_.parse(out.text, ExpressionRole::scalar);
  if (!node) {
    problems_.error(ctx_.span(location), "this is no value: " + out.text.substr(0, 60));
    return std::nullopt;
  }
  walk(*node, out, location);
  return out;
}

void CellReader::walk(const Node& node, RowExpression& into, int location) {
  if (node.is("FuncCall")) {
    into.functions.push_back(ctx_.function_name(node.list("funcname")));
  } else if (node.is("SQLValueFunction") || node.is("ParamRef")) {
    into.moves = true;
  } else if (node.is("RangeVar")) {
    const ObjectId relation = ctx_.find_relation(node);
    const std::string_view schema = node.str("schemaname");
    if (relation.known()) {
      into.relations.push_back(relation);
    } else if (schema != "pg_catalog" && schema != "information_schema") {
      // Maybe declared further down; a name of WITH is nobody's.
      if (!ctx_.last_try()) ctx_.missing(location, "");
      into.names_unknown_relation = true;
    }
  }
  node.for_each_field([&](std::string_view, simdjson::dom::element value) {
    if (value.is_array()) {
      for (const Node item : NodeList(value)) walk(item, into, location);
    } else if (value.is_object()) {
      walk(Node(value), into, location);
    }
  });
}

}  // namespace schemadiff
