// What a partition has of an index or key of its parent. PostgreSQL makes it by itself, and it is
// an object only where somebody names it, or something is said of it alone.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "engine/model/catalog.h"

namespace schemadiff {

inline ObjectId table_of(const Index& index) { return index.table; }
inline ObjectId table_of(const Constraint& constraint) {
  return constraint.id.container(Kind::table);
}

// The part of a key; that of a foreign key has no index.
bool is_part_of_key(const Constraint& constraint);

// As PostgreSQL makes it of what it is attached to, but for the name.
void make_plain(Index& part, const Catalog& catalog);
void make_plain(Constraint& part, const Catalog& catalog);

// Nothing is said of the part alone: it is as PostgreSQL makes it.
bool is_plain(const Index& part, const Catalog& catalog);
bool is_plain(const Constraint& part, const Catalog& catalog);

// What PostgreSQL makes the name of an index or key of, where nobody gives one.
struct UsualName {
  std::string table;
  std::string columns;  // "a_b"; empty for a primary key
  std::string label;    // "idx", "pkey" …
  // The name with `number` behind its label, the first being 0, which is not written.
  Identifier with(int number) const;
};
// None: it has expressions, and what PostgreSQL calls them isn't known.
std::optional<UsualName> usual_name(const Index& index);
// Of a key or an exclusion constraint, over columns alone.
std::optional<UsualName> usual_name(const Constraint& key);

// Of the part that PostgreSQL makes of `whole` in a partition.
std::optional<UsualName> usual_part_name(const ObjectId& partition, Index whole);
std::optional<UsualName> usual_part_name(const ObjectId& partition, Constraint whole);

// It has the name that PostgreSQL gives to the part that it makes by itself.
bool has_usual_name(const Constraint& part);
bool has_usual_name(const Index& part);
// A comment, or the replica identity of its table, speaks of it.
bool is_spoken_of(const Index& part, const Catalog& catalog);
bool is_spoken_of(const Constraint& part, const Catalog& catalog);

// Takes the parts out of the catalog that are plain, that nothing speaks of, that have no parts of
// their own that stay, and that `may_go`.
void forget_plain_parts(Catalog& catalog, const std::function<bool(const ObjectId& part)>& may_go);

}  // namespace schemadiff
