#include "engine/introspect/catalog_reader.h"

#include <charconv>

namespace schemadiff {

int64_t Row::integer(int column) const {
  const std::string_view digits = text(column);
  int64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

std::vector<std::string> parse_array(std::string_view text) {
  std::vector<std::string> out;
  if (text.size() < 2 || text.front() != '{') return out;
  size_t i = 1;
  while (i < text.size() && text[i] != '}') {
    std::string element;
    const bool quoted = text[i] == '"';
    if (quoted) {
      for (++i; i < text.size() && text[i] != '"'; ++i) {
        if (text[i] == '\\') ++i;
        element += text[i];
      }
      ++i;
    } else {
      while (i < text.size() && text[i] != ',' && text[i] != '}') element += text[i++];
    }
    if (quoted || element != "NULL") out.push_back(std::move(element));
    if (i < text.size() && text[i] == ',') ++i;
  }
  return out;
}

}  // namespace schemadiff
