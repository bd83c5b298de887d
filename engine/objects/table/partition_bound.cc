#include "engine/objects/table/partition_bound.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "engine/base/text.h"

namespace schemadiff {
namespace {

enum class Form : uint8_t { unknown, default_, list, range, hash };

struct Bound {
  Form form = Form::unknown;
  std::vector<std::string> values;  // IN (…), or FROM (…)
  std::vector<std::string> end;     // TO (…)
};

// "'2024-01-01'::date" -> "2024-01-01"; an expression stays as it is.
std::string plain_value(std::string_view text) {
  text = trimmed(text);
  if (!text.starts_with('\'')) return lowered(text);
  const size_t close = text.find('\'', 1);
  if (close == std::string_view::npos) return std::string(text);
  const std::string_view rest = text.substr(close + 1);
  if (!rest.empty() && !rest.starts_with("::")) return std::string(text);
  return std::string(text.substr(1, close - 1));
}

// The text from `at`, the place behind "(", to its ")"; `at` ends behind that.
std::vector<std::string> values_in(std::string_view text, size_t& at) {
  std::vector<std::string> out;
  int depth = 0;
  bool quoted = false;
  size_t begin = at;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\'') quoted = !quoted;
    if (quoted) continue;
    if (c == '(') ++depth;
    if ((c == ',' || c == ')') && depth == 0) {
      out.push_back(plain_value(text.substr(begin, at - begin)));
      begin = at + 1;
    }
    if (c == ')' && depth-- == 0) break;
  }
  if (at < text.size()) ++at;
  return out;
}

Bound parse(std::string_view text) {
  Bound out;
  text = trimmed(text);
  if (lowered(text) == "default") {
    out.form = Form::default_;
    return out;
  }
  size_t at = text.find('(');
  if (at == std::string_view::npos) return out;
  const std::string head = lowered(trimmed(text.substr(0, at)));
  out.values = values_in(text, ++at);
  if (head.ends_with(" in")) out.form = Form::list;
  if (head.ends_with(" with")) out.form = Form::hash;
  if (!head.ends_with(" from")) return out;
  at = text.find('(', at);
  if (at == std::string_view::npos) return out;
  out.end = values_in(text, ++at);
  if (out.values.size() == out.end.size()) out.form = Form::range;
  return out;
}

std::optional<int64_t> number(const std::string& text) {
  int64_t value = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return value;
}

// "2024-01-01 00:00:00+00": those of one length are in the order of time.
bool is_date(const std::string& text) {
  return text.size() >= 10 && text[4] == '-' && text[7] == '-' &&
         text.find_first_not_of("0123456789-+:. ") == std::string::npos;
}

int sign_of(const auto& a, const auto& b) { return a < b ? -1 : (b < a ? 1 : 0); }

std::optional<int> compare(const std::string& a, const std::string& b) {
  if (a == b) return 0;
  const auto rank = [](const std::string& text) {
    return text == "minvalue" ? -1 : (text == "maxvalue" ? 1 : 0);
  };
  if (rank(a) != rank(b)) return sign_of(rank(a), rank(b));
  const auto left = number(a);
  const auto right = number(b);
  if (left && right) return sign_of(*left, *right);
  if (is_date(a) && is_date(b) && a.substr(10).size() == b.substr(10).size()) return sign_of(a, b);
  return std::nullopt;
}

std::optional<int> compare(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.size() != b.size()) return std::nullopt;
  for (size_t i = 0; i < a.size(); ++i) {
    const auto order = compare(a[i], b[i]);
    if (!order || *order != 0) return order;
  }
  return 0;
}

bool contains(const Bound& bound, const std::string& value) {
  return std::find(bound.values.begin(), bound.values.end(), value) != bound.values.end();
}

std::optional<double> decimal(const std::string& text) {
  double value = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return value;
}

// The type of the key is not known here: 1 and 1.0, 'A' and 'a', what is yet to be computed.
bool may_equal(const std::string& a, const std::string& b) {
  if (lowered(a) == lowered(b)) return true;
  const auto left = decimal(a);
  const auto right = decimal(b);
  if (left && right) return *left == *right;
  const auto is_open = [](const std::string& text) {
    return text.find('\'') != std::string::npos || text.find('(') != std::string::npos;
  };
  if (is_open(a) || is_open(b)) return true;
  const auto is_time = [](const std::string& text) {
    return text.find_first_of("-:") != std::string::npos &&
           text.find_first_not_of("0123456789-+:./ tT") == std::string::npos;
  };
  if (is_time(a) && is_time(b)) return !is_date(a) || !is_date(b) || a.size() != b.size();
  const auto is_truth = [](const std::string& text) { return text == "true" || text == "false"; };
  return (is_truth(a) && b.substr(0, 1) == a.substr(0, 1)) ||
         (is_truth(b) && a.substr(0, 1) == b.substr(0, 1));
}

}  // namespace

bool is_default_bound(std::string_view bound) { return parse(bound).form == Form::default_; }

bool is_within(std::string_view narrow, std::string_view wide) {
  const Bound inner = parse(narrow);
  const Bound outer = parse(wide);
  if (inner.form != outer.form) return false;
  if (inner.form == Form::list) {
    return std::all_of(inner.values.begin(), inner.values.end(),
                       [&](const std::string& value) { return contains(outer, value); });
  }
  if (inner.form != Form::range) return false;
  const auto from = compare(outer.values, inner.values);
  const auto to = compare(inner.end, outer.end);
  return from && to && *from <= 0 && *to <= 0;
}

bool may_overlap(std::string_view a, std::string_view b) {
  const Bound left = parse(a);
  const Bound right = parse(b);
  if (left.form == Form::list && right.form == Form::list) {
    return std::any_of(left.values.begin(), left.values.end(), [&](const std::string& value) {
      return std::any_of(right.values.begin(), right.values.end(),
                         [&](const std::string& other) { return may_equal(value, other); });
    });
  }
  // DEFAULT takes what others don't. Remainders of different moduli meet, or the rows of a table
  // are spread anew.
  if (left.form != Form::range || right.form != Form::range) return true;
  const auto first = compare(left.values, right.end);
  const auto second = compare(right.values, left.end);
  return (!first || *first < 0) && (!second || *second < 0);
}

bool must_overlap(std::string_view a, std::string_view b) {
  const Bound left = parse(a);
  const Bound right = parse(b);
  if (left.form != right.form) return false;
  if (left.form == Form::default_) return true;
  if (left.form == Form::list) {
    return std::any_of(left.values.begin(), left.values.end(),
                       [&](const std::string& value) { return contains(right, value); });
  }
  if (left.form != Form::range) return false;
  // Of texts '10' comes before '9'.
  const auto may_be_text = [](const Bound& bound, std::string_view text) {
    return text.find('\'') != std::string_view::npos &&
           std::any_of(bound.values.begin(), bound.values.end(),
                       [](const std::string& value) { return number(value).has_value(); });
  };
  if (may_be_text(left, a) || may_be_text(right, b)) return false;
  const auto first = compare(left.values, right.end);
  const auto second = compare(right.values, left.end);
  return first && second && *first < 0 && *second < 0;
}

}  // namespace schemadiff
