// What the modules say, before it is written: tables with their columns and keys, and the names.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/generate/drizzle/drizzle.h"
#include "engine/generate/drizzle/naming.h"
#include "engine/model/members.h"

namespace schemadiff::drizzle {

// What lies in it is written without pgSchema().
inline const Identifier kPublic("public");

struct ModelColumn {
  Identifier name;
  std::string key;
  TypeRef type;
  const Column* column = nullptr;        // its own, or that of a parent; of tables only
  const ColumnDefault* value = nullptr;  // as well
  bool serial = false;                   // with a sequence of its own
  bool in_primary_key = false;
};

struct ModelRelation {
  ObjectId id;
  std::string constant;
  std::vector<ModelColumn> columns;
  // Of tables.
  const Table* table = nullptr;
  std::vector<const Index*> indexes;  // of materialized views too
  std::vector<const Constraint*> foreign_keys;
  const Constraint* primary_key = nullptr;
  std::vector<const Constraint*> uniques;
  std::vector<const Constraint*> checks;
  std::vector<const Constraint*> exclusions;
  std::vector<const Policy*> policies;
  bool in_cycle = false;  // of foreign keys, with other tables

  const ModelColumn* find(Identifier name) const;
};

struct Model {
  explicit Model(const Catalog& catalog_) : catalog(catalog_), scope(module_scope()) {}

  const Catalog& catalog;
  std::map<ObjectId, std::string> constants;  // of everything that has one
  std::vector<Identifier> schemas;
  std::vector<const EnumType*> enums;
  std::vector<const Sequence*> sequences;
  std::vector<ModelRelation> tables;
  std::vector<ModelRelation> views;  // materialized ones too
  std::map<ObjectId, size_t> table_numbers;
  NameScope scope;  // of schema.ts

  const ModelRelation* find_table(const ObjectId& id) const;
};

Model make_model(const Catalog& catalog, const RelationColumns& columns,
                 const DrizzleOptions& options);

std::string write_schema(Model& model);
std::string write_relations(const Model& model, const DrizzleOptions& options);

}  // namespace schemadiff::drizzle
