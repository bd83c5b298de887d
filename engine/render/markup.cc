#include "engine/render/markup.h"

#include <fmt/format.h>

namespace schemadiff {
namespace {

constexpr char32_t kWrong = 0xFFFD;

// The character at `at`, which moves behind it; kWrong for a byte that begins none.
char32_t next_character(std::string_view text, size_t& at) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at++);
  if (first < 0x80) return first;
  const size_t more = first >= 0xF0 && first < 0xF5 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 0;
  if (more == 0 || first >= 0xF5 || at + more > text.size()) return kWrong;
  char32_t out = first & (0x3F >> more);
  for (size_t i = 0; i < more; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return kWrong;
    out = out << 6 | (byte(at + i) & 0x3F);
  }
  const bool too_long = (more == 2 && out < 0x800) || (more == 3 && out < 0x10000);
  if (too_long || out > 0x10FFFF || (out >= 0xD800 && out < 0xE000)) return kWrong;
  at += more;
  return out;
}

bool is_unwanted(char32_t c) {
  if (c < 0x20) return c != '\n' && c != '\t';
  return (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
         c == 0xFFFE || c == 0xFFFF || c == kWrong;
}

bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
         (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) ||
         (c >= 0x20000 && c <= 0x3FFFD);
}

}  // namespace

std::string escape_markup(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    const char32_t c = next_character(text, at);
    if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '"') {
      out += "&quot;";
    } else if (c == '\'') {
      out += "&#39;";
    } else if (is_unwanted(c)) {
      out += "\xEF\xBF\xBD";
    } else {
      out += text.substr(begin, at - begin);
    }
  }
  return out;
}

std::string escape_fragment(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '_' || c == '.' || c == '~';
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

size_t cells(std::string_view text) {
  size_t count = 0;
  for (size_t at = 0; at < text.size();) count += is_wide(next_character(text, at)) ? 2 : 1;
  return count;
}

std::string cut_to_cells(std::string_view text, size_t most) {
  if (cells(text) <= most) return std::string(text);
  size_t used = 0;
  size_t at = 0;
  while (at < text.size()) {
    size_t next = at;
    const size_t width = is_wide(next_character(text, next)) ? 2 : 1;
    if (used + width + 1 > most) break;
    used += width;
    at = next;
  }
  return std::string(text.substr(0, at)) + "…";
}

}  // namespace schemadiff
