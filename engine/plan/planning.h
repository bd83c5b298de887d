// From two catalogs to a plan: names matched, scope applied, differences found, the server asked
// about what the canonical form can't settle, steps ordered.
#pragma once

#include <functional>

#include "engine/base/result.h"
#include "engine/data/declared_rows.h"
#include "engine/diff/access.h"
#include "engine/diff/scope.h"
#include "engine/execute/row_copier.h"
#include "engine/execute/statement_runner.h"
#include "engine/introspect/introspector.h"
#include "engine/introspect/probe_permission.h"
#include "engine/model/expression_engine.h"
#include "engine/model/renames.h"
#include "engine/plan/plan.h"
#include "engine/plan/undecided.h"

namespace schemadiff {

struct PlanningOptions {
  ScopeOptions scope;
  AccessOptions access;
  std::vector<RenameHint> renames;
  // Canonicalises a live catalog as it was read, calling things as desired does. Needed with
  // renames.
  std::function<void(Catalog&, const SystemCatalog&, const Renames&)> canonicalise_renamed;
  // Of expressions that are not equal; where there is no server to ask.
  CertaintyOf certainty_of;
  // Of some objects of the first catalog, those whose texts would be read as something else if the
  // second's were there too. Empty: none is.
  std::function<std::vector<ObjectId>(Catalog, const Catalog&, const SystemCatalog&,
                                      const std::vector<ObjectId>&)>
      misread_beside;
  // Of a text of desired. Empty: nothing is known of any.
  std::function<std::vector<NewerSyntax>(const std::string&, ExpressionRole)> newer_syntax;
  bool live_from_text = false;
  bool structure = true;  // false: only what is said about the objects that are there
  ProbeMode probe = ProbeMode::automatic;
  const std::vector<DeclaredRows>* rows = nullptr;  // nullptr: rows are not compared
  RowCopier* copier = nullptr;                      // of the same session; nullptr without one
};

// Wall time of the stages, in seconds.
struct PlanningTimes {
  double diff = 0;
  double probe = 0;
  double rows = 0;
  double plan = 0;
};

struct Planning {
  Plan plan;
  Catalog live;    // what the plan starts from …
  Catalog target;  // … and what it leads to, for reports
  size_t probe_questions = 0;
  // What is wrong with hints, declared rows and roles: with errors there is no plan.
  Diagnostics problems;
  PlanningTimes times;
};

// `live` and `desired` have been canonicalised. With `reader` and `server` (one session, in the
// snapshot of introspect(), which is finished here) the server is asked where needed; without, what
// is not equal in canonical form differs, or is not decidable. Fails as the server fails, or if the
// schema moved since introspect().
Result<Planning> plan_changes(LiveState live, Catalog desired, const PlanningOptions& options,
                              CatalogReader* reader, StatementRunner* server);

}  // namespace schemadiff
