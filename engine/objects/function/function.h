// CREATE FUNCTION, CREATE PROCEDURE, CREATE AGGREGATE; pg_proc (and pg_aggregate).
#pragma once

#include "engine/model/field.h"
#include "engine/objects/function/aggregate.h"

namespace schemadiff {

class Catalog;

enum class RoutineKind : char { function = 'f', procedure = 'p', window = 'w', aggregate = 'a' };
enum class ArgumentMode : char { in = 'i', out = 'o', inout = 'b', variadic = 'v', table = 't' };
enum class Volatility : char { immutable = 'i', stable = 's', volatile_ = 'v' };
enum class Parallel : char { safe = 's', restricted = 'r', unsafe = 'u' };

struct FunctionArgument {
  ArgumentMode mode = ArgumentMode::in;
  Identifier name;  // empty: unnamed
  TypeRef type;
  std::optional<SqlExpression> default_value;
  friend bool operator==(const FunctionArgument&, const FunctionArgument&) = default;
};
std::string display(const FunctionArgument& argument);
std::string display(RoutineKind kind);
std::string display(Volatility volatility);
std::string display(Parallel parallel);

struct Function : ObjectBase {
  RoutineKind kind = RoutineKind::function;
  std::vector<FunctionArgument> arguments;  // TABLE (…) columns too, mode table
  // Empty: procedure, or an aggregate in a file (its final function says). With OUT or TABLE
  // arguments: what PostgreSQL derives from them.
  TypeRef returns;
  bool returns_set = false;
  Identifier language;
  std::string body;                       // prosrc, byte for byte; empty with sql_body
  std::string object_file;                // probin: AS 'object_file', 'body' of language C
  std::optional<SqlExpression> sql_body;  // RETURN … or BEGIN ATOMIC … END (14 and later)
  Volatility volatility = Volatility::volatile_;
  Parallel parallel = Parallel::unsafe;
  bool strict = false;
  bool security_definer = false;
  bool leakproof = false;
  std::string cost;  // as float4 prints: "100"; defaults filled in on both sides
  std::string rows;  // "0" unless it returns a set
  QualifiedName support;
  std::vector<std::string> settings;  // "search_path=app, public" as in proconfig
  std::vector<TypeRef> transforms;
  std::optional<Aggregate> aggregate;
  // The body of a LANGUAGE sql function once more, for what it uses (never compared; its path is
  // that of the statement or of SET search_path). Filled in by Rules<Function>::expressions.
  SqlExpression body_references;
  static constexpr auto kFields =
      std::tuple{Field{"kind", &Function::kind},
                 Field{"arguments", &Function::arguments},
                 Field{"returns", &Function::returns, Compare::when_stated},
                 Field{"returns set", &Function::returns_set},
                 Field{"language", &Function::language},
                 Field{"body", &Function::body},
                 Field{"object file", &Function::object_file},
                 Field{"sql body", &Function::sql_body},
                 Field{"volatility", &Function::volatility},
                 Field{"parallel", &Function::parallel},
                 Field{"strict", &Function::strict},
                 Field{"security definer", &Function::security_definer},
                 Field{"leakproof", &Function::leakproof},
                 Field{"cost", &Function::cost},
                 Field{"rows", &Function::rows},
                 Field{"support", &Function::support},
                 Field{"settings", &Function::settings},
                 Field{"transforms", &Function::transforms},
                 Field{"aggregate", &Function::aggregate}};
};

// "(integer, text)": ObjectId::sub of a function, from its input arguments (IN, INOUT, VARIADIC).
std::string function_signature(const std::vector<FunctionArgument>& arguments);

// Whether a live function goes: for good, or to come back as what CREATE OR REPLACE FUNCTION can't
// make of it. False for what is no live function.
bool makes_way(const ObjectId& function, const Catalog& live, const Catalog& desired);

// public.f(*), public.f(double precision ORDER BY text): an aggregate as DDL names it.
std::string aggregate_name(const Function& aggregate);

}  // namespace schemadiff
