// What the catalog says about a table whose rows are declared.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/data/declared_rows.h"
#include "engine/model/catalog.h"
#include "engine/model/members.h"

namespace schemadiff {

// What tells the rows of a table from each other: a primary key, a unique constraint or index.
struct RowKey {
  std::string name;  // of the constraint or index
  bool primary = false;
  bool nulls_not_distinct = false;
  std::vector<Identifier> columns;
  std::vector<IndexElement> elements;  // of a unique index over them
};

class TableFacts {
 public:
  TableFacts(const Catalog& catalog, const MemberIndex& members, const ObjectId& table);

  const ObjectId& table() const { return table_; }
  // Inherited ones too; nullptr: there is none.
  const Column* column(Identifier name) const;
  const ColumnDefault* default_of(Identifier name) const;
  const std::vector<RowKey>& keys() const { return keys_; }
  const std::vector<const Constraint*>& constraints() const { return constraints_; }
  bool has_insert_triggers() const { return has_insert_triggers_; }
  // The partitions and children below it.
  const std::vector<ObjectId>& below() const { return below_; }

  // nullopt: `why` says what is missing.
  std::optional<RowKey> key_for(const DeclaredRows& rows, std::string& why) const;

 private:
  void add_keys(const Members& members, bool own);

  const Catalog& catalog_;
  ObjectId table_;
  std::vector<ObjectId> lineage_;  // the table, then its parents
  std::vector<RowKey> keys_;
  std::vector<const Constraint*> constraints_;
  std::vector<ObjectId> below_;
  bool has_insert_triggers_ = false;
};

}  // namespace schemadiff
