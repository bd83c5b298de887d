// "-- schemadiff: partitions exact": a comment that stands by a partitioned table, right above its
// CREATE TABLE or at the end of it. Live partitions that the desired state does not declare are
// then dropped like any other table, not left alone.
#pragma once

#include <set>

#include "engine/base/diagnostic.h"
#include "engine/model/catalog.h"

namespace schemadiff {

class ParsedSources;

// The tables of `desired`, which was made of `parsed`; mistakes go to `problems`.
std::set<ObjectId> exact_partitions(const ParsedSources& parsed, const Catalog& desired,
                                    Diagnostics& problems);

// A directive that nobody knows is a mistake.
void report_unknown_directives(const ParsedSources& parsed, Diagnostics& problems);

}  // namespace schemadiff
