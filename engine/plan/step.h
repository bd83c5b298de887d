// One SQL statement with its declared effects. Later stages read these, never the SQL text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/model/values.h"

namespace schemadiff {

enum class Verb : uint8_t { create, alter, drop, rename };
std::string_view verb_word(Verb verb);

// The strongest table lock a step takes (manual 13.3.1), on a table that exists already.
enum class Lock : uint8_t {
  none,
  access_share,
  row_share,
  row_exclusive,
  share_update_exclusive,
  share,
  share_row_exclusive,
  exclusive,
  access_exclusive,
};
std::string_view lock_word(Lock lock);

enum class Transaction : uint8_t {
  any,                // runs in a transaction with others
  forbidden,          // refuses to run in a transaction block (CREATE INDEX CONCURRENTLY)
  commit_before_use,  // its effect can't be used before it is committed (ALTER TYPE … ADD VALUE)
};

enum class HazardCode : uint8_t {
  data_loss,      // rows, values or their history may be gone: needs an allowance
  widens_access,  // somebody may see or do more than before: needs an allowance
  table_rewrite,
  full_scan,  // reads the whole table under a lock that blocks writers
  blocking_index_build,
  breaks_clients,  // running queries may fail
  not_transactional,
  needs_privileges,
  overwrites_rows,  // a value that somebody may have put there on purpose
  stale_results,    // what a function's old body computed is kept
};
std::string_view hazard_word(HazardCode code);  // "data-loss"
bool needs_allowance(HazardCode code);

struct Hazard {
  HazardCode code = HazardCode::data_loss;
  std::string sentence;
  ObjectId object;  // what --allow patterns are matched against
};

// A clause that may move into the CREATE TABLE of `table` if no dependency forbids it.
struct TableClause {
  ObjectId table;     // the table that is created in the same plan
  Identifier column;  // the column whose definition takes the clause; empty: an element of its own
  std::string sql;    // "DEFAULT now()", "CONSTRAINT t_pkey PRIMARY KEY (id)"
};

// What an ALTER TABLE does, where it may share the statement with others that write the same table
// anew: all it needs is the table and its effects.
struct TableAction {
  ObjectId table;
  std::string sql;  // "ALTER COLUMN a TYPE bigint"
};

// A CREATE TABLE in parts, so that clauses of other steps can move into it.
struct TableStatement {
  struct Element {
    Identifier column;        // empty: a table constraint
    std::string sql;          // "id integer COLLATE x", "CONSTRAINT …"
    std::string default_sql;  // "DEFAULT now()"; empty: none
    std::string suffix;       // "NOT NULL"; empty: none
  };
  std::string head;  // "CREATE TABLE public.t"
  std::vector<Element> elements;
  std::string tail;        // "PARTITION BY RANGE (id)", "" …
  bool needs_list = true;  // "()" must stand there even when there are no elements
  // The whole statement, one element a line.
  std::string sql() const;
};

// A change that this build will not make, and why; the plan holds no step for it.
struct Refusal {
  ObjectId object;
  SourceSpan source;
  std::string reason;  // "public.a depends on it, and …"
  std::string hint;
};

struct Step {
  std::string sql;  // one statement, no semicolon, every name of ours qualified
  // What people read instead, where sql holds many rows, or values that are nobody's business.
  std::string shown;
  // sql holds a password or the like: every output has `shown` instead.
  bool secret = false;
  // Set where sql holds text of a user's file with names to be resolved along this path.
  std::optional<SearchPath> path;
  // COMMIT runs code of users for it (deferred constraint triggers): along a session's own path.
  bool defers_user_code = false;
  Verb verb = Verb::create;
  ObjectId object;                        // what it is about, for people and for the order
  SourceSpan source;                      // where the desired file says so
  std::vector<ObjectId> produces;         // exist, in their desired form, after it
  std::vector<ObjectId> consumes;         // must exist in their desired form before it
  std::vector<ObjectId> weakly_consumes;  // should, if the order can be had (function bodies)
  std::vector<ObjectId> destroys;         // are gone after it; of an alteration: are put aside
  std::vector<ObjectId> releases;         // live objects it no longer depends on after it
  std::vector<ObjectId> supersedes;       // live objects that, if they go, go before it
  // Live objects that have other names after it: what takes their names waits for this step, not
  // for the one that destroys them; what calls them by these names comes before it.
  std::vector<ObjectId> puts_aside;
  // Objects it changes in a way that PostgreSQL refuses while something is defined over them
  // (a column's type under views, policies, …): those dependents must make way and come back.
  std::vector<ObjectId> displaces;
  // Numbers in the plan's order (from 0) of the steps that must be done before it: set by the
  // planner when the order stands; --skip-refused holds back what comes after a refused step.
  std::vector<uint32_t> after;
  Lock lock = Lock::none;
  bool rewrites = false;  // the table's files
  bool scans = false;     // the whole table, under `lock`
  std::vector<Hazard> hazards;
  Transaction transaction = Transaction::any;
  std::optional<TableClause> clause;
  std::optional<TableAction> action;
  // Set on CREATE TABLE: sql == table->sql(). Whoever moves a clause in renews sql.
  std::optional<TableStatement> table;
  std::string reason;  // why it exists: "type: integer -> bigint"

  // What goes to a terminal or page, and what goes into files and other programs. No output takes
  // sql itself.
  const std::string& sql_for_people() const { return shown.empty() ? sql : shown; }
  const std::string& sql_for_output() const { return secret ? shown : sql; }
};

}  // namespace schemadiff
