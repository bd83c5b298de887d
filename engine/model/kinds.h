// The only list of kinds. A new kind is a line here, an #include in object.h, and a folder under
// engine/objects (docs/adding-an-object-kind.md walks one).
//
// X(enumerator, struct, "word for people")
// The order is the order of creation where no dependency decides, and of the dump.
#pragma once

#include <cstdint>
#include <string_view>

#define SCHEMADIFF_KINDS(X)                                   \
  X(schema, Schema, "schema")                                 \
  X(extension, Extension, "extension")                        \
  X(enum_type, EnumType, "enum")                              \
  X(domain, Domain, "domain")                                 \
  X(domain_constraint, DomainConstraint, "domain constraint") \
  X(composite_type, CompositeType, "composite type")          \
  X(range_type, RangeType, "range type")                      \
  X(sequence, Sequence, "sequence")                           \
  X(function, Function, "function")                           \
  X(table, Table, "table")                                    \
  X(column, Column, "column")                                 \
  X(column_default, ColumnDefault, "default")                 \
  X(constraint, Constraint, "constraint")                     \
  X(index, Index, "index")                                    \
  X(statistics, Statistics, "statistics")                     \
  X(view, View, "view")                                       \
  X(materialized_view, MaterializedView, "materialized view") \
  X(rule, Rule, "rule")                                       \
  X(trigger, Trigger, "trigger")                              \
  X(policy, Policy, "policy")                                 \
  X(comment, Comment, "comment")                              \
  X(owner, Owner, "owner")                                    \
  X(privilege, Privilege, "privilege")                        \
  X(default_privilege, DefaultPrivilege, "default privilege")

namespace schemadiff {

enum class Kind : uint8_t {
#define X(enumerator, type, word) enumerator,
  SCHEMADIFF_KINDS(X)
#undef X
      none,  // no kind at all, and what the catalog has but this build does not model
  rows,      // the declared rows of a table (engine/data): never an object of a Catalog
};

#define X(enumerator, type, word) struct type;
SCHEMADIFF_KINDS(X)
#undef X

// "table", "materialized view": the word in messages and in --allow patterns.
std::string_view kind_word(Kind kind);

// The kind of a struct, as a constant: kind_of<Table> == Kind::table.
template <class T>
inline constexpr Kind kind_of = Kind::none;
#define X(enumerator, type, word) \
  template <>                     \
  inline constexpr Kind kind_of<type> = Kind::enumerator;
SCHEMADIFF_KINDS(X)
#undef X

}  // namespace schemadiff
