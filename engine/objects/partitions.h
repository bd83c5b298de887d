// What the rules of several kinds know alike about parents, partitions and the partitions' parts of
// an index.
#pragma once

#include "engine/model/ancestors.h"
#include "engine/objects/index/backing.h"
#include "engine/plan/step_builder.h"

namespace schemadiff {

// Those of the parents that a table inherits from all the time; the others it leaves, if only for a
// while, to have them in another order.
std::vector<ObjectId> steady_parents(const Table& live, const Table& desired);
// The same for partitions too.
bool stays_under(const ObjectId& table, const ObjectId& parent, const StepBuilder& steps);
// What reaches the table from these, when they change, it need not get by itself.
std::vector<ObjectId> steady_ancestors(const ObjectId& table, const StepBuilder& steps);
// It is a child now, and stays as a table, but not always as a child.
bool leaves(const ObjectId& table, const ObjectId& parent, const StepBuilder& steps);

bool is_partitioned(const Catalog& catalog, const ObjectId& table);

// The live tables below one, at any depth, each once.
std::vector<ObjectId> tables_below(const ObjectId& table, const StepBuilder& steps);
// Live foreign keys to tables that a partition is a part of: they reference it as well.
std::vector<ObjectId> keys_to_partition(const Table& table, const StepBuilder& steps);
// A foreign table among the partitions and children of a live table, at any depth; nullptr: none.
const Table* foreign_table_below(const ObjectId& table, const StepBuilder& steps);

// The step changes the type of a column, which is that of all tables below as well.
void displace(const ObjectId& column, Step& step, const StepBuilder& steps);

// Its ALTER TABLE is one of ONLY the table.
void leave_out_children(Step& step);

// Stands for a table's row in pg_inherits, among what steps produce and consume.
ObjectId membership_of(const ObjectId& table);
// The same for its REPLICA IDENTITY USING INDEX.
ObjectId replica_identity_of(const ObjectId& table);

// The table that an index, or a constraint's, is on; Kind::none: there is no such.
ObjectId table_of_index(const Catalog& catalog, const ObjectId& index);

// Those of an index, or of the constraint that has it; none: neither is there.
std::vector<Identifier> columns_of_index(const Catalog& catalog, const ObjectId& index,
                                         const ObjectId& constraint);

// An index of `table` (or a constraint's) is part of one of the parent's, which is there before
// `table` becomes a partition.
bool is_taken_in(const ObjectId& parent_index, const StepBuilder& steps);
// ALTER INDEX … ATTACH PARTITION, where nothing else does that: the table is a partition already,
// and the parent has the index already.
void attach_part(const ObjectBase& part, const ObjectId& table, const ObjectId& parent_index,
                 Verb verb, StepBuilder& steps);
// The parts come first: the parent's index then takes them in instead of making new ones.
void consume_parts(const ObjectId& table, const ObjectId& index, Step& step,
                   const StepBuilder& steps);
// ON ONLY: what becomes a partition later would get a part of it, or bring one.
void consume_children(const ObjectId& table, Step& step, const StepBuilder& steps);
// An invalid index of a partitioned table becomes valid when its last part is attached.
bool is_completed_by_parts(const ObjectId& table, const ObjectId& index, const StepBuilder& steps);
// An index of a partition that is no part of its parent's must not be taken in.
void keep_apart(const ObjectId& table, const IndexShape& shape, Step& step,
                const StepBuilder& steps);
// The part goes with its parent's index; PostgreSQL allows no other way.
bool goes_with_parent(const ObjectId& table, const std::optional<ObjectId>& attached_to,
                      const StepBuilder& steps);
// What DROP of the parent's index takes along.
void destroy_parts(const ObjectId& table, const ObjectId& index, Step& step,
                   const StepBuilder& steps);

}  // namespace schemadiff
