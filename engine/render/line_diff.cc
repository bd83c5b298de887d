#include "engine/render/line_diff.h"

#include <algorithm>
#include <cstdint>

namespace schemadiff {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

// A table of the longest common subsequence beyond this size costs more than it tells.
constexpr size_t kLargestTable = 4'000'000;

}  // namespace

std::vector<DiffLine> line_diff(std::string_view before, std::string_view after, size_t context) {
  const std::vector<std::string_view> a = lines_of(before);
  const std::vector<std::string_view> b = lines_of(after);
  size_t head = 0;
  while (head < a.size() && head < b.size() && a[head] == b[head]) ++head;
  size_t tail = 0;
  while (tail < a.size() - head && tail < b.size() - head &&
         a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) {
    ++tail;
  }
  std::vector<DiffLine> all;
  for (size_t i = 0; i < head; ++i) all.push_back({' ', std::string(a[i])});
  const size_t n = a.size() - head - tail;
  const size_t m = b.size() - head - tail;
  if (n != 0 && m != 0 && n * m <= kLargestTable) {
    std::vector<uint32_t> common((n + 1) * (m + 1), 0);
    const auto at = [&](size_t i, size_t j) -> uint32_t& { return common[i * (m + 1) + j]; };
    for (size_t i = n; i-- > 0;) {
      for (size_t j = m; j-- > 0;) {
        at(i, j) = a[head + i] == b[head + j] ? at(i + 1, j + 1) + 1
                                              : std::max(at(i + 1, j), at(i, j + 1));
      }
    }
    size_t i = 0;
    size_t j = 0;
    while (i < n || j < m) {
      if (i < n && j < m && a[head + i] == b[head + j]) {
        all.push_back({' ', std::string(a[head + i])});
        ++i;
        ++j;
      } else if (i < n && (j == m || at(i + 1, j) >= at(i, j + 1))) {
        all.push_back({'-', std::string(a[head + i++])});
      } else {
        all.push_back({'+', std::string(b[head + j++])});
      }
    }
  } else {
    for (size_t i = 0; i < n; ++i) all.push_back({'-', std::string(a[head + i])});
    for (size_t j = 0; j < m; ++j) all.push_back({'+', std::string(b[head + j])});
  }
  for (size_t i = a.size() - tail; i < a.size(); ++i) all.push_back({' ', std::string(a[i])});

  std::vector<bool> keep(all.size(), false);
  for (size_t i = 0; i < all.size(); ++i) {
    if (all[i].mark == ' ') continue;
    const size_t first = i > context ? i - context : 0;
    for (size_t k = first; k < all.size() && k <= i + context; ++k) keep[k] = true;
  }
  std::vector<DiffLine> out;
  size_t hidden = 0;
  for (size_t i = 0; i <= all.size(); ++i) {
    if (i < all.size() && !keep[i]) {
      ++hidden;
      continue;
    }
    if (hidden > 0) {
      out.push_back({'~', std::to_string(hidden) + (hidden == 1 ? " line" : " lines")});
      hidden = 0;
    }
    if (i < all.size()) out.push_back(std::move(all[i]));
  }
  return out.size() == 1 && out[0].mark == '~' ? std::vector<DiffLine>() : out;
}

}  // namespace schemadiff
