// PRIMARY KEY, UNIQUE, CHECK, FOREIGN KEY, EXCLUDE of tables; pg_constraint with conrelid.
// Checks that a partition or child merely inherits are not objects; a partition's part of its
// parent's key is one only as far as a file names it, or something is said of it alone: see
// engine/objects/index/part.h.
#pragma once

#include "engine/model/field.h"
#include "engine/objects/index/index.h"

namespace schemadiff {

enum class ConstraintType : char {
  primary_key = 'p',
  unique = 'u',
  check = 'c',
  foreign_key = 'f',
  exclusion = 'x',
};
enum class ForeignKeyMatch : char { simple = 's', full = 'f' };
enum class ForeignKeyAction : char {
  no_action = 'a',
  restrict = 'r',
  cascade = 'c',
  set_null = 'n',
  set_default = 'd',
};

struct ForeignKey {
  ObjectId referenced_table;  // kind table
  std::vector<Identifier>
      referenced_columns;  // filled in from its primary key if the file has none
  ForeignKeyMatch match = ForeignKeyMatch::simple;
  ForeignKeyAction on_update = ForeignKeyAction::no_action;
  ForeignKeyAction on_delete = ForeignKeyAction::no_action;
  std::vector<Identifier> set_columns;  // ON DELETE SET NULL (a, b): 15 and later
  bool period = false;                  // PERIOD on the last column: 18 and later
  friend bool operator==(const ForeignKey&, const ForeignKey&) = default;
};
std::string display(const ForeignKey& key);
std::string display(ConstraintType type);

struct ExclusionElement {
  IndexElement element;
  QualifiedName op;  // schema empty: pg_catalog
  friend bool operator==(const ExclusionElement&, const ExclusionElement&) = default;
};
std::string display(const ExclusionElement& element);

struct Constraint : ObjectBase {
  ConstraintType type = ConstraintType::check;
  std::vector<Identifier> columns;  // primary key, unique, foreign key
  bool deferrable = false;
  bool initially_deferred = false;
  bool validated = true;
  bool enforced = true;                      // 18 and later
  bool no_inherit = false;                   // check
  SqlExpression check;                       // check
  std::optional<ForeignKey> foreign_key;     // foreign key
  std::vector<Identifier> include;           // primary key, unique, exclusion
  bool nulls_not_distinct = false;           // unique: 15 and later
  bool without_overlaps = false;             // primary key, unique: 18 and later
  Identifier method;                         // exclusion: index method
  std::vector<ExclusionElement> exclusions;  // exclusion
  SqlExpression predicate;                   // exclusion
  StorageOptions options;                    // of the index
  Identifier tablespace;                     // of the index; empty: the database's
  bool clustered = false;                    // CLUSTER ON its index
  bool index_valid = true;                   // false: of a partitioned table by ALTER TABLE ONLY
  bool name_is_predicted = false;  // the file gave no name: match by definition first; not a field
  // What of the partitioned parent this is a part of: its constraint, or (a constraint with an
  // index) its index.
  std::optional<ObjectId> attached_to;
  static constexpr auto kFields =
      std::tuple{Field{"type", &Constraint::type},
                 Field{"columns", &Constraint::columns},
                 Field{"deferrable", &Constraint::deferrable},
                 Field{"initially deferred", &Constraint::initially_deferred},
                 Field{"validated", &Constraint::validated},
                 Field{"enforced", &Constraint::enforced},
                 Field{"no inherit", &Constraint::no_inherit},
                 Field{"check", &Constraint::check},
                 Field{"foreign key", &Constraint::foreign_key},
                 Field{"include", &Constraint::include},
                 Field{"nulls not distinct", &Constraint::nulls_not_distinct},
                 Field{"without overlaps", &Constraint::without_overlaps},
                 Field{"method", &Constraint::method},
                 Field{"exclusions", &Constraint::exclusions},
                 Field{"predicate", &Constraint::predicate},
                 Field{"options", &Constraint::options},
                 Field{"tablespace", &Constraint::tablespace},
                 Field{"clustered", &Constraint::clustered},
                 Field{"index valid", &Constraint::index_valid},
                 Field{"attached to", &Constraint::attached_to, Compare::when_stated}};
};

// PRIMARY KEY, UNIQUE, EXCLUDE: an index of its name stands behind it.
inline bool has_index(const Constraint& constraint) {
  return constraint.type != ConstraintType::check && constraint.type != ConstraintType::foreign_key;
}

}  // namespace schemadiff
