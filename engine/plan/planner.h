// [Change] -> ordered Plan: rebuilds dependents, writes steps, orders them by their declared
// effects, merges clauses into CREATE TABLE, and cuts transactions only where PostgreSQL demands
// it.
#pragma once

#include <functional>
#include <map>

#include "engine/base/result.h"
#include "engine/diff/change.h"
#include "engine/model/dependency.h"
#include "engine/model/renames.h"
#include "engine/model/system_catalog.h"
#include "engine/plan/plan.h"

namespace schemadiff {

struct PlanInput {
  const Catalog* live = nullptr;
  const Catalog* target = nullptr;                 // Scoped::target
  const std::set<ObjectId>* left_alone = nullptr;  // Scoped::left_alone; nullptr: none
  std::vector<ImpliedPart> implied_parts;          // Scoped::implied_parts
  std::vector<Change> changes;
  const Renames* renames = nullptr;  // by which `live` has its names; nullptr: none
  const SystemCatalog* system = nullptr;
  int server_version = 0;
  // Locks that the server's lock table holds: max_locks_per_transaction × (max_connections +
  // max_prepared_transactions). 0: unknown, never cut for it.
  int64_t lock_table_size = 0;
  // Of some objects of the target, those whose texts would be read as something else if what the
  // catalog holds were there too. Empty: none is.
  std::function<std::vector<ObjectId>(const Catalog&, const std::vector<ObjectId>&)> misread_beside;
  // Of declared rows: ordered with all others.
  std::vector<Step> row_steps;
  // RowsPlan::filled.
  std::map<ObjectId, std::vector<ObjectId>> filled;
  // Whether a table holds rows; only asked where a partition's bounds change. Empty: it may.
  std::function<Result<bool>(const ObjectId&)> has_rows;
  // Read from the server only when something is dropped or altered; empty functions: no server.
  std::function<Result<std::vector<Dependency>>()> dependencies;
  std::function<Result<std::vector<Attachment>>(const std::vector<ObjectId>&)> attachments;
};

// Fails only as the two functions fail. What can't be planned is in Plan::refusals.
Result<Plan> make_plan(PlanInput input);

}  // namespace schemadiff
