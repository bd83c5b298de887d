#include "parser/expression/literal.h"
#include "engine/base/text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <vector>

namespace schemadiff {
namespace {

using namespace type_id;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Reads small grammars from the left.
class Scan {
 public:
  explicit Scan(std::string_view text) : rest_(text) {}
  bool done() const { return rest_.empty(); }
  char peek() const { return rest_.empty() ? '\0' : rest_.front(); }
  std::string_view rest() const { return rest_; }
  bool take(char c) {
    if (peek() != c || rest_.empty()) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void blanks() {
    while (!rest_.empty() && is_space(rest_.front())) rest_.remove_prefix(1);
  }
  // At least `least` and at most `most` digits.
  std::optional<int64_t> digits(size_t least, size_t most) {
    size_t length = 0;
    while (length < rest_.size() && length < most && is_digit(rest_[length])) ++length;
    if (length < least || (length < rest_.size() && is_digit(rest_[length]))) return std::nullopt;
    int64_t value = 0;
    std::from_chars(rest_.data(), rest_.data() + length, value);
    rest_.remove_prefix(length);
    return value;
  }
  // Digits of a fraction of a second, as microseconds; at most six of them.
  std::optional<int64_t> fraction() {
    int64_t value = 0;
    size_t length = 0;
    while (length < rest_.size() && is_digit(rest_[length])) {
      if (length >= 6) return std::nullopt;
      value = value * 10 + (rest_[length] - '0');
      ++length;
    }
    if (length == 0) return std::nullopt;
    rest_.remove_prefix(length);
    for (; length < 6; ++length) value *= 10;
    return value;
  }
  std::string word() {
    std::string out;
    while (!rest_.empty() && ((lower(rest_.front()) >= 'a' && lower(rest_.front()) <= 'z'))) {
      out += lower(rest_.front());
      rest_.remove_prefix(1);
    }
    return out;
  }

 private:
  std::string_view rest_;
};

struct Date {
  int64_t year = 0;
  int64_t month = 0;
  int64_t day = 0;
};

bool valid(const Date& date) {
  static constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (date.year < 1 || date.month < 1 || date.month > 12 || date.day < 1) return false;
  const bool leap = (date.year % 4 == 0 && date.year % 100 != 0) || date.year % 400 == 0;
  return date.day <= kDays[static_cast<size_t>(date.month - 1)] + (date.month == 2 && leap ? 1 : 0);
}

// Days since 1970-01-01 of the Gregorian calendar.
int64_t days_of(const Date& date) {
  const int64_t y = date.month <= 2 ? date.year - 1 : date.year;
  const int64_t era = y / 400;
  const int64_t yoe = y - era * 400;
  const int64_t doy = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  const int64_t doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
  return era * 146097 + doe - 719468;
}

std::optional<Date> scan_date(Scan& scan) {
  Date date;
  const auto year = scan.digits(4, 4);
  if (!year || !scan.take('-')) return std::nullopt;
  const auto month = scan.digits(1, 2);
  if (!month || !scan.take('-')) return std::nullopt;
  const auto day = scan.digits(1, 2);
  if (!day) return std::nullopt;
  date = {*year, *month, *day};
  return valid(date) ? std::optional<Date>(date) : std::nullopt;
}

// HH:MM[:SS[.ffffff]] as microseconds of the day.
std::optional<int64_t> scan_time(Scan& scan) {
  const auto hours = scan.digits(1, 2);
  if (!hours || *hours > 23 || !scan.take(':')) return std::nullopt;
  const auto minutes = scan.digits(2, 2);
  if (!minutes || *minutes > 59) return std::nullopt;
  int64_t seconds = 0;
  int64_t micros = 0;
  if (scan.take(':')) {
    const auto value = scan.digits(2, 2);
    if (!value || *value > 59) return std::nullopt;
    seconds = *value;
    if (scan.take('.')) {
      const auto fraction = scan.fraction();
      if (!fraction) return std::nullopt;
      micros = *fraction;
    }
  }
  return ((*hours * 60 + *minutes) * 60 + seconds) * 1000000 + micros;
}

std::string print_time(int64_t micros) {
  char buffer[64];
  const int64_t seconds = micros / 1000000;
  std::snprintf(buffer, sizeof buffer, "%02d:%02d:%02d.%06d", static_cast<int>(seconds / 3600),
                static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60),
                static_cast<int>(micros % 1000000));
  return buffer;
}

std::string print_date(const Date& date) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", static_cast<int>(date.year),
                static_cast<int>(date.month), static_cast<int>(date.day));
  return buffer;
}

// Date, then optionally a time; with `zone`, also an offset or Z.
std::optional<std::string> normal_timestamp(std::string_view text, bool with_zone,
                                            const LiteralContext& context) {
  Scan scan(trimmed(text));
  const auto date = scan_date(scan);
  if (!date) return std::nullopt;
  int64_t micros = 0;
  bool has_time = false;
  if (!scan.done() && (scan.peek() == 'T' || is_space(scan.peek()))) {
    if (!scan.take('T')) scan.blanks();
    const auto time = scan_time(scan);
    if (!time) return std::nullopt;
    micros = *time;
    has_time = true;
  }
  if (!with_zone) {
    if (!scan.done()) return std::nullopt;
    return print_date(*date) + " " + print_time(micros);
  }
  int64_t offset = 0;
  scan.blanks();
  if (scan.done()) {
    if (!context.zone_is_utc) return std::nullopt;
  } else if (!has_time) {
    return std::nullopt;
  } else if (scan.peek() == '+' || scan.peek() == '-') {
    const bool east = scan.take('+');
    if (!east) scan.take('-');
    const auto hours = scan.digits(1, 2);
    int64_t minutes = 0;
    if (!hours || *hours > 14) return std::nullopt;
    if (scan.take(':')) {
      const auto value = scan.digits(2, 2);
      if (!value || *value > 59) return std::nullopt;
      minutes = *value;
    }
    offset = (east ? 1 : -1) * (*hours * 60 + minutes) * 60;
  } else {
    const std::string zone = scan.word();
    if (zone != "z" && zone != "utc") return std::nullopt;
  }
  if (!scan.done()) return std::nullopt;
  const int64_t instant = (days_of(*date) * 86400 - offset) * 1000000 + micros;
  return "utc " + std::to_string(instant);
}

std::optional<std::string> normal_time(std::string_view text) {
  Scan scan(trimmed(text));
  const auto micros = scan_time(scan);
  if (!micros || !scan.done()) return std::nullopt;
  return print_time(*micros);
}

// Months, days and microseconds: what the type stores. Whole numbers of units, and a time.
std::optional<std::string> normal_interval(std::string_view text) {
  struct Unit {
    std::string_view name;
    int64_t months;
    int64_t days;
    int64_t micros;
  };
  static constexpr int64_t kSecond = 1000000;
  static constexpr Unit kUnits[] = {
      {"year", 12, 0, 0},
      {"years", 12, 0, 0},
      {"y", 12, 0, 0},
      {"mon", 1, 0, 0},
      {"mons", 1, 0, 0},
      {"month", 1, 0, 0},
      {"months", 1, 0, 0},
      {"week", 0, 7, 0},
      {"weeks", 0, 7, 0},
      {"w", 0, 7, 0},
      {"day", 0, 1, 0},
      {"days", 0, 1, 0},
      {"d", 0, 1, 0},
      {"hour", 0, 0, 3600 * kSecond},
      {"hours", 0, 0, 3600 * kSecond},
      {"hr", 0, 0, 3600 * kSecond},
      {"hrs", 0, 0, 3600 * kSecond},
      {"h", 0, 0, 3600 * kSecond},
      {"minute", 0, 0, 60 * kSecond},
      {"minutes", 0, 0, 60 * kSecond},
      {"min", 0, 0, 60 * kSecond},
      {"mins", 0, 0, 60 * kSecond},
      {"second", 0, 0, kSecond},
      {"seconds", 0, 0, kSecond},
      {"sec", 0, 0, kSecond},
      {"secs", 0, 0, kSecond},
      {"s", 0, 0, kSecond},
      {"ms", 0, 0, 1000},
  };
  Scan scan(trimmed(text));
  int64_t months = 0;
  int64_t days = 0;
  int64_t micros = 0;
  bool any = false;
  bool timed = false;
  bool negative_seen = false;
  while (!scan.done()) {
    bool negative = false;
    if (scan.take('-')) {
      negative = true;
      negative_seen = true;
    } else {
      // "-1 day 2 hours": what follows a negative field keeps its own sign in this style, but
      // only explicit signs are certain in every IntervalStyle.
      if (!scan.take('+') && negative_seen) return std::nullopt;
    }
    // A time ends the literal; nothing else has a colon.
    if (scan.rest().find(':') != std::string_view::npos &&
        scan.rest().find(':') < scan.rest().find(' ')) {
      if (timed) return std::nullopt;
      Scan clock = scan;
      const auto hours = clock.digits(1, 6);
      if (!hours || !clock.take(':')) return std::nullopt;
      const auto minutes = clock.digits(2, 2);
      if (!minutes || *minutes > 59 || !clock.take(':')) return std::nullopt;
      const auto seconds = clock.digits(2, 2);
      if (!seconds || *seconds > 59) return std::nullopt;
      int64_t fraction = 0;
      if (clock.take('.')) {
        const auto value = clock.fraction();
        if (!value) return std::nullopt;
        fraction = *value;
      }
      clock.blanks();
      if (!clock.done()) return std::nullopt;
      const int64_t value = ((*hours * 60 + *minutes) * 60 + *seconds) * kSecond + fraction;
      micros += negative ? -value : value;
      any = true;
      break;
    }
    const auto count = scan.digits(1, 7);
    if (!count) return std::nullopt;
    int64_t fraction = -1;
    if (scan.take('.')) {
      const auto value = scan.fraction();
      if (!value) return std::nullopt;
      fraction = *value;
    }
    scan.blanks();
    const std::string word = scan.word();
    const Unit* unit = nullptr;
    for (const Unit& candidate : kUnits) {
      if (candidate.name == word) unit = &candidate;
    }
    if (unit == nullptr) return std::nullopt;
    const int64_t sign = negative ? -1 : 1;
    if (fraction >= 0) {
      if (unit->micros != kSecond) return std::nullopt;
      micros += sign * fraction;
    }
    if (unit->micros != 0) timed = true;
    months += sign * *count * unit->months;
    days += sign * *count * unit->days;
    micros += sign * *count * unit->micros;
    any = true;
    scan.blanks();
  }
  if (!any) return std::nullopt;
  return std::to_string(months) + " months " + std::to_string(days) + " days " +
         std::to_string(micros) + " us";
}

std::optional<std::string> normal_bool(std::string_view text) {
  const std::string word = lowered(trimmed(text));
  if (word.empty()) return std::nullopt;
  const auto prefix_of = [&](std::string_view full, size_t least) {
    return word.size() >= least && full.substr(0, word.size()) == word;
  };
  if (prefix_of("true", 1) || prefix_of("yes", 1) || word == "on" || word == "1") return "true";
  if (prefix_of("false", 1) || prefix_of("no", 1) || prefix_of("off", 2) || word == "0") {
    return "false";
  }
  return std::nullopt;
}

std::optional<std::string> normal_uuid(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const char low = lower(c);
    if (c == '-' && (out.size() == 8 || out.size() == 12 || out.size() == 16 || out.size() == 20)) {
      continue;
    }
    if (!is_digit(low) && !(low >= 'a' && low <= 'f')) return std::nullopt;
    out += low;
  }
  return out.size() == 32 ? std::optional<std::string>(out) : std::nullopt;
}

std::optional<std::string> normal_float(std::string_view text, bool single) {
  const std::string number(trimmed(text));
  if (number.empty()) return std::nullopt;
  const std::string word = lowered(number);
  if (word == "nan") return "NaN";
  if (word == "infinity" || word == "+infinity" || word == "inf" || word == "+inf") {
    return "Infinity";
  }
  if (word == "-infinity" || word == "-inf") return "-Infinity";
  for (const char c : number) {
    if (!is_digit(c) && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
      return std::nullopt;
    }
  }
  char* end = nullptr;
  char buffer[64];
  if (single) {
    const float value = std::strtof(number.c_str(), &end);
    if (end != number.c_str() + number.size() || !std::isfinite(value)) return std::nullopt;
    if (value == 0.0F && number.find_first_of("123456789") != std::string::npos)
      return std::nullopt;
    std::snprintf(buffer, sizeof buffer, "%.9g", static_cast<double>(value));
  } else {
    const double value = std::strtod(number.c_str(), &end);
    if (end != number.c_str() + number.size() || !std::isfinite(value)) return std::nullopt;
    if (value == 0.0 && number.find_first_of("123456789") != std::string::npos) return std::nullopt;
    std::snprintf(buffer, sizeof buffer, "%.17g", value);
  }
  return buffer;
}

// Reads one JSON value and writes it as jsonb prints it. Only what is certain: no escapes beyond
// the plain ones, numbers without an exponent.
class JsonbWriter {
 public:
  explicit JsonbWriter(std::string_view text) : scan_(text) {}

  std::optional<std::string> run() {
    scan_.blanks();
    auto value = read(0);
    scan_.blanks();
    if (!value || !scan_.done()) return std::nullopt;
    return value;
  }

 private:
  std::optional<std::string> read_string() {
    if (!scan_.take('"')) return std::nullopt;
    std::string out;
    while (!scan_.take('"')) {
      const char c = scan_.peek();
      if (scan_.done() || c == '\\' || static_cast<unsigned char>(c) < 0x20) return std::nullopt;
      out += c;
      scan_.take(c);
    }
    return out;
  }

  std::optional<std::string> read_number() {
    std::string number;
    if (scan_.take('-')) number += '-';
    const auto whole = [&] {
      std::string digits;
      while (is_digit(scan_.peek())) {
        digits += scan_.peek();
        scan_.take(scan_.peek());
      }
      return digits;
    };
    const std::string integer = whole();
    if (integer.empty() || (integer.size() > 1 && integer[0] == '0')) return std::nullopt;
    number += integer;
    if (scan_.take('.')) {
      const std::string fraction = whole();
      if (fraction.empty()) return std::nullopt;
      number += "." + fraction;
    }
    if (scan_.peek() == 'e' || scan_.peek() == 'E') return std::nullopt;
    return normal_numeric(number);
  }

  std::optional<std::string> read(int depth) {
    if (depth > 100) return std::nullopt;
    const char c = scan_.peek();
    if (c == '"') {
      const auto text = read_string();
      if (!text) return std::nullopt;
      return '"' + *text + '"';
    }
    if (c == '{') return read_object(depth);
    if (c == '[') return read_array(depth);
    if (c == '-' || is_digit(c)) return read_number();
    // Key words are in lower case only; word() lowers, so compare with what stands there.
    for (const std::string_view word : {"true", "false", "null"}) {
      if (scan_.rest().substr(0, word.size()) == word) {
        for (const char letter : word) scan_.take(letter);
        return std::string(word);
      }
    }
    return std::nullopt;
  }

  std::optional<std::string> read_object(int depth) {
    struct ByLengthThenBytes {
      bool operator()(const std::string& a, const std::string& b) const {
        return a.size() != b.size() ? a.size() < b.size() : a < b;
      }
    };
    std::map<std::string, std::string, ByLengthThenBytes> members;
    scan_.take('{');
    scan_.blanks();
    if (!scan_.take('}')) {
      for (;;) {
        scan_.blanks();
        const auto key = read_string();
        if (!key) return std::nullopt;
        scan_.blanks();
        if (!scan_.take(':')) return std::nullopt;
        scan_.blanks();
        const auto value = read(depth + 1);
        if (!value) return std::nullopt;
        members[*key] = *value;
        scan_.blanks();
        if (scan_.take(',')) continue;
        if (scan_.take('}')) break;
        return std::nullopt;
      }
    }
    std::string out = "{";
    for (const auto& [key, value] : members) {
      if (out.size() > 1) out += ", ";
      out += '"' + key + "\": " + value;
    }
    return out + "}";
  }

  std::optional<std::string> read_array(int depth) {
    std::string out = "[";
    scan_.take('[');
    scan_.blanks();
    if (!scan_.take(']')) {
      for (;;) {
        scan_.blanks();
        const auto value = read(depth + 1);
        if (!value) return std::nullopt;
        if (out.size() > 1) out += ", ";
        out += *value;
        scan_.blanks();
        if (scan_.take(',')) continue;
        if (scan_.take(']')) break;
        return std::nullopt;
      }
    }
    return out + "]";
  }

  Scan scan_;
};

// Binary digits, or B'101' and X'1F' as the input function takes them.
std::optional<std::string> normal_bits(std::string_view text) {
  const bool hexadecimal = !text.empty() && lower(text[0]) == 'x';
  if (!text.empty() && (hexadecimal || lower(text[0]) == 'b')) text.remove_prefix(1);
  std::string out;
  for (const char c : text) {
    if (!hexadecimal) {
      if (c != '0' && c != '1') return std::nullopt;
      out += c;
      continue;
    }
    const char low = lower(c);
    if (!is_digit(low) && !(low >= 'a' && low <= 'f')) return std::nullopt;
    const int value = is_digit(low) ? low - '0' : low - 'a' + 10;
    for (int bit = 3; bit >= 0; --bit) out += (value >> bit & 1) != 0 ? '1' : '0';
  }
  return out;
}

// Hexadecimal, or letters of ASCII for what they are.
std::optional<std::string> normal_bytes(std::string_view text) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out = "\\x";
  if (text.starts_with("\\x")) {
    for (const char c : text.substr(2)) {
      const char low = lower(c);
      if (!is_digit(low) && !(low >= 'a' && low <= 'f')) return std::nullopt;
      out += low;
    }
    return out.size() % 2 == 0 ? std::optional<std::string>(out) : std::nullopt;
  }
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\\' || byte >= 0x80) return std::nullopt;
    out += kDigits[byte >> 4];
    out += kDigits[byte & 0xF];
  }
  return out;
}

// An IPv4 address; all of its bits is no mask.
std::optional<std::string> normal_inet(std::string_view text) {
  Scan scan(text);
  std::string out;
  for (int part = 0; part < 4; ++part) {
    if (part > 0 && !scan.take('.')) return std::nullopt;
    const std::string_view rest = scan.rest();
    if (rest.size() > 1 && rest[0] == '0' && is_digit(rest[1])) return std::nullopt;  // octal?
    const auto value = scan.digits(1, 3);
    if (!value || *value > 255) return std::nullopt;
    out += (part > 0 ? "." : "") + std::to_string(*value);
  }
  if (!scan.take('/')) return scan.done() ? std::optional<std::string>(out) : std::nullopt;
  const auto bits = scan.digits(1, 2);
  if (!bits || *bits > 32 || !scan.done()) return std::nullopt;
  return *bits == 32 ? out : out + "/" + std::to_string(*bits);
}

std::optional<std::string> normal_integer(std::string_view text, int64_t least, int64_t most) {
  const auto value = parse_integer(text);
  if (!value || *value < least || *value > most) return std::nullopt;
  return std::to_string(*value);
}

}  // namespace

std::optional<int64_t> parse_integer(std::string_view text) {
  text = trimmed(text);
  if (!text.empty() && text.front() == '+') {
    text.remove_prefix(1);
    if (text.empty() || !is_digit(text.front())) return std::nullopt;
  }
  int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<std::string> normal_numeric(std::string_view text) {
  text = trimmed(text);
  bool negative = false;
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    negative = text.front() == '-';
    text.remove_prefix(1);
  }
  std::string digits;
  int64_t scale = 0;
  bool point = false;
  bool any = false;
  size_t i = 0;
  for (; i < text.size(); ++i) {
    if (is_digit(text[i])) {
      digits += text[i];
      any = true;
      if (point) ++scale;
    } else if (text[i] == '.' && !point) {
      point = true;
    } else {
      break;
    }
  }
  if (!any) return std::nullopt;
  int64_t exponent = 0;
  if (i < text.size()) {
    if (text[i] != 'e' && text[i] != 'E') return std::nullopt;
    const auto value = parse_integer(text.substr(i + 1));
    if (!value || is_space(text[i + 1]) || *value > 1000 || *value < -1000) return std::nullopt;
    exponent = *value;
  }
  // numeric_in(): the display scale is the number of digits after the point, less the exponent.
  scale -= exponent;
  while (scale < 0) {
    digits += '0';
    ++scale;
  }
  while (static_cast<int64_t>(digits.size()) <= scale) digits.insert(digits.begin(), '0');
  std::string whole = digits.substr(0, digits.size() - static_cast<size_t>(scale));
  const std::string fraction = digits.substr(digits.size() - static_cast<size_t>(scale));
  const size_t first = whole.find_first_not_of('0');
  whole = first == std::string::npos ? "0" : whole.substr(first);
  const bool zero = whole == "0" && fraction.find_first_not_of('0') == std::string::npos;
  return (negative && !zero ? "-" : "") + whole + (scale > 0 ? "." + fraction : "");
}

std::optional<std::string> normal_literal(TypeId type, std::string_view text,
                                          const LiteralContext& context) {
  switch (type) {
    case kText:
    case kVarchar:
    case kBpchar:
    case kUnknown:
    case kJson:
      return std::string(text);
    case kInt2:
      return normal_integer(text, INT16_MIN, INT16_MAX);
    case kInt4:
      return normal_integer(text, INT32_MIN, INT32_MAX);
    case kInt8:
      return normal_integer(text, INT64_MIN, INT64_MAX);
    case kNumeric:
      return normal_numeric(text);
    case kFloat4:
      return normal_float(text, true);
    case kFloat8:
      return normal_float(text, false);
    case kBool:
      return normal_bool(text);
    case kDate: {
      Scan scan(trimmed(text));
      const auto date = scan_date(scan);
      if (!date || !scan.done()) return std::nullopt;
      return print_date(*date);
    }
    case kTimestamp:
      return normal_timestamp(text, false, context);
    case kTimestamptz:
      return normal_timestamp(text, true, context);
    case kTime:
      return normal_time(text);
    case kInterval:
      return normal_interval(text);
    case kBit:
    case kVarbit:
      return normal_bits(text);
    case kBytea:
      return normal_bytes(text);
    case kInet:
      return normal_inet(text);
    case kUuid:
      return normal_uuid(text);
    case kJsonb:
      return JsonbWriter(text).run();
    default:
      return std::nullopt;
  }
}

std::optional<std::string> normal_array_literal(TypeId element, std::string_view text,
                                                const LiteralContext& context) {
  Scan scan(trimmed(text));
  if (!scan.take('{')) return std::nullopt;
  scan.blanks();
  std::string out = "{";
  if (scan.take('}')) return scan.done() ? std::optional<std::string>("{}") : std::nullopt;
  for (;;) {
    scan.blanks();
    std::string value;
    bool quoted = false;
    if (scan.take('"')) {
      quoted = true;
      while (!scan.take('"')) {
        if (scan.done()) return std::nullopt;
        if (scan.peek() == '\\') scan.take('\\');
        if (scan.done()) return std::nullopt;
        value += scan.peek();
        scan.take(scan.peek());
      }
      scan.blanks();
    } else {
      while (!scan.done() && scan.peek() != ',' && scan.peek() != '}') {
        const char c = scan.peek();
        if (c == '{' || c == '"' || c == '\\') return std::nullopt;
        value += c;
        scan.take(c);
      }
      value = std::string(trimmed(value));
      if (value.empty()) return std::nullopt;
    }
    if (!quoted && lowered(value) == "null") {
      out += "NULL";
    } else {
      const auto normal = normal_literal(element, value, context);
      if (!normal) return std::nullopt;
      out += '"';
      for (const char c : *normal) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
      }
      out += '"';
    }
    if (scan.take(',')) {
      out += ',';
      continue;
    }
    if (!scan.take('}') || !scan.done()) return std::nullopt;
    return out + "}";
  }
}

}  // namespace schemadiff
