// DO blocks that only guard a CREATE or an INSERT: read as that. Any other DO is an error.
#include <fmt/format.h>
#include <pg_query.h>

#include "parser/catalog_assembly.h"
#include "parser/lexer.h"
#include "parser/negative_integers.h"
#include "parser/settings.h"
#include "parser/statement_context.h"
#include "parser/statement_table.h"
#include "parser/statements/statements.h"

namespace schemadiff {
namespace {

// A PL/pgSQL body that is
//   BEGIN statement; … EXCEPTION WHEN condition [OR …] THEN NULL | RAISE NOTICE …; END
//   BEGIN IF NOT EXISTS (query) THEN statement; … END IF; END
// in any nesting of the two; with what is guarded cut out. What it EXECUTEs may only be about
// roles.
class Guard {
 public:
  explicit Guard(std::string_view text) : text_(text) {
    Lexer lexer(text);
    while (true) {
      tokens_.push_back(lexer.next());
      const TokenKind kind = tokens_.back().kind;
      if (kind == TokenKind::end || kind == TokenKind::unterminated) break;
    }
  }

  struct Piece {
    uint32_t begin;
    uint32_t end;
  };

  // False: something else stands in the body.
  bool read() {
    if (is(at_, "<<")) return false;
    if (!block()) return false;
    if (is(at_, ";")) ++at_;
    return tokens_[at_].kind == TokenKind::end;
  }
  const std::vector<Piece>& pieces() const { return pieces_; }
  bool is_about_roles() const { return is_about_roles_; }

 private:
  std::string_view word(size_t i) const {
    if (i >= tokens_.size()) return {};
    return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  }
  bool is(size_t i, std::string_view lower) const {
    if (i >= tokens_.size() || tokens_[i].kind == TokenKind::string ||
        tokens_[i].kind == TokenKind::quoted_identifier) {
      return false;
    }
    return equals_word(word(i), lower);
  }
  bool at_end(size_t i) const {
    return tokens_[i].kind == TokenKind::end || tokens_[i].kind == TokenKind::unterminated;
  }

  bool block() {
    if (!is(at_, "begin")) return false;
    ++at_;
    while (!is(at_, "exception") && !is(at_, "end")) {
      if (!element()) return false;
    }
    if (is(at_, "exception")) {
      ++at_;
      while (is(at_, "when")) {
        // Only conditions that say "it is there already".
        bool duplicate = false;
        for (++at_; !is(at_, "then"); ++at_) {
          if (at_end(at_)) return false;
          const std::string_view condition = word(at_);
          if (equals_word(condition, "or")) continue;
          const bool known = condition.substr(0, 10) == "duplicate_" ||
                             condition.substr(0, 10) == "DUPLICATE_" ||
                             equals_word(condition, "unique_violation") ||
                             equals_word(condition, "invalid_table_definition");
          if (!known) return false;
          duplicate = true;
        }
        if (!duplicate) return false;
        ++at_;
        while (is(at_, "null") || is(at_, "raise")) {
          if (is(at_, "raise") && !is(at_ + 1, "notice") && !is(at_ + 1, "debug") &&
              !is(at_ + 1, "info") && !is(at_ + 1, "log") && !is(at_ + 1, "warning")) {
            return false;
          }
          while (!is(at_, ";")) {
            if (at_end(at_)) return false;
            ++at_;
          }
          ++at_;
        }
      }
    }
    if (!is(at_, "end")) return false;
    ++at_;
    return true;
  }

  bool element() {
    if (at_end(at_)) return false;
    if (is(at_, "begin")) {
      if (!block() || !is(at_, ";")) return false;
      ++at_;
      return true;
    }
    if (is(at_, "if")) {
      if (!is(at_ + 1, "not") || !is(at_ + 2, "exists") || !is(at_ + 3, "(")) return false;
      int depth = 0;
      at_ += 3;
      do {
        if (is(at_, "(")) ++depth;
        if (is(at_, ")")) --depth;
        ++at_;
        if (at_end(at_)) return false;
      } while (depth > 0);
      if (!is(at_, "then")) return false;
      ++at_;
      while (!is(at_, "end")) {
        if (!element()) return false;
      }
      if (!is(at_ + 1, "if") || !is(at_ + 2, ";")) return false;
      at_ += 3;
      return true;
    }
    if (is(at_, "null")) {
      if (!is(at_ + 1, ";")) return false;
      at_ += 2;
      return true;
    }
    if (is(at_, "execute")) return about_roles();
    const bool declares = is(at_, "create") || is(at_, "alter") || is(at_, "comment") ||
                          is(at_, "insert") || is(at_, "grant") || is(at_, "revoke");
    if (!declares) return false;
    const uint32_t begin = tokens_[at_].begin;
    while (!is(at_, ";")) {
      if (at_end(at_)) return false;
      ++at_;
    }
    pieces_.push_back({begin, tokens_[at_].begin});
    ++at_;
    return true;
  }

  // EXECUTE 'CREATE ROLE …', EXECUTE format('GRANT member TO %I', …): roles are no part of a
  // schema.
  bool about_roles() {
    ++at_;
    if (is(at_, "format") && is(at_ + 1, "(")) at_ += 2;
    if (at_end(at_) || tokens_[at_].kind != TokenKind::string) return false;
    std::string statement(word(at_));
    for (char& c : statement) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    bool about = statement.starts_with("'grant ") && statement.find(" on ") == std::string::npos;
    for (const char* start : {"'create role ", "'alter role ", "'create user ", "'alter user "}) {
      about = about || statement.starts_with(start);
    }
    if (!about) return false;
    while (!is(at_, ";")) {
      if (at_end(at_)) return false;
      ++at_;
    }
    ++at_;
    is_about_roles_ = true;
    return true;
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  std::vector<Piece> pieces_;
  bool is_about_roles_ = false;
  size_t at_ = 0;
};

// Visits the statements of `text`; gives what is wrong with it, "" if nothing.
template <class Visit>
std::string parse_piece(std::string_view text, const Visit& visit) {
  const PgQueryParseResult result = pg_query_parse(std::string(text).c_str());
  if (result.error != nullptr) {
    std::string message = result.error->message;
    pg_query_free_parse_result(result);
    return message;
  }
  std::string buffer;
  const std::string_view json = restore_negative_integers(text, result.parse_tree, buffer);
  simdjson::dom::parser parser;
  simdjson::dom::document document;
  simdjson::dom::element root;
  const simdjson::error_code error =
      parser.parse_into_document(document, json.data(), json.size()).get(root);
  pg_query_free_parse_result(result);
  if (error != simdjson::SUCCESS) return "this DO block is nested too deeply";
  for (const Node statement : Node(root).list("stmts")) visit(statement.child("stmt"));
  return "";
}

// A thing that is there already is what the guard is for.
bool is_there(StatementContext& ctx) {
  const Node& node = ctx.statement;
  const std::string_view tag = node.tag();
  const auto type_there = [&](const NodeList& names) {
    const QualifiedName name = ctx.new_name(names);
    return ctx.assembly().type(name.schema, name.name).known();
  };
  const auto relation_there = [&](const Node& range_var) {
    const QualifiedName name = ctx.new_name(range_var);
    return ctx.assembly().relation(name.schema, name.name).known();
  };
  if (tag == "CreateEnumStmt" || tag == "CreateRangeStmt") return type_there(node.list("typeName"));
  if (tag == "CreateDomainStmt") return type_there(node.list("domainname"));
  if (tag == "CompositeTypeStmt") return relation_there(node.child("typevar"));
  if (tag == "CreateStmt") return relation_there(node.child("relation"));
  if (tag == "CreateSeqStmt") return relation_there(node.child("sequence"));
  if (tag == "CreateSchemaStmt") {
    return ctx.catalog.contains(object_id(Kind::schema, {}, node.str("schemaname")));
  }
  if (tag == "CreateRoleStmt") {
    return ctx.catalog.contains(object_id(Kind::role, {}, node.str("role")));
  }
  if (tag == "CreateExtensionStmt") {
    return ctx.catalog.contains(object_id(Kind::extension, {}, node.str("extname")));
  }
  if (tag == "AlterTableStmt") {
    const ObjectId table = ctx.find_relation(node.child("relation"));
    for (const Node command : node.list("cmds")) {
      const Node def = command.child("def");
      const std::string_view subtype = command.str("subtype");
      const ObjectId constraint = table.with_sub(Kind::constraint, def.str("conname"));
      const ObjectId column = table.with_sub(Kind::column, def.str("colname"));
      if (subtype == "AT_AddConstraint" && ctx.catalog.contains(constraint)) return true;
      if (subtype == "AT_AddColumn" && ctx.catalog.contains(column)) return true;
    }
  }
  return false;
}

}  // namespace

void visit_guarded(const Node& statement, const std::function<void(const Node&)>& visit) {
  std::string body;
  for (const Node option : statement.list("args")) {
    if (option.str("defname") == "as") body = option_text(option);
  }
  Guard guard(body);
  if (!guard.read()) return;
  for (const Guard::Piece& piece : guard.pieces()) {
    parse_piece(std::string_view(body).substr(piece.begin, piece.end - piece.begin), visit);
  }
}

void do_block(StatementContext& ctx) {
  std::string language = "plpgsql";
  bool has_body = false;
  for (const Node option : ctx.statement.list("args")) {
    if (option.str("defname") == "language") language = option_text(option);
    if (option.str("defname") == "as") has_body = true;
  }
  // The body stands in the text as it is: only dollar quotes are read.
  std::string_view body;
  uint32_t body_begin = 0;
  for (const Token& token : ctx.tokens()) {
    const std::string_view text = ctx.text().substr(token.begin, token.end - token.begin);
    if (token.kind != TokenKind::string || text.empty() || text[0] != '$') continue;
    const size_t tag = text.find('$', 1) + 1;
    body = text.substr(tag, text.size() - 2 * tag);
    body_begin = token.begin + static_cast<uint32_t>(tag);
    break;
  }
  const char* const hint =
      "only blocks that guard a CREATE are read (EXCEPTION WHEN duplicate_object THEN NULL, or IF "
      "NOT EXISTS (...) THEN); write the statement itself: a desired state is declarative";
  Guard guard(body);
  if (!has_body || language != "plpgsql" || body.empty() || !guard.read()) {
    ctx.error("this DO block can't be part of a desired state", hint);
    return;
  }
  if (guard.is_about_roles()) ctx.unmanaged("DO", "roles and their memberships");
  for (const Guard::Piece& piece : guard.pieces()) {
    const std::string_view text = body.substr(piece.begin, piece.end - piece.begin);
    const SourceSpan origin = ctx.span(static_cast<int>(body_begin + piece.begin));
    const std::string wrong = parse_piece(text, [&](const Node& statement) {
      StatementContext inner(ctx, statement, text, origin);
      if (is_there(inner)) return;
      ctx.assembly().guarded = true;
      run_statement(inner);
      ctx.assembly().guarded = false;
    });
    if (!wrong.empty()) ctx.diagnostics().error(origin, wrong);
  }
}

}  // namespace schemadiff
