#include "parser/literal_settings.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/text.h"
#include "parser/expression/expression_engine.h"
#include "parser/expression/type_ids.h"

namespace schemadiff {
namespace {

std::string constant(const Node& node) {
  if (node.is("TypeCast")) return constant(node.child("arg"));
  if (node.has("sval")) return node.child("sval").string("sval");
  if (node.has("ival")) return std::to_string(node.child("ival").integer("ival"));
  return "";
}

bool is_utc(std::string_view zone) {
  const std::string name = lowered(zone);
  for (const std::string_view known : {"utc", "etc/utc", "gmt", "etc/gmt", "uct", "zulu", "0"}) {
    if (name == known) return true;
  }
  return false;
}

bool same_zone(std::string_view a, std::string_view b) {
  return lowered(a) == lowered(b) || (is_utc(a) && is_utc(b));
}

bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_decimal(char c) { return c >= '0' && c <= '9'; }

// The words of a literal, in lower case.
std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> out;
  bool inside = false;
  for (const char c : text) {
    if (is_letter(c) && !inside) out.emplace_back();
    inside = is_letter(c);
    if (inside) out.back() += lower(c);
  }
  return out;
}

// 'now', 'today' and their like; empty: none of them.
std::string moment(std::string_view text) {
  for (const std::string& word : words(text)) {
    for (const std::string_view known : {"now", "today", "tomorrow", "yesterday"}) {
      if (word == known) return word;
    }
  }
  return "";
}

// `literal`: what is written around the word.
std::string instead_of_moment(const std::string& word, Oid type, std::string_view literal) {
  using namespace type_id;
  if (trimmed(literal).size() > word.size()) return "an expression of CURRENT_DATE";
  if (word == "tomorrow") return "CURRENT_DATE + 1";
  if (word == "yesterday") return "CURRENT_DATE - 1";
  if (word == "today" || type == kDate) return "CURRENT_DATE";
  if (type == kTime) return "LOCALTIME";
  if (type == kTimetz) return "CURRENT_TIME";
  return type == kTimestamp ? "LOCALTIMESTAMP" : "CURRENT_TIMESTAMP";
}

// 02/03/2020: which is the day is said by DateStyle.
bool is_order_open(std::string_view text) {
  text = trimmed(text);
  char separator = '\0';
  for (int field = 0; field < 3; ++field) {
    size_t digits = 0;
    while (digits < text.size() && is_decimal(text[digits])) ++digits;
    const bool year_first = field == 0 && digits > 2;
    if (digits == 0 || year_first) return false;
    text.remove_prefix(digits);
    if (field == 2) break;
    const char c = text.empty() ? '\0' : text.front();
    if ((c != '/' && c != '-' && c != '.') || (field == 1 && c != separator)) return false;
    separator = c;
    text.remove_prefix(1);
  }
  return true;
}

// Whether a moment with time zone is written without one.
bool lacks_zone(std::string_view text) {
  for (const std::string& word : words(text)) {
    if (word.ends_with("infinity") || word == "epoch") return false;
  }
  const size_t colon = text.find(':');
  const std::string_view behind = colon == std::string_view::npos ? "" : text.substr(colon);
  if (behind.find_first_of("+-") != std::string_view::npos) return false;
  if (colon == std::string_view::npos && text.find('+') != std::string_view::npos) return false;
  const std::vector<std::string> all = words(behind.empty() ? text : behind);
  return std::all_of(all.begin(), all.end(), [&](const std::string& word) {
    // Months and days of the week only stand before the time.
    return word == "am" || word == "pm" || word == "ad" || word == "bc" ||
           (behind.empty() && (word.size() == 3 ? word != "utc" && word != "gmt" : word != "z"));
  });
}

// -1 2:03:04: IntervalStyle says whether the sign is that of all of it.
bool is_sign_open(std::string_view text) {
  text = trimmed(text);
  const size_t blank = text.find(' ');
  return text.starts_with('-') && blank != std::string_view::npos && blank + 1 < text.size() &&
         is_decimal(text[blank + 1]);
}

// Whether a text may have a literal that is to be looked at: analysis is dear.
bool may_matter(const std::string& text, bool any_settings) {
  for (size_t open = text.find('\''); open != std::string::npos;) {
    const size_t close = text.find('\'', open + 1);
    if (close == std::string::npos) return false;
    const std::string_view literal = std::string_view(text).substr(open + 1, close - open - 1);
    const bool has_digit = std::any_of(literal.begin(), literal.end(), is_decimal);
    if ((any_settings && has_digit) || is_order_open(literal) || !moment(literal).empty()) {
      return true;
    }
    open = text.find('\'', close + 1);
  }
  return false;
}

}  // namespace

void LiteralSettings::set(std::string_view name, const std::string& value) {
  const bool zone = name == "timezone";
  if (!zone && name != "intervalstyle") return;
  Values now = values_.back();
  (zone ? now.time_zone : now.interval_style) = lowered(value) == "default" ? "" : value;
  values_.push_back(std::move(now));
  any_ = true;
}

void LiteralSettings::follow(const Node& statement, const RawStatement& raw) {
  const size_t before = values_.size();
  if (raw.begins_script && !values_.back().empty()) values_.emplace_back();
  if (statement.is("VariableSetStmt")) {
    const std::string_view kind = statement.str("kind");
    const bool gives = kind == "VAR_SET_VALUE";
    if (kind == "VAR_RESET_ALL") {
      values_.emplace_back();
    } else {
      set(lowered(statement.str("name")), gives ? constant(statement.list("args").front()) : "");
    }
  } else if (statement.is("SelectStmt")) {
    for (const Node target : statement.list("targetList")) {
      const Node call = target.child("val");
      if (!call.is("FuncCall") || call.list("funcname").back().sval() != "set_config") continue;
      const NodeList arguments = call.list("args");
      set(lowered(constant(arguments[0])), constant(arguments[1]));
    }
  }
  const bool other_file = since_.empty() || since_.back().place.file != raw.file;
  if (values_.size() != before || other_file) {
    since_.push_back({{raw.file, raw.begin}, values_.size() - 1});
  }
}

const LiteralSettings::Values& LiteralSettings::at(SourceSpan place) const {
  const Values* found = &values_.front();
  for (const Since& since : since_) {
    const bool holds = since.place.file == place.file && since.place.offset <= place.offset;
    if (holds) found = &values_[since.values];
  }
  return *found;
}

void check_literals(Catalog& catalog, const SystemCatalog& system, const LiteralSettings& settings,
                    Diagnostics& diagnostics) {
  using namespace type_id;
  const auto literals = typed_literals(
      catalog, system, [&](const std::string& text) { return may_matter(text, settings.any()); });
  for (const TypedLiteral& literal : literals) {
    const bool has_date =
        literal.type == kDate || literal.type == kTimestamp || literal.type == kTimestamptz;
    const bool has_time_only = literal.type == kTime || literal.type == kTimetz;
    const LiteralSettings::Values& now = settings.at(literal.where);
    const std::string written = quote_literal(literal.value);
    const std::string word = has_date || has_time_only ? moment(literal.value) : "";
    if (!word.empty()) {
      diagnostics.error(literal.where,
                        fmt::format("{} is the moment at which the statement runs, and stays what "
                                    "it was then",
                                    written),
                        "write " + instead_of_moment(word, literal.type, literal.value));
    } else if (has_date && is_order_open(literal.value)) {
      diagnostics.error(literal.where, fmt::format("what {} means depends on DateStyle", written),
                        "write it as year-month-day, with four digits of the year");
    } else if ((literal.type == kTimestamptz || literal.type == kTimetz) &&
               !now.time_zone.empty() && !system.time_zone.empty() &&
               !same_zone(now.time_zone, system.time_zone) && lacks_zone(literal.value)) {
      diagnostics.error(literal.where,
                        fmt::format("what {} means depends on SET TimeZone, which is {} here and "
                                    "{} in the database",
                                    written, now.time_zone, system.time_zone),
                        "write it with its zone, as in '2020-01-01 00:00:00+00'");
    } else if (literal.type == kInterval && lowered(now.interval_style) == "sql_standard" &&
               is_sign_open(literal.value)) {
      diagnostics.error(literal.where,
                        fmt::format("what {} means depends on SET IntervalStyle", written),
                        "write a sign before each part of it");
    }
  }
}

}  // namespace schemadiff
