// A laid-out part of an Erd as SVG: static, without script, colours from CSS variables.
#pragma once

#include <string>
#include <vector>

#include "engine/generate/erd/erd.h"
#include "engine/generate/erd/layout.h"

namespace schemadiff {

enum class Detail {
  full,     // columns, as many as fit
  keys,     // only columns that keys and the lines need
  headers,  // names alone, and no lines
};

struct PictureBox {
  size_t table = 0;          // of the Erd
  std::vector<size_t> rows;  // columns that are shown, in their order
  std::string footer;        // "… 12 more columns, 4 partitions"
  LayoutBox size;
};

struct Picture {
  std::vector<PictureBox> boxes;
  std::vector<size_t> edges;  // of the Erd, in the order of the graph's
  LayoutGraph graph;          // to be laid out …
  Layout layout;              // … as this
};

// Those tables and what joins them, not laid out yet.
Picture picture_of(const Erd& erd, const std::vector<size_t>& tables, Detail detail);

struct SvgOptions {
  std::string label;        // what it shows, for those who can't see it
  std::string links;        // in front of the table's name in links: "#table="; empty: no links
  bool standalone = true;   // a file of its own: with namespace, style and markers
  size_t focus = SIZE_MAX;  // the table that it is about
};
std::string picture_svg(const Erd& erd, const Picture& picture, const SvgOptions& options);

// The ends of lines, once for all pictures of a page.
std::string marker_definitions();

}  // namespace schemadiff
