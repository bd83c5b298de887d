#include "parser/lint_directives.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "parser/lexer.h"
#include "parser/parser.h"

namespace schemadiff {
namespace {

constexpr std::string_view kMark = "schemadiff:";
constexpr std::string_view kBlanks = " \t\r";

struct Line {
  uint32_t begin = 0;
  uint32_t end = 0;  // the line break, or the end of the text
};

class FileDirectives {
 public:
  FileDirectives(int32_t file, std::string_view text, std::vector<RawStatement> statements,
                 Diagnostics& problems, std::vector<LintDirective>& out)
      : file_(file),
        text_(text),
        statements_(std::move(statements)),
        problems_(problems),
        out_(out) {}

  void run() {
    for (size_t at = text_.find(kMark); at != std::string_view::npos;
         at = text_.find(kMark, at + 1)) {
      look(static_cast<uint32_t>(at));
    }
  }

 private:
  Line line_at(size_t at) const {
    const size_t before = at == 0 ? std::string_view::npos : text_.rfind('\n', at - 1);
    Line line;
    line.begin = before == std::string_view::npos ? 0 : static_cast<uint32_t>(before + 1);
    line.end = static_cast<uint32_t>(std::min(text_.find('\n', at), text_.size()));
    return line;
  }

  std::string_view trimmed(uint32_t begin, uint32_t end) const {
    std::string_view out = text_.substr(begin, end - begin);
    const size_t first = std::min(out.find_first_not_of(kBlanks), out.size());
    out.remove_prefix(first);
    const size_t last = out.find_last_not_of(kBlanks);
    return out.substr(0, last == std::string_view::npos ? 0 : last + 1);
  }

  void look(uint32_t mark) {
    const Line line = line_at(mark);
    const size_t dashes = text_.rfind("--", mark);
    if (dashes == std::string_view::npos || dashes < line.begin) return;
    const auto comment = static_cast<uint32_t>(dashes);
    if (!trimmed(comment + 2, mark).empty()) return;
    std::string_view words = trimmed(mark + kMark.size(), line.end);
    if (!words.starts_with("lint")) return;
    const bool alone = trimmed(line.begin, comment).empty();
    const RawStatement* inside = statement_around(comment);
    if (inside != nullptr && is_in_token(*inside, comment)) return;  // in a string
    const auto codes_at = codes_of(words, mark);
    if (!codes_at) return;
    const std::optional<Line> range = inside != nullptr ? part_of(*inside, line, alone)
                                      : alone           ? statement_below(line)
                                                        : statement_before(comment, line);
    if (!range) {
      problems_.error(
          {file_, comment}, "this directive stands by no statement",
          "write it on the line right above what it is about, or at the end of its line");
      return;
    }
    take_codes(*codes_at, line.end, *range);
  }

  // Where the codes begin; nullopt: it is wrong, and said so.
  std::optional<uint32_t> codes_of(std::string_view words, uint32_t mark) {
    std::string_view rest = words.substr(4);
    const size_t word = rest.find_first_not_of(kBlanks);
    const std::string_view verb =
        word == std::string_view::npos || word == 0
            ? std::string_view()
            : rest.substr(word, rest.find_first_of(" \t\r,", word) - word);
    if (verb == "off") return static_cast<uint32_t>(verb.data() + verb.size() - text_.data());
    problems_.error({file_, mark}, "unknown directive: " + std::string(words),
                    "known is \"lint off CODE\"");
    return std::nullopt;
  }

  void take_codes(uint32_t begin, uint32_t end, const Line& range) {
    const size_t count = out_.size();
    uint32_t at = begin;
    while (at < end && text_[at] != '(') {
      if (text_[at] == ',' || kBlanks.find(text_[at]) != std::string_view::npos) {
        ++at;
        continue;
      }
      const auto stop =
          static_cast<uint32_t>(std::min<size_t>(text_.find_first_of(" \t\r\n,(", at), end));
      out_.push_back(
          {{file_, at}, std::string(text_.substr(at, stop - at)), range.begin, range.end});
      at = stop;
    }
    if (out_.size() == count) {
      problems_.error({file_, begin}, "this directive names no rule",
                      "name those that are off here: -- schemadiff: lint off CODE");
    }
  }

  const RawStatement* statement_around(uint32_t at) const {
    for (const RawStatement& statement : statements_) {
      if (statement.begin <= at && at < statement.end) return &statement;
    }
    return nullptr;
  }

  bool is_in_token(const RawStatement& statement, uint32_t at) const {
    Lexer lexer(text_.substr(0, statement.end), statement.begin);
    for (Token token = lexer.next(); token.kind != TokenKind::end && token.begin <= at;
         token = lexer.next()) {
      if (at < token.end || token.kind == TokenKind::unterminated) return true;
    }
    return false;
  }

  // The line, or, from a comment of its own, the next one that is more than a comment.
  Line part_of(const RawStatement& statement, Line line, bool alone) const {
    while (alone && line.end < statement.end) {
      line = line_at(line.end + 1);
      const std::string_view code = trimmed(line.begin, line.end);
      alone = code.empty() || code.starts_with("--");
    }
    return line;
  }

  std::optional<Line> statement_below(Line line) const {
    while (line.end < text_.size()) {
      line = line_at(line.end + 1);
      const std::string_view code = trimmed(line.begin, line.end);
      if (code.starts_with("--")) continue;
      if (code.empty()) return std::nullopt;
      for (const RawStatement& statement : statements_) {
        if (statement.begin >= line.begin && statement.begin <= line.end)
          return Line{statement.begin, statement.end};
      }
      return std::nullopt;
    }
    return std::nullopt;
  }

  std::optional<Line> statement_before(uint32_t comment, const Line& line) const {
    std::optional<Line> last;
    for (const RawStatement& statement : statements_) {
      if (statement.end >= line.begin && statement.end <= comment)
        last = Line{statement.begin, statement.end};
    }
    return last;
  }

  int32_t file_;
  std::string_view text_;
  std::vector<RawStatement> statements_;
  Diagnostics& problems_;
  std::vector<LintDirective>& out_;
};

}  // namespace

std::vector<LintDirective> lint_directives(const ParsedSources& parsed, Diagnostics& problems) {
  std::vector<LintDirective> out;
  const std::vector<RawStatement> all = parsed.raw_statements();
  for (size_t i = 0; i < parsed.sources.size(); ++i) {
    const auto file = static_cast<int32_t>(i);
    std::vector<RawStatement> own;
    std::copy_if(all.begin(), all.end(), std::back_inserter(own),
                 [&](const RawStatement& statement) { return statement.file == file; });
    FileDirectives(file, parsed.sources.file(file).text, std::move(own), problems, out).run();
  }
  return out;
}

}  // namespace schemadiff
