#include "engine/objects/function/function.h"

namespace schemadiff {

std::string function_signature(const std::vector<FunctionArgument>& arguments) {
  std::string out = "(";
  for (const FunctionArgument& argument : arguments) {
    if (argument.mode == ArgumentMode::out || argument.mode == ArgumentMode::table) continue;
    if (out.size() > 1) out += ", ";
    out += argument.type.sql;
  }
  return out + ")";
}

}  // namespace schemadiff
