// How many rows there are, to tell whether any are lost.
#pragma once

#include <map>
#include <string>

#include "tests/support/throwaway_cluster.h"

namespace schemadiff::testing {

// Of every table that holds rows itself, in two queries.
std::map<std::string, long> row_counts(const TestDatabase& database);

// The tables of both that have fewer rows now, as lines; "": none.
std::string lost_rows(const std::map<std::string, long>& before,
                      const std::map<std::string, long>& after);

}  // namespace schemadiff::testing
