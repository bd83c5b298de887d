// Tables that PostgreSQL can't alter into what is wanted. A plain table becomes a partitioned one
// (or the reverse, or has another partition key) when a new table takes its name and its rows;
// rows change their partition when its bounds do. All of it in one transaction, under ACCESS
// EXCLUSIVE.
#pragma once

#include <functional>
#include <set>

#include "engine/base/result.h"
#include "engine/plan/step_builder.h"

namespace schemadiff {

// Those, and the types of type_moves.h. `has_rows` is asked only of partitions whose bounds change,
// or those of their siblings; an empty function: all may have some. Fails as that fails.
Result<Moves> find_moves(const StepBuilder& steps,
                         const std::function<Result<bool>(const ObjectId&)>& has_rows);

// A foreign table is to be a plain one: its rows are the server's, and not ours to move.
bool becomes_plain(const ObjectId& table, const Catalog& live, const Catalog& desired);

// Stand for a state of a table, among what steps produce and consume: its rows are where they
// belong; the old table is gone; a partition or child has left its place; all that are to leave
// theirs have.
ObjectId moved_rows(const ObjectId& table);
ObjectId cleared(const ObjectId& table);
ObjectId departed(const ObjectId& partition);
ObjectId vacated(const ObjectId& parent);
// `step` takes a table from a parent: it needs nothing of what the table is to be then.
bool is_departure(const Step& step);
// Its own policies no longer hide its rows from whoever owns it, until they are where they belong.
ObjectId opened(const ObjectId& table);

// Of a table that is made anew: the one whose move brings its rows (itself, or a table that it was
// and is a partition of).
ObjectId root_of_move(const ObjectId& table, const StepBuilder& steps);
// The tables that must be there, as they will be, before rows are moved to `table`.
std::vector<ObjectId> partitions_below(const ObjectId& table, const StepBuilder& steps);

// `step` puts a partition in its place: whoever is in that has left by then.
void wait_for_place(const Table& desired, Step& step, const StepBuilder& steps);
// `step` takes a partition from its place.
void leave_place(const Table& live, Step& step);

// A partition leaves its place for a while: `step` comes when all changes of its parents have
// reached it.
void settle(const ObjectId& table, Step& step, const StepBuilder& steps);

// The tables that rows are moved in or out of, with those whose triggers would hear of it.
std::set<ObjectId> disturbed_by_moves(const StepBuilder& steps);

// The steps for tables of StepBuilder::moves; see there.
void put_aside(const Table& live, StepBuilder& steps);
void move_rows(const Table& desired, StepBuilder& steps);
void dissolve(const Table& live, StepBuilder& steps);
void sift(const Table& desired, StepBuilder& steps);

}  // namespace schemadiff
