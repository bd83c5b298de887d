// Declared rows that are told apart by the same key, and what was found out about them.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/data/row_keys.h"
#include "engine/plan/plan.h"

namespace schemadiff {

struct RowRef {
  uint32_t group = 0;
  uint32_t row = 0;
};

// A row that must be written.
struct RowOutcome {
  RowRef ref;
  Verb verb = Verb::create;
  std::vector<std::string> key;  // the texts of the key's values, in its order
  std::vector<ValueChange> values;
  std::vector<Identifier> pending;  // columns whose expression can't be evaluated yet
};

// Rows of one table with one key, from any number of statements.
struct KeyedRows {
  const TableFacts* facts = nullptr;
  RowKey key;
  std::vector<const DeclaredRows*> groups;
  std::vector<RowRef> rows;                           // by number, from 0
  std::vector<Identifier> columns;                    // that any of them gives
  bool has_heirs = false;                             // tables that INHERIT it: not its rows
  std::string temporary;                              // the table that holds them on the server
  std::map<Identifier, std::string> temporary_types;  // of its columns
  bool compared = false;                              // false: all are new
  // The key's equality, one for each column: "=", "OPERATOR(public.=)"; and " COLLATE x" or "",
  // by names that the server has now.
  std::vector<std::string> operators;
  std::vector<std::string> collations;
  std::vector<RowOutcome> outcomes;
  std::vector<std::vector<std::string>> surplus;  // keys of live rows that nobody declares

  const ObjectId& table() const { return facts->table(); }
  // For FROM, UPDATE and DELETE FROM: without the rows of tables that inherit it.
  const char* only() const { return has_heirs ? "ONLY " : ""; }
  bool exact() const {
    for (const DeclaredRows* group : groups) {
      if (group->exact) return true;
    }
    return false;
  }
};

struct SequenceMove {
  ObjectId table;
  Identifier column;
  std::string sequence;  // "public.t_id_seq"; empty: that of a column that is new
  std::string from;
  std::string to;
};

// "exchanges[name=binance]" without the table: "name=binance".
std::string row_key_text(const RowKey& key, const std::vector<std::string>& values);

}  // namespace schemadiff
