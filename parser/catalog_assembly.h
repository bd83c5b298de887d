// The desired catalog while statements build it: what outlives a single statement.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "engine/base/diagnostic.h"
#include "engine/data/declared_rows.h"
#include "parser/access_assembly.h"
#include "parser/name_resolver.h"
#include "parser/row_directives.h"
#include "parser/source.h"

namespace schemadiff {

// A name in a namespace of a schema.
struct SchemaName {
  Identifier schema;
  Identifier name;
  friend bool operator==(const SchemaName&, const SchemaName&) = default;
};
struct SchemaNameHash {
  size_t operator()(const SchemaName& n) const noexcept {
    return n.schema.hash() * 31 + n.name.hash();
  }
};

// What a table says of a column that it inherits; empty: what its parent says.
struct ColumnOverride {
  std::optional<bool> not_null;
  NotNullConstraint not_null_constraint;
  std::optional<std::string> storage;
  std::optional<std::string> compression;
  std::optional<int> statistics_target;
  std::optional<StorageOptions> options;
  std::optional<GeneratedColumn> generated;
};

// What a table is made of, beyond its Table object.
struct TableShape {
  std::vector<Identifier> columns;                 // declared in it, in order
  std::vector<ObjectId> constraints;               // declared in it, in order
  std::vector<ObjectId> indexes;                   // declared on it, in order
  std::map<Identifier, ColumnOverride> overrides;  // of columns declared in a parent
  std::set<Identifier> not_null_later;  // columns that are NOT NULL by an ALTER TABLE only
  bool joined_later = false;  // its parents: ATTACH PARTITION, INHERIT; its columns come first
};

// Kinds of statements that are accepted and not modelled.
struct Unmanaged {
  std::string what;  // "privileges"
  size_t count = 0;
  SourceSpan first;
};

class CatalogAssembly {
 public:
  CatalogAssembly(const SystemCatalog& system, const SourceSet& sources, Diagnostics& diagnostics);

  Catalog catalog;
  NameResolver names;
  const SourceSet& sources;
  Diagnostics& diagnostics;
  AccessAssembly access;

  // Takes over what `around` has in these schemas, as if it had been declared, but nowhere; of
  // other schemas the types and tables of `alone` that the texts don't declare.
  void borrow(const Catalog& around, const Catalog& alone, const std::set<Identifier>& schemas);
  std::set<ObjectId> borrowed;  // with what belongs to them

  // ---- namespaces
  // pg_class; constraints that have an index are in it too.
  ObjectId relation(Identifier schema, Identifier name) const;
  ObjectId type(Identifier schema, Identifier name) const;
  bool constraint_name_taken(Identifier schema, Identifier name) const;
  // The same, and what PostgreSQL has made in a partition by now, which gets its name then.
  ObjectId relation_or_part(Identifier schema, Identifier name);
  // Registers an object's names; false and nothing done, `other` set: one is taken.
  bool claim(const ObjectId& id, ObjectId& other);
  // The index of a constraint, an identity's sequence.
  void claim_relation(Identifier schema, Identifier name, const ObjectId& id);
  void claim_constraint(const ObjectId& id);
  // The sequence of a column that is no identity any more.
  void release_relation(const ObjectId& id);
  // Its rows are not ours to write.
  void declare_foreign_table(Identifier schema, Identifier name);
  bool is_foreign_table(Identifier schema, Identifier name, const SearchPath& path) const;
  void release(const ObjectId& id);
  // label, label1, label2 … as ChooseRelationName() and ChooseConstraintName() do.
  Identifier choose_relation_name(Identifier schema, std::string_view name1, std::string_view name2,
                                  std::string_view label, bool is_constraint) const;
  Identifier choose_constraint_name(Identifier schema, std::string_view name1,
                                    std::string_view name2, std::string_view label) const;

  // Of PRIMARY KEY, UNIQUE and EXCLUDE, whose elements are `index_columns`.
  Identifier choose_key_name(const Constraint& key,
                             const std::vector<std::string>& index_columns) const;

  // ---- tables
  TableShape& shape(const ObjectId& table) { return shapes_[table]; }
  const TableShape* find_shape(const ObjectId& table) const;
  // Names of all columns, inherited ones first, as PostgreSQL orders them.
  std::vector<Identifier> columns(const ObjectId& table) const;
  // All tables below it, at any depth.
  std::vector<ObjectId> descendants(const ObjectId& table) const;
  // Where a column is declared: in the table or the nearest parent that has it; nullptr: nowhere.
  const Column* column(const ObjectId& table, Identifier name) const;
  // Its own default, or a parent's; an empty expression: it says that it has none.
  const ColumnDefault* default_of(const ObjectId& table, Identifier name) const;
  const ColumnDefault* inherited_default(const ObjectId& table, Identifier name) const;
  // A child or partition has none, whatever its parents have.
  void say_no_default(const ObjectId& table, Identifier name, SourceSpan where);
  // ALTER TABLE ONLY: children that are there already keep what they have now.
  void change_default_only_here(const ObjectId& table, Identifier name, SourceSpan where);
  void has_child(const ObjectId& parent) { parents_.insert(parent); }
  const Constraint* primary_key(const ObjectId& table) const;

  // What PostgreSQL calls the columns of an index (or of an exclusion constraint's): LIKE makes
  // names of them.
  std::vector<std::string>& index_columns(const ObjectId& id) { return index_columns_[id]; }

  // ALTER TABLE parent ATTACH PARTITION, at this place.
  void attach_partition(const ObjectId& part, SourceSpan where) {
    attached_at_[part] = where;
    shape(part).joined_later = true;
  }
  // ALTER TABLE ONLY: partitions that are there already get no part of the constraint.
  void add_only_here(const ObjectId& constraint) { only_here_.insert(constraint); }
  // VALIDATE CONSTRAINT of a check that the table has from above. False: it has none of that name.
  bool validate_inherited(const ObjectId& table, Identifier name);
  // What PostgreSQL has made in a partition of its parent's indexes and keys by now gets names, and
  // is an object from here on. What is still plain at the end, and nobody names, is none.
  void name_parts(const ObjectId& partition);
  // The same of all partitions whose parts may have a name that is cut at 63 bytes as `name` is.
  // False: that is too short, or they are too many.
  bool name_parts_cut_like(Identifier schema, Identifier name);
  // The parts of an index, at any depth, which are objects from here on.
  std::vector<ObjectId> parts_below(const ObjectId& index);
  // A table that is no partition any more: what it had of its parent's indexes is its own.
  void keep_parts(const ObjectId& table);
  // How many subcommands of the ALTER TABLE at this place have been done.
  size_t& done_commands(SourceSpan statement) {
    return done_commands_[{statement.file, statement.offset}];
  }

  // ---- changes of what is there
  void remove(const ObjectId& id);
  // False: the new name is taken.
  bool rename(const ObjectId& from, const ObjectId& to);

  // Whether a partition has the trigger from its parent.
  bool clones_trigger(const ObjectId& id) const;
  // ENABLE and DISABLE, of a trigger or of what a partition has of one; without ONLY what its
  // partitions have now follows.
  void switch_trigger(const ObjectId& id, TriggerState state, bool only, SourceSpan where);

  // ---- for the end
  void expect(const ObjectId& id, SourceSpan where, std::string message, std::string hint);
  void at_the_end(std::function<void(CatalogAssembly&)> action) {
    actions_.push_back(std::move(action));
  }
  // Runs the actions and checks, and merges what children and partitions repeat of their parents.
  void finish(bool names_all_parts);

  // ---- rows
  // Rows that are declared like others join them.
  void declare_rows(DeclaredRows rows);
  std::vector<DeclaredRows> rows;
  Diagnostics row_problems;  // of no matter to those who don't compare rows
  UsedDirectives used_directives;
  bool guarded = false;  // inside of a DO block that adds only what is missing

  std::map<std::string, Unmanaged, std::less<>> unmanaged;
  // What statements with syntax errors would have made, and how often others asked for it.
  std::vector<QualifiedName> unreadable;
  size_t uses_of_unreadable = 0;

 private:
  // That of the nearest table which has it, with what is said of it below there.
  std::optional<Column> column_as_altered(const ObjectId& table, Identifier name) const;
  // As its parents have it; nothing: none has.
  std::optional<Column> inherited_column(const ObjectId& table, Identifier name) const;
  std::vector<ObjectId> with_descendants(const ObjectId& table) const;
  void forget_rows(const ObjectId& gone);
  struct Expectation {
    ObjectId id;
    SourceSpan where;
    std::string message;
    std::string hint;
  };
  using NameMap = std::unordered_map<SchemaName, ObjectId, SchemaNameHash>;

  void complete_foreign_keys();
  void merge_children();
  void merge_child(const ObjectId& child);
  // Whether the rows of a table are known to satisfy a check that it has or inherits.
  struct CheckState {
    bool valid = false;
    SourceSpan place;  // of the constraint
  };
  std::optional<CheckState> check_state(const ObjectId& table, Identifier name,
                                        int depth = 0) const;
  void find_valid_checks(const ObjectId& child);
  void forget_clones();
  struct IndexMember;
  std::vector<IndexMember> index_members(const ObjectId& table) const;
  void settle_parts(const ObjectId& partition, bool name_all);
  ObjectId make_part(const ObjectId& table, const ObjectId& whole, SourceSpan made);
  void take_in_partition_indexes(bool names_all);
  void validate_partition_indexes();

  NameMap relations_;
  NameMap types_;
  std::unordered_map<SchemaName, int, SchemaNameHash> constraint_names_;
  std::unordered_map<ObjectId, TableShape> shapes_;
  std::set<Identifier> unchecked_;          // names of checks that are NOT VALID somewhere
  std::unordered_set<ObjectId> validated_;  // what tables have of checks from above
  std::unordered_map<ObjectId, SourceSpan> attached_at_;
  std::unordered_set<ObjectId> only_here_;
  std::unordered_set<ObjectId> implied_;  // parts that no statement declares
  std::unordered_map<ObjectId, std::vector<std::string>> index_columns_;
  std::unordered_map<SchemaName, bool, SchemaNameHash> foreign_tables_;
  std::map<std::pair<int32_t, uint32_t>, size_t> done_commands_;
  std::vector<Expectation> expectations_;
  std::vector<std::function<void(CatalogAssembly&)>> actions_;
  std::unordered_map<std::string, size_t> rows_declared_alike_;
  std::unordered_set<ObjectId> parents_;  // tables that have or had children
};

}  // namespace schemadiff
