// Declared rows against what is in the database: which are missing, which differ, and the steps
// that make them equal. The values go by COPY into temporary tables that have the types of the
// columns, in a transaction that is rolled back; the server matches them by the key's own equality
// and compares texts. From the moment that they are there the transaction is read only: no
// expression of a file can change anything while it is evaluated.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/base/result.h"
#include "engine/data/declared_rows.h"
#include "engine/diff/change.h"
#include "engine/diff/scope.h"
#include "engine/execute/row_copier.h"
#include "engine/execute/statement_runner.h"
#include "engine/introspect/catalog_reader.h"
#include "engine/model/catalog.h"
#include "engine/model/renames.h"
#include "engine/model/system_catalog.h"
#include "engine/plan/plan.h"

namespace schemadiff {

struct RowsInput {
  const std::vector<DeclaredRows>* rows = nullptr;
  const Catalog* live = nullptr;
  const Catalog* target = nullptr;
  const std::vector<Change>* changes = nullptr;
  const SystemCatalog* system = nullptr;
  const Scope* scope = nullptr;
  const Renames* renames = nullptr;  // the server does not know the new names yet
  int server_version = 0;
  // Why the server can't be asked (no TEMP privilege, a standby, event triggers); empty: it can.
  std::string impossible;

  // The table is there, and its rows stay its rows; those of a foreign table that becomes a plain
  // one are the server's.
  bool keeps_rows(const ObjectId& table) const;
};

struct RowsPlan {
  std::vector<Step> steps;  // to be ordered with all others
  std::vector<TableRows> tables;
  // Columns whose values change in rows that are there; with what stands for those rows.
  std::map<ObjectId, std::vector<ObjectId>> filled;
  std::vector<Refusal> undecided;
  Diagnostics problems;  // in the rows: with an error there is no plan
};

// The session is idle before and after. Without a server all rows of new tables are new, and
// nothing is said of others.
struct RowServer {
  CatalogReader& reader;
  StatementRunner& runner;
  RowCopier& copier;
};
Result<RowsPlan> plan_rows(const RowsInput& input, RowServer* server);

// Values of columns with such a name are not shown to people: "password_hash", "api_secret".
bool holds_secrets(Identifier column);

}  // namespace schemadiff
