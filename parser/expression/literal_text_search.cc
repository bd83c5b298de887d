// tsvector and tsquery.
#include <algorithm>
#include <map>
#include <vector>

#include "parser/expression/literal_scan.h"

namespace schemadiff::literals {
namespace {

void write_word(const std::string& word, std::string& out) {
  out += '\'';
  for (const char c : word) {
    if (c == '\'' || c == '\\') out += c;
    out += c;
  }
  out += '\'';
}

bool is_operator(char c) { return c == '!' || c == '&' || c == '|' || c == '(' || c == ')'; }

// gettoken_tsvector(): a word in quotes or without; stops behind it.
std::optional<std::string> read_word(Scan& scan, bool query) {
  std::string out;
  if (scan.take('\'')) {
    for (;;) {
      if (scan.done()) return std::nullopt;
      const char c = scan.peek();
      scan.take(c);
      if (c == '\'') {
        if (!scan.take('\'')) break;
        out += '\'';
      } else if (c == '\\') {
        if (scan.done()) return std::nullopt;
        out += scan.peek();
        scan.take(scan.peek());
      } else {
        out += c;
      }
    }
  } else {
    while (!scan.done() && !is_space(scan.peek()) && scan.peek() != ':') {
      const char c = scan.peek();
      if (query && is_operator(c)) break;
      if (c == '\'' || (query && c == '<')) return std::nullopt;
      scan.take(c);
      if (c == '\\') {
        if (scan.done()) return std::nullopt;
        out += scan.peek();
        scan.take(scan.peek());
      } else {
        out += c;
      }
    }
  }
  if (out.empty() || out.size() > 2000) return std::nullopt;
  return out;
}

class QueryReader {
 public:
  explicit QueryReader(std::string_view text) : scan_(text) {}

  std::optional<std::string> run() {
    const auto out = operation(0, 0);
    scan_.blanks();
    return out && scan_.done() ? out : std::nullopt;
  }

 private:
  // | binds least, then &, then <->; ! most. Of & and | the nesting says nothing.
  std::optional<std::string> operation(int level, int depth) {
    if (depth > 200) return std::nullopt;
    if (level == 3) return operand(depth + 1);
    auto left = operation(level + 1, depth + 1);
    if (!left) return std::nullopt;
    for (;;) {
      scan_.blanks();
      std::string op;
      if (level == 0 && scan_.take('|')) op = "|";
      if (level == 1 && scan_.take('&')) op = "&";
      if (level == 2 && scan_.peek() == '<') {
        scan_.take('<');
        int64_t distance = 1;
        if (!scan_.take('-')) {
          const auto value = scan_.digits(1, 5);
          if (!value || *value > 16384) return std::nullopt;
          distance = *value;
        }
        if (!scan_.take('>')) return std::nullopt;
        op = "<" + std::to_string(distance) + ">";
      }
      if (op.empty()) return left;
      const auto right = operation(level + 1, depth + 1);
      if (!right) return std::nullopt;
      if (level == 2) {
        left = "(" + *left + " " + op + " " + *right + ")";
        continue;
      }
      const auto flat = [&](const std::string& side) {
        const std::string open = "(" + op + " ";
        if (!side.starts_with(open)) return side;
        return side.substr(open.size(), side.size() - open.size() - 1);
      };
      left = "(" + op + " " + flat(*left) + " " + flat(*right) + ")";
    }
  }

  std::optional<std::string> operand(int depth) {
    if (depth > 200) return std::nullopt;
    scan_.blanks();
    if (scan_.take('!')) {
      const auto of = operand(depth + 1);
      return of ? std::optional<std::string>("(! " + *of + ")") : std::nullopt;
    }
    if (scan_.take('(')) {
      auto inner = operation(0, depth + 1);
      scan_.blanks();
      return scan_.take(')') ? inner : std::nullopt;
    }
    const auto word = read_word(scan_, true);
    if (!word) return std::nullopt;
    std::string out;
    write_word(*word, out);
    if (!scan_.take(':')) return out;
    bool weights[4] = {};
    bool prefix = false;
    bool any = false;
    while (!scan_.done()) {
      const char c = lower(scan_.peek());
      if (c >= 'a' && c <= 'd') {
        weights[c - 'a'] = true;
      } else if (c == '*') {
        prefix = true;
      } else {
        break;
      }
      any = true;
      scan_.take(scan_.peek());
    }
    if (!any) return std::nullopt;
    out += ':';
    if (prefix) out += '*';
    for (int i = 0; i < 4; ++i) {
      if (weights[i]) out += static_cast<char>('A' + i);
    }
    return out;
  }

  Scan scan_;
};

}  // namespace

std::optional<std::string> normal_text_vector(std::string_view text) {
  std::map<std::string, std::map<int64_t, char>> words;  // with the weights of their positions
  Scan scan(text);
  for (scan.blanks(); !scan.done(); scan.blanks()) {
    const auto word = read_word(scan, false);
    if (!word) return std::nullopt;
    std::map<int64_t, char>& positions = words[*word];
    if (!scan.take(':')) continue;
    do {
      const auto position = scan.digits(1, 5);
      if (!position || *position < 1 || *position > 16383) return std::nullopt;
      char weight = 'D';
      const char c = lower(scan.peek());
      if (c >= 'a' && c <= 'd' && !scan.done()) {
        weight = static_cast<char>(c - 'a' + 'A');
        scan.take(scan.peek());
      }
      const auto [known, fresh] = positions.emplace(*position, weight);
      if (!fresh) known->second = std::min(known->second, weight);
    } while (scan.take(','));
    if (positions.size() > 255) return std::nullopt;
    if (!scan.done() && !is_space(scan.peek())) return std::nullopt;
  }
  std::string out;
  for (const auto& [word, positions] : words) {
    write_word(word, out);
    for (const auto& [position, weight] : positions) {
      out += ":" + std::to_string(position) + weight;
    }
    out += ' ';
  }
  return out;
}

std::optional<std::string> normal_text_query(std::string_view text) {
  if (trimmed(text).empty()) return "";
  return QueryReader(text).run();
}

}  // namespace schemadiff::literals
