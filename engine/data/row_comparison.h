// The questions to the server: are the values of their types, which rows are there, which differ.
#pragma once

#include <set>

#include "engine/data/row_planner.h"
#include "engine/data/row_sets.h"

namespace schemadiff {

// How often an expression says the same.
enum class Constancy : uint8_t {
  constant,  // until rows change
  moving,    // another value each time: only ever written, never compared
};

class ExpressionFacts {
 public:
  ExpressionFacts(const SystemCatalog& system, const Catalog& target);
  Constancy of(const RowExpression& expression) const;

 private:
  std::map<QualifiedName, char> volatilities_;
};

class RowComparison {
 public:
  RowComparison(const RowsInput& input, RowServer& server, const ExpressionFacts& expressions,
                Diagnostics& problems)
      : input_(input), server_(server), expressions_(expressions), problems_(problems) {}

  // In the order in which expressions need each other's tables. Fills in outcomes; what is wrong
  // with rows goes to the problems.
  Result<void> run(std::vector<KeyedRows*> sets, std::vector<SequenceMove>& moves);

 private:
  Result<void> ask(const std::vector<KeyedRows*>& sets, std::vector<SequenceMove>& moves);
  Result<void> find_types(const std::vector<KeyedRows*>& sets);
  Result<void> load(KeyedRows& set);
  Result<void> add_checks(KeyedRows& set);
  Result<void> read_operators(KeyedRows& set);
  Result<void> evaluate(KeyedRows& set);
  Result<void> compare(KeyedRows& set);
  Result<void> compare(KeyedRows& set, const DeclaredRows& group, uint32_t number);
  Result<void> find_surplus(const std::vector<KeyedRows*>& sets);
  Result<void> find_sequences(const std::vector<KeyedRows*>& sets,
                              std::vector<SequenceMove>& moves);
  Result<void> set_path(const SearchPath& path);
  Result<void> check_keys(KeyedRows& set);

  bool is_available(const TypeRef& type) const;
  std::string type_of(const KeyedRows& set, Identifier column) const;
  // The type that values wait in: not every domain takes the NULL that stands for a value that is
  // to be computed, or that nobody gives.
  std::string temporary_type(const KeyedRows& set, Identifier column) const;
  // What the server has now for a collation of the desired state: a stand-in, where the plan makes
  // it.
  Result<QualifiedName> temporary_collation(const QualifiedName& name);
  // The value that the database has, in the type that the column is to have; and its text.
  std::string live_value(const KeyedRows& set, Identifier column, const std::string& table) const;
  // What rows have in a column that is new; "": NULL, or nobody knows.
  std::string value_to_come(const KeyedRows& set, Identifier column) const;
  std::string live_text(const KeyedRows& set, Identifier column, const std::string& table) const;
  // Every value fits the new type, and is compared with values of that as it is: an index is used.
  bool is_comparable(const KeyedRows& set, Identifier column) const;
  // Compared as text, as it is written.
  bool is_text(const KeyedRows& set, Identifier column) const;
  // Of columns that get another type: which hold values that are none of that.
  Result<void> find_unconvertible(const KeyedRows& set);
  // The table as the server knows it, with its columns as they will be called.
  std::string live_relation(const KeyedRows& set) const;
  // A value of an enum's column as text, as its label will be.
  std::string with_new_labels(const TypeRef& type, const std::string& text) const;
  std::string match(const KeyedRows& set, const std::string& rows, const std::string& table) const;
  std::string mark_of(const KeyedRows& set, Identifier column) const;
  void report(const KeyedRows& set, size_t number, const Error& error);
  SourceSpan place(const KeyedRows& set, size_t number) const;

  const RowsInput& input_;
  RowServer& server_;
  const ExpressionFacts& expressions_;
  Diagnostics& problems_;
  std::set<std::string> missing_types_;
  std::set<ObjectId> altered_types_;
  std::map<QualifiedName, QualifiedName> collations_to_come_;
  std::set<ObjectId> unconvertible_;  // columns with values that their new type does not have
  std::set<ObjectId> growing_;        // tables that get rows
  std::set<const KeyedRows*> looks_at_itself_;
  std::string path_;
};

}  // namespace schemadiff
