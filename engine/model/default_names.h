// The names that PostgreSQL gives to what a file leaves unnamed.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace schemadiff {

// name1_name2_label within 63 bytes, the longer name cut first; name2 and label may be empty.
std::string make_object_name(std::string_view name1, std::string_view name2,
                             std::string_view label);

// The first of name1_name2_label, …label1, …label2 that is not `taken`.
std::string choose_object_name(std::string_view name1, std::string_view name2,
                               std::string_view label,
                               const std::function<bool(std::string_view)>& taken);

// Of the constraint that keeps a column NOT NULL, or, with `column` empty, a domain.
std::string not_null_constraint_name(std::string_view relation, std::string_view column);

// Of the multirange type that comes with a range type: "floatrange" -> "floatmultirange".
std::string multirange_name(std::string_view range_type);

}  // namespace schemadiff
