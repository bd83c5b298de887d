#include "parser/expression/newer_syntax.h"

#include <algorithm>
#include <array>

#include "parser/expression/parse_text.h"

namespace schemadiff {
namespace {

struct Newer {
  std::string_view node;  // the tag of a node, or the field that holds an untagged one
  std::string_view what;
  int major;
};
constexpr std::array kNewer = {
    Newer{"search_clause", "SEARCH", 14},
    Newer{"cycle_clause", "CYCLE", 14},
    Newer{"groupDistinct", "GROUP BY DISTINCT", 14},
    Newer{"MergeStmt", "MERGE", 15},
    Newer{"JsonIsPredicate", "IS JSON", 16},
    Newer{"JsonObjectConstructor", "JSON_OBJECT", 16},
    Newer{"JsonArrayConstructor", "JSON_ARRAY", 16},
    Newer{"JsonArrayQueryConstructor", "JSON_ARRAY", 16},
    Newer{"JsonObjectAgg", "JSON_OBJECTAGG", 16},
    Newer{"JsonArrayAgg", "JSON_ARRAYAGG", 16},
    Newer{"JsonParseExpr", "JSON", 17},
    Newer{"JsonScalarExpr", "JSON_SCALAR", 17},
    Newer{"JsonSerializeExpr", "JSON_SERIALIZE", 17},
    Newer{"JsonFuncExpr", "JSON_EXISTS, JSON_QUERY or JSON_VALUE", 17},
    Newer{"JsonTable", "JSON_TABLE", 17},
};

class SyntaxWalk {
 public:
  explicit SyntaxWalk(std::string_view text) : text_(text) {}

  void visit(simdjson::dom::element value, std::string_view key) {
    if (value.is_array()) {
      simdjson::dom::array array;
      if (value.get(array) != simdjson::SUCCESS) return;
      for (const simdjson::dom::element item : array) visit(item, "");
      return;
    }
    look_for(key);
    if (!value.is_object()) return;
    visit(Node(value));
  }

  void visit(const Node& node) {
    look_for(node.tag());
    if (node.is("MergeStmt") && node.has("returningList")) add("RETURNING of MERGE", 17);
    if (node.is("RangeSubselect") && !node.has("alias")) add("a subquery without an alias", 16);
    if (node.is("A_Const") && node.has_location()) look_at_number(node);
    node.for_each_field(
        [&](std::string_view name, simdjson::dom::element field) { visit(field, name); });
  }

  std::vector<NewerSyntax> take() { return std::move(out_); }

 private:
  void look_for(std::string_view name) {
    const auto found = std::find_if(kNewer.begin(), kNewer.end(),
                                    [&](const Newer& newer) { return newer.node == name; });
    if (found != kNewer.end()) add(std::string(found->what), found->major);
  }

  // 1_000, 0xFF
  void look_at_number(const Node& node) {
    if (!node.has("ival") && !node.has("fval")) return;
    const auto begin = static_cast<size_t>(node.location());
    if (begin >= text_.size()) return;
    const size_t end = text_.find_first_not_of("0123456789abcdefABCDEFxXoO_", begin);
    const std::string_view number = text_.substr(begin, end - begin);
    const bool has_base = number.size() > 1 && number[0] == '0' &&
                          std::string_view("xXoObB").find(number[1]) != std::string_view::npos;
    if (has_base || number.find('_') != std::string_view::npos) {
      add("a number such as 0xFF or 1_000", 16);
    }
  }

  void add(std::string what, int major) {
    const bool is_known = std::any_of(out_.begin(), out_.end(),
                                      [&](const NewerSyntax& one) { return one.what == what; });
    if (!is_known) out_.push_back({std::move(what), major});
  }

  std::string_view text_;
  std::vector<NewerSyntax> out_;
};

}  // namespace

std::vector<NewerSyntax> newer_syntax(const std::string& text, ExpressionRole role) {
  TextParser parser;
  const std::optional<Node> node = parser.parse(text, role);
  if (!node) return {};
  const std::string parsed = std::string(TextParser::prefix(role)) + text;
  SyntaxWalk walk(parsed);
  walk.visit(*node);
  return walk.take();
}

}  // namespace schemadiff
