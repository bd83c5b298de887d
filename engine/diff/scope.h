// What is ours to change: everything else is left alone, and counted.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/diff/object_pattern.h"
#include "engine/model/catalog.h"

namespace schemadiff {

struct ScopeOptions {
  // --schema. Empty: the schemas that the desired state mentions, and public. "*": the whole
  // database, its extensions and undeclared partitions included.
  std::vector<ObjectPattern> only;
  std::vector<ObjectPattern> exclude;
  std::set<Identifier> mentioned;       // schemas that the desired state mentions
  std::set<ObjectId> exact_partitions;  // tables whose undeclared partitions are not left alone
  bool comments = true;                 // --manage comments
  bool roles = false;                   // --manage roles
};

class Scope {
 public:
  explicit Scope(ScopeOptions options) : options_(std::move(options)) {}

  bool whole_database() const;
  // Whether something in the schema may be in scope; `schema` itself may still not be.
  bool includes_schema(Identifier schema) const;
  // Of an object of `catalog`, by its own name or that of what it is a part of. Says nothing about
  // what is in no schema (but the schemas).
  bool includes(const Catalog& catalog, const ObjectId& id) const;
  // --exclude names it, or what it is a part of.
  bool excludes(const Catalog& catalog, const ObjectId& id) const;
  // --schema or --exclude names the object itself.
  bool names(const ObjectId& id) const;
  bool excludes_itself(const ObjectId& id) const;
  bool excludes_anything() const { return !options_.exclude.empty(); }
  bool has_exact_partitions(const ObjectId& table) const {
    return options_.exact_partitions.contains(table);
  }
  const std::vector<ObjectPattern>& exclusions() const { return options_.exclude; }
  const std::vector<ObjectPattern>& selections() const { return options_.only; }
  bool manages_comments() const { return options_.comments; }
  bool manages_roles() const { return options_.roles; }

 private:
  ScopeOptions options_;
};

// A live index or key of a partition, which is no object any more, as the file does not speak of
// it.
struct ImpliedPart {
  ObjectId id;
  ObjectId table;
  ObjectId whole;  // the parent's that it is attached to
};

struct Scoped {
  // What the database holds when all is done: the desired objects in scope, and every live object
  // that is left alone.
  Catalog target;
  std::set<ObjectId> left_alone;
  std::vector<ImpliedPart> implied_parts;
  // Patterns that name no object of either side.
  std::vector<std::string> exclusions_of_nothing;
  std::vector<ObjectPattern> selections_of_nothing;
  std::set<ObjectId> left_out;  // desired objects that are not in scope
  std::map<std::string, std::vector<std::string>> unmanaged;  // "live partition" -> names
};

// Reduces both sides to the scope. Takes out of `live` what PostgreSQL derived (indexes of
// partitions attached to their parent's) where `desired` does not declare it.
Scoped apply_scope(Catalog& live, Catalog desired, const Scope& scope);

}  // namespace schemadiff
