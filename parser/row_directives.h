// "-- schemadiff: rows initial" and "-- schemadiff: rows exact": comments that stand by the
// statement they are about, right above it or at the end of its last line.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <utility>

#include "engine/base/diagnostic.h"

namespace schemadiff {

class ParsedSources;
class SourceSet;

enum class RowDirective : uint8_t { initial, exact };

// Places of directives that a statement has taken.
using UsedDirectives = std::set<std::pair<int32_t, uint32_t>>;

// The directive by the statement at [begin, end) of a file; nullopt: none.
std::optional<RowDirective> row_directive(const SourceSet& sources, SourceSpan begin,
                                          SourceSpan end, UsedDirectives& used,
                                          Diagnostics& problems);

// A directive that no statement has taken is a mistake.
void report_unused_row_directives(const ParsedSources& parsed, const UsedDirectives& used,
                                  Diagnostics& problems);

}  // namespace schemadiff
