// CREATE CAST; pg_cast.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

enum class CastMethod : char { function = 'f', inout = 'i', binary = 'b' };
enum class CastContext : char { explicit_ = 'e', assignment = 'a', implicit = 'i' };
std::string display(CastMethod method);
std::string display(CastContext context);

struct Cast : ObjectBase {  // id.name = "(public.a AS text)"
  TypeRef from;
  TypeRef to;
  CastMethod method = CastMethod::function;
  QualifiedName function;
  std::string arguments;  // of the function: "(public.a)"
  CastContext context = CastContext::explicit_;
  static constexpr auto kFields =
      std::tuple{Field{"from", &Cast::from},           Field{"to", &Cast::to},
                 Field{"method", &Cast::method},       Field{"function", &Cast::function},
                 Field{"arguments", &Cast::arguments}, Field{"context", &Cast::context}};
};

// The function that it calls; Kind::none: it calls none.
ObjectId called_by(const Cast& cast);
// What is stored does what the cast did when it was stored: that is not what its text says now.
bool does_something_else(const FieldChanges& changes);

}  // namespace schemadiff
