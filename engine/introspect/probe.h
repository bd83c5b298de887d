// What the canonical form can't settle is asked of the server, in a transaction that is always
// rolled back: the desired and the live text are both created as temporary objects and read back,
// until they are equal or repeat themselves. Locks on user tables: ACCESS SHARE; ROW EXCLUSIVE on
// what an SQL-standard function body writes to.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/diff/change.h"
#include "engine/execute/statement_runner.h"
#include "engine/model/catalog.h"
#include "engine/model/renames.h"
#include "engine/plan/step.h"

namespace schemadiff {

struct ProbeInput {
  Catalog* live = nullptr;    // expressions found equal get the same canonical form here …
  Catalog* target = nullptr;  // … and here
  std::vector<Change>* changes = nullptr;  // those that vanish are removed, others lose fields
  const Renames* renames = nullptr;        // the server does not know the new names yet
  int server_version = 0;
  // Why the server can't be asked (no TEMP privilege, a standby, event triggers); empty: it can.
  std::string impossible;
};

struct ProbeReport {
  size_t questions = 0;
  size_t equal = 0;
  // Neither known to be equal nor to differ; their changes are removed.
  std::vector<Refusal> undecided;
};

// Fails if the connection is lost or the transaction can't be begun. The session is idle before
// and after.
Result<ProbeReport> probe(StatementRunner& server, const ProbeInput& input);

}  // namespace schemadiff
