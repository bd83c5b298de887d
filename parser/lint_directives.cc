#include "parser/lint_directives.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "parser/comment_places.h"
#include "parser/parser.h"

namespace schemadiff {
namespace {

constexpr std::string_view kBlanks = " \t\r";

class FileDirectives {
 public:
  FileDirectives(int32_t file, std::string_view text, Diagnostics& problems,
                 std::vector<LintDirective>& out)
      : file_(file), text_(text), problems_(problems), out_(out) {}

  void take(const Directive& directive) {
    const auto codes_at = codes_of(directive.words, directive.mark);
    if (!codes_at) return;
    if (!directive.range) {
      problems_.error(
          {file_, directive.comment}, "this directive stands by no statement",
          "write it on the line right above what it is about, or at the end of its line");
      return;
    }
    take_codes(*codes_at, directive.end, *directive.range);
  }

 private:
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

  void take_codes(uint32_t begin, uint32_t end, const TextRange& range) {
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

  int32_t file_;
  std::string_view text_;
  Diagnostics& problems_;
  std::vector<LintDirective>& out_;
};

}  // namespace

std::vector<LintDirective> lint_directives(const ParsedSources& parsed, Diagnostics& problems) {
  std::vector<LintDirective> out;
  for_each_directive(parsed, "lint", [&](int32_t file, const Directive& directive) {
    FileDirectives(file, parsed.sources.file(file).text, problems, out).take(directive);
  });
  return out;
}

}  // namespace schemadiff
