// One spelling for literals that a type's input function reads as the same value.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "parser/expression/type_ids.h"

namespace schemadiff {

struct LiteralContext {
  bool zone_is_utc = false;  // what a timestamptz literal without a zone means
};

// The normal form of `text` as a value of a built-in type; nullopt where this build is not certain
// (then only equal letters are equal). Of numbers, booleans and texts it is a literal again. Types
// whose input function keeps the text as it is (text, varchar, json, …) give the text back. Of
// modifiers only interval's say something to the input function: "day to second(3)".
std::optional<std::string> normal_literal(TypeId type, std::string_view text,
                                          const LiteralContext& context,
                                          std::string_view modifier = {});

// Of an array literal '{a,b}' with elements of a built-in type.
std::optional<std::string> normal_array_literal(TypeId element, std::string_view text,
                                                const LiteralContext& context,
                                                std::string_view modifier = {});

// A numeric constant as numeric_out() prints it: "01.50" -> "1.50", "1e2" -> "100".
std::optional<std::string> normal_numeric(std::string_view text);

// An integer of SQL in decimal digits, with blanks around it as int4in() takes it.
std::optional<int64_t> parse_integer(std::string_view text);

}  // namespace schemadiff
