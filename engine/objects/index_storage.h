// What indexes of their own and those behind constraints are altered by alike.
#pragma once

#include <string>

#include "engine/objects/constraint/constraint.h"
#include "engine/plan/step_builder.h"

namespace schemadiff {

// ALTER INDEX … SET (…), RESET (…), SET TABLESPACE: steps about `object`, whose index is `index`.
void alter_index_storage(const ObjectBase& object, const ObjectId& index,
                         const StorageOptions& live_options, const StorageOptions& desired_options,
                         Identifier live_tablespace, Identifier desired_tablespace,
                         StepBuilder& steps);

// "ALTER TABLE public.t CLUSTER ON t_pkey"
std::string cluster_sql(const ObjectId& relation, Identifier index, const StepBuilder& steps);
// The index of `object` is no longer the one its table is clustered on: another one is, or none.
void uncluster(const ObjectBase& object, const ObjectId& relation, StepBuilder& steps);

// The new constraint that can take over a live index that is not wanted by itself any more, by ADD
// CONSTRAINT … USING INDEX; nullptr: none.
const Constraint* constraint_using(const Index& live, const StepBuilder& steps);
// The live index that the new constraint takes over; nullptr: none.
const Index* index_used_by(const Constraint& desired, const StepBuilder& steps);

}  // namespace schemadiff
