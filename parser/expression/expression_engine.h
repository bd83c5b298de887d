// The ExpressionEngine that cli injects: PostgreSQL's own grammar, and our parse analysis.
#pragma once

#include <memory>

#include "engine/model/certainty.h"
#include "engine/model/expression_engine.h"
#include "engine/model/relation_columns.h"
#include "engine/model/renames.h"

namespace schemadiff {

std::unique_ptr<ExpressionEngine> make_expression_engine();

// Once more, of a live catalog as it was read: its canonical forms call things as desired does.
void canonicalise_renamed(Catalog& live, const SystemCatalog& system, const Renames& renames);

// Of two that are not equal.
Certainty certainty_of(const SqlExpression& a, const SqlExpression& b);
// Of `objects` of `catalog`, those whose expressions would be read as something else, or not at
// all, if what `others` holds were there too.
std::vector<ObjectId> misread_beside(Catalog catalog, const Catalog& others,
                                     const SystemCatalog& system,
                                     const std::vector<ObjectId>& objects);

// A literal that the input function of its type reads.
struct TypedLiteral {
  Oid type = 0;
  std::string value;
  SourceSpan where;
};
// Those of the expressions whose text is wanted, where they are read from a file.
std::vector<TypedLiteral> typed_literals(Catalog& catalog, const SystemCatalog& system,
                                         const std::function<bool(const std::string&)>& wanted);

// Of every relation but views whose query can't be read.
RelationColumns relation_columns(Catalog& catalog, const SystemCatalog& system);

}  // namespace schemadiff
