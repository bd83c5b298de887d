// What makes a function an aggregate (CREATE AGGREGATE; pg_aggregate). The rest of it (name,
// arguments, PARALLEL, comment, privileges) is a function's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "engine/model/values.h"

namespace schemadiff {

enum class AggregateKind : char { normal = 'n', ordered_set = 'o', hypothetical_set = 'h' };
enum class FinalModify : char { read_only = 'r', shareable = 's', read_write = 'w' };

// How values are gathered: once in plain form, once for moving windows.
struct AggregateState {
  QualifiedName transition;  // SFUNC; empty in a moving state: there is none
  QualifiedName inverse;     // MINVFUNC
  QualifiedName final;       // FINALFUNC; empty: the state is the result
  TypeRef type;              // STYPE
  int64_t space = 0;         // SSPACE, bytes; 0: the planner's guess
  bool final_extra = false;
  FinalModify final_modify = FinalModify::read_only;
  std::optional<std::string> initial;  // INITCOND, as text; none: NULL
  friend bool operator==(const AggregateState&, const AggregateState&) = default;
};

struct Aggregate {
  AggregateKind kind = AggregateKind::normal;
  int64_t direct_arguments = 0;  // of ordered-set aggregates: those before ORDER BY
  AggregateState plain;
  AggregateState moving;
  QualifiedName combine;
  QualifiedName serialize;
  QualifiedName deserialize;
  QualifiedName sort_operator;  // schema empty: pg_catalog
  friend bool operator==(const Aggregate&, const Aggregate&) = default;
};
// The list between the parentheses of CREATE AGGREGATE, an option a line.
std::string aggregate_options(const Aggregate& aggregate);
std::string display(const Aggregate& aggregate);

}  // namespace schemadiff
