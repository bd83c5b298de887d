// What COMMENT ON, DROP and RENAME are about: an object by its kind's word and name.
#pragma once

#include "parser/statement_context.h"

namespace schemadiff {

enum class Absent : uint8_t {
  wait,  // an error, unless it is declared further down
  warn,  // a warning: DROP of what is not there changes nothing
  skip,  // IF EXISTS
};

// `type`: "OBJECT_TABLE", … as in libpg_query's ObjectType. `object`: the node that names it, as in
// CommentStmt::object or an element of DropStmt::objects. Kind none: absent (said already, as
// `absent` demands), or of a kind that is not modelled (is_modelled() tells).
ObjectId find_target(StatementContext& ctx, std::string_view type, const Node& object,
                     Absent absent);
bool is_modelled(std::string_view type);
// Of a schema, or of the whole database, and with nothing but a name; Kind::none: others.
Kind named_kind(std::string_view type);

// Of ALTER FUNCTION: an ObjectWithArgs.
ObjectId find_function(StatementContext& ctx, const Node& object_with_args, Absent absent);

// Schemas that come with PostgreSQL, but for public.
bool belongs_to_postgres(Identifier schema);
// Nothing of that kind and name needs to be declared: PostgreSQL has it, or something called so.
bool is_built_in(StatementContext& ctx, std::string_view type, const Node& object);

// "OBJECT_TEXT_SEARCH_PARSER" -> "TEXT SEARCH PARSER".
std::string words_of(std::string_view type);

}  // namespace schemadiff
