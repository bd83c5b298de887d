// The contract that every kind signs. Each rule is defined in engine/objects/<kind>/, a forgotten
// one is a link error that names it ("undefined reference to Rules<Sequence>::drop").
//   <kind>_catalog.cc   catalog_query, read
//   <kind>.cc           expressions, references, create, alter, drop, display
#pragma once

#include <string>

#include "engine/model/expression_engine.h"
#include "engine/model/field.h"
#include "engine/model/kinds.h"

namespace schemadiff {

class Row;             // engine/introspect/catalog_reader.h
class CatalogBuilder;  // engine/introspect/catalog_builder.h
class StepBuilder;     // engine/plan/step_builder.h
class ReferenceSink;   // engine/model/references.h

template <class T>
struct Rules {
  // One set-based query over pg_catalog for all objects of the kind, for a server of this
  // server_version_num; "" if rows come with another kind's query. Objects of extensions,
  // temporary ones and what PostgreSQL derives are left out here.
  static std::string catalog_query(int server_version);
  // One row of that query -> objects added to the builder, with their oids.
  static void read(const Row& row, CatalogBuilder& builder);

  // Calls `visit` for each expression in the object, with its surroundings.
  static void expressions(T& object, const ExpressionVisitor& visit);
  // What must exist before the object can be created, beyond what its expressions refer to
  // (SqlExpression::references is followed by the caller): its schema, table, column types, …
  static void references(const T& object, ReferenceSink& sink);

  // Each appends the steps that do it. `create` may produce objects of other kinds in the same
  // step (CREATE TABLE its columns): it lists them in Step::produces, and they are not created
  // again.
  static void create(const T& object, StepBuilder& steps);
  // False, and nothing appended: it can't be altered so, drop and create it.
  static bool alter(const T& live, const T& desired, const FieldChanges& changes,
                    StepBuilder& steps);
  static void drop(const T& object, StepBuilder& steps);
};

#define X(enumerator, type, word)                                                             \
  template <>                                                                                 \
  std::string Rules<type>::catalog_query(int server_version);                                 \
  template <>                                                                                 \
  void Rules<type>::read(const Row& row, CatalogBuilder& builder);                            \
  template <>                                                                                 \
  void Rules<type>::expressions(type& object, const ExpressionVisitor& visit);                \
  template <>                                                                                 \
  void Rules<type>::references(const type& object, ReferenceSink& sink);                      \
  template <>                                                                                 \
  void Rules<type>::create(const type& object, StepBuilder& steps);                           \
  template <>                                                                                 \
  bool Rules<type>::alter(const type& live, const type& desired, const FieldChanges& changes, \
                          StepBuilder& steps);                                                \
  template <>                                                                                 \
  void Rules<type>::drop(const type& object, StepBuilder& steps);
SCHEMADIFF_KINDS(X)
#undef X

}  // namespace schemadiff
