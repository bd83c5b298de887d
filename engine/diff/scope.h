// What is ours to change: everything else is left alone, and counted.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/model/catalog.h"

namespace schemadiff {

struct ScopeOptions {
  // --schema: patterns with * and ?. Empty: the schemas that the desired state mentions, and
  // public. "*": the whole database, its extensions and undeclared partitions included.
  std::vector<std::string> schemas;
  std::set<Identifier> mentioned;  // schemas that the desired state mentions
  bool comments = true;            // --manage comments
  bool roles = false;              // --manage roles
};

class Scope {
 public:
  explicit Scope(ScopeOptions options) : options_(std::move(options)) {}

  bool whole_database() const;
  bool includes_schema(Identifier schema) const;
  bool manages_comments() const { return options_.comments; }
  bool manages_roles() const { return options_.roles; }

 private:
  ScopeOptions options_;
};

// True if `text` matches `pattern`, in which * stands for any run of characters and ? for one.
bool matches_pattern(std::string_view text, std::string_view pattern);

struct Scoped {
  // What the database holds when all is done: the desired objects in scope, and every live object
  // that is left alone.
  Catalog target;
  std::set<ObjectId> left_alone;
  std::map<std::string, std::vector<std::string>> unmanaged;  // "live partition" -> names
};

// Reduces both sides to the scope. Takes out of `live` what PostgreSQL derived (indexes of
// partitions attached to their parent's) where `desired` does not declare it.
Scoped apply_scope(Catalog& live, Catalog desired, const Scope& scope);

}  // namespace schemadiff
