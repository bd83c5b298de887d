// point, lseg, box, path, polygon, circle and line.
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "parser/expression/literal_scan.h"

namespace schemadiff::literals {
namespace {

constexpr TypeId kPoint = 600, kLseg = 601, kPath = 602, kBox = 603, kPolygon = 604, kLine = 628;
constexpr TypeId kCircle = 718;

// Numbers of the text with the signs around them: "((#,#),(#,#))".
struct Figure {
  std::string frame;
  std::vector<double> numbers;
};

std::optional<Figure> read_figure(std::string_view text) {
  Figure out;
  size_t i = 0;
  while (i < text.size()) {
    const char c = text[i];
    if (is_space(c)) {
      ++i;
    } else if (is_digit(c) || c == '-' || c == '+' || c == '.') {
      const size_t end = text.find_first_not_of("0123456789+-.eE", i);
      const std::string number(text.substr(i, end == std::string_view::npos ? end : end - i));
      char* rest = nullptr;
      const double value = std::strtod(number.c_str(), &rest);
      if (rest != number.c_str() + number.size() || !std::isfinite(value)) return std::nullopt;
      out.numbers.push_back(value);
      out.frame += '#';
      i += number.size();
    } else {
      out.frame += c;
      ++i;
    }
  }
  return out;
}

std::string written(std::string_view what, const std::vector<double>& numbers) {
  std::string out(what);
  for (const double number : numbers) {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, " %.17g", number);
    out += buffer;
  }
  return out;
}

// "(#,#),(#,#)" or "#,#,#,#" of `points` points.
bool are_points(std::string_view frame, size_t points) {
  std::string with;
  std::string without;
  for (size_t i = 0; i < points; ++i) {
    with += i > 0 ? ",(#,#)" : "(#,#)";
    without += i > 0 ? ",#,#" : "#,#";
  }
  return frame == with || frame == without;
}

std::string_view inside(std::string_view frame) { return frame.substr(1, frame.size() - 2); }

bool is_within(std::string_view frame, char open, char close) {
  return frame.size() > 2 && frame.front() == open && frame.back() == close;
}

}  // namespace

std::optional<std::string> normal_shape(TypeId type, std::string_view text) {
  auto figure = read_figure(text);
  if (!figure || figure->numbers.empty()) return std::nullopt;
  const std::string& frame = figure->frame;
  std::vector<double>& numbers = figure->numbers;
  const size_t points = numbers.size() / 2;
  const bool bare = are_points(frame, points);
  const bool closed = is_within(frame, '(', ')') && are_points(inside(frame), points);
  const bool open = is_within(frame, '[', ']') && are_points(inside(frame), points);
  switch (type) {
    case kPoint:
      if (points != 1 || !bare) return std::nullopt;
      return written("point", numbers);
    case kLseg:
      if (points != 2 || !(bare || closed || open)) return std::nullopt;
      return written("lseg", numbers);
    case kBox:
      if (points != 2 || !(bare || closed)) return std::nullopt;
      // The upper right corner comes first.
      if (numbers[0] < numbers[2]) std::swap(numbers[0], numbers[2]);
      if (numbers[1] < numbers[3]) std::swap(numbers[1], numbers[3]);
      return written("box", numbers);
    case kPath:
      if (!(bare || closed || open)) return std::nullopt;
      return written(open ? "open path" : "path", numbers);
    case kPolygon:
      if (!(bare || closed)) return std::nullopt;
      return written("polygon", numbers);
    case kLine:
      if (frame != "{#,#,#}") return std::nullopt;
      return written("line", numbers);
    case kCircle:
      if (frame != "<(#,#),#>" && frame != "((#,#),#)" && frame != "(#,#),#" && frame != "#,#,#") {
        return std::nullopt;
      }
      return written("circle", numbers);
    default:
      return std::nullopt;
  }
}

}  // namespace schemadiff::literals
