#include "parser/lexer.h"

#include <array>

#include "engine/base/identifier.h"
#include "engine/base/text.h"

namespace schemadiff {
namespace {

enum : uint8_t { kWordStart = 1, kWordPart = 2, kDigit = 4, kOperator = 8, kBlank = 16 };

constexpr std::array<uint8_t, 256> character_classes() {
  std::array<uint8_t, 256> classes{};
  for (int c = 0; c < 256; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    if (letter) classes[c] |= kWordStart | kWordPart;
    if (c >= '0' && c <= '9') classes[c] |= kDigit | kWordPart;
  }
  classes['$'] |= kWordPart;
  for (const char c :
       {'+', '-', '*', '/', '<', '>', '=', '~', '!', '@', '#', '%', '^', '&', '|', '`', '?'}) {
    classes[static_cast<uint8_t>(c)] |= kOperator;
  }
  for (const char c : {' ', '\t', '\n', '\r', '\f', '\v'}) {
    classes[static_cast<uint8_t>(c)] |= kBlank;
  }
  return classes;
}
constexpr auto kClasses = character_classes();

bool is(char c, uint8_t classes) { return (kClasses[static_cast<uint8_t>(c)] & classes) != 0; }

Token token(TokenKind kind, size_t begin, size_t end) {
  return {kind, static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

}  // namespace

bool Lexer::skip_blanks(Token& unterminated) {
  const size_t size = text_.size();
  while (at_ < size) {
    const char c = text_[at_];
    if (is(c, kBlank)) {
      ++at_;
    } else if (c == '-' && at_ + 1 < size && text_[at_ + 1] == '-') {
      const size_t line_end = text_.find('\n', at_);
      at_ = line_end == std::string_view::npos ? size : line_end + 1;
    } else if (c == '/' && at_ + 1 < size && text_[at_ + 1] == '*') {
      const size_t begin = at_;
      at_ += 2;
      int depth = 1;
      while (depth > 0) {
        const size_t next = text_.find_first_of("*/", at_);
        if (next == std::string_view::npos || next + 1 >= size) {
          at_ = size;
          unterminated = token(TokenKind::unterminated, begin, size);
          return false;
        }
        if (text_[next] == '*' && text_[next + 1] == '/') {
          --depth;
          at_ = next + 2;
        } else if (text_[next] == '/' && text_[next + 1] == '*') {
          ++depth;
          at_ = next + 2;
        } else {
          at_ = next + 1;
        }
      }
    } else {
      break;
    }
  }
  return true;
}

Token Lexer::quoted(TokenKind kind, size_t begin, size_t quote_at, bool backslashes) {
  const char quote = text_[quote_at];
  const size_t size = text_.size();
  size_t at = quote_at + 1;
  while (at < size) {
    const char c = text_[at];
    if (c == quote) {
      if (at + 1 < size && text_[at + 1] == quote) {
        at += 2;
        continue;
      }
      at_ = at + 1;
      return token(kind, begin, at_);
    }
    at += backslashes && c == '\\' ? 2 : 1;
  }
  at_ = size;
  return token(TokenKind::unterminated, begin, size);
}

Token Lexer::next() {
  Token unterminated;
  if (!skip_blanks(unterminated)) return unterminated;
  const size_t size = text_.size();
  const size_t begin = at_;
  if (begin >= size) return token(TokenKind::end, size, size);
  const char c = text_[begin];

  if (is(c, kWordStart)) {
    const char next = begin + 1 < size ? text_[begin + 1] : '\0';
    if (next == '\'') {
      const char prefix = lower(c);
      if (prefix == 'e') return quoted(TokenKind::string, begin, begin + 1, true);
      if (prefix == 'b' || prefix == 'x' || prefix == 'n') {
        return quoted(TokenKind::string, begin, begin + 1, false);
      }
    }
    if (next == '&' && lower(c) == 'u' && begin + 2 < size) {
      const char after = text_[begin + 2];
      if (after == '\'') return quoted(TokenKind::string, begin, begin + 2, false);
      if (after == '"') return quoted(TokenKind::quoted_identifier, begin, begin + 2, false);
    }
    while (at_ < size && is(text_[at_], kWordPart)) ++at_;
    return token(TokenKind::word, begin, at_);
  }
  if (c == '\'') return quoted(TokenKind::string, begin, begin, false);
  if (c == '"') return quoted(TokenKind::quoted_identifier, begin, begin, false);
  if (c == '$') {
    size_t at = begin + 1;
    if (at < size && is(text_[at], kDigit)) {
      while (at < size && is(text_[at], kDigit)) ++at;
      at_ = at;
      return token(TokenKind::parameter, begin, at_);
    }
    if (at < size && is(text_[at], kWordStart)) {
      while (at < size && is(text_[at], kWordPart) && text_[at] != '$') ++at;
    }
    if (at < size && text_[at] == '$') {
      const std::string_view tag = text_.substr(begin, at + 1 - begin);
      const size_t close = text_.find(tag, at + 1);
      at_ = close == std::string_view::npos ? size : close + tag.size();
      return token(close == std::string_view::npos ? TokenKind::unterminated : TokenKind::string,
                   begin, at_);
    }
    at_ = begin + 1;
    return token(TokenKind::op, begin, at_);
  }
  const bool leading_point = c == '.' && begin + 1 < size && is(text_[begin + 1], kDigit);
  if (is(c, kDigit) || leading_point) {
    bool point = false;
    while (at_ < size) {
      const char d = text_[at_];
      if (is(d, kWordPart)) {
        ++at_;
        const bool exponent = lower(d) == 'e' && at_ + 1 < size &&
                              (text_[at_] == '+' || text_[at_] == '-') &&
                              is(text_[at_ + 1], kDigit);
        if (exponent) ++at_;
      } else if (d == '.' && !point && !(at_ + 1 < size && text_[at_ + 1] == '.')) {
        point = true;
        ++at_;
      } else {
        break;
      }
    }
    return token(TokenKind::number, begin, at_);
  }
  if (c == '\\') {
    at_ = begin + 1;
    return token(TokenKind::backslash, begin, at_);
  }
  if (c == ':' && begin + 1 < size && (text_[begin + 1] == ':' || text_[begin + 1] == '=')) {
    at_ = begin + 2;
    return token(TokenKind::op, begin, at_);
  }
  if (is(c, kOperator)) {
    while (at_ < size && is(text_[at_], kOperator)) {
      const char next = at_ + 1 < size ? text_[at_ + 1] : '\0';
      const bool comment = (text_[at_] == '-' && next == '-') || (text_[at_] == '/' && next == '*');
      if (comment) break;
      ++at_;
    }
    return token(TokenKind::op, begin, at_);
  }
  at_ = begin + 1;
  return token(TokenKind::punctuation, begin, at_);
}

bool equals_word(std::string_view text, std::string_view lower_case) {
  if (text.size() != lower_case.size()) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (lower(text[i]) != lower_case[i]) return false;
  }
  return true;
}

std::string identifier_value(std::string_view text) {
  std::string out;
  if (!text.empty() && text[0] == '"') {
    for (size_t i = 1; i + 1 < text.size(); ++i) {
      out += text[i];
      if (text[i] == '"') ++i;
    }
  } else {
    for (const char c : text) out += lower(c);
  }
  return truncate_identifier(out);
}

}  // namespace schemadiff
