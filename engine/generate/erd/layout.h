// Where the boxes and lines of a picture stand. Graphviz's dot lays out each connected component,
// as a child process that may crash, hang or be missing; the components are packed together here.
// No text of a database ever gets to dot: it sees sizes and numbers.
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/result.h"

namespace schemadiff {

// A table's box: a header, rows that lines can end at, and a footer. All lengths are in CSS pixels.
struct LayoutBox {
  int width = 0;
  int rows = 0;
  int footer = 0;  // height; 0: none

  int height() const;
};
inline constexpr int kHeaderHeight = 32;
inline constexpr int kRowHeight = 22;

struct LayoutEdge {
  size_t from = 0;  // box number; lines run from the right of this box …
  size_t from_row = 0;
  size_t to = 0;  // … to the left of that one
  size_t to_row = 0;
};

struct LayoutGraph {
  std::vector<LayoutBox> boxes;
  std::vector<LayoutEdge> edges;
};

struct Point {
  double x = 0;
  double y = 0;
};

struct Layout {
  std::vector<Point> boxes;               // upper left corners
  std::vector<std::vector<Point>> edges;  // a Bézier curve: a start and three points a piece
  double width = 0;
  double height = 0;
  bool by_dot = true;  // false: at least one component stands in a grid, its lines drawn straight
};

struct LayoutOptions {
  std::string program = "dot";
  // For all graphs of a call together; then what is left stands in a grid.
  std::chrono::milliseconds limit{10'000};
  size_t most_boxes = 300;  // of one component: dot's time grows faster than its size
};

struct Layouts {
  std::vector<Layout> list;  // one for each graph
  std::string trouble;       // why some stand in a grid: "Graphviz's dot is not installed"
};

Layouts lay_out(const std::vector<LayoutGraph>& graphs, const LayoutOptions& options = {});

}  // namespace schemadiff
