// Intervals, as DecodeInterval() and interval_in() read them.
#include <vector>

#include "parser/expression/literal_scan.h"

namespace schemadiff::literals {
namespace {

constexpr int64_t kSecond = 1000000;
constexpr int64_t kMinute = 60 * kSecond;
constexpr int64_t kHour = 60 * kMinute;
constexpr int64_t kDay = 24 * kHour;  // of a fraction of a day only

struct Span {
  int64_t months = 0;
  int64_t days = 0;
  int64_t micros = 0;
};

enum class Unit {
  none,
  micros,
  millis,
  second,
  minute,
  hour,
  day,
  week,
  month,
  year,
  decade,
  century,
  millennium
};

Unit unit_called(std::string_view word) {
  struct Name {
    std::string_view word;
    Unit unit;
  };
  static constexpr Name kNames[] = {{"us", Unit::micros},
                                    {"usec", Unit::micros},
                                    {"usecs", Unit::micros},
                                    {"microsecond", Unit::micros},
                                    {"microseconds", Unit::micros},
                                    {"ms", Unit::millis},
                                    {"msec", Unit::millis},
                                    {"msecs", Unit::millis},
                                    {"millisecond", Unit::millis},
                                    {"milliseconds", Unit::millis},
                                    {"s", Unit::second},
                                    {"sec", Unit::second},
                                    {"secs", Unit::second},
                                    {"second", Unit::second},
                                    {"seconds", Unit::second},
                                    {"m", Unit::minute},
                                    {"min", Unit::minute},
                                    {"mins", Unit::minute},
                                    {"minute", Unit::minute},
                                    {"minutes", Unit::minute},
                                    {"h", Unit::hour},
                                    {"hr", Unit::hour},
                                    {"hrs", Unit::hour},
                                    {"hour", Unit::hour},
                                    {"hours", Unit::hour},
                                    {"d", Unit::day},
                                    {"day", Unit::day},
                                    {"days", Unit::day},
                                    {"w", Unit::week},
                                    {"week", Unit::week},
                                    {"weeks", Unit::week},
                                    {"mon", Unit::month},
                                    {"mons", Unit::month},
                                    {"month", Unit::month},
                                    {"months", Unit::month},
                                    {"y", Unit::year},
                                    {"yr", Unit::year},
                                    {"yrs", Unit::year},
                                    {"year", Unit::year},
                                    {"years", Unit::year},
                                    {"decade", Unit::decade},
                                    {"decades", Unit::decade},
                                    {"century", Unit::century},
                                    {"centuries", Unit::century},
                                    {"millennium", Unit::millennium},
                                    {"millennia", Unit::millennium}};
  for (const Name& name : kNames) {
    if (name.word == word) return name.unit;
  }
  return Unit::none;
}

// "day to second(3)": its first and last field, and the digits of a second.
struct Modifier {
  std::string first;
  std::string last;
  int64_t digits = -1;
};

std::optional<Modifier> read_modifier(std::string_view text) {
  Modifier out;
  const size_t open = text.find('(');
  std::string_view fields = text.substr(0, open);
  if (open != std::string_view::npos) {
    out.digits = parse_integer(text.substr(open + 1, text.size() - open - 2)).value_or(-1);
  } else if (!text.empty() && is_digit(text[0])) {
    out.digits = parse_integer(text).value_or(-1);
    fields = {};
  }
  if (out.digits > 6) return std::nullopt;
  const size_t to = fields.find(" to ");
  out.first = std::string(fields.substr(0, to));
  out.last = to == std::string_view::npos ? out.first : std::string(fields.substr(to + 4));
  return out;
}

// A whole number of units, and millionths of one.
bool add(Span& span, Unit unit, int64_t count, int64_t millionths) {
  const auto time = [&](int64_t size) {
    span.micros += count * size;
    if (millionths * size % 1000000 != 0) return false;  // rounds
    span.micros += millionths * size / 1000000;
    return true;
  };
  const auto days = [&](int64_t size) {
    span.days += count * size;
    const int64_t part = millionths * size;
    span.days += part / 1000000;
    const int64_t rest = part % 1000000;
    span.micros += rest * (kDay / 1000000);
    return true;
  };
  const auto months = [&](int64_t size) {
    span.months += count * size;
    if (millionths * size % 1000000 != 0) return false;
    span.months += millionths * size / 1000000;
    return true;
  };
  switch (unit) {
    case Unit::none:
      return false;
    case Unit::micros:
      return time(1);
    case Unit::millis:
      return time(1000);
    case Unit::second:
      return time(kSecond);
    case Unit::minute:
      return time(kMinute);
    case Unit::hour:
      return time(kHour);
    case Unit::day:
      return days(1);
    case Unit::week:
      return days(7);
    case Unit::month: {
      span.months += count;
      const int64_t part = millionths * 30;
      span.days += part / 1000000;
      span.micros += part % 1000000 * (kDay / 1000000);
      return true;
    }
    case Unit::year:
      return months(12);
    case Unit::decade:
      return months(120);
    case Unit::century:
      return months(1200);
    case Unit::millennium:
      return months(12000);
  }
  return false;
}

// H:MM[:SS[.f]], or M:SS of minutes to seconds.
std::optional<int64_t> clock(std::string_view text, const Modifier& modifier) {
  Scan scan(text);
  auto hours = scan.digits(1, 7);
  if (!hours || !scan.take(':')) return std::nullopt;
  auto minutes = scan.digits(1, 2);
  if (!minutes) return std::nullopt;
  std::optional<int64_t> seconds = 0;
  int64_t fraction = 0;
  const auto take_fraction = [&] {
    const auto value = scan.fraction();
    fraction = value.value_or(0);
    return value.has_value();
  };
  const auto are_minutes = [&] {
    seconds = minutes;
    minutes = hours;
    hours = 0;
  };
  if (scan.done()) {
    if (modifier.first == "minute" && modifier.last == "second") are_minutes();
  } else if (scan.take('.')) {
    if (!take_fraction()) return std::nullopt;
    are_minutes();
  } else if (scan.take(':')) {
    seconds = scan.digits(1, 2);
    if (!seconds || (scan.take('.') && !take_fraction())) return std::nullopt;
  }
  if (!scan.done() || *minutes > 59 || *seconds > 59) return std::nullopt;
  return *hours * kHour + *minutes * kMinute + *seconds * kSecond + fraction;
}

// P1Y2M3DT4H5M6.5S
std::optional<Span> read_iso(std::string_view text) {
  Scan scan(text);
  Span out;
  scan.take('P');
  bool time = false;
  bool any = false;
  while (!scan.done()) {
    if (scan.take('T')) {
      if (time) return std::nullopt;
      time = true;
      continue;
    }
    const bool negative = scan.take('-');
    const auto count = scan.digits(1, 7);
    int64_t fraction = 0;
    if (!count) return std::nullopt;
    if (scan.take('.')) {
      const auto value = scan.fraction();
      if (!value) return std::nullopt;
      fraction = *value;
    }
    Unit unit = Unit::none;
    if (scan.take('Y'))
      unit = time ? Unit::none : Unit::year;
    else if (scan.take('M'))
      unit = time ? Unit::minute : Unit::month;
    else if (scan.take('W'))
      unit = time ? Unit::none : Unit::week;
    else if (scan.take('D'))
      unit = time ? Unit::none : Unit::day;
    else if (scan.take('H'))
      unit = time ? Unit::hour : Unit::none;
    else if (scan.take('S'))
      unit = time ? Unit::second : Unit::none;
    // Parts of these are parts of days, less what a double loses.
    if (fraction != 0 && (unit == Unit::month || unit == Unit::week)) return std::nullopt;
    const int64_t sign = negative ? -1 : 1;
    if (!add(out, unit, sign * *count, sign * fraction)) return std::nullopt;
    any = true;
  }
  return any ? std::optional<Span>(out) : std::nullopt;
}

struct Field {
  enum class What { number, word } what = What::number;
  std::string text;  // of a number with what is written within it: "-1", "1.5", "2:03", "1-2"
};

// Numbers and words, from the left.
std::optional<std::vector<Field>> read_fields(std::string_view text) {
  std::vector<Field> out;
  size_t i = 0;
  const auto letter = [&](size_t at) {
    const char c = lower(text[at]);
    return c >= 'a' && c <= 'z';
  };
  while (i < text.size()) {
    if (is_space(text[i])) {
      ++i;
      continue;
    }
    Field field;
    if (letter(i)) {
      field.what = Field::What::word;
      while (i < text.size() && letter(i)) field.text += lower(text[i++]);
    } else {
      if (text[i] == '+' || text[i] == '-') field.text += text[i++];
      if (i >= text.size() || (!is_digit(text[i]) && text[i] != '.')) return std::nullopt;
      while (i < text.size() && (is_digit(text[i]) || text[i] == '.' || text[i] == ':' ||
                                 (text[i] == '-' && i > 0 && is_digit(text[i - 1])))) {
        field.text += text[i++];
      }
    }
    out.push_back(std::move(field));
  }
  return out;
}

// What a number without a unit counts, at the end of the text.
Unit last_unit(const Modifier& modifier) {
  return modifier.last.empty() ? Unit::second : unit_called(modifier.last);
}

bool add_number(Span& span, std::string_view text, Unit unit) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  const int64_t sign = negative ? -1 : 1;
  Scan scan(text);
  const auto count = scan.peek() == '.' ? std::optional<int64_t>(0) : scan.digits(1, 9);
  if (!count) return false;
  if (scan.take('-')) {
    // Years and months.
    const auto months = scan.digits(1, 2);
    if (!months || *months > 11 || !scan.done()) return false;
    span.months += sign * (*count * 12 + *months);
    return true;
  }
  int64_t fraction = 0;
  if (scan.take('.') && !scan.done()) {
    const auto value = scan.fraction();
    if (!value) return false;
    fraction = *value;
  }
  return scan.done() && add(span, unit, sign * *count, sign * fraction);
}

std::optional<Span> read_fields_of(std::string_view text, const Modifier& modifier) {
  if (text.starts_with('@')) text.remove_prefix(1);
  auto fields = read_fields(text);
  if (!fields || fields->empty()) return std::nullopt;
  bool ago = false;
  if (fields->back().what == Field::What::word && fields->back().text == "ago") {
    ago = true;
    fields->pop_back();
  }
  // Under IntervalStyle sql_standard a sign in front may be that of all fields.
  size_t numbers = 0;
  size_t signs = 0;
  for (const Field& field : *fields) {
    if (field.what != Field::What::number) continue;
    ++numbers;
    if (field.text[0] == '-' || field.text[0] == '+') ++signs;
  }
  if (numbers == 0) return std::nullopt;
  if (numbers > 1 && signs == 1 && fields->front().text[0] == '-') return std::nullopt;
  Span out;
  Unit unit = Unit::none;
  for (size_t i = fields->size(); i-- > 0;) {
    const Field& field = (*fields)[i];
    if (field.what == Field::What::word) {
      // Two words on end say nothing that we know.
      if (i == 0 || (*fields)[i - 1].what == Field::What::word) return std::nullopt;
      unit = unit_called(field.text);
      if (unit == Unit::none) return std::nullopt;
      continue;
    }
    if (field.text.find(':') != std::string::npos) {
      std::string_view time = field.text;
      const bool negative = time[0] == '-';
      if (negative || time[0] == '+') time.remove_prefix(1);
      // A unit behind a time is an error.
      if (i + 1 < fields->size() && (*fields)[i + 1].what == Field::What::word) return std::nullopt;
      const auto micros = clock(time, modifier);
      if (!micros) return std::nullopt;
      out.micros += negative ? -*micros : *micros;
      unit = Unit::day;
      continue;
    }
    if (unit == Unit::none) unit = last_unit(modifier);
    // Two numbers in a row, but for days before a time, and years before days.
    const bool next_is_number =
        i + 1 < fields->size() && (*fields)[i + 1].what == Field::What::number;
    if (next_is_number && (*fields)[i + 1].text.find(':') == std::string::npos &&
        field.text.find('-', 1) == std::string::npos) {
      return std::nullopt;
    }
    if (!add_number(out, field.text, unit)) return std::nullopt;
  }
  if (ago) out = {-out.months, -out.days, -out.micros};
  return out;
}

// AdjustIntervalForTypmod()
void cut(Span& span, const Modifier& modifier) {
  const std::string& last = modifier.last;
  if (last == "year") span.months = span.months / 12 * 12;
  if (last == "year" || last == "month") span.days = 0;
  if (last == "year" || last == "month" || last == "day") span.micros = 0;
  if (last == "hour") span.micros = span.micros / kHour * kHour;
  if (last == "minute") span.micros = span.micros / kMinute * kMinute;
  if (modifier.digits < 0) return;
  int64_t scale = 1;
  for (int64_t i = modifier.digits; i < 6; ++i) scale *= 10;
  const int64_t half = scale / 2;
  span.micros = span.micros >= 0 ? (span.micros + half) / scale * scale
                                 : -((-span.micros + half) / scale * scale);
}

}  // namespace

// Months, days and microseconds: what the type stores.
std::optional<std::string> normal_interval(std::string_view text, std::string_view modifier_text) {
  text = trimmed(text);
  const auto modifier = read_modifier(modifier_text);
  if (!modifier || text.empty()) return std::nullopt;
  const std::string word = lowered(text);
  if (word == "infinity" || word == "-infinity") return word;
  auto span = text[0] == 'P' ? read_iso(text) : read_fields_of(text, *modifier);
  if (!span) return std::nullopt;
  cut(*span, *modifier);
  return std::to_string(span->months) + " months " + std::to_string(span->days) + " days " +
         std::to_string(span->micros) + " us";
}

}  // namespace schemadiff::literals
