// An SQL name as the catalog stores it: unquoted, in its own case.
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <string_view>

namespace schemadiff {

// A handle to an interned name: one pointer, compared and hashed as a pointer, ordered as text.
// Interned texts live as long as the process (a catalog's names are few and repeat a lot).
class Identifier {
 public:
  Identifier();                       // the empty name
  Identifier(std::string_view text);  // NOLINT: names convert freely from text, never back
  Identifier(const char* text) : Identifier(std::string_view(text)) {}         // NOLINT
  Identifier(const std::string& text) : Identifier(std::string_view(text)) {}  // NOLINT

  const std::string& str() const { return *text_; }
  bool empty() const { return text_->empty(); }

  friend bool operator==(Identifier a, Identifier b) { return a.text_ == b.text_; }
  friend std::strong_ordering operator<=>(Identifier a, Identifier b) {
    if (a.text_ == b.text_) return std::strong_ordering::equal;
    return *a.text_ <=> *b.text_;
  }
  size_t hash() const { return std::hash<const void*>()(text_); }

 private:
  const std::string* text_;
};

// The name as SQL must write it: quoted unless it is lower case and no reserved word
// (quote_ident() of PostgreSQL, with the key words of the newest version).
std::string quote_identifier(std::string_view name);
inline std::string quote(Identifier name) { return quote_identifier(name.str()); }

// 'text' as an SQL literal; E'…' only where a backslash needs it.
std::string quote_literal(std::string_view text);

// NAMEDATALEN - 1: longer names are cut by the server at a character boundary.
inline constexpr size_t kMaxIdentifierBytes = 63;
std::string truncate_identifier(std::string_view name);

}  // namespace schemadiff

template <>
struct std::hash<schemadiff::Identifier> {
  size_t operator()(schemadiff::Identifier name) const noexcept { return name.hash(); }
};
