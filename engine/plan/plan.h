// The product of planning: ordered steps, cut into transactions.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/diff/change.h"
#include "engine/plan/step.h"

namespace schemadiff {

// Steps that commit together.
struct StepGroup {
  bool transactional = true;  // false: one step that refuses a transaction block
  std::vector<Step> steps;
};

// A value of a declared row, as text.
struct ValueChange {
  Identifier column;
  std::optional<std::string> live;     // nullopt: NULL
  std::optional<std::string> desired;  // nullopt: NULL
};

struct RowChange {
  Verb verb = Verb::create;
  std::string key;  // "name=binance"
  SourceSpan source;
  std::vector<ValueChange> values;  // alter
};

// What becomes of the rows that are declared for one table.
struct TableRows {
  ObjectId id;  // kind rows
  SourceSpan source;
  std::vector<RowChange> changes;
  std::vector<std::string> sequences;  // "public.exchanges_id_seq: 4 -> 100"
};

struct Plan {
  std::vector<Change> changes;    // in the order of their ids; what the report shows
  std::vector<StepGroup> groups;  // in the order of execution
  std::vector<TableRows> rows;    // declared rows that are not there, or not as declared
  std::vector<Refusal> refusals;  // never applied, whatever is allowed
  // Could not be decided here (no TEMP privilege, text this build can't parse): neither changed nor
  // in sync.
  std::vector<Refusal> undecided;
  // What the catalog has and the scope or this build leaves alone: "rule", "live partition", … ->
  // names.
  std::map<std::string, std::vector<std::string>> unmanaged;
  Diagnostics notes;  // warnings and notes worth showing

  bool empty() const { return groups.empty() && refusals.empty() && undecided.empty(); }
  size_t step_count() const {
    size_t count = 0;
    for (const StepGroup& group : groups) count += group.steps.size();
    return count;
  }
};

}  // namespace schemadiff
