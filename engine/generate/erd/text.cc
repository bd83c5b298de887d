// The picture as text for other programs: Graphviz and Mermaid.
#include <fmt/format.h>

#include <set>

#include "engine/generate/erd/erd.h"
#include "engine/render/markup.h"

namespace schemadiff {
namespace {

const char* dot_color(Mark mark) {
  switch (mark) {
    case Mark::added:
      return "#1a7f37";
    case Mark::altered:
      return "#9a6700";
    case Mark::dropped:
      return "#cf222e";
    case Mark::none:
      break;
  }
  return "#57606a";
}

std::string keys_of(const ErdColumn& column) {
  std::string out;
  const auto add = [&](bool is_one, const char* word) {
    if (is_one) out += (out.empty() ? "" : ", ") + std::string(word);
  };
  add(column.in_primary_key, "PK");
  add(column.in_foreign_key, "FK");
  add(column.unique && !column.in_primary_key, "UK");
  return out;
}

// Inside "…" of Mermaid, where nothing can be escaped.
std::string mermaid_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool is_bad = c == '"' || c == '\\' || c == '%' || static_cast<unsigned char>(c) < 0x20;
    out += is_bad ? '_' : c;
  }
  return out;
}

// A word of letters, digits and _: all that Mermaid takes unquoted.
std::string mermaid_word(std::string_view text, std::string_view also = "") {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '_' || also.find(c) != std::string_view::npos;
    if (plain) {
      out += c;
    } else if (!out.empty() && out.back() != '_') {
      out += '_';
    }
  }
  const bool starts_well = !out.empty() && !(out[0] >= '0' && out[0] <= '9') && out[0] != '(';
  return starts_well ? out : "_" + out;
}

// Words that an erDiagram takes for its own where a table's name should stand.
bool is_mermaid_keyword(std::string_view word) {
  static const std::set<std::string_view> kWords = {
      "accDescr", "accTitle", "class", "classDef",   "direction", "end",   "erDiagram", "many",
      "one",      "only",     "style", "optionally", "subgraph",  "title", "to",        "zero"};
  return kWords.contains(word);
}

}  // namespace

std::string erd_dot(const Erd& erd) {
  const bool with_schema = erd.has_many_schemas();
  std::string out =
      "// Made by schemadiff report --format dot\n"
      "digraph schema {\n"
      "    graph [rankdir=LR, nodesep=0.4, ranksep=1.2];\n"
      "    node [shape=plain, fontname=\"Helvetica\", fontsize=11];\n"
      "    edge [arrowhead=none, arrowtail=crow, dir=both, color=\"#57606a\"];\n";
  for (size_t i = 0; i < erd.tables.size(); ++i) {
    const ErdTable& table = erd.tables[i];
    const std::string name = escape_markup(shown_name(table.id, with_schema));
    out += fmt::format(
        "\n    t{} [label=<<TABLE BORDER=\"0\" CELLBORDER=\"1\" CELLSPACING=\"0\" "
        "CELLPADDING=\"4\" "
        "COLOR=\"{}\">\n        <TR><TD COLSPAN=\"2\" BGCOLOR=\"#f6f8fa\"><B>{}</B>{}</TD></TR>\n",
        i, dot_color(table.mark), name,
        table.mark == Mark::none ? "" : fmt::format(" ({})", mark_word(table.mark)));
    for (size_t c = 0; c < table.columns.size(); ++c) {
      const ErdColumn& column = table.columns[c];
      const std::string keys = keys_of(column);
      std::string text = escape_markup(column.name.str());
      if (column.mark == Mark::dropped) text = "<S>" + text + "</S>";
      if (column.mark != Mark::none)
        text = fmt::format("<FONT COLOR=\"{}\">{}</FONT>", dot_color(column.mark), text);
      out += fmt::format(
          "        <TR><TD ALIGN=\"LEFT\" PORT=\"f{0}\">{1}{2}</TD><TD ALIGN=\"LEFT\" "
          "PORT=\"t{0}\">{3}{4}</TD></TR>\n",
          c, text, keys.empty() ? "" : " <I>" + keys + "</I>", escape_markup(column.type),
          column.not_null ? "" : " ?");
    }
    if (!table.note.empty())
      out += fmt::format("        <TR><TD COLSPAN=\"2\"><I>{}</I></TD></TR>\n", table.note);
    out += "    </TABLE>>];\n";
  }
  if (!erd.edges.empty()) out += '\n';
  for (const ErdEdge& edge : erd.edges) {
    out += fmt::format("    t{}:t{} -> t{}:f{} [", edge.to, edge.to_column, edge.from,
                       edge.from_column);
    out += fmt::format("arrowtail={}, arrowhead={}", edge.optional ? "teeodot" : "tee",
                       edge.one_to_one ? "tee" : "crow");
    if (edge.mark != Mark::none) out += fmt::format(", color=\"{}\"", dot_color(edge.mark));
    if (edge.mark == Mark::dropped) out += ", style=dashed";
    out += "];\n";
  }
  return out + "}\n";
}

std::string erd_mermaid(const Erd& erd) {
  const bool with_schema = erd.has_many_schemas();
  std::string out = "erDiagram\n";
  std::vector<std::string> words;
  std::set<std::string> taken;
  for (const ErdTable& table : erd.tables) {
    const std::string name = shown_name(table.id, with_schema);
    std::string plain = mermaid_word(name);
    if (is_mermaid_keyword(plain)) plain.insert(0, "_");
    std::string word = plain;
    for (int number = 2; !taken.insert(word).second; ++number)
      word = plain + "_" + std::to_string(number);
    words.push_back(word);
    std::string label = mermaid_text(name);
    if (table.mark != Mark::none) label += fmt::format(" ({})", mark_word(table.mark));
    out += "    " + word + (label == word ? "" : "[\"" + label + "\"]") + " {\n";
    for (const ErdColumn& column : table.columns) {
      const std::string column_word = mermaid_word(column.name.str());
      out += "        " + mermaid_word(column.type, "()[]") + " " + column_word;
      const std::string keys = keys_of(column);
      if (!keys.empty()) out += " " + keys;
      std::string remark = column_word == column.name.str() ? "" : mermaid_text(column.name.str());
      if (column.mark != Mark::none)
        remark += (remark.empty() ? "" : ", ") + std::string(mark_word(column.mark));
      if (!remark.empty()) out += " \"" + remark + "\"";
      out += '\n';
    }
    out += "    }\n";
  }
  for (const ErdEdge& edge : erd.edges) {
    std::string label = mermaid_text(edge.id.sub.str());
    if (edge.mark != Mark::none) label += fmt::format(" ({})", mark_word(edge.mark));
    out += fmt::format("    {} {}--{} {} : \"{}\"\n", words[edge.to], edge.optional ? "|o" : "||",
                       edge.one_to_one ? "o|" : "o{", words[edge.from], label);
  }
  return out;
}

}  // namespace schemadiff
