// The only list of kinds. A new kind is a line here, an #include in object.h, a row in
// kind_traits.cc, and a folder under engine/objects (docs/adding-an-object-kind.md walks one).
//
// X(enumerator, struct, "word for people")
// The order is the order of creation where no dependency decides, and of the dump: event triggers
// come last, for they would see all that follows.
#pragma once

#include <cstdint>
#include <string_view>

#define SCHEMADIFF_KINDS(X)                                                          \
  X(role, Role, "role")                                                              \
  X(membership, Membership, "membership")                                            \
  X(schema, Schema, "schema")                                                        \
  X(extension, Extension, "extension")                                               \
  X(foreign_data_wrapper, ForeignDataWrapper, "foreign-data wrapper")                \
  X(foreign_server, ForeignServer, "server")                                         \
  X(user_mapping, UserMapping, "user mapping")                                       \
  X(language, Language, "language")                                                  \
  X(collation, Collation, "collation")                                               \
  X(shell_type, ShellType, "shell type")                                             \
  X(base_type, BaseType, "base type")                                                \
  X(enum_type, EnumType, "enum")                                                     \
  X(domain, Domain, "domain")                                                        \
  X(domain_constraint, DomainConstraint, "domain constraint")                        \
  X(composite_type, CompositeType, "composite type")                                 \
  X(range_type, RangeType, "range type")                                             \
  X(sequence, Sequence, "sequence")                                                  \
  X(function, Function, "function")                                                  \
  X(access_method, AccessMethod, "access method")                                    \
  X(operator_, Operator, "operator")                                                 \
  X(operator_family, OperatorFamily, "operator family")                              \
  X(operator_class, OperatorClass, "operator class")                                 \
  X(cast, Cast, "cast")                                                              \
  X(transform, Transform, "transform")                                               \
  X(conversion, Conversion, "conversion")                                            \
  X(text_search_parser, TextSearchParser, "text search parser")                      \
  X(text_search_template, TextSearchTemplate, "text search template")                \
  X(text_search_dictionary, TextSearchDictionary, "text search dictionary")          \
  X(text_search_configuration, TextSearchConfiguration, "text search configuration") \
  X(table, Table, "table")                                                           \
  X(column, Column, "column")                                                        \
  X(column_default, ColumnDefault, "default")                                        \
  X(constraint, Constraint, "constraint")                                            \
  X(index, Index, "index")                                                           \
  X(statistics, Statistics, "statistics")                                            \
  X(view, View, "view")                                                              \
  X(materialized_view, MaterializedView, "materialized view")                        \
  X(rule, Rule, "rule")                                                              \
  X(trigger, Trigger, "trigger")                                                     \
  X(policy, Policy, "policy")                                                        \
  X(publication, Publication, "publication")                                         \
  X(published_table, PublishedTable, "published table")                              \
  X(published_schema, PublishedSchema, "published schema")                           \
  X(subscription, Subscription, "subscription")                                      \
  X(comment, Comment, "comment")                                                     \
  X(security_label, SecurityLabel, "security label")                                 \
  X(event_trigger, EventTrigger, "event trigger")                                    \
  X(owner, Owner, "owner")                                                           \
  X(privilege, Privilege, "privilege")                                               \
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
