// Database text inside of TypeScript.
#pragma once

#include <string>
#include <string_view>

namespace schemadiff::drizzle {

// A string literal between `quote`s.
std::string js_string(std::string_view text, char quote = '"');

// sql`…`: exactly this text, with nothing interpolated.
std::string sql_template(std::string_view text);

// "/** text */\n", or over more lines, each with `indent` in front.
std::string doc_comment(std::string_view text, std::string_view indent);

// "// schemadiff: text\n": what Drizzle has no words for.
std::string remark(std::string_view text, std::string_view indent);

// ".key", or ["key"] where that is no identifier.
std::string member(std::string_view key);
// The same as a property of an object literal.
std::string property(std::string_view key);

// "(a)", if the outer pair of parentheses holds all of it; '' and "" may hold others.
bool is_parenthesised(std::string_view sql);
// "f(a, b)": one call and nothing else.
bool is_call(std::string_view sql);

}  // namespace schemadiff::drizzle
