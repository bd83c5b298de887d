// What the texts in objects use.
#pragma once

#include <vector>

#include "engine/model/catalog.h"
#include "engine/model/rules.h"

namespace schemadiff {

// What the expressions of an object refer to, canonicalised as they are. Bodies in quotes are left
// out: PostgreSQL only looks at them when they run.
template <class T>
std::vector<ObjectId> used_by_texts(const T& object) {
  std::vector<ObjectId> out;
  T copy = object;  // expressions() hands out mutable ones
  Rules<T>::expressions(copy, [&](SqlExpression& expression, const ExpressionScope& scope) {
    if (scope.role == ExpressionRole::string_body) return;
    out.insert(out.end(), expression.references.begin(), expression.references.end());
  });
  return out;
}
// The same of one that the catalog may have.
std::vector<ObjectId> used_by_texts(const Catalog& catalog, const ObjectId& id);

}  // namespace schemadiff
