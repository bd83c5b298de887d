// CREATE INDEX; pg_index, pg_class with relkind i and I. Indexes of constraints are the
// constraints'. An index of a partition that is attached to its parent's is an object only as far
// as a file names it (pg_dump does), or something is said of it alone: see part.h.
#pragma once

#include <algorithm>

#include "engine/model/field.h"

namespace schemadiff {

struct IndexElement {
  Identifier column;             // empty: an expression
  SqlExpression expression;      // empty: a column
  QualifiedName collation;       // empty: that of the column or expression
  QualifiedName operator_class;  // empty: the default of type and method
  StorageOptions operator_class_options;
  bool descending = false;
  bool nulls_first = false;  // defaults filled in: true when descending
  friend bool operator==(const IndexElement&, const IndexElement&) = default;
};
std::string display(const IndexElement& element);
// Of an element of an index or of a partition key: it is the column, or an expression with it.
template <class Element>
bool is_over(const Element& element, const ObjectId& column) {
  const std::vector<ObjectId>& used = element.expression.references;
  return element.column == column.sub || std::find(used.begin(), used.end(), column) != used.end();
}

struct Index : ObjectBase {
  ObjectId table;  // kind table or materialized_view
  bool unique = false;
  bool nulls_not_distinct = false;  // 15 and later
  Identifier method = "btree";
  std::vector<IndexElement> elements;
  std::vector<Identifier> include;
  SqlExpression predicate;  // empty: none
  StorageOptions options;
  Identifier tablespace;      // empty: the database's
  StorageOptions statistics;  // column number -> target
  bool clustered = false;
  bool valid = true;  // false: left by a failed CREATE INDEX CONCURRENTLY, or ON ONLY
  // The index of the partitioned parent (kind index, or constraint) that this one is attached to.
  std::optional<ObjectId> attached_to;
  bool name_is_predicted = false;  // the file gave no name; not a field
  // What PostgreSQL calls the expressions among the elements, where it is known; not a field.
  std::vector<Identifier> expression_names;
  static constexpr auto kFields =
      std::tuple{Field{"table", &Index::table},
                 Field{"unique", &Index::unique},
                 Field{"nulls not distinct", &Index::nulls_not_distinct},
                 Field{"method", &Index::method},
                 Field{"elements", &Index::elements},
                 Field{"include", &Index::include},
                 Field{"predicate", &Index::predicate},
                 Field{"options", &Index::options},
                 Field{"tablespace", &Index::tablespace},
                 Field{"statistics", &Index::statistics},
                 Field{"clustered", &Index::clustered},
                 Field{"valid", &Index::valid},
                 Field{"attached to", &Index::attached_to, Compare::when_stated}};
};

}  // namespace schemadiff
