// A column of a table; pg_attribute. Its DEFAULT is an object of its own (column_default).
// A column that a child table or partition inherits is an object only where it differs from its
// parent's: see `inherited`.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct Identity {
  bool always = true;  // GENERATED ALWAYS, else BY DEFAULT
  SequenceOptions options;
  QualifiedName sequence;  // empty in a file that does not say SEQUENCE NAME
  // A live one's pg_sequence.seqtypid: LIKE … INCLUDING IDENTITY makes it bigint, whatever the
  // column is. Not compared.
  std::string sequence_type;
  // The sequence's name counts only where both sides know it.
  friend bool operator==(const Identity& a, const Identity& b) {
    return a.always == b.always && a.options == b.options &&
           (a.sequence.empty() || b.sequence.empty() || a.sequence == b.sequence);
  }
};
std::string display(const Identity& identity);

struct GeneratedColumn {
  SqlExpression expression;
  bool stored = true;  // false: VIRTUAL (18 and later)
  friend bool operator==(const GeneratedColumn&, const GeneratedColumn&) = default;
};
std::string display(const GeneratedColumn& generated);

struct Column : ObjectBase {
  TypeRef type;
  bool not_null = false;
  NotNullConstraint not_null_constraint;
  std::optional<Identity> identity;
  std::optional<GeneratedColumn> generated;
  QualifiedName collation;  // empty: that of the type
  std::string storage;      // PLAIN EXTERNAL EXTENDED MAIN; empty: that of the type
  std::string compression;  // pglz lz4; empty: the server's default
  int statistics_target = -1;
  StorageOptions options;          // n_distinct, n_distinct_inherited
  StorageOptions foreign_options;  // of a foreign table's
  int position = 0;                // 1, 2, …: not a field; column order is no difference
  // A parent has it too: only NOT NULL, storage, compression, statistics target and options are
  // the child's own (the last two are not inherited), and the generation expression; the rest
  // follows the parent. Not a field.
  bool inherited = false;
  static constexpr auto kFields =
      std::tuple{Field{"type", &Column::type},
                 Field{"not null", &Column::not_null},
                 Field{"not null constraint", &Column::not_null_constraint},
                 Field{"identity", &Column::identity},
                 Field{"generated", &Column::generated},
                 Field{"collation", &Column::collation},
                 Field{"storage", &Column::storage},
                 Field{"compression", &Column::compression},
                 Field{"statistics target", &Column::statistics_target},
                 Field{"options", &Column::options},
                 Field{"foreign options", &Column::foreign_options}};
};

// The constraint's name: the one that is given, else the one that PostgreSQL chooses.
Identifier not_null_name(const Column& column);

}  // namespace schemadiff
