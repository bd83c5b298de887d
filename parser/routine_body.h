// Bodies of functions and procedures, which PostgreSQL does not look at while a plan is applied
// (check_function_bodies is off: they may use what is made later).
#pragma once

#include <optional>
#include <string>

#include "engine/objects/function/function.h"

namespace schemadiff {

// What the grammar of this build finds wrong in a body of LANGUAGE sql or plpgsql, in PostgreSQL's
// words: `syntax error at or near "RETRUN"`. `create`: the statement that makes the function.
// nullopt: nothing, or the language is another one.
std::optional<std::string> syntax_error_of_body(const Function& function,
                                                const std::string& create);

}  // namespace schemadiff
