// What tables have through their parents, said where a plan must see it.
#pragma once

#include "engine/diff/match.h"

namespace schemadiff {

// A table that is to get or lose a parent: what it inherits, as of its own, on both sides, so that
// only real differences are left. A column or default on which a child differs from its parent: on
// both sides, and in live as the parent's own change will leave it; so with the state of triggers
// that partitions have from their parents. Before names are matched. Returns the defaults and
// checks in live that a table has from parents all of which it leaves.
std::vector<ObjectId> spell_out_inheritance(Catalog& live, Catalog& desired, int server_version);

// Servers before 18 (of domains: 17) keep nothing of a NOT NULL but that it is there.
void forget_not_null_constraints(Catalog& catalog, int server_version);

// Partitions' parts of their parents' indexes and keys: taken from what live has already, forgotten
// where PostgreSQL makes just that, and said where live's are not as PostgreSQL makes them. After
// names are matched.
void match_parts(const Catalog& live, Catalog& desired);

}  // namespace schemadiff
