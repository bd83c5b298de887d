// The ExpressionEngine that cli injects: PostgreSQL's own grammar, and our parse analysis.
#pragma once

#include <memory>

#include "engine/model/expression_engine.h"
#include "engine/model/relation_columns.h"

namespace schemadiff {

std::unique_ptr<ExpressionEngine> make_expression_engine();

// Of every relation but views whose query can't be read.
RelationColumns relation_columns(Catalog& catalog, const SystemCatalog& system);

}  // namespace schemadiff
