// What the readers of literals have in common.
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/text.h"
#include "parser/expression/literal.h"

namespace schemadiff::literals {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Reads small grammars from the left.
class Scan {
 public:
  explicit Scan(std::string_view text) : rest_(text) {}
  bool done() const { return rest_.empty(); }
  char peek() const { return rest_.empty() ? '\0' : rest_.front(); }
  std::string_view rest() const { return rest_; }
  bool take(char c) {
    if (peek() != c || rest_.empty()) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void blanks() {
    while (!rest_.empty() && is_space(rest_.front())) rest_.remove_prefix(1);
  }
  // At least `least` and at most `most` digits.
  std::optional<int64_t> digits(size_t least, size_t most) {
    size_t length = 0;
    while (length < rest_.size() && length < most && is_digit(rest_[length])) ++length;
    if (length < least || (length < rest_.size() && is_digit(rest_[length]))) return std::nullopt;
    int64_t value = 0;
    std::from_chars(rest_.data(), rest_.data() + length, value);
    rest_.remove_prefix(length);
    return value;
  }
  // Digits of a fraction of a second, as microseconds; at most six of them.
  std::optional<int64_t> fraction() {
    int64_t value = 0;
    size_t length = 0;
    while (length < rest_.size() && is_digit(rest_[length])) {
      if (length >= 6) return std::nullopt;
      value = value * 10 + (rest_[length] - '0');
      ++length;
    }
    if (length == 0) return std::nullopt;
    rest_.remove_prefix(length);
    for (; length < 6; ++length) value *= 10;
    return value;
  }
  std::string word() {
    std::string out;
    while (!rest_.empty() && ((lower(rest_.front()) >= 'a' && lower(rest_.front()) <= 'z'))) {
      out += lower(rest_.front());
      rest_.remove_prefix(1);
    }
    return out;
  }

 private:
  std::string_view rest_;
};

// Normal forms of values that have a grammar of their own; nullopt as normal_literal().
std::optional<std::string> normal_interval(std::string_view text, std::string_view modifier);
std::optional<std::string> normal_inet(std::string_view text);
std::optional<std::string> normal_cidr(std::string_view text);
// 6 or 8 bytes.
std::optional<std::string> normal_hardware_address(std::string_view text, size_t bytes);
std::optional<std::string> normal_shape(TypeId type, std::string_view text);
std::optional<std::string> normal_range(TypeId subtype, std::string_view text,
                                        const LiteralContext& context);
std::optional<std::string> normal_multirange(TypeId subtype, std::string_view text,
                                             const LiteralContext& context);
std::optional<std::string> normal_text_vector(std::string_view text);
std::optional<std::string> normal_text_query(std::string_view text);
// Of a date: days since 1970-01-01.
std::optional<int64_t> day_number(std::string_view normal_date);

}  // namespace schemadiff::literals
