// The ExpressionEngine that cli injects: PostgreSQL's own grammar, and our parse analysis.
#pragma once

#include <memory>

#include "engine/model/expression_engine.h"

namespace schemadiff {

std::unique_ptr<ExpressionEngine> make_expression_engine();

}  // namespace schemadiff
