// PostgreSQL's lexical rules, for finding where things begin and end: statements (splitter.h) and
// the source text of expressions (statement_context.h). Meaning is libpg_query's business.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace schemadiff {

enum class TokenKind : uint8_t {
  word,               // key word or unquoted name
  quoted_identifier,  // "…", U&"…"
  string,             // '…', E'…', B'…', X'…', N'…', U&'…', $tag$…$tag$
  number,
  parameter,     // $1
  op,            // + <= || :: := =>
  punctuation,   // ( ) [ ] , ; . :
  backslash,     // \ outside of everything: psql's
  unterminated,  // a quote or comment that never ends: begins here
  end,
};

struct Token {
  TokenKind kind = TokenKind::end;
  uint32_t begin = 0;  // byte offsets in the text
  uint32_t end = 0;
};

class Lexer {
 public:
  explicit Lexer(std::string_view text, size_t at = 0) : text_(text), at_(at) {}
  // The next token, white space and comments left out.
  Token next();
  void seek(size_t offset) { at_ = offset; }
  size_t offset() const { return at_; }

 private:
  // False: a comment never ends, `token` says where it begins.
  bool skip_blanks(Token& token);
  Token quoted(TokenKind kind, size_t begin, size_t quote_at, bool backslashes);

  std::string_view text_;
  size_t at_;
};

// Case-insensitive; `lower_case` is what it says.
bool equals_word(std::string_view text, std::string_view lower_case);

// What a word or quoted identifier names: folded to lower case or unquoted, and cut to 63 bytes.
std::string identifier_value(std::string_view token_text);

}  // namespace schemadiff
