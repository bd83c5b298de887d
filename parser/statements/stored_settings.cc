#include "parser/statements/stored_settings.h"

#include <algorithm>

namespace schemadiff {
namespace {

// Parameters whose values are lists of names (GUC_LIST_QUOTE): each is quoted by itself.
bool is_quoted_list(std::string_view setting) {
  for (const std::string_view name :
       {"local_preload_libraries", "search_path", "session_preload_libraries",
        "shared_preload_libraries", "temp_tablespaces", "unix_socket_directories"}) {
    if (setting == name) return true;
  }
  return false;
}

// The name as pg_settings spells it: SET is not case sensitive there.
std::string canonical_setting(std::string_view name) {
  for (const std::string_view known : {"DateStyle", "IntervalStyle", "TimeZone"}) {
    if (equals_word(name, known == "DateStyle"       ? "datestyle"
                          : known == "IntervalStyle" ? "intervalstyle"
                                                     : "timezone")) {
      return std::string(known);
    }
  }
  // The others are lower case, but for parameters of extensions: those are kept as written.
  std::string out(name);
  if (name.find('.') == std::string_view::npos) {
    for (char& c : out) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
  }
  return out;
}

}  // namespace

bool apply_setting(StatementContext& ctx, const Node& set, int location,
                   std::vector<std::string>& settings) {
  const std::string_view kind = set.str("kind");
  const std::string name = canonical_setting(set.str("name"));
  const auto found = std::find_if(settings.begin(), settings.end(), [&](const std::string& entry) {
    return entry.starts_with(name + "=");
  });
  if (kind == "VAR_RESET_ALL") {
    settings.clear();
    return true;
  }
  if (kind == "VAR_RESET" || kind == "VAR_SET_DEFAULT") {
    if (found != settings.end()) settings.erase(found);
    return true;
  }
  if (kind == "VAR_SET_CURRENT") {
    ctx.error(location,
              "SET " + name + " FROM CURRENT takes the value of the session that applies it",
              "write the value: SET " + name + " = …");
    return false;
  }
  if (kind != "VAR_SET_VALUE") {
    ctx.error(location, "this form of SET is not known to this build");
    return false;
  }
  const bool quoted_list = is_quoted_list(name);
  std::string value;
  for (const Node argument : set.list("args")) {
    if (!argument.is("A_Const")) {
      ctx.error(location, "the value of " + name + " must be a literal", "write it as a string");
      return false;
    }
    std::string text;
    if (const Node string = argument.child("sval")) {
      text = string.string("sval");
      if (quoted_list) text = quote_identifier(text);
    } else if (argument.has("ival")) {
      text = std::to_string(argument.child("ival").integer("ival"));
    } else if (argument.has("fval")) {
      text = argument.child("fval").string("fval");
    }
    if (!value.empty()) value += ", ";
    value += text;
  }
  std::string entry = name + "=" + value;
  if (found != settings.end()) {
    *found = std::move(entry);
  } else {
    settings.push_back(std::move(entry));
  }
  return true;
}

}  // namespace schemadiff
