// PostgreSQL's rules of type resolution (manual, chapter "Type Conversion"): which operator or
// function a call means, and what must be cast on the way.
#pragma once

#include <vector>

#include "parser/expression/environment.h"

namespace schemadiff {

enum class CoercionContext : uint8_t { implicit, assignment, explicit_ };

enum class CoercionPath : uint8_t {
  none,
  relabel,  // binary coercible: the value stays as it is
  function,
  array,  // element by element
  io,     // through text
};

struct ResolvedFunction {
  const FunctionInfo* function = nullptr;  // nullptr: none, or ambiguous
  // The call is a cast written as a function: int4(x).
  TypeId cast_target = type_id::kNone;
  std::vector<TypeId> declared;  // what each argument is coerced to, polymorphism resolved
  TypeId result = type_id::kNone;
  // The arguments from this index on are elements of a VARIADIC array; -1: none are.
  int first_variadic = -1;
};

struct ResolvedOperator {
  const OperatorInfo* op = nullptr;
  TypeId left = type_id::kNone;
  TypeId right = type_id::kNone;
  TypeId result = type_id::kNone;
};

class TypeRules {
 public:
  using Types = std::vector<TypeId>;
  using Path = Environment::Path;

  explicit TypeRules(Environment& environment) : env_(environment) {}

  // `cast` is set to the one that is used, if any is: for an array, that of its elements.
  CoercionPath pathway(TypeId target, TypeId source, CoercionContext context,
                       const CastInfo** cast = nullptr);
  bool can_coerce(const Types& from, const Types& to, CoercionContext context);
  bool can_coerce(TypeId from, TypeId to, CoercionContext context) {
    return can_coerce(Types{from}, Types{to}, context);
  }
  // select_common_type(): of UNION columns, CASE and IN lists; kNone: there is none.
  TypeId common_type(const Types& types);

  // `left` kNone: a prefix operator. `schema` empty: along the path.
  ResolvedOperator find_operator(Identifier schema, Identifier name, TypeId left, TypeId right,
                                 const Path& path);
  // `names`: of the last arguments, those given by name.
  ResolvedFunction find_function(Identifier schema, Identifier name, const Types& arguments,
                                 const std::vector<Identifier>& names, bool variadic,
                                 const Path& path);

 private:
  struct Candidate {
    const FunctionInfo* function = nullptr;
    const OperatorInfo* op = nullptr;
    Types arguments;
    size_t path_position = 0;
    int first_variadic = -1;
    int defaults_used = 0;
    std::vector<size_t> order;  // of named arguments: position of each parameter's argument
  };

  TypeId base(TypeId type) { return env_.base_of(type).id; }
  bool is_row(TypeId type) { return env_.info(base(type)).has_row; }
  void match(const Types& input, std::vector<Candidate>& candidates);
  const Candidate* select(const Types& input, std::vector<Candidate>& candidates);
  bool generics_consistent(const Types& actual, const Types& declared);
  // Replaces the polymorphic types in `declared`; gives the result type, kNone if it can't be told.
  TypeId resolve_generics(const Types& actual, Types& declared, TypeId result);

  Environment& env_;
};

bool is_polymorphic(TypeId type);

}  // namespace schemadiff
