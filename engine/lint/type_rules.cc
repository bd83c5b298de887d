// Types that have better ones beside them.
#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "engine/lint/rule_context.h"

namespace schemadiff {

std::string plain_type(const TypeRef& type) {
  if (type.object.known()) return "";
  std::string out;
  int depth = 0;
  for (const char c : type.sql) {
    if (c == '(' || c == '[') ++depth;
    if (depth == 0) out += c;
    if (c == ')' || c == ']') --depth;
  }
  return out;
}

namespace {

// Columns and domains of a type.
void find_type(RuleContext& context, const std::function<bool(const std::string&)>& is_it,
               const char* text) {
  const auto look = [&](const ObjectBase& object, const TypeRef& type) {
    if (is_it(plain_type(type)))
      context.report(object, fmt::format(fmt::runtime(text), describe(object.id), type.sql));
  };
  for (const Column* column : context.catalog.sorted<Column>()) {
    if (!column->inherited) look(*column, column->type);
  }
  for (const Domain* domain : context.catalog.sorted<Domain>()) look(*domain, domain->base);
}

// "unit_price", "unitPrice": one of the words is that of an amount.
bool names_money(const std::string& name) {
  std::string word;
  std::vector<std::string> words;
  for (const char c : name + "_") {
    const bool upper = c >= 'A' && c <= 'Z';
    if ((c == '_' || upper) && !word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
    if (c != '_') word += upper ? static_cast<char>(c + 32) : c;
  }
  constexpr std::string_view kMoney[] = {"price", "prices", "amount", "balance", "cost",
                                         "costs", "fee",    "fees",   "salary",  "revenue",
                                         "tax",   "total",  "payout", "refund"};
  return std::any_of(words.begin(), words.end(), [&](const std::string& one) {
    return std::find(std::begin(kMoney), std::end(kMoney), one) != std::end(kMoney);
  });
}

}  // namespace

void find_timestamps_without_time_zone(RuleContext& context) {
  find_type(
      context, [](const std::string& type) { return type == "timestamp without time zone"; },
      "{} is {}");
}

void find_times_with_time_zone(RuleContext& context) {
  find_type(
      context, [](const std::string& type) { return type == "time with time zone"; }, "{} is {}");
}

void find_char_types(RuleContext& context) {
  find_type(
      context, [](const std::string& type) { return type == "character" || type == "bpchar"; },
      "{} is {}");
}

void find_money_types(RuleContext& context) {
  find_type(
      context, [](const std::string& type) { return type == "money"; }, "{} is {}");
}

void find_json_types(RuleContext& context) {
  find_type(
      context, [](const std::string& type) { return type == "json"; }, "{} is {}");
}

void find_floats_for_money(RuleContext& context) {
  for (const Column* column : context.catalog.sorted<Column>()) {
    const std::string type = plain_type(column->type);
    if (column->inherited || (type != "real" && type != "double precision")) continue;
    if (names_money(column->id.sub.str()))
      context.report(*column, fmt::format("{} is {}", describe(column->id), column->type.sql));
  }
}

void find_serial_columns(RuleContext& context) {
  for (const Sequence* sequence : context.catalog.sorted<Sequence>()) {
    if (!sequence->owned_by) continue;
    const Column* column = context.catalog.find<Column>(*sequence->owned_by);
    const bool draws = context.catalog.contains(
        sequence->owned_by->with_sub(Kind::column_default, sequence->owned_by->sub));
    if (column != nullptr && draws)
      context.report(*column, describe(column->id) + " is serial, not an identity column");
  }
}

}  // namespace schemadiff
