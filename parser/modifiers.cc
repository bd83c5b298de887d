#include "parser/modifiers.h"

namespace schemadiff {

TypeRef without_modifiers(TypeRef type) {
  const std::string& sql = type.sql;
  std::string out;
  bool quoted = false;
  int depth = 0;
  for (const char c : sql) {
    if (c == '"') quoted = !quoted;
    if (!quoted && c == '(') ++depth;
    if (depth == 0) out += c;
    if (!quoted && c == ')') --depth;
  }
  // "interval day to second": its fields are modifiers too.
  const size_t array = out.find('[');
  const std::string suffix = array == std::string::npos ? "" : out.substr(array);
  if (out.starts_with("interval ")) out = "interval" + suffix;
  if (out == "bpchar" + suffix) out = "character" + suffix;
  if (out == "\"bit\"" + suffix) out = "bit" + suffix;
  type.sql = std::move(out);
  return type;
}

}  // namespace schemadiff
