#include "parser/row_directives.h"

#include <string>
#include <string_view>

#include "engine/base/text.h"
#include "parser/comment_places.h"
#include "parser/lexer.h"
#include "parser/parser.h"
#include "parser/source.h"

namespace schemadiff {
namespace {

// What stands behind "rows" in "-- schemadiff: rows WORD"; nullopt: another comment.
std::optional<std::string_view> directive_word(std::string_view comment) {
  comment = trimmed(comment);
  for (const std::string_view part : {"--", "schemadiff:", "rows"}) {
    if (comment.substr(0, part.size()) != part) return std::nullopt;
    comment = trimmed(comment.substr(part.size()));
  }
  return comment;
}

}  // namespace

std::optional<RowDirective> row_directive(const SourceSet& sources, SourceSpan begin,
                                          SourceSpan end, UsedDirectives& used,
                                          Diagnostics& problems) {
  const std::string_view text = sources.file(begin.file).text;
  std::optional<RowDirective> found;
  const auto take = [&](size_t at, std::string_view comment) {
    const auto word = directive_word(comment);
    if (!word) return;
    const SourceSpan where{begin.file, static_cast<uint32_t>(at)};
    used.insert({where.file, where.offset});
    if (*word == "initial" || *word == "exact") {
      const RowDirective directive = *word == "exact" ? RowDirective::exact : RowDirective::initial;
      if (found && *found != directive) {
        problems.error(where, "rows initial and rows exact contradict each other");
      }
      found = directive;
    } else {
      problems.error(where, "unknown directive: rows " + std::string(*word),
                     "known are \"rows initial\" and \"rows exact\"");
    }
  };
  size_t line = begin.offset;
  while (line > 0 && text[line - 1] != '\n') --line;
  while (line > 0) {
    const size_t line_end = line - 1;
    line = line_end;
    while (line > 0 && text[line - 1] != '\n') --line;
    const std::string_view above = text.substr(line, line_end - line);
    if (trimmed(above).substr(0, 2) != "--") break;
    take(line + (above.size() - std::string_view(above).substr(above.find('-')).size()), above);
  }
  const size_t tail_end = std::min(text.find('\n', end.offset), text.size());
  const std::string_view tail = text.substr(end.offset, tail_end - end.offset);
  const size_t comment = tail.find("--");
  if (comment != std::string_view::npos &&
      trimmed(tail.substr(0, comment)).find_first_not_of(";)") == std::string_view::npos) {
    take(end.offset + comment, tail.substr(comment));
  }
  return found;
}

void report_unused_row_directives(const ParsedSources& parsed, const UsedDirectives& used,
                                  Diagnostics& problems) {
  for_each_directive(parsed, "rows", [&](int32_t file, const Directive& directive) {
    if (used.contains({file, directive.comment})) return;
    problems.error({file, directive.comment}, "this directive stands by no INSERT or COPY",
                   "write it on the line right above the statement it is about");
  });
}

}  // namespace schemadiff
