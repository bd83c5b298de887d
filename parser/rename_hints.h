// "-- schemadiff: renamed from old_name": comments that stand right above or behind what is called
// otherwise now. By a statement for what it makes; inside of one for what stands on the same line,
// or, alone on its line, on the next: a column, a constraint, a label of an enum, an attribute.
#pragma once

#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/model/renames.h"

namespace schemadiff {

class ParsedSources;

// Hints at objects of `desired`, which was made of `parsed`; mistakes go to `problems`.
std::vector<RenameHint> rename_hints(const ParsedSources& parsed, const Catalog& desired,
                                     Diagnostics& problems);

// An entry of the configuration.
struct RenameEntry {
  std::string kind;  // "table", "label" …
  std::string from;  // as in a comment
  std::string to;    // "public.people", "public.people.name"
  SourceSpan where;
};
// Said in `problems` where `desired` has no such object, or more than one.
std::vector<RenameHint> rename_hints(const std::vector<RenameEntry>& entries,
                                     const Catalog& desired, Diagnostics& problems);

}  // namespace schemadiff
