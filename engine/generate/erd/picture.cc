#include "engine/generate/erd/picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/render/embedded.h"
#include "engine/render/markup.h"

namespace schemadiff {
namespace {

constexpr double kCell = 6.65;       // of the fixed-width font at 11 px
constexpr double kHeaderCell = 8.8;  // of the bold one at 13 px, a wide font taken
constexpr int kPadding = 12;
constexpr int kKeyWidth = 24;  // for PK and FK at the left
constexpr size_t kMostRows = 24;
constexpr size_t kMostNameCells = 34;
constexpr size_t kMostTypeCells = 24;
constexpr double kMargin = 24;  // around the whole

std::string type_text(const ErdColumn& column) {
  return cut_to_cells(column.type, kMostTypeCells) + (column.not_null ? "" : "?");
}

int width_of(const Erd& erd, const PictureBox& box, bool with_schema) {
  const ErdTable& table = erd.tables[box.table];
  const std::string name = cut_to_cells(shown_name(table.id, with_schema), kMostNameCells + 6);
  double width = static_cast<double>(cells(name)) * kHeaderCell + 2 * kPadding;
  if (table.mark != Mark::none) width += 64;
  for (const size_t row : box.rows) {
    const ErdColumn& column = table.columns[row];
    const size_t used =
        cells(cut_to_cells(column.name.str(), kMostNameCells)) + cells(type_text(column));
    width = std::max(width, static_cast<double>(used + 2) * kCell + kKeyWidth + 2 * kPadding);
  }
  width = std::max(width, static_cast<double>(cells(box.footer)) * 6.2 + 2 * kPadding);
  // Few different widths look calmer.
  return std::max(132, static_cast<int>(std::ceil(width / 12)) * 12);
}

std::string number(double value) {
  std::string out = fmt::format("{:.1f}", value);
  if (out.ends_with(".0")) out.resize(out.size() - 2);
  return out == "-0" ? "0" : out;
}

std::string class_of(const char* base, Mark mark) {
  return mark == Mark::none ? base : fmt::format("{} {}", base, mark_word(mark));
}

std::string draw_box(const Erd& erd, const PictureBox& box, Point corner, bool with_schema,
                     const SvgOptions& options) {
  const ErdTable& table = erd.tables[box.table];
  const std::string name = shown_name(table.id, with_schema);
  const int width = box.size.width;
  std::string classes = class_of("box", table.mark);
  if (box.table == options.focus) classes += " focus";
  std::string out;
  const std::string place =
      fmt::format("class=\"{}\" transform=\"translate({} {})\" data-table=\"{}\"", classes,
                  number(corner.x), number(corner.y), box.table);
  if (options.links.empty()) {
    out += "<g " + place + ">";
  } else {
    out += fmt::format("<a {} href=\"{}{}\">", place, options.links,
                       escape_fragment(qualified_name(table.id)));
  }
  out += fmt::format("<title>{}{}</title>", escape_markup(qualified_name(table.id)),
                     table.mark == Mark::none ? "" : fmt::format(" ({})", mark_word(table.mark)));
  out += fmt::format("<rect class=\"body\" width=\"{}\" height=\"{}\" rx=\"6\"/>", width,
                     box.size.height());
  // The header's lower corners are square where rows follow.
  if (box.size.rows + box.size.footer > 0) {
    out += fmt::format("<path class=\"head\" d=\"M0 {0}V6a6 6 0 0 1 6-6H{1}a6 6 0 0 1 6 6V{0}z\"/>",
                       kHeaderHeight, width - 6);
  } else {
    out += fmt::format("<rect class=\"head\" width=\"{}\" height=\"{}\" rx=\"6\"/>", width,
                       kHeaderHeight);
  }
  out += fmt::format("<text class=\"name\" x=\"{}\" y=\"21\">{}</text>", kPadding,
                     escape_markup(cut_to_cells(name, kMostNameCells + 6)));
  if (table.mark != Mark::none) {
    out += fmt::format("<text class=\"mark\" x=\"{}\" y=\"20\">{}</text>", width - kPadding,
                       mark_word(table.mark));
  }
  int y = kHeaderHeight;
  for (const size_t row : box.rows) {
    const ErdColumn& column = table.columns[row];
    out += fmt::format("<g class=\"{}\">", class_of("row", column.mark));
    if (column.mark != Mark::none) {
      out += fmt::format("<rect class=\"tint\" x=\"1\" y=\"{}\" width=\"{}\" height=\"{}\"/>", y,
                         width - 2, kRowHeight);
    }
    const char* key = column.in_primary_key   ? "PK"
                      : column.in_foreign_key ? "FK"
                      : column.unique         ? "UQ"
                                              : "";
    if (*key != '\0') {
      out += fmt::format("<text class=\"key {}\" x=\"{}\" y=\"{}\">{}</text>",
                         column.in_primary_key ? "primary" : "foreign", kPadding, y + 15, key);
    }
    out += fmt::format("<text class=\"column\" x=\"{}\" y=\"{}\">{}</text>", kPadding + kKeyWidth,
                       y + 15, escape_markup(cut_to_cells(column.name.str(), kMostNameCells)));
    out += fmt::format("<text class=\"type\" x=\"{}\" y=\"{}\">{}</text></g>", width - kPadding,
                       y + 15, escape_markup(type_text(column)));
    y += kRowHeight;
  }
  if (!box.footer.empty()) {
    out += fmt::format("<text class=\"note\" x=\"{}\" y=\"{}\">{}</text>", kPadding, y + 15,
                       escape_markup(box.footer));
  }
  out += fmt::format("<rect class=\"frame\" width=\"{}\" height=\"{}\" rx=\"6\"/>", width,
                     box.size.height());
  return out + (options.links.empty() ? "</g>\n" : "</a>\n");
}

std::string draw_edge(const Erd& erd, const ErdEdge& edge, const std::vector<Point>& points) {
  std::string path;
  for (size_t i = 0; i < points.size(); ++i) {
    path += fmt::format("{}{} {}",
                        i == 0   ? "M"
                        : i == 1 ? "C"
                                 : " ",
                        number(points[i].x), number(points[i].y));
  }
  const std::string mark = edge.mark == Mark::none ? "plain" : std::string(mark_word(edge.mark));
  return fmt::format(
      "<path class=\"{}\" d=\"{}\" data-from=\"{}\" data-to=\"{}\" marker-start=\"url(#{}-{})\" "
      "marker-end=\"url(#{}-{})\"><title>{}: {} references {}{}</title></path>\n",
      class_of("edge", edge.mark), path, edge.from, edge.to, edge.optional ? "maybe" : "one", mark,
      edge.one_to_one ? "one" : "many", mark, escape_markup(edge.id.sub.str()),
      escape_markup(qualified_name(erd.tables[edge.from].id)),
      escape_markup(qualified_name(erd.tables[edge.to].id)),
      edge.mark == Mark::none ? "" : " (" + mark + ")");
}

// Programs that draw SVG without a browser know no CSS variables: each var(--x) becomes the light
// or the dark one of `--x: light-dark(a, b);`.
std::string resolved_style(bool dark) {
  std::string css(embedded::kPictureCss.text);
  std::string_view palette = embedded::kPaletteCss.text;
  while (true) {
    const size_t name = palette.find("--");
    const size_t open = palette.find("light-dark(", name);
    const size_t comma = palette.find(", ", open);
    const size_t close = palette.find(");", comma);
    if (name == std::string_view::npos || close == std::string_view::npos) break;
    const std::string variable =
        "var(" + std::string(palette.substr(name, palette.find(':', name) - name)) + ")";
    const std::string value(dark ? palette.substr(comma + 2, close - comma - 2)
                                 : palette.substr(open + 11, comma - open - 11));
    for (size_t at = css.find(variable); at != std::string::npos; at = css.find(variable, at)) {
      css.replace(at, variable.size(), value);
    }
    palette.remove_prefix(close);
  }
  return css;
}

}  // namespace

std::string marker_definitions() {
  std::string out = "<defs>";
  for (const char* mark : {"plain", "added", "altered", "dropped"}) {
    const auto marker = [&](const char* name, const char* shape) {
      out += fmt::format(
          "<marker id=\"{0}-{1}\" class=\"end {1}\" viewBox=\"0 0 16 12\" refX=\"16\" refY=\"6\" "
          "markerWidth=\"16\" markerHeight=\"12\" markerUnits=\"userSpaceOnUse\" "
          "orient=\"auto-start-reverse\">{2}</marker>",
          name, mark, shape);
    };
    marker("many", "<path d=\"M5 6 16 1M5 6 16 11\"/>");
    marker("one", "<path d=\"M9 1.5V10.5\"/>");
    marker("maybe", "<circle cx=\"6\" cy=\"6\" r=\"3.5\"/><path d=\"M12 1.5V10.5\"/>");
  }
  return out + "</defs>";
}

Picture picture_of(const Erd& erd, const std::vector<size_t>& tables, Detail detail) {
  Picture out;
  std::vector<size_t> numbers(erd.tables.size(), SIZE_MAX);
  std::vector<std::set<size_t>> needed(tables.size());
  for (size_t i = 0; i < tables.size(); ++i) numbers[tables[i]] = i;
  if (detail != Detail::headers) {
    for (size_t i = 0; i < erd.edges.size(); ++i) {
      const ErdEdge& edge = erd.edges[i];
      if (numbers[edge.from] == SIZE_MAX || numbers[edge.to] == SIZE_MAX) continue;
      out.edges.push_back(i);
      needed[numbers[edge.from]].insert(edge.from_column);
      needed[numbers[edge.to]].insert(edge.to_column);
    }
  }
  const bool with_schema = erd.has_many_schemas();
  for (size_t i = 0; i < tables.size(); ++i) {
    const ErdTable& table = erd.tables[tables[i]];
    PictureBox box;
    box.table = tables[i];
    std::set<size_t> rows = needed[i];
    for (size_t c = 0; c < table.columns.size() && detail == Detail::full; ++c) {
      const ErdColumn& column = table.columns[c];
      if (table.columns.size() <= kMostRows || column.in_primary_key || column.mark != Mark::none)
        rows.insert(c);
    }
    for (size_t c = 0; detail == Detail::full && c < table.columns.size(); ++c) {
      if (rows.size() < kMostRows) rows.insert(c);
    }
    box.rows.assign(rows.begin(), rows.end());
    if (detail == Detail::full) {
      const size_t left_out = table.columns.size() - rows.size();
      if (left_out > 0) box.footer = fmt::format("… {} more columns", left_out);
      if (!table.note.empty()) box.footer += (box.footer.empty() ? "" : ", ") + table.note;
    }
    box.size.rows = static_cast<int>(box.rows.size());
    box.size.footer = box.footer.empty() ? 0 : kRowHeight + 2;
    box.size.width = width_of(erd, box, with_schema);
    // The last row keeps away from the round corners.
    if (box.size.footer == 0 && box.size.rows > 0) box.size.footer = 4;
    out.graph.boxes.push_back(box.size);
    out.boxes.push_back(std::move(box));
  }
  for (const size_t number : out.edges) {
    const ErdEdge& edge = erd.edges[number];
    const auto row_of = [&](size_t table, size_t column) {
      const std::vector<size_t>& rows = out.boxes[numbers[table]].rows;
      return static_cast<size_t>(std::lower_bound(rows.begin(), rows.end(), column) - rows.begin());
    };
    // Lines run from what is referenced to what references it: roots stand at the left.
    out.graph.edges.push_back({numbers[edge.to], row_of(edge.to, edge.to_column),
                               numbers[edge.from], row_of(edge.from, edge.from_column)});
  }
  return out;
}

std::string picture_svg(const Erd& erd, const Picture& picture, const SvgOptions& options) {
  const Layout& layout = picture.layout;
  const double width = std::ceil(layout.width + 2 * kMargin);
  const double height = std::ceil(layout.height + 2 * kMargin);
  const std::string box = fmt::format("{0} {0} {1} {2}", -kMargin, width, height);
  std::string out;
  if (options.standalone) {
    out += fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"erd\" width=\"{0}\" height=\"{1}\" "
        "viewBox=\"{2}\">\n<title>{3}</title>\n<style>\n{4}@media (prefers-color-scheme: dark) "
        "{{\n{5}}}\n</style>\n{6}\n<rect class=\"page\" x=\"{7}\" y=\"{7}\" width=\"{0}\" "
        "height=\"{1}\"/>\n",
        width, height, box, escape_markup(options.label), resolved_style(false),
        resolved_style(true), marker_definitions(), -kMargin);
  } else {
    out += fmt::format(
        "<svg class=\"erd\" width=\"{}\" height=\"{}\" viewBox=\"{}\" role=\"group\" "
        "aria-label=\"{}\">\n",
        width, height, box, escape_markup(options.label));
  }
  const bool with_schema = erd.has_many_schemas();
  for (size_t i = 0; i < picture.edges.size(); ++i) {
    out += draw_edge(erd, erd.edges[picture.edges[i]], layout.edges[i]);
  }
  for (size_t i = 0; i < picture.boxes.size(); ++i) {
    out += draw_box(erd, picture.boxes[i], layout.boxes[i], with_schema, options);
  }
  return out + "</svg>\n";
}

}  // namespace schemadiff
