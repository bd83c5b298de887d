#include "parser/partition_directives.h"

#include <algorithm>
#include <string>

#include "parser/comment_places.h"
#include "parser/parser.h"

namespace schemadiff {
namespace {

constexpr std::string_view kVerbs[] = {"renamed", "rows", "lint", "partitions"};

const Table* table_in(const Catalog& desired, int32_t file, const TextRange& range) {
  for (const auto& [id, table] : desired.objects<Table>()) {
    const SourceSpan at = table.source;
    if (at.file == file && at.offset >= range.begin && at.offset < range.end) return &table;
  }
  return nullptr;
}

}  // namespace

std::set<ObjectId> exact_partitions(const ParsedSources& parsed, const Catalog& desired,
                                    Diagnostics& problems) {
  std::set<ObjectId> out;
  for_each_directive(parsed, "partitions", [&](int32_t file, const Directive& directive) {
    if (directive.words != "partitions exact") {
      problems.error({file, directive.mark}, "unknown directive: " + std::string(directive.words),
                     "known is \"partitions exact\"");
      return;
    }
    const Table* table = directive.range ? table_in(desired, file, *directive.range) : nullptr;
    if (table == nullptr || !table->partition_key) {
      problems.error({file, directive.comment}, "this directive stands by no partitioned table",
                     "write it on the line right above its CREATE TABLE");
      return;
    }
    out.insert(table->id);
  });
  return out;
}

void report_unknown_directives(const ParsedSources& parsed, Diagnostics& problems) {
  for_each_directive(parsed, "", [&](int32_t file, const Directive& directive) {
    const std::string_view verb =
        directive.words.substr(0, directive.words.find_first_of(" \t\r,:"));
    if (std::find(std::begin(kVerbs), std::end(kVerbs), verb) != std::end(kVerbs)) return;
    problems.error(
        {file, directive.mark},
        "unknown directive" + (directive.words.empty() ? "" : ": " + std::string(directive.words)),
        "known are \"renamed from NAME\", \"rows initial\", \"rows exact\", "
        "\"partitions exact\" and \"lint off CODE\"");
  });
}

}  // namespace schemadiff
