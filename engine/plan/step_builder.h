// What a kind's rules see while they write steps. One builder serves a whole plan: take() what each
// change appended before asking for the next.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <utility>
#include <vector>

#include "engine/model/catalog.h"
#include "engine/model/members.h"
#include "engine/model/stored_types.h"
#include "engine/model/system_catalog.h"
#include "engine/plan/step.h"

namespace schemadiff {

// What becomes of tables and types that PostgreSQL can't alter into what is wanted.
struct Moves {
  // A new table takes its name and its rows: the name under which the old one waits until then.
  std::map<ObjectId, Identifier> anew;
  // Partitions that go when their rows are with those that take their place.
  std::set<ObjectId> dissolved;
  // Partitions that leave their place and come back to it with wider bounds.
  std::set<ObjectId> reattached;
  // DEFAULT partitions, whose rows go to others as far as these take them.
  std::set<ObjectId> sifted;
  // A new type takes its name, and columns that have it go over to that: the name under which the
  // old one waits until then.
  std::map<ObjectId, Identifier> types;
};

class StepBuilder {
 public:
  StepBuilder(const Catalog& live, const Catalog& desired, const SystemCatalog& system,
              int server_version)
      : live(live), desired(desired), system(system), server_version(server_version) {}

  const Catalog& live;
  const Catalog& desired;  // after scope and matching: what will be there when all is done
  const SystemCatalog& system;
  const int server_version;
  Moves moves;
  // What default privileges give to objects that the plan creates, by privilege.
  std::unordered_map<ObjectId, Grants> granted_at_creation;
  // Columns that declared rows change in rows that are there; with what stands for those rows.
  std::map<ObjectId, std::vector<ObjectId>> filled;
  // What a REVOKE on a table takes away on a column that is to keep it, by the column's privilege.
  std::unordered_map<ObjectId, std::vector<std::string>> lost_with_table;

  // Constraints that must not take over an index that is there.
  std::set<ObjectId> build_own_index;

  // Appends a step about `object` that produces it (create, alter) or destroys it (drop). The
  // caller adds what else the step needs to the returned reference, valid until the next call.
  Step& add(Verb verb, const ObjectBase& object, std::string sql);

  // The change can't be made by this build: no step stands for it. The caller of alter() gets true.
  void refuse(const ObjectBase& object, std::string reason, std::string hint = "");

  // Columns, constraints, … of a relation; made on first use. The catalogs must not change after.
  const MemberIndex& live_index() const;
  const Members& live_members(const ObjectId& relation) const { return live_index().of(relation); }
  const Members& desired_members(const ObjectId& relation) const;
  // Live columns that store values of a type; made on first use as well.
  const std::vector<const Column*>& live_columns_with(const ObjectId& type) const;
  // The live identity column that has a sequence of this name; nullptr: none.
  const Column* live_identity(const QualifiedName& sequence) const;

  std::vector<Step> take() { return std::exchange(steps_, {}); }
  std::vector<Step>& steps() { return steps_; }
  std::vector<Refusal> take_refusals() { return std::exchange(refusals_, {}); }
  const std::vector<Refusal>& refusals() const { return refusals_; }

 private:
  std::vector<Step> steps_;
  std::vector<Refusal> refusals_;
  mutable std::unique_ptr<MemberIndex> live_members_;
  mutable std::unique_ptr<MemberIndex> desired_members_;
  mutable std::unique_ptr<StoredTypes> live_stored_types_;
  mutable std::optional<std::map<QualifiedName, const Column*>> live_identities_;
};

// An expression's text as SQL, noting in the step the path its names need.
// Two expressions of different paths in one step are an internal error: write two steps.
const std::string& use(Step& step, const SqlExpression& expression);

}  // namespace schemadiff
