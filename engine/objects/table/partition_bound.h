// What the bounds of two partitions have to do with each other, as far as their texts say it.
#pragma once

#include <string>
#include <string_view>

namespace schemadiff {

bool is_default_bound(std::string_view bound);

// Every row that `narrow` takes is known to fit `wide`. Both as FOR VALUES … writes them, of
// partitions of the same table. False where the values can't be compared here.
bool is_within(std::string_view narrow, std::string_view wide);

// Some row may fit both: false only where it is known that none does.
bool may_overlap(std::string_view a, std::string_view b);
// PostgreSQL does not let both be there: true only where that is known.
bool must_overlap(std::string_view a, std::string_view b);

}  // namespace schemadiff
