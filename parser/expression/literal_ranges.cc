// Ranges and multiranges of the built-in types.
#include <algorithm>
#include <vector>

#include "parser/expression/literal_scan.h"

namespace schemadiff::literals {
namespace {

using namespace type_id;

struct Bound {
  std::optional<std::string> value;  // nullopt: without end
  bool inclusive = false;
};
struct Range {
  bool empty = false;
  Bound lower;
  Bound upper;
};

bool is_discrete(TypeId subtype) {
  return subtype == kInt4 || subtype == kInt8 || subtype == kDate;
}

// As range_parse_bound(): quoted in whole or in part. Stops at what ends it.
std::optional<std::string> bound_text(Scan& scan) {
  std::string out;
  bool quoted = false;
  while (!scan.done()) {
    const char c = scan.peek();
    if (!quoted && (c == ',' || c == ')' || c == ']')) return out;
    if (!quoted && (c == '(' || c == '[')) return std::nullopt;
    scan.take(c);
    if (c == '\\') {
      if (scan.done()) return std::nullopt;
      out += scan.peek();
      scan.take(scan.peek());
    } else if (c == '"') {
      if (quoted && scan.peek() == '"') {
        out += '"';
        scan.take('"');
      } else {
        quoted = !quoted;
      }
    } else {
      out += c;
    }
  }
  return std::nullopt;
}

// One more of a discrete type.
std::optional<std::string> next(TypeId subtype, const std::string& value) {
  const auto number = parse_integer(value);
  if (!number) return std::nullopt;
  const int64_t most = subtype == kInt8 ? INT64_MAX : INT32_MAX;
  if (*number >= most) return std::nullopt;
  return std::to_string(*number + 1);
}

// What of the value says how much it is: 1.50 is as much as 1.5.
std::string magnitude(TypeId subtype, const std::string& value) {
  if (subtype != kNumeric || value.find('.') == std::string::npos) return value;
  std::string out = value;
  while (out.back() == '0') out.pop_back();
  if (out.back() == '.') out.pop_back();
  return out;
}

std::optional<Range> read_range(TypeId subtype, Scan& scan, const LiteralContext& context) {
  Range out;
  if (lowered(scan.rest().substr(0, 5)) == "empty") {
    for (int i = 0; i < 5; ++i) scan.take(scan.peek());
    out.empty = true;
    return out;
  }
  out.lower.inclusive = scan.take('[');
  if (!out.lower.inclusive && !scan.take('(')) return std::nullopt;
  for (Bound* bound : {&out.lower, &out.upper}) {
    const bool quoted = scan.rest().find('"') == 0;
    const auto text = bound_text(scan);
    if (!text) return std::nullopt;
    if (bound == &out.lower && !scan.take(',')) return std::nullopt;
    if (text->empty() && !quoted) continue;
    auto value = normal_literal(subtype, *text, context);
    if (value && subtype == kDate) {
      const auto day = day_number(*value);
      value = day ? std::optional<std::string>(std::to_string(*day)) : std::nullopt;
    }
    if (!value) return std::nullopt;
    bound->value = std::move(*value);
  }
  out.upper.inclusive = scan.take(']');
  if (!out.upper.inclusive && !scan.take(')')) return std::nullopt;
  if (!out.lower.value) out.lower.inclusive = false;
  if (!out.upper.value) out.upper.inclusive = false;
  if (is_discrete(subtype)) {
    if (out.lower.value && !out.lower.inclusive) {
      out.lower = {next(subtype, *out.lower.value), true};
      if (!out.lower.value) return std::nullopt;
    }
    if (out.upper.value && out.upper.inclusive) {
      out.upper = {next(subtype, *out.upper.value), false};
      if (!out.upper.value) return std::nullopt;
    }
    if (out.lower.value && out.upper.value) {
      out.empty = *parse_integer(*out.lower.value) >= *parse_integer(*out.upper.value);
    }
  } else if (out.lower.value && out.upper.value && !(out.lower.inclusive && out.upper.inclusive)) {
    out.empty = magnitude(subtype, *out.lower.value) == magnitude(subtype, *out.upper.value);
  }
  return out;
}

std::string written(const Range& range) {
  if (range.empty) return "empty";
  return (range.lower.inclusive ? "[" : "(") + range.lower.value.value_or("") + "," +
         range.upper.value.value_or("") + (range.upper.inclusive ? "]" : ")");
}

}  // namespace

std::optional<std::string> normal_range(TypeId subtype, std::string_view text,
                                        const LiteralContext& context) {
  Scan scan(trimmed(text));
  const auto range = read_range(subtype, scan, context);
  if (!range || !scan.done()) return std::nullopt;
  return written(*range);
}

// Sorted, and together where they touch: of discrete types, where that is sure.
std::optional<std::string> normal_multirange(TypeId subtype, std::string_view text,
                                             const LiteralContext& context) {
  Scan scan(trimmed(text));
  if (!scan.take('{')) return std::nullopt;
  scan.blanks();
  std::vector<Range> ranges;
  if (!scan.take('}')) {
    for (;;) {
      scan.blanks();
      const auto range = read_range(subtype, scan, context);
      if (!range) return std::nullopt;
      if (!range->empty) ranges.push_back(*range);
      scan.blanks();
      if (scan.take(',')) continue;
      if (!scan.take('}')) return std::nullopt;
      break;
    }
  }
  if (!scan.done()) return std::nullopt;
  if (ranges.size() > 1) {
    if (!is_discrete(subtype)) return std::nullopt;
    const auto low = [](const Range& range) {
      return range.lower.value ? *parse_integer(*range.lower.value) : INT64_MIN;
    };
    const auto high = [](const Range& range) {
      return range.upper.value ? *parse_integer(*range.upper.value) : INT64_MAX;
    };
    std::sort(ranges.begin(), ranges.end(),
              [&](const Range& a, const Range& b) { return low(a) < low(b); });
    std::vector<Range> together{ranges[0]};
    for (size_t i = 1; i < ranges.size(); ++i) {
      Range& last = together.back();
      if (low(ranges[i]) > high(last)) {
        together.push_back(ranges[i]);
      } else if (high(ranges[i]) > high(last)) {
        last.upper = ranges[i].upper;
      }
    }
    ranges = std::move(together);
  }
  std::string out = "{";
  for (const Range& range : ranges) out += (out.size() > 1 ? "," : "") + written(range);
  return out + "}";
}

}  // namespace schemadiff::literals
