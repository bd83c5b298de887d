// How the engine asks what an expression means, without knowing the parser: parser/expression
// implements it, cli injects it. That is how live text goes through the same parser as the file.
#pragma once

#include <functional>
#include <optional>

#include "engine/model/catalog.h"
#include "engine/model/system_catalog.h"

namespace schemadiff {

enum class ExpressionRole : uint8_t {
  scalar,           // DEFAULT, CHECK, index expression, predicate, policy, generated column
  query,            // view, materialized view
  trigger_when,     // OLD and NEW are rows of the relation
  partition_bound,  // FOR VALUES … / DEFAULT
  domain_check,     // VALUE is in scope
  function_body,    // SQL-standard body
  rule,             // a whole CREATE RULE statement
  string_body,      // body of a LANGUAGE sql function: only its references are wanted, weakly
};

// In what surroundings an expression stands.
struct ExpressionScope {
  ExpressionRole role = ExpressionRole::scalar;
  ObjectId relation;              // whose columns are visible; kind none: none are
  TypeRef target;                 // the type the value is assigned to (a default's); empty: none
  std::vector<Identifier> names;  // a view's column list; names of function arguments
  std::vector<TypeRef> types;  // of function arguments; of VALUE; of the partition key's elements
};

using ExpressionVisitor = std::function<void(SqlExpression&, const ExpressionScope&)>;

// Something in a text that servers before a major version can't read.
struct NewerSyntax {
  std::string what;
  int major = 0;
};

class ExpressionEngine {
 public:
  virtual ~ExpressionEngine() = default;

  // Fills in `canonical`, `references` and `unknown` of every expression of `catalog`, resolving
  // names in `catalog` first and `system` then. Text that the linked grammar can't parse, or names
  // that can't be resolved, leave `canonical` empty; that is never an error here.
  virtual void canonicalise(Catalog& catalog, const SystemCatalog& system) const = 0;
};

}  // namespace schemadiff
