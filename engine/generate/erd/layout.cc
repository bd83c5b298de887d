#include "engine/generate/erd/layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <locale>
#include <map>
#include <numeric>
#include <sstream>

#include "engine/postgres/child_process.h"

namespace schemadiff {
namespace {

constexpr double kGap = 40;           // between components
constexpr double kAspect = 1.6;       // of the whole
constexpr double kPixelsAnInch = 72;  // what dot calls a point is a pixel here

double port_y(size_t row) { return kHeaderHeight + (static_cast<double>(row) + 0.5) * kRowHeight; }

// One connected component of a graph.
struct Component {
  size_t graph = 0;
  std::vector<size_t> boxes;  // numbers in the graph
  std::vector<size_t> edges;
  Layout layout;  // in the order of the two lists
};

std::vector<Component> components_of(const LayoutGraph& graph, size_t number) {
  std::vector<size_t> leader(graph.boxes.size());
  std::iota(leader.begin(), leader.end(), 0);
  const auto find = [&](size_t box) {
    while (leader[box] != box) box = leader[box] = leader[leader[box]];
    return box;
  };
  for (const LayoutEdge& edge : graph.edges) {
    const size_t a = find(edge.from);
    const size_t b = find(edge.to);
    leader[std::max(a, b)] = std::min(a, b);
  }
  std::vector<Component> out;
  std::map<size_t, size_t> numbers;
  for (size_t box = 0; box < graph.boxes.size(); ++box) {
    const auto [at, is_new] = numbers.emplace(find(box), out.size());
    if (is_new) out.emplace_back().graph = number;
    out[at->second].boxes.push_back(box);
  }
  for (size_t edge = 0; edge < graph.edges.size(); ++edge) {
    out[numbers.at(find(graph.edges[edge].from))].edges.push_back(edge);
  }
  return out;
}

// A curve from a row of one box to a row of another, at whichever sides are nearer.
std::vector<Point> direct_curve(const LayoutGraph& graph, const LayoutEdge& edge, Point from,
                                Point to) {
  const double from_width = graph.boxes[edge.from].width;
  const double to_width = graph.boxes[edge.to].width;
  const double y1 = from.y + port_y(edge.from_row);
  const double y2 = to.y + port_y(edge.to_row);
  if (from.x + from_width < to.x) {
    const double bend = std::max(30.0, (to.x - from.x - from_width) / 2);
    return {
        {from.x + from_width, y1}, {from.x + from_width + bend, y1}, {to.x - bend, y2}, {to.x, y2}};
  }
  if (to.x + to_width < from.x) {
    const double bend = std::max(30.0, (from.x - to.x - to_width) / 2);
    return {{from.x, y1}, {from.x - bend, y1}, {to.x + to_width + bend, y2}, {to.x + to_width, y2}};
  }
  // One above the other, or a table that references itself: around the right side.
  const double x1 = from.x + from_width;
  const double x2 = to.x + to_width;
  const double bend = std::max(x1, x2) + 36;
  return {{x1, y1}, {bend, y1}, {bend, y2}, {x2, y2}};
}

bool is_loop(const LayoutEdge& edge) { return edge.from == edge.to; }

// What loops and curves need beside the boxes.
void enclose(Layout& layout, const LayoutGraph& graph, const std::vector<size_t>& boxes) {
  double left = 0, top = 0, right = 0, bottom = 0;
  const auto take = [&](double x, double y) {
    left = std::min(left, x);
    top = std::min(top, y);
    right = std::max(right, x);
    bottom = std::max(bottom, y);
  };
  for (size_t i = 0; i < boxes.size(); ++i) {
    const LayoutBox& box = graph.boxes[boxes[i]];
    take(layout.boxes[i].x, layout.boxes[i].y);
    take(layout.boxes[i].x + box.width, layout.boxes[i].y + box.height());
  }
  for (const auto& points : layout.edges) {
    for (const Point& point : points) take(point.x, point.y);
  }
  for (Point& corner : layout.boxes) corner = {corner.x - left, corner.y - top};
  for (auto& points : layout.edges) {
    for (Point& point : points) point = {point.x - left, point.y - top};
  }
  layout.width = right - left;
  layout.height = bottom - top;
}

// ---- dot
// Cells without text, and a port for each row that a line can end at.
std::string dot_graph(const LayoutGraph& graph, const Component& component) {
  std::string out =
      "digraph g {\ngraph [rankdir=LR,nodesep=0.45,ranksep=1.1,splines=true,mclimit=0.5,"
      "nslimit=4,nslimit1=4];\nnode [shape=plain];\nedge [dir=none];\n";
  for (const size_t number : component.boxes) {
    const LayoutBox& box = graph.boxes[number];
    const auto cell = [&](const std::string& port, int height) {
      out += fmt::format("<TR><TD{} FIXEDSIZE=\"TRUE\" WIDTH=\"{}\" HEIGHT=\"{}\"></TD></TR>", port,
                         box.width, height);
    };
    out += fmt::format(
        "n{} [label=<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\">",
        number);
    cell("", kHeaderHeight);
    for (int row = 0; row < box.rows; ++row) cell(fmt::format(" PORT=\"r{}\"", row), kRowHeight);
    if (box.footer > 0) cell("", box.footer);
    out += "</TABLE>>];\n";
  }
  for (size_t i = 0; i < component.edges.size(); ++i) {
    const LayoutEdge& edge = graph.edges[component.edges[i]];
    if (is_loop(edge)) continue;
    // The colour comes back with the line, and says which it is.
    out += fmt::format("n{}:r{}:e -> n{}:r{}:w [color=\"#{:06x}\"];\n", edge.from, edge.from_row,
                       edge.to, edge.to_row, i);
  }
  return out + "}\n";
}

std::vector<Point> points_of(std::istringstream& words, double height) {
  size_t count = 0;
  words >> count;
  std::vector<Point> points;
  for (size_t i = 0; i < count && words; ++i) {
    double x = 0, y = 0;
    words >> x >> y;
    points.push_back({x * kPixelsAnInch, height - y * kPixelsAnInch});
  }
  return points;
}

// SIZE_MAX: it is no number.
size_t number_of(std::string_view text, int base) {
  size_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out, base);
  return error == std::errc() && end == text.data() + text.size() ? out : SIZE_MAX;
}

// One graph of dot -Tplain. False: this is not what was asked for.
bool read_plain(std::string_view text, const LayoutGraph& graph, Component& component) {
  Layout layout;
  layout.boxes.resize(component.boxes.size(), Point{NAN, NAN});
  layout.edges.resize(component.edges.size());
  double height = 0;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    words.imbue(std::locale::classic());
    std::string word;
    words >> word;
    if (word == "graph") {
      double scale = 1, width = 0;
      words >> scale >> width >> height;
      height *= kPixelsAnInch;
    } else if (word == "node") {
      std::string name;
      double x = 0, y = 0;
      words >> name >> x >> y;
      if (!words || name.size() < 2) return false;
      const size_t number = number_of(std::string_view(name).substr(1), 10);
      const auto found = std::lower_bound(component.boxes.begin(), component.boxes.end(), number);
      if (found == component.boxes.end() || *found != number) return false;
      const LayoutBox& box = graph.boxes[number];
      layout.boxes[static_cast<size_t>(found - component.boxes.begin())] = {
          x * kPixelsAnInch - box.width / 2.0, height - y * kPixelsAnInch - box.height() / 2.0};
    } else if (word == "edge") {
      std::string tail, head, style, color;
      words >> tail >> head;
      std::vector<Point> points = points_of(words, height);
      words >> style >> color;
      if (!words || color.size() != 7 || points.size() < 4 || points.size() % 3 != 1) return false;
      const size_t number = number_of(std::string_view(color).substr(1), 16);
      if (number >= layout.edges.size()) return false;
      layout.edges[number] = std::move(points);
    }
  }
  for (const Point& corner : layout.boxes) {
    if (std::isnan(corner.x)) return false;
  }
  component.layout = std::move(layout);
  return true;
}

void draw_missing_edges(const LayoutGraph& graph, Component& component) {
  Layout& layout = component.layout;
  layout.edges.resize(component.edges.size());
  const auto corner = [&](size_t box) {
    const auto at = std::lower_bound(component.boxes.begin(), component.boxes.end(), box);
    return layout.boxes[static_cast<size_t>(at - component.boxes.begin())];
  };
  for (size_t i = 0; i < component.edges.size(); ++i) {
    if (!layout.edges[i].empty()) continue;
    const LayoutEdge& edge = graph.edges[component.edges[i]];
    layout.edges[i] = direct_curve(graph, edge, corner(edge.from), corner(edge.to));
  }
}

// ---- without dot
void place_in_grid(const LayoutGraph& graph, Component& component) {
  Layout layout;
  layout.by_dot = false;
  double area = 0;
  for (const size_t box : component.boxes) {
    area += (graph.boxes[box].width + 2 * kGap) * (graph.boxes[box].height() + kGap);
  }
  const double width = std::sqrt(area * kAspect);
  double x = 0, y = 0, tallest = 0;
  for (const size_t number : component.boxes) {
    const LayoutBox& box = graph.boxes[number];
    if (x > 0 && x + box.width > width) {
      x = 0;
      y += tallest + kGap;
      tallest = 0;
    }
    layout.boxes.push_back({x, y});
    x += box.width + 2 * kGap;
    tallest = std::max<double>(tallest, box.height());
  }
  component.layout = std::move(layout);
}

// ---- all of it
// Puts the components of one graph beside and below each other: each at the lowest place where it
// fits under the skyline of those before it.
Layout pack(const LayoutGraph& graph, const std::vector<const Component*>& components) {
  Layout out;
  out.boxes.resize(graph.boxes.size());
  out.edges.resize(graph.edges.size());
  std::vector<const Component*> order = components;
  std::stable_sort(order.begin(), order.end(), [](const Component* a, const Component* b) {
    return a->layout.height > b->layout.height;
  });
  double area = 0, widest = 0;
  for (const Component* component : order) {
    area += (component->layout.width + kGap) * (component->layout.height + kGap);
    widest = std::max(widest, component->layout.width);
  }
  const double width = std::max(widest, std::sqrt(area * kAspect));
  struct Stretch {
    double begin, end, height;
  };
  std::vector<Stretch> skyline = {{0, width + kGap, 0}};
  for (const Component* component : order) {
    const double need = component->layout.width + kGap;
    double best_x = 0, best_y = INFINITY;
    for (size_t i = 0; i < skyline.size(); ++i) {
      const double x = skyline[i].begin;
      if (x + need > width + kGap + 0.5) break;
      double y = 0;
      for (size_t j = i; j < skyline.size() && skyline[j].begin < x + need - 0.5; ++j) {
        y = std::max(y, skyline[j].height);
      }
      if (y < best_y) best_x = x, best_y = y;
    }
    std::vector<Stretch> next;
    const double end = best_x + need;
    for (const Stretch& stretch : skyline) {
      if (stretch.begin < best_x)
        next.push_back({stretch.begin, std::min(stretch.end, best_x), stretch.height});
      if (stretch.end > end)
        next.push_back({std::max(stretch.begin, end), stretch.end, stretch.height});
    }
    next.push_back({best_x, end, best_y + component->layout.height + kGap});
    std::sort(next.begin(), next.end(),
              [](const Stretch& a, const Stretch& b) { return a.begin < b.begin; });
    skyline = std::move(next);
    const Layout& part = component->layout;
    for (size_t i = 0; i < part.boxes.size(); ++i) {
      out.boxes[component->boxes[i]] = {part.boxes[i].x + best_x, part.boxes[i].y + best_y};
    }
    for (size_t i = 0; i < part.edges.size(); ++i) {
      std::vector<Point> points = part.edges[i];
      for (Point& point : points) point = {point.x + best_x, point.y + best_y};
      out.edges[component->edges[i]] = std::move(points);
    }
    out.width = std::max(out.width, best_x + part.width);
    out.height = std::max(out.height, best_y + part.height);
    out.by_dot = out.by_dot && part.by_dot;
  }
  return out;
}

}  // namespace

int LayoutBox::height() const { return kHeaderHeight + rows * kRowHeight + footer; }

Layouts lay_out(const std::vector<LayoutGraph>& graphs, const LayoutOptions& options) {
  Layouts out;
  std::vector<Component> components;
  for (size_t i = 0; i < graphs.size(); ++i) {
    std::vector<Component> of_graph = components_of(graphs[i], i);
    std::move(of_graph.begin(), of_graph.end(), std::back_inserter(components));
  }
  // The small ones first: what was written before time was up counts.
  std::vector<Component*> asked;
  for (Component& component : components) {
    component.layout.by_dot = true;
    if (component.boxes.size() == 1) {
      component.layout.boxes = {{0, 0}};
    } else if (component.boxes.size() <= options.most_boxes) {
      asked.push_back(&component);
    } else {
      out.trouble =
          fmt::format("{} tables are joined: too many for one picture", component.boxes.size());
      place_in_grid(graphs[component.graph], component);
    }
  }
  std::stable_sort(asked.begin(), asked.end(), [](const Component* a, const Component* b) {
    return a->edges.size() < b->edges.size();
  });
  if (!asked.empty()) {
    ProcessOptions process;
    process.timeout = options.limit;
    for (const Component* component : asked) {
      process.input += dot_graph(graphs[component->graph], *component);
    }
    const auto run = run_process({options.program, "-Tplain"}, process);
    if (!run) {
      out.trouble = "Graphviz's dot can't be had (" + run.error().sentence + ")";
    } else if (run->timed_out) {
      out.trouble = fmt::format("Graphviz's dot was not done after {} s",
                                std::chrono::duration<double>(options.limit).count());
    } else if (run->exit_code != 0) {
      out.trouble = fmt::format("Graphviz's dot failed with exit code {}", run->exit_code);
    }
    std::string_view plain = run ? std::string_view(run->output) : std::string_view();
    for (Component* component : asked) {
      const size_t end = plain.find("\nstop\n");
      const LayoutGraph& graph = graphs[component->graph];
      if (end == std::string_view::npos) {
        place_in_grid(graph, *component);
        continue;
      }
      if (!read_plain(plain.substr(0, end), graph, *component)) {
        out.trouble = "Graphviz's dot gave an answer that can't be read";
        place_in_grid(graph, *component);
      }
      plain.remove_prefix(end + 6);
    }
  }
  std::vector<std::vector<const Component*>> of_graph(graphs.size());
  for (Component& component : components) {
    draw_missing_edges(graphs[component.graph], component);
    enclose(component.layout, graphs[component.graph], component.boxes);
    of_graph[component.graph].push_back(&component);
  }
  for (size_t i = 0; i < graphs.size(); ++i) out.list.push_back(pack(graphs[i], of_graph[i]));
  return out;
}

}  // namespace schemadiff
