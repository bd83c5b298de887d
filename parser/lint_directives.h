// "-- schemadiff: lint off CODE, CODE (why)": comments that switch rules of lint off. By a
// statement, right above it or at the end of its last line, for all that the statement declares;
// inside one, for what stands on the same line, or, alone on its line, on the next.
#pragma once

#include <string>
#include <vector>

#include "engine/base/diagnostic.h"

namespace schemadiff {

class ParsedSources;

struct LintDirective {
  SourceSpan where;  // of the code, for messages
  std::string code;  // not looked up yet
  // What stands at [begin, end) of the same file is meant.
  uint32_t begin = 0;
  uint32_t end = 0;

  bool covers(SourceSpan place) const {
    return place.file == where.file && place.offset >= begin && place.offset < end;
  }
};

std::vector<LintDirective> lint_directives(const ParsedSources& parsed, Diagnostics& problems);

}  // namespace schemadiff
