#include "parser/expression/literal.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <vector>

#include "parser/expression/literal_scan.h"

namespace schemadiff {
namespace {

using namespace type_id;
using namespace literals;

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

// The number of a month's English name; 0: it is none.
int64_t month_called(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  for (size_t i = 0; i < kMonths.size(); ++i) {
    if (word == kMonths[i] || word == kMonths[i].substr(0, 3) ||
        (word == "sept" && kMonths[i] == "september")) {
      return static_cast<int64_t>(i) + 1;
    }
  }
  return 0;
}

// Year first, or with the month by its name: what every DateStyle reads alike.
std::optional<Date> scan_date(Scan& scan) {
  Date date;
  const auto separator = [&] {
    size_t before = scan.rest().size();
    scan.blanks();
    if (!scan.take(',')) scan.take('-');
    scan.blanks();
    return scan.rest().size() != before;
  };
  const auto is_letter = [&] {
    const char c = lower(scan.peek());
    return c >= 'a' && c <= 'z';
  };
  const auto four = [&] {
    const auto year = scan.digits(4, 4);
    date.year = year.value_or(0);
    return year.has_value();
  };
  const auto two = [&] {
    const auto day = scan.digits(1, 2);
    date.day = day.value_or(0);
    return day.has_value();
  };
  if (is_letter()) {
    // January 5, 2020
    date.month = month_called(scan.word());
    if (date.month == 0 || !separator() || !two() || !separator() || !four()) return std::nullopt;
    return valid(date) ? std::optional<Date>(date) : std::nullopt;
  }
  size_t width = 0;
  while (width < scan.rest().size() && is_digit(scan.rest()[width])) ++width;
  if (width == 8) {
    const int64_t all = *scan.digits(8, 8);
    date = {all / 10000, all / 100 % 100, all % 100};
  } else if (width <= 2) {
    // 5 Jan 2020
    if (!two() || !separator() || !is_letter()) return std::nullopt;
    date.month = month_called(scan.word());
    if (date.month == 0 || !separator() || !four()) return std::nullopt;
  } else {
    if (!four()) return std::nullopt;
    const char between = scan.peek();
    if (between != '-' && between != '/' && between != '.') return std::nullopt;
    scan.take(between);
    if (is_letter()) {
      date.month = month_called(scan.word());
    } else {
      date.month = scan.digits(1, 2).value_or(0);
    }
    if (!scan.take(between) || !two()) return std::nullopt;
  }
  return valid(date) ? std::optional<Date>(date) : std::nullopt;
}

// HH:MM[:SS[.ffffff]] [AM|PM] as microseconds of the day.
std::optional<int64_t> scan_time(Scan& scan) {
  auto hours = scan.digits(1, 2);
  if (!hours || *hours > 24 || !scan.take(':')) return std::nullopt;
  const auto minutes = scan.digits(1, 2);
  if (!minutes || *minutes > 59) return std::nullopt;
  int64_t seconds = 0;
  int64_t micros = 0;
  if (scan.take(':')) {
    const auto value = scan.digits(1, 2);
    if (!value || *value > 59) return std::nullopt;
    seconds = *value;
    if (scan.take('.')) {
      const auto fraction = scan.fraction();
      if (!fraction) return std::nullopt;
      micros = *fraction;
    }
  }
  Scan behind = scan;
  behind.blanks();
  const std::string half = behind.word();
  if (half == "am" || half == "pm") {
    if (*hours < 1 || *hours > 12) return std::nullopt;
    if (*hours == 12) *hours = 0;
    if (half == "pm") *hours += 12;
    scan = behind;
    // "7:31 am-06" is read as if it were a date.
    behind.blanks();
    if (behind.peek() == '+' || behind.peek() == '-') return std::nullopt;
  }
  const int64_t out = ((*hours * 60 + *minutes) * 60 + seconds) * 1000000 + micros;
  return out <= 86400LL * 1000000 ? std::optional<int64_t>(out) : std::nullopt;
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

// Beyond all dates; empty: it is neither.
std::string endless(std::string_view text) {
  std::string word = lowered(trimmed(text));
  return word == "infinity" || word == "-infinity" ? word : "";
}

// Seconds east of Greenwich: "+02", "-3:30", "Z".
std::optional<int64_t> scan_offset(Scan& scan) {
  if (scan.peek() != '+' && scan.peek() != '-') {
    const std::string zone = scan.word();
    return zone == "z" || zone == "utc" ? std::optional<int64_t>(0) : std::nullopt;
  }
  const bool east = scan.take('+');
  if (!east) scan.take('-');
  const auto hours = scan.digits(1, 2);
  if (!hours || *hours > 15) return std::nullopt;
  int64_t minutes = 0;
  if (scan.take(':')) {
    const auto value = scan.digits(2, 2);
    if (!value || *value > 59) return std::nullopt;
    minutes = *value;
  }
  return (east ? 1 : -1) * (*hours * 60 + minutes) * 60;
}

// Date, then optionally a time; with `zone`, also an offset or Z.
std::optional<std::string> normal_timestamp(std::string_view text, bool with_zone,
                                            const LiteralContext& context) {
  if (std::string word = endless(text); !word.empty()) return word;
  Scan scan(trimmed(text));
  Date date{1970, 1, 1};
  int64_t micros = 0;
  std::optional<int64_t> offset;
  if (lowered(scan.rest()) == "epoch") {
    scan = Scan("");
    offset = 0;
  } else {
    const auto day = scan_date(scan);
    if (!day) return std::nullopt;
    date = *day;
    bool has_time = false;
    if (!scan.done() && (scan.peek() == 'T' || is_space(scan.peek()))) {
      if (!scan.take('T')) scan.blanks();
      const auto time = scan_time(scan);
      if (!time) return std::nullopt;
      micros = *time;
      has_time = true;
    }
    scan.blanks();
    if (with_zone && has_time && !scan.done()) {
      offset = scan_offset(scan);
      if (!offset) return std::nullopt;
    }
  }
  if (!scan.done()) return std::nullopt;
  const int64_t moment = days_of(date) * 86400000000LL + micros;
  if (!with_zone) return "at " + std::to_string(moment);
  if (!offset && context.zone_is_utc) offset = 0;
  if (!offset) return std::nullopt;
  return "utc " + std::to_string(moment - *offset * 1000000);
}

std::optional<std::string> normal_time(std::string_view text) {
  Scan scan(trimmed(text));
  const auto micros = scan_time(scan);
  if (!micros || !scan.done()) return std::nullopt;
  return print_time(*micros);
}

std::optional<std::string> normal_zoned_time(std::string_view text, const LiteralContext& context) {
  Scan scan(trimmed(text));
  const auto micros = scan_time(scan);
  if (!micros) return std::nullopt;
  scan.blanks();
  std::optional<int64_t> offset;
  if (!scan.done()) {
    offset = scan_offset(scan);
  } else if (context.zone_is_utc) {
    offset = 0;
  }
  if (!offset || !scan.done()) return std::nullopt;
  return print_time(*micros) + " " + std::to_string(*offset);
}

std::optional<std::string> normal_date(std::string_view text) {
  if (std::string word = endless(text); !word.empty()) return word;
  if (lowered(trimmed(text)) == "epoch") return "1970-01-01";
  Scan scan(trimmed(text));
  const auto date = scan_date(scan);
  if (!date || !scan.done()) return std::nullopt;
  return print_date(*date);
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
  if (text.size() > 2 && text.front() == '{' && text.back() == '}') {
    text = text.substr(1, text.size() - 2);
  }
  for (const char c : text) {
    const char low = lower(c);
    const bool may_part = !out.empty() && out.size() % 4 == 0 && out.size() < 32;
    if (c == '-' && may_part) continue;
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

// Reads one JSON value and writes it as jsonb keeps it, its strings without escapes but for quotes.
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
      if (scan_.done() || static_cast<unsigned char>(c) < 0x20) return std::nullopt;
      scan_.take(c);
      if (c != '\\') {
        out += c;
      } else if (!read_escape(out)) {
        return std::nullopt;
      }
    }
    return out;
  }

  bool read_escape(std::string& out) {
    const char c = scan_.peek();
    if (scan_.done()) return false;
    scan_.take(c);
    constexpr std::string_view kEscapes = "\"\\/bfnrt";
    constexpr std::string_view kMeant = "\"\\/\b\f\n\r\t";
    if (const size_t at = kEscapes.find(c); at != std::string_view::npos) {
      out += kMeant[at];
      return true;
    }
    auto code = c == 'u' ? read_unit() : std::nullopt;
    if (!code || *code == 0) return false;
    if (*code >= 0xDC00 && *code < 0xE000) return false;
    if (*code >= 0xD800 && *code < 0xDC00) {
      if (!scan_.take('\\') || !scan_.take('u')) return false;
      const auto second = read_unit();
      if (!second || *second < 0xDC00 || *second >= 0xE000) return false;
      code = 0x10000 + ((*code - 0xD800) << 10) + (*second - 0xDC00);
    }
    append_utf8(*code, out);
    return true;
  }

  std::optional<uint32_t> read_unit() {
    const std::string digits(scan_.rest().substr(0, 4));
    uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + 4, value, 16);
    if (digits.size() != 4 || error != std::errc() || end != digits.data() + 4) return std::nullopt;
    for (const char c : digits) scan_.take(c);
    return value;
  }

  static void append_utf8(uint32_t code, std::string& out) {
    const auto add = [&](uint32_t byte) { out += static_cast<char>(byte); };
    if (code < 0x80) {
      add(code);
    } else if (code < 0x800) {
      add(0xC0 | code >> 6);
      add(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
      add(0xE0 | code >> 12);
      add(0x80 | (code >> 6 & 0x3F));
      add(0x80 | (code & 0x3F));
    } else {
      add(0xF0 | code >> 18);
      add(0x80 | (code >> 12 & 0x3F));
      add(0x80 | (code >> 6 & 0x3F));
      add(0x80 | (code & 0x3F));
    }
  }

  static std::string written(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
    return out + "\"";
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
    if (scan_.take('e') || scan_.take('E')) {
      number += 'e';
      if (scan_.take('-')) {
        number += '-';
      } else {
        scan_.take('+');
      }
      const std::string exponent = whole();
      if (exponent.empty()) return std::nullopt;
      number += exponent;
    }
    return normal_numeric(number);
  }

  std::optional<std::string> read(int depth) {
    if (depth > 100) return std::nullopt;
    const char c = scan_.peek();
    if (c == '"') {
      const auto text = read_string();
      if (!text) return std::nullopt;
      return written(*text);
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
      out += written(key) + ": " + value;
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

// Hexadecimal, or letters for what they are, with bytes as \\ooo.
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
  for (size_t i = 0; i < text.size(); ++i) {
    auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x80) return std::nullopt;  // what it is hangs on the encoding
    if (text[i] == '\\') {
      const std::string_view rest = text.substr(i + 1);
      const auto octal = [&](size_t at, char most) {
        return at < rest.size() && rest[at] >= '0' && rest[at] <= most;
      };
      if (rest.starts_with('\\')) {
        i += 1;
      } else if (octal(0, '3') && octal(1, '7') && octal(2, '7')) {
        byte = static_cast<unsigned char>((rest[0] - '0') * 64 + (rest[1] - '0') * 8 +
                                          (rest[2] - '0'));
        i += 3;
      } else {
        return std::nullopt;
      }
    }
    out += kDigits[byte >> 4];
    out += kDigits[byte & 0xF];
  }
  return out;
}

// "16/B374D848"
std::optional<std::string> normal_log_position(std::string_view text) {
  const size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  std::string out;
  for (const std::string_view half : {text.substr(0, slash), text.substr(slash + 1)}) {
    uint32_t value = 0;
    const auto [end, error] = std::from_chars(half.data(), half.data() + half.size(), value, 16);
    if (half.empty() || error != std::errc() || end != half.data() + half.size()) {
      return std::nullopt;
    }
    out += (out.empty() ? "" : "/") + std::to_string(value);
  }
  return out;
}

struct RangeTypes {
  TypeId range;
  TypeId multirange;
  TypeId subtype;
};
constexpr RangeTypes kRanges[] = {{3904, 4451, kInt4},      {3906, 4532, kNumeric},
                                  {3908, 4533, kTimestamp}, {3910, 4534, kTimestamptz},
                                  {3912, 4535, kDate},      {3926, 4536, kInt8}};

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

std::optional<int64_t> literals::day_number(std::string_view normal_date) {
  Scan scan(normal_date);
  const auto date = scan_date(scan);
  return date && scan.done() ? std::optional<int64_t>(days_of(*date)) : std::nullopt;
}

std::optional<std::string> normal_numeric(std::string_view text) {
  text = trimmed(text);
  const std::string word = text.size() < 10 ? lowered(text) : "";
  if (word == "nan") return "NaN";
  if (word == "infinity" || word == "+infinity" || word == "inf" || word == "+inf") {
    return "Infinity";
  }
  if (word == "-infinity" || word == "-inf") return "-Infinity";
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
                                          const LiteralContext& context,
                                          std::string_view modifier) {
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
    case kDate:
      return normal_date(text);
    case kTimestamp:
      return normal_timestamp(text, false, context);
    case kTimestamptz:
      return normal_timestamp(text, true, context);
    case kTime:
      return normal_time(text);
    case kTimetz:
      return normal_zoned_time(text, context);
    case kInterval:
      return normal_interval(text, modifier);
    case kBit:
    case kVarbit:
      return normal_bits(text);
    case kBytea:
      return normal_bytes(text);
    case kInet:
      return normal_inet(text);
    case kCidr:
      return normal_cidr(text);
    case kMacaddr:
      return normal_hardware_address(text, 6);
    case kMacaddr8:
      return normal_hardware_address(text, 8);
    case kUuid:
      return normal_uuid(text);
    case kTsvector:
      return normal_text_vector(text);
    case kTsquery:
      return normal_text_query(text);
    case kOid:
    case kXid:
    case kCid:
      return normal_integer(text, 0, UINT32_MAX);
    case kChar:
      return text.size() == 1 ? std::optional<std::string>(text) : std::nullopt;
    case kName:
      return text.size() < 64 ? std::optional<std::string>(text) : std::nullopt;
    case kPgLsn:
      return normal_log_position(text);
    case kJsonb:
      return JsonbWriter(text).run();
    default:
      break;
  }
  for (const auto& [range, multirange, subtype] : kRanges) {
    if (type == range) return normal_range(subtype, text, context);
    if (type == multirange) return normal_multirange(subtype, text, context);
  }
  return normal_shape(type, text);
}

std::optional<std::string> normal_array_literal(TypeId element, std::string_view text,
                                                const LiteralContext& context,
                                                std::string_view modifier) {
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
      const auto normal = normal_literal(element, value, context, modifier);
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
