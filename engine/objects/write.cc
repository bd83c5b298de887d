#include "engine/objects/write.h"

#include <algorithm>
#include <set>
#include <unordered_set>

#include "engine/base/keywords.h"

namespace schemadiff {
namespace {

bool is_word(std::string_view text) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return !text.empty() && letter(text[0]) &&
         std::all_of(text.begin(), text.end(), [&](char c) { return letter(c) || digit(c); });
}

bool is_number(std::string_view text) {
  if (!text.empty() && text[0] == '-') text.remove_prefix(1);
  const bool digits = std::all_of(text.begin(), text.end(),
                                  [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
  return !text.empty() && digits && text.front() != '.' && text.back() != '.' &&
         std::count(text.begin(), text.end(), '.') <= 1;
}

// "toast.autovacuum_enabled": each part quoted where SQL needs it.
std::string option_name(const std::string& name) {
  const size_t dot = name.find('.');
  if (dot == std::string::npos) return quote_identifier(name);
  return quote_identifier(name.substr(0, dot)) + "." + quote_identifier(name.substr(dot + 1));
}

std::string option_value(const std::string& value) {
  return is_word(value) || is_number(value) ? value : quote_literal(value);
}

// "app.f(a, b)" and nothing around it: index elements may then do without parentheses.
// Says no wherever it would take a real parser to be sure.
bool is_function_call(std::string_view text) {
  const size_t open = text.find('(');
  if (open == std::string_view::npos || text.back() != ')') return false;
  std::string_view name = text.substr(0, open);
  while (!name.empty()) {
    const size_t dot = std::min(name.find('.'), name.size());
    const std::string_view part = name.substr(0, dot);
    if (!is_word(part) || is_reserved_keyword(part)) return false;
    name.remove_prefix(std::min(dot + 1, name.size()));
  }
  if (text.find_first_of("\"$\\") != std::string_view::npos) return false;
  if (text.find("--") != std::string_view::npos) return false;
  if (text.find("/*") != std::string_view::npos) return false;
  int depth = 0;
  bool in_string = false;
  for (size_t i = open; i < text.size(); ++i) {
    if (text[i] == '\'') in_string = !in_string;
    if (in_string) continue;
    if (text[i] == '(') ++depth;
    if (text[i] == ')' && --depth == 0) return i + 1 == text.size();
  }
  return false;
}

std::string_view action_sql(ForeignKeyAction action) {
  switch (action) {
    case ForeignKeyAction::no_action:
      return "NO ACTION";
    case ForeignKeyAction::restrict:
      return "RESTRICT";
    case ForeignKeyAction::cascade:
      return "CASCADE";
    case ForeignKeyAction::set_null:
      return "SET NULL";
    case ForeignKeyAction::set_default:
      return "SET DEFAULT";
  }
  return "?";
}

}  // namespace

std::string parenthesised(const std::string& text) {
  return "(" + text + (text.find("--") == std::string::npos ? ")" : "\n)");
}

std::string dollar_quoted(const std::string& body) {
  std::string tag = "$";
  for (int i = 0; body.find(tag) != std::string::npos; ++i) {
    if (i == 0 && body.find("$$") == std::string::npos && body.back() != '$') break;
    tag = i == 0 ? "$function" : "$function" + std::to_string(i);
  }
  return tag + "$" + body + tag + "$";
}

std::string default_sql(const std::string& text) {
  // CREATE TABLE takes only b_expr here: none of these words outside of parentheses.
  static const std::unordered_set<std::string> operators = {
      "and",  "or",    "not",     "in",      "is", "isnull",  "notnull",
      "like", "ilike", "similar", "between", "at", "collate", "overlaps"};
  std::string word;
  int depth = 0;
  bool quoted = false;
  bool needed = text.find("--") != std::string::npos;
  for (size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : ' ';
    if (c == '\'' || c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '(') ++depth;
    if (c == ')') --depth;
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (lower >= 'a' && lower <= 'z') {
      word += lower;
      continue;
    }
    if (depth == 0 && operators.contains(word)) needed = true;
    word.clear();
  }
  return needed ? parenthesised(text) : text;
}

std::string column_list(const std::vector<Identifier>& names) {
  std::string out;
  for (const Identifier name : names) {
    if (!out.empty()) out += ", ";
    out += quote(name);
  }
  return out;
}

std::string options_list(const StorageOptions& options) {
  std::string out;
  for (const auto& [name, value] : options) {
    if (!out.empty()) out += ", ";
    out += option_name(name) + "=" + option_value(value);
  }
  return out;
}

std::string option_names(const StorageOptions& options) {
  std::string out;
  for (const auto& [name, value] : options) {
    if (!out.empty()) out += ", ";
    out += option_name(name);
  }
  return out;
}

std::string operator_sql(const QualifiedName& op) {
  if (op.schema.empty() || op.schema == Identifier("pg_catalog")) return op.name.str();
  return "OPERATOR(" + quote(op.schema) + "." + op.name.str() + ")";
}

std::string operator_name(Identifier schema, Identifier name) {
  return (schema.empty() ? "" : quote(schema) + ".") + name.str();
}

std::string foreign_options_sql(const StorageOptions& options) {
  if (options.empty()) return "";
  std::string out;
  for (const auto& [name, value] : options) {
    out +=
        (out.empty() ? " OPTIONS (" : ", ") + quote_identifier(name) + " " + quote_literal(value);
  }
  return out + ")";
}

std::string foreign_option_changes(const StorageOptions& live, const StorageOptions& desired,
                                   const std::string& shown) {
  const OptionChanges changes = option_changes(live, desired);
  std::string out;
  const auto item = [&](const std::string& text) { out += (out.empty() ? "" : ", ") + text; };
  for (const auto& [name, value] : changes.reset) item("DROP " + quote_identifier(name));
  for (const auto& [name, value] : changes.set) {
    const auto same = [&name = name](const auto& option) { return option.first == name; };
    const bool there = std::any_of(live.begin(), live.end(), same);
    item((there ? "SET " : "ADD ") + quote_identifier(name) + " " +
         quote_literal(shown.empty() ? value : shown));
  }
  return "OPTIONS (" + out + ")";
}

std::string index_element_sql(const IndexElement& element) {
  std::string out;
  if (!element.column.empty()) {
    out = quote(element.column);
  } else if (is_function_call(element.expression.text)) {
    out = element.expression.text;
  } else {
    out = parenthesised(element.expression.text);
  }
  if (!element.collation.empty()) out += " COLLATE " + element.collation.sql();
  if (!element.operator_class.empty()) {
    out += " " + element.operator_class.sql();
    if (!element.operator_class_options.empty()) {
      out += " (" + options_list(element.operator_class_options) + ")";
    }
  }
  if (element.descending) out += " DESC";
  if (element.nulls_first != element.descending) {
    out += element.nulls_first ? " NULLS FIRST" : " NULLS LAST";
  }
  return out;
}

std::string foreign_key_sql(const ForeignKey& key) {
  std::string out = "REFERENCES " + qualified_name(key.referenced_table);
  if (!key.referenced_columns.empty()) {
    std::vector<Identifier> plain = key.referenced_columns;
    out += " (";
    if (key.period) {
      plain.pop_back();
      out += column_list(plain) + (plain.empty() ? "PERIOD " : ", PERIOD ") +
             quote(key.referenced_columns.back());
    } else {
      out += column_list(plain);
    }
    out += ")";
  }
  if (key.match == ForeignKeyMatch::full) out += " MATCH FULL";
  if (key.on_update != ForeignKeyAction::no_action) {
    out += " ON UPDATE " + std::string(action_sql(key.on_update));
  }
  if (key.on_delete != ForeignKeyAction::no_action) {
    out += " ON DELETE " + std::string(action_sql(key.on_delete));
    if (!key.set_columns.empty()) out += " (" + column_list(key.set_columns) + ")";
  }
  return out;
}

OptionChanges option_changes(const StorageOptions& live, const StorageOptions& desired) {
  const auto find = [](const StorageOptions& options, const std::string& name) {
    return std::find_if(options.begin(), options.end(),
                        [&](const auto& option) { return option.first == name; });
  };
  OptionChanges changes;
  for (const auto& option : desired) {
    const auto old = find(live, option.first);
    if (old == live.end() || old->second != option.second) changes.set.push_back(option);
  }
  for (const auto& option : live) {
    if (find(desired, option.first) == desired.end()) changes.reset.push_back(option);
  }
  return changes;
}

SequenceOptions default_sequence_options(std::string_view type, bool ascending) {
  int64_t highest = INT64_MAX;
  int64_t lowest = INT64_MIN;
  if (type == "integer") {
    highest = INT32_MAX;
    lowest = INT32_MIN;
  } else if (type == "smallint") {
    highest = INT16_MAX;
    lowest = INT16_MIN;
  }
  SequenceOptions options;
  options.increment = ascending ? 1 : -1;
  options.minimum = ascending ? 1 : lowest;
  options.maximum = ascending ? highest : -1;
  options.start = ascending ? options.minimum : options.maximum;
  return options;
}

bool must_move(const SequenceOptions& live, const SequenceOptions& desired) {
  return live.start < desired.minimum || live.start > desired.maximum;
}

SequenceOptions widened(const SequenceOptions& live, const SequenceOptions& desired) {
  SequenceOptions out = live;
  out.minimum = std::min(live.minimum, desired.minimum);
  out.maximum = std::max(live.maximum, desired.maximum);
  return out;
}

std::string move_unused_sequence(const std::string& name, int64_t start) {
  return "SELECT setval(" + quote_literal(name) + ", " + std::to_string(start) + ", false) FROM " +
         name + " WHERE NOT is_called";
}

void follow_type(SequenceOptions& options, std::string_view from, std::string_view to) {
  if (options.maximum == default_sequence_options(from, true).maximum) {
    options.maximum = default_sequence_options(to, true).maximum;
  }
  if (options.minimum == default_sequence_options(from, false).minimum) {
    options.minimum = default_sequence_options(to, false).minimum;
  }
}

std::string sequence_parameters(const SequenceOptions& options, std::string_view type) {
  SequenceOptions implied = default_sequence_options(type, options.increment >= 0);
  std::string out;
  const auto add = [&](const char* words, int64_t value) {
    out += std::string(" ") + words + " " + std::to_string(value);
  };
  if (options.increment != 1) add("INCREMENT BY", options.increment);
  if (options.minimum != implied.minimum) add("MINVALUE", options.minimum);
  if (options.maximum != implied.maximum) add("MAXVALUE", options.maximum);
  implied.start = options.increment >= 0 ? options.minimum : options.maximum;
  if (options.start != implied.start) add("START WITH", options.start);
  if (options.cache != 1) add("CACHE", options.cache);
  if (options.cycle) out += " CYCLE";
  return out;
}

std::string sequence_parameter_changes(const SequenceOptions& live, const SequenceOptions& desired,
                                       std::string_view prefix) {
  std::string out;
  const auto add = [&](const std::string& words) { out += " " + std::string(prefix) + words; };
  const auto number = [&](const char* words, int64_t from, int64_t to) {
    if (from != to) add(words + (" " + std::to_string(to)));
  };
  number("INCREMENT BY", live.increment, desired.increment);
  number("MINVALUE", live.minimum, desired.minimum);
  number("MAXVALUE", live.maximum, desired.maximum);
  number("START WITH", live.start, desired.start);
  number("CACHE", live.cache, desired.cache);
  if (live.cycle != desired.cycle) add(desired.cycle ? "CYCLE" : "NO CYCLE");
  return out;
}

namespace {

// Parameters of extensions have two names.
std::string setting_name_sql(const std::string& name) {
  const size_t dot = name.find('.');
  if (dot == std::string::npos) return quote_identifier(name);
  return quote_identifier(name.substr(0, dot)) + "." + quote_identifier(name.substr(dot + 1));
}

}  // namespace

std::string setting_sql(const std::string& setting) {
  static const std::set<std::string> lists = {"search_path",
                                              "temp_tablespaces",
                                              "local_preload_libraries",
                                              "session_preload_libraries",
                                              "shared_preload_libraries",
                                              "unix_socket_directories"};
  const size_t equals = setting.find('=');
  const std::string name = setting.substr(0, equals);
  const std::string value = equals == std::string::npos ? "" : setting.substr(equals + 1);
  const std::string out = setting_name_sql(name) + " TO ";
  if (lists.contains(name)) return out + (value.empty() || value == "\"\"" ? "''" : value);
  return out + quote_literal(value);
}

std::vector<std::string> setting_changes(const std::vector<std::string>& live,
                                         const std::vector<std::string>& desired) {
  const auto name_of = [](const std::string& setting) {
    return setting.substr(0, setting.find('='));
  };
  std::vector<std::string> out;
  for (const std::string& setting : live) {
    const std::string name = name_of(setting);
    const bool stays = std::any_of(desired.begin(), desired.end(), [&](const std::string& other) {
      return name_of(other) == name;
    });
    if (!stays) out.push_back("RESET " + setting_name_sql(name));
  }
  for (const std::string& setting : desired) {
    if (std::find(live.begin(), live.end(), setting) == live.end()) {
      out.push_back("SET " + setting_sql(setting));
    }
  }
  return out;
}

}  // namespace schemadiff
