#include "parser/comment_places.h"

#include <algorithm>

#include "parser/lexer.h"
#include "parser/parser.h"

namespace schemadiff {
namespace {

constexpr std::string_view kMark = "schemadiff:";
constexpr std::string_view kBlanksBefore = " \t\r";

class Finder {
 public:
  Finder(std::string_view text, const std::vector<RawStatement>& statements, std::string_view verb)
      : text_(text), statements_(statements), verb_(verb) {}

  std::vector<Directive> run() {
    for (size_t at = text_.find(kMark); at != std::string_view::npos;
         at = text_.find(kMark, at + 1)) {
      look(static_cast<uint32_t>(at));
    }
    return std::move(out_);
  }

 private:
  TextRange line_at(size_t at) const {
    const size_t before = at == 0 ? std::string_view::npos : text_.rfind('\n', at - 1);
    TextRange line;
    line.begin = before == std::string_view::npos ? 0 : static_cast<uint32_t>(before + 1);
    line.end = static_cast<uint32_t>(std::min(text_.find('\n', at), text_.size()));
    return line;
  }

  std::string_view trimmed(uint32_t begin, uint32_t end) const {
    std::string_view out = text_.substr(begin, end - begin);
    const size_t first = std::min(out.find_first_not_of(kBlanksBefore), out.size());
    out.remove_prefix(first);
    const size_t last = out.find_last_not_of(kBlanksBefore);
    return out.substr(0, last == std::string_view::npos ? 0 : last + 1);
  }

  void look(uint32_t mark) {
    const TextRange line = line_at(mark);
    const std::string_view before = trimmed(line.begin, mark);
    const bool block = before.ends_with("/*");
    if (!block && !before.ends_with("--")) return;
    Directive found;
    found.comment = static_cast<uint32_t>(before.data() + before.size() - 2 - text_.data());
    found.mark = mark;
    found.end = line.end;
    if (block) {
      const size_t end = text_.substr(0, line.end).find("*/", mark);
      if (end != std::string_view::npos) found.end = static_cast<uint32_t>(end);
    }
    found.words = trimmed(mark + static_cast<uint32_t>(kMark.size()), found.end);
    const size_t word = std::min(found.words.find_first_of(kBlanksBefore), found.words.size());
    if (!verb_.empty() && found.words.substr(0, word) != verb_) return;
    const bool alone = is_comment(trimmed(line.begin, line.end));
    found.inside = statement_around(found.comment);
    if (found.inside != nullptr && is_in_token(*found.inside, found.comment)) return;  // a string
    if (found.inside != nullptr) {
      found.range = part_of(*found.inside, line, alone);
    } else {
      found.range = alone ? statement_below(line) : statement_before(found.comment, line);
      if (!found.range && block) found.range = statement_behind(found.end, line);
    }
    out_.push_back(std::move(found));
  }

  // A line that holds nothing else.
  static bool is_comment(std::string_view line) {
    return line.starts_with("--") || (line.starts_with("/*") && line.find("*/") == line.size() - 2);
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
  TextRange part_of(const RawStatement& statement, TextRange line, bool alone) const {
    while (alone && line.end < statement.end) {
      line = line_at(line.end + 1);
      const std::string_view code = trimmed(line.begin, line.end);
      alone = code.empty() || is_comment(code);
    }
    return line;
  }

  std::optional<TextRange> statement_below(TextRange line) const {
    while (line.end < text_.size()) {
      line = line_at(line.end + 1);
      const std::string_view code = trimmed(line.begin, line.end);
      if (is_comment(code)) continue;
      if (code.empty()) return std::nullopt;
      for (const RawStatement& statement : statements_) {
        if (statement.begin >= line.begin && statement.begin <= line.end)
          return TextRange{statement.begin, statement.end};
      }
      return std::nullopt;
    }
    return std::nullopt;
  }

  std::optional<TextRange> statement_before(uint32_t comment, const TextRange& line) const {
    std::optional<TextRange> last;
    for (const RawStatement& statement : statements_) {
      if (statement.end >= line.begin && statement.end <= comment)
        last = TextRange{statement.begin, statement.end};
    }
    return last;
  }

  // One that begins on the same line, behind the comment.
  std::optional<TextRange> statement_behind(uint32_t comment, const TextRange& line) const {
    for (const RawStatement& statement : statements_) {
      if (statement.begin >= comment && statement.begin <= line.end)
        return TextRange{statement.begin, statement.end};
    }
    return std::nullopt;
  }

  std::string_view text_;
  const std::vector<RawStatement>& statements_;
  std::string_view verb_;
  std::vector<Directive> out_;
};

std::vector<RawStatement> statements_of(const ParsedSources& parsed, int32_t file) {
  std::vector<RawStatement> own;
  for (const RawStatement& statement : parsed.raw_statements()) {
    if (statement.file == file) own.push_back(statement);
  }
  return own;
}

}  // namespace

void for_each_directive(const ParsedSources& parsed, std::string_view verb,
                        const std::function<void(int32_t file, const Directive&)>& visit) {
  for (size_t i = 0; i < parsed.sources.size(); ++i) {
    const auto file = static_cast<int32_t>(i);
    const std::string_view text = parsed.sources.file(file).text;
    if (text.find(kMark) == std::string_view::npos) continue;
    const std::vector<RawStatement> statements = statements_of(parsed, file);
    for (const Directive& directive : Finder(text, statements, verb).run()) visit(file, directive);
  }
}

}  // namespace schemadiff
