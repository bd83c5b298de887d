// CREATE TABLE, PARTITION BY, PARTITION OF, INHERITS; pg_class with relkind r and p, pg_inherits,
// pg_partitioned_table. Columns, constraints, indexes, … are objects of their own.
#pragma once

#include <map>

#include "engine/model/field.h"

namespace schemadiff {

enum class PartitionStrategy : char { list = 'l', range = 'r', hash = 'h' };
enum class ReplicaIdentityKind : char { default_ = 'd', nothing = 'n', full = 'f', index = 'i' };

struct PartitionKeyElement {
  Identifier column;             // empty: an expression
  SqlExpression expression;      // empty: a column
  QualifiedName collation;       // empty: the default of the column's type
  QualifiedName operator_class;  // empty: the default of the type
  friend bool operator==(const PartitionKeyElement&, const PartitionKeyElement&) = default;
};
std::string display(const PartitionKeyElement& element);

struct PartitionKey {
  PartitionStrategy strategy = PartitionStrategy::range;
  std::vector<PartitionKeyElement> elements;
  friend bool operator==(const PartitionKey&, const PartitionKey&) = default;
};
std::string display(const PartitionKey& key);

struct PartitionOf {
  ObjectId parent;
  SqlExpression bound;  // "FOR VALUES …" or "DEFAULT", as pg_get_expr(relpartbound) prints it
  friend bool operator==(const PartitionOf&, const PartitionOf&) = default;
};
std::string display(const PartitionOf& partition);

struct ReplicaIdentity {
  ReplicaIdentityKind kind = ReplicaIdentityKind::default_;
  Identifier index;  // with kind index: its name, in the table's schema
  friend bool operator==(const ReplicaIdentity&, const ReplicaIdentity&) = default;
};
std::string display(const ReplicaIdentity& identity);

struct Table : ObjectBase {
  Persistence persistence = Persistence::permanent;
  StorageOptions options;  // toast.* included
  std::vector<ObjectId> inherits;
  std::optional<PartitionKey> partition_key;
  std::optional<PartitionOf> partition_of;
  TypeRef of_type;  // CREATE TABLE … OF type
  bool row_security = false;
  bool force_row_security = false;
  ReplicaIdentity replica_identity;
  Identifier access_method;  // empty: the default (heap)
  Identifier tablespace;     // empty: the database's
  Identifier server;         // of a foreign table, which holds no rows here; empty: it is none
  StorageOptions foreign_options;
  // Checks of a parent that are NOT VALID there and valid here, by name: the table came later, or
  // was validated alone. That more are valid than a file says is no difference.
  std::vector<Identifier> valid_checks;
  // What 18 gives a NOT NULL constraint its name by, beside the column: the table declares it
  // itself though a parent has it (the name may be empty), or has it by LIKE, name and all. By
  // column; how to create the table, and not a field.
  std::map<Identifier, Identifier> own_not_null;
  // Those of a live table that stay without the parents' (pg_constraint.conislocal): PostgreSQL
  // can't change the type of the parents' column over them. Not a field.
  std::vector<Identifier> kept_not_null;
  static constexpr auto kFields =
      std::tuple{Field{"persistence", &Table::persistence},
                 Field{"options", &Table::options},
                 Field{"inherits", &Table::inherits},
                 Field{"partition key", &Table::partition_key},
                 Field{"partition of", &Table::partition_of},
                 Field{"of type", &Table::of_type},
                 Field{"row security", &Table::row_security},
                 Field{"force row security", &Table::force_row_security},
                 Field{"replica identity", &Table::replica_identity},
                 Field{"access method", &Table::access_method},
                 Field{"tablespace", &Table::tablespace},
                 Field{"server", &Table::server},
                 Field{"foreign options", &Table::foreign_options},
                 Field{"valid checks", &Table::valid_checks}};
};

}  // namespace schemadiff
