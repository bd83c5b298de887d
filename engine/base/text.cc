#include "engine/base/text.h"

namespace schemadiff {

std::string uppered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return out;
}

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower(c);
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string counted(size_t count, std::string_view noun) {
  std::string out = std::to_string(count) + " ";
  if (count == 1) return out.append(noun);
  if (noun.ends_with("y") && !noun.ends_with("ey")) {
    return out.append(noun.substr(0, noun.size() - 1)).append("ies");
  }
  return out.append(noun).append(noun.ends_with("x") ? "es" : "s");
}

}  // namespace schemadiff
