// Columns and constraints as CREATE TABLE and ALTER TABLE … ADD read them: first all is read, which
// may have to wait for other statements, then it is made.
#pragma once

#include <optional>

#include "parser/statement_context.h"
#include "parser/statements/sequence_options.h"

namespace schemadiff {

struct ColumnDraft {
  Column column;
  std::optional<SqlExpression> default_value;
  bool serial = false;
  bool explicit_null = false;
  bool inherited = false;  // named in PARTITION OF t (…): only its constraints are ours
};

struct ConstraintDraft {
  Constraint constraint;
  Node expression;                         // of a CHECK: for its default name
  std::vector<std::string> index_columns;  // of EXCLUDE: for its default name
};

class TableDraft {
 public:
  // `is_new`: CREATE TABLE, where NOT VALID means nothing.
  TableDraft(StatementContext& ctx, const ObjectId& table, bool is_new)
      : ctx_(ctx), table_(table), is_new_(is_new) {}

  // A ColumnDef.
  void read_column(const Node& definition);
  // A ColumnDef without a type: what it says is added to the drafted column of that name.
  void merge_options(const Node& definition);
  // A Constraint that stands by itself.
  void read_constraint(const Node& constraint);
  // LIKE source INCLUDING …
  void read_like(const Node& clause);
  // Columns of CREATE TABLE … OF type.
  void read_composite(const ObjectId& type);

  // All that has been read is about columns that are there; false: said already, or it must wait.
  bool ready();
  // Makes everything, in the order in which PostgreSQL chooses names. The table is there already.
  void commit();

  std::vector<ObjectId> parents;  // of a table that is not there yet; set before reading
  std::vector<ColumnDraft> columns;
  std::vector<ConstraintDraft> constraints;

 private:
  struct Like {
    ObjectId source;
    int64_t options = 0;
  };

  void read_column_constraints(const Node& definition, ColumnDraft& draft);
  std::optional<ConstraintDraft> constraint_draft(const Node& node, Identifier column);
  bool read_key_columns(const NodeList& keys, std::vector<Identifier>& out, int location);
  void read_exclusion(const Node& node, ConstraintDraft& draft);
  void read_foreign_key(const Node& node, Constraint& constraint);
  // Drafted, or there already, or a parent's; nullptr: none.
  const Column* known_column(Identifier name) const;
  bool is_known_column(Identifier name) const { return known_column(name) != nullptr; }
  std::string closest_column(Identifier name) const;
  void check_known_columns(const ConstraintDraft& draft);

  void commit_column(ColumnDraft& draft);
  ObjectId commit_constraint(const ConstraintDraft& draft);
  void commit_like_indexes(const Like& like);
  Identifier predicted_name(const ConstraintDraft& draft) const;
  void add_constraint(Constraint constraint);

  StatementContext& ctx_;
  const ObjectId table_;
  const bool is_new_;
  std::vector<Like> likes_;
  std::map<Identifier, Identifier> copied_not_null_;  // by LIKE: Table::own_not_null
};

// The columns of the table that an expression uses, each once.
std::vector<Identifier> used_columns(const Node& expression);
// Sets NOT NULL on the columns of a primary key; is_new: of the CREATE TABLE.
void require_not_null(StatementContext& ctx, const ObjectId& table,
                      const std::vector<Identifier>& columns, bool is_new);
// The column whose NOT NULL has the name, given or usual; nullptr: none.
Column* not_null_named(CatalogAssembly& assembly, const ObjectId& table, Identifier name);
// DEFAULT NULL, which PostgreSQL forgets: unless it hides a domain's default, or is cut to length.
bool is_no_default(const SqlExpression& value, const TypeRef& type);
// "" where it is the type's own.
std::string storage_unless_default(std::string_view storage, const TypeRef& type);

}  // namespace schemadiff
